"""What is known of each period of a span: the sheets, the days of service and the absences."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class AbsenceKind(StrEnum):
    """Why somebody in service was not at work."""

    MATERNITY = "maternity"
    SICK = "sick"
    UNPAID = "unpaid"
    TRAINING = "training"
    SUSPENDED = "suspended"


class NotRated(StrEnum):
    """Why somebody has no level for a span."""

    UNDER_SIX_MONTHS = "UNDER_SIX_MONTHS"
    """Article 11(1): less than six months of service in the year."""
    NOTHING_WORKED = "NOTHING_WORKED"
    """Not in service, or absent with leave or on an errand, in every period of the span."""
    INSUFFICIENT_DATA = "INSUFFICIENT_DATA"
    """A period without a score that no absence covers."""


class Absent(NamedTuple):
    """Calendar days of one recorded absence inside a period."""

    kind: AbsenceKind
    days: int


class SheetOfMonth(NamedTuple):
    """One sheet of a period. A post whose sheet nobody scored or even opened has one too.

    `total` is the printed total, None for INSUFFICIENT_DATA or while not scored; `days` are the
    calendar days of service in that post inside the period, absences included.
    """

    sheet: str
    total: Decimal | None
    days: int
    provisional: bool = False
    """Scored before the period was over (the December of a year that is classified before)."""


class MonthOfYear(NamedTuple):
    """One month, or one quarter of an agency that scores by the quarter.

    `period` is its first day; `of_days` the calendar days of it on which the person was in service:
    all of them but where he joined or left, none where he was not in service at all. Several sheets
    stand where he changed post; days of service without a sheet or an absence make it missing.
    """

    period: date
    sheets: tuple[SheetOfMonth, ...]
    of_days: int
    absent: tuple[Absent, ...] = ()
    parts: tuple["MonthOfYear", ...] = ()
    """Of a quarter: its months, with days and absences and without sheets, from which the months of
    service are counted. Without them the quarter counts by its share of days."""
