"""Work that changes its months, or its person (art. 18.1c and 18.1d)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, exists, or_, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from authz.facts import ABSENT, EXCEPTED, OVER, WorkFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.seeing import locked
from resolvers.core.writing import adding, demand_version, save
from resolvers.work.holding import line_window, month_state, sheet_state, window_of
from resolvers.work.model import MOST_REASON, WHOLE, Part, demand_spread, divided
from resolvers.work.placing import (
    Placed,
    demand_held,
    demand_periods,
    line_values,
    periods_of,
    save_work,
    seen_post,
)
from resolvers.work.tables import assignment as assignments
from resolvers.work.tables import delivery, fault, work_line


class DeliveryWaiting(Refusal):
    """A delivery of this work is waiting for a decision; accept or return it first."""

    code = "DELIVERY_WAITING"
    vi = "Có sản phẩm/công việc đã nộp đang chờ nghiệm thu; cần nghiệm thu hoặc trả lại trước."


class NothingOutstanding(Refusal):
    """Nothing of this work is still to be done in a month that takes changes."""

    code = "NOTHING_OUTSTANDING"
    vi = "Nhiệm vụ không còn phần nào chưa thực hiện trong các tháng còn được điều chỉnh."


_LINES = bindparam("lines", type_=ARRAY(UuidType(as_uuid=True)))
_OF_ASSIGNMENT = (
    select(
        work_line,
        month_state(work_line.c.scoring_unit_id, work_line.c.period).label("month"),
        sheet_state(work_line.c.posting_id, work_line.c.period).label("sheet"),
        line_window().label("window"),
    )
    .where(work_line.c.assignment_id == bindparam("assignment", type_=UuidType(as_uuid=True)))
    .order_by(work_line.c.due_on, work_line.c.id)
    .with_for_update(of=work_line, key_share=True)
)
_WAITING = select(delivery.c.id).where(
    delivery.c.line_id == _LINES.any_(), delivery.c.verdict.is_(None)
)
_BEGUN = select(work_line.c.id).where(
    work_line.c.id == _LINES.any_(),
    or_(
        exists().where(delivery.c.line_id == work_line.c.id),
        exists().where(fault.c.line_id == work_line.c.id),
    ),
)
_REMOVE = delete(work_line).where(work_line.c.id == _LINES.any_())
_LEAVE = (
    update(work_line)
    .where(work_line.c.id == _LINES.any_())
    .values(origin="handed_over", version=work_line.c.version + 1)
)


async def spread_work(
    tx: Transaction, request: Request, *, assignment: UUID, spread: Sequence[Part], version: int
) -> UUID:
    """Spread anew what nobody has begun to deliver; the assignment's id.

    Lines of a past deadline, of a signed sheet or a locked month, and lines with a delivery or a
    fault stay as they are; the new shares make up exactly the rest. Raises NothingOutstanding,
    InvalidInput, PostNotHeld, StaleVersion and the refusals of the policies.
    """
    found, lines, _ = await _held(tx, request, Action.SpreadWork, assignment, version)
    ahead = [each for each in lines if _is_open(each) and each["due_on"] >= request.today]
    begun = {row["id"] for row in await tx.rows(_BEGUN, lines=_ids(ahead))}
    free = [each for each in ahead if each["id"] not in begun]
    if not free:
        raise NothingOutstanding()
    latest = max((part.due_on for part in spread), default=request.today)
    parts = demand_spread(spread, _sum(free, "share"), latest, request.today)
    post = await seen_post(tx, request, found["posting_id"])
    periods = periods_of(request, post, parts)
    decision = await demand_periods(tx, request, Action.SpreadWork, post, periods)
    demand_held(post, parts)
    quantities = divided(_sum(free, "quantity"), [part.share for part in parts])
    same = {
        name: post[name] for name in ("agency_id", "scoring_unit_id", "person_id", "posting_id")
    }
    rows = line_values(
        {**same, "product_id": found["product_id"]},
        assignment,
        found["origin"],
        list(zip(parts, periods, strict=True)),
        quantities,
        found["coefficient"],
    )
    await tx.run(_REMOVE, lines=_ids(free))
    await tx.run_many(adding(work_line), rows)
    kept = [each["due_on"] for each in lines if each["id"] not in set(_ids(free))]
    await save(tx, assignments, assignment, version, due_on=max([*kept, latest]))
    before, after = ({"lines": [_told(each) for each in them]} for them in (free, rows))
    await _record(tx, request, decision, "spread_work", found, before, after)
    return assignment


async def hand_over_work(
    tx: Transaction,
    request: Request,
    *,
    assignment: UUID,
    to: UUID,
    due_on: date,
    reason: str,
    version: int,
    spread: Sequence[Part] = (),
) -> UUID:
    """Give what somebody cannot complete to another post; the new assignment's id (art. 18.1d).

    What was planned stays in the first officer's assigned total and earns him nothing; the other
    has it beyond his own total. What was accepted, signed or locked stays as it is. Raises
    DeliveryWaiting, NothingOutstanding, InvalidInput, PostNotHeld, StaleVersion and the refusals of
    the policies.
    """
    said = line(reason, "reason", most=MOST_REASON)
    parts = demand_spread(spread or [Part(WHOLE, due_on)], WHOLE, due_on, request.today)
    found, lines, released = await _held(tx, request, Action.HandOverWork, assignment, version)
    post = await seen_post(tx, request, to)
    if post["person_id"] == found["person_id"]:
        raise InvalidInput(what="to", allowed="a post of another person", field="to")
    periods = periods_of(request, post, parts)
    taking = await demand_periods(tx, request, Action.TakeOverWork, post, periods)
    demand_held(post, parts)
    left = await _outstanding(tx, lines)
    work = _taken_over(found, left, parts, periods)
    taken = await save_work(tx, request, taking, post, work)
    # A line of which a part was accepted keeps that part; its rest stays in the total by itself.
    # Work that was outside the total from the start stays outside.
    untouched = [each for each in left if each["origin"] == "planned" and not each["accepted"]]
    await tx.run(_LEAVE, lines=_ids(untouched))
    await save(tx, assignments, assignment, version, state="handed_over")
    before = {"state": found["state"], "lines": [_told(each) for each in left]}
    after = {"state": "handed_over", "to": to, "taken_over_as": taken}
    await _record(tx, request, released, "hand_over_work", found, before, after, said)
    await _record(
        tx, request, taking, "take_over_work", {**post, "id": taken}, None, asdict(work), said
    )
    return taken


async def _outstanding(tx: Transaction, lines: Sequence[Row]) -> list[Row]:
    """Lines with something still to do; raises DeliveryWaiting, NothingOutstanding."""
    if await tx.rows(_WAITING, lines=_ids(lines)):
        raise DeliveryWaiting()
    left = [each for each in lines if _is_open(each) and each["accepted"] < each["quantity"]]
    if not left:
        raise NothingOutstanding()
    return left


def _taken_over(
    found: Row, left: Sequence[Row], parts: Sequence[Part], periods: Sequence[date]
) -> Placed:
    """What is left of an assignment, at the coefficient that it was given with."""
    return Placed(
        origin="taken_over",
        product=found["product_id"],
        title=found["title"],
        note=found["note"],
        quantity=_sum(left, "quantity") - _sum(left, "accepted"),
        coefficient=found["coefficient"],
        parts=parts,
        periods=periods,
        taken_from=found["id"],
    )


async def _held(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Sequence[Row], Decision]:
    """The assignment and its lines, held, and the rule by which this head may do `action`."""
    found = await locked(tx, request.reach, assignments, id)
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    told = await tx.rows(_OF_ASSIGNMENT, assignment=id, now=request.now)
    lines: list[Row] = [{**each, "window": window_of(request, each)} for each in told]
    # What is signed or locked stays as it is; the deed is refused only if nothing else is left.
    telling = next((each for each in lines if _is_open(each)), lines[-1])
    decision = demand(
        request,
        action,
        WorkFacts(
            person=found["person_id"],
            scoring_unit=found["scoring_unit_id"],
            state=found["state"],
            sheet=telling["sheet"] or ABSENT,
            month=telling["month"] or ABSENT,
            window=telling["window"],
        ),
    )
    demand_version(found, version)
    return found, lines, decision


def _is_open(line: Row) -> bool:
    if line["sheet"] in ("released", "closed") or line["window"] == OVER:
        return False
    return not (line["month"] == "closed" and line["window"] != EXCEPTED)


def _ids(lines: Iterable[Row]) -> list[UUID]:
    return [each["id"] for each in lines]


def _sum(lines: Iterable[Row], column: str) -> Decimal:
    return sum((each[column] for each in lines), Decimal())


def _told(line: Row) -> Mapping[str, Any]:
    return {name: line[name] for name in ("id", "due_on", "share", "quantity", "origin")}


async def _record(
    tx: Transaction,
    request: Request,
    decision: Decision,
    deed: str,
    found: Row,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any],
    reason: str = "",
) -> None:
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("assignment", found["id"]),
        agency=found["agency_id"],
        before=before,
        after=after,
        reason=reason,
    )
