"""What taking up a post and leaving it do, whichever deed they are part of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Select, bindparam, column, exists, select, table
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import days, holds, only
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.request import Request
from resolvers.core.spelling import HIDDEN, Months
from resolvers.core.tables import SCHEMA
from resolvers.core.writing import add, end
from resolvers.organisation import UnitNotInForce, months_in
from resolvers.organisation import agency as agencies
from resolvers.people.managing import last_administrator, leaves_unmanaged
from resolvers.people.tables import charge, delegation, mandate, posting
from resolvers.positions import job_position


class HeadExists(Refusal):
    """The unit has a head already on some of these days: {during}."""

    code = "HEAD_EXISTS"
    vi = "Đơn vị đã có người đứng đầu trong khoảng thời gian {during}."


class PostingOverlaps(Refusal):
    """The person holds another main post on some of these days: {during}."""

    code = "POSTING_OVERLAPS"
    vi = "Công chức đang giữ vị trí chính khác trong khoảng thời gian {during}."


class PositionNotOffered(Refusal):
    """The job position is not one of this agency's on {day}."""

    code = "POSITION_NOT_OFFERED"
    vi = "Vị trí việc làm không thuộc cơ quan này vào ngày {day}."


class PostingOver(Refusal):
    """The posting does not last until {day}; it holds on {during}."""

    code = "POSTING_OVER"
    vi = "Vị trí không còn được giữ đến ngày {day}; thời gian giữ vị trí: {during}."


class PostHasSignedSheets(Refusal):
    """The post cannot end on {day}: signed sheets of later periods rest on it: {months}."""

    code = "POST_HAS_SIGNED_SHEETS"
    vi = "Vị trí không thể kết thúc vào ngày {day}: đã có phiếu đánh giá được ký của {months}."


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a decision on a post says."""

    office: str
    mode: str
    main: bool
    begins: date
    ends: date | None
    position: UUID | None
    decision_no: str

    def holds_the_file(self, day: date) -> bool:
        """The post is the main one on a day, so that its agency keeps the personnel file."""
        return self.main and self.begins <= day and (self.ends is None or day < self.ends)


CALL_A_SUCCESSOR = ("administrator", "personnel_officer")
"""Who may see to a successor when a head leaves: without any of them, he may not."""
_UUID = UuidType(as_uuid=True)
_PERSON = bindparam("person", type_=_UUID)
# Sheets stand above posts, so their table is known here by name only.
_SHEET = table(
    "sheet",
    column("agency_id"),
    column("person_id"),
    column("posting_id"),
    column("period", Date),
    column("state"),
    schema=SCHEMA,
)
_SIGNED = (
    select(_SHEET.c.period, months_in(_SHEET.c.agency_id, _SHEET.c.period).label("months"))
    .where(
        _SHEET.c.person_id == _PERSON,
        _SHEET.c.posting_id == bindparam("posting", type_=_UUID),
        _SHEET.c.period >= bindparam("day", type_=Date),
        _SHEET.c.state.in_(("released", "closed")),
    )
    .order_by(_SHEET.c.period)
)
_ASKED = bindparam("asked", type_=DATERANGE)


def _clash(*alike: Any) -> Select[Any]:
    overlaps = posting.c.during.op("&&")(_ASKED)
    return select(posting.c.during).where(*alike, overlaps).order_by(posting.c.during)


_HEADS = _clash(posting.c.unit_id == bindparam("unit", type_=_UUID), posting.c.office == "head")
_MAINS = _clash(posting.c.person_id == _PERSON, posting.c.main)
_SERVES_ON = select(
    exists().where(
        posting.c.person_id == _PERSON,
        posting.c.agency_id == bindparam("agency", type_=_UUID),
        posting.c.id != bindparam("left", type_=_UUID),
        holds(posting),
    )
)


def demand_open(unit: Row, post: Appointment) -> None:
    """Raises UnitNotInForce where the unit does not stand on all days of the post."""
    closed = unit["closed_on"]
    outlasts = closed is not None and (post.ends is None or post.ends > closed)
    if post.begins < unit["opened_on"] or outlasts:
        day = closed if outlasts else post.begins
        raise UnitNotInForce(unit=unit["name"], day=day, field="unit")


async def demand_offered(
    tx: Transaction, request: Request, agency: UUID, post: Appointment
) -> None:
    """Raises NotFound, or PositionNotOffered where the position is not the agency's."""
    if post.position is None:
        return
    found = await find(tx, request, job_position, post.position)
    closed = found["closed_on"]
    if found["agency_id"] != agency or (closed is not None and closed <= post.begins):
        raise PositionNotOffered(day=post.begins, field="position")


