"""The recognised level of an organisation: the head's class is never above it (art. 20.6)."""

from uuid import UUID

from sqlalchemy import Integer, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.recognition.tables import organisation_review
from resolvers.statute.evaluation import Level

_LEVEL = select(organisation_review.c.applied_level).where(
    organisation_review.c.unit_id == bindparam("unit", type_=UuidType(as_uuid=True)),
    organisation_review.c.year == bindparam("year", type_=Integer),
    organisation_review.c.state == "recognised",
)


async def recognised_level(tx: Transaction, unit: UUID, year: int) -> Level | None:
    """The level of a unit's year in force, told or not yet told; None while it is not recognised.

    A transaction behind the row fence finds what its doer's agencies recognise or are.
    """
    level: str | None = await tx.value(_LEVEL, unit=unit, year=year)
    return None if level is None else Level(level)
