"""What the person does: hand in finished work with its evidence (art. 18.2)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Date, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import insert

from authz.actions import Action
from resolvers.audit import record
from resolvers.core.arguments import line, lines, positive
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds
from resolvers.core.documents import digest, link
from resolvers.core.errors import InvalidInput, KeyReused, NotFound, Refusal
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.organisation import agency_switch
from resolvers.statute.switches import EVIDENCE_SHARE
from resolvers.work.holding import PERIOD, POSTING, facts, held_delivery, held_line
from resolvers.work.model import MOST_PIECES, PLACES, Evidence
from resolvers.work.tables import delivery, evidence, work_line

MOST_EVIDENCE = 50


class MoreThanOutstanding(Refusal):
    """At most {left} is still to be done of this work."""

    code = "MORE_THAN_OUTSTANDING"
    vi = "Nhiệm vụ chỉ còn {left} chưa hoàn thành."


class EvidenceRequired(Refusal):
    """Work above {share} of the month's assigned units is handed in with evidence only."""

    code = "EVIDENCE_REQUIRED"
    vi = "Sản phẩm/công việc chiếm trên {share} khối lượng của kỳ phải có minh chứng."


class ProcessIsMeasured(Refusal):
    """A process criterion is not handed in: the head measures it at the end of the month."""

    code = "PROCESS_IS_MEASURED"
    vi = "Tiêu chí quy trình không bàn giao: người đứng đầu xác nhận mức đạt vào cuối kỳ."


_LINE = bindparam("line", type_=UuidType(as_uuid=True))
_MEASURES = select(
    select(func.coalesce(func.sum(delivery.c.quantity), 0))
    .where(delivery.c.line_id == _LINE, delivery.c.verdict.is_(None))
    .scalar_subquery()
    .label("waiting"),
    select(func.sum(work_line.c.units))
    .where(
        work_line.c.posting_id == POSTING,
        work_line.c.period == PERIOD,
        work_line.c.origin.in_(("planned", "handed_over")),
    )
    .scalar_subquery()
    .label("assigned"),
    select(agency_switch.c.value)
    .where(
        agency_switch.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
        agency_switch.c.name == EVIDENCE_SHARE.name,
        holds(agency_switch, cast(DAY, Date)),
    )
    .scalar_subquery()
    .label("evidence_share"),
)
_DELIVERY = insert(delivery).on_conflict_do_nothing()
_EVIDENCE = insert(evidence).on_conflict_do_nothing()


async def deliver_work(
    tx: Transaction,
    request: Request,
    *,
    id: UUID,
    line: UUID,
    quantity: Decimal,
    note: str = "",
    evidence: Sequence[Evidence] = (),
) -> UUID:
    """Hand in finished work of one's own, today; the delivery's id, which the client made.

    The same delivery sent again is one delivery. Raises NotFound, MoreThanOutstanding,
    EvidenceRequired, ProcessIsMeasured, KeyReused, InvalidInput and the refusals of the policies.
    """
    positive(quantity, "quantity", most=MOST_PIECES, places=PLACES)
    said, proofs = lines(note, "note"), _checked(evidence)
    found = await held_line(tx, request, line)
    if found is None:
        raise NotFound(id=line, field="line")
    if await _told_before(tx, request, id, line, quantity):
        return id
    decision = demand(request, Action.DeliverWork, facts(found))
    if found["process"]:
        raise ProcessIsMeasured(field="line")
    await _demand_measure(tx, request, found, quantity, proofs)
    about = ("agency_id", "scoring_unit_id", "person_id", "line_id", "period", "assignment_id")
    delivered = {"quantity": quantity, "note": said, "delivered_on": request.today}
    saved = await tx.run(
        _DELIVERY,
        id=id,
        **{name: found[name] for name in about},
        **delivered,
        delivered_at=request.now,
        delivered_by=request.reach.actor,
    )
    if not saved:
        raise KeyReused(key=id, field="id")
    await _keep(tx, request, found, id, proofs)
    await record(
        tx,
        request,
        decision,
        deed="deliver_work",
        subject=("delivery", id),
        agency=found["agency_id"],
        after={**delivered, "line": line, "evidence": proofs},
    )
    return id


