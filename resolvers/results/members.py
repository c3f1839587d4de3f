"""Whose results an agency computes: those whose last main post in the span is in it (art. 19.1)."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, FromClause, Select, bindparam, func, select
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.people import posting
from resolvers.results.posts import DAY, Post
from resolvers.results.rolling import Spanned
from resolvers.results.tables import result


class Member(NamedTuple):
    """A person of the span, with those of his main posts that are seen, in their order."""

    person: UUID
    posts: tuple[Post, ...]

    @property
    def end(self) -> tuple[Post, date]:
        """His last post, and its last day inside the span; he must have one."""
        last = self.posts[-1]
        return last, last.ends - DAY

    def belongs_to(self, spanned: Spanned) -> bool:
        """Whether the result of the span is the agency's to compute."""
        if not self.posts:
            return False
        last, day = self.end
        return last.agency == spanned.agency and day >= spanned.first

    def is_seen_whole(self, spanned: Spanned) -> bool:
        """Whether nothing of the span can lie where the fence hides it."""
        return sum((each.ends - each.begins).days for each in self.posts) == spanned.length


_UUID = UuidType(as_uuid=True)
_WHOLE = bindparam("whole", type_=DATERANGE)
_AGENCY = bindparam("agency", type_=_UUID)


def _posts_of(persons: FromClause) -> Select[Any]:
    inside = posting.c.during.op("*")(_WHOLE)
    begins = func.lower(inside, type_=Date)
    return (
        select(
            persons.c.person_id,
            posting.c.id,
            posting.c.agency_id,
            posting.c.unit_id,
            (posting.c.office == "head").label("heads"),
            begins.label("begins"),
            func.upper(inside, type_=Date).label("ends"),
        )
        .select_from(persons)
        .outerjoin(
            posting,
            (posting.c.person_id == persons.c.person_id)
            & posting.c.main
            & posting.c.during.op("&&", is_comparison=True)(_WHOLE),
        )
        .order_by(persons.c.person_id, begins)
    )


_OF_AGENCY = _posts_of(
    select(posting.c.person_id)
    .where(
        posting.c.agency_id == _AGENCY,
        posting.c.main,
        posting.c.during.op("&&", is_comparison=True)(_WHOLE),
    )
    # Somebody whose post has been corrected away may still have a result here.
    .union(
        select(result.c.person_id).where(
            result.c.agency_id == _AGENCY,
            result.c.span == bindparam("span"),
            result.c.period == bindparam("period", type_=Date),
            result.c.replaced_at.is_(None),
        )
    )
    .subquery("asked")
)
_HIM = select(bindparam("person", type_=_UUID).label("person_id")).subquery("asked")
_OF_PERSON = _posts_of(_HIM)


async def members(tx: Transaction, spanned: Spanned) -> list[Member]:
    """Everybody who holds a main post in the agency in the span, or has a result there."""
    rows = await tx.rows(
        _OF_AGENCY,
        agency=spanned.agency,
        whole=spanned.whole,
        span=spanned.span.value,
        period=spanned.first,
    )
    return _read(rows)


async def member(tx: Transaction, person: UUID, spanned: Spanned) -> Member:
    """One person, as the fence shows him now."""
    (found,) = _read(await tx.rows(_OF_PERSON, person=person, whole=spanned.whole))
    return found


def _read(rows: Sequence[Row]) -> list[Member]:
    posts: dict[UUID, list[Post]] = {}
    for row in rows:
        held = posts.setdefault(row["person_id"], [])
        if row["id"] is not None:
            told = (row[name] for name in ("agency_id", "unit_id", "heads", "begins", "ends"))
            held.append(Post(row["id"], *told))
    return [Member(person, tuple(held)) for person, held in posts.items()]
