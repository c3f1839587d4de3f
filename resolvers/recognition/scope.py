"""Which organisations one authority recognises in a year, and which stand beneath one (art. 5)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, counting_day, holds
from resolvers.organisation import agency, unit, unit_placement
from resolvers.recognition.scheme_tables import organisation_criterion, organisation_scheme
from resolvers.recognition.tables import organisation_review

MOST_AGENCIES = 9
RECOGNISING = ("managing", "using")
"""The standings whose heads recognise organisations beneath them."""

_UUID = UuidType(as_uuid=True)
UNITS = bindparam("units", type_=ARRAY(_UUID))
YEAR = bindparam("year", type_=Integer)
Goes = Callable[[CTE], ColumnElement[bool]]


def in_force(review: FromClause) -> ColumnElement[bool]:
    """The one review of an organisation's year that counts."""
    return review.c.state.not_in(("replaced", "withdrawn"))


def reviewed(unit_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a unit has a review of `:year` that counts."""
    review = organisation_review.alias()
    return exists().where(review.c.unit_id == unit_id, review.c.year == YEAR, in_force(review))


def _down(goes_on: Goes) -> CTE:
    """The units beneath each of `:units` (`top`) on `:day`; beneath one of them if `goes_on`."""
    place, lower = unit_placement.alias(), unit_placement.alias()
    first = select(place.c.parent_id.label("top"), place.c.unit_id, place.c.standing).where(
        place.c.parent_id == UNITS.any_(), holds(place)
    )
    down = first.cte("down", recursive=True)
    step = (
        select(down.c.top, lower.c.unit_id, lower.c.standing)
        .join(down, lower.c.parent_id == down.c.unit_id)
        .where(holds(lower), goes_on(down))
    )
    return down.union(step)


def _scope() -> Select[Any]:
    down = _down(lambda found: found.c.standing.not_in(RECOGNISING))
    return (
        select(down.c.unit_id, down.c.standing, unit.c.name, unit.c.agency_id)
        .join(unit, unit.c.id == down.c.unit_id)
        .order_by(unit.c.name, down.c.unit_id)
    )


def _beneath() -> Select[Any]:
    """The organisations directly beneath `:units`, each with its review of `:year` if any."""
    down = _down(lambda found: and_(found.c.standing == "none", ~reviewed(found.c.unit_id)))
    review = organisation_review
    level = func.coalesce(review.c.applied_level, review.c.chosen_level, review.c.computed_level)
    return (
        select(
            down.c.top,
            down.c.unit_id,
            unit.c.name,
            review.c.state,
            review.c.recognising_unit_id,
            level.label("level"),
        )
        .join(unit, unit.c.id == down.c.unit_id)
        .outerjoin(
            review,
            and_(review.c.unit_id == down.c.unit_id, review.c.year == YEAR, in_force(review)),
        )
        .where(or_(down.c.standing != "none", review.c.id.is_not(None)))
        .order_by(unit.c.name, down.c.unit_id)
    )


def _scheme_of() -> Select[Any]:
    """The scheme in force on `:day` of the agency, or else of the nearest one that manages it."""
    upper, scheme = agency.alias(), organisation_scheme
    first = select(agency.c.id, agency.c.managing_agency_id, literal(0).label("steps")).where(
        agency.c.id == bindparam("agency", type_=_UUID)
    )
    up = first.cte("up", recursive=True)
    # Nobody stands beneath so many agencies; a circle made by a console ends here too.
    step = select(upper.c.id, upper.c.managing_agency_id, up.c.steps + 1).join(
        up, upper.c.id == up.c.managing_agency_id
    )
    up = up.union(step.where(up.c.steps < MOST_AGENCIES))
    return (
        select(scheme.c.id)
        .join(up, up.c.id == scheme.c.agency_id)
        .where(
            scheme.c.state.in_(("approved", "closed")),
            scheme.c.in_force_from <= DAY,
            or_(scheme.c.closed_on.is_(None), scheme.c.closed_on > DAY),
        )
        .order_by(up.c.steps)
        .limit(1)
    )


_SCOPE, _BENEATH, _SCHEME = _scope(), _beneath(), _scheme_of()
_STANDING = select(unit_placement.c.standing).where(
    unit_placement.c.unit_id == bindparam("unit", type_=_UUID), holds(unit_placement)
)
_CRITERIA = (
    select(organisation_criterion)
    .where(organisation_criterion.c.scheme_id == bindparam("scheme", type_=_UUID))
    .order_by(organisation_criterion.c.position)
)


async def scope_of(tx: Transaction, unit: UUID, year: int, today: date) -> list[Row]:
    """The units that the head of a unit recognises, those without a standing too; by name.

    Rows (unit_id, standing, name, agency_id); nothing beneath a unit whose head recognises nobody.
    """
    day = counting_day(year, today)
    if await tx.value(_STANDING, unit=unit, day=day) not in RECOGNISING:
        return []
    return list(await tx.rows(_SCOPE, units=[unit], day=day))


async def beneath(
    tx: Transaction, units: Sequence[UUID], year: int, today: date
) -> dict[UUID, list[Row]]:
    """By unit, the organisations directly beneath it, each with its review of the year.

    Rows (unit_id, name, state, recognising_unit_id, level); the last three are None where no review
    is opened, the level also where it is not known yet.
    """
    day = counting_day(year, today)
    found: dict[UUID, list[Row]] = {unit: [] for unit in units}
    for row in await tx.rows(_BENEATH, units=list(units), year=year, day=day):
        found[row["top"]].append(row)
    return found


async def scheme_of(tx: Transaction, agency: UUID, day: date) -> UUID | None:
    """The scheme by which the organisations of an agency are marked on a day."""
    found: UUID | None = await tx.value(_SCHEME, agency=agency, day=day)
    return found


async def criteria_of(tx: Transaction, scheme: UUID) -> list[Row]:
    """The criteria of a scheme, in its order."""
    return list(await tx.rows(_CRITERIA, scheme=scheme))
