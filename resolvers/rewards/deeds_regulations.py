"""The agency's regulation on its bonus fund (Decree 161/2026, art. 4).

The personnel body proposes it, the agency's head approves it; from then on it is published inside
the agency, and it is sent to the superior.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts, RegulationFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line, lines, positive
from resolvers.core.database import Row, Transaction
from resolvers.core.days import days
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, end, save
from resolvers.organisation import agency as agencies
from resolvers.organisation import root_unit
from resolvers.rewards.model import (
    MOST_REASON,
    AwardRule,
    RegulationInThePast,
    SpanRule,
    dong,
    once_each,
)
from resolvers.rewards.tables import (
    BY_WEIGHTS,
    regulation_award,
    regulation_span,
    reward_regulation,
)
from resolvers.statute.rewards import Remainder

MOST_MULTIPLE, MOST_SALARIES, MOST_AWARDS = 1000, 100, 20
_EDITION = select(func.coalesce(func.max(reward_regulation.c.edition), 0, type_=Integer)).where(
    reward_regulation.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True))
)


async def propose_reward_regulation(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    title: str,
    scope: str,
    remainder: str,
    spans: Sequence[SpanRule],
    awards: Sequence[AwardRule] = (),
) -> UUID:
    """Propose how the agency uses its bonus fund; the regulation's id.

    Raises NotFound, a denial, InvalidInput, NumberNotAcceptable, TextNotAcceptable.
    """
    found = await hold(tx, request, agencies, agency)
    decision = demand(request, Action.ProposeRewardRegulation, AgencyFacts(agency))
    rules, kinds = [_span(rule) for rule in spans], [_award(rule) for rule in awards]
    once_each([rule["span"] for rule in rules], "spans")
    once_each([kind["code"] for kind in kinds], "awards")
    if not rules and not kinds:
        raise InvalidInput(what="spans", allowed="1…", field="spans")
    if len(kinds) > MOST_AWARDS:
        raise InvalidInput(what="awards", allowed=f"0–{MOST_AWARDS}", field="awards")
    told = {
        "edition": await tx.value(_EDITION, agency=agency) + 1,
        "title": line(title, "title"),
        "scope": lines(scope, "scope", least=1),
        "remainder": among(remainder, "remainder", tuple(Remainder)),
    }
    id = await add(
        tx,
        reward_regulation,
        agency_id=agency,
        unit_id=await root_unit(tx, agency, request.today),
        superior_id=found["managing_agency_id"],
        proposed_by=request.reach.actor,
        proposed_at=request.now,
        **told,
    )
    for table, rows in ((regulation_span, rules), (regulation_award, kinds)):
        for row in rows:
            await add(tx, table, agency_id=agency, regulation_id=id, **row)
    after = {**told, "spans": rules, "awards": kinds}
    await _tell(tx, request, decision, "propose_reward_regulation", (id, agency), after=after)
    return id


async def approve_reward_regulation(
    tx: Transaction,
    request: Request,
    *,
    regulation: UUID,
    version: int,
    begins: date,
    decision: Document,
) -> UUID:
    """Approve a regulation as the agency's head, from today or a later day on; its id.

    The one before ends on that day. Raises NotFound, a denial, StaleVersion, RegulationInThePast,
    InvalidInput, TextNotAcceptable.
    """
    found, allowed = await _held(tx, request, Action.DecideRewardRegulation, regulation, version)
    demand_ahead(begins, request)
    paper = decision.columns(dated=True)
    await end(tx, reward_regulation, {"agency_id": found["agency_id"]}, begins)
    signed = _signed(request, allowed)
    await save(
        tx,
        reward_regulation,
        regulation,
        version,
        state="approved",
        during=days(begins),
        **paper,
        **signed,
    )
    after = {"state": "approved", "begins": begins, "document_no": paper["document_no"]}
    place = (regulation, found["agency_id"])
    await _tell(tx, request, allowed, "approve_reward_regulation", place, after=after)
    return regulation


async def decline_reward_regulation(
    tx: Transaction, request: Request, *, regulation: UUID, version: int, reason: str
) -> UUID:
    """Decline a proposed regulation with a reason; its id.

    Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, allowed = await _held(tx, request, Action.DecideRewardRegulation, regulation, version)
    said = line(reason, "reason", most=MOST_REASON)
    told = {"state": "declined", "declined_reason": said}
    await save(tx, reward_regulation, regulation, version, **told, **_signed(request, allowed))
    place = (regulation, found["agency_id"])
    after = {"state": "declined"}
    deed = "decline_reward_regulation"
    await _tell(tx, request, allowed, deed, place, after=after, reason=said)
    return regulation


