"""Postings: who holds which post in which unit, on which days, by which decision."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, case, exists, func, null, select, update
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PostingFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import days, holds, spelt, until_day
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, end, save
from resolvers.organisation import UnitNotInForce
from resolvers.organisation import unit as units
from resolvers.people.managing import leaves_unmanaged
from resolvers.people.tables import MODES, OFFICES, charge, delegation, posting
from resolvers.people.tables import person as people
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


CALL_A_SUCCESSOR = ("administrator", "personnel_officer")
"""Who may see to a successor when a head leaves: without any of them, he may not."""
_UUID = UuidType(as_uuid=True)
_AGENCY, _PERSON = bindparam("agency", type_=_UUID), bindparam("person", type_=_UUID)
_ASKED = bindparam("asked", type_=DATERANGE)


def _clash(*alike: Any) -> Select[Any]:
    overlaps = posting.c.during.op("&&")(_ASKED)
    return select(posting.c.during).where(*alike, overlaps).order_by(posting.c.during)


_HEADS = _clash(posting.c.unit_id == bindparam("unit", type_=_UUID), posting.c.office == "head")
_MAINS = _clash(posting.c.person_id == _PERSON, posting.c.main)
_colleague = people.alias("colleague")
_CODE_HELD = exists().where(
    _colleague.c.agency_id == _AGENCY, _colleague.c.staff_code == people.c.staff_code
)
# The file moves with the person; a staff code that somebody holds there already stays behind.
_FILE = (
    update(people)
    .where(people.c.id == _PERSON, people.c.agency_id != _AGENCY)
    .values(
        agency_id=_AGENCY,
        staff_code=case((_CODE_HELD, null()), else_=people.c.staff_code),
        version=people.c.version + 1,
    )
)
_OTHER_POSTS = (
    select(func.count())
    .select_from(posting)
    .where(posting.c.person_id == _PERSON, posting.c.agency_id == _AGENCY, holds(posting))
)


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

    The file goes with the main post: the agency of one that has begun keeps it from now on.
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
    _demand_open(place, post)
    await _demand_offered(tx, request, place["agency_id"], post)
    id = await _hold(tx, person, place, post)
    if main and begins <= request.today:
        await tx.run(_FILE, person=person, agency=place["agency_id"])
    await record(
        tx,
        request,
        decision,
        deed="appoint",
        subject=("posting", id),
        agency=place["agency_id"],
        after={"person": person, "unit": unit, **asdict(post)},
    )
    return id


async def end_posting(
    tx: Transaction, request: Request, *, posting_id: UUID, ends: date, version: int
) -> UUID:
    """Record that a person leaves a post: `ends` is the first day without it; the posting's id.

    What he lent as head, what was lent to him in the agency and his charges end with it. Raises
    NotFound, a denial, StaleVersion, PostingOver.
    """
    held = await hold(tx, request, posting, posting_id)
    last = held["office"] == "head" and await leaves_unmanaged(
        tx, held["unit_id"], ends, kinds=CALL_A_SUCCESSOR
    )
    facts = PostingFacts(held["person_id"], held["unit_id"], last)
    decision = demand(request, Action.EndPosting, facts)
    during = held["during"]
    if during.isempty or (during.upper is not None and during.upper <= ends):
        raise PostingOver(day=ends, during=spelt(during), field="ends")
    await save(tx, posting, posting_id, version, during=until_day(during, ends))
    await _end_what_hangs_on(tx, held, ends)
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


def _demand_open(unit: Row, post: Appointment) -> None:
    closed = unit["closed_on"]
    outlasts = closed is not None and (post.ends is None or post.ends > closed)
    if post.begins < unit["opened_on"] or outlasts:
        day = closed if outlasts else post.begins
        raise UnitNotInForce(unit=unit["name"], day=day, field="unit")


async def _demand_offered(
    tx: Transaction, request: Request, agency: UUID, post: Appointment
) -> None:
    if post.position is None:
        return
    found = await find(tx, request, job_position, post.position)
    closed = found["closed_on"]
    if found["agency_id"] != agency or (closed is not None and closed <= post.begins):
        raise PositionNotOffered(day=post.begins, field="position")


async def _hold(tx: Transaction, person: UUID, place: Row, post: Appointment) -> UUID:
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


def _days_of(clash: Row | None) -> str:
    """The days of a clashing posting; none are told where the fence hides it."""
    return "–" if clash is None else spelt(clash["during"])


async def _end_what_hangs_on(tx: Transaction, held: Row, ends: date) -> None:
    person, agency = held["person_id"], held["agency_id"]
    await end(tx, charge, {"posting_id": held["id"]}, ends)
    if held["office"] == "head":
        lent = {"from_person_id": person, "unit_id": held["unit_id"]}
        await end(tx, delegation, lent, ends)
    if not await tx.value(_OTHER_POSTS, person=person, agency=agency, day=ends):
        await end(tx, delegation, {"to_person_id": person, "agency_id": agency}, ends)
