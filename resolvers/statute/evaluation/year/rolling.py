"""Months, or quarters, rolled up to the result of a longer span (articles 11 and 17(3))."""

from collections.abc import Sequence
from datetime import date

from resolvers.statute.dated import Law
from resolvers.statute.evaluation.levels import Level, level_in
from resolvers.statute.evaluation.year.checks import check_months
from resolvers.statute.evaluation.year.explanation import Basis, cites_of
from resolvers.statute.evaluation.year.facts import MonthOfYear, NotRated
from resolvers.statute.evaluation.year.result import Excused, Missing, PeriodResult, Used
from resolvers.statute.evaluation.year.rules import SpanRules, span_rules
from resolvers.statute.evaluation.year.sorting import (
    Service,
    Sorted,
    Standing,
    service_of,
    sort_period,
)
from resolvers.statute.evaluation.year.spans import Period, Span, periods_of
from resolvers.statute.exact import cut, rounded
from resolvers.statute.switches import (
    ROUNDING_DIGITS,
    ROUNDING_MODE,
    SHEETS_OF_ONE_MONTH,
    Switches,
)


def roll_up(
    span: Span, first: date, months: Sequence[MonthOfYear], switches: Switches, law: Law
) -> PeriodResult:
    """The result of the span that begins on `first`; `law` is that of its last day (`span_law`).

    `months` are its `periods_of`, one each and in order, also those without service. Raises
    Unacceptable for months that cannot be, NotInForce before the decree.
    """
    rules = span_rules(law.day, law.known)
    periods = periods_of(span, first, switches)
    check_months(periods, months)
    basis = _basis(span, periods, months, switches, rules, law.known)
    cites = cites_of(basis)
    law.heed(*cites)
    used, excused, missing = _listed(basis.periods)
    worked = basis.service.worked
    return PeriodResult(
        span=span,
        first=first,
        total=basis.total,
        raw=None if basis.raw is None else cut(basis.raw, 12),
        level=Level.INSUFFICIENT_DATA if basis.because == "INSUFFICIENT_DATA" else basis.level,
        rated=not basis.because,
        not_rated_because=basis.because,
        months_worked=cut(worked.as_integer_ratio(), 4),
        used=used,
        excused=excused,
        missing=missing,
        provisional=basis.provisional,
        cites=cites,
        basis=basis,
    )


def _basis(
    span: Span,
    periods: Sequence[Period],
    months: Sequence[MonthOfYear],
    switches: Switches,
    rules: SpanRules,
    known: date,
) -> Basis:
    equally = switches(SHEETS_OF_ONE_MONTH) == "equally"
    found = tuple(
        [
            sort_period(period, month, equally, rules)
            for period, month in zip(periods, months, strict=True)
        ]
    )
    service = service_of(found, rules)
    because = _because(span, found, service, rules)
    raw = total = level = None
    means = [each.mean for each in found if each.mean is not None]
    if means and not any(each.standing is Standing.MISSING for each in found):
        raw = rules.mean.value(means)
        total = rounded(raw, switches(ROUNDING_DIGITS), switches(ROUNDING_MODE))
        level = None if because else level_in(total, rules.levels.value)
    early = raw is not None and _early(found, known)
    return Basis(span, found, service, raw, total, level, because, early, rules, switches)


def _because(span: Span, found: Sequence[Sorted], service: Service, rules: SpanRules) -> str:
    """Why there is no level; empty where there is one."""
    standings = {each.standing for each in found}
    if not standings & {Standing.USED, Standing.MISSING}:
        return NotRated.NOTHING_WORKED.value
    if span is Span.YEAR and service.made_up < rules.months_rated.value["least"]:
        return NotRated.UNDER_SIX_MONTHS.value
    return NotRated.INSUFFICIENT_DATA.value if Standing.MISSING in standings else ""


def _early(found: Sequence[Sorted], known: date) -> bool:
    """Whether the last period was not over yet, or a sheet was scored before its period was."""
    return known <= found[-1].period.last or any(
        sheet.provisional for each in found for sheet in each.month.sheets
    )


def _listed(
    found: Sequence[Sorted],
) -> tuple[tuple[Used, ...], tuple[Excused, ...], tuple[Missing, ...]]:
    used: list[Used] = []
    excused: list[Excused] = []
    missing: list[Missing] = []
    for period, month, _, standing, _ in found:
        if standing is Standing.USED:
            for sheet, total, days, _ in month.sheets:
                if total is not None:
                    used.append(Used(period.first, sheet, total, days))
        elif standing is Standing.EXCUSED:
            excused.append(Excused(period.first, month.absent))
        elif standing is Standing.MISSING:
            owed = tuple([each.sheet for each in month.sheets if each.total is None])
            missing.append(Missing(period.first, owed))
    return tuple(used), tuple(excused), tuple(missing)
