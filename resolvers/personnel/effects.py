"""What a decision does: posts that begin and end on its day, so that nothing has to run then.

Past sheets keep their unit and their post; what comes later counts in the new one.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.finding import hold
from resolvers.core.request import Request
from resolvers.discipline import Ruling as Discipline
from resolvers.organisation import unit as units
from resolvers.people import (
    Appointment,
    changes,
    end_by_decision,
    held_days,
    leave_by_decision,
    move_by_decision,
    posts_of,
    prolong_by_decision,
    second_by_decision,
    suspend_by_decision,
    take_back,
    transfer_by_decision,
    transfer_not_taken,
)
from resolvers.personnel.parts import action_agreement
from resolvers.personnel.registers import (
    drop_suspension,
    keep_discipline_of,
    keep_suspension,
    keep_term,
    restore_term,
)
from resolvers.statute.personnel import ActionKind

_SENDING = select(action_agreement.c.agreed_by, action_agreement.c.agreed_at).where(
    action_agreement.c.action_id == bindparam("action", type_=UuidType(as_uuid=True)),
    action_agreement.c.side == "sending_agency",
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision with all that its effect depends on."""

    tx: Transaction
    request: Request
    allowed: Decision
    row: Row
    held: Row
    effective_on: date
    until: date | None
    document: Document
    discipline: Discipline | None = None

    def agencies(self) -> list[UUID]:
        named = (self.row["agency_id"], self.row["receiving_agency_id"], self.held["agency_id"])
        return [agency for agency in dict.fromkeys(named) if agency is not None]


Told = dict[str, Any]
"""What else was written, by name: ids as text, for taking it back."""


async def take_effect(ruling: Ruling) -> Told:
    """Write what the decision does, dated to its day; what was written, to be taken back by.

    Raises the refusals of the posts: HeadExists, UnitNotInForce, LAST_MANAGER and the like.
    """
    tx, person = ruling.tx, ruling.row["person_id"]
    before = await held_days(tx, person, ruling.agencies())
    told = await _EFFECTS[ActionKind(ruling.row["kind"])](ruling)
    after = await held_days(tx, person, ruling.agencies())
    return {**told, "changed": changes(before, after)}


async def undo_effect(
    tx: Transaction, request: Request, allowed: Decision, row: Row, reason: str
) -> None:
    """Take back what a decision wrote, before its day; raises EffectChanged, DisciplineRecorded."""
    effect: Mapping[str, Any] = row["effect"]
    agencies = [row["agency_id"], row["receiving_agency_id"] or row["agency_id"]]
    await take_back(tx, request, allowed, row["person_id"], effect["changed"], agencies)
    if "transfer" in effect:
        await transfer_not_taken(tx, request, UUID(effect["transfer"]))
    await restore_term(tx, request, effect)
    await drop_suspension(tx, request, allowed, row, reason)


async def _move(ruling: Ruling) -> Told:
    """To another post; into another agency by the agreement of the one that he leaves."""
    told = await _let_go(ruling)
    place = await hold(ruling.tx, ruling.request, units, ruling.row["target_unit_id"])
    await move_by_decision(*_doing(ruling), ruling.held, place, _post(ruling))
    return told


async def _appoint(ruling: Ruling) -> Told:
    """To an office for its term: without a further decision it may not be exercised after it."""
    told = await _let_go(ruling)
    place = await hold(ruling.tx, ruling.request, units, ruling.row["target_unit_id"])
    post = _post(ruling, ends=ruling.until)
    posting = await move_by_decision(*_doing(ruling), ruling.held, place, post)
    return {**told, **await _term(ruling, posting)}


async def _second(ruling: Ruling) -> Told:
    """Evaluated where he is seconded to, on the payroll of his own agency (art. 26)."""
    place = await hold(ruling.tx, ruling.request, units, ruling.row["target_unit_id"])
    post = _post(ruling, ends=ruling.until, mode="seconded")
    await second_by_decision(*_doing(ruling), ruling.held, place, post)
    return {}


async def _prolong(ruling: Ruling) -> Told:
    assert ruling.until is not None
    await prolong_by_decision(*_doing(ruling), ruling.held, ruling.until)
    return await _term(ruling, ruling.held["id"])


