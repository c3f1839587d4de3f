"""Whether a unit still has somebody who manages it: a mandate for it, or for a unit above it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Text, and_, bindparam, func, not_, select
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.organisation import line_up
from resolvers.people.tables import mandate

_UUID = UuidType(as_uuid=True)
_DAYS = bindparam("days", type_=DATERANGE)
_line = line_up().cte("line")
_manages = select(func.range_agg(mandate.c.during).op("@>", is_comparison=True)(_DAYS)).where(
    mandate.c.unit_id.in_(select(_line.c.unit_id)),
    mandate.c.kind == bindparam("kinds", type_=ARRAY(Text)).any_(),
    mandate.c.id.is_distinct_from(bindparam("without", type_=_UUID)),
    mandate.c.person_id.is_distinct_from(bindparam("leaver", type_=_UUID)),
)
_stands = select(func.count()).select_from(_line).scalar_subquery() > 0
_UNMANAGED = select(and_(_stands, not_(func.coalesce(_manages.scalar_subquery(), False))))

_ADMINISTERED = select(mandate.c.unit_id, (mandate.c.during.op("*")(_DAYS)).label("lost")).where(
    mandate.c.person_id == bindparam("person", type_=_UUID),
    mandate.c.agency_id == bindparam("agency", type_=_UUID),
    mandate.c.kind == "administrator",
    mandate.c.during.op("&&", is_comparison=True)(_DAYS),
)


async def leaves_unmanaged(
    tx: Transaction,
    unit: UUID,
    days: Range[date],
    *,
    kinds: Sequence[str],
    without: UUID | None = None,
    leaver: UUID | None = None,
) -> bool:
    """Whether on any of `days` nobody holds a mandate of these kinds for a unit.

    Neither the mandate `without` counts, nor those of the person `leaver`. Who stands above the
    unit is asked of the first of the days; a unit that does not stand then needs nobody.
    """
    found = await tx.value(
        _UNMANAGED,
        unit=unit,
        day=days.lower,
        days=days,
        kinds=list(kinds),
        without=without,
        leaver=leaver,
    )
    return bool(found)


async def last_administrator(
    tx: Transaction, person: UUID, agency: UUID, days: Range[date]
) -> bool:
    """Whether on any of `days` a unit of the agency would have no administrator but this person."""
    rows = await tx.rows(_ADMINISTERED, person=person, agency=agency, days=days)
    found = [
        await leaves_unmanaged(
            tx, row["unit_id"], row["lost"], kinds=("administrator",), leaver=person
        )
        for row in rows
    ]
    return any(found)
