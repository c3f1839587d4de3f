"""Who is reviewed at all."""

from datetime import date
from enum import StrEnum

from resolvers.statute.dated import Law
from resolvers.statute.months import months_after
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
    return LeftOut.NEWLY_ADMITTED if day < months_after(admitted, months) else None
