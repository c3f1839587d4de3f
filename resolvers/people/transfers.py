"""An agency agrees that somebody goes to another one on a day; that one then appoints him."""

from datetime import date
from typing import Any
from uuid import UUID

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PostingFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import spelt
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
        raise MoveOutsideThePost(during=spelt(during), day=day, field=field)
