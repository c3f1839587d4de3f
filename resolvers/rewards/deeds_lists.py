"""A list is proposed by the personnel body, approved by the agency's head, and paid.

What is approved is taken from the fund at that moment, under its lock: two lists that are approved
at once take one after the other, and the second finds what the first has left.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, DateTime, Text, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.request import Request
from resolvers.core.writing import save
from resolvers.results import STALE, result
from resolvers.rewards.gathering import really_stale
from resolvers.rewards.holding import held_list, tell
from resolvers.rewards.list_tables import REPLACED, reward_line, reward_list
from resolvers.rewards.model import MOST_REASON, RewardListStale
from resolvers.rewards.rules import demand_left, fund_held, part_held
from resolvers.rewards.tables import bonus_fund, fund_part

_UUID = UuidType(as_uuid=True)
_LIST = bindparam("list", type_=_UUID)
_AT = bindparam("at", type_=DateTime(timezone=True))
_OF_LIST = reward_line.c.list_id == _LIST
_NEXT = {"version": reward_line.c.version + 1}
_REPLACED = select(func.count()).select_from(reward_line).where(_OF_LIST, REPLACED)
_STALE = (
    select(result.c.id, result.c.person_id)
    .join(reward_line, reward_line.c.result_id == result.c.id)
    .where(_OF_LIST, STALE)
)
_APPROVE = (
    update(reward_line)
    .where(
        _OF_LIST,
        reward_line.c.state == "listed",
        reward_line.c.deciding_unit_id == reward_line.c.approving_unit_id,
    )
    .values(
        state="approved",
        decided_by=bindparam("by", type_=_UUID),
        on_behalf_of=bindparam("for", type_=_UUID),
        decided_at=_AT,
        **_NEXT,
    )
)
_TELL = update(reward_line).where(_OF_LIST).values(told_at=_AT)
_WITHDRAW = update(reward_line).where(_OF_LIST).values(state="withdrawn", **_NEXT)
_PAY = (
    update(reward_line)
    .where(_OF_LIST, reward_line.c.state == "approved", reward_line.c.paid_on.is_(None))
    .values(paid_on=bindparam("day", type_=Date), **_NEXT)
)
_WAITING = (
    select(func.count())
    .select_from(reward_line)
    .where(_OF_LIST, reward_line.c.state == bindparam("state", type_=Text))
)


async def propose_reward_list(
    tx: Transaction, request: Request, *, list: UUID, version: int
) -> UUID:
    """Propose a draft to the agency's head; the list's id.

    Raises NotFound, a denial, StaleVersion, RewardListStale.
    """
    found, decision = await held_list(tx, request, Action.ProposeRewardList, list, version)
    await _demand_current(tx, list)
    signed = {"proposed_by": request.reach.actor, "proposed_at": request.now}
    await save(tx, reward_list, list, version, state="proposed", returned_reason=None, **signed)
    await tell(tx, request, decision, found, "propose_reward_list", after={"state": "proposed"})
    return list


async def return_reward_list(
    tx: Transaction, request: Request, *, list: UUID, version: int, reason: str
) -> UUID:
    """Return a proposed list to the personnel body, with a reason; the list's id.

    Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_list(tx, request, Action.ReturnRewardList, list, version)
    said = line(reason, "reason", most=MOST_REASON)
    await save(tx, reward_list, list, version, state="draft", returned_reason=said)
    after = {"state": "draft"}
    await tell(tx, request, decision, found, "return_reward_list", after=after, reason=said)
    return list


async def withdraw_reward_list(
    tx: Transaction, request: Request, *, list: UUID, version: int, reason: str
) -> UUID:
    """Withdraw a list that is not approved, so that another can be drawn; the list's id.

    Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_list(tx, request, Action.WithdrawRewardList, list, version)
    said = line(reason, "reason", most=MOST_REASON)
    ended = {"withdrawn_at": request.now, "withdrawn_reason": said}
    await save(tx, reward_list, list, version, state="withdrawn", **ended)
    await tx.run(_WITHDRAW, list=list)
    after = {"state": "withdrawn"}
    await tell(tx, request, decision, found, "withdraw_reward_list", after=after, reason=said)
    return list


async def approve_reward_list(
    tx: Transaction, request: Request, *, list: UUID, version: int, decision: Document
) -> UUID:
    """Approve a proposed list as the agency's head; the list's id.

    Its sum is taken from the fund. The line of the agency's own head is only told by this: the head
    above decides it. Raises NotFound, a denial (NO_SELF_REWARD where the approver is a line that he
    would decide), StaleVersion, RewardListStale, FundExceeded, InvalidInput, TextNotAcceptable.
    """
    found, allowed = await held_list(tx, request, Action.ApproveRewardList, list, version)
    paper = decision.columns("decision", dated=True)
    await _demand_current(tx, list)
    await take(tx, found, int(found["total"]))
    signed = {"approved_by": request.reach.actor, "on_behalf_of": allowed.on_behalf_of}
    told = {**signed, "approved_at": request.now, **paper}
    await save(tx, reward_list, list, version, state="approved", **told)
    by = {"by": request.reach.actor, "for": allowed.on_behalf_of, "at": request.now}
    await tx.run(_APPROVE, list=list, **by)
    await tx.run(_TELL, list=list, at=request.now)
    after = {"state": "approved", "total": found["total"], "decision_no": paper["decision_no"]}
    await tell(tx, request, allowed, found, "approve_reward_list", after=after)
    return list


async def mark_rewards_paid(
    tx: Transaction, request: Request, *, list: UUID, version: int, paid_on: date
) -> UUID:
    """Mark as paid what is decided of an approved list; the list's id.

    While the line of the agency's own head waits for the head above, the list stays approved; the
    deed is done again when that is decided. Raises NotFound, a denial, StaleVersion, InvalidInput.
    """
    found, decision = await held_list(tx, request, Action.MarkRewardsPaid, list, version)
    if paid_on > request.today or paid_on < found["decision_day"]:
        day = found["decision_day"]
        raise InvalidInput(what="paidOn", allowed=f"{day}…{request.today}", field="paidOn")
    paid = await tx.run(_PAY, list=list, day=paid_on)
    waiting = await tx.value(_WAITING, list=list, state="listed")
    state = "approved" if waiting else "paid"
    await save(tx, reward_list, list, version, state=state, paid_on=paid_on)
    after = {"state": state, "paid_on": paid_on, "lines": paid}
    await tell(tx, request, decision, found, "mark_rewards_paid", after=after)
    return list


async def take(tx: Transaction, found: Row, amount: int) -> None:
    """Take an amount from the fund of a list, or put it back where it is below zero.

    Raises FundExceeded.
    """
    fund, part = await fund_held(tx, found["fund_id"]), await part_held(tx, found["part_id"])
    demand_left(part, amount)
    for table, row in ((bonus_fund, fund), (fund_part, part)):
        committed = row["committed"] + amount
        await save(tx, table, row["id"], row["version"], committed=committed)


async def _demand_current(tx: Transaction, list: UUID) -> None:
    """Raises RewardListStale where a result or a class has another edition, or needs one."""
    stale = await really_stale(tx, await tx.rows(_STALE, list=list))
    count = len(stale) + await tx.value(_REPLACED, list=list)
    if count:
        raise RewardListStale(count=count, field="list")
