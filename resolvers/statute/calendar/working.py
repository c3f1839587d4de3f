"""Counting working days. The day from which one counts is not itself counted."""

from datetime import date, timedelta

from resolvers.statute.calendar.years import SATURDAY, DayOff, year_of

DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Whether civil servants work on that day; raises HolidaysUnknown."""
    year = year_of(day.year)
    return day in year.worked or (day.weekday() < SATURDAY and day not in year.off)


def day_off(day: date) -> DayOff | None:
    """The holiday or swap that a day off is due to; None for working days and plain weekends."""
    return year_of(day.year).off.get(day)


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`, before it if negative; `day` itself for none.

    Raises HolidaysUnknown, also where the count only crosses into a year that is not known.
    """
    step = DAY if count >= 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(day: date, until: date) -> int:
    """How many working days lie after `day` up to and with `until`; none if it is not later."""
    count = 0
    while day < until:
        day += DAY
        count += is_working_day(day)
    return count