async def _lay_down(ruling: Ruling) -> Told:
    """Out of the office: to the post named, else as a member of the unit where he is."""
    if ruling.row["target_unit_id"] is not None:
        return await _move(ruling)
    if not ruling.held["main"]:
        await end_by_decision(*_doing(ruling), ruling.held, ruling.effective_on)
        return {}
    place = await hold(ruling.tx, ruling.request, units, ruling.held["unit_id"])
    post = _post(ruling, office="member")
    await move_by_decision(*_doing(ruling), ruling.held, place, post)
    return {}


async def _suspend(ruling: Ruling) -> Told:
    """Without his authority for some days; it is a ground to weigh in the year (art. 56.5b)."""
    assert ruling.until is not None
    posts = await _posts(ruling)
    await suspend_by_decision(*_doing(ruling), posts, ruling.effective_on, ruling.until)
    days = (ruling.effective_on, ruling.document)
    return await keep_suspension(*_doing(ruling), ruling.row, *days)


async def _leave(ruling: Ruling) -> Told:
    """Out of the service: every post ends; his own record stays readable to him."""
    await leave_by_decision(*_doing(ruling), await _posts(ruling), ruling.effective_on)
    return {}


async def _discipline(ruling: Ruling) -> Told:
    """Into the register; only demotion and dismissal touch a post (Law 80/2025, art. 36)."""
    assert ruling.discipline is not None
    told = await keep_discipline_of(*_doing(ruling), ruling.row, ruling.discipline)
    if ruling.discipline.form == "demotion":
        await _lay_down(ruling)
    if ruling.discipline.form == "dismissal":
        await _leave(ruling)
    return told


_EFFECTS: Mapping[ActionKind, Callable[[Ruling], Awaitable[Told]]] = {
    ActionKind.APPOINTMENT: _appoint,
    ActionKind.REAPPOINTMENT: _prolong,
    ActionKind.EXTENSION: _prolong,
    ActionKind.TRANSFER: _move,
    ActionKind.ROTATION: _move,
    ActionKind.SECONDMENT: _second,
    ActionKind.PERIODIC_CHANGE: _move,
    ActionKind.HIGHER_POST: _move,
    ActionKind.LOWER_POST: _move,
    ActionKind.RESIGNATION: _lay_down,
    ActionKind.REMOVAL: _lay_down,
    ActionKind.SUSPENSION: _suspend,
    ActionKind.TERMINATION: _leave,
    ActionKind.DISCIPLINE: _discipline,
}


def _doing(ruling: Ruling) -> tuple[Transaction, Request, Decision]:
    return ruling.tx, ruling.request, ruling.allowed


def _post(
    ruling: Ruling,
    *,
    office: str | None = None,
    ends: date | None = None,
    mode: str = "appointed",
) -> Appointment:
    """The post that begins on the day of effect: the one named, or the same in another office."""
    named = office is None
    return Appointment(
        office=office or ruling.row["target_office"],
        mode=mode,
        main=ruling.held["main"],
        begins=ruling.effective_on,
        ends=ends,
        position=ruling.row["target_position_id"] if named else None,
        decision_no=ruling.document.number,
    )


async def _term(ruling: Ruling, posting: UUID) -> Told:
    """The term of an office on record: its end is told ahead."""
    assert ruling.until is not None
    days = (ruling.effective_on, ruling.until)
    return await keep_term(*_doing(ruling), ruling.row, posting, days, ruling.document)


async def _let_go(ruling: Ruling) -> Told:
    """The agreement of the agency that he leaves, taken up; nothing where he stays in it."""
    to_agency, tx = ruling.row["receiving_agency_id"], ruling.tx
    if to_agency is None:
        return {}
    agreed = await tx.row(_SENDING, action=ruling.row["id"])
    assert agreed is not None, "the policies ask for it"
    transfer = await transfer_by_decision(
        tx,
        ruling.request,
        ruling.held,
        to_agency=to_agency,
        leaves_on=ruling.effective_on,
        decision_no=ruling.document.number,
        agreed_by=agreed["agreed_by"],
        agreed_at=agreed["agreed_at"],
    )
    return {"transfer": str(transfer)}


async def _posts(ruling: Ruling) -> Sequence[Row]:
    """Every post that he holds on the day or later."""
    return await posts_of(ruling.tx, ruling.row["person_id"], ruling.effective_on)
