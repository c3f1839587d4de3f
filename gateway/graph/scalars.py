"""Scalars on their way in: what a JSON value or a literal of each kind may be, exactly."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar
from uuid import UUID

from schema.declarations import Kind

Day = TypeVar("Day", date, datetime)

MOST_DIGITS = 40
_INT = range(-(2**31), 2**31)
_YEARS = range(1900, 3000)
"""Of days and moments: whatever is reckoned from one, months before and years after, exists."""


class WrongValue(ValueError):
    """A value is not of its type; `path` leads to it from the variable or argument."""

    def __init__(self, message: str, *path: str | int) -> None:
        self.message, self.path = message, path
        super().__init__(message)

    def under(self, step: str | int) -> "WrongValue":
        """The same mistake, seen from one level above."""
        return WrongValue(self.message, step, *self.path)


def _id(value: Any) -> UUID:
    if isinstance(value, str) and len(value) <= 45:
        try:
            return UUID(value)
        except ValueError:
            pass
    raise WrongValue("expected an id (UUID)")


def text(value: Any) -> str:
    """A string that the database can hold: without NUL and without halves of characters."""
    if not isinstance(value, str):
        raise WrongValue("expected a string")
    if "\0" in value:
        raise WrongValue("a string cannot hold the character NUL")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise WrongValue("a string holds half of a character (a lone surrogate)") from None
    return value


def _int(value: Any) -> int:
    if type(value) is not int or value not in _INT:
        raise WrongValue("expected a whole number of 32 bits")
    return value


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongValue("expected true or false")
    return value


def _decimal(value: Any) -> Decimal:
    """From a string, or from a JSON number that was read without loss."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise WrongValue("expected a decimal number, best as a string")
    try:
        number = Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        raise WrongValue("expected a decimal number") from None
    if not number.is_finite():
        raise WrongValue("expected a finite number")
    if len(number.as_tuple().digits) > MOST_DIGITS or abs(number.adjusted()) > MOST_DIGITS:
        raise WrongValue(f"a number has at most {MOST_DIGITS} digits")
    return number


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise WrongValue("expected a number")
    return float(_decimal(value))


def _date(value: Any) -> date:
    if isinstance(value, str) and len(value) == 10:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        # The name of a week would be read too.
        if day is not None and day.isoformat() == value:
            return _within(day)
    raise WrongValue("expected a day, written 2026-03-31")


def _datetime(value: Any) -> datetime:
    if isinstance(value, str) and len(value) <= 40:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is not None and moment.tzinfo is not None:
            return _within(moment)
    raise WrongValue("expected a moment with its offset, written 2026-03-31T17:00:00+07:00")


def _within(day: Day) -> Day:
    if day.year not in _YEARS:
        raise WrongValue(f"expected a year of {_YEARS[0]}–{_YEARS[-1]}")
    return day


READ: dict[Kind, Callable[[Any], Any]] = {
    Kind.ID: _id,
    Kind.TEXT: text,
    Kind.INT: _int,
    Kind.BOOLEAN: _boolean,
    Kind.FLOAT: _float,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
}
"""What a raw value of each kind becomes; each raises WrongValue."""
