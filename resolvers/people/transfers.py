"""An agency agrees that somebody goes to another one on a day; that one then appoints him."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, null, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PostingFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import locked
from resolvers.core.writing import add, save
from resolvers.organisation import agency as agencies
from resolvers.people.posts import is_last_manager
from resolvers.people.tables import posting, transfer


class MoveOutsideThePost(Refusal):
    """The post is held on {during}; its holder cannot leave it for another on {day}."""

    code = "MOVE_OUTSIDE_THE_POST"
    vi = "Vị trí được giữ trong thời gian {during}; không thể chuyển vị trí vào ngày {day}."


class TransferAgreed(Refusal):
    """A transfer from this post is agreed already; take it back first."""

    code = "TRANSFER_AGREED"
    vi = "Đã có văn bản đồng ý chuyển công tác từ vị trí này; cần rút lại trước."


class TransferOver(Refusal):
    """The transfer has taken place, or was taken back."""

    code = "TRANSFER_OVER"
    vi = "Việc chuyển công tác đã được thực hiện hoặc đã được rút lại."


_OPEN = (
    select(transfer)
    .where(
        transfer.c.posting_id == bindparam("posting", type_=UuidType(as_uuid=True)),
        transfer.c.taken_at.is_(None),
        transfer.c.withdrawn_at.is_(None),
    )
    .with_for_update(key_share=True)
)
_NOT_TAKEN = (
    update(transfer)
    .where(transfer.c.id == bindparam("by_id", type_=UuidType(as_uuid=True)))
    .values(
        taken_at=null(),
        withdrawn_at=bindparam("at", type_=transfer.c.withdrawn_at.type),
        version=transfer.c.version + 1,
    )
)


async def agree_transfer(
    tx: Transaction,
    request: Request,
    *,
    posting_id: UUID,
    to_agency: UUID,
    leaves_on: date,
    decision_no: str,
) -> UUID:
    """Agree that the holder of a main post goes to another agency on a day; the transfer's id.

    The post goes on until that agency appoints him. Raises NotFound, a denial (LAST_MANAGER where
    nobody could call a successor), MoveOutsideThePost, TransferAgreed, InvalidInput,
    TextNotAcceptable.
    """
    held = await hold(tx, request, posting, posting_id)
    await find(tx, request, agencies, to_agency)
    decision = await demand_ending(tx, request, held, leaves_on)
    if to_agency == held["agency_id"] or not held["main"]:
        raise InvalidInput(what="toAgency", allowed="≠ agency; main", field="toAgency")
    demand_within(held, leaves_on, "leavesOn")
    values: dict[str, Any] = {
        "agency_id": to_agency,
        "from_agency_id": held["agency_id"],
        "person_id": held["person_id"],
        "posting_id": posting_id,
        "leaves_on": leaves_on,
        "decision_no": line(decision_no, "decisionNo", most=100),
    }
    signed = {"agreed_by": request.reach.actor, "agreed_at": request.now}
    try:
        async with tx.savepoint():
            id = await add(tx, transfer, **values, **signed)
    except Violated:
        raise TransferAgreed(field="postingId") from None
    await record(
        tx,
        request,
        decision,
        deed="agree_transfer",
        subject=("transfer", id),
        agency=held["agency_id"],
        after=values,
    )
    return id


async def withdraw_transfer(
    tx: Transaction, request: Request, *, transfer_id: UUID, version: int
) -> UUID:
    """Take back a transfer that has not taken place; its id.

    Raises NotFound, a denial, TransferOver, StaleVersion.
    """
    agreed = await hold(tx, request, transfer, transfer_id)
    held = await locked(tx, request.reach, posting, agreed["posting_id"])
    if held is None:
        raise NotFound(id=transfer_id)
    facts = PostingFacts(held["person_id"], held["unit_id"])
    decision = demand(request, Action.EndPosting, facts)
    if agreed["taken_at"] is not None or agreed["withdrawn_at"] is not None:
        raise TransferOver()
    await save(tx, transfer, transfer_id, version, withdrawn_at=request.now)
    await record(
        tx,
        request,
        decision,
        deed="withdraw_transfer",
        subject=("transfer", transfer_id),
        agency=held["agency_id"],
        before={"to_agency": agreed["agency_id"], "leaves_on": agreed["leaves_on"]},
    )
    return transfer_id


async def transfer_by_decision(
    tx: Transaction,
    request: Request,
    held: Row,
    *,
    to_agency: UUID,
    leaves_on: date,
    decision_no: str,
    agreed_by: UUID,
    agreed_at: datetime,
) -> UUID:
    """What the head of the agency that somebody leaves has agreed to, taken up; the transfer's id.

    For a decision on a move: the fence must let both agencies through. Raises TransferAgreed where
    the personnel bodies have an agreement of their own for another agency or day.
    """
    open_one = await tx.row(_OPEN, posting=held["id"])
    same = {"agency_id": to_agency, "leaves_on": leaves_on}
    if open_one is None:
        return await add(
            tx,
            transfer,
            **same,
            from_agency_id=held["agency_id"],
            person_id=held["person_id"],
            posting_id=held["id"],
            decision_no=decision_no,
            agreed_by=agreed_by,
            agreed_at=agreed_at,
            taken_at=request.now,
        )
    if any(open_one[name] != value for name, value in same.items()):
        raise TransferAgreed(field="action")
    await save(tx, transfer, open_one["id"], open_one["version"], taken_at=request.now)
    id: UUID = open_one["id"]
    return id


async def transfer_not_taken(tx: Transaction, request: Request, transfer_id: UUID) -> None:
    """A decision that took an agreement up is cancelled before its day, and the agreement with it.

    For such a decision alone; the fence must let one of the agencies through.
    """
    await tx.run(_NOT_TAKEN, by_id=transfer_id, at=request.now)


async def demand_ending(
    tx: Transaction, request: Request, held: Row, day: date, *, stays: bool = False
) -> Decision:
    """The rule by which a post may end on a day; a denial says LAST_MANAGER among others.

    `stays`: its holder takes another post in the same agency.
    """
    last = await is_last_manager(tx, request, held, day, stays=stays)
    return demand(
        request, Action.EndPosting, PostingFacts(held["person_id"], held["unit_id"], last)
    )


def demand_within(held: Row, day: date, field: str) -> None:
    during = held["during"]
    over = (
        during.isempty or day <= during.lower or (during.upper is not None and day > during.upper)
    )
    if over:
        raise MoveOutsideThePost(during=during, day=day, field=field)
