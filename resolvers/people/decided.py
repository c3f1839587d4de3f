"""Posts as a personnel decision changes them: the authority has decided, the days do the rest.

The slice of personnel actions asks the policies and the law; what is written here is dated to the
day of effect, so that nothing has to run on that day. What a post carried ends with it.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import Range

from authz.codes import Code
from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.days import days, holds_from, until_day
from resolvers.core.errors import NotFound
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.permission import DENIALS
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import add, end, save
from resolvers.people.files import follow
from resolvers.people.losing_roles import ROLES, leave_service, pause_role
from resolvers.people.passing_up import pass_up
from resolvers.people.posts import (
    Appointment,
    PostingOver,
    demand_offered,
    demand_open,
    demand_unsigned,
    is_last_manager,
    leave,
    loses_last_manager,
    take,
)
from resolvers.people.tables import delegation, posting
from resolvers.people.transfers import demand_within

_UUID = UuidType(as_uuid=True)
_POST = (
    select(posting)
    .where(
        posting.c.id == bindparam("posting", type_=_UUID),
        posting.c.person_id == bindparam("person", type_=_UUID),
    )
    .with_for_update(key_share=True)
)
_POSTS = (
    select(posting)
    .where(posting.c.person_id == bindparam("person", type_=_UUID), holds_from(posting))
    .order_by(posting.c.id)
    .with_for_update(key_share=True)
)


async def post_of(tx: Transaction, person: UUID, posting_id: UUID) -> Row:
    """A person's post in whichever agency, held until the deed ends; raises NotFound.

    For a decision about that person; nothing of it is told to whoever could not see it anyway.
    """
    async with as_seen_by(tx, person):
        found = await tx.row(_POST, posting=posting_id, person=person)
    if found is None:
        raise NotFound(id=posting_id, field="posting")
    return found


async def posts_of(tx: Transaction, person: UUID, day: date) -> Sequence[Row]:
    """All posts that a person holds on a day or later, in whichever agency; as `post_of`."""
    async with as_seen_by(tx, person):
        return await tx.rows(_POSTS, person=person, day=day)


async def move_by_decision(
    tx: Transaction, request: Request, decision: Decision, held: Row, place: Row, post: Appointment
) -> UUID:
    """End the held post where `post` begins in the unit `place`; the new posting's id.

    Raises LAST_MANAGER, MoveOutsideThePost, PostHasSignedSheets, UnitNotInForce,
    PositionNotOffered, HeadExists, PostingOverlaps.
    """
    begins, stays = post.begins, place["agency_id"] == held["agency_id"]
    demand_within(held, begins, "effectiveOn")
    demand_open(place, post)
    await demand_offered(tx, request, place["agency_id"], post)
    await _open_fence(tx, held, place)
    await _demand_managed(tx, request, held, begins, stays=stays)
    await _shorten(tx, held, begins)
    id = await take(tx, held["person_id"], place, post)
    await leave(tx, held, begins)
    if post.holds_the_file(request.today):
        await follow(tx, held["person_id"], place["agency_id"])
    await tell_changed(tx, request, decision, held, {"ends": begins, "next": id})
    await _tell_new(tx, request, decision, id, held["person_id"], place, post)
    if post.office == "head":
        await pass_up(tx, request, decision, [held["person_id"]])
    return id


async def end_by_decision(
    tx: Transaction, request: Request, decision: Decision, held: Row, ends: date
) -> None:
    """End a post on a day, with all that hangs on it.

    Raises LAST_MANAGER, PostingOver, PostHasSignedSheets.
    """
    during = held["during"]
    if during.isempty or (during.upper is not None and during.upper < ends):
        raise PostingOver(day=ends, during=during, field="effectiveOn")
    await _open_fence(tx, held)
    await _demand_managed(tx, request, held, ends)
    await _shorten(tx, held, ends)
    await leave(tx, held, ends)
    await leave_service(tx, request, decision, held["person_id"], ends)
    await tell_changed(tx, request, decision, held, {"ends": ends})


async def prolong_by_decision(
    tx: Transaction, request: Request, decision: Decision, held: Row, ends: date
) -> None:
    """Let a post go on until before another day: a further term; raises PostingOver."""
    during = held["during"]
    if during.isempty or (during.upper is not None and during.upper < request.today):
        raise PostingOver(day=request.today, during=during, field="posting")
    await _open_fence(tx, held)
    await save(tx, posting, held["id"], held["version"], during=days(during.lower, ends))
    await tell_changed(tx, request, decision, held, {"ends": ends})


async def second_by_decision(
    tx: Transaction, request: Request, decision: Decision, held: Row, place: Row, post: Appointment
) -> UUID:
    """Second the holder of a main post to the unit `place` for some days; the new posting's id.

    There he is evaluated (Decree 170/2025, art. 26). His own agency keeps him on its payroll, as a
    member beside; after the last day he is back in the post that he held. Raises as
    `move_by_decision`.
    """
    id = await move_by_decision(tx, request, decision, held, place, post)
    own = {name: held[name] for name in ("person_id", "agency_id", "unit_id", "position_id")}
    during = days(post.begins, post.ends)
    beside = {**own, "office": "member", "mode": held["mode"], "main": False}
    await add(tx, posting, **beside, decision_no=post.decision_no, during=during)
    await _back_again(tx, held, post.ends)
    return id


async def suspend_by_decision(
    tx: Transaction,
    request: Request,
    decision: Decision,
    posts: Sequence[Row],
    begins: date,
    ends: date,
) -> None:
    """Take the authority of his offices and roles from somebody for some days; then it is back.

    He stays where he is as a member: a suspended head heads nothing and has lent nothing. Raises
    LAST_MANAGER, MoveOutsideThePost.
    """
    person = posts[0]["person_id"]
    roles = await _roles_lost(tx, request, posts, begins, ends)
    for held in posts:
        if held["office"] != "member":
            await _pause_office(tx, held, begins, ends)
        await tell_changed(tx, request, decision, held, {"suspended": spelt(days(begins, ends))})
    await end(tx, delegation, {"to_person_id": person}, begins)
    for role in roles:
        await pause_role(tx, request, decision, role, begins, ends)


async def leave_by_decision(
    tx: Transaction, request: Request, decision: Decision, posts: Sequence[Row], ends: date
) -> None:
    """End every post of somebody on a day, with all that hangs on it and every role that he has.

    Raises LAST_MANAGER, PostingOver, PostHasSignedSheets.
    """
    if posts:
        await _roles_lost(tx, request, posts, ends, None)
    for held in posts:
        await end_by_decision(tx, request, decision, held, ends)


async def _roles_lost(
    tx: Transaction, request: Request, posts: Sequence[Row], begins: date, ends: date | None
) -> Sequence[Row]:
    """The roles of a person who loses his offices and roles for some days, or for good.

    The policies have allowed that, so the fence opens wherever he has any: whoever is suspended or
    dismissed has no authority in another agency either. Raises LAST_MANAGER.
    """
    person = posts[0]["person_id"]
    async with as_seen_by(tx, person):
        roles = await tx.rows(ROLES, person=person, day=begins)
    await _open_fence(tx, *posts, *roles)
    if await loses_last_manager(tx, request, posts, roles, begins, ends):
        raise DENIALS[Code.LAST_MANAGER](field="posting")
    return roles


async def _pause_office(tx: Transaction, held: Row, begins: date, ends: date) -> None:
    demand_within(held, begins, "effectiveOn")
    await _shorten(tx, held, begins)
    upper = held["during"].upper
    last = ends if upper is None or upper > ends else upper
    await add(tx, posting, **{**_alike(held), "office": "member", "during": days(begins, last)})
    await leave(tx, held, begins)
    await _back_again(tx, held, ends)


async def _back_again(tx: Transaction, held: Row, day: date | None) -> None:
    """The post as it was held, from a day on; none where it would have ended before."""
    upper = held["during"].upper
    if day is not None and (upper is None or upper > day):
        await add(tx, posting, **_alike(held), during=Range(day, upper, bounds="[)"))


def _alike(held: Row) -> dict[str, Any]:
    names = ("person_id", "agency_id", "unit_id", "position_id", "office", "mode", "main")
    return {name: held[name] for name in (*names, "decision_no")}


async def _shorten(tx: Transaction, held: Row, day: date) -> None:
    """Raises PostHasSignedSheets."""
    await demand_unsigned(tx, held, day, "effectiveOn")
    during = until_day(held["during"], day)
    await save(tx, posting, held["id"], held["version"], during=during)


async def _open_fence(tx: Transaction, *places: Row) -> None:
    """The policies have allowed what follows, also where the agency is not the decider's own."""
    for agency in {place["agency_id"] for place in places}:
        await let_through(tx, agency)


async def _demand_managed(
    tx: Transaction, request: Request, held: Row, day: date, *, stays: bool = False
) -> None:
    """Raises LAST_MANAGER where nobody would be left who manages a unit."""
    if await is_last_manager(tx, request, held, day, stays=stays):
        raise DENIALS[Code.LAST_MANAGER](field="posting")


async def tell_changed(
    tx: Transaction, request: Request, decision: Decision, held: Row, after: dict[str, Any]
) -> None:
    """The leaf of a post that changes, in the trail of its agency."""
    await record(
        tx,
        request,
        decision,
        deed="change_posting_by_decision",
        subject=("posting", held["id"]),
        agency=held["agency_id"],
        before={"during": spelt(held["during"]), "office": held["office"]},
        after={"person": held["person_id"], **after},
    )


async def _tell_new(
    tx: Transaction,
    request: Request,
    decision: Decision,
    id: UUID,
    person: UUID,
    place: Row,
    post: Appointment,
) -> None:
    await record(
        tx,
        request,
        decision,
        deed="appoint_by_decision",
        subject=("posting", id),
        agency=place["agency_id"],
        after={"person": person, "unit": place["id"], **asdict(post)},
    )
