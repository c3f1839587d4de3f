"""What keeps a unit open.

Postings and months stand above units, so their tables are known here by name only.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Select, bindparam, column, func, or_, select, table
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds_from
from resolvers.core.errors import Refusal
from resolvers.core.tables import SCHEMA
from resolvers.organisation.tables import unit_placement

_POSTING = table("posting", column("unit_id"), column("during", DATERANGE), schema=SCHEMA)
_MONTH = table(
    "unit_month", column("unit_id"), column("period", Date), column("state"), schema=SCHEMA
)
_UNIT = bindparam("unit", type_=UuidType(as_uuid=True))


class UnitHasUnits(Refusal):
    """The unit cannot close on {day}: {count} units would still stand beneath it."""

    code = "UNIT_HAS_UNITS"
    vi = "Không thể chấm dứt hoạt động đơn vị vào ngày {day}: còn {count} đơn vị trực thuộc."


class UnitHasPostings(Refusal):
    """The unit cannot close on {day}: {count} postings would still be held in it."""

    code = "UNIT_HAS_POSTINGS"
    vi = "Không thể chấm dứt hoạt động đơn vị vào ngày {day}: còn {count} vị trí có người giữ."


class UnitHasOpenMonths(Refusal):
    """The unit cannot close: {count} of its months are still open."""

    code = "UNIT_HAS_OPEN_MONTHS"
    vi = "Không thể chấm dứt hoạt động đơn vị: còn {count} tháng đánh giá chưa khóa."


class MonthsInTheWay(Refusal):
    """The unit {unit} cannot end on {day}: months are open or begin then: {months}."""

    code = "MONTHS_IN_THE_WAY"
    vi = (
        "Đơn vị {unit} không thể kết thúc hoạt động vào ngày {day}: còn tháng đánh giá chưa khóa"
        " hoặc bắt đầu từ ngày đó: {months}."
    )


def _count(rows: Any, *conditions: Any) -> Select[Any]:
    return select(func.count()).select_from(rows).where(*conditions)


_KEEPS_OPEN: dict[type[Refusal], Select[Any]] = {
    UnitHasUnits: _count(
        unit_placement, unit_placement.c.parent_id == _UNIT, holds_from(unit_placement)
    ),
    UnitHasPostings: _count(_POSTING, _POSTING.c.unit_id == _UNIT, holds_from(_POSTING)),
    UnitHasOpenMonths: _count(_MONTH, _MONTH.c.unit_id == _UNIT, _MONTH.c.state == "open"),
}


_IN_THE_WAY = (
    select(_MONTH.c.period)
    .where(_MONTH.c.unit_id == _UNIT, or_(_MONTH.c.state == "open", _MONTH.c.period >= DAY))
    .order_by(_MONTH.c.period)
)


async def demand_settled(tx: Transaction, unit: Row, day: date) -> None:
    """Raises MonthsInTheWay where not every month that the unit began is closed, and before `day`.

    Whoever would have to close it heads the unit no longer.
    """
    rows = await tx.rows(_IN_THE_WAY, unit=unit["id"], day=day)
    if rows:
        months = ", ".join(f"{row['period']:%Y-%m}" for row in rows)
        raise MonthsInTheWay(unit=unit["name"], day=day, months=months, field="day")


async def demand_unused(tx: Transaction, unit: UUID, day: date) -> None:
    """Raises UnitHasUnits, UnitHasPostings or UnitHasOpenMonths where the unit is needed yet."""
    for refusal, counted in _KEEPS_OPEN.items():
        dated = {} if refusal is UnitHasOpenMonths else {"day": day}
        count = await tx.value(counted, unit=unit, **dated)
        if count:
            raise refusal(day=day, count=count, field="closedOn")
