"""Assigning, delivering and accepting work. Nobody decides on his own."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import strawberry

from resolvers import work as answers
from schema.mapping import becomes, deed
from schema.shapes import Refused
from schema.work import Assignment, Delivery, Fault, FaultKind, Origin, WorkLine

AssignWorkResult = Annotated[Assignment | Refused, strawberry.union("AssignWorkResult")]
AssignWorkOutcome = Annotated[Assignment | Refused, strawberry.union("AssignWorkOutcome")]
SpreadWorkResult = Annotated[Assignment | Refused, strawberry.union("SpreadWorkResult")]
HandOverWorkResult = Annotated[Assignment | Refused, strawberry.union("HandOverWorkResult")]
CarryOnWorkResult = Annotated[Assignment | Refused, strawberry.union("CarryOnWorkResult")]
HandOverWorkOutcome = Annotated[Assignment | Refused, strawberry.union("HandOverWorkOutcome")]
DeliverWorkResult = Annotated[Delivery | Refused, strawberry.union("DeliverWorkResult")]
AddEvidenceResult = Annotated[Delivery | Refused, strawberry.union("AddEvidenceResult")]
AcceptDeliveryResult = Annotated[Delivery | Refused, strawberry.union("AcceptDeliveryResult")]
AcceptDeliveryOutcome = Annotated[Delivery | Refused, strawberry.union("AcceptDeliveryOutcome")]
ReturnDeliveryResult = Annotated[Delivery | Refused, strawberry.union("ReturnDeliveryResult")]
MeasureProcessResult = Annotated[WorkLine | Refused, strawberry.union("MeasureProcessResult")]
RecordFaultResult = Annotated[Fault | Refused, strawberry.union("RecordFaultResult")]
ConfirmObjectiveCauseResult = Annotated[
    Fault | Refused, strawberry.union("ConfirmObjectiveCauseResult")
]


@becomes(answers.Part)
@strawberry.input(description="What of an assignment counts in the month of its own due day.")
class PartInput:
    share: Decimal = strawberry.field(description="Per cent of the whole; the parts sum to 100.")
    due_on: date
    milestone: str = ""


@becomes(answers.Evidence)
@strawberry.input(description="A file's SHA-256, or a link, or both.")
class EvidenceInput:
    name: str
    sha256: str | None = strawberry.field(default=None, description="64 hexadecimal digits.")
    url: str | None = None


@becomes(answers.Assigning)
@strawberry.input(description="One row of a bulk assignment.")
class AssignWorkRow:
    posting: strawberry.ID
    product: strawberry.ID
    quantity: Decimal
    due_on: date
    origin: Origin = Origin.PLANNED
    title: str = ""
    note: str = ""
    spread: list[PartInput] = strawberry.field(default_factory=list)


@becomes(answers.HandingOver)
@strawberry.input(description="One row of a bulk hand-over: which work goes to which post.")
class HandOverWorkRow:
    assignment: strawberry.ID
    to: strawberry.ID = strawberry.field(
        description="A post: of the same person where his own has ended, else of another one."
    )
    version: int
    due_on: date | None = strawberry.field(
        default=None, description="For another person; what goes on with its own keeps its days."
    )


@becomes(answers.Accepting)
@strawberry.input(description="One row of a bulk acceptance.")
class AcceptDeliveryRow:
    delivery: strawberry.ID
    version: int
    quantity: Decimal | None = strawberry.field(
        default=None, description="What is accepted; the whole delivery if left out."
    )
    failures: list[str] = strawberry.field(
        default_factory=list, description="A reason for each failure of quality."
    )


@strawberry.type(description="What became of each row, in the order of the rows.")
class AssignWorkManyPayload:
    outcomes: list[AssignWorkOutcome]


@strawberry.type(
    description="What became of each row, in the order of the rows; null where it is done, and"
    " where it went is not yours to see."
)
class HandOverWorkManyPayload:
    outcomes: list[HandOverWorkOutcome | None]


@strawberry.type(description="What became of each row, in the order of the rows.")
class AcceptDeliveryManyPayload:
    outcomes: list[AcceptDeliveryOutcome]


AssignWorkManyResult = Annotated[
    AssignWorkManyPayload | Refused, strawberry.union("AssignWorkManyResult")
]
HandOverWorkManyResult = Annotated[
    HandOverWorkManyPayload | Refused, strawberry.union("HandOverWorkManyResult")
]
AcceptDeliveryManyResult = Annotated[
    AcceptDeliveryManyPayload | Refused, strawberry.union("AcceptDeliveryManyResult")
]


@strawberry.type
class WorkDeeds:
    assign_work: AssignWorkResult = deed(
        answers.assign_work,
        args={
            "posting": strawberry.ID,
            "product": strawberry.ID,
            "quantity": Decimal,
            "due_on": date,
            "origin": Origin | None,
            "title": str | None,
            "note": str | None,
            "spread": list[PartInput] | None,
        },
        description="Assign work: product, quantity, due day (art. 18.1b); spread over months"
        " where it takes long (art. 18.1c).",
    )
    assign_work_many: AssignWorkManyResult = deed(
        answers.assign_many,
        args={"rows": list[AssignWorkRow], "all_or_nothing": bool | None},
        description="Assign up to 100 pieces of work, with an outcome for each.",
    )
    spread_work: SpreadWorkResult = deed(
        answers.spread_work,
        args={"assignment": strawberry.ID, "spread": list[PartInput], "version": int},
        description="Spread anew over months what is not yet accepted.",
    )
    hand_over_work: HandOverWorkResult = deed(
        answers.hand_over_work,
        args={
            "assignment": strawberry.ID,
            "to": strawberry.ID,
            "due_on": date,
            "reason": str,
            "spread": list[PartInput] | None,
            "version": int,
        },
        description="Give work that a person cannot do to another posting (art. 18.1d): it stays"
        " in the first one's denominator and adds to the second one's numerator.",
    )
    carry_on_work: CarryOnWorkResult = deed(
        answers.carry_on_work,
        args={
            "assignment": strawberry.ID,
            "to": strawberry.ID,
            "reason": str,
            "version": int,
        },
        description="Let what is open on a post that has ended go on on the same person's next one,"
        " as it was given; after a reorganisation by whoever keeps the closed unit's records.",
    )
    hand_over_work_many: HandOverWorkManyResult = deed(
        answers.hand_over_many,
        args={"rows": list[HandOverWorkRow], "reason": str, "all_or_nothing": bool | None},
        description="Carry on or hand over up to 100 pieces of work, with an outcome for each.",
    )
    deliver_work: DeliverWorkResult = deed(
        answers.deliver_work,
        args={
            "id": strawberry.ID,
            "line": strawberry.ID,
            "quantity": Decimal,
            "note": str | None,
            "evidence": list[EvidenceInput] | None,
        },
        description="Report one's own work as done. `id` is made by the client: sent again, it"
        " has one result.",
    )
    add_evidence: AddEvidenceResult = deed(
        answers.add_evidence,
        args={"delivery": strawberry.ID, "evidence": list[EvidenceInput]},
        description="Add evidence to one's own delivery; nothing is replaced.",
    )
    accept_delivery: AcceptDeliveryResult = deed(
        answers.accept_delivery,
        args={
            "delivery": strawberry.ID,
            "version": int,
            "quantity": Decimal | None,
            "failures": list[str] | None,
        },
        description="Accept a delivery, wholly or in part; a delivery after its due day is one"
        " recorded delay.",
    )
    accept_delivery_many: AcceptDeliveryManyResult = deed(
        answers.accept_many,
        args={"rows": list[AcceptDeliveryRow], "all_or_nothing": bool | None},
        description="Accept up to 100 deliveries, with an outcome for each.",
    )
    return_delivery: ReturnDeliveryResult = deed(
        answers.return_delivery,
        args={
            "delivery": strawberry.ID,
            "version": int,
            "reason": str,
            "major_error": bool | None,
        },
        description="Return a delivery with a reason; `majorError` records a failure of quality"
        " (art. 14.2b).",
    )
    measure_process: MeasureProcessResult = deed(
        answers.measure_process,
        args={"line": strawberry.ID, "achieved": Decimal, "reason": str, "version": int},
        description="Say what share of a process criterion was reached in a month, 0 to 1.",
    )
    record_fault: RecordFaultResult = deed(
        answers.record_fault,
        args={"line": strawberry.ID, "kind": FaultKind, "reason": str},
        description="Record a failure of quality or a missed deadline.",
    )
    confirm_objective_cause: ConfirmObjectiveCauseResult = deed(
        answers.confirm_objective_cause,
        args={"fault": strawberry.ID, "cause": str, "version": int},
        description="Confirm that a fault had an objective cause: nothing is deducted for it.",
    )
