"""Organisations' year: reviews, and the rounds that decide them."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from resolvers import recognition as answers
from schema.evaluations import Level, Step
from schema.mapping import computed, connection, elements, guarded, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.organisation_schemes import OrganisationScheme
from schema.people import Person
from schema.shapes import Connection, Node

if TYPE_CHECKING:
    from schema.recognition_flags import RecognitionFlag

SELF, MARKS, RESULT = answers.SELF_SHOWN, answers.MARKS_SHOWN, answers.RESULT_SHOWN


@strawberry.enum(description="Where the year of one recognising authority stands.")
class RecognitionState(Enum):
    OPEN = "open"
    DECIDED = strawberry.enum_value("decided", description="All levels are decided, none is told.")
    PUBLISHED = "published"


@strawberry.enum(description="Where the year of one organisation stands.")
class OrganisationReviewState(Enum):
    OPEN = strawberry.enum_value("open", description="The organisation assesses itself.")
    SUBMITTED = strawberry.enum_value("submitted", description="Waits for the authority's marks.")
    MARKED = strawberry.enum_value("marked", description="Waits for the decision on the whole set.")
    RECOGNISED = "recognised"
    REPLACED = strawberry.enum_value("replaced", description="A later edition counts (art. 4.4).")
    WITHDRAWN = "withdrawn"


@strawberry.enum(description="Why an organisation is verified before its level is decided.")
class VerificationGround(Enum):
    COMPLAINT = strawberry.enum_value("complaint", description="khiếu nại")
    DENUNCIATION = strawberry.enum_value("denunciation", description="tố cáo")
    REPORT = strawberry.enum_value("report", description="phản ánh tiêu cực")
    DISUNITY = strawberry.enum_value("disunity", description="dấu hiệu mất đoàn kết nội bộ")


@strawberry.type(description="One criterion marked twice: by the organisation and its authority.")
class OrganisationMark:
    criterion: str
    self_points: Decimal | None
    self_reason: str | None
    points: Decimal | None
    reason: str | None


@strawberry.type(description="What is said of an organisation's tasks of a year.")
class OrganisationStatement:
    planned: int
    completed: int
    on_time: int
    exceeded: int
    late: int
    quality: bool
    shortcomings: str = strawberry.field(description="none, fixed or open.")
    force_majeure: str


@strawberry.type(description="Wrongdoing that a competent body concluded (art. 8.4a).")
class OrganisationFinding:
    about: str
    body: str
    number: str
    day: str


@strawberry.type(
    description="Counted from the work of the organisation's people: for comparison, never used."
)
class OrganisationSuggestion:
    planned: int
    completed: int
    on_time: int
    late: int
    counted_on: str
    source: str = strawberry.field(description="What these numbers are, in words.")


@table(answers.organisation_assessment)
@strawberry.type(description="An organisation's assessment as it was submitted in one round.")
class OrganisationAssessment(Node):
    id: strawberry.ID
    round: int
    level: Level
    comment: str
    submitted_at: datetime
    returned_reason: str | None
    returned_at: datetime | None
    marks: list[Decimal] = strawberry.field(description="In the order of the scheme.")
    submitted_by: Person = ref("submitted_by", inherited=True)
    submitted_on_behalf_of: Person | None = ref("submitted_on_behalf_of", inherited=True)


@table(answers.organisation_document)
@strawberry.type(description="A document that an assessment refers to; only its mark is kept here.")
class OrganisationDocument(Node):
    id: strawberry.ID
    name: str
    number: str
    day: date | None
    url: str | None
    added_at: datetime
    added_by: Person = ref("added_by", inherited=True)


@table(answers.organisation_verification)
@strawberry.type(
    description="A verification (kiểm tra, xác minh), which the decision waits for (art. 9.2a)."
)
class OrganisationVerification(Node):
    id: strawberry.ID
    ground: VerificationGround
    about: str
    ordered_at: datetime
    founded: bool | None
    conclusion: str | None
    document_no: str | None
    document_day: date | None
    concluded_at: datetime | None
    version: int
    ordered_by: Person = ref("ordered_by", inherited=True)
    concluded_by: Person | None = ref("concluded_by", inherited=True)


@table(answers.organisation_review)
@strawberry.federation.type(
    keys=["id"],
    description="One organisation's year (đánh giá, xếp loại chất lượng tổ chức).",
)
class OrganisationReview(Node):
    id: strawberry.ID
    year: int
    edition: int
    state: OrganisationReviewState
    round: int
    marks: list[OrganisationMark] | None = elements(
        {
            "criterion": "criteria",
            "self_points": guarded("self_marks", when=SELF),
            "self_reason": guarded("self_reasons", when=SELF),
            "points": guarded("marks", when=MARKS),
            "reason": guarded("mark_reasons", when=MARKS),
        }
    )
    self_level: Level | None = guarded("self_level", when=SELF)
    self_comment: str | None = guarded("self_comment", when=SELF)
    self_statement: OrganisationStatement | None = computed(
        answers.told_statement, needs=(answers.STATEMENT,)
    )
    assessed_at: datetime | None
    suggestion: OrganisationSuggestion | None = computed(
        answers.told_suggestion, needs=(answers.SUGGESTION,)
    )
    comment: str | None = guarded("comment", when=MARKS)
    general: Decimal | None = guarded("general", when=MARKS, description="0 to 30.")
    results: Decimal | None = guarded("results", when=MARKS, description="0 to 70.")
    total: Decimal | None = guarded("total", when=MARKS, description="0 to 100.")
    statement: OrganisationStatement | None = computed(
        answers.told_confirmed_statement, needs=(answers.FACTS,), description="As confirmed."
    )
    finding: OrganisationFinding | None = computed(answers.told_finding, needs=(answers.FACTS,))
    computed_level: Level | None = guarded(
        "computed_level",
        when=MARKS,
        description="By the decree alone; null where it gives none, and a person has to choose.",
    )
    recommended_level: Level | None = guarded("recommended_level", when=MARKS)
    chosen_level: Level | None = guarded("chosen_level", when=MARKS)
    chosen_reason: str | None = guarded("chosen_reason", when=MARKS)
    steps: list[Step] = computed(answers.told_organisation_steps, needs=(answers.STEPS,))
    cites: list[str] = computed(answers.told_organisation_cites, needs=(answers.CITES,))
    facts: str | None = computed(
        answers.told_organisation_facts,
        needs=(answers.FACTS,),
        description="The inputs, as JSON: the level can be recomputed from it alone.",
    )
    marked_at: datetime | None = guarded("marked_at", when=MARKS)
    level: Level | None = guarded(
        "applied_level", when=RESULT, description="As recognised (mức xếp loại)."
    )
    without_place: bool | None = guarded(
        "without_place", when=MARKS, description="Good because the share had no place left."
    )
    decision_no: str | None = guarded("decision_no", when=RESULT)
    decision_day: date | None = guarded("decision_day", when=RESULT)
    recognised_at: datetime | None = guarded("recognised_at", when=RESULT)
    published_at: datetime | None
    replaced_at: datetime | None
    end_reason: str | None = guarded(
        "end_reason", when=RESULT, description="Why it was replaced or withdrawn."
    )
    version: int
    organisation: Unit = ref("unit_id")
    agency: Agency = ref("agency_id")
    recognising_unit: Unit = ref(
        "recognising_unit_id", description="The unit whose head recognises it (art. 5)."
    )
    scheme: OrganisationScheme = ref("scheme_id")
    replaces: Annotated["OrganisationReview", strawberry.lazy("schema.recognition")] | None = ref(
        "replaces_id"
    )
    assessed_by: Person | None = ref("assessed_by", inherited=True)
    assessed_on_behalf_of: Person | None = ref("assessed_on_behalf_of", inherited=True)
    recognised_by: Person | None = ref("recognised_by", inherited=True)
    recognised_on_behalf_of: Person | None = ref("recognised_on_behalf_of", inherited=True)
    assessments: list[OrganisationAssessment] = many(on={"review_id": "id"}, order=("round",))
    documents: list[OrganisationDocument] = many(on={"review_id": "id"}, order=("id",))
    verifications: list[OrganisationVerification] = many(
        on={"review_id": "id"}, order=("id",), description="Seen by the recognising side alone."
    )
    flags: list[Annotated["RecognitionFlag", strawberry.lazy("schema.recognition_flags")]] = many(
        on={"review_id": "id"}, order=("id",), description="Results beneath it replaced since."
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_review,
        needs=answers.REVIEW_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.recognition_round)
@strawberry.federation.type(
    keys=["id"],
    description="The year of all organisations that one authority recognises (công nhận kết quả).",
)
class RecognitionRound(Node):
    id: strawberry.ID
    year: int
    state: RecognitionState
    opened_at: datetime
    organisations: int | None
    candidates: int | None = strawberry.field(description="Who met the conditions of excellence.")
    good: int | None
    places: int | None = strawberry.field(description="How many of them may be excellent.")
    share: Decimal | None
    share_decision_no: str | None
    share_decision_day: date | None
    share_reason: str | None
    reason: str | None = strawberry.field(description="Why these organisations were chosen.")
    decision_no: str | None
    decision_day: date | None
    decided_at: datetime | None
    published_at: datetime | None
    cites: list[str] = computed(answers.told_organisation_cites, needs=("cites",))
    steps: list[Step] = computed(answers.told_organisation_steps, needs=("steps",))
    version: int
    unit: Unit = ref("unit_id")
    decided_by: Person | None = ref("decided_by", inherited=True)
    decided_on_behalf_of: Person | None = ref("decided_on_behalf_of", inherited=True)
    reviews: list[OrganisationReview] = many(
        on={"recognising_unit_id": "unit_id", "year": "year"}, order=("id",)
    )
    allowed_actions: list[str] = computed(answers.allowed_on_round, needs=answers.ROUND_NEEDS)


@strawberry.type
class RecognitionQuestions:
    recognition_round: RecognitionRound | None = one(
        answers.recognition_round_by_id, args={"id": strawberry.ID}
    )
    recognition_rounds: Connection[RecognitionRound] = connection(
        answers.recognition_rounds, args={"unit": strawberry.ID}, order=("year desc",)
    )
    recognition_rounds_of_agency: Connection[RecognitionRound] = connection(
        answers.recognition_rounds_of_agency,
        args={"agency": strawberry.ID, "year": int},
        order=("id",),
    )
    reviews_of_agency: Connection[OrganisationReview] = connection(
        answers.reviews_of_agency,
        args={"agency": strawberry.ID, "year": int},
        order=("id",),
        description="An agency's own organisations in a year, as far as you may see them.",
    )
    organisation_review: OrganisationReview | None = one(
        answers.organisation_review_by_id, args={"id": strawberry.ID}
    )
    reviews_of_organisation: Connection[OrganisationReview] = connection(
        answers.reviews_of_organisation,
        args={"unit": strawberry.ID},
        order=("year desc",),
        description="One organisation's years that you may see, the latest first.",
    )
    organisations_to_recognise: Connection[OrganisationReview] = connection(
        answers.organisations_to_recognise,
        args={"unit": strawberry.ID, "year": int},
        order=("id",),
        description="What the head of a unit recognises in a year, as far as you may see it.",
    )
