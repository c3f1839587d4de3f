"""What is known of a person, month by month, as the law takes it."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from resolvers.results.gathering import Away, Known, Sheet
from resolvers.results.posts import DAY, Post
from resolvers.statute.evaluation.year import (
    AbsenceKind,
    Absent,
    MonthOfYear,
    Period,
    SheetOfMonth,
)

DECEMBER = 12
BECAUSE = {
    "open": "NOT_SIGNED",
    "self_assessed": "NOT_SIGNED",
    "scored": "NOT_SIGNED",
    "released": "NOT_CLOSED",
    "closed": "NOTHING_ASSIGNED",
}
"""Why a sheet in some state gives no number: a closed one without a total had nothing to count."""


class Served(NamedTuple):
    """One post inside one period."""

    post: Post
    days: int
    at_work: int
    """Days without those of any absence."""
    sheet: Sheet | None
    total: Decimal | None
    """Of a sheet that counts."""
    level: str | None
    because: str
    """Why there is no total; empty where there is one."""


class Month(NamedTuple):
    """One period of one person: what the law is told, and what is kept beside it."""

    period: Period
    told: MonthOfYear
    used: tuple[tuple[Served, int], ...]
    """Sheets with a score, each with the days by which it weighs."""
    owing: tuple[Served, ...] = ()
    away: tuple[tuple[Away, int], ...] = ()


def months_of(known: Known, periods: Sequence[Period], agency: UUID) -> tuple[Month, ...]:
    """Every period as the result of `agency` sees it."""
    post = _only_post(known, periods, agency)
    return tuple(
        [
            (post and _plain_month(known, post, period)) or _month(known, period, agency)
            for period in periods
        ]
    )


def _only_post(known: Known, periods: Sequence[Period], agency: UUID) -> Post | None:
    """The one post of somebody who held it all the time, and was never absent: as nearly all do."""
    if len(known.posts) != 1 or known.away:
        return None
    (post,) = known.posts
    whole = post.begins <= periods[0].first and post.ends > periods[-1].last
    return post if whole and post.agency == agency else None


def _plain_month(known: Known, post: Post, period: Period) -> Month | None:
    """A period with one closed sheet and nothing else; None where there is more to it."""
    sheet = known.sheets.get((post.id, period.first))
    if sheet is None or sheet.state != "closed" or sheet.total is None or period.months != 1:
        return None
    days = period.days
    served = Served(post, days, days, sheet, sheet.total, sheet.level, "")
    told = SheetOfMonth(str(sheet.id), sheet.total, days, is_early(sheet, period))
    return Month(period, MonthOfYear(period.first, (told,), days), ((served, days),))


def _month(known: Known, period: Period, agency: UUID) -> Month:
    first, after = period.first, period.last + DAY
    served = [_served(known, post, first, after, agency) for post in _within(known.posts, period)]
    away = _days_away(known.away, known.posts, first, after)
    owing = tuple(each for each in served if each.because and each.at_work)
    used = _weighed([each for each in served if not each.because])
    weights = {each.post.id: days for each, days in used}
    weights |= {each.post.id: each.at_work for each in owing}
    sheets = tuple(
        _told(each, period, weights[each.post.id]) for each in served if each.post.id in weights
    )
    told = MonthOfYear(
        first,
        sheets,
        sum(each.days for each in served),
        tuple(Absent(AbsenceKind(each.kind), days) for each, days in away),
        _parts(known, period),
    )
    return Month(period, told, used, owing, away)


def last_day_in(post: Post, period: Period) -> date:
    """The last day of a post inside a period: who scores it then answers for the period."""
    return min(post.ends, period.last + DAY) - DAY


def _within(posts: Iterable[Post], period: Period) -> list[Post]:
    return [post for post in posts if post.begins <= period.last and post.ends > period.first]


def _served(known: Known, post: Post, first: date, after: date, agency: UUID) -> Served:
    begins, ends = max(post.begins, first), min(post.ends, after)
    days = (ends - begins).days
    away = sum(_overlap(each.begins, each.ends, begins, ends) for each in known.away)
    sheet = known.sheets.get((post.id, first))
    score = _score(sheet) if post.agency == agency else _handed(known, sheet, agency)
    return Served(post, days, days - away, sheet, *score)


def _score(sheet: Sheet | None) -> tuple[Decimal | None, str | None, str]:
    """Total and level of a sheet, or why there is none."""
    if sheet is None:
        return None, None, "NOT_OPENED"
    if sheet.state == "closed" and sheet.total is not None:
        return sheet.total, sheet.level, ""
    return None, None, BECAUSE[sheet.state]


def _handed(
    known: Known, sheet: Sheet | None, agency: UUID
) -> tuple[Decimal | None, str | None, str]:
    """The same of another agency's sheet, as far as it was handed over."""
    for each in known.handed:
        if sheet is not None and each.sheet == sheet.id and each.agency == agency:
            because = BECAUSE["closed"] if each.total is None else ""
            return each.total, each.level, because
    return None, None, "NOT_HANDED_OVER"


def _overlap(begins: date, ends: date, first: date, after: date) -> int:
    return max(0, (min(ends, after) - max(begins, first)).days)


def _days_away(
    away: Iterable[Away], posts: Sequence[Post], first: date, after: date
) -> tuple[tuple[Away, int], ...]:
    """Each absence with its days of service inside the period."""
    found = []
    for each in away:
        begins, ends = max(each.begins, first), min(each.ends, after)
        if begins >= ends:
            continue
        days = sum(_overlap(begins, ends, post.begins, post.ends) for post in posts)
        if days:
            found.append((each, days))
    return tuple(found)


def _weighed(scored: Sequence[Served]) -> tuple[tuple[Served, int], ...]:
    """Sheets by days at work; where nobody was at work on any day, by the days of the post."""
    at_work = tuple((each, each.at_work) for each in scored if each.at_work)
    return at_work or tuple((each, each.days) for each in scored)


def _told(served: Served, period: Period, days: int) -> SheetOfMonth:
    sheet = served.sheet
    return SheetOfMonth(
        "" if sheet is None else str(sheet.id),
        served.total,
        days,
        sheet is not None and served.total is not None and is_early(sheet, period),
    )


def is_early(sheet: Sheet, period: Period) -> bool:
    """A December that was signed before it was over, for a year that is classified before."""
    return period.last.month == DECEMBER and sheet.is_signed_before(period.last)


def _parts(known: Known, period: Period) -> tuple[MonthOfYear, ...]:
    """The months of a quarter, from which its months of service are counted."""
    if period.months == 1:
        return ()
    return tuple(_part(known, month) for month in period.in_months)


def _part(known: Known, month: Period) -> MonthOfYear:
    first, after = month.first, month.last + DAY
    days = sum(_overlap(post.begins, post.ends, first, after) for post in known.posts)
    away = _days_away(known.away, known.posts, first, after)
    absent = tuple(Absent(AbsenceKind(each.kind), days) for each, days in away)
    return MonthOfYear(first, (), days, absent)
