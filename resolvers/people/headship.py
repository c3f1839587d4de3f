"""Who heads, who acts for him, and who is scored in which unit's name on a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.organisation import realm, scoring_units
from resolvers.people.tables import delegation, posting

_UUIDS = ARRAY(UuidType(as_uuid=True))


@dataclass(frozen=True, slots=True)
class Heads:
    """Who may act as head of a unit on one day; nobody, where the office is vacant and not lent."""

    head: UUID | None
    """The person whose post it is."""
    acting: UUID | None
    """The person to whom the head's authority is lent on that day."""
    delegation: UUID | None


_ROUTES = scoring_units(
    select(
        posting.c.id.label("key"), posting.c.unit_id, (posting.c.office == "head").label("above")
    ).where(posting.c.id == bindparam("postings", type_=_UUIDS).any_())
)
_UNIT = bindparam("unit", type_=UuidType(as_uuid=True))
_HEADS = (
    select(
        posting.c.person_id.label("head"),
        delegation.c.to_person_id.label("acting"),
        delegation.c.id.label("delegation"),
    )
    .select_from(posting)
    # What a head lent ends with his own days as head.
    .outerjoin(
        delegation,
        and_(
            delegation.c.unit_id == posting.c.unit_id,
            delegation.c.from_person_id == posting.c.person_id,
            holds(delegation),
        ),
    )
    .where(posting.c.unit_id == _UNIT, posting.c.office == "head", holds(posting))
)
_realm = realm().subquery("realm")
_SCORED_BY = (
    select(
        posting.c.id.label("posting_id"),
        posting.c.person_id,
        posting.c.unit_id,
        posting.c.agency_id,
        posting.c.position_id,
        posting.c.office,
    )
    .join(_realm, _realm.c.unit_id == posting.c.unit_id)
    .where(
        posting.c.main,
        holds(posting),
        or_(
            and_(_realm.c.own, posting.c.office != "head"),
            and_(posting.c.unit_id != _UNIT, posting.c.office == "head"),
        ),
    )
    .order_by(posting.c.id)
)


async def scoring_unit_of(tx: Transaction, posting: UUID, day: date) -> UUID | None:
    """The unit whose head scores the holder of a posting on a day; None where nobody does."""
    return (await scoring_units_of(tx, [posting], day)).get(posting)


async def scoring_units_of(tx: Transaction, postings: list[UUID], day: date) -> dict[UUID, UUID]:
    """As `scoring_unit_of`, for many; a posting that nobody scores has no entry."""
    rows = await tx.rows(_ROUTES, postings=postings, day=day)
    return {row["key"]: row["scoring_unit_id"] for row in rows}


async def heads_of(tx: Transaction, unit: UUID, day: date) -> Heads:
    """Who may act as head of a unit on a day."""
    row = await tx.row(_HEADS, unit=unit, day=day)
    return Heads(None, None, None) if row is None else Heads(**row)


async def scored_by(tx: Transaction, unit: UUID, day: date) -> list[Row]:
    """The main postings on a day whose holders the head of a scoring unit scores.

    Rows with posting_id, person_id, unit_id, agency_id, position_id, office: deputies and members
    down to the next scoring units, and the heads of every unit met on the way (art. 10.1).
    """
    return list(await tx.rows(_SCORED_BY, unit=unit, day=day))
