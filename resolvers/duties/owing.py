"""Who owes which step: one question for each kind, whose rows have COLUMNS.

Those of a month bind `:month`, its first day, and `:day`, a day within it on which the units are
looked at.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, Select, bindparam, cast, func, select, true

from resolvers.core.days import DAY, holds
from resolvers.organisation import (
    classifying_units,
    months_in,
    scoring_units,
    unit,
    unit_placement,
)
from resolvers.people import posting
from resolvers.petitions import petition
from resolvers.work import delivery

MONTH: ColumnElement[date] = bindparam("month", type_=Date)
_NUMBER: ColumnElement[int] = cast(func.extract("month", MONTH), Integer)
_LENGTH = months_in(unit.c.agency_id, MONTH)
"""How many months a period of the unit's agency has."""
COLUMNS = ("agency_id", "unit_id", "subject_id", "period", "began_on")
"""What each question answers: one row for each step that is owed."""


def _posts() -> Select[Any]:
    """From where everybody's own superior is looked for on `:day`."""
    return (
        select(
            posting.c.unit_id.label("key"),
            posting.c.unit_id,
            (posting.c.office == "head").label("above"),
        )
        .where(posting.c.main, holds(posting, DAY))
        .distinct()
    )


def _owed_by(found: Select[Any], period: ColumnElement[date] = MONTH) -> Select[Any]:
    """A step of `period` for each unit that `found` names and that stands on `:day`."""
    units = found.distinct().subquery("owing")
    return (
        select(
            unit.c.agency_id,
            unit.c.id.label("unit_id"),
            unit.c.id.label("subject_id"),
            period.label("period"),
            MONTH.label("began_on"),
        )
        .join(units, units.c[0] == unit.c.id)
        .where(unit.c.closed_on.is_(None) | (unit.c.closed_on > DAY))
    )


def _scoring() -> Select[Any]:
    """Every unit whose head scores somebody (art. 10.1)."""
    return select(scoring_units(_posts()).subquery("route").c.scoring_unit_id)


def units_beginning_a_period() -> Select[Any]:
    """Of those, the ones whose period begins with the month."""
    return _owed_by(_scoring()).where((_NUMBER - 1) % _LENGTH == 0)


def units_ending_a_period() -> Select[Any]:
    """Of those, the ones whose period ends with the month; `began_on` is that month's first day."""
    before = func.make_interval(0, _LENGTH - 1)
    return _owed_by(_scoring(), cast(MONTH - before, Date)).where(_NUMBER % _LENGTH == 0)


def classifying_units_of_year() -> Select[Any]:
    """Every unit whose head classifies somebody, by the month that ends a year (art. 10.2)."""
    routes = classifying_units(_posts()).subquery("route")
    return _owed_by(select(routes.c.classifying_unit_id))


def recognising_units_of_year() -> Select[Any]:
    """Every unit whose head recognises an organisation beneath it, by that month (art. 5)."""
    organisations = select(
        unit_placement.c.unit_id.label("key"), unit_placement.c.unit_id, true().label("above")
    ).where(unit_placement.c.standing != "none", holds(unit_placement, DAY))
    routes = classifying_units(organisations).subquery("route")
    return _owed_by(select(routes.c.classifying_unit_id))


def petitions_filed() -> Select[Any]:
    """Every petition that waits for its decision."""
    month = cast(func.date_trunc("month", petition.c.filed_on), Date)
    return select(
        petition.c.deciding_agency_id.label("agency_id"),
        petition.c.deciding_unit_id.label("unit_id"),
        petition.c.id.label("subject_id"),
        month.label("period"),
        petition.c.due_on.label("began_on"),
    ).where(petition.c.state == "filed")


def deliveries_waiting() -> Select[Any]:
    """Every delivery that waits for the head."""
    return select(
        delivery.c.agency_id,
        delivery.c.scoring_unit_id.label("unit_id"),
        delivery.c.id.label("subject_id"),
        delivery.c.period,
        delivery.c.delivered_on.label("began_on"),
    ).where(delivery.c.verdict.is_(None))
