"""Who is reviewed at all."""

from calendar import monthrange
from datetime import date
from enum import StrEnum

from resolvers.statute.dated import Law
from resolvers.statute.party.parameters import MEMBERSHIP


class LeftOut(StrEnum):
    """Why a member is not reviewed."""

    EXEMPT = "EXEMPT"
    SUSPENDED = "SUSPENDED"
    NEWLY_ADMITTED = "NEWLY_ADMITTED"


def left_out(
    admitted: date, day: date, law: Law, *, exempt: bool, suspended: bool
) -> LeftOut | None:
    """Why a member is not reviewed on a day, None where he is; raises NotInForce."""
    months = int(law(MEMBERSHIP)["months"])
    if exempt:
        return LeftOut.EXEMPT
    if suspended:
        return LeftOut.SUSPENDED
    return LeftOut.NEWLY_ADMITTED if day < _after(admitted, months) else None


def _after(day: date, months: int) -> date:
    """The day so many months later; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
