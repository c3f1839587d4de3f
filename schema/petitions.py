"""Petitions against a month's score or a year's class (kiến nghị, art. 22)."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import petitions as answers
from schema.classification import Classification
from schema.evaluations import Level, Sheet
from schema.evaluations_locks import LockException
from schema.mapping import column, computed, connection, guarded, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person
from schema.periods import period_months
from schema.shapes import Connection, Node


@strawberry.enum(description="What a petition is about.")
class PetitionSubject(Enum):
    SCORE = strawberry.enum_value("score", description="A month's score; the next head up decides.")
    CLASS = strawberry.enum_value(
        "class", description="A year's class; the authority that classified decides."
    )


@strawberry.enum(description="Where a petition stands.")
class PetitionState(Enum):
    FILED = "filed"
    UPHELD = strawberry.enum_value("upheld", description="A new round, or a new edition, follows.")
    REJECTED = strawberry.enum_value("rejected", description="The result stands.")
    WITHDRAWN = "withdrawn"


@strawberry.enum(description="With which part of a petition's file a paper came.")
class PetitionPart(Enum):
    PETITION = "petition"
    STATEMENT = "statement"
    OPINION = "opinion"
    DECISION = "decision"


@table(answers.petition_document)
@strawberry.type(description="A paper of a petition's file: number, day, hash and link.")
class PetitionDocument(Node):
    id: strawberry.ID
    part: PetitionPart
    number: str = column("document_no")
    day: date | None = column("document_day")
    sha256: str | None = column(answers.DOCUMENT_SHA256)
    url: str | None = column("document_url")
    added_at: datetime
    added_by: Person = ref("added_by", inherited=True)


@table(answers.petition)
@strawberry.federation.type(
    keys=["id"], description="A petition (kiến nghị) of a civil servant against his own result."
)
class Petition(Node):
    id: strawberry.ID
    about: PetitionSubject
    period: date = strawberry.field(description="First day of the period, or of the year.")
    period_months: int = period_months(
        answers.petition, description="Of the period: 1, or 3 for a quarter."
    )
    round: int | None = strawberry.field(description="The sheet's round that was notified.")
    text: str
    state: PetitionState
    notified_on: date
    filed_at: datetime
    file_by: date = strawberry.field(description="Until when it is in time by the agency's rule.")
    late: bool = strawberry.field(description="Filed after that: accepted all the same.")
    due_on: date = strawberry.field(description="Seven working days from receipt (art. 22).")
    overdue: bool = column(answers.OVERDUE, description="Open, and due before today.")
    working_days_left: int | None = computed(
        answers.working_days_left,
        needs=answers.LEFT_NEEDS,
        description="Until it is due; below zero, how long it is overdue. Null once it is over.",
    )
    cites: list[str] = computed(
        answers.told_cites, needs=("cites",), description="Where its days come from."
    )
    old_total: Decimal | None
    old_level: Level
    new_total: Decimal | None = column(
        answers.NEW_TOTAL, description="Of the result that followed, once it is signed."
    )
    new_level: Level | None = column(answers.NEW_LEVEL)
    statement_asked_at: datetime | None
    statement: str | None = guarded(
        "statement",
        when=answers.STATEMENT_SHOWN,
        description="Of the head who scored; the person reads it once the petition is over.",
    )
    stated_at: datetime | None
    opinion: str | None = guarded(
        "opinion",
        when=answers.ADVICE_SHOWN,
        description="The personnel body's; the person reads it once the petition is over.",
    )
    opinion_at: datetime | None
    decision_reason: str | None
    instructions: str | None = strawberry.field(
        description="Binding for the head who scores the new round."
    )
    answer_by: datetime | None = strawberry.field(description="Until when he may do so.")
    new_round: int | None
    decided_at: datetime | None
    withdrawn_at: datetime | None
    withdrawn_reason: str | None
    version: int
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id")
    scoring_unit: Unit = ref("scoring_unit_id", description="Whose head answers for the score.")
    deciding_unit: Unit = ref("deciding_unit_id", description="Whose head decides.")
    scored_by: Person = ref("scored_by", inherited=True)
    stated_by: Person | None = ref("stated_by", inherited=True)
    opinion_by: Person | None = ref("opinion_by", inherited=True)
    decided_by: Person | None = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    sheet: Sheet | None = ref(on={"sheet_id": "id", "period": "period"})
    classification: Classification | None = ref("classification_id")
    new_classification: Classification | None = ref("new_classification_id")
    lock_exception: LockException | None = ref("exception_id")
    documents: list[PetitionDocument] = many(on={"petition_id": "id"}, order=("id",))
    allowed_actions: list[str] = computed(
        answers.allowed_on_petitions,
        needs=answers.PETITION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class PetitionsQuestions:
    petition: Petition | None = one(answers.petition_by_id, args={"id": strawberry.ID})
    my_petitions: Connection[Petition] = connection(
        answers.my_petitions, order=("id desc",), description="The latest first."
    )
    petitions_to_decide: Connection[Petition] = connection(
        answers.petitions_to_decide,
        args={"overdue": bool | None},
        order=("due_on",),
        description="Open petitions that wait for you as head, the most urgent first.",
    )
    petitions_to_state: Connection[Petition] = connection(
        answers.petitions_to_state,
        order=("due_on",),
        description="Open petitions that wait for your statement as the head who answers for the"
        " score, the most urgent first.",
    )
    petitions_of_agency: Connection[Petition] = connection(
        answers.petitions_of_agency,
        args={"agency": strawberry.ID, "overdue": bool | None},
        order=("id desc",),
        description="The petitions of an agency's people, the latest first.",
    )
    petitions_of_sheet: Connection[Petition] = connection(
        answers.petitions_of_sheet, args={"sheet": strawberry.ID}, order=("id",)
    )
    petitions_of_class: Connection[Petition] = connection(
        answers.petitions_of_class, args={"classification": strawberry.ID}, order=("id",)
    )
