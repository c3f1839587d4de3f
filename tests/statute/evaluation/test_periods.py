"""How a period is written and read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.core.days import first_day, last_day
from resolvers.statute.evaluation.periods import period_read, period_text


@given(st.integers(2000, 2200), st.integers(1, 12), st.sampled_from([1, 3]))
def test_what_is_written_is_read_back(year: int, month: int, months: int) -> None:
    first = first_day(date(year, month, 15), months)
    assert period_read(period_text(first, months)) == (first, months)


@given(st.dates(date(2000, 1, 1), date(2200, 12, 31)), st.sampled_from([1, 3]))
def test_a_day_lies_between_the_first_and_the_last_of_its_period(day: date, months: int) -> None:
    first = first_day(day, months)
    last = last_day(first, months)
    assert first <= day <= last
    assert first_day(last, months) == first
    assert first_day(date.fromordinal(last.toordinal() + 1), months) > last


@pytest.mark.parametrize("text", ["2026-Q5", "2026-Q0", "2026-13", "0026-Q1", "2026-q1", "2026Q11"])
def test_what_names_no_period_is_not_read(text: str) -> None:
    assert period_read(text) is None
