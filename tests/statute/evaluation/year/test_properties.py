"""What holds for every year, whatever its months."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.statute.evaluation import (
    AbsenceKind,
    Absent,
    MonthOfYear,
    Period,
    PeriodResult,
    SheetOfMonth,
    Span,
    level_of,
    periods_of,
    roll_up,
    span_law,
)
from resolvers.statute.switches import DEFAULTS, Switches

FIRST, KNOWN = date(2026, 1, 1), date(2027, 1, 10)
TOTALS = st.decimals(0, 100, places=2)
PERIODS = periods_of(Span.YEAR, FIRST)
many = settings(max_examples=60, deadline=None, database=None)


@st.composite
def months(draw: st.DrawFn, period: Period) -> MonthOfYear:
    """A month in service: its sheets and absences share out its days as they like."""
    served = draw(st.sampled_from([period.days, period.days, period.days, 0, 12]))
    sheets, absent, left = [], [], served
    while left and draw(st.booleans()):
        days = draw(st.integers(1, left))
        total = draw(st.one_of(TOTALS, TOTALS, st.none()))
        sheets.append(SheetOfMonth(f"{period.first:%m}/{len(sheets)}", total, days))
        left -= days
    left = served
    while left and draw(st.integers(0, 3)) == 0:
        days = draw(st.sampled_from([left, draw(st.integers(1, left))]))
        absent.append(Absent(draw(st.sampled_from(AbsenceKind)), days))
        left -= days
    return MonthOfYear(period.first, tuple(sheets), served, tuple(absent))


YEARS = st.tuples(*[months(period) for period in PERIODS])
ANSWERS = st.fixed_dictionaries(
    {
        "rounding_mode": st.sampled_from(["half_up", "half_even"]),
        "rounding_digits": st.integers(1, 4),
        "sheets_of_one_month": st.sampled_from(["by_days_of_service", "equally"]),
    }
).map(Switches.of)


def year(of: tuple[MonthOfYear, ...], switches: Switches = DEFAULTS) -> PeriodResult:
    return roll_up(Span.YEAR, FIRST, of, switches, span_law(Span.YEAR, FIRST, known=KNOWN))


def whole(totals: list[Decimal]) -> tuple[MonthOfYear, ...]:
    return tuple(
        MonthOfYear(first, (SheetOfMonth("one", total, days),), days)
        for (first, _, _, days), total in zip(PERIODS, totals, strict=True)
    )


@many
@given(YEARS, ANSWERS)
def test_a_total_lies_between_the_lowest_and_the_highest_sheet(
    of: tuple[MonthOfYear, ...], switches: Switches
) -> None:
    result = year(of, switches)
    if result.raw is not None:
        totals = [used.total for used in result.used]
        assert min(totals) - Decimal("0.000000000001") <= result.raw <= max(totals)


@many
@given(YEARS, ANSWERS)
def test_every_month_is_used_excused_missing_or_outside_and_only_one_of_them(
    of: tuple[MonthOfYear, ...], switches: Switches
) -> None:
    result = year(of, switches)
    named = [
        *{used.period for used in result.used},
        *(each.period for each in result.excused),
        *(each.period for each in result.missing),
        *(month.period for month in of if not month.of_days),
    ]
    assert sorted(named) == [period.first for period in PERIODS]


@many
@given(YEARS, ANSWERS)
def test_a_missing_month_leaves_no_number_at_all(
    of: tuple[MonthOfYear, ...], switches: Switches
) -> None:
    result = year(of, switches)
    if result.missing:
        assert (result.total, result.raw, result.rated) == (None, None, False)


@many
@given(st.lists(TOTALS, min_size=12, max_size=12))
def test_a_whole_year_is_the_mean_of_twelve(totals: list[Decimal]) -> None:
    result = year(whole(totals))
    mean = sum(map(Fraction, totals), Fraction()) / 12
    assert result.raw is not None
    assert 0 <= mean - Fraction(result.raw) < Fraction(1, 10**12)
    assert result.total is not None
    assert abs(Fraction(result.total) - mean) <= Fraction(1, 200)


@many
@given(st.lists(TOTALS, min_size=12, max_size=12), st.integers(0, 11), TOTALS)
def test_a_better_month_never_lowers_a_year(
    totals: list[Decimal], month: int, other: Decimal
) -> None:
    better = [*totals[:month], max(totals[month], other), *totals[month + 1 :]]
    before, after = year(whole(totals)), year(whole(better))
    assert before.total is not None
    assert after.total is not None
    assert after.total >= before.total


@many
@given(st.integers(-3, 3), st.sampled_from([90, 70, 50]))
def test_the_level_is_decided_by_the_printed_number_around_every_threshold(
    thousandths: int, threshold: int
) -> None:
    """Eleven months at the threshold; the twelfth moves the mean by thousandths of a point."""
    last = threshold + Decimal(12 * thousandths) / 1000
    result = year(whole([Decimal(threshold)] * 11 + [last]))
    assert result.total is not None
    law = span_law(Span.YEAR, FIRST, known=KNOWN)
    assert result.level == level_of(result.total, law)
    # A mean of 89.997 prints 90.00; a hundredth less would be 89.99.
    assert (result.total >= threshold) == (Decimal(thousandths) / 1000 >= Decimal("-0.005"))


@many
@given(YEARS)
def test_months_of_service_are_between_none_and_twelve(of: tuple[MonthOfYear, ...]) -> None:
    result = year(of)
    assert 0 <= result.months_worked <= 12
    assert (result.not_rated_because == "UNDER_SIX_MONTHS") <= (result.months_worked < 6)


@many
@given(st.integers(1, 366))
def test_six_months_of_service_are_reached_on_the_first_of_july_and_not_a_day_later(
    day: int,
) -> None:
    joined = date.fromordinal(date(2025, 12, 31).toordinal() + min(day, 365))
    of = []
    for first, last, _, _ in PERIODS:
        days = max(0, (last - max(first, joined)).days + 1)
        sheets = (SheetOfMonth("one", Decimal(80), days),) if days else ()
        of.append(MonthOfYear(first, sheets, days))
    assert year(tuple(of)).rated == (joined <= date(2026, 7, 1))


@many
@given(YEARS, ANSWERS)
def test_a_result_depends_on_nothing_but_its_months(
    of: tuple[MonthOfYear, ...], switches: Switches
) -> None:
    assert year(of, switches) == year(of, switches)
    assert year(of, switches).steps == year(of, switches).steps
