"""Which periods of a span are possible. A refusal names the field and what may stand there."""

from collections.abc import Sequence
from decimal import Decimal

from resolvers.statute.bounds import Unacceptable, is_number, refused
from resolvers.statute.evaluation.year.facts import AbsenceKind, Absent, MonthOfYear, SheetOfMonth
from resolvers.statute.evaluation.year.spans import Period

MOST_POINTS = 100


def check_months(periods: Sequence[Period], months: Sequence[MonthOfYear]) -> None:
    """Raises Unacceptable unless each period is given, in order, with days that it has.

    A period left out is refused and not taken for one without service: nothing is guessed here.
    """
    if [month.period for month in months] != [period.first for period in periods]:
        wanted = ", ".join(f"{period.first:%Y-%m}" for period in periods)
        raise Unacceptable("months", f"must be {wanted}: one each and in this order")
    for index, (period, month) in enumerate(zip(periods, months, strict=True)):
        try:
            _check_month(period, month)
        except Unacceptable as error:
            raise error.under(f"months[{index}]") from None


def _check_month(period: Period, month: MonthOfYear) -> None:
    _, sheets, of_days, absent, parts = month
    if type(of_days) is not int or not 0 <= of_days <= period.days:
        raise refused("of_days", f"must be a whole number from 0 to {period.days}", of_days)
    _check_sheets(sheets, of_days)
    _check_absent(absent, of_days)
    if parts:
        _check_parts(period, month)


def _check_sheets(sheets: Sequence[SheetOfMonth], of_days: int) -> None:
    left = of_days
    for index, (_, total, days, _) in enumerate(sheets):
        if type(days) is not int or not 1 <= days <= left:
            allowed = f"must be a whole number from 1 to {left}, the days of service left"
            raise refused(f"sheets[{index}].days", allowed, days)
        if total is not None and not (type(total) is Decimal and is_number(total, 0, MOST_POINTS)):
            allowed = f"must be from 0 to {MOST_POINTS} points, or none"
            raise refused(f"sheets[{index}].total", allowed, total)
        left -= days


def _check_absent(absent: Sequence[Absent], of_days: int) -> None:
    left = of_days
    for index, (kind, days) in enumerate(absent):
        if type(kind) is not AbsenceKind:
            raise refused(f"absent[{index}].kind", f"must be {' or '.join(AbsenceKind)}", kind)
        if type(days) is not int or not 1 <= days <= left:
            allowed = f"must be a whole number from 1 to {left}, the days of service left"
            raise refused(f"absent[{index}].days", allowed, days)
        left -= days


def _check_parts(period: Period, month: MonthOfYear) -> None:
    months = period.in_months
    check_months(months, month.parts)
    whole = (month.of_days, _days_away(month.absent))
    parts = [part.absent for part in month.parts]
    if whole != (sum(part.of_days for part in month.parts), sum(map(_days_away, parts))):
        raise Unacceptable("parts", "must have the days of service and of absence of their quarter")


def _days_away(absent: Sequence[Absent]) -> int:
    return sum(days for _, days in absent)
