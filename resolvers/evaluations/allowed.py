"""What a person may do with a sheet now, by the very policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, bindparam, case, select

from authz.actions import Action
from authz.decide import batch
from authz.facts import SheetFacts
from authz.reach import Reach
from resolvers.core.days import holds
from resolvers.evaluations.holding import MONTH_STATE
from resolvers.evaluations.tables import sheet
from resolvers.organisation import unit_placement

ACTIONS = (
    Action.ApplyDeduction,
    Action.ReopenSheet,
    Action.ReturnSelfAssessment,
    Action.ReturnSheet,
    Action.ScoreSheet,
    Action.SelfAssess,
    Action.SignSheet,
)
"""The deeds on a sheet, in alphabetical order."""

LEVELS = 6
"""How many units without a standing of their own may lie between a scoring unit and the next."""


class Asking(Protocol):
    """Whatever carries the reach of the person who asks."""

    @property
    def reach(self) -> Reach: ...


def _next_unit() -> ColumnElement[UUID | None]:
    """The next unit up that scores, above a sheet's scoring unit; null where none stands above.

    Written level by level, without recursion: so it stays an expression over one row of the sheets.
    """
    today = bindparam("today", type_=Date)
    place = unit_placement.alias("place_0")
    joined: Any = place
    below: ColumnElement[Any] = place.c.parent_id
    found = []
    for level in range(1, LEVELS + 1):
        upper = unit_placement.alias(f"place_{level}")
        joined = joined.outerjoin(upper, and_(upper.c.unit_id == below, holds(upper, today)))
        found.append((upper.c.standing != "none", upper.c.unit_id))
        below = case((upper.c.standing == "none", upper.c.parent_id))
    return (
        select(case(*found))
        .select_from(joined)
        .where(place.c.unit_id == sheet.c.scoring_unit_id, holds(place, today))
        .scalar_subquery()
    )


NEXT_UNIT = _next_unit()
ALLOWED_NEEDS = ("person_id", "scoring_unit_id", "state", MONTH_STATE, NEXT_UNIT)
"""What `allowed_actions` needs of each sheet: column names and expressions over its table."""


def allowed_actions(request: Asking, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ALLOWED_NEEDS the names of the deeds that the caller may do now."""
    questions = [
        (
            action,
            SheetFacts(
                person=person,
                scoring_unit=scoring_unit,
                next_unit=next_unit,
                state=state,
                month=month,
            ),
        )
        for person, scoring_unit, state, month, next_unit in rows
        for action in ACTIONS
    ]
    decided = iter(batch(request.reach, questions))
    return [[action.value for action in ACTIONS if next(decided).allowed] for _ in rows]
