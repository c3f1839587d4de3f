"""What there is to do for many agencies at once: whose results, and which months are still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Select, and_, bindparam, exists, func, literal, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.core.days import TODAY, holds
from resolvers.evaluations import unit_month
from resolvers.organisation import agency, unit, unit_placement
from resolvers.people import person, posting

_UUID = UuidType(as_uuid=True)


@dataclass(frozen=True, slots=True)
class AgencyPeople:
    """An agency, and how many main posts there are in it within some days."""

    id: UUID
    name: str
    posts: int


@dataclass(frozen=True, slots=True)
class OpenMonth:
    """A unit whose head has not closed a month in which somebody is scored."""

    unit: UUID
    name: str
    agency: str
    depth: int
    """How many units stand above it."""
    opened: bool
    head: str | None
    """Who heads it today; None while the office is vacant."""


def _beneath() -> Select[Any]:
    """`:top` and the agencies that it manages, theirs among them; without `:top`, all."""
    top = bindparam("top", type_=_UUID)
    found = select(agency.c.id).where(agency.c.id == top).cte("beneath", recursive=True)
    lower = select(agency.c.id).join(found, agency.c.managing_agency_id == found.c.id)
    # A union of distinct rows ends even where a console has made a circle.
    found = found.union(lower)
    return (
        select(agency.c.id, agency.c.name, func.count().label("posts"))
        .join(posting, posting.c.agency_id == agency.c.id)
        .where(
            or_(top.is_(None), agency.c.id.in_(select(found.c.id))),
            posting.c.main,
            posting.c.during.op("&&", is_comparison=True)(bindparam("days", type_=DATERANGE)),
        )
        .group_by(agency.c.id, agency.c.name)
        .order_by(func.count().desc(), agency.c.id)
    )


def _open_months() -> Select[Any]:
    """The units of `:agencies` that score on `:day` and have not closed `:period`."""
    place, lower, head = unit_placement.alias(), unit_placement.alias(), posting.alias("head")
    tree = (
        select(place.c.unit_id, place.c.standing, literal(0, Integer).label("depth"))
        .where(place.c.parent_id.is_(None), holds(place))
        .cte("tree", recursive=True)
    )
    step = select(lower.c.unit_id, lower.c.standing, tree.c.depth + 1)
    tree = tree.union(step.join(tree, lower.c.parent_id == tree.c.unit_id).where(holds(lower)))
    somebody = exists().where(
        posting.c.unit_id == tree.c.unit_id,
        posting.c.main,
        posting.c.office != "head",
        holds(posting),
    )
    period = bindparam("period", type_=Date)
    return (
        select(
            unit.c.id.label("unit"),
            unit.c.name,
            agency.c.name.label("agency"),
            tree.c.depth,
            unit_month.c.id.is_not(None).label("opened"),
            person.c.full_name.label("head"),
        )
        .select_from(tree)
        .join(unit, unit.c.id == tree.c.unit_id)
        .join(agency, agency.c.id == unit.c.agency_id)
        .outerjoin(
            unit_month, and_(unit_month.c.unit_id == unit.c.id, unit_month.c.period == period)
        )
        .outerjoin(
            head, and_(head.c.unit_id == unit.c.id, head.c.office == "head", holds(head, TODAY))
        )
        .outerjoin(person, person.c.id == head.c.person_id)
        .where(
            tree.c.standing != "none",
            unit.c.agency_id == bindparam("agencies", type_=ARRAY(_UUID)).any_(),
            or_(unit_month.c.state == "open", and_(unit_month.c.id.is_(None), somebody)),
        )
        .order_by(tree.c.depth.desc(), agency.c.name, unit.c.name, unit.c.id)
    )


_BENEATH = _beneath()
_OPEN_MONTHS = _open_months()


async def agencies_with_people(
    tx: Transaction, top: UUID | None, days: "Range[date]"
) -> list[AgencyPeople]:
    """An agency and all that it manages, or all there are, the largest first."""
    return [AgencyPeople(**row) for row in await tx.rows(_BENEATH, top=top, days=days)]


async def open_months(
    tx: Transaction, agencies: Sequence[UUID], period: date, last: date, today: date
) -> list[OpenMonth]:
    """The months that are not closed, those of the lowest units first.

    `last` is the last day of the month that begins on `period`.
    """
    rows = await tx.rows(
        _OPEN_MONTHS, agencies=list(agencies), period=period, day=last, today=today
    )
    return [OpenMonth(**row) for row in rows]
