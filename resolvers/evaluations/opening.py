"""Who gets a sheet in a unit's month, and the rows that this makes."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.core.days import holds, last_day
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.core.seeing import needed, seen, shown
from resolvers.evaluations.tables import sheet
from resolvers.organisation import (
    demand_first,
    last_of_period,
    months_in,
    months_of_period,
    unit,
    unit_placement,
)
from resolvers.people import (
    SCORED_POSTS,
    posting,
    scored_by,
    scoring_unit_of,
    scoring_units_of,
)

Post = dict[str, Any]

_PERIOD = bindparam("period", type_=Date)
_LAST = func.upper(posting.c.during) - 1
_LEAVING = select(posting.c.id, _LAST.label("day")).where(
    posting.c.main,
    _LAST >= bindparam("begins", type_=Date),
    _LAST < bindparam("ends", type_=Date),
    shown(posting),
)
_SHEETS = select(sheet.c.posting_id, sheet.c.id).where(
    sheet.c.posting_id == bindparam("postings", type_=ARRAY(UuidType(as_uuid=True))).any_(),
    sheet.c.period == _PERIOD,
)
_SCORING = (
    select(unit.c.agency_id, months_in(unit.c.agency_id, _PERIOD).label("months"))
    .join(unit_placement, unit_placement.c.unit_id == unit.c.id)
    .where(
        unit.c.id == bindparam("unit", type_=UuidType(as_uuid=True)),
        unit_placement.c.standing != "none",
        holds(unit_placement, last_of_period(unit.c.agency_id, _PERIOD)),
    )
)
_before = unit_placement.alias("before")
_SILENT = (
    select(unit_placement.c.unit_id)
    .join(_before, _before.c.unit_id == unit_placement.c.unit_id)
    .where(
        unit_placement.c.standing == "none",
        holds(unit_placement, bindparam("ends", type_=Date)),
        _before.c.standing != "none",
        _before.c.during.op("&&", is_comparison=True)(
            func.daterange(_PERIOD, bindparam("ends", type_=Date))
        ),
    )
    .distinct()
)
_POSTS = SCORED_POSTS.where(
    posting.c.id == bindparam("postings", type_=ARRAY(UuidType(as_uuid=True))).any_()
)
_ADD = insert(sheet).on_conflict_do_nothing(index_elements=["posting_id", "period"])


async def scored_in_period(
    tx: Transaction, request: Request, unit: UUID, period: date, ends: date
) -> dict[UUID, Post]:
    """The main posts, by id, whose holders the head of `unit` scores for a period up to `ends`.

    A post counts as it stood on its last day within it: two posts in one month, two sheets. The
    post's `ends` is the day on which it is over, where that is within the period. Whoever has come
    to head the unit himself since then is scored by the next head up.
    """
    today = request.today
    now = await scored_by(tx, unit, ends, heading=today)
    found = {post["posting_id"]: {**post, "ends": None} for post in now}
    reach = needed(posting, request.reach)
    leaving = await tx.rows(_LEAVING, begins=period, ends=ends, **reach)
    gone = {row["id"]: row["day"] for row in leaving}
    for day in sorted(set(gone.values())):
        for post in await scored_by(tx, unit, day, heading=today):
            if gone.get(post["posting_id"]) == day:
                found[post["posting_id"]] = {**post, "ends": day + timedelta(days=1)}
    moved = await _scored_instead(tx, request, period, ends, gone)
    mine = [post for post, scoring in moved.items() if scoring == unit]
    for post in await tx.rows(_POSTS, postings=mine) if mine else ():
        found[post["posting_id"]] = {**post, "ends": gone[post["posting_id"]] + timedelta(days=1)}
    return found


async def _scored_instead(
    tx: Transaction, request: Request, period: date, ends: date, last_days: dict[UUID, date]
) -> dict[UUID, UUID]:
    """By post, the unit that scores it instead of one that lost its standing within the period.

    That one opens no month any more: whoever scores its other people at the period's end scores
    those who had left it before.
    """
    if not last_days:
        return {}
    silent = {row["unit_id"] for row in await tx.rows(_SILENT, period=period, ends=ends)}
    if not silent:
        return {}
    left: list[UUID] = []
    for day in sorted(set(last_days.values())):
        posts = [post for post, last in last_days.items() if last == day]
        routes = await scoring_units_of(tx, posts, day, heading=request.today)
        left += [post for post, scoring in routes.items() if scoring in silent]
    return await scoring_units_of(tx, left, ends, heading=request.today)


class Scoring(NamedTuple):
    """Where a unit's head scores, and for how long a period."""

    agency: UUID
    months: int
    last: date
    """The last day of the period."""


async def scoring_in(tx: Transaction, unit: UUID, period: date) -> Scoring | None:
    """The agency of a unit whose head scores at the end of a period; None where nobody does.

    Raises InvalidInput for a month of an agency that scores by the quarter and begins none.
    """
    found = await tx.row(_SCORING, unit=unit, period=period)
    if found is None:
        return None
    demand_first(period, found["months"])
    return Scoring(found["agency_id"], found["months"], last_day(period, found["months"]))


async def post_in_period(tx: Transaction, request: Request, id: UUID, period: date) -> Post | None:
    """A visible main post held in the period, with its `scoring_unit_id`; else None.

    `last` is the last day of the period. Raises InvalidInput as `scoring_in`.
    """
    found = await seen(tx, request.reach, posting, id)
    if found is None or not found["main"]:
        return None
    months = await months_of_period(tx, found["agency_id"], period)
    demand_first(period, months)
    held, ends = found["during"], last_day(period, months)
    day = ends if held.upper is None else min(ends, held.upper - timedelta(days=1))
    if held.isempty or day < max(period, held.lower):
        return None
    instead = await _scored_instead(tx, request, period, ends, {id: day} if day < ends else {})
    unit = instead.get(id) or await scoring_unit_of(tx, id, day, heading=request.today)
    if unit is None:
        return None
    told = {"posting_id": id, "scoring_unit_id": unit, "ends": held.upper, "last": ends}
    return {**dict(found), **told}


async def sheets_of(tx: Transaction, posts: Iterable[UUID], period: date) -> dict[UUID, UUID]:
    """The sheets of the posts for the month, by post; a post without one has no entry."""
    rows = await tx.rows(_SHEETS, postings=list(posts), period=period)
    return {row["posting_id"]: row["id"] for row in rows}


async def add_sheets(
    tx: Transaction, unit: UUID, period: date, posts: Iterable[Post]
) -> list[UUID]:
    """Insert the sheet of each post in the month of a scoring unit; their ids in the same order."""
    rows: list[dict[str, Any]] = [
        {
            "id": new_id(),
            "period": period,
            "agency_id": post["agency_id"],
            "scoring_unit_id": unit,
            "person_id": post["person_id"],
            "unit_id": post["unit_id"],
            "posting_id": post["posting_id"],
            "position_id": post["position_id"],
            "role": "staff" if post["office"] == "member" else "leader",
        }
        for post in posts
    ]
    await tx.run_many(_ADD, rows)
    return [row["id"] for row in rows]
