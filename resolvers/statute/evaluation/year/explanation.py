"""The way from the months to the result of a span, told step by step when somebody asks."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from resolvers.statute.evaluation.explanation import Said
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.periods import period_text
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.evaluation.year.rules import SpanRules
from resolvers.statute.evaluation.year.sorting import Service, Sorted, Standing
from resolvers.statute.evaluation.year.spans import Period, Span
from resolvers.statute.exact import Quotient, quotient_text
from resolvers.statute.switches import (
    DECEMBER,
    ROUNDING_DIGITS,
    ROUNDING_MODE,
    SHEETS_OF_ONE_MONTH,
    Switches,
)


class Basis(NamedTuple):
    """All that a result was formed from."""

    span: Span
    periods: tuple[Sorted, ...]
    service: Service
    raw: Quotient | None
    total: Decimal | None
    level: Level | None
    because: str
    provisional: bool
    rules: SpanRules
    switches: Switches


def explain(basis: Basis) -> tuple[Step, ...]:
    """Period by period, then the months of service, the mean, its one rounding and the level."""
    said = [said for each in basis.periods for said in _period(each, basis)]
    if basis.span is Span.YEAR:
        said += _rated(basis)
    said += _result(basis)
    return tuple(Step(*each) for each in said)


def cites_of(basis: Basis) -> tuple[str, ...]:
    """The texts of the steps, each once, without telling them."""
    rules, service = basis.rules, basis.service
    months = [each.month for each in basis.periods]
    several = [each.mean and len(each.month.sheets) > 1 for each in basis.periods]
    year = basis.span is Span.YEAR
    read = (
        (rules.mean.cite, True),
        (rules.in_service.cite, any(month.absent for month in months)),
        (SHEETS_OF_ONE_MONTH.cite, any(several)),
        (rules.months_rated.cite, year),
        (rules.excepted.cite, year and service.made_up != service.worked),
        (DECEMBER.cite, year and basis.provisional),
        (ROUNDING_MODE.cite, basis.raw is not None),
        (rules.levels.cite, basis.level is not None),
    )
    return tuple([cite for cite, was in read if was])


def _period(each: Sorted, basis: Basis) -> Iterator[Said]:
    """What one period is, and gives to the mean."""
    name, rules, month = _named(each.period), basis.rules, each.month
    for kind, days in month.absent:
        yield "span_absent", (name, kind.value, str(days)), rules.in_service.cite
    if each.standing is Standing.MISSING:
        yield "span_missing", (name, "INSUFFICIENT_DATA"), rules.mean.cite
    elif each.standing is not Standing.USED:
        yield f"span_{each.standing}", (name, each.standing.value), rules.mean.cite
    elif each.mean is not None:
        yield from _used(name, each, each.mean, basis)


def _used(name: str, each: Sorted, mean: Quotient, basis: Basis) -> Iterator[Said]:
    sheets, cite = each.month.sheets, basis.rules.mean.cite
    if len(sheets) == 1:
        yield "span_period", (name, str(sheets[0].total)), cite
        return
    for number, sheet in enumerate(sheets, start=1):
        yield "span_sheet", (name, str(number), str(sheet.days), str(sheet.total)), cite
    rule = basis.switches(SHEETS_OF_ONE_MONTH)
    yield "span_sheets", (name, rule, quotient_text(*mean)), SHEETS_OF_ONE_MONTH.cite


def _rated(basis: Basis) -> Iterator[Said]:
    """Whether there are months enough for a rating."""
    rules, (worked, made_up) = basis.rules, basis.service
    months, least = _text(worked), str(rules.months_rated.value["least"])
    yield "span_months_worked", (months,), rules.months_rated.cite
    if made_up != worked:
        months = _text(made_up)
        yield "span_made_up", (months,), rules.excepted.cite
    enough = "ENOUGH_MONTHS" if made_up >= rules.months_rated.value["least"] else "UNDER_SIX_MONTHS"
    yield "span_rated", (months, least, enough), rules.months_rated.cite


def _result(basis: Basis) -> Iterator[Said]:
    """The mean of what is used, its rounding and its level, or why there is none."""
    rules, switches, raw = basis.rules, basis.switches, basis.raw
    if raw is None:
        yield "span_no_result", (basis.because,), rules.mean.cite
        return
    count = sum(each.standing is Standing.USED for each in basis.periods)
    numerator, denominator = raw
    values = (quotient_text(numerator * count, denominator), str(count), quotient_text(*raw))
    yield "span_mean", values, rules.mean.cite
    printed, digits = str(basis.total), str(switches(ROUNDING_DIGITS))
    yield "rounding", (switches(ROUNDING_MODE), digits, printed), ROUNDING_MODE.cite
    if basis.provisional:
        cite = DECEMBER.cite if basis.span is Span.YEAR else rules.mean.cite
        yield "span_provisional", (_named(basis.periods[-1].period), "PROVISIONAL"), cite
    if basis.level is not None:
        least = str(rules.levels.value[basis.level])
        yield "level", (printed, least, basis.level.value), rules.levels.cite


def _named(period: Period) -> str:
    return period_text(period.first, period.months)


def _text(months: object) -> str:
    numerator, denominator = months.as_integer_ratio()  # type: ignore[attr-defined]
    return quotient_text(numerator, denominator)
