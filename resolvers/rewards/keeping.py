"""A reckoned list is written: the list, a line for each person, and its leaf."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.rewards.gathering import Member, Members
from resolvers.rewards.list_tables import reward_line, reward_list
from resolvers.rewards.model import RewardListExists
from resolvers.rewards.reckoning import Gets, Reckoned
from resolvers.statute.rewards import Pay

_LINES = insert(reward_line)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a list is going to be."""

    agency: UUID
    kind: str
    pay: Pay
    period: date
    rule: Row
    part: Row
    members: Members
    reckoned: Reckoned


async def keep_list(
    tx: Transaction,
    request: Request,
    decision: Decision,
    draft: Draft,
    *,
    unrated: Sequence[Member],
    left_out: Sequence[tuple[Member, str]],
) -> UUID:
    """Write a list with everybody of it, in the order of their names; its id.

    Raises RewardListExists.
    """
    rests = "regulation_id" if draft.kind == "bonus" else "scheme_id"
    told = {
        **{name: draft.part[name] for name in ("agency_id", "fund_id")},
        "part_id": draft.part["id"],
        "approving_unit_id": draft.members.root,
        "kind": draft.kind,
        "span": draft.pay.value,
        "period": draft.period,
        rests: draft.rule["regulation_id" if draft.kind == "bonus" else "id"],
        **draft.reckoned.columns(),
    }
    id = await add_list(tx, request, told, draft.reckoned.total)
    cites = list(draft.reckoned.cites)
    lines = [
        *((gets.member, listed(gets)) for gets in draft.reckoned.gets),
        *((member, nothing("not_rated", member.rating.unrated, cites)) for member in unrated),
        *((member, nothing("left_out", reason, cites)) for member, reason in left_out),
    ]
    await add_lines(tx, draft.agency, id, draft.members, lines)
    await tell_drawn(tx, request, decision, id, draft.agency, told, draft.reckoned.total)
    return id


def listed(gets: Gets, granted_before: int = 0) -> dict[str, Any]:
    """What a line says of somebody who gets something."""
    amount = gets.due - granted_before
    return {**gets.columns(), "granted_before": granted_before, "amount": amount}


def nothing(state: str, reason: str, cites: list[str]) -> dict[str, Any]:
    """What a line says of somebody who gets nothing, and why."""
    told = {"weight": "0", "exact": "0", "due": 0, "granted_before": 0, "amount": 0}
    return {**told, "state": state, "reason": reason, "steps": [], "cites": cites}


async def add_list(
    tx: Transaction, request: Request, told: dict[str, Any], total: int, **more: Any
) -> UUID:
    """One list, a draft; its id. Raises RewardListExists."""
    try:
        async with tx.savepoint():
            return await add(
                tx,
                reward_list,
                **told,
                **more,
                total=total,
                known=request.today,
                taken_at=request.now,
                drawn_by=request.reach.actor,
            )
    except Violated:
        raise RewardListExists(field="period") from None


async def add_lines(
    tx: Transaction,
    agency: UUID,
    list: UUID,
    members: Members,
    lines: Sequence[tuple[Member, dict[str, Any]]],
) -> None:
    """The lines of a list, in the order of the people's names."""
    ordered = sorted(lines, key=lambda each: each[0].order)
    rows = [
        {**_LEAST, **_about(member, members), **told, "ordinal": number, "agency_id": agency}
        for number, (member, told) in enumerate(ordered, 1)
    ]
    await tx.run_many(_LINES, [{**row, "id": new_id(), "list_id": list} for row in rows])


_LEAST: dict[str, Any] = {
    "state": "listed",
    "reason": "",
    "months": None,
    "coefficient": None,
    "proposal_id": None,
    "award_id": None,
}


def _about(member: Member, members: Members) -> dict[str, Any]:
    return {
        "person_id": member.person,
        "unit_id": member.unit,
        "approving_unit_id": members.root,
        # Whom nobody here decides about is left out: his line says so, and waits for nobody.
        "deciding_unit_id": members.deciding(member) or members.root,
        "result_id": member.rating.result,
        "classification_id": member.rating.classification,
        "edition": member.rating.edition,
        "level": member.rating.level,
    }


async def tell_drawn(
    tx: Transaction,
    request: Request,
    decision: Decision,
    id: UUID,
    agency: UUID,
    told: dict[str, Any],
    total: int,
) -> None:
    """The leaf of a list that was drawn."""
    names = ("kind", "span", "period", "pool", "rounding", "corrects_id")
    after = {name: told[name] for name in names if name in told}
    await record(
        tx,
        request,
        decision,
        deed="draw_reward_list",
        subject=("reward_list", id),
        agency=agency,
        after={**after, "total": total},
    )
