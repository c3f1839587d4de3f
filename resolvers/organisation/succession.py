"""Who answers today for an agency that was closed: the one that keeps its records."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.organisation.tables import agency

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
_LAST = select(_line).where(_line.c.succeeded_by_id.is_(None))


async def records_keeper(tx: Transaction, agency: UUID) -> Row | None:
    """The agency that answers for an agency's records: itself, or the last of its successors.

    With id, managing_agency_id and closed_on; None for an id that no agency has.
    """
    return await tx.row(_LAST, agency=agency)
