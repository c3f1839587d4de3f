"""Who answers today for an agency or a unit that was closed: the one that keeps its records."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY
from resolvers.organisation.tables import agency, unit

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
_own = (
    select(unit.c.id, unit.c.kept_by_id, unit.c.closed_on)
    .where(unit.c.id == bindparam("unit", type_=UuidType(as_uuid=True)))
    .cte("keepers", recursive=True)
)
_keepers = _own.union(
    select(unit.c.id, unit.c.kept_by_id, unit.c.closed_on).join(
        _own, and_(unit.c.id == _own.c.kept_by_id, _own.c.closed_on <= DAY)
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

    None where it is closed and nobody was named to keep its records.
    """
    found: UUID | None = await tx.value(_STANDS, unit=unit, day=day)
    return found


def kept_units(keeper: ColumnElement[Any], day: ColumnElement[Any]) -> Select[Any]:
    """The ids of a unit and of all closed ones that it has to answer for, by then, one after
    another."""
    own = select(unit.c.id).where(unit.c.id == keeper).cte("answered_for", recursive=True)
    kept = own.union(
        select(unit.c.id).join(own, and_(unit.c.kept_by_id == own.c.id, unit.c.closed_on <= day))
    )
    return select(kept.c.id)


def answering_units(keepers: ColumnElement[Any], day: ColumnElement[Any]) -> Select[Any]:
    """What each of `keepers` answers for by then: rows (unit_id, answering_id), each for itself and
    for the closed units that it keeps, one after another."""
    own = (
        select(unit.c.id.label("unit_id"), unit.c.id.label("answering_id"))
        .where(unit.c.id == keepers)
        .cte("answering", recursive=True, nesting=True)
    )
    kept = own.union(
        select(unit.c.id, own.c.answering_id).join(
            own, and_(unit.c.kept_by_id == own.c.unit_id, unit.c.closed_on <= day)
        )
    )
    return select(kept.c.unit_id, kept.c.answering_id)
