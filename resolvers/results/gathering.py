"""What results are drawn from, read for many persons at once: sheets, absences, what was handed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Date, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, Range, aggregate_order_by
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.evaluations import sheet
from resolvers.people import handed_sheet
from resolvers.results.posts import Post
from resolvers.results.tables import absence

_VIETNAM = timezone(timedelta(hours=7))
"""Asia/Ho_Chi_Minh, which knows no summer time."""


class Sheet(NamedTuple):
    """A monthly sheet, in whatever state it is."""

    id: UUID
    post: UUID
    period: date
    state: str
    total: Decimal | None
    level: str | None
    scoring_unit: UUID
    signed: datetime | None

    def is_signed_before(self, day: date) -> bool:
        """Whether it was signed before a day began."""
        return self.signed is not None and self.signed.astimezone(_VIETNAM).date() < day


class Away(NamedTuple):
    """A recorded absence, with those of its days that are looked at."""

    id: UUID
    kind: str
    begins: date
    ends: date


class Handed(NamedTuple):
    """A sheet of another agency as it was handed over: `agency` received it."""

    id: UUID
    sheet: UUID
    agency: UUID
    total: Decimal | None
    level: str


@dataclass(slots=True)
class Known:
    """All that is known of one person in the days that are looked at."""

    person: UUID
    posts: Sequence[Post]
    sheets: dict[tuple[UUID, date], Sheet] = field(default_factory=dict)
    """By post and period."""
    away: list[Away] = field(default_factory=list)
    handed: list[Handed] = field(default_factory=list)


_PERSONS = bindparam("persons", type_=ARRAY(UuidType(as_uuid=True)))
_DAYS = bindparam("days", type_=DATERANGE)
_FIRST, _AFTER = func.lower(_DAYS, type_=Date), func.upper(_DAYS, type_=Date)


def _together(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column of all of a person's sheets: twelve rows as one are read in half the time."""
    return func.array_agg(aggregate_order_by(column, sheet.c.period, sheet.c.id))


_SHEETS = (
    select(
        sheet.c.person_id,
        _together(sheet.c.id),
        _together(sheet.c.posting_id),
        _together(sheet.c.period),
        _together(sheet.c.state),
        _together(sheet.c.total),
        _together(sheet.c.level),
        _together(sheet.c.scoring_unit_id),
        _together(sheet.c.released_at),
    )
    .where(sheet.c.person_id == _PERSONS.any_(), sheet.c.period >= _FIRST, sheet.c.period < _AFTER)
    .group_by(sheet.c.person_id)
)
_inside = absence.c.during.op("*")(_DAYS)
_AWAY = (
    select(
        absence.c.person_id,
        absence.c.id,
        absence.c.kind,
        func.lower(_inside, type_=Date).label("begins"),
        func.upper(_inside, type_=Date).label("ends"),
    )
    .where(
        absence.c.person_id == _PERSONS.any_(),
        absence.c.annulled_at.is_(None),
        absence.c.during.op("&&", is_comparison=True)(_DAYS),
    )
    .order_by(absence.c.person_id, func.lower(absence.c.during))
)
_HANDED = select(
    handed_sheet.c.person_id,
    handed_sheet.c.id,
    handed_sheet.c.sheet_id,
    handed_sheet.c.agency_id,
    handed_sheet.c.total,
    handed_sheet.c.level,
).where(
    handed_sheet.c.person_id == _PERSONS.any_(),
    handed_sheet.c.replaced_at.is_(None),
    handed_sheet.c.period >= _FIRST,
    handed_sheet.c.period < _AFTER,
)


async def gathered(
    tx: Transaction, posts: Mapping[UUID, Sequence[Post]], days: "Range[date]"
) -> list[Known]:
    """What the fence shows of each person in `days`, in the order of `posts`."""
    found = {person: Known(person, _within(held, days)) for person, held in posts.items()}
    asked = {"persons": list(found), "days": days}
    for row in await tx.rows(_SHEETS, **asked):
        person, *columns = row.values()
        found[person].sheets = {(each.post, each.period): each for each in map(Sheet, *columns)}
    for row in await tx.rows(_AWAY, **asked):
        person, *told = row.values()
        found[person].away.append(Away(*told))
    for row in await tx.rows(_HANDED, **asked):
        person, *told = row.values()
        found[person].handed.append(Handed(*told))
    return list(found.values())


def _within(posts: Sequence[Post], days: "Range[date]") -> list[Post]:
    assert days.lower is not None
    assert days.upper is not None
    inside = (post.within(days.lower, days.upper) for post in posts)
    return [post for post in inside if post is not None]