async def add_evidence(
    tx: Transaction, request: Request, *, delivery: UUID, evidence: Sequence[Evidence]
) -> UUID:
    """Add evidence to one's own delivery; nothing is ever replaced. The delivery's id.

    Evidence that is there already is not added twice. Raises NotFound, InvalidInput and the
    refusals of the policies.
    """
    proofs = _checked(evidence)
    if not proofs:
        raise InvalidInput(what="evidence", allowed=f"1–{MOST_EVIDENCE} items", field="evidence")
    found = await held_delivery(tx, request, delivery)
    if found is None:
        raise NotFound(id=delivery, field="delivery")
    decision = demand(request, Action.AddEvidence, facts(found))
    await _keep(tx, request, found, delivery, proofs)
    await record(
        tx,
        request,
        decision,
        deed="add_evidence",
        subject=("delivery", delivery),
        agency=found["agency_id"],
        after={"evidence": proofs},
    )
    return delivery


async def _told_before(
    tx: Transaction, request: Request, id: UUID, line: UUID, quantity: Decimal
) -> bool:
    """Whether this very delivery is there already; raises KeyReused where the id is another's."""
    earlier = await seen(tx, request.reach, delivery, id)
    if earlier is None:
        return False
    told = (earlier["line_id"], earlier["quantity"], earlier["delivered_by"])
    if told != (line, quantity, request.reach.actor):
        raise KeyReused(key=id, field="id")
    return True


def _checked(proofs: Sequence[Evidence]) -> list[Evidence]:
    if len(proofs) > MOST_EVIDENCE:
        raise InvalidInput(what="evidence", allowed=f"0–{MOST_EVIDENCE} items", field="evidence")
    return [_one(proof, f"evidence.{index}") for index, proof in enumerate(proofs)]


def _one(proof: Evidence, field: str) -> Evidence:
    if proof.sha256 is None and proof.url is None:
        raise InvalidInput(what=field, allowed="a SHA-256 or a link", field=field)
    digest(proof.sha256, f"{field}.sha256")
    url = link(proof.url, f"{field}.url")
    return Evidence(line(proof.name, f"{field}.name"), proof.sha256, url)


async def _demand_measure(
    tx: Transaction, request: Request, found: Row, quantity: Decimal, proofs: Sequence[Evidence]
) -> None:
    """Not more than is outstanding, and heavy work not without evidence."""
    measured: Any = await tx.row(
        _MEASURES,
        line=found["line_id"],
        posting=found["posting_id"],
        period=found["period"],
        agency=found["agency_id"],
        day=request.today,
    )
    left = found["quantity"] - found["accepted"] - measured["waiting"]
    if quantity > left:
        raise MoreThanOutstanding(left=f"{left.normalize():f}", field="quantity")
    chosen = measured["evidence_share"]
    share = EVIDENCE_SHARE.default if chosen is None else EVIDENCE_SHARE.read(chosen)
    # Where nothing was planned there is no total that urgent work could be a share of.
    assigned = measured["assigned"]
    if assigned and found["units"] > share * assigned and not proofs:
        raise EvidenceRequired(share=f"{share:.0%}", field="evidence")


async def _keep(
    tx: Transaction, request: Request, found: Row, delivery: UUID, proofs: Sequence[Evidence]
) -> None:
    rows = [
        {
            "id": new_id(),
            **{name: found[name] for name in ("agency_id", "scoring_unit_id", "person_id")},
            "delivery_id": delivery,
            "name": proof.name,
            "sha256": digest(proof.sha256, "evidence"),
            "url": proof.url,
            "uploaded_by": request.reach.actor,
            "uploaded_at": request.now,
        }
        for proof in proofs
    ]
    await tx.run_many(_EVIDENCE, rows)
