"""By when the Party's reviews are done, and how their meetings are prepared and held."""

from datetime import date, timedelta

from resolvers.statute.calendar import Deadline, add_working_days
from resolvers.statute.dated import Law
from resolvers.statute.load import parameter

FINISH = parameter("party/finish")
DRAFT_REPORT = parameter("party/draft_report")
MEETING_LENGTH = parameter("party/meeting_length")


def finish_deadline(year: int, *, special: bool = False) -> Deadline:
    """The last day for deciding a year's reviews; of a body that is let do so, in the next year.

    The usual text says "before" its day, the other "by". Raises NotInForce.
    """
    law = Law(date(year, 12, 31), known=date(year, 12, 31))
    named = law(FINISH)
    if special:
        day = date(year + 1, int(named["special_month"]), int(named["special_day"]))
    else:
        day = date(year, int(named["month"]), int(named["day"])) - timedelta(days=1)
    return Deadline(day, law.cite(FINISH))


def draft_deadline(meeting: date) -> Deadline:
    """The last day on which the draft report goes out to those who meet on `meeting`.

    The day on which it goes out is not counted. Raises HolidaysUnknown, NotInForce.
    """
    law = Law(meeting, known=meeting)
    working_days = int(law(DRAFT_REPORT)["working_days"])
    return Deadline(add_working_days(meeting, -working_days), law.cite(DRAFT_REPORT))


def meeting_days(meeting: date, *, named: bool) -> int:
    """How many days a review meeting takes at least. `named`: of the collectives and members of
    provincial standing committees. Raises NotInForce."""
    law = Law(meeting, known=meeting)
    return int(law(MEETING_LENGTH)["named" if named else "usual"])
