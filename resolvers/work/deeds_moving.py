"""Work that changes its months, or its person (art. 18.1c and 18.1d)."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlalchemy import delete, exists, func, or_, select, update

from authz.actions import Action
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput
from resolvers.core.request import Request
from resolvers.core.writing import adding, save
from resolvers.people import posting
from resolvers.work.holding import POSTING
from resolvers.work.lines import (
    LINES,
    NothingOutstanding,
    held_work,
    ids_of,
    is_open,
    outstanding,
    sum_of,
    tell_work,
    told_of,
)
from resolvers.work.model import MOST_REASON, WHOLE, Part, demand_spread, divided
from resolvers.work.placing import (
    Placed,
    demand_counted,
    demand_held,
    demand_periods,
    line_values,
    periods_of,
    save_work,
    seen_post,
)
from resolvers.work.tables import assignment as assignments
from resolvers.work.tables import delivery, fault, work_line

_BEGUN = select(work_line.c.id).where(
    work_line.c.id == LINES.any_(),
    or_(
        exists().where(delivery.c.line_id == work_line.c.id),
        exists().where(fault.c.line_id == work_line.c.id),
    ),
)
_ENDED = select(func.upper(posting.c.during)).where(posting.c.id == POSTING)
_REMOVE = delete(work_line).where(work_line.c.id == LINES.any_())
_LEAVE = (
    update(work_line)
    .where(work_line.c.id == LINES.any_())
    .values(origin="handed_over", version=work_line.c.version + 1)
)


async def spread_work(
    tx: Transaction, request: Request, *, assignment: UUID, spread: Sequence[Part], version: int
) -> UUID:
    """Spread anew what nobody has begun to deliver; the assignment's id.

    Lines of a past deadline, of a signed sheet or a locked month, and lines with a delivery or a
    fault stay as they are; the new shares make up exactly the rest. Raises NothingOutstanding,
    ProcessOfThePost, InvalidInput, PostNotHeld, StaleVersion and the refusals of the policies.
    """
    found, lines, _ = await held_work(tx, request, Action.SpreadWork, assignment, version)
    await demand_counted(tx, found)
    ahead = [each for each in lines if is_open(each) and each["due_on"] >= request.today]
    begun = {row["id"] for row in await tx.rows(_BEGUN, lines=ids_of(ahead))}
    free = [each for each in ahead if each["id"] not in begun]
    if not free:
        raise NothingOutstanding()
    latest = max((part.due_on for part in spread), default=request.today)
    parts = demand_spread(spread, sum_of(free, "share"), latest, request.today)
    post = await seen_post(tx, request, found["posting_id"])
    periods = periods_of(request, post, parts)
    decision = await demand_periods(tx, request, Action.SpreadWork, post, periods)
    demand_held(post, parts)
    quantities = divided(sum_of(free, "quantity"), [part.share for part in parts])
    same = {
        name: post[name] for name in ("agency_id", "scoring_unit_id", "person_id", "posting_id")
    }
    rows = line_values(
        {**same, "product_id": found["product_id"]},
        assignment,
        found["origin"],
        list(zip(parts, periods, strict=True)),
        quantities,
        found["coefficient"],
    )
    await tx.run(_REMOVE, lines=ids_of(free))
    await tx.run_many(adding(work_line), rows)
    kept = [each["due_on"] for each in lines if each["id"] not in set(ids_of(free))]
    await save(tx, assignments, assignment, version, due_on=max([*kept, latest]))
    before, after = ({"lines": [told_of(each) for each in them]} for them in (free, rows))
    await tell_work(tx, request, decision, "spread_work", found, before, after)
    return assignment


async def hand_over_work(
    tx: Transaction,
    request: Request,
    *,
    assignment: UUID,
    to: UUID,
    due_on: date,
    reason: str,
    version: int,
    spread: Sequence[Part] = (),
) -> UUID:
    """Give what somebody cannot complete to another post; the new assignment's id (art. 18.1d).

    What was planned stays in the first officer's assigned total and earns him nothing; the other
    has it beyond his own total. What was accepted, signed or locked stays as it is. Of a unit that
    was closed the head hands over who keeps its records. Raises
    DeliveryWaiting, NothingOutstanding, ProcessOfThePost, InvalidInput, PostNotHeld, StaleVersion
    and the refusals of the policies.
    """
    said = line(reason, "reason", most=MOST_REASON)
    parts = demand_spread(spread or [Part(WHOLE, due_on)], WHOLE, due_on, request.today)
    found, lines, released = await held_work(tx, request, Action.HandOverWork, assignment, version)
    await demand_counted(tx, found)
    post = await seen_post(tx, request, to)
    if post["person_id"] == found["person_id"]:
        raise InvalidInput(what="to", allowed="a post of another person", field="to")
    periods = periods_of(request, post, parts)
    taking = await demand_periods(tx, request, Action.TakeOverWork, post, periods)
    demand_held(post, parts)
    left = await outstanding(tx, lines)
    work = _taken_over(found, left, parts, periods)
    taken = await save_work(tx, request, taking, post, work)
    await _let_go(tx, found, left)
    await save(tx, assignments, assignment, version, state="handed_over")
    before = {"state": found["state"], "lines": [told_of(each) for each in left]}
    after = {"state": "handed_over", "to": to, "taken_over_as": taken}
    await tell_work(tx, request, released, "hand_over_work", found, before, after, said)
    await tell_work(
        tx, request, taking, "take_over_work", {**post, "id": taken}, None, asdict(work), said
    )
    return taken


async def _let_go(tx: Transaction, found: Row, left: Sequence[Row]) -> None:
    """What becomes of the lines of somebody whose work another one takes over.

    A line of which a part was accepted keeps that part; its rest stays in the total by itself.
    Work that was outside the total from the start stays outside. Of a unit that was closed what
    was due after it, and nobody has begun, goes: its holder could not do it there any more.
    """
    untouched = [each for each in left if not each["accepted"]]
    gone: set[UUID] = set()
    if found["answering"] != found["scoring_unit_id"]:
        ended = await tx.value(_ENDED, posting=found["posting_id"])
        later = [each for each in untouched if ended is not None and each["due_on"] >= ended]
        begun = {row["id"] for row in await tx.rows(_BEGUN, lines=ids_of(later))}
        gone = {each["id"] for each in later} - begun
    planned = [each for each in untouched if each["origin"] == "planned" and each["id"] not in gone]
    await tx.run(_LEAVE, lines=ids_of(planned))
    if gone:
        await tx.run(_REMOVE, lines=sorted(gone))


def _taken_over(
    found: Row, left: Sequence[Row], parts: Sequence[Part], periods: Sequence[date]
) -> Placed:
    """What is left of an assignment, at the coefficient that it was given with."""
    return Placed(
        origin="taken_over",
        product=found["product_id"],
        title=found["title"],
        note=found["note"],
        quantity=sum_of(left, "quantity") - sum_of(left, "accepted"),
        coefficient=found["coefficient"],
        parts=parts,
        periods=periods,
        taken_from=found["id"],
    )
