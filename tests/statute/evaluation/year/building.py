"""From a table's sentence to the months of a year: by calendar days, one by one, as on a wall."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from resolvers.statute.evaluation import (
    AbsenceKind,
    Absent,
    MonthOfYear,
    Period,
    PeriodResult,
    SheetOfMonth,
    Span,
    first_of,
    periods_of,
    roll_up,
    span_law,
)
from resolvers.statute.switches import Switches

LATER = date(2100, 1, 1)
DAY = timedelta(days=1)


def rolled(case: Mapping[str, Any]) -> PeriodResult:
    """The result of a case: `on` lies in the span, `given` says what is known of it."""
    span, given = Span(case["span"]), case["given"]
    first = first_of(span, case["on"])
    switches = Switches.of(given.get("switches", {}))
    months = [month_of(period, given) for period in periods_of(span, first, switches)]
    law = span_law(span, first, known=given.get("known", LATER))
    return roll_up(span, first, months, switches, law)


def month_of(period: Period, given: Mapping[str, Any]) -> MonthOfYear:
    """A month, or a quarter with its months, of somebody in service from `joined` to `left`."""
    month = MonthOfYear(
        period.first, sheets_of(period, given), served(period, given), absences(period, given)
    )
    if period.months == 1:
        return month
    without = {**given, "scores": {}}
    parts = [month_of(part, without)._replace(sheets=()) for part in period.in_months]
    return month._replace(parts=tuple(parts))


def days_of(period: Period) -> Iterator[date]:
    for day in range(period.days):
        yield period.first + day * DAY


def served(period: Period, given: Mapping[str, Any]) -> int:
    joined, left = given.get("joined", date.min), given.get("left", date.max)
    return sum(joined <= day <= left for day in days_of(period))


def absences(period: Period, given: Mapping[str, Any]) -> tuple[Absent, ...]:
    found = []
    for absence in given.get("absent", ()):
        days = sum(absence["from"] <= day <= absence["to"] for day in days_of(period))
        if days:
            found.append(Absent(AbsenceKind(absence["kind"]), days))
    return tuple(found)


def sheets_of(period: Period, given: Mapping[str, Any]) -> tuple[SheetOfMonth, ...]:
    """The sheets that `scores` names by period, "2026-03" or "2026-Q1"; "none" is not scored.

    Several stand as a list of days and totals; a period named nowhere has no sheet.
    """
    name = f"{period.first:%Y-%m}"
    if period.months > 1:
        name = f"{period.first.year}-Q{(period.first.month + 2) // 3}"
    score = given.get("scores", {}).get(name)
    if score is None:
        return ()
    if not isinstance(score, list):
        score = [{"days": served(period, given), "total": score}]
    early = name in given.get("provisional", ())
    return tuple(
        SheetOfMonth(f"{name}/{number}", total_of(sheet["total"]), sheet["days"], early)
        for number, sheet in enumerate(score, start=1)
    )


def total_of(text: object) -> Decimal | None:
    return None if text == "none" else Decimal(str(text))
