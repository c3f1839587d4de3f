"""Who scores in which unit's name: the route of Decree 335/2025, art. 10.1, through the dated tree.

A unit scores if its standing is managing, using or direct-using; its head does it. Members and
deputies are scored by the nearest scoring unit at or above theirs, a unit's head by the nearest one
strictly above: the head of a direct-using unit by the head of the using agency (b), that one by the
head of the managing agency (a).
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    bindparam,
    case,
    false,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.core.days import DAY, holds
from resolvers.organisation.tables import unit, unit_placement

RANKS = {"direct_using": 1, "using": 2, "managing": 3}
"""The scoring standings; a head is scored by somebody of a higher one."""
_DOES_NOT_SCORE = literal("none", Text)
UNITS = bindparam("units", type_=ARRAY(UuidType(as_uuid=True)))
PassedOver = Callable[[ColumnElement[Any], ColumnElement[Any]], ColumnElement[bool]]
"""Of a key and a unit on its way up: whether that unit's head does not count for that key."""


def scoring_units(starts: Select[Any], passed_over: PassedOver | None = None) -> Select[Any]:
    """For each row of `starts`, the unit that scores it on `:day`: rows (key, scoring_unit_id).

    `starts` has the columns key, unit_id (where to begin the climb) and above (true where that unit
    itself does not count: its head's own route). A key without a scoring unit has no row. A unit
    that is `passed_over` for a key scores it as little as one without a standing does.
    """
    start, place, upper = starts.subquery("start"), unit_placement.alias(), unit_placement.alias()

    def standing(of: FromClause, key: ColumnElement[Any], *skips: ColumnElement[bool]) -> Any:
        passes = (*skips, *([] if passed_over is None else [passed_over(key, of.c.unit_id)]))
        if not passes:
            return of.c.standing
        return case((or_(*passes), _DOES_NOT_SCORE), else_=of.c.standing).label("standing")

    first = select(
        start.c.key, place.c.unit_id, place.c.parent_id, standing(place, start.c.key, start.c.above)
    ).join(place, place.c.unit_id == start.c.unit_id)
    climb = first.where(holds(place)).cte("climb", recursive=True)
    step = select(
        climb.c.key, upper.c.unit_id, upper.c.parent_id, standing(upper, climb.c.key)
    ).join(upper, upper.c.unit_id == climb.c.parent_id)
    # A union of distinct rows ends even where a console has made a circle.
    climb = climb.union(step.where(holds(upper), climb.c.standing == _DOES_NOT_SCORE))
    return select(climb.c.key, climb.c.unit_id.label("scoring_unit_id")).where(
        climb.c.standing != _DOES_NOT_SCORE
    )


_NEXT_UP = scoring_units(
    select(unit.c.id.label("key"), unit.c.id.label("unit_id"), true().label("above")).where(
        unit.c.id == UNITS.any_()
    )
)
_AT_OR_ABOVE = scoring_units(
    select(unit.c.id.label("key"), unit.c.id.label("unit_id"), false().label("above")).where(
        unit.c.id == UNITS.any_()
    )
)


async def next_unit_up(tx: Transaction, unit: UUID, day: date) -> UUID | None:
    """The unit whose head scores this unit's head on `day`; None where none stands above."""
    return (await next_units_up(tx, [unit], day)).get(unit)


async def next_units_up(tx: Transaction, units: list[UUID], day: date) -> dict[UUID, UUID]:
    """As `next_unit_up`, for many; a unit with none above has no entry."""
    rows = await tx.rows(_NEXT_UP, units=units, day=day)
    return {row["key"]: row["scoring_unit_id"] for row in rows}


async def scoring_unit(tx: Transaction, unit: UUID, day: date) -> UUID | None:
    """The unit whose head scores the deputies and members of `unit` on `day`."""
    rows = await tx.rows(_AT_OR_ABOVE, units=[unit], day=day)
    return rows[0]["scoring_unit_id"] if rows else None


