"""A class or a result was replaced after a list was approved: another list settles the difference.

The approved list stays as it was signed. A pool keeps the base that it was shared out at, so that
nobody's amount changes but of those who are rated otherwise now; what is owed more comes from what
the fund has left, what is owed less goes back into it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version
from resolvers.rewards.gathering import Member, Members, last_day, members_of
from resolvers.rewards.holding import list_facts
from resolvers.rewards.keeping import add_lines, add_list, listed, tell_drawn
from resolvers.rewards.list_tables import reward_line, reward_list
from resolvers.rewards.model import MOST_REASON, NothingToCorrect, ResultsMissing, named
from resolvers.rewards.reckoning import Gets, Terms, anew
from resolvers.rewards.rules import demand_left, part_held, rule_of
from resolvers.rewards.salaries import demand_salaries, months_from, salaries_of
from resolvers.statute.evaluation import Step
from resolvers.statute.rewards import Pay

_UUID = UuidType(as_uuid=True)
_FIRST = bindparam("first", type_=_UUID)
_CHAIN = (
    select(reward_line)
    .join(reward_list, reward_list.c.id == reward_line.c.list_id)
    .where(
        or_(reward_list.c.id == _FIRST, reward_list.c.corrects_id == _FIRST),
        reward_list.c.state.in_(("approved", "paid")),
    )
    .order_by(reward_list.c.approved_at, reward_list.c.id, reward_line.c.ordinal)
)
_SETTLED = "reward_settled"


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody has been granted so far, and what it rested on last."""

    last: Row
    granted: int

    def is_outdated(self, member: Member) -> bool:
        """He is rated by something else now; who was left out knowingly stays so."""
        before = (self.last["result_id"], self.last["classification_id"])
        waited = self.last["state"] == "left_out" and before == (None, None)
        now = (member.rating.result, member.rating.classification)
        if self.last["state"] == "left_out" and not waited:
            return False
        return now != before and (not waited or member.rating.known)


async def draw_correction(
    tx: Transaction, request: Request, *, list: UUID, version: int, reason: str
) -> UUID:
    """Draw the list that settles what changed since a list was approved; its id, a draft.

    Raises NotFound, a denial, StaleVersion, NothingToCorrect, ResultsMissing, FundExceeded,
    RewardListExists, TextNotAcceptable.
    """
    found = await hold(tx, request, reward_list, list)
    decision = demand(request, Action.CorrectRewardList, list_facts(found))
    demand_version(found, version)
    said = line(reason, "reason", most=MOST_REASON)
    pay = Pay(found["span"])
    if pay in (Pay.AD_HOC, Pay.MONTH) or found["corrects_id"] is not None:
        raise NothingToCorrect()
    last = last_day(pay, found["period"])
    day, agency = min(last, request.today), found["agency_id"]
    root = found["approving_unit_id"]
    members = await members_of(tx, agency, root, pay, found["period"], day)
    standing = _standing(await tx.rows(_CHAIN, first=list))
    outdated = _outdated(members, standing)
    rule = await rule_of(tx, found)
    salaries = await salaries_of(tx, agency, months_from(found["period"], pay.months))
    terms = Terms(pay, found["period"], last, found["known"], rule, salaries)
    if found["pool"] is None:
        demand_salaries(outdated, salaries)
    lines = [(each, _line(each, terms, found, standing[each.person])) for each in outdated]
    total = sum(told["amount"] for _, told in lines)
    part = await part_held(tx, found["part_id"])
    demand_left(part, total)
    told = {
        **{name: found[name] for name in _SAME},
        "corrects_id": list,
        "reason": said,
    }
    id = await add_list(tx, request, told, total)
    await add_lines(tx, agency, id, members, lines)
    await tell_drawn(tx, request, decision, id, agency, told, total)
    return id


_SAME = (
    *("agency_id", "approving_unit_id", "fund_id", "part_id", "kind", "span", "period"),
    *("regulation_id", "scheme_id", "rounding", "pool", "weights", "base", "cites"),
)
"""What a correcting list takes over from the first."""


def _standing(chain: Sequence[Row]) -> dict[UUID, Standing]:
    found: dict[UUID, Standing] = {}
    for row in chain:
        before = found.get(row["person_id"])
        granted = 0 if row["state"] == "declined" else int(row["amount"])
        found[row["person_id"]] = Standing(row, granted + (before.granted if before else 0))
    return found


def _outdated(members: Members, standing: Mapping[UUID, Standing]) -> list[Member]:
    """Those of the list who are rated otherwise now; raises NothingToCorrect, ResultsMissing."""
    found = [
        # Whoever headed the agency on the list is decided about from above, as he was then.
        member._replace(heads=_is_heads(standing[member.person], members))
        for member in members.people
        if member.person in standing and standing[member.person].is_outdated(member)
    ]
    missing = [member.name for member in found if not member.rating.known]
    if missing:
        raise ResultsMissing(count=len(missing), names=named(missing))
    if not found:
        raise NothingToCorrect()
    return found


def _line(member: Member, terms: Terms, of: Row, before: Standing) -> dict[str, Any]:
    gets = anew(member, terms, of)
    values = (str(gets.due), str(before.granted), str(gets.due - before.granted))
    settled = Step(_SETTLED, values, gets.cites[0])
    told: Gets = replace(gets, steps=(*gets.steps, settled))
    return listed(told, before.granted)


def _is_heads(standing: Standing, members: Members) -> bool:
    return bool(standing.last["deciding_unit_id"] != members.root)
