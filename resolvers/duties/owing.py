"""Who owes which step: one question for each kind, whose rows have COLUMNS.

Those of a month bind `:month`, its first day, and `:day`, a day within it on which the units are
looked at.
"""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    FromClause,
    Integer,
    Select,
    bindparam,
    cast,
    false,
    func,
    literal,
    select,
    true,
    union,
    union_all,
)

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
COLUMNS = ("agency_id", "unit_id", "subject_id", "period", "began_on")
"""What each question answers: one row for each step that is owed."""
BEGINNING, ENDING = "beginning", "ending"
"""What `units_of_a_period` says besides, as `edge`: whether the period begins or ends."""


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


def _standing(found: Select[Any]) -> Select[Any]:
    """The units that `found` names, as far as they stand on `:day`: rows (agency_id, unit_id)."""
    units = found.distinct().subquery("owing")
    return (
        select(unit.c.agency_id, unit.c.id.label("unit_id"))
        .join(units, units.c[0] == unit.c.id)
        .where(unit.c.closed_on.is_(None) | (unit.c.closed_on > DAY))
    )


def _owed_by(units: FromClause, period: ColumnElement[date] = MONTH) -> Select[Any]:
    """A step of `period` for each of `units`."""
    return select(
        units.c.agency_id,
        units.c.unit_id,
        units.c.unit_id.label("subject_id"),
        period.label("period"),
        MONTH.label("began_on"),
    )


def _scored_from() -> Select[Any]:
    """From where it is looked for who scores: for deputies and members their unit, for a head the
    one above his. Most of these score, so that there is nothing to climb."""
    main = posting.c.main, holds(posting, DAY)
    own = select(posting.c.unit_id).where(*main, posting.c.office != "head")
    above = (
        select(unit_placement.c.parent_id)
        .join(posting, posting.c.unit_id == unit_placement.c.unit_id)
        .where(*main, posting.c.office == "head", holds(unit_placement, DAY))
    )
    begin = union(own, above).subquery("begin").c[0]
    return select(begin.label("key"), begin.label("unit_id"), false().label("above"))


def units_of_a_period() -> CompoundSelect[Any]:
    """Every unit whose head scores somebody (art. 10.1) and whose period begins or ends with the
    month: with both where a period is a month. `began_on` is that month's first day."""
    scoring = _standing(select(scoring_units(_scored_from()).subquery("route").c.scoring_unit_id))
    length = months_in(unit.c.agency_id, MONTH).label("length")
    units = scoring.add_columns(length).cte("scoring")
    first = cast(MONTH - func.make_interval(0, units.c.length - 1), Date)
    begins, ends = (_NUMBER - 1) % units.c.length == 0, _NUMBER % units.c.length == 0
    return union_all(
        _owed_by(units).add_columns(literal(BEGINNING).label("edge")).where(begins),
        _owed_by(units, first).add_columns(literal(ENDING).label("edge")).where(ends),
    )


def classifying_units_of_year() -> Select[Any]:
    """Every unit whose head classifies somebody, by the month that ends a year (art. 10.2)."""
    routes = classifying_units(_posts()).subquery("route")
    return _owed_by(_standing(select(routes.c.classifying_unit_id)).subquery("standing"))


def recognising_units_of_year() -> Select[Any]:
    """Every unit whose head recognises an organisation beneath it, by that month (art. 5)."""
    organisations = select(
        unit_placement.c.unit_id.label("key"), unit_placement.c.unit_id, true().label("above")
    ).where(unit_placement.c.standing != "none", holds(unit_placement, DAY))
    routes = classifying_units(organisations).subquery("route")
    return _owed_by(_standing(select(routes.c.classifying_unit_id)).subquery("standing"))


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