def realm(unit: ColumnElement[Any] | None = None, day: ColumnElement[date] = DAY) -> Select[Any]:
    """What the head of a scoring unit meets on a day going down: rows (unit_id, own); of `:unit`
    on `:day` where nothing else is said.

    `own` is true for the unit and for those beneath it that do not score: their deputies and
    members are its own. It is false for the next scoring units, of which only the head is.
    """
    place, lower = unit_placement.alias(), unit_placement.alias()
    here = bindparam("unit", type_=UuidType(as_uuid=True)) if unit is None else unit
    down = (
        select(place.c.unit_id, true().label("own"))
        .where(place.c.unit_id == here, place.c.standing != _DOES_NOT_SCORE, holds(place, day))
        .cte("down", recursive=True, nesting=True)
    )
    step = select(lower.c.unit_id, lower.c.standing == _DOES_NOT_SCORE).join(
        down, lower.c.parent_id == down.c.unit_id
    )
    down = down.union(step.where(down.c.own, holds(lower, day)))
    return select(down.c.unit_id, down.c.own)


def of_the_head(
    met: FromClause, post: FromClause, head_of: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Whether the head of a unit scores a post of a unit that `realm` met: those of his own units
    but for his, and the heads of the others.
    """
    heads = post.c.office == "head"
    return or_(and_(met.c.own, ~heads), and_(post.c.unit_id != head_of, heads))


def subtree(when: Callable[[FromClause], ColumnElement[bool]] = holds) -> Select[Any]:
    """`:unit` and the units beneath it on `:day`: rows (unit_id, standing).

    With `holds_from` as `when`: those that stand beneath it on any day from then on.
    """
    place, lower = unit_placement.alias(), unit_placement.alias()
    here = bindparam("unit", type_=UuidType(as_uuid=True))
    down = (
        select(place.c.unit_id, place.c.standing)
        .where(place.c.unit_id == here, when(place))
        .cte("beneath", recursive=True)
    )
    step = select(lower.c.unit_id, lower.c.standing).join(down, lower.c.parent_id == down.c.unit_id)
    return select(down.union(step.where(when(lower))))


def line_up() -> Select[Any]:
    """`:unit` and the units of its own agency above it on `:day`: rows (unit_id)."""
    place, upper, lower = unit_placement.alias(), unit_placement.alias(), unit.alias()
    here = bindparam("unit", type_=UuidType(as_uuid=True))
    up = (
        select(place.c.unit_id, place.c.parent_id, unit.c.agency_id)
        .join(unit, unit.c.id == place.c.unit_id)
        .where(place.c.unit_id == here, holds(place))
        .cte("up", recursive=True)
    )
    step = (
        select(upper.c.unit_id, upper.c.parent_id, lower.c.agency_id)
        .join(up, upper.c.unit_id == up.c.parent_id)
        .join(lower, and_(lower.c.id == upper.c.unit_id, lower.c.agency_id == up.c.agency_id))
    )
    return select(up.union(step.where(holds(upper))).c.unit_id)


def root_units() -> Select[Any]:
    """The root unit of each agency in `:agencies` on `:day`: rows (agency_id, unit_id)."""
    place, parent = unit_placement.alias(), unit.alias()
    return (
        select(unit.c.agency_id, unit.c.id.label("unit_id"))
        .join(place, place.c.unit_id == unit.c.id)
        .outerjoin(parent, parent.c.id == place.c.parent_id)
        .where(
            unit.c.agency_id == bindparam("agencies", type_=ARRAY(UuidType(as_uuid=True))).any_(),
            holds(place),
            or_(parent.c.id.is_(None), parent.c.agency_id != unit.c.agency_id),
        )
    )


_ROOT = root_units()


async def root_unit(tx: Transaction, agency: UUID, day: date) -> UUID | None:
    """The unit that stands for the whole agency on `day`: its head is the agency's head."""
    rows = await tx.rows(_ROOT, agencies=[agency], day=day)
    return rows[0]["unit_id"] if rows else None
