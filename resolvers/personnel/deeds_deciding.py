"""The head decides, refuses, or cancels before the day: only he, and only by the law of that day.

A decision is taken on what stands now: gates are computed again, what it rests on must be in force
still, and no other decision on the same person may wait for its day.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import days
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.request import Request
from resolvers.discipline import Ruling as Discipline
from resolvers.people import post_of
from resolvers.personnel.deeds_steps import done_by, finish_step, law_of
from resolvers.personnel.effects import Ruling, take_effect, undo_effect
from resolvers.personnel.gating import demand_still_open, gates_of, keep_gates
from resolvers.personnel.grounds import REPLACED
from resolvers.personnel.holding import Standing, change, held_action, step_at
from resolvers.personnel.lasting import demand_ahead, first_suspended_on, lasts_until
from resolvers.personnel.model import DECIDE, LASTING, MOST_REASON, Wanted
from resolvers.personnel.parts import action_ground
from resolvers.personnel.tables import personnel_action
from resolvers.statute.personnel import ActionKind


class ActionsOverlap(Refusal):
    """Another decision on this person holds or waits on some of these days: {during}."""

    code = "ACTIONS_OVERLAP"
    vi = "Đã có quyết định khác đối với công chức này trong khoảng thời gian {during}."


class GroundReplaced(Refusal):
    """What the proposal rests on has been replaced since; it is proposed anew."""

    code = "GROUND_REPLACED"
    vi = "Căn cứ của đề xuất đã được thay thế; phải đề xuất lại."


_UUID = UuidType(as_uuid=True)
_REPLACED = select(action_ground.c.id).where(
    action_ground.c.action_id == bindparam("action", type_=_UUID), REPLACED
)
_WAITING = (
    select(personnel_action.c.waiting)
    .where(
        personnel_action.c.person_id == bindparam("person", type_=_UUID),
        personnel_action.c.state == "decided",
        personnel_action.c.waiting.op("&&")(bindparam("asked", type_=DATERANGE)),
    )
    .order_by(personnel_action.c.waiting)
)
_LASTING = (
    select(personnel_action.c.lasting)
    .where(
        personnel_action.c.person_id == bindparam("person", type_=_UUID),
        personnel_action.c.state == "decided",
        personnel_action.c.lasting.op("&&")(bindparam("asked", type_=DATERANGE)),
    )
    .order_by(personnel_action.c.lasting)
)


async def decide_personnel_action(
    tx: Transaction,
    request: Request,
    *,
    action: UUID,
    version: int,
    effective_on: date,
    decision: Document,
    until: date | None = None,
    note: str = "",
    discipline: Discipline | None = None,
) -> UUID:
    """Decide on an action as the head who has the authority; it takes effect on its day. Its id.

    `until` is the first day on which it holds no more; the law says it where nobody does.
    `discipline` tells the register what was decided, for a decision on discipline alone. Raises
    NotFound, the refusals of the policies (NOT_DECIDING_HEAD, OWN_ACTION, STEPS_MISSING,
    ACTION_OVER), StaleVersion, GateShutSince, GroundReplaced, ActionsOverlap, LastsTooLong,
    InvalidInput, and those of the posts that it changes.
    """
    found, allowed = await held_action(tx, request, Action.DecidePersonnelAction, action, version)
    row = found.row
    if (discipline is None) == (row["kind"] == ActionKind.DISCIPLINE):
        raise InvalidInput(what="discipline", allowed="kind = discipline", field="discipline")
    signed = {
        **decision.columns("decision", dated=True),
        "decision_note": line(note, "note", least=0, most=MOST_REASON),
    }
    held, wanted = await _wanted(tx, request, row, effective_on, until)
    await _demand_standing(tx, request, row, wanted)
    signed |= await _days(tx, request, row, wanted)
    days_of = (effective_on, wanted.until)
    ruling = Ruling(tx, request, allowed, row, held, *days_of, decision, discipline)
    signed["effect"] = await take_effect(ruling)
    await _sign(tx, request, allowed, found, decision, signed)
    return action


async def refuse_personnel_action(
    tx: Transaction, request: Request, *, action: UUID, version: int, reason: str
) -> UUID:
    """Refuse a proposal as the head who could decide it, with a reason; its id.

    Raises NotFound, the refusals of the policies, StaleVersion, TextNotAcceptable.
    """
    found, allowed = await held_action(tx, request, Action.RefusePersonnelAction, action, version)
    await _close(tx, request, allowed, found, "refuse_personnel_action", "refused", reason)
    return action


async def cancel_personnel_action(
    tx: Transaction, request: Request, *, action: UUID, version: int, reason: str
) -> UUID:
    """Cancel a decision before its day; every post is as if it had not been taken. Its id.

    Raises NotFound, the refusals of the policies (ACTION_NOT_CANCELLABLE), StaleVersion,
    EffectChanged, DisciplineRecorded, TextNotAcceptable.
    """
    found, allowed = await held_action(tx, request, Action.CancelPersonnelAction, action, version)
    said = line(reason, "reason", most=MOST_REASON)
    await undo_effect(tx, request, allowed, found.row, said)
    await _close(tx, request, allowed, found, "cancel_personnel_action", "cancelled", reason)
    return action


async def _wanted(
    tx: Transaction, request: Request, row: Row, effective_on: date, until: date | None
) -> tuple[Row, Wanted]:
    """The post that it is about, and its lawful days."""
    demand_ahead(effective_on, request.today)
    held = await post_of(tx, row["person_id"], row["posting_id"])
    found, law = law_of(row)
    again = None
    if row["kind"] == ActionKind.SUSPENSION:
        async with as_seen_by(tx, row["person_id"]):
            again = await first_suspended_on(tx, row["person_id"], effective_on)
    return held, Wanted(effective_on, lasts_until(found, law, held, effective_on, until, again))


async def _demand_standing(tx: Transaction, request: Request, row: Row, wanted: Wanted) -> None:
    """The gates of today, kept; raises GateShutSince, GroundReplaced."""
    gates = await gates_of(tx, row, wanted, request.today)
    demand_still_open(gates, row["special_case"])
    if await _past_the_fence(tx, row, _REPLACED, action=row["id"]) is not None:
        raise GroundReplaced(field="action")
    await keep_gates(tx, request, row, "decision", gates)


async def _days(tx: Transaction, request: Request, row: Row, wanted: Wanted) -> dict[str, Any]:
    """The days on which no other decision may stand; raises ActionsOverlap."""
    assert wanted.effective_on is not None
    waiting = Range(request.today, wanted.effective_on, bounds="[]")
    lasting = days(wanted.effective_on, wanted.until) if row["kind"] in LASTING else None
    of = {"person": row["person_id"]}
    clash = await _past_the_fence(tx, row, _WAITING, asked=waiting, **of)
    if clash is None and lasting is not None:
        clash = await _past_the_fence(tx, row, _LASTING, asked=lasting, **of)
    if clash is not None:
        raise ActionsOverlap(during=clash, field="effectiveOn")
    named = {"effective_on": wanted.effective_on, "until": wanted.until}
    return {**named, "waiting": waiting, "lasting": lasting}


async def _past_the_fence(tx: Transaction, row: Row, question: Any, **values: Any) -> Any:
    """An answer about the person, whichever agencies it comes from."""
    async with as_seen_by(tx, row["person_id"]):
        return await tx.value(question, **values)


async def _sign(
    tx: Transaction,
    request: Request,
    allowed: Decision,
    found: Standing,
    document: Document,
    values: Mapping[str, Any],
) -> None:
    """The last step of the procedure, and the signature."""
    step = step_at(found, DECIDE)
    done = done_by(request, step, None, document, "")
    signed = {
        **values,
        "state": "decided",
        "told_at": found.row["told_at"] or request.now,
        "decided_by": request.reach.actor,
        "on_behalf_of": allowed.on_behalf_of,
        "decided_at": request.now,
    }
    try:
        async with tx.savepoint():
            deed = "decide_personnel_action"
            await finish_step(tx, request, allowed, found, step, deed, done, **signed)
    except Violated:
        # Whoever decided meanwhile did not hold the person: the constraint is the last word.
        raise ActionsOverlap(during=values["waiting"], field="effectiveOn") from None


async def _close(
    tx: Transaction,
    request: Request,
    allowed: Decision,
    found: Standing,
    deed: str,
    state: str,
    reason: str,
) -> None:
    said = line(reason, "reason", most=MOST_REASON)
    await change(
        tx,
        request,
        allowed,
        found,
        deed,
        reason=said,
        state=state,
        closed_reason=said,
        closed_by=request.reach.actor,
        closed_at=request.now,
    )
