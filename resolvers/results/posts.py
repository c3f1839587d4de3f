"""Main posts as results look at them, and who scores their holders on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Boolean, bindparam, column, exists, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.organisation import scoring_units
from resolvers.people import posting, scoring_units_of

DAY = timedelta(days=1)


class Post(NamedTuple):
    """A main post, with those of its days that are looked at: `ends` is the first day after."""

    id: UUID
    agency: UUID
    unit: UUID
    heads: bool
    """The holder is the unit's head, so that somebody above scores him."""
    begins: date
    ends: date

    def within(self, begins: date, ends: date) -> "Post | None":
        """The same post, with its days from `begins` until before `ends` alone, if it has any."""
        first, after = max(self.begins, begins), min(self.ends, ends)
        return self._replace(begins=first, ends=after) if first < after else None


_UUID = UuidType(as_uuid=True)
# Few routes lead up from an agency's units; its people share them.
_routes = (
    func.unnest(bindparam("units", type_=ARRAY(_UUID)), bindparam("heads", type_=ARRAY(Boolean)))
    .table_valued(column("unit_id", _UUID), column("above", Boolean), with_ordinality="key")
    .render_derived()
)
_SCORERS = scoring_units(select(_routes.c.key, _routes.c.unit_id, _routes.c.above))


_other = posting.alias("other")
# Whoever heads a unit beside or after this post may be passed over on its way up.
_HEADS_ELSEWHERE = select(posting.c.id).where(
    posting.c.id == bindparam("posts", type_=ARRAY(_UUID)).any_(),
    exists().where(
        _other.c.person_id == posting.c.person_id,
        _other.c.id != posting.c.id,
        _other.c.office == "head",
    ),
)


async def scorers(
    tx: Transaction, asked: Iterable[tuple[Post, date]], today: date
) -> dict[tuple[UUID, date], UUID]:
    """The unit that scores each post on a day, by its id and the day; none has no entry.

    Units that the holder of the post heads `today` are passed over.
    """
    posts = list(asked)
    found = await _shared_routes(tx, posts)
    ids = list({post.id for post, _ in posts})
    elsewhere = {row["id"] for row in await tx.rows(_HEADS_ELSEWHERE, posts=ids)}
    for day in {day for post, day in posts if post.id in elsewhere}:
        own = [post.id for post, of_day in posts if of_day == day and post.id in elsewhere]
        routes = await scoring_units_of(tx, own, day, heading=today)
        for id in own:
            found.pop((id, day), None)
            if id in routes:
                found[id, day] = routes[id]
    return found


async def _shared_routes(
    tx: Transaction, asked: Iterable[tuple[Post, date]]
) -> dict[tuple[UUID, date], UUID]:
    by_day: defaultdict[date, dict[tuple[UUID, bool], list[UUID]]] = defaultdict(dict)
    for post, day in asked:
        by_day[day].setdefault((post.unit, post.heads), []).append(post.id)
    found: dict[tuple[UUID, date], UUID] = {}
    for day, routes in by_day.items():
        units, heads = zip(*routes, strict=True)
        posts = list(routes.values())
        for row in await tx.rows(_SCORERS, units=list(units), heads=list(heads), day=day):
            for post in posts[row["key"] - 1]:
                found[post, day] = row["scoring_unit_id"]
    return found