async def take(tx: Transaction, person: UUID, place: Row, post: Appointment) -> UUID:
    """Record that a person holds a post in the unit `place`; raises HeadExists, PostingOverlaps."""
    during = days(post.begins, post.ends)
    try:
        async with tx.savepoint():
            return await add(
                tx,
                posting,
                person_id=person,
                agency_id=place["agency_id"],
                unit_id=place["id"],
                position_id=post.position,
                office=post.office,
                mode=post.mode,
                main=post.main,
                decision_no=post.decision_no,
                during=during,
            )
    except Violated as violated:
        if violated.constraint == "posting_one_head_per_unit_and_day":
            clash = await tx.row(_HEADS, unit=place["id"], asked=during)
            raise HeadExists(during=_days_of(clash), field="begins") from None
        clash = await tx.row(_MAINS, person=person, asked=during)
        raise PostingOverlaps(during=_days_of(clash), field="begins") from None


async def is_last_manager(
    tx: Transaction, request: Request, held: Row, ends: date, *, stays: bool = False
) -> bool:
    """Whether a unit would be left without anybody who manages it, if a post ended on `ends`.

    Either its head would go and nobody could record a successor, or whoever leaves the agency with
    this post is the last administrator of a unit; who `stays` takes another post there.
    """
    person, agency = held["person_id"], held["agency_id"]
    # One at a time in an agency: two administrators could leave it at once.
    await hold(tx, request, agencies, agency)
    leaver = None if stays or await _serves_on(tx, held, ends) else person
    if held["office"] == "head" and await leaves_unmanaged(
        tx, held["unit_id"], only(ends), kinds=CALL_A_SUCCESSOR, leaver=leaver
    ):
        return True
    return leaver is not None and await last_administrator(tx, person, agency, Range(ends))


async def loses_last_manager(
    tx: Transaction,
    request: Request,
    posts: Sequence[Row],
    roles: Sequence[Row],
    begins: date,
    ends: date | None,
) -> bool:
    """Whether a unit would be left so if somebody had no office and no role on some days, or any
    more.

    `posts` and `roles` are his, in whichever agencies; whoever keeps a post as a member manages
    nothing by it.
    """
    for agency in sorted({each["agency_id"] for each in (*posts, *roles)}):
        await hold(tx, request, agencies, agency)
    for held in posts:
        if held["office"] == "head" and await leaves_unmanaged(
            tx,
            held["unit_id"],
            only(begins),
            kinds=CALL_A_SUCCESSOR,
            leaver=held["person_id"],
        ):
            return True
    of = {(role["person_id"], role["agency_id"]) for role in roles}
    lost = days(begins, ends)
    found = [await last_administrator(tx, person, agency, lost) for person, agency in of]
    return any(found)


async def leaves_agency_unmanaged(tx: Transaction, held: Row, ends: date) -> bool:
    """Whether its holder leaves the agency with a post, and is the last administrator of a unit."""
    if await _serves_on(tx, held, ends):
        return False
    return await last_administrator(tx, held["person_id"], held["agency_id"], Range(ends))


async def demand_unsigned(tx: Transaction, held: Row, ends: date, field: str) -> None:
    """Raises PostHasSignedSheets where periods that begin from `ends` on were signed on the post.

    A result counts the periods of a post's days: one that ended before them would take the score
    of those away. They are reopened first, by whoever may.
    """
    rows = await tx.rows(_SIGNED, person=held["person_id"], posting=held["id"], day=ends)
    if rows:
        raise PostHasSignedSheets(day=ends, months=Months.of(rows), field=field)


async def leave(tx: Transaction, held: Row, ends: date) -> None:
    """End what hangs on a post that ends: its charges, and what its head lent.

    With the last post in an agency end the roles held there, the authority borrowed there, and the
    charges of deputies who were in charge of the person.
    """
    person, agency = held["person_id"], held["agency_id"]
    await end(tx, charge, {"posting_id": held["id"]}, ends)
    if held["office"] == "head":
        lent = {"from_person_id": person, "unit_id": held["unit_id"]}
        await end(tx, delegation, lent, ends)
    if await _serves_on(tx, held, ends):
        return
    await end(tx, delegation, {"to_person_id": person, "agency_id": agency}, ends)
    for hanging in (charge, mandate):
        await end(tx, hanging, {"person_id": person, "agency_id": agency}, ends)


async def _serves_on(tx: Transaction, held: Row, day: date) -> bool:
    """Whether the person holds another post in the same agency on the day."""
    of = {"person": held["person_id"], "agency": held["agency_id"], "left": held["id"]}
    return bool(await tx.value(_SERVES_ON, day=day, **of))


def _days_of(clash: Row | None) -> Range[date]:
    """The days of a clashing posting; none are told where the fence hides it."""
    return HIDDEN if clash is None else clash["during"]
