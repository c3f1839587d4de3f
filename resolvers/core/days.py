"""Dated rows: which hold on a day, which days they hold, and how they come to an end."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, Table, Update, bindparam, func, null, update
from sqlalchemy.dialects.postgresql import Range

from resolvers.core.errors import Refusal
from resolvers.core.request import Request

DAY: ColumnElement[date] = bindparam("day", type_=Date)
TODAY: ColumnElement[date] = bindparam("today", type_=Date)
"""The day of the request, where a question names none; the graph binds it."""


MONTH, QUARTER = 1, 3
"""How many months a period has, for which one score is given."""


def first_day(day: date, months: int = MONTH) -> date:
    """The first day of the period of so many months that a day lies in."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def last_day(period: date, months: int = MONTH) -> date:
    """The last day of the period that begins on `period`: its law and its switches apply."""
    inside_last = period.replace(month=period.month + months - 1, day=28)
    return (inside_last + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def told_today(request: Request, rows: Sequence[Any]) -> list[date]:
    """The day of the request, once for each of `rows`."""
    return [request.today for _ in rows]


def counting_day(year: int, today: date) -> date:
    """The day that counts for a year: its last, or today while it lasts."""
    return min(today, date(year, 12, 31))


class EndsBeforeItBegins(Refusal):
    """The end {ends} must come after the beginning {begins}."""

    code = "ENDS_BEFORE_IT_BEGINS"
    vi = "Ngày kết thúc {ends} phải sau ngày bắt đầu {begins}."


class HolidaysNotLaidDown(Refusal):
    """The public holidays of {year} are not laid down here, so working days cannot be counted."""

    code = "HOLIDAYS_UNKNOWN"
    vi = "Chưa có lịch nghỉ lễ, tết năm {year} nên không thể tính số ngày làm việc."


def days(begins: date, ends: date | None = None) -> Range[date]:
    """The days from `begins` up to, but not including, `ends`; raises EndsBeforeItBegins."""
    if ends is not None and ends <= begins:
        raise EndsBeforeItBegins(begins=begins, ends=ends, field="ends")
    return Range(begins, ends, bounds="[)")


def holds(rows: FromClause, day: ColumnElement[Any] = DAY) -> ColumnElement[bool]:
    """The row holds on `:day`."""
    return rows.c.during.op("@>", is_comparison=True)(day)


def holds_from(rows: FromClause, day: ColumnElement[Any] = DAY) -> ColumnElement[bool]:
    """The row holds on `:day` or on some day after it."""
    return rows.c.during.op("&&", is_comparison=True)(func.daterange(day, null()))


def from_day(during: Range[date], day: date) -> Range[date]:
    """The days of `during` from `day` on."""
    if during.isempty or (during.upper is not None and during.upper <= day):
        return Range(empty=True)
    begins = day if during.lower is None else max(during.lower, day)
    return Range(begins, during.upper, bounds="[)")


def only(day: date) -> Range[date]:
    """That day alone."""
    return Range(day, day + timedelta(days=1), bounds="[)")


@cache
def ending(table: Table, *keys: str) -> Update:
    """End on `:day` the rows whose columns `keys` equal `:by_<key>`.

    A row that would only have begun on that day or later is left without days: it never held.
    """
    alike = [table.c[key] == bindparam(f"by_{key}", type_=table.c[key].type) for key in keys]
    changed: dict[str, Any] = {"during": table.c.during.op("*")(func.daterange(null(), DAY))}
    if "version" in table.c:
        changed["version"] = table.c.version + 1
    return update(table).where(*alike, holds_from(table)).values(changed)


def until_day(during: Range[date], day: date) -> Range[date]:
    """The days of `during` before `day`; none, if it would only have begun then."""
    begins = during.lower
    if begins is not None and begins >= day:
        return Range(empty=True)
    return Range(begins, day, bounds="[)")
