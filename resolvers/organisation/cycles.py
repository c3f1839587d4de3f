"""How long a period is: a month, or a quarter where the highest agency has chosen it (art. 3.4).

One score is given for one period, which is named by its first day. Agencies that stand under one
another score each other's heads, so the highest of them chooses for all.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Integer, bindparam, cast, func, literal_column, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.core.days import MONTH, QUARTER, TODAY
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.organisation.tables import agency

_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_AGENCIES = bindparam("agencies", type_=ARRAY(UuidType(as_uuid=True)))
_DAY = bindparam("day", type_=Date)
_FIRST_YEAR = 2026
"""The decree's first: no period is older."""


class CycleFromAbove(Refusal):
    """Month or quarter is chosen by the highest agency, for itself and all beneath it."""

    code = "CYCLE_FROM_ABOVE"
    vi = (
        "Việc theo dõi, đánh giá theo tháng hay theo quý do cơ quan quản lý cao nhất quyết định"
        " chung cho các cơ quan trực thuộc."
    )


class CycleInUse(Refusal):
    """A month from {begins} on is open already; month or quarter changes with a later year."""

    code = "CYCLE_IN_USE"
    vi = "Đã có kỳ đánh giá mở từ ngày {begins}; chỉ được đổi tháng/quý từ năm sau."


def months_in(agency: Any, day: Any) -> ColumnElement[int]:
    """How many months the period has that a day lies in, in an agency: 1 or 3."""
    return func.congtam.cycle_months(agency, day, type_=Integer)


def last_of_period(agency: Any, period: Any) -> ColumnElement[date]:
    """The last day of the period of an agency that begins on `period`."""
    months = func.make_interval(0, months_in(agency, period))
    return cast(cast(period, Date) + months - literal_column("interval '1 day'"), Date)


def quarterly_years(agency: Any) -> ColumnElement[list[int]]:
    """The years whose periods are quarters in an agency, from the first to the one after today's.

    A cycle begins with a year, so these say of every day how long its period is.
    """
    next_year = cast(func.extract("year", TODAY), Integer) + 1
    year = func.generate_series(_FIRST_YEAR, next_year, type_=Integer).column_valued("of_year")
    by_quarter = months_in(agency, func.make_date(year, 1, 1)) == QUARTER
    return func.array(select(year).where(by_quarter).scalar_subquery(), type_=ARRAY(Integer))


_MONTHS = select(months_in(_AGENCY, _DAY))
_MONTHS_OF = select(agency.c.id, months_in(agency.c.id, _DAY).label("months")).where(
    agency.c.id == _AGENCIES.any_()
)
_OPENED = select(func.congtam.opened_since(_AGENCY, _DAY))


async def months_of_period(tx: Transaction, agency: UUID, day: date) -> int:
    """How many months the period of an agency has that a day lies in."""
    found: int = await tx.value(_MONTHS, agency=agency, day=day)
    return found


async def months_by_agency(tx: Transaction, agencies: list[UUID], day: date) -> Mapping[UUID, int]:
    """The same of many agencies."""
    rows = await tx.rows(_MONTHS_OF, agencies=agencies, day=day)
    return {row["id"]: row["months"] for row in rows}


def demand_first(period: date, months: int) -> None:
    """Raises InvalidInput unless a period of so many months begins on that day."""
    if months == QUARTER and (period.month - MONTH) % QUARTER:
        firsts = ", ".join(f"{period.year}-{month:02}-01" for month in range(1, 13, QUARTER))
        raise InvalidInput(what="period", allowed=firsts, field="period")


async def demand_cycle(tx: Transaction, found: Mapping[str, Any], begins: date) -> None:
    """Whether an agency may choose month or quarter from a day on.

    Raises CycleFromAbove where another agency manages it, CycleInUse where a period from that day
    on is open already, InvalidInput for a day that begins no year.
    """
    if found["managing_agency_id"] is not None:
        raise CycleFromAbove(field="name")
    if (begins.month, begins.day) != (1, 1):
        raise InvalidInput(what="begins", allowed=f"{begins.year + 1}-01-01", field="begins")
    if await tx.value(_OPENED, agency=found["id"], day=begins):
        raise CycleInUse(begins=begins, field="begins")
