"""Questions about sheets: what to read; which rows of it a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, literal, select
from sqlalchemy.dialects.postgresql import array

from resolvers.core.visibility import PERSON
from resolvers.evaluations.locks import lock_exception
from resolvers.evaluations.model import CODES
from resolvers.evaluations.tables import score, sheet, unit_month

Value = ColumnElement[Any]

CRITERIA: ColumnElement[Any] = array([literal(code, Text) for code in CODES], type_=Text)
"""The codes of the ten general criteria, beside the arrays of a sheet's marks."""


_OF_MONTH = select(func.count()).where(
    sheet.c.scoring_unit_id == unit_month.c.unit_id, sheet.c.period == unit_month.c.period
)
SHEETS_OF_MONTH: ColumnElement[int] = _OF_MONTH.correlate(unit_month).scalar_subquery()
"""How many sheets a unit's month has."""
SIGNED_OF_MONTH: ColumnElement[int] = (
    _OF_MONTH.where(sheet.c.state.in_(("released", "closed")))
    .correlate(unit_month)
    .scalar_subquery()
)
"""How many of them are signed."""


def sheet_by_id(id: Value) -> Select[Any]:
    """One sheet."""
    return select(sheet).where(sheet.c.id == id)


def worklist(unit: Value, period: Value) -> Select[Any]:
    """The sheets of a month that the head of a unit scores."""
    return select(sheet).where(sheet.c.scoring_unit_id == unit, sheet.c.period == period)


def my_sheets() -> Select[Any]:
    """The sheets of the person who asks."""
    return select(sheet).where(sheet.c.person_id == PERSON)


def sheets_of_person(person: Value) -> Select[Any]:
    """The sheets of a person."""
    return select(sheet).where(sheet.c.person_id == person)


def sheets_of_agency(agency: Value, period: Value) -> Select[Any]:
    """The sheets of an agency's month."""
    return select(sheet).where(sheet.c.agency_id == agency, sheet.c.period == period)


def explanations() -> Select[Any]:
    """How the number of each round came about."""
    return select(score)


def unit_month_by_id(id: Value) -> Select[Any]:
    """One month of a unit."""
    return select(unit_month).where(unit_month.c.id == id)


def unit_months(unit: Value) -> Select[Any]:
    """The months of a unit."""
    return select(unit_month).where(unit_month.c.unit_id == unit)


def months_in(period: Value) -> Select[Any]:
    """The units' months of one period."""
    return select(unit_month).where(unit_month.c.period == period)


def month_of_unit(unit: Value, period: Value) -> Select[Any]:
    """A unit's month by its first day."""
    return select(unit_month).where(unit_month.c.unit_id == unit, unit_month.c.period == period)


def lock_exception_by_id(id: Value) -> Select[Any]:
    """One lock exception."""
    return select(lock_exception).where(lock_exception.c.id == id)


def lock_exceptions_of_unit(unit: Value, period: Value | None = None) -> Select[Any]:
    """The exceptions granted for a unit's months, or for one of them; ended ones too."""
    found = select(lock_exception).where(lock_exception.c.unit_id == unit)
    return found if period is None else found.where(lock_exception.c.period == period)


def lock_exceptions_of_agency(agency: Value) -> Select[Any]:
    """The exceptions granted in an agency; ended ones too."""
    return select(lock_exception).where(lock_exception.c.agency_id == agency)
