"""Work on its way to a post: who would answer for it, whether he may place it, and its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, bindparam, cast, func, or_, select, true
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import array

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from resolvers.catalogue import catalogue, product
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.ids import new_id
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.core.writing import adding
from resolvers.organisation import agency, months_in
from resolvers.people import posting, routes_of
from resolvers.work.holding import POSTING, work_facts
from resolvers.work.model import MOST_UNITS, MOST_YEARS, Part, divided
from resolvers.work.tables import assignment, work_line


class PostNotHeld(Refusal):
    """The post is not held, or not evaluated in, on {day}."""

    code = "POST_NOT_HELD"
    vi = "Công chức không giữ vị trí này, hoặc không được đánh giá tại vị trí này, vào ngày {day}."


class ProductNotApproved(Refusal):
    """The product is not in an approved list that is in force on {day}."""

    code = "PRODUCT_NOT_APPROVED"
    vi = "Sản phẩm/công việc không thuộc danh mục đã được phê duyệt và có hiệu lực vào ngày {day}."


class ProcessOfThePost(Refusal):
    """A process criterion stands on its post in its period; nobody assigns, spreads or moves it."""

    code = "PROCESS_OF_THE_POST"
    vi = (
        "Tiêu chí quy trình gắn với vị trí việc làm trong kỳ đánh giá; không giao thêm, phân bổ lại"
        " hoặc bàn giao cho người khác."
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """An assignment about to be written, with the periods that its parts count in."""

    origin: str
    product: UUID
    title: str
    note: str
    quantity: Decimal
    coefficient: Decimal
    parts: Sequence[Part]
    periods: Sequence[date]
    """Of each part, its first day."""
    taken_from: UUID | None = None


_YEARS = [
    func.make_date(cast(func.extract("year", DAY), Integer) + ahead, 1, 1)
    for ahead in range(MOST_YEARS + 1)
]
"""A day in each year in which work may be due: an agency changes its cycle with a year."""
_POST = routes_of(posting.c.id == POSTING).subquery("route")
_SEEN_POST = (
    select(
        posting.c.id.label("posting_id"),
        posting.c.person_id,
        posting.c.agency_id,
        posting.c.unit_id,
        posting.c.main,
        func.lower(posting.c.during).label("begins"),
        func.upper(posting.c.during).label("ends"),
        _POST.c.scoring_unit_id,
        array([months_in(posting.c.agency_id, day) for day in _YEARS]).label("cycles"),
    )
    .select_from(posting.join(_POST, true()))
    .where(posting.c.id == POSTING, shown(posting))
)
_OF_POST = select(posting.c.agency_id).where(posting.c.id == POSTING).scalar_subquery()
_SEEN_PRODUCT = (
    select(product.c.name, product.c.coefficient, product.c.process, catalogue)
    .select_from(
        product.join(catalogue, product.c.catalogue_id == catalogue.c.id).join(
            agency, agency.c.id == _OF_POST
        )
    )
    .where(
        product.c.id == bindparam("product", type_=UuidType(as_uuid=True)),
        or_(
            catalogue.c.agency_id == agency.c.id,
            catalogue.c.agency_id == agency.c.managing_agency_id,
        ),
        shown(product),
    )
)
_PROCESS = select(product.c.process.is_not(None)).where(
    product.c.id == bindparam("product", type_=UuidType(as_uuid=True))
)


async def seen_post(tx: Transaction, request: Request, id: UUID) -> Row:
    """A visible post with the unit whose head answers for its holder today.

    Raises NOT_RESPONSIBLE_HEAD where it is absent or hidden, or nobody scores there.
    """
    found = await tx.row(
        _SEEN_POST,
        posting=id,
        day=request.today,
        heading=request.today,
        **needed(posting, request.reach),
    )
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    return found


def periods_of(request: Request, post: Row, parts: Sequence[Part]) -> list[date]:
    """The first days of the periods that parts count in, as the post's agency counts each year."""
    cycles, year = post["cycles"], request.today.year
    return [part.period(cycles[part.due_on.year - year]) for part in parts]


