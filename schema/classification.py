"""A year's classification of people: sets, cases, quota, and what is published of them."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from resolvers import classification as answers
from resolvers import petitions
from schema.classification_papers import CasePaper, YearForm
from schema.evaluations import Level, Step
from schema.mapping import computed, connection, guarded, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person, Posting
from schema.results import PeriodResult
from schema.shapes import Connection, Node

if TYPE_CHECKING:
    from schema.classification_register import Disqualifier, ReviewFlag

DECISION, FINDINGS = answers.DECISION_SHOWN, answers.FINDINGS_SHOWN


@strawberry.enum(description="Where a set stands.")
class ClassificationRoundState(Enum):
    OPEN = strawberry.enum_value("open", description="Its cases are worked on.")
    CLOSED = strawberry.enum_value("closed", description="Complete: places are counted.")
    DECIDED = strawberry.enum_value("decided", description="Decided; nobody is told yet.")
    NOTIFIED = strawberry.enum_value("notified", description="Everybody has his written notice.")
    PUBLISHED = strawberry.enum_value("published", description="The classes are published.")


@strawberry.enum(description="Where one person's case stands (art. 21).")
class ClassificationState(Enum):
    OPEN = strawberry.enum_value("open", description="Waits for form 02.")
    EXCUSED = strawberry.enum_value("excused", description="Goes on without form 02 (art. 19.3).")
    SELF_REVIEWED = strawberry.enum_value("self_reviewed", description="Waits for the meeting.")
    DISCUSSED = strawberry.enum_value("discussed", description="The minutes are recorded.")
    COMMENTED = strawberry.enum_value(
        "commented", description="The Party committee's comment is recorded."
    )
    PROPOSED = strawberry.enum_value("proposed", description="The personnel body has proposed.")
    NOT_RATED = strawberry.enum_value("not_rated", description="Too few months (art. 11.1).")
    DECIDED = "decided"
    NOTIFIED = "notified"
    PUBLISHED = "published"
    WITHDRAWN = strawberry.enum_value("withdrawn", description="Belongs to another set.")


@strawberry.enum(description="Whose quota: the deciding agency's people, or heads beneath it.")
class QuotaSet(Enum):
    STAFF = "staff"
    HEADS = "heads"


@strawberry.enum(description="Who of those above the line of one group can be excellent.")
class QuotaOutcome(Enum):
    EVERYBODY = strawberry.enum_value("everybody", description="There is a place for each.")
    NOBODY = strawberry.enum_value("nobody", description="There is no place.")
    CHOICE = strawberry.enum_value("choice", description="The head chooses, with a reason.")


@strawberry.type(description="What a case still waits for.")
class Waiting:
    code: str
    text: str


@table(answers.classification)
@strawberry.federation.type(
    keys=["id"],
    description="One person's year in one edition (xếp loại chất lượng công chức, form 02).",
)
class Classification(Node):
    id: strawberry.ID
    year: int
    state: ClassificationState
    office: str = strawberry.field(description="head, deputy or member.")
    quota_set: QuotaSet
    duty_group: str
    duty_group_name: str
    edition: int
    self_level: Level | None
    self_text: str | None
    self_submitted_at: datetime | None
    excuse: str | None
    proposed_level: Level | None = guarded("proposed_level", when=DECISION)
    proposed_reason: str | None = guarded("proposed_reason", when=DECISION)
    suspension_counts: bool | None = guarded("suspension_counts", when=FINDINGS)
    suspension_reason: str | None = guarded("suspension_reason", when=FINDINGS)
    total: Decimal | None = guarded("total", when=DECISION)
    computed_level: Level | None = guarded(
        "computed_level", when=DECISION, description="By points alone."
    )
    lawful_level: Level | None = guarded(
        "lawful_level",
        when=DECISION,
        description="After discipline and the organisation's class, before the quota.",
    )
    applied_level: Level | None = guarded(
        "applied_level", when=DECISION, description="The class; null where nobody is rated."
    )
    quota_reason: str | None = guarded(
        "quota_reason", when=DECISION, description="Why others were chosen, above the line."
    )
    cites: list[str] = computed(answers.told_cites, needs=(answers.CITES_SHOWN,))
    steps: list[Step] = computed(
        answers.told_steps,
        needs=(answers.STEPS_SHOWN,),
        description="Empty where it is not yours to know.",
    )
    waits_for: list[Waiting] = computed(answers.told_waiting, needs=answers.WAITING_NEEDS)
    decided_at: datetime | None = guarded("decided_at", when=DECISION)
    decision_no: str | None = guarded("decision_no", when=DECISION)
    decision_day: date | None = guarded("decision_day", when=DECISION)
    notified_at: datetime | None
    published_at: datetime | None
    replaced_at: datetime | None
    replaced_reason: str | None = guarded("replaced_reason", when=DECISION)
    version: int
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="Where the person works.")
    unit: Unit = ref("unit_id")
    classifying_unit: Unit = ref("classifying_unit_id", description="Whose head decides.")
    managing_unit: Unit = ref("managing_unit_id", description="Whose head alone replaces.")
    posting: Posting = ref("posting_id", inherited=True)
    decided_by: Person | None = ref(
        "decided_by", inherited=True, description="Of this edition; a replaced one has its own."
    )
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    result: PeriodResult | None = ref("result_id")
    round: Annotated["ClassificationRound", strawberry.lazy("schema.classification")] | None = ref(
        "round_id"
    )
    replaces: Annotated["Classification", strawberry.lazy("schema.classification")] | None = ref(
        "replaces_id"
    )
    forms: list[YearForm] = many(on={"classification_id": "id"}, order=("round",))
    papers: list[CasePaper] = many(on={"classification_id": "id"}, order=("id",))
    register: list[Annotated["Disqualifier", strawberry.lazy("schema.classification_register")]] = (
        many(
            on={"person_id": "person_id"},
            order=("effective_on desc",),
            description="What is recorded against the person, as far as you may read it.",
        )
    )
    flags: list[Annotated["ReviewFlag", strawberry.lazy("schema.classification_register")]] = many(
        on={"classification_id": "id"}, order=("kind",)
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_case,
        needs=answers.CASE_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )
    may_petition: bool = computed(
        petitions.may_petition_class,
        needs=petitions.MAY_PETITION_CLASS_NEEDS,
        description="Whether you may petition against it now (art. 22).",
    )


@table(answers.round_group)
@strawberry.type(description="One group of similar duties in a set; without a key, the whole set.")
class QuotaGroup(Node):
    id: strawberry.ID
    quota_set: QuotaSet
    duty_group: str
    name: str
    rated: int
    above_line: int = strawberry.field(description="Excellent by points, discipline and head rule.")
    good: int
    share: Decimal
    reading: str = strawberry.field(description="The agency's reading of art. 20.5.")
    places: int = strawberry.field(description="By that reading.")
    places_strict: int
    places_initial: int
    places_broad: int
    outcome: QuotaOutcome = computed(answers.told_outcomes, needs=("above_line", "places"))
    chosen: int | None
    reason: str | None = strawberry.field(description="Why these were chosen.")
    candidates: Connection[Classification] = connection(
        answers.cases_above_the_line,
        on={"round_id": "round_id", "quota_set": "quota_set", "duty_group": "duty_group"},
        order=("id",),
        description="Those above the line, as far as you may know; of the whole set none.",
    )
    steps: list[Step] = computed(answers.told_steps, needs=("steps",))
    cites: list[str] = computed(answers.told_cites, needs=("cites",))


@table(answers.quota_decision)
@strawberry.type(description="A larger share of excellent people, decided (art. 20.5b).")
class QuotaDecision(Node):
    id: strawberry.ID
    share: Decimal
    number: str
    day: date
    url: str | None
    reason: str
    decided_at: datetime
    decided_by: Person = ref("decided_by", inherited=True)


@table(answers.classification_round)
@strawberry.federation.type(
    keys=["id"], description="One year of everybody whom the head of one unit classifies."
)
class ClassificationRound(Node):
    id: strawberry.ID
    year: int
    state: ClassificationRoundState
    opened_at: datetime
    closed_at: datetime | None
    decided_at: datetime | None
    decision_no: str | None
    decision_day: date | None
    notified_at: datetime | None
    published_at: datetime | None
    version: int
    agency: Agency = ref("agency_id")
    unit: Unit = ref("classifying_unit_id")
    decided_by: Person | None = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    cases: Connection[Classification] = connection(
        answers.current_cases, on={"round_id": "id"}, order=("id",)
    )
    groups: list[QuotaGroup] = many(
        on={"round_id": "id"},
        order=("quota_set", "duty_group"),
        description="The quota board, as it was counted last.",
    )
    shares: list[QuotaDecision] = many(on={"round_id": "id"}, order=("decided_at",))
    allowed_actions: list[str] = computed(
        answers.allowed_on_round,
        needs=answers.ROUND_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.published_class)
@strawberry.type(description="What colleagues are told of a year: the class, nothing else.")
class PublishedClass(Node):
    id: strawberry.ID
    year: int
    level: Level
    published_at: datetime
    person: Person = ref("person_id", inherited=True)


@strawberry.type
class ClassificationQuestions:
    classification: Classification | None = one(answers.case_by_id, args={"id": strawberry.ID})
    my_classifications: Connection[Classification] = connection(
        answers.my_classifications, order=("year desc",), description="The latest year first."
    )
    classifications_of_person: Connection[Classification] = connection(
        answers.classifications_of_person,
        args={"person": strawberry.ID},
        order=("year desc", "edition desc"),
    )
    classifications_to_replace: Connection[Classification] = connection(
        answers.cases_to_replace,
        args={"unit": strawberry.ID, "year": int},
        order=("id",),
        description="Decided cases that the head of a managing unit alone may replace (art. 21.3).",
    )
    classification_round: ClassificationRound | None = one(
        answers.round_by_id, args={"id": strawberry.ID}
    )
    classification_rounds: Connection[ClassificationRound] = connection(
        answers.rounds_of_agency, args={"agency": strawberry.ID, "year": int}, order=("id",)
    )
    classification_rounds_managed: Connection[ClassificationRound] = connection(
        answers.rounds_managed_by,
        args={"agency": strawberry.ID, "year": int},
        order=("id",),
        description="Other agencies' sets, of which an agency's head decides a larger share.",
    )
    open_cases: Connection[Classification] = connection(
        answers.open_cases,
        args={"round": strawberry.ID},
        order=("id",),
        description="Cases that still wait for a result or a step of article 21.",
    )
    published_classes: Connection[PublishedClass] = connection(
        answers.published_classes,
        args={"agency": strawberry.ID, "year": int},
        order=("id",),
        description="What is published in an agency.",
    )
