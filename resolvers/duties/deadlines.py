"""By when each step must be done; raises HolidaysUnknown for a year without a calendar."""

from datetime import date, timedelta

from resolvers.core.days import last_day
from resolvers.statute.calendar import (
    Deadline,
    accept_deadline,
    add_working_days,
    assign_deadline,
    classification_deadline,
    close_deadline,
    score_deadline,
)
from resolvers.statute.switches import Switches


def _working(deadline: Deadline) -> date:
    """Its day, or the next working day where nobody works on it (Civil Code 2015, art. 148.5)."""
    return add_working_days(deadline.day - timedelta(days=1), 1)


def assign_by(month: date, answers: Switches) -> date:
    """The last day for assigning the work of the month that begins on `month`."""
    return _working(assign_deadline(month, answers))


def score_by(month: date, answers: Switches) -> date:
    """The last day for scoring and signing the sheets of a period that ends with this month."""
    return _working(score_deadline(last_day(month), answers))


def close_by(month: date, answers: Switches) -> date:
    """The last day for closing a period that ends with this month."""
    return _working(close_deadline(last_day(month), answers))


def accept_by(delivered: date, answers: Switches) -> date:
    """The last day for accepting or returning a delivery."""
    return accept_deadline(delivered, answers).day


def classify_by(december: date, answers: Switches) -> date:
    """The last day for recognising the organisations of a year, and classifying its people."""
    return classification_deadline(december.year, answers).day


def on_the_day(due: date, _: Switches) -> date:
    """The day that its own slice has worked out already."""
    return due
