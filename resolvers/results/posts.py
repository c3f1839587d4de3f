"""Main posts as results look at them, and who scores their holders on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Boolean, bindparam, column, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.organisation import scoring_units

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


async def scorers(
    tx: Transaction, asked: Iterable[tuple[Post, date]]
) -> dict[tuple[UUID, date], UUID]:
    """The unit that scores each post on a day, by its id and the day; none has no entry."""
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
