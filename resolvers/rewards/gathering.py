"""Who belongs to a list, what each is rated by, and who decides about him."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, Integer, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.core.fence import as_seen_by
from resolvers.organisation import classifying_units_of
from resolvers.people import person, posting
from resolvers.results import STALE, result
from resolvers.statute.rewards import Pay

_UUID = UuidType(as_uuid=True)
_AGENCY = bindparam("agency", type_=_UUID)
_NAME = (person.c.full_name, person.c.sort_key)
_POSTS = (
    select(posting.c.person_id, posting.c.unit_id, posting.c.office, *_NAME)
    .join(person, person.c.id == posting.c.person_id)
    .where(posting.c.agency_id == _AGENCY, posting.c.main, holds(posting))
)
_RESULTS = (
    select(
        result.c.id,
        result.c.person_id,
        result.c.scoring_unit_id.label("unit_id"),
        result.c.edition,
        result.c.level,
        result.c.rated,
        result.c.not_rated_because,
        func.coalesce(STALE, False).label("stale"),
        *_NAME,
    )
    .join(person, person.c.id == result.c.person_id)
    .where(
        result.c.agency_id == _AGENCY,
        result.c.span == bindparam("span", type_=Text),
        result.c.period == bindparam("period", type_=Date),
        result.c.replaced_at.is_(None),
    )
)
_STILL_STALE = select(STALE).where(result.c.id == bindparam("by_result", type_=_UUID))
_CLASSES = (
    select(
        classification.c.id,
        classification.c.person_id,
        classification.c.unit_id,
        classification.c.edition,
        classification.c.applied_level.label("level"),
        classification.c.state,
        *_NAME,
    )
    .join(person, person.c.id == classification.c.person_id)
    .where(
        classification.c.agency_id == _AGENCY,
        classification.c.year == bindparam("year", type_=Integer),
        classification.c.replaced_at.is_(None),
        classification.c.state != "withdrawn",
    )
)
_RATED = ("decided", "notified", "published")


class Rating(NamedTuple):
    """What somebody is rated by, or why he is not."""

    result: UUID | None = None
    classification: UUID | None = None
    edition: int | None = None
    level: str | None = None
    unrated: str = ""
    """Why the law rates him not; "" where he has a level, or nothing is known yet."""

    @property
    def known(self) -> bool:
        """He is rated, or lawfully is not: a list can say something of him."""
        return self.level is not None or bool(self.unrated)


class Member(NamedTuple):
    """Somebody of a list."""

    person: UUID
    name: str
    sort_key: str
    unit: UUID
    heads: bool
    """He is the agency's own head."""
    rating: Rating

    @property
    def order(self) -> str:
        """His place among the others: by name, then by his id."""
        return f"{self.sort_key}\x00{self.person}"


@dataclass(frozen=True, slots=True)
class Members:
    """Everybody of a list, in its order, and who decides about them."""

    people: tuple[Member, ...]
    root: UUID
    above: UUID | None
    """The unit whose head decides about the agency's own head; None where nobody stands above."""

    def deciding(self, member: Member) -> UUID | None:
        """The unit whose head decides a line."""
        return self.above if member.heads else self.root


async def members_of(
    tx: Transaction, agency: UUID, root: UUID, pay: Pay, period: date, day: date
) -> Members:
    """The people of an agency in a span: those rated in it, and those in a main post on `day`.

    Ratings are the current ones; of a result that has to be computed anew nothing is known.
    """
    posts = await tx.rows(_POSTS, agency=agency, day=day)
    ratings = await _ratings(tx, agency, pay, period)
    found: dict[UUID, Member] = {}
    for row in (*posts, *(row for row, _ in ratings.values())):
        who = row["person_id"]
        if who not in found:
            heads = row.get("office") == "head" and row["unit_id"] == root
            rating = ratings[who][1] if who in ratings else Rating()
            told = (who, row["full_name"], row["sort_key"], row["unit_id"], heads, rating)
            found[who] = Member(*told)
    above = await classifying_units_of(tx, [root], day, heads=True)
    ordered = sorted(found.values(), key=lambda member: member.order)
    return Members(tuple(ordered), root, above.get(root))


async def _ratings(
    tx: Transaction, agency: UUID, pay: Pay, period: date
) -> Mapping[UUID, tuple[Row, Rating]]:
    if pay is Pay.MONTH:
        return {}
    if pay is Pay.YEAR:
        rows = await tx.rows(_CLASSES, agency=agency, year=period.year)
        return {row["person_id"]: (row, _by_class(row)) for row in rows}
    rows = await tx.rows(_RESULTS, agency=agency, span=pay.value, period=period)
    stale = await really_stale(tx, [row for row in rows if row["stale"]])
    return {row["person_id"]: (row, _by_result(row, row["id"] in stale)) for row in rows}


def _by_class(row: Row) -> Rating:
    if row["state"] == "not_rated":
        return Rating(classification=row["id"], edition=row["edition"], unrated="NOT_RATED")
    level = row["level"] if row["state"] in _RATED else None
    return Rating(classification=row["id"], edition=row["edition"], level=level)


def _by_result(row: Row, stale: bool) -> Rating:
    because = "" if row["rated"] or row["level"] is not None else row["not_rated_because"]
    level = row["level"] if row["rated"] else None
    if stale:
        return Rating(result=row["id"], edition=row["edition"])
    return Rating(result=row["id"], edition=row["edition"], level=level, unrated=because)


async def really_stale(tx: Transaction, rows: Sequence[Row]) -> set[UUID]:
    """Those that are stale to whoever sees everything about the person.

    A sheet in another agency, which the fence hides here, would make each look so.
    """
    stale = set()
    for row in rows:
        async with as_seen_by(tx, row["person_id"]):
            if await tx.value(_STILL_STALE, by_result=row["id"]):
                stale.add(row["id"])
    return stale


def last_day(pay: Pay, period: date) -> date:
    """The last day of a span."""
    month = period.month - 1 + pay.months
    following: Any = date(period.year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
