"""What keeps a unit open.

Postings, months and sheets stand above units, so their tables are known here by name only.
"""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Date,
    Select,
    bindparam,
    column,
    exists,
    func,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, first_day, holds_from, last_day
from resolvers.core.errors import Refusal
from resolvers.core.spelling import Months
from resolvers.core.tables import SCHEMA
from resolvers.organisation.cycles import months_in, months_of_period
from resolvers.organisation.standing import of_the_head, realm
from resolvers.organisation.switches import switches_of
from resolvers.organisation.tables import unit_placement
from resolvers.statute.calendar import entry_window

_POSTING = table(
    "posting",
    column("id"),
    column("unit_id"),
    column("office"),
    column("main", Boolean),
    column("during", DATERANGE),
    schema=SCHEMA,
)
_SHEET = table("sheet", column("posting_id"), column("period", Date), schema=SCHEMA)
_MONTH = table(
    "unit_month",
    column("agency_id"),
    column("unit_id"),
    column("period", Date),
    column("state"),
    schema=SCHEMA,
)
_UNIT = bindparam("unit", type_=UuidType(as_uuid=True))
_DAY = timedelta(days=1)


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
    vi = "Không thể chấm dứt hoạt động đơn vị: còn {count} kỳ đánh giá chưa khóa."


class MonthsInTheWay(Refusal):
    """The unit {unit} cannot end on {day}: months are open or begin then: {months}."""

    code = "MONTHS_IN_THE_WAY"
    vi = (
        "Đơn vị {unit} không thể kết thúc hoạt động vào ngày {day}: còn kỳ đánh giá chưa khóa"
        " hoặc bắt đầu từ ngày đó: {months}."
    )


class MonthsNotOpened(Refusal):
    """Before {unit} ends on {day}, its head opens and closes {months}: {count} sheets are due."""

    code = "MONTHS_NOT_OPENED"
    vi = (
        "Trước khi đơn vị {unit} kết thúc hoạt động vào ngày {day}, người đứng đầu phải mở, chấm và"
        " khóa kỳ đánh giá {months} tại đơn vị: còn thiếu {count} phiếu."
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
    select(_MONTH.c.period, months_in(_MONTH.c.agency_id, _MONTH.c.period).label("months"))
    .where(_MONTH.c.unit_id == _UNIT, or_(_MONTH.c.state == "open", _MONTH.c.period >= DAY))
    .order_by(_MONTH.c.period)
)


async def demand_settled(tx: Transaction, unit: Row, day: date) -> None:
    """Raises MonthsInTheWay where not every month that the unit began is closed, and before `day`.

    Whoever would have to close it heads the unit no longer.
    """
    rows = await tx.rows(_IN_THE_WAY, unit=unit["id"], day=day)
    if rows:
        raise MonthsInTheWay(unit=unit["name"], day=day, months=Months.of(rows), field="day")


_realm = realm().subquery("realm")
_ENDED = func.daterange(
    bindparam("since", type_=Date), bindparam("until", type_=Date), literal_column("'(]'")
)
"""The days after which a post was held no longer."""
_WITHOUT_SHEET = (
    select(func.count())
    .select_from(_POSTING)
    .join(_realm, _realm.c.unit_id == _POSTING.c.unit_id)
    .where(
        _POSTING.c.main,
        _POSTING.c.during.op("&&", is_comparison=True)(
            func.daterange(bindparam("begins", type_=Date), bindparam("ends", type_=Date))
        ),
        of_the_head(_realm, _POSTING, _UNIT),
        func.coalesce(func.upper(_POSTING.c.during), literal_column("'infinity'::date")).op(
            "<@", is_comparison=True
        )(_ENDED),
        ~exists().where(
            _SHEET.c.posting_id == _POSTING.c.id,
            _SHEET.c.period == bindparam("begins", type_=Date),
        ),
    )
)
"""The posts, held between two days, that the unit's head scores and that have no sheet for it."""


_MOVES = (
    select(func.upper(unit_placement.c.during, type_=Date).label("day"))
    .where(
        func.upper(unit_placement.c.during) > bindparam("begins", type_=Date),
        func.upper(unit_placement.c.during) < bindparam("ends", type_=Date),
    )
    .distinct()
)
"""The days between two others on which a unit left its place: who scored there is asked before."""


async def _without_sheet(tx: Transaction, unit: UUID, begins: date, ends: date) -> int:
    """How many posts between two days have no sheet, each as the tree stood on its last day."""
    told = {"unit": unit, "begins": begins, "ends": ends}
    moves = [row["day"] for row in await tx.rows(_MOVES, begins=begins, ends=ends)]
    count = 0
    for since, until in pairwise((begins, *sorted(moves), None)):
        stood = (until or ends) - _DAY
        count += await tx.value(_WITHOUT_SHEET, **told, day=stood, since=since, until=until)
    return count


async def demand_opened(tx: Transaction, unit: Row, day: date, today: date) -> None:
    """Raises MonthsNotOpened where somebody whom the unit's head scores has no sheet of the period
    in which it ends on `day`, or of the one before it while that one takes entries.

    Nobody opens a month in the name of a unit that has ended.
    """
    missing: list[dict[str, Any]] = []
    ends = day
    for _ in range(2):
        before = ends - _DAY
        months = await months_of_period(tx, unit["agency_id"], before)
        period, last = first_day(before, months), last_day(first_day(before, months), months)
        window = entry_window(period, last, await switches_of(tx, unit["agency_id"], last))
        if today <= window.closes:
            count = await _without_sheet(tx, unit["id"], period, ends)
            missing.insert(0, {"period": period, "months": months, "count": count})
        ends = period
    named = [each for each in missing if each["count"]]
    if named:
        raise MonthsNotOpened(
            unit=unit["name"],
            day=day,
            months=Months.of(named),
            count=sum(each["count"] for each in named),
            field="day",
        )


async def demand_unused(tx: Transaction, unit: UUID, day: date) -> None:
    """Raises UnitHasUnits, UnitHasPostings or UnitHasOpenMonths where the unit is needed yet."""
    for refusal, counted in _KEEPS_OPEN.items():
        dated = {} if refusal is UnitHasOpenMonths else {"day": day}
        count = await tx.value(counted, unit=unit, **dated)
        if count:
            raise refusal(day=day, count=count, field="closedOn")
