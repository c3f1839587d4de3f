"""Faults that the head records, and the objective causes that he confirms (art. 14.2 b and c)."""

from uuid import UUID

from authz.actions import Action
from authz.codes import Code
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.work.holding import facts, held_fault, held_line
from resolvers.work.judging import count_excused, count_judged, note_faults
from resolvers.work.model import MOST_REASON
from resolvers.work.tables import FAULT_KINDS
from resolvers.work.tables import fault as faults


class DelayAlreadyNoted(Refusal):
    """The deadline of {day} is already noted as missed; one deadline counts once."""

    code = "DELAY_ALREADY_NOTED"
    vi = "Đã ghi nhận chậm tiến độ đối với thời hạn {day}; mỗi thời hạn chỉ tính một lần."


class NotYetDue(Refusal):
    """This work is due on {day}; nothing is late before that day is over."""

    code = "NOT_YET_DUE"
    vi = "Nhiệm vụ có thời hạn {day}; chưa hết thời hạn nên chưa thể ghi nhận chậm tiến độ."


class CauseAlreadyConfirmed(Refusal):
    """An objective cause is already confirmed for this."""

    code = "CAUSE_ALREADY_CONFIRMED"
    vi = "Nguyên nhân khách quan đã được xác nhận trước đó."


async def record_fault(
    tx: Transaction, request: Request, *, line: UUID, kind: str, reason: str
) -> UUID:
    """Note one major content error ("quality") or the missed deadline ("delay") of a line; its id.

    Raises DelayAlreadyNoted, NotYetDue, InvalidInput and the refusals of the policies.
    """
    among(kind, "kind", FAULT_KINDS)
    said = _said(reason, "reason")
    found = await held_line(tx, request, line)
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    decision = demand(request, Action.RecordFault, facts(found))
    if kind == "delay" and request.today <= found["due_on"]:
        raise NotYetDue(day=found["due_on"], field="kind")
    noted = await note_faults(tx, request, found, kind, [said])
    if not noted:
        raise DelayAlreadyNoted(day=found["due_on"], field="kind")
    quality = int(kind == "quality")
    await count_judged(tx, found, quality_failures=quality, delays=1 - quality)
    await record(
        tx,
        request,
        decision,
        deed="record_fault",
        subject=("work_line", line),
        agency=found["agency_id"],
        before={name: found[name] for name in ("quality_failures", "delays")},
        after={"fault": noted[0], "kind": kind},
        reason=said,
    )
    return noted[0]


async def confirm_objective_cause(
    tx: Transaction, request: Request, *, fault: UUID, cause: str, version: int
) -> UUID:
    """Confirm that a fault had an objective cause, so that it deducts nothing; the fault's id.

    Raises CauseAlreadyConfirmed, StaleVersion and the refusals of the policies.
    """
    said = _said(cause, "cause")
    found = await held_fault(tx, request, fault)
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    decision = demand(request, Action.ConfirmObjectiveCause, facts(found))
    if found["objective"]:
        raise CauseAlreadyConfirmed()
    demand_version(found, version)
    await save(
        tx,
        faults,
        fault,
        version,
        objective=True,
        objective_cause=said,
        confirmed_by=request.reach.actor,
        confirmed_on_behalf_of=decision.on_behalf_of,
        confirmed_at=request.now,
    )
    await count_excused(tx, found)
    await record(
        tx,
        request,
        decision,
        deed="confirm_objective_cause",
        subject=("fault", fault),
        agency=found["agency_id"],
        before={"objective": False, "kind": found["kind"], "fault": found["reason"]},
        after={"objective": True},
        reason=said,
    )
    return fault


def _said(text: str, field: str) -> str:
    return line(text, field, most=MOST_REASON)
