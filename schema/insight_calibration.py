"""Calibration: how signed scores are spread, and what the next head up asks to be reconsidered."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import evaluations
from resolvers import insight as answers
from schema.evaluations import Level, Sheet
from schema.mapping import computed, one, ref, row, table
from schema.organisation import Standing, Unit
from schema.people import Person
from schema.shapes import Node


@strawberry.enum(description="Over what a spread of scores is taken.")
class SpreadScope(Enum):
    UNIT = strawberry.enum_value("unit", description="One unit.")
    STANDING = strawberry.enum_value("standing", description="Comparable units: of one standing.")
    ALL = strawberry.enum_value("all", description="Everything asked for.")


@row
@strawberry.type(description="How signed scores are spread. Drafts are not in it.")
class ScoreSpread:
    scope: SpreadScope
    standing: Standing | None
    sheets: int
    signed: int
    excellent: int
    good: int
    completed_level: int
    not_completed: int
    insufficient: int
    lowest: Decimal | None
    first_quarter: Decimal | None
    middle: Decimal | None
    third_quarter: Decimal | None
    highest: Decimal | None
    mean: Decimal | None
    unit: Unit | None = one(answers.every_unit, on={"id": "unit_id"})


@row
@strawberry.type(description="A signed score outside the fences of units of the same standing.")
class ScoreOutlier:
    total: Decimal
    middle: Decimal
    low: Decimal
    high: Decimal
    compared: int = strawberry.field(description="Signed scores that it is compared with.")
    sheet: Sheet | None = one(answers.every_sheet, on={"id": "sheet_id"})
    person: Person | None = one(answers.every_person, on={"id": "person_id"})
    unit: Unit | None = one(answers.every_unit, on={"id": "scoring_unit_id"})


@strawberry.enum(description="How a request to reconsider a score was answered.")
class Outcome(Enum):
    KEPT = "kept"
    RESCORED = "rescored"


@table(evaluations.calibration)
@strawberry.federation.type(
    keys=["id"],
    description="The next head up asks for a signed score to be reconsidered; both numbers stay.",
)
class Calibration(Node):
    id: strawberry.ID
    period: date
    before_round: int
    before_total: Decimal | None
    before_level: Level
    reason: str
    asked_at: datetime
    outcome: Outcome | None
    after_round: int | None
    after_total: Decimal | None
    after_level: Level | None
    answer: str | None
    answered_at: datetime | None
    unit: Unit = ref("scoring_unit_id")
    sheet: Sheet | None = ref("sheet_id")
    person: Person = ref("person_id", inherited=True)
    asked_by: Person = ref("asked_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    answered_by: Person | None = ref("answered_by", inherited=True)
    answered_on_behalf_of: Person | None = ref("answered_on_behalf_of", inherited=True)
    allowed_actions: list[str] = computed(
        evaluations.allowed_on_calibrations, needs=evaluations.CALIBRATION_NEEDS
    )
