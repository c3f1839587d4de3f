"""Which periods the program looks at by itself: where a unit was closed lately."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import DateTime, bindparam, select

from resolvers.core.database import Transaction
from resolvers.evaluations import unit_month

_CLOSED = (
    select(unit_month.c.agency_id, unit_month.c.period)
    .where(unit_month.c.closed_at >= bindparam("since", type_=DateTime(timezone=True)))
    .distinct()
    .order_by(unit_month.c.agency_id, unit_month.c.period)
)


async def closed_lately(tx: Transaction, since: datetime) -> Sequence[tuple[UUID, date]]:
    """Agencies and periods of which some unit has been closed since a moment, each once."""
    rows = await tx.rows(_CLOSED, since=since)
    return [(row["agency_id"], row["period"]) for row in rows]
