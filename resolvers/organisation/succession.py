"""Who answers today for an agency or a unit that was closed: the one that keeps its records."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY
from resolvers.organisation.tables import agency, unit, unit_placement

_start = (
    select(agency.c.id, agency.c.succeeded_by_id, agency.c.managing_agency_id, agency.c.closed_on)
    .where(agency.c.id == bindparam("agency", type_=UuidType(as_uuid=True)))
    .cte("line", recursive=True)
)
_line = _start.union(
    select(
        agency.c.id, agency.c.succeeded_by_id, agency.c.managing_agency_id, agency.c.closed_on
    ).join(_start, agency.c.id == _start.c.succeeded_by_id)
)
_ABOVE = (
    select(unit_placement.c.parent_id)
    .where(unit_placement.c.unit_id == unit.c.id)
    .order_by(func.lower(unit_placement.c.during).desc())
    .limit(1)
    .scalar_subquery()
)
_NEXT = func.coalesce(unit.c.kept_by_id, _ABOVE).label("next_id")
"""Who answers for a unit once it is closed: its keeper, else the unit above it on its last day."""

_own = (
    select(unit.c.id, _NEXT, unit.c.closed_on)
    .where(unit.c.id == bindparam("unit", type_=UuidType(as_uuid=True)))
    .cte("keepers", recursive=True)
)
_keepers = _own.union(
    select(unit.c.id, _NEXT, unit.c.closed_on).join(
        _own, and_(unit.c.id == _own.c.next_id, _own.c.closed_on <= DAY)
    )
)
_STANDS = select(_keepers.c.id).where(
    or_(_keepers.c.closed_on.is_(None), _keepers.c.closed_on > DAY)
)
_LAST = select(_line).where(_line.c.succeeded_by_id.is_(None))


async def records_keeper(tx: Transaction, agency: UUID) -> Row | None:
    """The agency that answers for an agency's records: itself, or the last of its successors.

    With id, managing_agency_id and closed_on; None for an id that no agency has.
    """
    return await tx.row(_LAST, agency=agency)


async def unit_answering(tx: Transaction, unit: UUID, day: date) -> UUID | None:
    """The unit that answers for a unit's work on a day: itself while it stands, then its keeper.

    Where nobody was named to keep its records, it is the nearest unit above that stands: its head
    headed the closed one's head, and reads what was done there. None where nothing above stands.
    """
    found: UUID | None = await tx.value(_STANDS, unit=unit, day=day)
    return found


def kept_units(keeper: ColumnElement[Any], day: ColumnElement[Any]) -> Select[Any]:
    """The ids of a unit and of all closed ones that it has to answer for, by then, one after
    another: the mirror of `unit_answering`."""
    own = select(unit.c.id).where(unit.c.id == keeper).cte("answered_for", recursive=True)
    lower = answered_by(own.c.id, day)
    step = select(lower.c.id).select_from(own.join(lower, true()))
    return select(own.union(step).c.id)


def answering_units(keepers: ColumnElement[Any], day: ColumnElement[Any]) -> Select[Any]:
    """What each of `keepers` answers for by then: rows (unit_id, answering_id), each for itself and
    for the closed units of `kept_units`."""
    own = (
        select(unit.c.id.label("unit_id"), unit.c.id.label("answering_id"))
        .where(unit.c.id == keepers)
        .cte("answering", recursive=True, nesting=True)
    )
    lower = answered_by(own.c.unit_id, day)
    step = select(lower.c.id, own.c.answering_id).select_from(own.join(lower, true()))
    answered = own.union(step)
    return select(answered.c.unit_id, answered.c.answering_id)


def answered_by(upper: ColumnElement[Any], day: ColumnElement[Any]) -> FromClause:
    """One step of it, beside `upper`: the closed units that a unit keeps, or that last stood
    beneath it and have no keeper."""
    kept = select(unit.c.id).where(unit.c.kept_by_id == upper, unit.c.closed_on <= day)
    beneath = (
        select(unit.c.id)
        .join(unit_placement, unit_placement.c.unit_id == unit.c.id)
        .where(
            unit_placement.c.parent_id == upper,
            func.upper(unit_placement.c.during) == unit.c.closed_on,
            unit.c.kept_by_id.is_(None),
            unit.c.closed_on <= day,
        )
    )
    return union_all(kept, beneath).lateral("lower")
