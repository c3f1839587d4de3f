"""Each period of a span for itself: used with the mean of its sheets, excused, missing, outside."""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from resolvers.statute.evaluation.year.facts import MonthOfYear, SheetOfMonth
from resolvers.statute.evaluation.year.rules import SpanRules
from resolvers.statute.evaluation.year.spans import Period
from resolvers.statute.exact import Quotient, plus


class Standing(StrEnum):
    """What a period is to the mean."""

    USED = "used"
    EXCUSED = "excused"
    MISSING = "missing"
    OUTSIDE = "outside"
    """The person was not in service."""


class Days(NamedTuple):
    """The days of one period, by what they are to the law."""

    away: int
    """Of any absence."""
    served: int
    """Of service, without those of leave."""
    excepted: int
    """Of leave that is made up for in the least months of service."""


class Sorted(NamedTuple):
    """A period with what it is to the mean; `mean` is of its sheets, None unless it is used."""

    period: Period
    month: MonthOfYear
    days: Days
    standing: Standing
    mean: Quotient | None


def sort_period(period: Period, month: MonthOfYear, equally: bool, rules: SpanRules) -> Sorted:
    """What a period, found possible, is to the mean.

    A score counts where any day was served: training and suspension excuse only a period that has
    none (article 17(3)), while a period wholly on leave is out even with one (article 11(2)).
    """
    days = days_of(month, rules)
    if not month.of_days:
        return Sorted(period, month, days, Standing.OUTSIDE, None)
    if days.served and _complete(month.sheets, month.of_days - days.away):
        return Sorted(period, month, days, Standing.USED, _mean(month.sheets, equally))
    excused = days.away == month.of_days
    standing = Standing.EXCUSED if excused else Standing.MISSING
    return Sorted(period, month, days, standing, None)


def days_of(month: MonthOfYear, rules: SpanRules) -> Days:
    """The days of a period, by what they are to the law."""
    away = leave = excepted = 0
    for kind, days in month.absent:
        away += days
        if not rules.in_service.value[kind]:
            leave += days
        if rules.excepted.value[kind]:
            excepted += days
    return Days(away, month.of_days - leave, excepted)


def _complete(sheets: Sequence[SheetOfMonth], at_work: int) -> bool:
    """Whether every sheet has a score, and no day at work is without a sheet."""
    covered = 0
    for sheet in sheets:
        if sheet.total is None:
            return False
        covered += sheet.days
    return bool(sheets) and covered >= at_work


def _mean(sheets: Sequence[SheetOfMonth], equally: bool) -> Quotient:
    """The score of a period; of several sheets, weighed by their days of service."""
    totals = [sheet.total.as_integer_ratio() for sheet in sheets if sheet.total is not None]
    if len(totals) == 1:
        return totals[0]
    weights = [1 if equally else sheet.days for sheet in sheets]
    weighed = [
        (numerator * weight, denominator)
        for (numerator, denominator), weight in zip(totals, weights, strict=True)
    ]
    numerator, denominator = reduce(plus, weighed)
    return numerator, denominator * sum(weights)


class Service(NamedTuple):
    """Months of service: each calendar month counts by its share of days served, exactly."""

    worked: Fraction
    made_up: Fraction
    """The same, had there been no leave that the six months except."""


def service_of(found: Sequence[Sorted], rules: SpanRules) -> Service:
    """The months of service in all periods together."""
    parts: list[tuple[Period, Days]] = []
    for period, month, days, _, _ in found:
        if month.parts:
            of_months = [days_of(part, rules) for part in month.parts]
            parts += zip(period.in_months, of_months, strict=True)
        else:
            parts.append((period, days))
    worked = _months([(period, days.served) for period, days in parts])
    if not any(days.excepted for _, days in parts):
        return Service(worked, worked)
    return Service(
        worked, _months([(period, days.served + days.excepted) for period, days in parts])
    )


def _months(served: Sequence[tuple[Period, int]]) -> Fraction:
    whole, parts = 0, Fraction()
    for period, days in served:
        if days == period.days:
            whole += period.months
        elif days:
            parts += Fraction(days * period.months, period.days)
    return whole + parts
