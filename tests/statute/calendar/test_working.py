"""Working days: the years as they were announced, and what counting them always obeys."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.statute.calendar import (
    HolidaysUnknown,
    add_working_days,
    day_off,
    is_working_day,
    working_days_between,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2025, 2, 1), date(2027, 11, 1))
many = settings(max_examples=150, deadline=None, database=None)


def days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + number * DAY for number in range((date(year + 1, 1, 1) - first).days)]


WEEKDAYS_OFF = {
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
    2027: "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24",
}
WORKED = {2025: ["04-26"], 2026: ["01-10", "08-22"], 2027: []}


@pytest.mark.parametrize("year", WEEKDAYS_OFF)
class TestYear:
    def test_has_the_weekdays_off_that_were_announced(self, year: int) -> None:
        off = [day for day in days(year) if day.weekday() < 5 and not is_working_day(day)]
        assert [f"{day:%m-%d}" for day in off] == WEEKDAYS_OFF[year].split()

    def test_works_at_the_weekends_that_were_announced_and_at_no_other(self, year: int) -> None:
        worked = [day for day in days(year) if day.weekday() >= 5 and is_working_day(day)]
        assert [f"{day:%m-%d}" for day in worked] == WORKED[year]

    def test_says_why_each_weekday_is_off(self, year: int) -> None:
        for day in days(year):
            if day.weekday() < 5 and not is_working_day(day):
                reason = day_off(day)
                assert reason is not None
                assert reason.vi


@pytest.mark.parametrize("year", [2024, 2028])
def test_a_year_that_nobody_laid_down_is_named(year: int) -> None:
    with pytest.raises(HolidaysUnknown, match=f"public holidays of {year} are not known"):
        is_working_day(date(year, 3, 3))


def test_a_count_that_only_crosses_into_such_a_year_is_refused_too() -> None:
    assert add_working_days(date(2027, 12, 30), 1) == date(2027, 12, 31)
    with pytest.raises(HolidaysUnknown, match="2028"):
        add_working_days(date(2027, 12, 30), 2)
    with pytest.raises(HolidaysUnknown, match="2024"):
        add_working_days(date(2025, 1, 2), -1)
    with pytest.raises(HolidaysUnknown, match="2028"):
        working_days_between(date(2027, 12, 30), date(2028, 1, 1))


def test_the_day_from_which_one_counts_is_not_counted() -> None:
    monday = date(2026, 12, 14)
    assert add_working_days(monday, 0) == monday
    assert add_working_days(monday, 1) == date(2026, 12, 15)
    assert working_days_between(monday, monday) == 0
    assert working_days_between(monday, date(2026, 12, 15)) == 1
    assert working_days_between(date(2026, 12, 15), monday) == 0


@many
@given(DAYS, st.integers(1, 30))
def test_the_last_day_of_a_count_is_a_working_day_that_many_days_on(day: date, count: int) -> None:
    end = add_working_days(day, count)
    assert is_working_day(end)
    assert working_days_between(day, end) == count


@many
@given(DAYS, st.integers(1, 20))
def test_counting_back_from_a_working_day_finds_the_way_it_came(day: date, count: int) -> None:
    if is_working_day(day):
        assert add_working_days(add_working_days(day, count), -count) == day


@many
@given(DAYS, st.integers(0, 10), st.integers(0, 10))
def test_two_counts_are_one(day: date, one: int, other: int) -> None:
    assert add_working_days(add_working_days(day, one), other) == add_working_days(day, one + other)
