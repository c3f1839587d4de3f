"""Postings: who holds which post in which unit, on which days, by which decision."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from authz.actions import Action
from authz.facts import PostingFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Transaction
from resolvers.core.days import until_day
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import save
from resolvers.organisation import unit as units
from resolvers.people.files import follow
from resolvers.people.losing_roles import leave_service
from resolvers.people.passing_up import pass_up
from resolvers.people.posts import (
    Appointment,
    PostingOver,
    demand_offered,
    demand_open,
    demand_unsigned,
    is_last_manager,
    leave,
    take,
)
from resolvers.people.tables import MODES, OFFICES, posting
from resolvers.people.tables import person as people


async def appoint(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    unit: UUID,
    office: str,
    begins: date,
    ends: date | None = None,
    mode: str = "appointed",
    main: bool = True,
    position: UUID | None = None,
    decision_no: str = "",
) -> UUID:
    """Record that a person holds a post from `begins` until before `ends`; the posting's id.

    The file goes with the main post: the agency of one that is held today keeps it from now on.
    Raises NotFound, a denial, UnitNotInForce, PositionNotOffered, HeadExists, PostingOverlaps,
    EndsBeforeItBegins, TextNotAcceptable, InvalidInput.
    """
    place = await hold(tx, request, units, unit)
    await find(tx, request, people, person)
    decision = demand(request, Action.AppointPosting, PostingFacts(person, unit))
    post = Appointment(
        office=among(office, "office", OFFICES),
        mode=among(mode, "mode", MODES),
        main=main,
        begins=begins,
        ends=ends,
        position=position,
        decision_no=line(decision_no, "decisionNo", least=0, most=100),
    )
    demand_open(place, post)
    await demand_offered(tx, request, place["agency_id"], post)
    id = await take(tx, person, place, post)
    if post.holds_the_file(request.today):
        await follow(tx, person, place["agency_id"])
    await record(
        tx,
        request,
        decision,
        deed="appoint",
        subject=("posting", id),
        agency=place["agency_id"],
        after={"person": person, "unit": unit, **asdict(post)},
    )
    if post.office == "head":
        await pass_up(tx, request, decision, [person])
    return id


async def end_posting(
    tx: Transaction, request: Request, *, posting_id: UUID, ends: date, version: int
) -> UUID:
    """Record that a person leaves a post: `ends` is the first day without it; the posting's id.

    What he lent as head, what was lent to him in the agency and his charges end with it; with the
    last one anywhere, every role, also those that other agencies have given him. Raises
    NotFound, a denial (LAST_MANAGER), StaleVersion, PostingOver, PostHasSignedSheets.
    """
    held = await hold(tx, request, posting, posting_id)
    last = await is_last_manager(tx, request, held, ends)
    facts = PostingFacts(held["person_id"], held["unit_id"], last)
    decision = demand(request, Action.EndPosting, facts)
    during = held["during"]
    if during.isempty or (during.upper is not None and during.upper <= ends):
        raise PostingOver(day=ends, during=during, field="ends")
    await demand_unsigned(tx, held, ends, "ends")
    await save(tx, posting, posting_id, version, during=until_day(during, ends))
    await leave(tx, held, ends)
    await leave_service(tx, request, decision, held["person_id"], ends)
    await record(
        tx,
        request,
        decision,
        deed="end_posting",
        subject=("posting", posting_id),
        agency=held["agency_id"],
        before={"during": spelt(during)},
        after={"ends": ends},
    )
    return posting_id
