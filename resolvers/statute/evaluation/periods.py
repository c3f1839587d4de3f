"""How the period of one score is written: a month as "2026-03", a quarter as "2026-Q1"."""

import re
from datetime import date
from functools import lru_cache

_MONTH = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])", re.ASCII)
_QUARTER = re.compile(r"([1-9]\d{3})-Q([1-4])", re.ASCII)
QUARTER = 3
"""Months of a quarter."""


def period_text(first: date, months: int) -> str:
    """The name of the period of so many months that begins on `first`."""
    return f"{first:%Y-%m}" if months == 1 else f"{first.year}-Q{(first.month + 2) // QUARTER}"


@lru_cache(maxsize=1_024)
def period_read(text: str) -> tuple[date, int] | None:
    """The first day and the months of the period that a text names; None where it names none."""
    if match := _MONTH.fullmatch(text):
        return date(int(match[1]), int(match[2]), 1), 1
    if match := _QUARTER.fullmatch(text):
        return date(int(match[1]), QUARTER * int(match[2]) - QUARTER + 1, 1), QUARTER
    return None
