"""Whether a unit still has somebody who manages it: a mandate for it, or for a unit above it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Text, bindparam, case, exists, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.core.days import holds
from resolvers.organisation import line_up
from resolvers.people.tables import mandate

_UUID = UuidType(as_uuid=True)
_line = line_up().cte("line")
_manages = exists(
    select(mandate.c.id).where(
        mandate.c.unit_id.in_(select(_line.c.unit_id)),
        mandate.c.kind == bindparam("kinds", type_=ARRAY(Text)).any_(),
        mandate.c.id.is_distinct_from(bindparam("without", type_=_UUID)),
        mandate.c.person_id.is_distinct_from(bindparam("leaver", type_=_UUID)),
        holds(mandate),
    )
)
_UNMANAGED = select(
    case((select(func.count()).select_from(_line).scalar_subquery() == 0, False), else_=~_manages)
)

_ADMINISTERED = select(mandate.c.unit_id).where(
    mandate.c.person_id == bindparam("person", type_=_UUID),
    mandate.c.agency_id == bindparam("agency", type_=_UUID),
    mandate.c.kind == "administrator",
    holds(mandate),
)


async def leaves_unmanaged(
    tx: Transaction,
    unit: UUID,
    day: date,
    *,
    kinds: Sequence[str],
    without: UUID | None = None,
    leaver: UUID | None = None,
) -> bool:
    """Whether on `day` nobody holds a mandate of these kinds for a unit that stands then.

    Neither the mandate `without` counts, nor those of the person `leaver`. A unit that does not
    stand needs nobody.
    """
    found = await tx.value(
        _UNMANAGED, unit=unit, day=day, kinds=list(kinds), without=without, leaver=leaver
    )
    return bool(found)


async def last_administrator(tx: Transaction, person: UUID, agency: UUID, day: date) -> bool:
    """Whether a unit of the agency has on `day` no administrator but this person."""
    rows = await tx.rows(_ADMINISTERED, person=person, agency=agency, day=day)
    found = [
        await leaves_unmanaged(tx, row["unit_id"], day, kinds=("administrator",), leaver=person)
        for row in rows
    ]
    return any(found)
