"""The agency's own head is rewarded by the head above, never by himself.

His line is reckoned with all the others, so that the pool adds up; but he approves it not.
"""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.audit import record
from resolvers.core.arguments import line as line_of_text
from resolvers.core.database import Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.rewards.deeds_lists import take
from resolvers.rewards.holding import line_facts
from resolvers.rewards.list_tables import reward_line, reward_list
from resolvers.rewards.model import MOST_REASON

# The list is the agency's below: whoever decides the one line needs no more of it than this.
_LIST = select(reward_list.c.state, reward_list.c.fund_id, reward_list.c.part_id).where(
    reward_list.c.id == bindparam("list", type_=UuidType(as_uuid=True))
)


async def decide_heads_reward(
    tx: Transaction, request: Request, *, line: UUID, version: int, accept: bool, reason: str
) -> UUID:
    """Grant or decline the line of an agency's head, as the head above him; the line's id.

    What is declined goes back into the fund. Raises NotFound, a denial (NOT_CLASSIFYING_HEAD,
    NO_SELF_REWARD, REWARD_LINE_DECIDED, REWARD_LIST_NOT_APPROVED), StaleVersion, TextNotAcceptable.
    """
    found = await hold(tx, request, reward_line, line)
    of = await tx.row(_LIST, list=found["list_id"])
    assert of is not None
    decision = demand(request, Action.DecideHeadsReward, line_facts(found, of["state"]))
    demand_version(found, version)
    said = line_of_text(reason, "reason", most=MOST_REASON)
    if not accept:
        await take(tx, of, -int(found["amount"]))
    state = "approved" if accept else "declined"
    await save(
        tx,
        reward_line,
        line,
        version,
        state=state,
        decided_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
        decision_reason=said,
    )
    await record(
        tx,
        request,
        decision,
        deed="decide_heads_reward",
        subject=("reward_line", line),
        agency=found["agency_id"],
        before={"state": found["state"]},
        after={"state": state, "amount": found["amount"]},
        reason=said,
    )
    return line
