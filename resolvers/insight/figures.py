"""Taking stock: the figures of an agency's month, by unit and as a whole, at a named moment."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.catalogue import product
from resolvers.core.database import Transaction
from resolvers.core.days import holds, last_day
from resolvers.core.finding import find
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.evaluations import demand_month, sheet
from resolvers.insight.counting import LEVELS, Sums
from resolvers.insight.gathering import DAYS, LAST, PERIOD
from resolvers.insight.tables import figures
from resolvers.insight.withholding import withheld
from resolvers.organisation import agency as agencies
from resolvers.organisation import (
    demand_first,
    months_of_period,
    root_unit,
    scoring_units,
    switches_of,
    unit_placement,
)
from resolvers.people import posting
from resolvers.statute.switches import FIGURES_LEAST
from resolvers.work import work_line

_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_UNITS = bindparam("units", type_=ARRAY(UuidType(as_uuid=True)))
_SERVED_HERE = and_(
    posting.c.agency_id == _AGENCY,
    posting.c.main,
    posting.c.during.op("&&")(func.daterange(PERIOD, LAST, "[]")),
)
ADDED = (
    *("person_days", "assigned", "completed", "urgent", "taken_over"),
    *("sheets", "signed", "scored", "points", *LEVELS.values()),
)
"""The columns in which the agency is exactly the sum of its units. A person who moved within the
month serves in two units, but is one person of the agency."""


def _service() -> Select[Any]:
    """Each main post of the month with its days, and the unit whose head scores it."""
    routes = scoring_units(
        select(
            posting.c.id.label("key"),
            posting.c.unit_id,
            (posting.c.office == "head").label("above"),
        ).where(_SERVED_HERE)
    ).subquery("routes")
    own = sheet.alias("own")
    return (
        select(
            posting.c.person_id,
            DAYS.label("days"),
            # A sheet knows; where there is none yet, the route as it stands.
            func.coalesce(own.c.scoring_unit_id, routes.c.scoring_unit_id).label("unit"),
        )
        .select_from(posting)
        .outerjoin(own, and_(own.c.posting_id == posting.c.id, own.c.period == PERIOD))
        .outerjoin(routes, routes.c.key == posting.c.id)
        .where(_SERVED_HERE)
    )


def _lines() -> Select[Any]:
    """Each unit in `:units` with the units above it on `:day`, itself first."""
    place, upper = unit_placement.alias(), unit_placement.alias()
    up = (
        select(place.c.unit_id.label("of"), place.c.unit_id, place.c.parent_id)
        .where(place.c.unit_id == _UNITS.any_(), holds(place))
        .cte("up", recursive=True)
    )
    step = select(up.c.of, upper.c.unit_id, upper.c.parent_id).join(
        up, upper.c.unit_id == up.c.parent_id
    )
    up = up.union(step.where(holds(upper)))
    return select(up.c.of, func.array_agg(up.c.unit_id).label("line")).group_by(up.c.of)


_SERVICE = _service()
_WORK = (
    select(
        work_line.c.scoring_unit_id.label("unit"),
        work_line.c.person_id,
        work_line.c.product_id,
        *(work_line.c[name] for name in ("units", "quantity", "accepted", "origin")),
        product.c.section,
    )
    .join(product, product.c.id == work_line.c.product_id)
    .where(work_line.c.agency_id == _AGENCY, work_line.c.period == PERIOD)
)
_SHEETS = select(
    sheet.c.scoring_unit_id.label("unit"), sheet.c.level, sheet.c.total, sheet.c.released_at
).where(sheet.c.agency_id == _AGENCY, sheet.c.period == PERIOD)
_LINES = _lines()
_BEFORE = select(figures.c.unit_id).where(
    figures.c.agency_id == _AGENCY, figures.c.period == PERIOD, figures.c.scope == "unit"
)
_INSERT = insert(figures)
_KEY = ("agency_id", "scope", "unit_id", "period")
_KEEP = _INSERT.on_conflict_do_update(
    index_elements=_KEY,
    set_={
        column.name: _INSERT.excluded[column.name]
        for column in figures.columns
        if column.name not in ("id", *_KEY)
    },
)


async def take_figures(tx: Transaction, request: Request, *, agency: UUID, period: date) -> UUID:
    """Take stock of an agency's month as it stands now; the agency's id. Figures judge nobody.

    Taking it again replaces the figures, all of one moment; where nothing has changed only that
    moment moves. Raises NotFound, NO_MANDATE, InvalidInput.
    """
    demand_month(period, request.today)
    found = await find(tx, request, agencies, agency)
    months = await months_of_period(tx, agency, period)
    demand_first(period, months)
    facts = AgencyFacts(agency, found["managing_agency_id"])
    decision = demand(request, Action.TakeFigures, facts)
    rows = await figures_of(tx, agency, period, last_day(period, months))
    told = {"agency_id": agency, "period": period, "taken_at": request.now}
    if rows:
        await tx.run_many(_KEEP, [{"id": new_id(), **told, **row} for row in rows])
    await record(
        tx,
        request,
        decision,
        deed="take_figures",
        subject=("agency", agency),
        agency=agency,
        after={"period": period, "rows": len(rows)},
    )
    return agency


async def figures_of(
    tx: Transaction, agency: UUID, period: date, day: date
) -> list[dict[str, Any]]:
    """The rows of an agency's period, up to its last day: one for each unit in which its people
    are scored, one for all.

    A unit that had figures before and has nobody now keeps a row of zeros.
    """
    month: dict[str, Any] = {"agency": agency, "period": period}
    root = await root_unit(tx, agency, day)
    if root is None:
        return []
    sums, whole = await _summed(tx, month, day, root)
    for row in await tx.rows(_BEFORE, **month):
        sums.setdefault(row["unit_id"], Sums())
    units = {unit: each.columns() for unit, each in sums.items()}
    total = whole.columns() | {
        name: sum(columns[name] for columns in units.values()) for name in ADDED
    }
    lines = await _lines_of(tx, {root, *units}, day)
    least = (await switches_of(tx, agency, day))(FIGURES_LEAST)
    inner, outer = _around(units, lines, root)
    hidden = withheld(inner, outer, least)
    rows = [
        {"scope": "unit", "unit_id": u, "line": lines[u], "withheld": u in hidden.units, **columns}
        for u, columns in units.items()
    ]
    readers = sorted({root, *outer}) if hidden.total_afar else lines[root]
    told = {"scope": "agency", "unit_id": root, "line": readers, "withheld": hidden.total}
    return [*rows, {**told, **total}]


async def _summed(
    tx: Transaction, month: Mapping[str, Any], day: date, root: UUID
) -> tuple[dict[UUID, Sums], Sums]:
    """The sums of each unit, and of the agency as a whole; the root has whom nobody scores."""
    units: defaultdict[UUID, Sums] = defaultdict(Sums)
    whole = Sums()
    for row in await tx.rows(_SERVICE, **month, last=day, day=day):
        whole.serves(row)
        units[row["unit"] or root].serves(row)
    for row in await tx.rows(_WORK, **month):
        whole.works(row)
        units[row["unit"]].works(row)
    for row in await tx.rows(_SHEETS, **month):
        whole.is_scored(row)
        units[row["unit"]].is_scored(row)
    return dict(units), whole


async def _lines_of(tx: Transaction, units: set[UUID], day: date) -> dict[UUID, list[UUID]]:
    """Each unit and all above it; a unit that does not stand on the day has itself alone."""
    rows = await tx.rows(_LINES, units=list(units), day=day)
    return {unit: [unit] for unit in units} | {row["of"]: row["line"] for row in rows}


def _around(
    units: Mapping[UUID, Mapping[str, Any]], lines: Mapping[UUID, list[UUID]], root: UUID
) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """The persons of the units that the agency's root stands above, and of the others."""
    persons = {unit: columns["persons"] for unit, columns in units.items()}
    inner = {u: count for u, count in persons.items() if u != root and root in lines[u]}
    return inner, {u: count for u, count in persons.items() if u not in inner}
