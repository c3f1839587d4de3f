"""Whoever scores the head decides what a missed duty costs him; nothing is ever taken by itself."""

from typing import Any
from uuid import UUID

from sqlalchemy import Date, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import BreachFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.core.writing import add, demand_version, save
from resolvers.duties.tables import breach as breaches
from resolvers.duties.tables import duty, notice
from resolvers.duties.telling import post
from resolvers.evaluations import apply_deduction, deduction, remove_deduction
from resolvers.evaluations import sheet as sheets
from resolvers.organisation import unit

MOST_REASON = 1000


class NoScaleToApply(Refusal):
    """The agency has set no deduction scale for criterion {criterion}; name one, or dismiss."""

    code = "NO_SCALE_TO_APPLY"
    vi = "Cơ quan chưa quy định thang điểm trừ cho tiêu chí {criterion}; cần chọn thang điểm khác."


class BreachWithoutSheet(Refusal):
    """The head has no sheet of the period from {period} on yet; open it first."""

    code = "BREACH_WITHOUT_SHEET"
    vi = "Người đứng đầu chưa có phiếu của kỳ bắt đầu từ ngày {period}; cần lập phiếu trước."


_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_SHEET = select(sheets.c.id, sheets.c.version).where(
    sheets.c.person_id == _PERSON,
    sheets.c.period == bindparam("period", type_=Date),
    sheets.c.scoring_unit_id == bindparam("scoring_unit", type_=UuidType(as_uuid=True)),
    shown(sheets),
)
_APPLIED = select(deduction.c.id, deduction.c.times, deduction.c.reason).where(
    deduction.c.sheet_id == bindparam("sheet", type_=UuidType(as_uuid=True)),
    deduction.c.scale_id == bindparam("scale", type_=UuidType(as_uuid=True)),
    shown(deduction),
)
_ABOUT = (
    select(
        duty.c.kind.label("step"),
        unit.c.name.label("unit"),
        duty.c.period,
        duty.c.due_on,
        duty.c.agency_id,
    )
    .join(unit, unit.c.id == duty.c.unit_id)
    .where(duty.c.id == bindparam("duty", type_=UuidType(as_uuid=True)))
)


async def accept_breach(
    tx: Transaction,
    request: Request,
    *,
    breach: UUID,
    version: int,
    reason: str,
    scale: UUID | None = None,
) -> UUID:
    """Take points off the head's sheet of that month for a missed duty; the breach's id.

    `scale` is another one of the agency than the one proposed. A second breach of a month counts
    once more by the same scale, up to its most. Raises NotFound, the refusals of the policies,
    StaleVersion, NoScaleToApply, BreachWithoutSheet, and those of `apply_deduction`.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, decision = await _demanded(tx, request, breach, version)
    chosen = scale or found["scale_id"]
    if chosen is None:
        raise NoScaleToApply(criterion=found["criterion"], field="scale")
    sheet = await _deduct(tx, request, found, chosen, said)
    await _decide(
        tx, request, decision, found, said, state="accepted", scale_id=chosen, sheet_id=sheet
    )
    return breach


async def dismiss_breach(
    tx: Transaction, request: Request, *, breach: UUID, version: int, reason: str
) -> UUID:
    """Let a missed duty cost nothing, with the reason, such as an objective cause; its id.

    Raises NotFound, the refusals of the policies, StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, decision = await _demanded(tx, request, breach, version)
    await _decide(tx, request, decision, found, said, state="dismissed")
    return breach


async def _demanded(
    tx: Transaction, request: Request, id: UUID, version: int
) -> tuple[Row, Decision]:
    found = await hold(tx, request, breaches, id)
    facts = BreachFacts(found["person_id"], found["scoring_unit_id"], found["state"])
    decision = demand(request, Action.DecideBreach, facts)
    demand_version(found, version)
    return found, decision


async def _deduct(tx: Transaction, request: Request, found: Row, scale: UUID, reason: str) -> UUID:
    """Apply the scale to the head's sheet, or once more where it is applied; the sheet's id."""
    sheet = await tx.row(
        _SHEET,
        person=found["person_id"],
        period=found["period"],
        scoring_unit=found["scoring_unit_id"],
        **needed(sheets, request.reach),
    )
    if sheet is None:
        raise BreachWithoutSheet(period=found["period"])
    id, version = sheet["id"], sheet["version"]
    binds = {"sheet": id, "scale": scale, **needed(deduction, request.reach)}
    before = await tx.row(_APPLIED, **binds)
    times, told = 1, f"{reason} (#{found['duty_id']})"
    if before is not None:
        times, told = before["times"] + 1, f"{before['reason']}; {told}"
        await remove_deduction(tx, request, deduction=before["id"], version=version, reason=reason)
        version += 1
    await apply_deduction(
        tx, request, sheet=id, version=version, scale=scale, times=times, reason=told
    )
    found_id: UUID = id
    return found_id


async def _decide(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    reason: str,
    **outcome: Any,
) -> None:
    await save(
        tx,
        breaches,
        found["id"],
        found["version"],
        reason=reason,
        decided_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
        **outcome,
    )
    await record(
        tx,
        request,
        decision,
        deed="decide_breach",
        subject=("breach", found["id"]),
        agency=found["agency_id"],
        before={"state": found["state"]},
        after=outcome,
        reason=reason,
    )
    await _tell(tx, request, found, reason, outcome["state"])


async def _tell(tx: Transaction, request: Request, found: Row, reason: str, outcome: str) -> None:
    """The head concerned finds the decision in his inbox."""
    person = found["person_id"]
    about = await tx.row(_ABOUT, duty=found["duty_id"])
    if about is None:
        raise LookupError(f"the breach {found['id']} is about no duty")
    told = {name: str(about[name]) for name in ("step", "unit", "period", "due_on")}
    async with as_seen_by(tx, person):
        id = await add(
            tx,
            notice,
            person_id=person,
            agency_id=about["agency_id"],
            duty_id=found["duty_id"],
            kind="breach_decided",
            params={**told, "subject": "", "outcome": outcome, "reason": reason},
            created_at=request.now,
        )
        await post(tx, request, [id])
