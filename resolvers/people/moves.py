"""People who move: one post ends and the next begins on a day, in one deed.

Into another agency both have their part: the one that he leaves agrees to the transfer and its day,
the receiving one appoints. What he did there stays there: sheets, work lines and their units.
"""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from authz.facts import PostingFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import until_day
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.finding import hold
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.seeing import locked
from resolvers.core.spelling import spelt
from resolvers.core.writing import save
from resolvers.organisation import unit as units
from resolvers.people.files import follow
from resolvers.people.passing_up import pass_up
from resolvers.people.posts import (
    Appointment,
    demand_offered,
    demand_open,
    demand_unsigned,
    is_last_manager,
    leave,
    take,
)
from resolvers.people.tables import MODES, OFFICES, posting, transfer
from resolvers.people.transfers import demand_ending, demand_within


class TransferNotAgreed(Refusal):
    """The agency that the person would leave has not agreed to a transfer to this one."""

    code = "TRANSFER_NOT_AGREED"
    vi = "Cơ quan đang quản lý công chức chưa đồng ý cho chuyển công tác đến cơ quan này."


class TransferOnAnotherDay(Refusal):
    """The transfer was agreed for {day}."""

    code = "TRANSFER_ON_ANOTHER_DAY"
    vi = "Việc chuyển công tác đã được đồng ý từ ngày {day}."


_UUID = UuidType(as_uuid=True)
_AGREED = (
    select(transfer)
    .where(
        transfer.c.posting_id == bindparam("posting", type_=_UUID),
        transfer.c.agency_id == bindparam("agency", type_=_UUID),
        transfer.c.taken_at.is_(None),
        transfer.c.withdrawn_at.is_(None),
    )
    .with_for_update(key_share=True)
)
_HELD = (
    select(posting)
    .where(posting.c.id == bindparam("posting", type_=_UUID))
    .with_for_update(key_share=True)
)
_TAKEN = (
    update(transfer)
    .where(transfer.c.id == bindparam("by_id", type_=_UUID))
    .values(
        taken_at=bindparam("at", type_=transfer.c.taken_at.type), version=transfer.c.version + 1
    )
)


async def move_posting(
    tx: Transaction,
    request: Request,
    *,
    posting_id: UUID,
    unit: UUID,
    begins: date,
    version: int,
    office: str = "member",
    ends: date | None = None,
    mode: str = "appointed",
    position: UUID | None = None,
    decision_no: str = "",
) -> UUID:
    """End a post on a day and begin its holder's next one on that day; the new posting's id.

    Whoever records it keeps the posts of both units, or the other agency has agreed to the transfer
    on that day. What hangs on the old post ends with it, see `posts.leave`; the file follows on the
    day. Raises NotFound, a denial (LAST_MANAGER also where those who managed when a transfer was
    agreed have left since), TransferNotAgreed, TransferOnAnotherDay, MoveOutsideThePost,
    PostHasSignedSheets, UnitNotInForce, PositionNotOffered, HeadExists, PostingOverlaps,
    StaleVersion, EndsBeforeItBegins, TextNotAcceptable, InvalidInput.
    """
    place = await hold(tx, request, units, unit)
    agreed = await tx.row(_AGREED, posting=posting_id, agency=place["agency_id"])
    held = await _left(tx, request, posting_id, agreed)
    decision = demand(request, Action.AppointPosting, PostingFacts(held["person_id"], unit))
    post = Appointment(
        office=among(office, "office", OFFICES),
        mode=among(mode, "mode", MODES),
        main=held["main"],
        begins=begins,
        ends=ends,
        position=position,
        decision_no=line(decision_no, "decisionNo", least=0, most=100),
    )
    ending = await _demand_leaving(tx, request, held, place, agreed, begins)
    demand_within(held, begins, "begins")
    await demand_unsigned(tx, held, begins, "begins")
    demand_open(place, post)
    await demand_offered(tx, request, place["agency_id"], post)
    await save(tx, posting, posting_id, version, during=until_day(held["during"], begins))
    id = await take(tx, held["person_id"], place, post)
    await leave(tx, held, begins)
    if post.holds_the_file(request.today):
        await follow(tx, held["person_id"], place["agency_id"])
    await _told(tx, request, (ending, held), (decision, id, place), post)
    if post.office == "head":
        await pass_up(tx, request, decision, [held["person_id"]])
    return id


async def _left(tx: Transaction, request: Request, id: UUID, agreed: Row | None) -> Row:
    """The post that is left, held: one's own to see, or shown by the transfer that was agreed."""
    held = await locked(tx, request.reach, posting, id)
    if held is None and agreed is not None:
        async with as_seen_by(tx, agreed["person_id"]):
            held = await tx.row(_HELD, posting=id)
    if held is None:
        raise NotFound(id=id)
    return held


async def _demand_leaving(
    tx: Transaction, request: Request, held: Row, place: Row, agreed: Row | None, day: date
) -> Decision | None:
    """What allows the old post to end: None where its agency has agreed, which is used up."""
    if agreed is None:
        if place["agency_id"] != held["agency_id"]:
            raise TransferNotAgreed(field="unit")
        return await demand_ending(tx, request, held, day, stays=True)
    if agreed["leaves_on"] != day:
        raise TransferOnAnotherDay(day=agreed["leaves_on"], field="begins")
    await let_through(tx, held["agency_id"])
    # When it was agreed somebody else managed there, who may have left since.
    if await is_last_manager(tx, request, held, day):
        raise DENIALS[Code.LAST_MANAGER](field="postingId")
    await tx.run(_TAKEN, by_id=agreed["id"], at=request.now)
    return None


async def _told(
    tx: Transaction,
    request: Request,
    old: tuple[Decision | None, Row],
    new: tuple[Decision, UUID, Row],
    post: Appointment,
) -> None:
    """A leaf in each agency's trail."""
    (ending, held), (decision, id, place) = old, new
    told = {"person": held["person_id"], "from": held["id"], "to": id, "begins": post.begins}
    await record(
        tx,
        request,
        ending or decision,
        deed="move_posting",
        subject=("posting", held["id"]),
        agency=held["agency_id"],
        before={"during": spelt(held["during"])},
        after=told,
    )
    await record(
        tx,
        request,
        decision,
        deed="move_posting",
        subject=("posting", id),
        agency=place["agency_id"],
        after={**told, "unit": place["id"], **asdict(post)},
    )
