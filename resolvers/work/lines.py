"""The lines of one assignment, held: what of them may still be moved, and what is told of it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from authz.facts import ABSENT, EXCEPTED, OPEN, OVER, WorkFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.seeing import locked
from resolvers.core.writing import demand_version
from resolvers.organisation import unit_answering
from resolvers.work.holding import line_window, month_state, sheet_state, window_of
from resolvers.work.tables import assignment as assignments
from resolvers.work.tables import delivery, work_line


class DeliveryWaiting(Refusal):
    """A delivery of this work is waiting for a decision; accept or return it first."""

    code = "DELIVERY_WAITING"
    vi = "Có sản phẩm/công việc đã nộp đang chờ nghiệm thu; cần nghiệm thu hoặc trả lại trước."


class NothingOutstanding(Refusal):
    """Nothing of this work is still to be done in a month that takes changes."""

    code = "NOTHING_OUTSTANDING"
    vi = "Nhiệm vụ không còn phần nào chưa thực hiện trong các kỳ còn được điều chỉnh."


LINES = bindparam("lines", type_=ARRAY(UuidType(as_uuid=True)))
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
    delivery.c.line_id == LINES.any_(), delivery.c.verdict.is_(None)
)

_NO_LINE: Mapping[str, Any] = {"sheet": None, "month": None, "window": OPEN}
"""Of work that was carried on elsewhere whole."""


async def held_work(
    tx: Transaction,
    request: Request,
    action: Action,
    id: UUID,
    version: int,
) -> tuple[Row, Sequence[Row], Decision]:
    """The assignment and its lines, held, and the rule by which this head may do `action`.

    With `answering`, the unit whose head answers for it now: where the unit that gave the work is
    closed, the one that keeps its records, else the nearest above it.
    """
    found = await locked(tx, request.reach, assignments, id)
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    answering = await unit_answering(tx, found["scoring_unit_id"], request.today)
    told = await tx.rows(_OF_ASSIGNMENT, assignment=id, now=request.now)
    lines: list[Row] = [{**each, "window": window_of(request, each)} for each in told]
    # What is signed or locked stays as it is; the deed is refused only if nothing else is left.
    telling = next((each for each in lines if is_open(each)), lines[-1] if lines else _NO_LINE)
    decision = demand(
        request,
        action,
        WorkFacts(
            person=found["person_id"],
            scoring_unit=answering or found["scoring_unit_id"],
            state=found["state"],
            sheet=telling["sheet"] or ABSENT,
            month=telling["month"] or ABSENT,
            window=telling["window"],
        ),
    )
    demand_version(found, version)
    return {**found, "answering": answering}, lines, decision


async def outstanding(tx: Transaction, lines: Sequence[Row]) -> list[Row]:
    """Lines with something still to do; raises DeliveryWaiting, NothingOutstanding."""
    if await tx.rows(_WAITING, lines=ids_of(lines)):
        raise DeliveryWaiting()
    left = [each for each in lines if is_open(each) and each["accepted"] < each["quantity"]]
    if not left:
        raise NothingOutstanding()
    return left


def is_open(line: Row) -> bool:
    """Neither signed nor locked: it may still change."""
    if line["sheet"] in ("released", "closed") or line["window"] == OVER:
        return False
    return not (line["month"] == "closed" and line["window"] != EXCEPTED)


def ids_of(lines: Iterable[Row]) -> list[UUID]:
    """Their ids, in their order."""
    return [each["id"] for each in lines]


def sum_of(lines: Iterable[Row], column: str) -> Decimal:
    """What a column of theirs adds up to, exactly."""
    return sum((each[column] for each in lines), Decimal())


def told_of(line: Row) -> Mapping[str, Any]:
    """What the audit is told of a line."""
    return {name: line[name] for name in ("id", "due_on", "share", "quantity", "origin")}


async def tell_work(
    tx: Transaction,
    request: Request,
    decision: Decision,
    deed: str,
    found: Row,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any],
    reason: str = "",
) -> None:
    """The leaf of a deed on an assignment."""
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
