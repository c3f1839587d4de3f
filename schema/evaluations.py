"""Monthly sheets: self marks and head's marks, the result, and how it came about."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Annotated

import strawberry

from resolvers import evaluations as answers
from resolvers import petitions
from resolvers.core.tables import trimmed
from schema.evaluations_locks import EntryWindow, LockException
from schema.mapping import column, computed, connection, elements, guarded, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person, Posting
from schema.periods import period_months
from schema.positions import JobPosition
from schema.shapes import Connection, Node
from schema.work import WorkLine

SHOWN, SELF_SHOWN = answers.HEAD_STEP_SHOWN, answers.SELF_STEP_SHOWN
_trimmed = partial(trimmed, answers.sheet)


@strawberry.enum(description="How a sheet is scored.")
class SheetRole(Enum):
    STAFF = strawberry.enum_value("staff", description="(a + b + c) / 3")
    LEADER = strawberry.enum_value("leader", description="(a + b + c + d + đ + e) / 6")


@strawberry.enum(description="Where a sheet stands.")
class SheetState(Enum):
    OPEN = strawberry.enum_value("open", description="Work goes on; the self-assessment is open.")
    SELF_ASSESSED = strawberry.enum_value("self_assessed", description="Waits for the head.")
    SCORED = strawberry.enum_value("scored", description="The head's draft; nobody else sees it.")
    RELEASED = strawberry.enum_value("released", description="Signed, and shown to the person.")
    CLOSED = strawberry.enum_value("closed", description="The unit's month is closed.")


@strawberry.enum(description="Level of a result (mức xếp loại).")
class Level(Enum):
    EXCELLENT = strawberry.enum_value(
        "EXCELLENT", description="hoàn thành xuất sắc nhiệm vụ: 90 and above"
    )
    GOOD = strawberry.enum_value("GOOD", description="hoàn thành tốt nhiệm vụ: 70 to below 90")
    COMPLETED = strawberry.enum_value(
        "COMPLETED", description="hoàn thành nhiệm vụ: 50 to below 70"
    )
    NOT_COMPLETED = strawberry.enum_value(
        "NOT_COMPLETED", description="không hoàn thành nhiệm vụ: below 50"
    )
    INSUFFICIENT_DATA = strawberry.enum_value(
        "INSUFFICIENT_DATA", description="Nothing was assigned: no number can be given."
    )


@strawberry.enum(description="Where a unit's month stands.")
class MonthState(Enum):
    OPEN = "open"
    CLOSED = "closed"


@strawberry.type(description="One general criterion of form 01, marked twice.")
class Mark:
    criterion: str = strawberry.field(description="I.1, I.2, II.1 … II.4, III.1 … III.4.")
    self_mark: Decimal | None = strawberry.field(name="self")
    head_mark: Decimal | None = strawberry.field(
        name="head", description="The head's mark; a draft until the sheet is released."
    )


@strawberry.type(description="One general criterion of form 01, by the law of its day.")
class GeneralCriterion:
    code: str
    name: str = strawberry.field(description="In the reader's language.")
    most: Decimal = strawberry.field(description="The points that a mark may be worth.")


@strawberry.type(description="One step of a computation, in words, with its value and its source.")
class Step:
    text: str
    value: str
    cite: str


@table(answers.self_assessment)
@strawberry.type(description="What the person said of himself in one round; never changed.")
class SelfAssessment(Node):
    id: strawberry.ID
    round: int
    marks: list[Decimal] = strawberry.field(description="In the order of form 01.")
    comment: str
    submitted_at: datetime
    returned_reason: str | None
    returned_at: datetime | None


@table(answers.deduction)
@strawberry.type(description="Points taken off a general criterion by the agency's scale.")
class Deduction(Node):
    id: strawberry.ID
    criterion: str
    times: int
    points: Decimal
    reason: str
    noted_at: datetime


@table(answers.score)
@strawberry.type(description="How the number of one round came about, step by step.")
class Explanation:
    round: int
    total: Decimal | None
    level: Level
    scored_at: datetime
    released_at: datetime | None
    reopened_reason: str | None
    cites: list[str] = computed(
        answers.told_cites,
        needs=("cites",),
        description="Every text that was read, with its article, in your language.",
    )
    steps: list[Step] = computed(answers.told_steps, needs=("steps",))
    facts: str = computed(
        answers.told_facts,
        needs=("facts",),
        description="The inputs, as JSON that `congtam score` accepts: the number can be"
        " recomputed from it alone.",
    )
    scored_by: Person = ref("scored_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)


@table(answers.sheet)
@strawberry.federation.type(
    keys=["id"],
    description="A monthly sheet (phiếu theo dõi, đánh giá công chức, form 01) of one post.",
)
class Sheet(Node):
    id: strawberry.ID
    period: date = strawberry.field(description="Its first day.")
    period_months: int = period_months(answers.sheet)
    role: SheetRole
    state: SheetState
    round: int
    self_comment: str | None = guarded(
        "self_comment", when=SELF_SHOWN, description="The person's own until it is submitted."
    )
    self_assessed_at: datetime | None
    marks: list[Mark] | None = elements(
        {
            "criterion": answers.CRITERIA,
            "self_mark": guarded("self_marks", when=SELF_SHOWN),
            "head_mark": guarded("head_marks", when=SHOWN),
        }
    )
    criteria: list[GeneralCriterion] = computed(
        answers.told_criteria,
        needs=answers.TOLD_CRITERIA_NEEDS,
        description="The ten general criteria (tiêu chí chung), in the order of form 01.",
    )
    head_comment: str | None = guarded("head_comment", when=SHOWN)
    general: Decimal | None = guarded(
        "general", when=SHOWN, description="General criteria (tiêu chí chung), 0 to 30."
    )
    quantity: Decimal | None = guarded(
        _trimmed("quantity"), when=SHOWN, description="a (số lượng)."
    )
    quality: Decimal | None = guarded(
        _trimmed("quality"), when=SHOWN, description="b (chất lượng)."
    )
    progress: Decimal | None = guarded(_trimmed("progress"), when=SHOWN, description="c (tiến độ).")
    unit_result: Decimal | None = guarded(
        _trimmed("unit_result"), when=SHOWN, description="d: result of the unit led."
    )
    organising: Decimal | None = guarded(
        _trimmed("organising"), when=SHOWN, description="đ, chosen."
    )
    organising_reason: str | None = guarded("organising_reason", when=SHOWN)
    unity: Decimal | None = guarded(_trimmed("unity"), when=SHOWN, description="e, chosen.")
    unity_reason: str | None = guarded("unity_reason", when=SHOWN)
    results: Decimal | None = guarded(
        _trimmed("results"), when=SHOWN, description="Result criteria, as points of 70."
    )
    raw_total: Decimal | None = guarded(
        _trimmed("raw_total"), when=SHOWN, description="Before rounding."
    )
    total: Decimal | None = guarded("total", when=SHOWN, description="As printed, 0 to 100.")
    level: Level | None = guarded("level", when=SHOWN)
    scored_at: datetime | None = guarded("scored_at", when=SHOWN)
    released_at: datetime | None
    version: int
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id")
    unit: Unit = ref("unit_id")
    scoring_unit: Unit = ref("scoring_unit_id", description="The unit whose head scores it.")
    posting: Posting = ref("posting_id", inherited=True)
    position: JobPosition | None = ref("position_id", inherited=True)
    lines: list[WorkLine] = many(
        on={"posting_id": "posting_id", "period": "period"}, order=("due_on", "id"), inherited=True
    )
    work: Connection[WorkLine] = connection(
        on={"posting_id": "posting_id", "period": "period"},
        order=("due_on",),
        inherited=True,
        description="The same lines in pages, however many there are.",
    )
    self_assessments: list[SelfAssessment] = many(on={"sheet_id": "id"}, order=("round",))
    deductions: list[Deduction] = many(
        on={"sheet_id": "id"}, order=("criterion", "id"), description="A draft until released."
    )
    explanation: Explanation | None = one(
        answers.explanations, on={"sheet_id": "id", "period": "period", "round": "round"}
    )
    explanations: list[Explanation] = many(
        on={"sheet_id": "id", "period": "period"}, order=("round",)
    )
    window: EntryWindow = computed(
        answers.told_windows,
        needs=answers.SHEET_WINDOW_NEEDS,
        description="When its month takes entries, for this person.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_actions,
        needs=answers.ALLOWED_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )
    may_petition: bool = computed(
        petitions.may_petition,
        needs=petitions.MAY_PETITION_NEEDS,
        description="Whether you may petition against it now (art. 22).",
    )


@table(answers.unit_month)
@strawberry.federation.type(keys=["id"], description="One month of a unit whose head scores.")
class UnitMonth(Node):
    id: strawberry.ID
    period: date
    period_months: int = period_months(answers.unit_month)
    state: MonthState
    opened_at: datetime
    closed_at: datetime | None
    version: int
    people: int = column(answers.SHEETS_OF_MONTH, description="Sheets of it.")
    signed: int = column(answers.SIGNED_OF_MONTH, description="Those whose result is signed.")
    unit: Unit = ref("unit_id")
    opened_by: Person = ref("opened_by", inherited=True)
    closed_by: Person | None = ref("closed_by", inherited=True)
    window: EntryWindow = computed(
        answers.told_windows,
        needs=answers.MONTH_WINDOW_NEEDS,
        description="When it takes entries, for the unit as a whole.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_months,
        needs=answers.MONTH_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )
    lock_exceptions: list[LockException] = many(
        on={"unit_id": "unit_id", "period": "period"}, order=("id desc",)
    )
    sheets: list[Annotated["Sheet", strawberry.lazy("schema.evaluations")]] = many(
        on={"scoring_unit_id": "unit_id", "period": "period"}, order=("id",)
    )
    worklist: Connection[Annotated["Sheet", strawberry.lazy("schema.evaluations")]] = connection(
        on={"scoring_unit_id": "unit_id", "period": "period"},
        order=("id",),
        description="The same sheets in pages, however many there are.",
    )


@strawberry.type
class EvaluationsQuestions:
    sheet: Sheet | None = one(answers.sheet_by_id, args={"id": strawberry.ID})
    worklist: list[Sheet] = many(
        answers.worklist,
        args={"unit": strawberry.ID, "period": date},
        order=("id",),
        description="The sheets of a month that the head of a unit scores.",
    )
    my_sheets: Connection[Sheet] = connection(
        answers.my_sheets, order=("period desc",), description="The latest month first."
    )
    sheets_of_person: Connection[Sheet] = connection(
        answers.sheets_of_person, args={"person": strawberry.ID}, order=("period desc",)
    )
    sheets_of_agency: Connection[Sheet] = connection(
        answers.sheets_of_agency, args={"agency": strawberry.ID, "period": date}, order=("id",)
    )
