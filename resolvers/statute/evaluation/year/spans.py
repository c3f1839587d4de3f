"""The spans that months add up to (article 17(3)), and the periods each of them is made of."""

from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from resolvers.statute.dated import Law
from resolvers.statute.evaluation.year.parameters import MEAN
from resolvers.statute.months import last_of_months
from resolvers.statute.switches import CYCLE, DECEMBER, DEFAULTS, Switches


class Span(StrEnum):
    """What results are formed for, besides the month."""

    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months long it is."""
        return LENGTH[self]


LENGTH = {Span.QUARTER: 3, Span.HALF_YEAR: 6, Span.YEAR: 12}


class Period(NamedTuple):
    """What one score is given for: a month, or a quarter where the agency scores by the quarter."""

    first: date
    last: date
    months: int
    days: int
    """Its calendar days."""

    @property
    def in_months(self) -> tuple["Period", ...]:
        """Its months, each for itself."""
        first = self.first
        return tuple(_period(first.replace(month=first.month + m), 1) for m in range(self.months))


def first_of(span: Span, day: date) -> date:
    """The first day of the span that `day` lies in."""
    return date(day.year, (day.month - 1) // span.months * span.months + 1, 1)


def last_of(span: Span, first: date) -> date:
    """The last day of the span that begins on `first`."""
    return _period(first, span.months).last


def months_of(span: Span, first: date) -> tuple[date, ...]:
    """The first days of the months of the span that begins on `first`; ValueError elsewhere."""
    if first != first_of(span, first):
        raise ValueError(f"no {span} begins on {first}")
    return tuple(date(first.year, first.month + month, 1) for month in range(span.months))


def periods_of(span: Span, first: date, switches: Switches = DEFAULTS) -> tuple[Period, ...]:
    """The periods whose scores make the result of the span; ValueError where none begins.

    They are the span's own, but for the year of an agency whose rule is `rolling_year`: then they
    end with the last period that is over when the year is classified, and begin in the year before,
    though never before the decree.
    """
    return _periods(span, first, switches(CYCLE), switches(DECEMBER))


@lru_cache(maxsize=1_024)
def _periods(span: Span, first: date, cycle: str, december: str) -> tuple[Period, ...]:
    months = LENGTH[Span.QUARTER] if cycle == "quarter" else 1
    periods = [_period(begins, months) for begins in months_of(span, first)[::months]]
    if span is Span.YEAR and december == "rolling_year":
        last = periods.pop().first
        before = _period(last.replace(year=last.year - 1), months)
        if before.last >= MEAN.versions[0].since:
            periods.insert(0, before)
    return tuple(periods)


def _period(first: date, months: int) -> Period:
    last = last_of_months(first, months)
    return Period(first, last, months, (last - first).days + 1)


def span_law(span: Span, first: date, *, known: date) -> Law:
    """The law of the span's last day."""
    return Law(last_of(span, first), known=known)
