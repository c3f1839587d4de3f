"""Where a person serves: asked of an agency whose rows the one who asks may not see."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.core.fence import as_seen_by
from resolvers.people.headship import scoring_unit_of
from resolvers.people.tables import posting

_UUID = UuidType(as_uuid=True)
_LATEST = (
    select(posting.c.id, posting.c.unit_id, posting.c.during)
    .where(
        posting.c.person_id == bindparam("person", type_=_UUID),
        posting.c.agency_id == bindparam("agency", type_=_UUID),
        posting.c.main,
        posting.c.during.op("&&")(bindparam("asked", type_=DATERANGE)),
    )
    .order_by(func.lower(posting.c.during).desc())
    .limit(1)
)


async def answering_unit(
    tx: Transaction, person: UUID, agency: UUID, asked: Range[date], today: date
) -> UUID | None:
    """The unit whose head scores a person for his latest main post in an agency on the days asked.

    As of today, or of the nearest of these days on which he holds it; his own unit, where nobody
    scores him; None, where he has no main post there on any of them.
    """
    async with as_seen_by(tx, person):
        post = await tx.row(_LATEST, person=person, agency=agency, asked=asked)
        if post is None:
            return None
        unit: UUID = post["unit_id"]
        return await scoring_unit_of(tx, post["id"], _nearest(today, post["during"], asked)) or unit


def _nearest(today: date, *both: Range[date]) -> date:
    """Of the days that both hold, the one nearest to today."""
    ends = [each.upper - timedelta(days=1) for each in both if each.upper is not None]
    begins = [each.lower for each in both if each.lower is not None]
    return max([min([*ends, today]), *begins])
