"""Signals for inspectors, figures by unit; and every question of the slice."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial

import strawberry

from resolvers import insight as answers
from resolvers.core.tables import trimmed
from schema.audit import AuditLeaf
from schema.evaluations import Sheet
from schema.insight_calibration import Calibration, ScoreOutlier, ScoreSpread
from schema.insight_loads import MonthLoad
from schema.insight_rewards import BeyondPlan, RewardProposal
from schema.mapping import computed, connection, guarded, many, one, ref, row, table
from schema.organisation import Agency, Unit
from schema.people import Person
from schema.periods import period_months
from schema.shapes import Connection, Node

SHOWN = answers.CELL_SHOWN
_cell = partial(guarded, when=SHOWN)
_number = partial(trimmed, answers.figures)


@strawberry.enum(description="What a signal is about; none says that anything is wrong.")
class SignalKind(Enum):
    IDENTICAL_SCORES = strawberry.enum_value(
        "identical_scores", description="Nearly all sheets of a unit have one and the same total."
    )
    EVERYONE_EXCELLENT = strawberry.enum_value(
        "everyone_excellent", description="Every signed sheet of a unit is excellent."
    )
    LATE_BULK_SCORING = strawberry.enum_value(
        "late_bulk_scoring", description="Most sheets scored within minutes at the last moment."
    )
    BULK_ACCEPTANCE = strawberry.enum_value(
        "bulk_acceptance", description="Most deliveries reported and decided within minutes."
    )
    OUTLIER_QUANTITY = strawberry.enum_value(
        "outlier_quantity", description="Units a day far from the median of comparable people."
    )
    SELF_EQUALS_HEAD = strawberry.enum_value(
        "self_equals_head", description="The head's marks are always exactly the person's own."
    )
    HEAVY_PRODUCT = strawberry.enum_value(
        "heavy_product", description="One product is more than the warned share of a month."
    )


@strawberry.enum(description="What an inspector found when he looked.")
class Finding(Enum):
    EXPLAINED = strawberry.enum_value("explained", description="There is a good reason.")
    TO_BE_EXAMINED = strawberry.enum_value("to_be_examined", description="More is to be seen.")
    CONFIRMED = strawberry.enum_value("confirmed", description="It is as it looks.")


@table(answers.signal)
@strawberry.federation.type(
    keys=["id"],
    description="Something an inspector may want to look at (dấu hiệu). It changes no score.",
)
class Signal(Node):
    id: strawberry.ID
    period: date
    period_months: int = period_months(answers.signal)
    kind: SignalKind
    says: str = computed(answers.told_signals, needs=("kind", "evidence"))
    evidence: str = computed(
        answers.told_evidence,
        needs=("evidence",),
        description="The rows and the exact numbers that it rests on, as JSON.",
    )
    found_at: datetime
    gone_at: datetime | None = strawberry.field(
        description="Since when the facts no longer show it."
    )
    finding: Finding | None = guarded("finding", when=answers.INSPECTING)
    finding_note: str | None = guarded("finding_note", when=answers.INSPECTING)
    looked_at: datetime | None = guarded("looked_at", when=answers.INSPECTING)
    share_note: str | None
    shared_at: datetime | None
    version: int
    agency: Agency = ref("agency_id")
    unit: Unit = ref("scoring_unit_id", description="The unit whose head answers for it.")
    person: Person | None = ref("person_id")
    shared_by: Person | None = ref("shared_by", inherited=True)
    sheets: list[Sheet] = many(
        answers.sheets_of_signals,
        on={"signal_id": "id"},
        order=("period desc", "id"),
        description="The sheets that it names; about one person, his sheet of the month.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_signals, needs=answers.ALLOWED_NEEDS_OF_SIGNALS
    )


@row
@strawberry.type(description="An agency's month: how many signals of one kind there are.")
class SignalCount:
    period: date
    kind: SignalKind
    found: int
    standing: int = strawberry.field(description="The facts still show them.")
    waiting: int = strawberry.field(description="Of these, those without a finding.")
    looked_at: int
    shared: int
    last_found_at: datetime


@strawberry.enum(description="Whose figures they are.")
class Scope(Enum):
    UNIT = strawberry.enum_value("unit", description="Those whom the unit's head scores.")
    AGENCY = strawberry.enum_value("agency", description="The agency as a whole.")


@table(answers.figures)
@strawberry.type(
    description="Head count, work and signed results of one month, as they stood at one moment."
    " Null where too few people stand behind a row for who may not see the people."
)
class Figures(Node):
    id: strawberry.ID
    scope: Scope
    period: date
    taken_at: datetime
    withheld: bool
    agency: Agency = ref("agency_id")
    unit: Unit = ref("unit_id", description="The scoring unit; for an agency its root.")
    persons: int | None = _cell("persons")
    person_days: int | None = _cell("person_days", description="Days of service.")
    assigned: Decimal | None = _cell(_number("assigned"), description="Units first assigned.")
    completed: Decimal | None = _cell(_number("completed"), description="Accepted of these.")
    urgent: Decimal | None = _cell(_number("urgent"), description="Accepted urgent units.")
    taken_over: Decimal | None = _cell(
        _number("taken_over"), description="Accepted units taken over from others."
    )
    assigned_each: Decimal | None = _cell(
        answers.ASSIGNED_EACH, description="Assigned units for each person."
    )
    units_each: Decimal | None = _cell(
        answers.UNITS_EACH, description="Accepted units, of whatever origin, for each person."
    )
    heaviest_share: Decimal | None = _cell(
        answers.HEAVIEST_SHARE, description="Share of the product that weighs most."
    )
    fields_each: Decimal | None = _cell(
        answers.FIELDS_EACH, description="Fields of work for each person."
    )
    fields_most: int | None = _cell("fields_most", description="Most fields of one person.")
    sheets: int | None = _cell("sheets")
    signed: int | None = _cell(
        "signed", description="Only these are counted below: drafts are nobody's result."
    )
    scored: int | None = _cell("scored", description="Signed sheets with a total.")
    points: Decimal | None = _cell(_number("points"), description="Sum of their totals.")
    mean: Decimal | None = _cell(answers.MEAN)
    excellent: int | None = _cell("excellent")
    good: int | None = _cell("good")
    completed_level: int | None = _cell("completed_level")
    not_completed: int | None = _cell("not_completed")
    insufficient: int | None = _cell("insufficient")


@strawberry.type
class InsightQuestions:
    signal: Signal | None = one(answers.signal_by_id, args={"id": strawberry.ID})
    signal_counts: list[SignalCount] = many(
        answers.signal_counts,
        args={"agency": strawberry.ID},
        order=("period desc", "kind desc"),
        description="An agency's months by kind of signal, the latest month first.",
    )
    story_of_sheet: Connection[AuditLeaf] = connection(
        answers.story_of_sheet,
        args={"sheet_id": strawberry.ID},
        order=("seq",),
        description="From its beginning, what was done to a sheet, to the work that it counts, and"
        " about its result; for inspectors of its agency.",
    )
    signals_of_agency: Connection[Signal] = connection(
        answers.signals_of_agency,
        args={"agency": strawberry.ID, "period": date, "kind": SignalKind | None},
        order=("kind", "found_at desc"),
        description="For inspectors of the agency; a head sees what was shared with him.",
    )
    signals_of_unit: Connection[Signal] = connection(
        answers.signals_of_unit,
        args={"unit": strawberry.ID, "period": date},
        order=("kind", "found_at desc"),
    )
    figures_of_agency: Connection[Figures] = connection(
        answers.figures_of_agency,
        args={"agency": strawberry.ID, "period": date},
        order=("scope",),
        description="The agency as a whole, which is the sum of its units, and each unit.",
    )
    figures_of_agencies: Connection[Figures] = connection(
        answers.figures_of_agencies,
        args={"period": date},
        order=("id",),
        description="Agencies as wholes, to be compared by head count.",
    )
    month_loads: list[MonthLoad] = many(
        answers.month_loads,
        args={"unit": strawberry.ID, "period": date},
        order=("posting_id",),
        description="Of each whom the head of a unit scores at the end of a period: what he has to"
        " do in it, whether or not its month is open.",
    )
    scores_beneath: list[ScoreSpread] = many(
        answers.scores_beneath,
        args={"unit": strawberry.ID, "period": date},
        order=("scope", "standing", "unit_id"),
        description="The spread of signed scores in and beneath the unit that one heads: by unit,"
        " by standing, and of all.",
    )
    score_outliers: list[ScoreOutlier] = many(
        answers.score_outliers,
        args={"unit": strawberry.ID, "period": date},
        order=("total", "sheet_id"),
    )
    calibrations_of_unit: Connection[Calibration] = connection(
        answers.calibrations_of_unit,
        args={"unit": strawberry.ID, "period": date},
        order=("asked_at",),
    )
    calibrations_of_agency: Connection[Calibration] = connection(
        answers.calibrations_of_agency,
        args={"agency": strawberry.ID, "period": date},
        order=("asked_at desc",),
        description="Scores of an agency's month that were asked to be reconsidered, as far as you"
        " may see the sheets.",
    )
    work_beyond_plan: list[BeyondPlan] = many(
        answers.beyond_plan_of,
        args={"agency": strawberry.ID, "period": date},
        order=("units desc", "posting_id desc"),
        description="Facts that a reward out of turn may rest on; nothing is proposed by them.",
    )
    rewards_of_agency: Connection[RewardProposal] = connection(
        answers.rewards_of_agency,
        args={"agency": strawberry.ID, "period": date},
        order=("proposed_at",),
    )