async def record_regulation_sent(
    tx: Transaction, request: Request, *, regulation: UUID, version: int, document: Document
) -> UUID:
    """Record by which letter an approved regulation was sent to the superior; its id.

    Raises NotFound, a denial, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found, allowed = await _held(tx, request, Action.RecordRegulationSent, regulation, version)
    paper = document.columns("sent", dated=True)
    told = {**paper, "sent_by": request.reach.actor}
    await save(tx, reward_regulation, regulation, version, **told)
    place = (regulation, found["agency_id"])
    await _tell(tx, request, allowed, "record_regulation_sent", place, after=paper)
    return regulation


def demand_ahead(begins: date, request: Request) -> None:
    """Whoever knows the results makes no rule for them: raises RegulationInThePast."""
    if begins < request.today:
        raise RegulationInThePast(today=request.today, field="begins")


def falling(excellent: Decimal, good: Decimal, completed: Decimal, most: int) -> dict[str, Decimal]:
    """Multiples of which a better level never has less; raises InvalidInput."""
    told = (excellent, good, completed)
    fits = all(each.is_finite() and 0 <= each <= most and each == round(each, 4) for each in told)
    if not fits or not excellent >= good >= completed:
        allowed = f"{most} ≥ excellent ≥ good ≥ completed ≥ 0"
        raise InvalidInput(what="multiples", allowed=allowed, field="spans")
    return {"excellent": excellent, "good": good, "completed": completed}


def _span(rule: SpanRule) -> dict[str, Any]:
    return {
        "span": among(rule.span, "spans.span", BY_WEIGHTS),
        "share": positive(rule.share, "spans.share", most=1, places=8),
        "by_salary": rule.by_salary,
        **falling(rule.excellent, rule.good, rule.completed, MOST_MULTIPLE),
    }


def _award(rule: AwardRule) -> dict[str, Any]:
    if (rule.base_salaries is None) == (rule.amount is None):
        raise InvalidInput(what="awards", allowed="baseSalaries | amount", field="awards")
    salaries = rule.base_salaries
    if salaries is not None:
        positive(salaries, "awards.baseSalaries", most=MOST_SALARIES, places=2)
    amount = None if rule.amount is None else dong(rule.amount, "awards.amount")
    if amount == 0:
        raise InvalidInput(what="awards.amount", allowed="1…", field="awards.amount")
    return {
        "code": line(rule.code, "awards.code", most=40),
        "name": line(rule.name, "awards.name"),
        "base_salaries": salaries,
        "amount": amount,
    }


async def _held(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Decision]:
    found = await hold(tx, request, reward_regulation, id)
    sent = found["sent_no"] is not None
    facts = RegulationFacts(found["agency_id"], found["state"], sent)
    decision = demand(request, action, facts)
    demand_version(found, version)
    return found, decision


def _signed(request: Request, allowed: Decision) -> dict[str, Any]:
    return {
        "decided_by": request.reach.actor,
        "on_behalf_of": allowed.on_behalf_of,
        "decided_at": request.now,
    }


async def _tell(
    tx: Transaction,
    request: Request,
    decision: Decision,
    deed: str,
    place: tuple[UUID, UUID],
    *,
    after: dict[str, Any],
    reason: str = "",
) -> None:
    id, agency = place
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("reward_regulation", id),
        agency=agency,
        after=after,
        reason=reason,
    )
