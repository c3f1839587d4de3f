"""Dated rows: which hold on a day, which days they hold, and how they come to an end."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, Table, Update, bindparam, func, null, update
from sqlalchemy.dialects.postgresql import Range

from resolvers.core.errors import Refusal

DAY: ColumnElement[date] = bindparam("day", type_=Date)
TODAY: ColumnElement[date] = bindparam("today", type_=Date)
"""The day of the request, where a question names none; the graph binds it."""


def last_day(period: date) -> date:
    """The last day of the month that begins on `period`: its law and its switches apply."""
    return (period + timedelta(days=31)).replace(day=1) - timedelta(days=1)


class EndsBeforeItBegins(Refusal):
    """The end {ends} must come after the beginning {begins}."""

    code = "ENDS_BEFORE_IT_BEGINS"
    vi = "Ngày kết thúc {ends} phải sau ngày bắt đầu {begins}."


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


def spelt(during: Range[date]) -> str:
    """The days in no language, the last one included: 2026-01-01…2026-06-30, or 2026-01-01…"""
    if during.isempty:
        return "–"
    last = "" if during.upper is None else during.upper - timedelta(days=1)
    return f"{during.lower}…{last}"
