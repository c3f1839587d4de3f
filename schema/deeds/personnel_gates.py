"""What gates ask of a person: recorded from documents, or said by the person himself."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import personnel as answers
from schema.documents import PaperInput
from schema.mapping import becomes, deed
from schema.personnel_records import (
    PeriodicPosition,
    PersonalWish,
    PersonnelActionKind,
    ProtectedState,
    ProtectedStateKind,
    RecordedLevel,
    ServiceFact,
    ServiceFactKind,
)
from schema.shapes import Refused


@becomes(answers.ServiceFact)
@strawberry.input(description="A fact of service, as its document tells it.")
class ServiceFactInput:
    kind: ServiceFactKind
    day: date
    document: PaperInput
    posting: strawberry.ID | None = strawberry.field(default=None, description="Of a term.")
    starts_on: date | None = strawberry.field(default=None, description="Of a term.")
    low: int | None = strawberry.field(default=None, description="Of a count of confidence.")
    ballots: int | None = strawberry.field(default=None, description="Of a count of confidence.")
    year: int | None = strawberry.field(default=None, description="Of an earlier class.")
    level: RecordedLevel | None = strawberry.field(default=None, description="Of an earlier class.")
    scale: str | None = strawberry.field(
        default=None, description="Of an earlier class: the text by which it was given."
    )


RecordProtectedStateResult = Annotated[
    ProtectedState | Refused, strawberry.union("RecordProtectedStateResult")
]
EndProtectedStateResult = Annotated[
    ProtectedState | Refused, strawberry.union("EndProtectedStateResult")
]
StateWishResult = Annotated[PersonalWish | Refused, strawberry.union("StateWishResult")]
WithdrawWishResult = Annotated[PersonalWish | Refused, strawberry.union("WithdrawWishResult")]
RecordServiceFactResult = Annotated[
    ServiceFact | Refused, strawberry.union("RecordServiceFactResult")
]
AnnulServiceFactResult = Annotated[
    ServiceFact | Refused, strawberry.union("AnnulServiceFactResult")
]
ListPeriodicPositionResult = Annotated[
    PeriodicPosition | Refused, strawberry.union("ListPeriodicPositionResult")
]


@strawberry.type
class PersonnelGatesDeeds:
    record_protected_state: RecordProtectedStateResult = deed(
        answers.record_protected_state,
        args={
            "person": strawberry.ID,
            "state": ProtectedStateKind,
            "since": date,
            "until": date | None,
            "document": PaperInput,
        },
        description="Record a protected state from a document, never one's own.",
    )
    end_protected_state: EndProtectedStateResult = deed(
        answers.end_protected_state,
        args={"id": strawberry.ID, "version": int, "until": date, "reason": str},
        description="End a protected state after its last day.",
    )
    state_wish: StateWishResult = deed(
        answers.state_wish,
        args={
            "person": strawberry.ID,
            "kind": PersonnelActionKind,
            "said": str,
            "day": date | None,
            "document": PaperInput | None,
        },
        description="State one's own wish; another's only from that person's written document.",
    )
    withdraw_wish: WithdrawWishResult = deed(
        answers.withdraw_wish,
        args={"id": strawberry.ID, "version": int},
        description="Withdraw one's own wish.",
    )
    record_service_fact: RecordServiceFactResult = deed(
        answers.record_service_fact,
        args={"person": strawberry.ID, "fact": ServiceFactInput},
        description="Record a fact of service from a document, never one's own.",
    )
    annul_service_fact: AnnulServiceFactResult = deed(
        answers.annul_service_fact,
        args={"id": strawberry.ID, "version": int, "reason": str},
        description="Annul a fact of service that should not stand.",
    )
    list_periodic_position: ListPeriodicPositionResult = deed(
        answers.list_periodic_position,
        args={"position": strawberry.ID, "years": int, "document": PaperInput},
        description="Put a job position on the list of posts that are changed periodically.",
    )
