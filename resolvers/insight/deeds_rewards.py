"""A reward out of turn: the responsible head proposes a person, the agency's head decides.

It rests on urgent and taken-over work accepted without faults. What is paid is not decided here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.facts import ABSENT, RewardFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.deed import plain
from resolvers.core.errors import Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import DENIALS, allowed, demand
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.core.writing import add, save
from resolvers.evaluations import demand_month
from resolvers.insight.beyond import beyond_plan, pieces_beyond
from resolvers.insight.model import MOST_REASON
from resolvers.insight.tables import reward_proposal
from resolvers.organisation import unit
from resolvers.work import work_line


class NothingBeyondThePlan(Refusal):
    """No urgent or taken-over work of this period was accepted without faults."""

    code = "NOTHING_BEYOND_THE_PLAN"
    vi = "Kỳ này không có nhiệm vụ đột xuất, đảm nhận thêm được nghiệm thu mà không có lỗi."


_UUID = UuidType(as_uuid=True)
_POSTING, _PERIOD = bindparam("posting", type_=_UUID), bindparam("period", type_=Date)
_FACTS = beyond_plan().where(
    work_line.c.posting_id == _POSTING, work_line.c.period == _PERIOD, shown(work_line)
)
_PIECES = (
    pieces_beyond()
    .where(work_line.c.posting_id == _POSTING, work_line.c.period == _PERIOD)
    .order_by(work_line.c.due_on, work_line.c.id)
)
_AGENCY_OF_UNIT = select(unit.c.agency_id).where(unit.c.id == bindparam("unit", type_=_UUID))
_STANDING = select(reward_proposal.c.state).where(
    reward_proposal.c.posting_id == _POSTING,
    reward_proposal.c.period == _PERIOD,
    reward_proposal.c.state != "declined",
)
ALLOWED_NEEDS = ("person_id", "scoring_unit_id", "deciding_agency_id", "state")
"""What `allowed_on_rewards` needs of each proposal."""


async def propose_reward(
    tx: Transaction, request: Request, *, posting: UUID, period: date, reason: str
) -> UUID:
    """Propose a person whose month shows work beyond the plan, with a reason; the proposal's id.

    The work is copied into it as it stands. Raises NothingBeyondThePlan (also where the work is not
    the proposer's to see), NOT_RESPONSIBLE_HEAD and the other refusals of the policies,
    InvalidInput.
    """
    demand_month(period, request.today)
    said = line(reason, "reason", most=MOST_REASON)
    key: dict[str, Any] = {"posting": posting, "period": period}
    work = await tx.row(_FACTS, **key, **needed(work_line, request.reach))
    if work is None:
        raise NothingBeyondThePlan(field="posting")
    agency: UUID = await tx.value(_AGENCY_OF_UNIT, unit=work["scoring_unit_id"])
    state = await tx.value(_STANDING, **key) or ABSENT
    facts = RewardFacts(work["person_id"], work["scoring_unit_id"], agency, state)
    decision = demand(request, Action.ProposeReward, facts)
    told = _told(work, await tx.rows(_PIECES, **key))
    try:
        id = await add(
            tx,
            reward_proposal,
            **{name: work[name] for name in ("agency_id", "scoring_unit_id", "person_id")},
            posting_id=posting,
            deciding_agency_id=agency,
            period=period,
            facts=told,
            reason=said,
            proposed_by=request.reach.actor,
            on_behalf_of=decision.on_behalf_of,
            proposed_at=request.now,
        )
    except Violated:
        # Somebody proposed him between the question and the insert.
        raise DENIALS[Code.REWARD_ALREADY_PROPOSED]() from None
    await record(
        tx,
        request,
        decision,
        deed="propose_reward",
        subject=("reward_proposal", id),
        agency=work["agency_id"],
        after={"posting": posting, "period": period, "units": told["units"]},
        reason=said,
    )
    return id


async def decide_reward(
    tx: Transaction, request: Request, *, id: UUID, version: int, accept: bool, reason: str
) -> UUID:
    """Accept or decline a proposal as the agency's head, with a reason; the proposal's id.

    Raises NotFound, NOT_AGENCY_HEAD, NO_SELF_REWARD, REWARD_DECIDED, StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found = await hold(tx, request, reward_proposal, id)
    decision = demand(
        request, Action.DecideReward, RewardFacts(*(found[name] for name in ALLOWED_NEEDS))
    )
    state = "accepted" if accept else "declined"
    await save(
        tx,
        reward_proposal,
        id,
        version,
        state=state,
        decision_reason=said,
        decided_by=request.reach.actor,
        decided_on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="decide_reward",
        subject=("reward_proposal", id),
        agency=found["agency_id"],
        before={"state": found["state"]},
        after={"state": state},
        reason=said,
    )
    return id


def _told(work: Row, pieces: Sequence[Row]) -> dict[str, Any]:
    """The facts as the proposal keeps them: numbers as text, lines with their assignment."""
    numbers = ("units", "urgent", "taken_over", "plan", "share")
    told: dict[str, Any] = plain({name: work[name] for name in numbers})
    told["lines"] = [plain({name: row[name] for name in row}) for row in pieces]
    return told


def allowed_on_rewards(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ALLOWED_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, (Action.DecideReward,), (RewardFacts(*row) for row in rows))
