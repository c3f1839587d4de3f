"""Work goes on with its person: what is open on a post that has ended stands on the next one.

When units are merged or split, everybody who moved keeps what he was to do; who answered for it is
no more, so that the head who keeps the closed unit's records sees to it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.catalogue import product
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.ids import new_id
from resolvers.core.many import each as each_row
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import adding, raised, save
from resolvers.organisation import unit
from resolvers.people import posting
from resolvers.work.deeds_moving import hand_over_work
from resolvers.work.holding import work_facts
from resolvers.work.lines import (
    NothingOutstanding,
    held_work,
    is_open,
    sum_of,
    tell_work,
    told_of,
)
from resolvers.work.model import MOST_REASON, WHOLE, HandingOver, Part, made_whole
from resolvers.work.placing import demand_held, periods_of, seen_post
from resolvers.work.tables import assignment as assignments
from resolvers.work.tables import delivery, fault, work_line


class PostStillHeld(Refusal):
    """The post that this work stands on is still held; the work is done there."""

    code = "POST_STILL_HELD"
    vi = "Công chức vẫn đang giữ vị trí được giao nhiệm vụ này; nhiệm vụ tiếp tục tại vị trí đó."


_UUID = UuidType(as_uuid=True)
_LEFT_BEHIND = select(
    func.upper(posting.c.during).label("ended"),
    select(product.c.process.is_not(None))
    .where(product.c.id == bindparam("product", type_=_UUID))
    .scalar_subquery()
    .label("process"),
    select(unit.c.closed_on <= DAY)
    .where(unit.c.id == bindparam("unit", type_=_UUID))
    .scalar_subquery()
    .label("closed"),
).where(posting.c.id == bindparam("posting", type_=_UUID))
_SAME_PERSON = select(
    select(assignments.c.person_id)
    .where(assignments.c.id == bindparam("assignment", type_=_UUID))
    .scalar_subquery()
    == select(posting.c.person_id)
    .where(posting.c.id == bindparam("to", type_=_UUID))
    .scalar_subquery()
)


def _goes_on(table: Table, id: str, *also: str) -> Any:
    """A row of a line goes on with it: to another assignment and period, of another unit."""
    named = ("assignment_id", "agency_id", "scoring_unit_id", "period", *also)
    values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in named}
    same = (
        table.c[id] == bindparam("of_line", type_=_UUID),
        table.c.period == bindparam("of_period", type_=table.c.period.type),
    )
    return update(table).where(*same).values(**values, **raised(table))


_LINE = _goes_on(work_line, "id", "posting_id", "share")
_DELIVERY, _FAULT = _goes_on(delivery, "line_id"), _goes_on(fault, "line_id")


async def carry_on_work(
    tx: Transaction,
    request: Request,
    *,
    assignment: UUID,
    to: UUID,
    reason: str,
    version: int,
) -> UUID:
    """Let what is open of an assignment go on on the next post of the same person; its new id.

    Lines due from the day on which the earlier post ended go over whole, with their due days, what
    was handed in and what was accepted; they count there as they were given. What is signed or
    locked stays. Of a closed unit the head carries on who keeps its records or, where nobody was
    named to, heads the nearest unit above; else whoever answers for both posts. Raises
    PostStillHeld, NothingOutstanding, PostNotHeld, InvalidInput, StaleVersion and the refusals of
    the policies.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, lines, _ = await held_work(tx, request, Action.CarryOnWork, assignment, version)
    post = await seen_post(tx, request, to)
    if post["person_id"] != found["person_id"] or to == found["posting_id"]:
        raise InvalidInput(what="to", allowed="another post of the same person", field="to")
    closed, left = await _left_behind(tx, request, found, lines)
    parts = [Part(WHOLE, each["due_on"]) for each in left]
    periods = periods_of(request, post, parts)
    answering = found["answering"] if closed else post["scoring_unit_id"]
    decision = await _demand_receiving(tx, request, answering, post, periods)
    demand_held(post, parts)
    id = await _begin(tx, request, decision, found, post, left)
    await _move(tx, post, id, left, periods)
    await save(tx, assignments, assignment, version, state="handed_over")
    before = {"state": found["state"], "lines": [told_of(each) for each in left]}
    after = {"state": "handed_over", "to": to, "carried_on_as": id}
    await tell_work(tx, request, decision, "carry_on_work", found, before, after, said)
    return id


