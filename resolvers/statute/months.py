"""Days counted by months."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or before for a number below zero; the last of a month
    that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@lru_cache(maxsize=1_024)
def last_of_months(first: date, months: int) -> date:
    """The last day of so many months, the first of which begins on `first`."""
    return months_after(first, months) - timedelta(days=1)
