"""What a reorganisation does to units and agencies; who may decide it is asked before.

A unit that ends keeps its id, its places and everything that was done in it; the unit that keeps
its records is written beside the day on which it ended.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.writing import end, save
from resolvers.organisation.closing import demand_opened, demand_settled, demand_unused
from resolvers.organisation.standing import root_unit
from resolvers.organisation.tables import agency, agency_code, unit, unit_placement
from resolvers.organisation.units import UnitNotInForce, place_anew


class UnitOfAnotherAgency(Refusal):
    """The unit {unit} stays in its agency; in another one a new unit is opened in its place."""

    code = "UNIT_OF_ANOTHER_AGENCY"
    vi = "Đơn vị {unit} thuộc cơ quan khác; cần thành lập đơn vị mới tại cơ quan tiếp nhận."


class AgencyStillStands(Refusal):
    """The agency cannot end on {day}: {count} units or agencies of it would stand on."""

    code = "AGENCY_STILL_STANDS"
    vi = (
        "Không thể chấm dứt hoạt động cơ quan vào ngày {day}: còn {count} đơn vị hoặc cơ quan trực"
        " thuộc."
    )


_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_DAY = bindparam("day", type_=unit.c.closed_on.type)
_STANDS = (
    select(func.count())
    .select_from(unit)
    .where(unit.c.agency_id == _AGENCY, or_(unit.c.closed_on.is_(None), unit.c.closed_on > _DAY))
    .scalar_subquery()
)
_MANAGES = (
    select(func.count())
    .select_from(agency)
    .where(agency.c.managing_agency_id == _AGENCY, agency.c.closed_on.is_(None))
    .scalar_subquery()
)
_LEFT = select(_STANDS + _MANAGES)


async def end_unit(tx: Transaction, row: Row, day: date, kept_by: UUID | None, today: date) -> None:
    """Close a held unit from a day; the unit `kept_by` keeps its records, if one is named.

    Raises UnitNotInForce, MonthsInTheWay, MonthsNotOpened, UnitHasUnits, UnitHasPostings.
    """
    if day <= row["opened_on"]:
        raise UnitNotInForce(unit=row["name"], day=day, field="day")
    await demand_settled(tx, row, day)
    await demand_opened(tx, row, day, today)
    await save(tx, unit, row["id"], row["version"], closed_on=day, kept_by_id=kept_by)
    await demand_unused(tx, row["id"], day)
    await end(tx, unit_placement, {"unit_id": row["id"]}, day)


async def replace_unit(
    tx: Transaction, row: Row, parent: Row, day: date, standing: str | None
) -> None:
    """Place a held unit beneath another one from a day; an agency's root takes its agency along.

    Raises UnitOfAnotherAgency, UnitNotInForce, UnitInCircle, StandingOutOfOrder, InvalidInput.
    """
    if row["agency_id"] != parent["agency_id"]:
        if await root_unit(tx, row["agency_id"], day) != row["id"]:
            raise UnitOfAnotherAgency(unit=row["name"], field="parent")
        await _save_agency(tx, row["agency_id"], managing_agency_id=parent["agency_id"])
    await save(tx, unit, row["id"], row["version"])
    await place_anew(tx, row["id"], parent["id"], day, standing)


async def end_agency(tx: Transaction, id: UUID, day: date, successor: UUID | None) -> None:
    """Close an agency from a day, with its code; `successor` keeps its records, if one is named.

    What it chose and decided stays readable as it was; in force is what the successor has.
    Raises AgencyStillStands, NotFound.
    """
    left = await tx.value(_LEFT, agency=id, day=day)
    if left:
        raise AgencyStillStands(day=day, count=left, field="day")
    await _save_agency(tx, id, closed_on=day, succeeded_by_id=successor)
    await end(tx, agency_code, {"agency_id": id}, day)


_VERSION = select(agency.c.version).where(agency.c.id == _AGENCY).with_for_update(key_share=True)


async def _save_agency(tx: Transaction, id: UUID, **values: Any) -> None:
    version = await tx.value(_VERSION, agency=id)
    await save(tx, agency, id, version or 0, **values)
