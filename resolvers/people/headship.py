"""Who heads, who acts for him, and who is scored in which unit's name on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    false,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.core.fence import as_seen_by
from resolvers.organisation import of_the_head, realm, scoring_units
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


SCORED_POSTS: Select[Any] = select(
    posting.c.id.label("posting_id"),
    *(posting.c[name] for name in ("person_id", "unit_id", "agency_id", "position_id", "office")),
)
"""Posts, as whoever scores their holders needs them."""
HEADING = bindparam("heading", type_=Date)
"""The day on which it is asked whom somebody heads; it may be later than the day of his post."""
_of_key, _heads_it = posting.alias("of_key"), posting.alias("heads_it")


def is_head(
    person: ColumnElement[Any], unit: ColumnElement[Any], day: ColumnElement[Any] = HEADING
) -> ColumnElement[bool]:
    """Whether a person heads a unit by posting on a day, `:heading` where none is given.

    Two values, so that each is looked up for the units met, and never for all that there are.
    """
    head = (
        select(_heads_it.c.person_id)
        .where(_heads_it.c.unit_id == unit, _heads_it.c.office == "head", holds(_heads_it, day))
        .correlate_except(_heads_it)
    )
    return func.coalesce(head.scalar_subquery() == person, false())


def headed_by_himself(post: ColumnElement[Any], unit: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the holder of a post heads a unit on `:heading`: nobody is scored in his own name."""
    holder = select(_of_key.c.person_id).where(_of_key.c.id == post).correlate_except(_of_key)
    return is_head(holder.scalar_subquery(), unit)


def routes_of(*posts: ColumnElement[bool]) -> Select[Any]:
    """The unit that scores each of these posts on `:day`, but for those that its holder heads on
    `:heading`: rows (key, scoring_unit_id).
    """
    starts = select(
        posting.c.id.label("key"), posting.c.unit_id, (posting.c.office == "head").label("above")
    ).where(*posts)
    return scoring_units(starts, headed_by_himself)


_ROUTES = routes_of(posting.c.id == bindparam("postings", type_=_UUIDS).any_())
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


def _scored_by() -> Select[Any]:
    met = realm().cte("realm")
    own = SCORED_POSTS.join(met, met.c.unit_id == posting.c.unit_id).where(
        posting.c.main,
        holds(posting),
        of_the_head(met, posting, _UNIT),
        ~is_head(posting.c.person_id, _UNIT),
    )
    # Who heads one of the next units down beside his main post may have that in it, or beneath it.
    heads, main = posting.alias("heads"), posting.alias("main")
    beside = (
        select(main.c.id)
        .join(heads, and_(heads.c.person_id == main.c.person_id, heads.c.id != main.c.id))
        .join(met, met.c.unit_id == heads.c.unit_id)
        .where(main.c.main, holds(main), heads.c.unit_id != _UNIT)
        .where(heads.c.office == "head", holds(heads, HEADING))
    )
    routes = routes_of(posting.c.id.in_(beside)).subquery("routes")
    passed_up = SCORED_POSTS.join(routes, routes.c.key == posting.c.id).where(
        routes.c.scoring_unit_id == _UNIT
    )
    return select(own.union(passed_up).subquery("scored")).order_by("posting_id")


_SCORED_BY = _scored_by()
_HEADED = select(posting.c.unit_id).where(
    posting.c.person_id == bindparam("person", type_=UuidType(as_uuid=True)),
    posting.c.office == "head",
    holds(posting),
)


async def scoring_unit_of(
    tx: Transaction, posting: UUID, day: date, *, heading: date | None = None
) -> UUID | None:
    """The unit whose head scores the holder of a posting on a day; None where nobody does.

    Units that he heads himself on `heading`, that day where nothing is said, are passed over: a
    head is scored by the next one up, for whichever of his posts (art. 10.1).
    """
    return (await scoring_units_of(tx, [posting], day, heading=heading)).get(posting)


async def scoring_units_of(
    tx: Transaction, postings: list[UUID], day: date, *, heading: date | None = None
) -> dict[UUID, UUID]:
    """As `scoring_unit_of`, for many; a posting that nobody scores has no entry."""
    rows = await tx.rows(_ROUTES, postings=postings, day=day, heading=heading or day)
    return {row["key"]: row["scoring_unit_id"] for row in rows}


async def heads_of(tx: Transaction, unit: UUID, day: date) -> Heads:
    """Who may act as head of a unit on a day."""
    row = await tx.row(_HEADS, unit=unit, day=day)
    return Heads(None, None, None) if row is None else Heads(**row)


async def units_headed_by(tx: Transaction, person: UUID, day: date) -> set[UUID]:
    """The units, in whichever agency, that a person heads by posting on a day.

    For a decision that he may have no part in; whoever asks need not see those posts.
    """
    async with as_seen_by(tx, person):
        return {row["unit_id"] for row in await tx.rows(_HEADED, person=person, day=day)}


async def scored_by(
    tx: Transaction, unit: UUID, day: date, *, heading: date | None = None
) -> list[Row]:
    """The main postings on a day whose holders the head of a scoring unit scores.

    Rows as of SCORED_POSTS: deputies and members down to the next scoring units, and the heads of
    every unit met on the way (art. 10.1). What somebody holds where he is the head himself on
    `heading` goes up with him: see `scoring_unit_of`.
    """
    return list(await tx.rows(_SCORED_BY, unit=unit, day=day, heading=heading or day))
