"""The steps of a reorganisation by which posts and roles go on elsewhere, or end."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.codes import Code
from resolvers.core.arguments import among
from resolvers.core.database import Row, Violated
from resolvers.core.days import days, holds_from, until_day
from resolvers.core.errors import Refusal
from resolvers.core.permission import DENIALS
from resolvers.core.spelling import spelt
from resolvers.core.writing import add, end, save
from resolvers.organisation import line_up
from resolvers.people.files import follow
from resolvers.people.mandates import MandateExists
from resolvers.people.passing_up import pass_up
from resolvers.people.posts import (
    Appointment,
    demand_offered,
    demand_open,
    demand_unsigned,
    leave,
    leaves_agency_unmanaged,
    take,
)
from resolvers.people.reorganisation_plan import Reappointment, Regrant, ReorganisationStep
from resolvers.people.reorganising_units import Course
from resolvers.people.tables import OFFICES, charge, delegation, mandate, posting


class NotPartOfIt(Refusal):
    """The post or role is not held, from {day} on, in a unit that the plan ends or changes."""

    code = "NOT_PART_OF_IT"
    vi = "Vị trí hoặc vai trò này không thuộc đơn vị được tổ chức lại kể từ ngày {day}."


class MandateWouldWiden(Refusal):
    """The role was for a part of that unit only; for the whole of it, it is granted anew."""

    code = "MANDATE_WOULD_WIDEN"
    vi = "Vai trò này trước đây chỉ gồm một bộ phận của đơn vị đó; cần giao mới cho toàn đơn vị."


_IDS = ARRAY(UuidType(as_uuid=True))
_UNITS = bindparam("units", type_=_IDS)
_LINE = line_up()


def _held_from(table: Table, among: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    held = select(table).where(among, holds_from(table)).order_by(table.c.id)
    return held.with_for_update(key_share=True)


_ENDING = _held_from(posting, posting.c.unit_id == _UNITS.any_())
_LISTED = _held_from(posting, posting.c.id == bindparam("ids", type_=_IDS).any_())
_ROLES = _held_from(mandate, mandate.c.unit_id == _UNITS.any_())
_LOANS = _held_from(delegation, delegation.c.unit_id == _UNITS.any_()).where(
    delegation.c.revoked_at.is_(None)
)


async def move_posts(course: Course) -> None:
    """End every post in the units that end, and begin the listed ones where they go on.

    All end before the first begins, so that two heads may change places.
    """
    tx, plan = course.tx, course.plan
    closing = [each.unit for each in plan.closes]
    listed = {each.posting: each for each in plan.postings}
    here = await tx.rows(_ENDING, units=closing, day=plan.day)
    moved = await tx.rows(_LISTED, ids=list(listed), day=plan.day)
    held = {row["id"]: row for row in (*here, *moved)}
    for row in held.values():
        await save(
            tx, posting, row["id"], row["version"], during=until_day(row["during"], plan.day)
        )
    for each in plan.postings:
        work = partial(_begin, course, each, held.get(each.posting))
        await course.judge(ReorganisationStep.POSTING_CONTINUED, each.posting, work)
    for row in held.values():
        if row["id"] not in listed:
            work = partial(_end, course, row)
            await course.judge(ReorganisationStep.POSTING_ENDED, row["id"], work)
        await leave(tx, row, plan.day)
    heads = [held[each.posting]["person_id"] for each in plan.postings if _heads(each, held)]
    await pass_up(tx, course.request, course.decision, heads)


def _heads(told: Reappointment, held: Mapping[UUID, Row]) -> bool:
    """Whether somebody listed goes on as a head."""
    found = held.get(told.posting)
    return found is not None and (told.office or found["office"]) == "head"


async def _begin(course: Course, told: Reappointment, held: Row | None) -> None:
    if held is None or held["unit_id"] not in course.plan.parties():
        raise NotPartOfIt(day=course.plan.day, field="posting")
    await demand_unsigned(course.tx, held, course.plan.day, "posting")
    place, during = course.place(told.unit), held["during"]
    same_agency = held["agency_id"] == place["agency_id"]
    post = Appointment(
        office=among(told.office or held["office"], "office", OFFICES),
        mode=held["mode"],
        main=held["main"],
        begins=max(course.plan.day, during.lower),
        ends=during.upper,
        position=told.position or (held["position_id"] if same_agency else None),
        decision_no=course.plan.decision_no,
    )
    demand_open(place, post)
    await demand_offered(course.tx, course.request, place["agency_id"], post)
    id = await take(course.tx, held["person_id"], place, post)
    if post.holds_the_file(course.request.today):
        await follow(course.tx, held["person_id"], place["agency_id"])
    after = {"person": held["person_id"], "unit": place["id"], "office": post.office, "to": id}
    await course.tell(("posting", held["id"]), place["agency_id"], spelt(during), after)


async def _end(course: Course, held: Row) -> None:
    await demand_unsigned(course.tx, held, course.plan.day, "posting")
    if await leaves_agency_unmanaged(course.tx, held, course.plan.day):
        raise DENIALS[Code.LAST_MANAGER](field="postings")
    ended = {"person": held["person_id"], "ended": held["unit_id"]}
    await course.tell(("posting", held["id"]), held["agency_id"], spelt(held["during"]), ended)


async def move_roles(course: Course) -> None:
    """End the roles and the authority lent in units that end, and begin the listed roles."""
    tx, plan = course.tx, course.plan
    closing = [each.unit for each in plan.closes]
    held = {row["id"]: row for row in await tx.rows(_ROLES, units=closing, day=plan.day)}
    for each in plan.mandates:
        work = partial(_grant, course, each, held.get(each.mandate))
        await course.judge(ReorganisationStep.MANDATE_CONTINUED, each.mandate, work)
    listed = {each.mandate for each in plan.mandates}
    for row in held.values():
        during = until_day(row["during"], plan.day)
        await save(tx, mandate, row["id"], row["version"], during=during)
        if row["id"] not in listed:
            work = partial(_tell_role, course, row)
            await course.judge(ReorganisationStep.MANDATE_ENDED, row["id"], work)
    for row in await tx.rows(_LOANS, units=closing, day=plan.day):
        await end(tx, delegation, {"id": row["id"]}, plan.day)
        work = partial(_tell_loan, course, row)
        await course.judge(ReorganisationStep.DELEGATION_ENDED, row["id"], work)
    for unit in closing:
        await end(tx, charge, {"unit_id": unit}, plan.day)


async def _grant(course: Course, told: Regrant, held: Row | None) -> None:
    if held is None:
        raise NotPartOfIt(day=course.plan.day, field="mandate")
    place = course.place(told.unit)
    await _demand_no_wider(course, held["unit_id"], place["id"])
    during = days(max(course.plan.day, held["during"].lower), held["during"].upper)
    try:
        async with course.tx.savepoint():
            id = await add(
                course.tx,
                mandate,
                person_id=held["person_id"],
                agency_id=place["agency_id"],
                unit_id=place["id"],
                kind=held["kind"],
                granted_by=course.request.reach.actor,
                during=during,
            )
    except Violated:
        raise MandateExists(field="mandate") from None
    after = {"person": held["person_id"], "unit": place["id"], "kind": held["kind"], "to": id}
    await course.tell(("mandate", held["id"]), place["agency_id"], spelt(held["during"]), after)


async def _demand_no_wider(course: Course, old: UUID, new: UUID) -> None:
    """A role for a unit does not become one for the unit above it."""
    before: date = course.plan.day - timedelta(days=1)
    above = await course.tx.rows(_LINE, unit=old, day=before)
    if any(row["unit_id"] == new for row in above):
        raise MandateWouldWiden(field="mandate")


async def _tell_role(course: Course, held: Row) -> None:
    ended = {"person": held["person_id"], "ended": held["unit_id"], "kind": held["kind"]}
    await course.tell(("mandate", held["id"]), held["agency_id"], spelt(held["during"]), ended)


async def _tell_loan(course: Course, lent: Row) -> None:
    ended = {"person": lent["to_person_id"], "ended": lent["unit_id"]}
    await course.tell(("delegation", lent["id"]), lent["agency_id"], spelt(lent["during"]), ended)
