"""Questions of insight: what to read; which rows of it a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Numeric, Select, cast, func, select

from resolvers.evaluations import calibration, sheet
from resolvers.insight.tables import figures, reward_proposal, signal
from resolvers.organisation import unit
from resolvers.people import person

Value = ColumnElement[Any]


def _each(count: Value, persons: Value) -> Value:
    """So much for each person, cut to four places; null where nobody serves."""
    each = func.trunc(count / func.nullif(persons, 0), 4, type_=Numeric)
    return func.trim_scale(each, type_=Numeric)


UNITS_EACH: ColumnElement[Any] = _each(
    figures.c.completed + figures.c.urgent + figures.c.taken_over, figures.c.persons
)
ASSIGNED_EACH: ColumnElement[Any] = _each(figures.c.assigned, figures.c.persons)
HEAVIEST_SHARE: ColumnElement[Any] = _each(figures.c.heaviest, figures.c.assigned)
FIELDS_EACH: ColumnElement[Any] = _each(cast(figures.c.fields, Numeric), figures.c.persons)
MEAN: ColumnElement[Any] = _each(figures.c.points, figures.c.scored)

REWARDED_UNITS: ColumnElement[Any] = cast(reward_proposal.c.facts["units"].astext, Numeric)
"""The units beyond the plan that a proposal rests on."""


def signals_of_agency(agency: Value, period: Value, kind: Value | None = None) -> Select[Any]:
    """What was found in an agency's month, of one kind or of all; also what has gone since."""
    found = select(signal).where(signal.c.agency_id == agency, signal.c.period == period)
    return found if kind is None else found.where(signal.c.kind == kind)


def signals_of_unit(unit: Value, period: Value) -> Select[Any]:
    """What was found in a unit's month."""
    return select(signal).where(signal.c.scoring_unit_id == unit, signal.c.period == period)


def figures_of_agency(agency: Value, period: Value) -> Select[Any]:
    """The figures of an agency's month: its units, and itself as a whole."""
    return select(figures).where(figures.c.agency_id == agency, figures.c.period == period)


def figures_of_agencies(period: Value) -> Select[Any]:
    """The figures of every agency as a whole, to be compared."""
    return select(figures).where(figures.c.scope == "agency", figures.c.period == period)


def calibrations_of_unit(unit: Value, period: Value) -> Select[Any]:
    """The requests to reconsider scores that the head of a unit gave for a month."""
    return select(calibration).where(
        calibration.c.scoring_unit_id == unit, calibration.c.period == period
    )


def calibrations_of_agency(agency: Value, period: Value) -> Select[Any]:
    """The requests to reconsider scores of an agency's month, answered or not."""
    return select(calibration).where(
        calibration.c.agency_id == agency, calibration.c.period == period
    )


def rewards_of_agency(agency: Value, period: Value) -> Select[Any]:
    """The rewards proposed for an agency's month."""
    return select(reward_proposal).where(
        reward_proposal.c.agency_id == agency, reward_proposal.c.period == period
    )


def every_sheet() -> Select[Any]:
    """Sheets, for a row that names one."""
    return select(sheet)


def every_person() -> Select[Any]:
    """Persons, for a row that names one."""
    return select(person)


def every_unit() -> Select[Any]:
    """Units, for a row that names one."""
    return select(unit)
