"""Rewards out of turn: accepted proposals are put on a list, each with an award of the regulation.

Who is rewarded, the head has decided already (`resolvers.insight`); here it gets its amount.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.facts import AgencyFacts
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import find
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.insight import reward_proposal
from resolvers.organisation import agency as agencies
from resolvers.organisation import root_unit
from resolvers.people import person
from resolvers.rewards.gathering import Member, Members, Rating
from resolvers.rewards.keeping import add_lines, add_list, listed, tell_drawn
from resolvers.rewards.list_tables import reward_line
from resolvers.rewards.model import (
    MOST_REASON,
    AwardOf,
    AwardUnknown,
    RewardNotAccepted,
    once_each,
)
from resolvers.rewards.reckoning import Gets
from resolvers.rewards.rules import awards_in_force, demand_left, part_for
from resolvers.statute.exact import exact_text
from resolvers.statute.rewards import Award, Pay, award_amount

MOST_AWARDS = 100
_UUID = UuidType(as_uuid=True)
_ACCEPTED = (
    select(
        reward_proposal.c.id,
        reward_proposal.c.person_id,
        reward_proposal.c.scoring_unit_id,
        person.c.full_name,
        person.c.sort_key,
    )
    .join(person, person.c.id == reward_proposal.c.person_id)
    .where(
        reward_proposal.c.id == bindparam("proposals", type_=ARRAY(_UUID)).any_(),
        reward_proposal.c.deciding_agency_id == bindparam("agency", type_=_UUID),
        reward_proposal.c.state == "accepted",
        ~exists().where(
            reward_line.c.proposal_id == reward_proposal.c.id, reward_line.c.state != "withdrawn"
        ),
    )
    .with_for_update(of=reward_proposal, key_share=True)
)


async def draw_awards(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    awards: Sequence[AwardOf],
    reason: str = "",
) -> UUID:
    """Put accepted proposals on a list of rewards out of turn; the list's id, a draft.

    The regulation and the base salary of today hold. Raises NotFound, a denial,
    NoRegulationInForce, AwardUnknown, NoFund, FundExceeded, RewardNotAccepted, InvalidInput.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.DrawRewardList, AgencyFacts(agency))
    said = line(reason, "reason", least=0, most=MOST_REASON)
    proposals = [each.proposal for each in awards]
    once_each(proposals, "awards")
    if not 1 <= len(proposals) <= MOST_AWARDS:
        raise InvalidInput(what="awards", allowed=f"1–{MOST_AWARDS}", field="awards")
    of = await _kinds(tx, request, agency, awards)
    part = await part_for(tx, agency, "bonus", Pay.AD_HOC, request.today.year)
    found = await _accepted(tx, request, agency, proposals)
    root = await root_unit(tx, agency, request.today)
    assert root is not None
    gets = {id: _gets(row, of[id], request) for id, row in found.items()}
    total = sum(each.due for each in gets.values())
    demand_left(part, total)
    cites = list(dict.fromkeys(cite for each in gets.values() for cite in each.cites))
    told = {
        "agency_id": agency,
        "approving_unit_id": root,
        "fund_id": part["fund_id"],
        "part_id": part["id"],
        "kind": "bonus",
        "span": Pay.AD_HOC.value,
        "period": request.today.replace(day=1),
        "regulation_id": next(iter(of.values()))["regulation_id"],
        "rounding": "down",
        "cites": cites,
        "reason": said,
    }
    id = await add_list(tx, request, told, total)
    lines: list[tuple[Member, dict[str, Any]]] = [
        (each.member, {**listed(each), "proposal_id": proposal, "award_id": of[proposal]["id"]})
        for proposal, each in gets.items()
    ]
    await add_lines(tx, agency, id, Members((), root, None), lines)
    await tell_drawn(tx, request, decision, id, agency, told, total)
    return id


async def _kinds(
    tx: Transaction, request: Request, agency: UUID, awards: Sequence[AwardOf]
) -> dict[UUID, Row]:
    """By proposal the award of the regulation; raises NoRegulationInForce, AwardUnknown."""
    kinds = await awards_in_force(tx, agency, request.today)
    unknown = sorted({each.award for each in awards} - kinds.keys())
    if unknown:
        raise AwardUnknown(award=unknown[0][:40], field="awards")
    return {each.proposal: kinds[each.award] for each in awards}


async def _accepted(
    tx: Transaction, request: Request, agency: UUID, proposals: list[UUID]
) -> dict[UUID, Row]:
    """The proposals, held; raises RewardNotAccepted, and the denial of a self-reward."""
    rows = await tx.rows(_ACCEPTED, proposals=proposals, agency=agency)
    if len(rows) != len(proposals):
        raise RewardNotAccepted(count=len(proposals) - len(rows), field="awards")
    if any(row["person_id"] == request.reach.person for row in rows):
        raise DENIALS[Code.NO_SELF_REWARD](field="awards")
    return {row["id"]: row for row in rows}


def _gets(row: Row, kind: Row, request: Request) -> Gets:
    amount = None if kind["amount"] is None else int(kind["amount"])
    award = Award(kind["name"], kind["document_no"], kind["base_salaries"], amount)
    money = award_amount(award, request.today, known=request.today)
    about = (row["person_id"], row["full_name"], row["sort_key"], row["scoring_unit_id"])
    member = Member(*about, heads=False, rating=Rating())
    return Gets(member, "1", exact_text(money.exact), money.amount, money.steps, money.cites)
