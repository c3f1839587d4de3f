"""From which day an action takes effect, and until when: what the law and the post allow."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.personnel.tables import personnel_action
from resolvers.statute.calendar import HolidaysUnknown
from resolvers.statute.dated import Law
from resolvers.statute.months import months_after
from resolvers.statute.personnel import (
    ActionKind,
    Procedure,
    suspension_ends,
    term_end,
)

_DAY = timedelta(days=1)
_ENDING = select(func.min(personnel_action.c.effective_on)).where(
    personnel_action.c.person_id == bindparam("person", type_=UuidType(as_uuid=True)),
    personnel_action.c.kind == ActionKind.SUSPENSION.value,
    personnel_action.c.state == "decided",
    func.coalesce(personnel_action.c.ended_on, personnel_action.c.until)
    == bindparam("day", type_=personnel_action.c.until.type),
)


class LastsTooLong(Refusal):
    """The law lets this last until {latest} at the latest."""

    code = "LASTS_TOO_LONG"
    vi = "Theo quy định, thời hạn không được kéo dài quá ngày {latest}."


class WorkingDaysUnknown(Refusal):
    """The public holidays of {year} are not laid down here, so working days cannot be counted."""

    code = "WORKING_DAYS_UNKNOWN"
    vi = "Chưa có lịch nghỉ lễ, tết năm {year} nên không thể tính số ngày làm việc."


def term_ends(held: Row) -> date | None:
    """The last day of the present term; None where the post has no end."""
    upper: date | None = held["during"].upper
    return None if upper is None else upper - _DAY


def demand_ahead(effective_on: date, today: date) -> None:
    """Nothing takes effect before it is decided; raises InvalidInput."""
    if effective_on < today:
        raise InvalidInput(what="effectiveOn", allowed=f"≥ {today}", field="effectiveOn")


async def first_suspended_on(tx: Transaction, person: UUID, effective_on: date) -> date | None:
    """The first day of the suspension that one from `effective_on` on would prolong, if any."""
    found: date | None = await tx.value(_ENDING, person=person, day=effective_on)
    return found


def lasts_until(
    found: Procedure,
    law: Law,
    held: Row,
    effective_on: date,
    until: date | None,
    suspended_on: date | None = None,
) -> date | None:
    """The first day on which the action holds no more; None where it has no end.

    Where nobody names it, the law does; how long a rotation lasts at least, a gate says. Raises
    LastsTooLong, InvalidInput.
    """
    if found.kind in (ActionKind.REAPPOINTMENT, ActionKind.EXTENSION):
        _demand_without_gap(held, effective_on)
    latest = _latest(found, law, effective_on, suspended_on)
    if until is not None:
        _demand_lawful(found, effective_on, until, latest)
        return until
    if found.kind in (ActionKind.SECONDMENT, ActionKind.EXTENSION):
        raise InvalidInput(what="until", allowed="YYYY-MM-DD", field="until")
    return latest


def _demand_lawful(found: Procedure, effective_on: date, until: date, latest: date | None) -> None:
    """Raises LastsTooLong, InvalidInput."""
    if latest is None and found.kind not in (ActionKind.ROTATION, ActionKind.EXTENSION):
        raise InvalidInput(what="until", allowed="∅", field="until")
    if until <= effective_on:
        raise InvalidInput(what="until", allowed=f"> {effective_on}", field="until")
    if latest is not None and until > latest:
        raise LastsTooLong(latest=latest - _DAY, field="until")


def _latest(
    found: Procedure, law: Law, effective_on: date, suspended_on: date | None
) -> date | None:
    """The first day after the longest time that the law allows; None where it sets no end."""
    if found.kind is ActionKind.SUSPENSION:
        begun, again = suspended_on or effective_on, suspended_on is not None
        try:
            return suspension_ends(begun, law, extended=again).day + _DAY
        except HolidaysUnknown as problem:
            raise WorkingDaysUnknown(year=problem.year, field="effectiveOn") from None
    if found.most_years is not None:
        return months_after(effective_on, found.most_years * 12)
    if found.term_years is not None:
        again = found.kind is ActionKind.REAPPOINTMENT
        return term_end(effective_on, law, again=again) + _DAY
    return None


def _demand_without_gap(held: Row, effective_on: date) -> None:
    """A further term begins where the present one ends; raises InvalidInput."""
    upper: Any = held["during"].upper
    if upper is not None and upper != effective_on:
        raise InvalidInput(what="effectiveOn", allowed=str(upper), field="effectiveOn")
