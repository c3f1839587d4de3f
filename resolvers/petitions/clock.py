"""The working days of a petition: until when it is in time, and until when it is decided (art. 22).

Days are counted with the public holidays of the years that they touch; where those are not laid
down nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from resolvers.core.days import HolidaysNotLaidDown
from resolvers.core.request import Request
from resolvers.statute.calendar import (
    HolidaysUnknown,
    petition_deadline,
    petition_filing_deadline,
    working_days_between,
)
from resolvers.statute.switches import Switches

_VIETNAM = timezone(timedelta(hours=7))
"""Asia/Ho_Chi_Minh, which knows no summer time."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The days that a petition's file keeps, and the texts that they come from."""

    notified_on: date
    filed_on: date
    file_by: date
    due_on: date
    cites: tuple[str, ...]

    @property
    def late(self) -> bool:
        """Filed after the agency's days: accepted and marked, never dropped."""
        return self.filed_on > self.file_by

    def columns(self) -> dict[str, Any]:
        """As a petition's row keeps them."""
        return {
            "notified_on": self.notified_on,
            "filed_on": self.filed_on,
            "file_by": self.file_by,
            "due_on": self.due_on,
            "late": self.late,
            "cites": list(self.cites),
        }


def clock(notified_at: datetime, filed_on: date, switches: Switches) -> Clock:
    """The days of a petition filed, and so received, on a day; raises HolidaysNotLaidDown."""
    notified_on = notified_at.astimezone(_VIETNAM).date()
    try:
        file_by = petition_filing_deadline(notified_on, switches)
        due = petition_deadline(filed_on)
    except HolidaysUnknown as problem:
        raise HolidaysNotLaidDown(year=problem.year) from None
    return Clock(notified_on, filed_on, file_by.day, due.day, (file_by.cite, due.cite))


LEFT_NEEDS = ("state", "due_on")


def working_days_left(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[int | None]:
    """For each row of LEFT_NEEDS the working days until it is due; below zero, how long overdue.

    None where it is finished, or where a year's holidays are not laid down.
    """
    return [_left(request.reach.today, due) if state == "filed" else None for state, due in rows]


def _left(today: date, due: date) -> int | None:
    try:
        if today <= due:
            return working_days_between(today, due)
        return -working_days_between(due, today)
    except HolidaysUnknown:
        return None
