"""Working days with Vietnam's public holidays, and the deadlines of the evaluation year.

add_working_days(received, 7); petition_deadline(received).day
A year whose holidays nobody has laid down raises HolidaysUnknown: nothing is guessed.
"""

from resolvers.statute.calendar.deadlines import (
    Deadline,
    EntryWindow,
    accept_deadline,
    assign_deadline,
    classification_deadline,
    close_deadline,
    entry_window,
    national_database_deadline,
    petition_deadline,
    petition_filing_deadline,
    public_employee_petition_deadline,
    public_employee_petition_filing_deadline,
    score_deadline,
)
from resolvers.statute.calendar.working import (
    add_working_days,
    day_off,
    is_working_day,
    working_days_between,
)
from resolvers.statute.calendar.years import DayOff, HolidaysUnknown

__all__ = [
    "DayOff",
    "Deadline",
    "EntryWindow",
    "HolidaysUnknown",
    "accept_deadline",
    "add_working_days",
    "assign_deadline",
    "classification_deadline",
    "close_deadline",
    "day_off",
    "entry_window",
    "is_working_day",
    "national_database_deadline",
    "petition_deadline",
    "petition_filing_deadline",
    "public_employee_petition_deadline",
    "public_employee_petition_filing_deadline",
    "score_deadline",
    "working_days_between",
]