async def hand_over_many(
    tx: Transaction,
    request: Request,
    *,
    rows: Sequence[HandingOver],
    reason: str,
    all_or_nothing: bool = False,
) -> list[UUID | Refusal]:
    """Hand work over in bulk: the new assignment's id or a refusal for each row, in their order.

    To a post of the same person it is carried on, to another person's it is handed over.
    """
    arguments = [
        {**{name: getattr(row, name) for name in row.__dataclass_fields__}, "reason": reason}
        for row in rows
    ]
    return await each_row(tx, request, _pass_on, arguments, all_or_nothing=all_or_nothing)


async def _pass_on(
    tx: Transaction,
    request: Request,
    *,
    assignment: UUID,
    to: UUID,
    reason: str,
    version: int,
    due_on: date | None,
) -> UUID:
    about: dict[str, Any] = {"assignment": assignment, "to": to}
    told = {**about, "reason": reason, "version": version}
    if await tx.value(_SAME_PERSON, **about):
        return await carry_on_work(tx, request, **told)
    if due_on is None:
        raise InvalidInput(what="dueOn", allowed="YYYY-MM-DD", field="dueOn")
    return await hand_over_work(tx, request, **told, due_on=due_on)


async def _left_behind(
    tx: Transaction, request: Request, found: Row, lines: Sequence[Row]
) -> tuple[bool, list[Row]]:
    """Whether the unit of the post is closed, and the open lines due from the post's end on.

    Raises PostStillHeld, NothingOutstanding. A process criterion stays: the next post has its own.
    """
    named = {name: found[f"{name}_id"] for name in ("posting", "product", "unit")}
    post = await tx.row(_LEFT_BEHIND, day=request.today, **named)
    if post is None or post["ended"] is None or post["ended"] > request.today:
        raise PostStillHeld(field="assignment")
    left = [
        each
        for each in lines
        if is_open(each) and each["accepted"] < each["quantity"] and each["due_on"] >= post["ended"]
    ]
    if post["process"] or not left:
        raise NothingOutstanding()
    return bool(post["closed"]), left


async def _demand_receiving(
    tx: Transaction, request: Request, answering: UUID, post: Row, periods: Sequence[date]
) -> Decision:
    """Ask for every period of the next post; raises the refusal of the first denial.

    Out of a closed unit work follows its person wherever he went: whoever answers for what was
    done there (`answering`) decides nothing new about the people of another head.
    """
    decisions = []
    for period in sorted(set(periods)):
        facts = await work_facts(tx, request, post=post, period=period, state="assigned")
        facts = replace(facts, scoring_unit=answering)
        decisions.append(demand(request, Action.CarryOnWork, facts))
    return decisions[0]


async def _begin(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    post: Row,
    left: Sequence[Row],
) -> UUID:
    """The assignment under which the lines go on: what it was, as much as is left."""
    id, quantity = new_id(), sum_of(left, "quantity")
    names = ("agency_id", "scoring_unit_id", "person_id", "unit_id", "posting_id")
    kept = ("product_id", "title", "note", "coefficient", "origin")
    await tx.run(
        adding(assignments),
        id=id,
        **{name: post[name] for name in names},
        **{name: found[name] for name in kept},
        quantity=quantity,
        units=quantity * found["coefficient"],
        due_on=max(each["due_on"] for each in left),
        taken_from_id=found["id"],
        assigned_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        assigned_at=request.now,
    )
    return id


async def _move(
    tx: Transaction, post: Row, id: UUID, left: Sequence[Row], periods: Sequence[date]
) -> None:
    rows = [
        {
            "of_line": each["id"],
            "of_period": each["period"],
            "new_assignment_id": id,
            "new_agency_id": post["agency_id"],
            "new_scoring_unit_id": post["scoring_unit_id"],
            "new_period": period,
        }
        for each, period in zip(left, periods, strict=True)
    ]
    # What was a part of the earlier assignment is the whole of this one.
    shares = made_whole([each["share"] for each in left])
    to = post["posting_id"]
    lines = [
        {**row, "new_posting_id": to, "new_share": share}
        for row, share in zip(rows, shares, strict=True)
    ]
    await tx.run_many(_LINE, lines)
    await tx.run_many(_DELIVERY, rows)
    await tx.run_many(_FAULT, rows)
