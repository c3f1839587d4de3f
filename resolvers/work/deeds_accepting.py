"""The head's word on a delivery: accepted, wholly or in part, or returned (art. 14.2)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.arguments import line, positive
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.many import each
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.work.holding import facts, held_delivery
from resolvers.work.judging import LATE, count_judged, note_faults
from resolvers.work.model import MOST_PIECES, MOST_REASON, PLACES, Accepting
from resolvers.work.tables import delivery as deliveries


class MoreThanDelivered(Refusal):
    """At most {most} of this delivery can be accepted."""

    code = "MORE_THAN_DELIVERED"
    vi = "Chỉ có thể nghiệm thu tối đa {most} đối với sản phẩm/công việc này."


async def accept_delivery(
    tx: Transaction,
    request: Request,
    *,
    delivery: UUID,
    version: int,
    quantity: Decimal | None = None,
    failures: Sequence[str] = (),
) -> UUID:
    """Accept a delivery, all of it unless `quantity` says less; the delivery's id.

    Each of `failures` is the reason of one major content error. A delivery after the deadline is
    noted as one delay of that deadline, however often the work comes late. Raises
    MoreThanDelivered, StaleVersion and the refusals of the policies.
    """
    reasons = [line(each, f"failures.{i}", most=MOST_REASON) for i, each in enumerate(failures)]
    found, decision = await _waiting(tx, request, Action.AcceptDelivery, delivery, version)
    most = min(found["delivered"], found["quantity"] - found["accepted"])
    accepted = found["delivered"] if quantity is None else quantity
    positive(accepted, "quantity", most=MOST_PIECES, places=PLACES)
    if accepted > most:
        raise MoreThanDelivered(most=f"{most.normalize():f}", field="quantity")
    await _decide(tx, request, decision, found, version, "accepted", accepted_quantity=accepted)
    failed = await note_faults(tx, request, found, "quality", reasons, delivery=delivery)
    late = [LATE] if found["delivered_on"] > found["due_on"] else []
    delays = await note_faults(tx, request, found, "delay", late, delivery=delivery)
    await count_judged(
        tx, found, accepted=accepted, quality_failures=len(failed), delays=len(delays)
    )
    after = {"accepted": accepted, "quality_failures": reasons, "delays": len(delays)}
    await _record(tx, request, decision, "accept_delivery", found, after)
    return delivery


async def accept_many(
    tx: Transaction, request: Request, *, rows: Sequence[Accepting], all_or_nothing: bool = False
) -> list[UUID | Refusal]:
    """Accept deliveries in bulk: the delivery's id or a refusal for each row, in their order."""
    arguments = [{name: getattr(row, name) for name in row.__dataclass_fields__} for row in rows]
    return await each(tx, request, accept_delivery, arguments, all_or_nothing=all_or_nothing)


async def return_delivery(
    tx: Transaction,
    request: Request,
    *,
    delivery: UUID,
    version: int,
    reason: str,
    major_error: bool = False,
) -> UUID:
    """Return a delivery with a reason; the delivery's id.

    With `major_error` the return is one assessment of not passing, which deducts from quality.
    Raises StaleVersion and the refusals of the policies.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, decision = await _waiting(tx, request, Action.ReturnDelivery, delivery, version)
    await _decide(tx, request, decision, found, version, "returned", verdict_reason=said)
    failures = [said] if major_error else []
    failed = await note_faults(tx, request, found, "quality", failures, delivery=delivery)
    if failed:
        await count_judged(tx, found, quality_failures=1)
    await _record(
        tx, request, decision, "return_delivery", found, {"quality_failures": failures}, said
    )
    return delivery


async def _waiting(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Decision]:
    """The delivery, held, and the rule by which this head may decide it."""
    found = await held_delivery(tx, request, id)
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    decision = demand(request, action, facts(found, delivery=found["verdict"] or "waiting"))
    demand_version(found, version)
    return found, decision


async def _decide(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    version: int,
    verdict: str,
    **said: Any,
) -> None:
    await save(
        tx,
        deliveries,
        found["delivery_id"],
        version,
        verdict=verdict,
        decided_by=request.reach.actor,
        decided_on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
        **said,
    )


async def _record(
    tx: Transaction,
    request: Request,
    decision: Decision,
    deed: str,
    found: Row,
    after: dict[str, Any],
    reason: str = "",
) -> None:
    counted = ("accepted", "quality_failures", "delays")
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("delivery", found["delivery_id"]),
        agency=found["agency_id"],
        before={"verdict": None, "line": {name: found[name] for name in counted}},
        after=after,
        reason=reason,
    )
