"""By when the law, or the agency within its range, wants each thing done."""

from datetime import date, timedelta
from typing import NamedTuple

from resolvers.statute.calendar.working import add_working_days
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.load import parameter
from resolvers.statute.switches import (
    DUTY_ACCEPT_DAYS,
    DUTY_ASSIGN_DAY,
    DUTY_CLOSE_DAY,
    DUTY_SCORE_DAY,
    ENTRY_CLOSES_DAY,
    ENTRY_OPENS_DAY,
    PETITION_FILING_DAYS,
    SPECIAL_DEADLINE,
    Switch,
    Switches,
)

PETITION = parameter("calendar/petition")
PETITION_PUBLIC_EMPLOYEES = parameter("calendar/petition_public_employees")
CLASSIFICATION = parameter("calendar/classification")
NATIONAL_DATABASE = parameter("calendar/national_database")
NATIONAL_DATABASE_PERSONNEL = parameter("calendar/national_database_personnel")


class Deadline(NamedTuple):
    """The last day on which something is in time, and the text or rule that says so."""

    day: date
    cite: str


def petition_deadline(received: date) -> Deadline:
    """By when the petition of a civil servant is decided (article 22); raises HolidaysUnknown."""
    law = Law(received, known=received)
    days = int(law(PETITION)["working_days"])
    return Deadline(add_working_days(received, days), law.cite(PETITION))


def public_employee_petition_deadline(received: date) -> Deadline:
    """By when the petition of a public employee is decided; raises HolidaysUnknown, NotInForce."""
    law = Law(received, known=received)
    days = int(law(PETITION_PUBLIC_EMPLOYEES)["working_days"])
    return Deadline(add_working_days(received, days), law.cite(PETITION_PUBLIC_EMPLOYEES))


def public_employee_petition_filing_deadline(published: date) -> Deadline:
    """Until when a public employee petitions: days from the publication; raises NotInForce."""
    law = Law(published, known=published)
    days = int(law(PETITION_PUBLIC_EMPLOYEES)["filing_days"])
    return Deadline(published + timedelta(days=days), law.cite(PETITION_PUBLIC_EMPLOYEES))


def petition_filing_deadline(notified: date, switches: Switches) -> Deadline:
    """Until when a petition is in time by the agency's rule; a later one is accepted and marked."""
    days = switches(PETITION_FILING_DAYS)
    return Deadline(add_working_days(notified, days), PETITION_FILING_DAYS.cite)


def classification_deadline(year: int, switches: Switches) -> Deadline:
    """The last day for classifying a year (articles 9(1), 19(2)): the one before the day named."""
    law = Law(date(year, 12, 31), known=date(year, 12, 31))
    named = law(CLASSIFICATION)
    day = date(year, int(named["month"]), int(named["day"]))
    if switches(SPECIAL_DEADLINE) == "yes":
        day = date(year + 1, int(named["special_month"]), int(named["special_day"]))
    return Deadline(day - timedelta(days=1), law.cite(CLASSIFICATION))


def national_database_deadline(approved: date) -> Deadline:
    """By when a result is sent to the national database: calendar days, the shortest text in force.

    A text that comes into force while another one's days run holds too, if it is not before then
    that its own days end.
    """
    deadlines = []
    for text in (NATIONAL_DATABASE, NATIONAL_DATABASE_PERSONNEL):
        days = timedelta(days=int(text.versions[-1].value["days"]))
        law = Law(approved + days, known=approved + days)
        try:
            deadlines.append(Deadline(approved + days, law.cite(text)))
        except NotInForce:
            continue
    if not deadlines:
        raise NotInForce(f"national database: no text governs {approved}")
    return min(deadlines)


def accept_deadline(delivered: date, switches: Switches) -> Deadline:
    """By when a delivery is accepted or returned; raises HolidaysUnknown."""
    days = switches(DUTY_ACCEPT_DAYS)
    return Deadline(add_working_days(delivered, days), DUTY_ACCEPT_DAYS.cite)


def assign_deadline(period: date, switches: Switches) -> Deadline:
    """By when the work of the period that begins on `period` is assigned."""
    return Deadline(period.replace(day=switches(DUTY_ASSIGN_DAY)), DUTY_ASSIGN_DAY.cite)


def score_deadline(last: date, switches: Switches) -> Deadline:
    """By when the sheets of the period that ends on `last` are scored."""
    return _of_next_month(last, DUTY_SCORE_DAY, switches)


def close_deadline(last: date, switches: Switches) -> Deadline:
    """By when the unit is closed for the period that ends on `last`."""
    return _of_next_month(last, DUTY_CLOSE_DAY, switches)


class EntryWindow(NamedTuple):
    """The first and the last day, both included, on which sheets of a period are filled in."""

    opens: date
    closes: date


def entry_window(first: date, last: date, switches: Switches) -> EntryWindow:
    """The window of the period from `first` to `last`."""
    opens = first.replace(day=switches(ENTRY_OPENS_DAY))
    return EntryWindow(opens, _of_next_month(last, ENTRY_CLOSES_DAY, switches).day)


def _of_next_month(last: date, day: Switch[int], switches: Switches) -> Deadline:
    return Deadline((last + timedelta(days=1)).replace(day=switches(day)), day.cite)