async def demand_periods(
    tx: Transaction, request: Request, action: Action, post: Row, periods: Sequence[date]
) -> Decision:
    """Ask for every period that parts count in; raises the refusal of the first denial."""
    decisions = []
    for period in sorted(set(periods)):
        facts = await work_facts(tx, request, post=post, period=period, state="assigned")
        decisions.append(demand(request, action, facts))
    return decisions[0]


def demand_held(post: Row, parts: Sequence[Part]) -> None:
    """Raises PostNotHeld unless the post is held, and evaluated in, whenever a part is due."""
    for part in parts:
        over = post["ends"] is not None and part.due_on >= post["ends"]
        if over or part.due_on < post["begins"] or not post["main"]:
            raise PostNotHeld(day=part.due_on, field="posting")


async def offered(tx: Transaction, request: Request, post: Row, id: UUID) -> Row:
    """A product of the agency's list or its managing agency's, to be counted.

    Raises NotFound, ProcessOfThePost, ProductNotApproved.
    """
    found = await tx.row(
        _SEEN_PRODUCT,
        product=id,
        posting=post["posting_id"],
        **needed(product, request.reach),
    )
    if found is None:
        raise NotFound(id=id, field="product")
    if found["process"] is not None:
        raise ProcessOfThePost(field="product")
    begins, ends = found["in_force_from"], found["closed_on"]
    if (
        found["state"] not in ("approved", "closed")
        or request.today < begins
        or (ends is not None and request.today >= ends)
    ):
        raise ProductNotApproved(day=request.today, field="product")
    return found


async def demand_counted(tx: Transaction, work: Row) -> None:
    """Raises ProcessOfThePost for an assignment of a process criterion."""
    if await tx.value(_PROCESS, product=work["product_id"]):
        raise ProcessOfThePost(field="assignment")


async def save_work(
    tx: Transaction, request: Request, decision: Decision, post: Row, work: Placed
) -> UUID:
    """Insert an assignment and its lines; the id. Raises InvalidInput above a million units."""
    id = new_id()
    units = work.quantity * work.coefficient
    if units > MOST_UNITS:
        raise InvalidInput(what="quantity", allowed=f"{MOST_UNITS} units", field="quantity")
    about = {name: post[name] for name in ("agency_id", "scoring_unit_id", "person_id")}
    await tx.run(
        adding(assignment),
        id=id,
        **about,
        unit_id=post["unit_id"],
        posting_id=post["posting_id"],
        product_id=work.product,
        title=work.title,
        note=work.note,
        quantity=work.quantity,
        coefficient=work.coefficient,
        units=units,
        due_on=max(part.due_on for part in work.parts),
        origin=work.origin,
        taken_from_id=work.taken_from,
        assigned_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        assigned_at=request.now,
    )
    shares = divided(work.quantity, [part.share for part in work.parts])
    same = {**about, "posting_id": post["posting_id"], "product_id": work.product}
    counted = list(zip(work.parts, work.periods, strict=True))
    lines = line_values(same, id, work.origin, counted, shares, work.coefficient)
    await tx.run_many(adding(work_line), lines)
    return id


def line_values(
    same: Mapping[str, Any],
    assignment: UUID,
    origin: str,
    counted: Sequence[tuple[Part, date]],
    quantities: Sequence[Decimal],
    coefficient: Decimal,
) -> list[dict[str, Any]]:
    """The rows of the lines: one for each part in its period, with the quantity beside it."""
    return [
        {
            **same,
            "id": new_id(),
            "period": period,
            "assignment_id": assignment,
            "milestone": part.milestone,
            "share": part.share,
            "quantity": quantity,
            "units": quantity * coefficient,
            "due_on": part.due_on,
            "origin": origin,
        }
        for (part, period), quantity in zip(counted, quantities, strict=True)
    ]
