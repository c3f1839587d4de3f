"""Who classifies a year, and who may replace it: Decree 335/2025, art. 10.2 and 21.3, in the tree.

The head of a using agency classifies its deputies and members, those of its direct-using units and
the heads of these; the head of the managing agency classifies the heads of using agencies, and
alone replaces what either decided.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Text, case, false, func, literal, select, true

from resolvers.core.database import Transaction
from resolvers.core.days import holds
from resolvers.organisation.standing import UNITS
from resolvers.organisation.tables import unit, unit_placement

CLASSIFYING = ("using", "managing")
"""The standings whose head classifies."""
_PASSED = literal("none", Text)


def _nearest(starts: Select[Any], standings: Iterable[str]) -> Select[Any]:
    """For each row of `starts` (key, unit_id, above) the nearest unit that stands so on `:day`.

    `above` says that the unit itself does not count. A key with none has no row.
    """
    start, place, upper = starts.subquery("start"), unit_placement.alias(), unit_placement.alias()
    first = select(
        start.c.key,
        place.c.unit_id,
        place.c.parent_id,
        case((start.c.above, _PASSED), else_=place.c.standing).label("standing"),
    ).join(place, place.c.unit_id == start.c.unit_id)
    climb = first.where(holds(place)).cte(recursive=True)
    found = climb.c.standing.in_(tuple(standings))
    step = select(climb.c.key, upper.c.unit_id, upper.c.parent_id, upper.c.standing).join(
        upper, upper.c.unit_id == climb.c.parent_id
    )
    # A union of distinct rows ends even where a console has made a circle.
    climb = climb.union(step.where(holds(upper), ~found))
    return select(climb.c.key, climb.c.unit_id).where(climb.c.standing.in_(tuple(standings)))


def classifying_units(starts: Select[Any]) -> Select[Any]:
    """For each row of `starts`, the unit whose head classifies it on `:day` (art. 10.2).

    `starts` has the columns key, unit_id and above (true for the head of that unit). Rows (key,
    classifying_unit_id); a key that nobody of this installation classifies has no row.
    """
    found = _nearest(starts, CLASSIFYING).subquery()
    return select(found.c.key, found.c.unit_id.label("classifying_unit_id"))


def managing_units(starts: Select[Any]) -> Select[Any]:
    """For each row of `starts`, the unit of the managing agency above it on `:day` (art. 21.3).

    `starts` has the columns key and unit_id. Rows (key, managing_unit_id): the nearest managing
    unit strictly above the using agency's own; where none stands above, that one itself.
    """
    start = starts.subquery()
    own = _nearest(
        select(start.c.key, start.c.unit_id, false().label("above")), CLASSIFYING
    ).subquery()
    upper = _nearest(
        select(own.c.key, own.c.unit_id, true().label("above")), ("managing",)
    ).subquery()
    managing = func.coalesce(upper.c.unit_id, own.c.unit_id)
    return select(own.c.key, managing.label("managing_unit_id")).select_from(
        own.outerjoin(upper, upper.c.key == own.c.key)
    )


def _of_units(above: Any) -> Select[Any]:
    key = unit.c.id.label("key")
    return select(key, unit.c.id.label("unit_id"), above.label("above")).where(
        unit.c.id == UNITS.any_()
    )


_OF_STAFF = classifying_units(_of_units(false()))
_OF_HEADS = classifying_units(_of_units(true()))
_MANAGING = managing_units(_of_units(false()))


async def classifying_units_of(
    tx: Transaction, units: list[UUID], day: date, *, heads: bool = False
) -> dict[UUID, UUID]:
    """By unit, the unit whose head classifies its deputies and members, or with `heads` its head.

    A unit of which nobody does so has no entry.
    """
    rows = await tx.rows(_OF_HEADS if heads else _OF_STAFF, units=units, day=day)
    return {row["key"]: row["classifying_unit_id"] for row in rows}


async def managing_units_of(tx: Transaction, units: list[UUID], day: date) -> dict[UUID, UUID]:
    """By unit, the unit whose head alone replaces decisions on the people of its using agency."""
    rows = await tx.rows(_MANAGING, units=units, day=day)
    return {row["key"]: row["managing_unit_id"] for row in rows}
