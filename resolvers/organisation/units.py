"""Units as a dated tree: established, moved, closed. A unit is never deleted.

The order of standings is kept by every deed, because routing rests on it (Decree 335/2025, art. 3.1
and 10.1): a direct-using unit is a part of a using agency, which stands beneath a managing one.
"""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import UnitFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import days, holds, holds_from
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, end, save
from resolvers.organisation.closing import demand_opened, demand_unused
from resolvers.organisation.standing import RANKS, UNITS, next_units_up, subtree
from resolvers.organisation.tables import STANDINGS, unit_placement
from resolvers.organisation.tables import unit as units


class UnitNotInForce(Refusal):
    """The unit {unit} does not exist on {day}."""

    code = "UNIT_NOT_IN_FORCE"
    vi = "Đơn vị {unit} không tồn tại vào ngày {day}."


class UnitInCircle(Refusal):
    """The unit {parent} stands beneath the one that would be moved to it, on that day or later."""

    code = "UNIT_IN_CIRCLE"
    vi = "Đơn vị {parent} đang hoặc sẽ trực thuộc chính đơn vị được chuyển."


class StandingOutOfOrder(Refusal):
    """A direct-using unit stands beneath a using agency, a using one beneath a managing one."""

    code = "STANDING_OUT_OF_ORDER"
    vi = (
        "Cơ quan trực tiếp sử dụng công chức phải thuộc cơ quan sử dụng công chức; cơ quan sử dụng"
        " phải thuộc cơ quan quản lý (Nghị định 335/2025/NĐ-CP, Điều 3 và Điều 10)."
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit about to be opened, and the place where it will stand."""

    agency: UUID
    name: str
    parent: UUID | None
    standing: str
    opened_on: date
    code: str | None = None


_UUID = UuidType(as_uuid=True)
_UNIT = bindparam("unit", type_=_UUID)
_TREE = 0x636F6E68
_ALONE = select(func.pg_advisory_xact_lock(bindparam("lock", type_=BigInteger)))
_PLACE = (
    select(unit_placement, units.c.name, units.c.closed_on)
    .join(units, units.c.id == unit_placement.c.unit_id)
    .where(unit_placement.c.unit_id == _UNIT, holds(unit_placement))
)
_NAME = select(units.c.name).where(units.c.id == _UNIT)
_BENEATH = subtree()
_EVER_BENEATH = subtree(holds_from)
_STANDINGS = select(unit_placement.c.unit_id, unit_placement.c.standing).where(
    unit_placement.c.unit_id == UNITS.any_(), holds(unit_placement)
)


async def establish_unit(
    tx: Transaction,
    request: Request,
    *,
    parent: UUID,
    name: str,
    standing: str,
    opened_on: date,
    code: str | None = None,
) -> UUID:
    """Open a unit beneath `parent`, in the same agency; its id.

    Raises NotFound, a denial, UnitNotInForce, StandingOutOfOrder, TextNotAcceptable, InvalidInput.
    """
    await alone(tx)
    upper = await find(tx, request, units, parent)
    facts = UnitFacts(parent, closed=upper["closed_on"] is not None)
    decision = demand(request, Action.EstablishUnit, facts)
    opened = Standing(
        agency=upper["agency_id"],
        name=line(name, "name"),
        parent=parent,
        standing=among(standing, "standing", STANDINGS),
        opened_on=opened_on,
        code=None if code is None else line(code, "code", most=50),
    )
    id = await stand(tx, opened)
    await record(
        tx,
        request,
        decision,
        deed="establish_unit",
        subject=("unit", id),
        agency=opened.agency,
        after=asdict(opened),
    )
    return id


async def move_unit(
    tx: Transaction,
    request: Request,
    *,
    unit: UUID,
    parent: UUID,
    begins: date,
    version: int,
    standing: str | None = None,
) -> UUID:
    """From a day on, place a unit beneath another one, or give it another standing; its id.

    Its place until then stays as it was; what was planned for later days is dropped. Raises
    NotFound, a denial, StaleVersion, UnitNotInForce, UnitInCircle, StandingOutOfOrder,
    InvalidInput.
    """
    await alone(tx)
    moved = await hold(tx, request, units, unit)
    await find(tx, request, units, parent)
    facts = UnitFacts(unit, target=parent, closed=moved["closed_on"] is not None)
    decision = demand(request, Action.MoveUnit, facts)
    await save(tx, units, unit, version)
    before, new_standing = await place_anew(tx, unit, parent, begins, standing)
    await record(
        tx,
        request,
        decision,
        deed="move_unit",
        subject=("unit", unit),
        agency=moved["agency_id"],
        before={"parent": before["parent_id"], "standing": before["standing"]},
        after={"parent": parent, "standing": new_standing, "begins": begins},
    )
    return unit


async def close_unit(
    tx: Transaction, request: Request, *, unit: UUID, closed_on: date, version: int
) -> UUID:
    """Close a unit from a day; what it was before that day stays readable. The unit's id.

    Raises NotFound, a denial, StaleVersion, UnitNotInForce, UnitHasUnits,
    UnitHasPostings, UnitHasOpenMonths, MonthsNotOpened.
    """
    await alone(tx)
    closed = await hold(tx, request, units, unit)
    facts = UnitFacts(unit, closed=closed["closed_on"] is not None)
    decision = demand(request, Action.CloseUnit, facts)
    if closed_on <= closed["opened_on"]:
        raise UnitNotInForce(unit=closed["name"], day=closed_on, field="closedOn")
    await save(tx, units, unit, version, closed_on=closed_on)
    await demand_unused(tx, unit, closed_on)
    await demand_opened(tx, closed, closed_on, request.today)
    await end(tx, unit_placement, {"unit_id": unit}, closed_on)
    await record(
        tx,
        request,
        decision,
        deed="close_unit",
        subject=("unit", unit),
        agency=closed["agency_id"],
        after={"closed_on": closed_on},
    )
    return unit


async def alone(tx: Transaction) -> None:
    """Keep every other change of the tree waiting; the first thing that a deed on it does.

    Two moves at once could make a circle. First, because whatever changes the tree also raises the
    authority stamp: two deeds that took the two locks in different orders would wait forever.
    """
    await tx.value(_ALONE, lock=_TREE)


async def stand(tx: Transaction, opened: Standing) -> UUID:
    """Open a unit at its place in the tree, `alone`; its id.

    Raises UnitNotInForce, StandingOutOfOrder.
    """
    id = await add(
        tx,
        units,
        agency_id=opened.agency,
        name=opened.name,
        code=opened.code,
        opened_on=opened.opened_on,
    )
    await _place_at(tx, id, opened.parent, opened.standing, opened.opened_on)
    await _demand_order(tx, id, opened.opened_on)
    return id


async def place_anew(
    tx: Transaction, unit: UUID, parent: UUID, begins: date, standing: str | None
) -> tuple[Row, str]:
    """Place a unit beneath another one from a day, `alone`: its place before, its new standing.

    Without a `standing` it keeps the one it has. Raises UnitNotInForce, UnitInCircle,
    StandingOutOfOrder, InvalidInput.
    """
    before = await _place(tx, unit, begins)
    new = among(standing or before["standing"], "standing", STANDINGS)
    await _demand_no_circle(tx, unit, parent, begins)
    await end(tx, unit_placement, {"unit_id": unit}, begins)
    await _place_at(tx, unit, parent, new, begins)
    await _demand_order(tx, unit, begins)
    return before, new


async def _place(tx: Transaction, unit: UUID, day: date) -> Row:
    found = await tx.row(_PLACE, unit=unit, day=day)
    if found is None:
        raise UnitNotInForce(unit=await tx.value(_NAME, unit=unit), day=day, field="unit")
    return found


async def _place_at(
    tx: Transaction, unit: UUID, parent: UUID | None, standing: str, begins: date
) -> None:
    if parent is not None:
        upper = await _place(tx, parent, begins)
        if upper["closed_on"] is not None:
            raise UnitNotInForce(unit=upper["name"], day=upper["closed_on"], field="parent")
    await add(
        tx,
        unit_placement,
        unit_id=unit,
        parent_id=parent,
        standing=standing,
        during=days(begins),
    )


async def _demand_no_circle(tx: Transaction, unit: UUID, parent: UUID, day: date) -> None:
    beneath = await tx.rows(_EVER_BENEATH, unit=unit, day=day)
    if any(row["unit_id"] == parent for row in beneath):
        raise UnitInCircle(parent=await tx.value(_NAME, unit=parent), field="parent")


async def _demand_order(tx: Transaction, unit: UUID, day: date) -> None:
    """Every scoring unit in the subtree is of a lower standing than the next one above it."""
    beneath = await tx.rows(_BENEATH, unit=unit, day=day)
    lower = {row["unit_id"]: row["standing"] for row in beneath if row["standing"] in RANKS}
    above = await next_units_up(tx, list(lower), day)
    rows = await tx.rows(_STANDINGS, units=list(above.values()), day=day)
    upper = {row["unit_id"]: row["standing"] for row in rows}
    for id, next_up in above.items():
        if not _in_order(lower[id], upper[next_up]):
            raise StandingOutOfOrder(field="standing")


def _in_order(lower: str, upper: str) -> bool:
    return RANKS[lower] < RANKS[upper] or lower == upper == "managing"
