"""Urgent and taken-over work that was accepted without faults: what a reward may rest on.

A list of facts, drawn from the lines themselves; nothing is ever proposed by it. Work counts whole:
a line that is accepted in full, with no failure and no delay but those with an objective cause.
"""

from typing import Any

from sqlalchemy import ColumnElement, Numeric, Select, func, select

from resolvers.core.tables import trimmed
from resolvers.insight.model import ASSIGNED, BEYOND
from resolvers.work import assignment, work_line

Value = ColumnElement[Any]

CLEAN = (
    (work_line.c.accepted == work_line.c.quantity)
    & (work_line.c.quality_failures == work_line.c.objective_quality_failures)
    & (work_line.c.delays == work_line.c.objective_delays)
)
"""Accepted in full, and without a fault that is held against the person."""
_BEYOND = work_line.c.origin.in_(BEYOND) & CLEAN


def _units(*when: ColumnElement[bool]) -> ColumnElement[Any]:
    """The sum of the units of such lines."""
    units = func.sum(work_line.c.units, type_=Numeric).filter(*when)
    return func.trim_scale(func.coalesce(units, 0), type_=Numeric)


_PLAN = _units(work_line.c.origin.in_(ASSIGNED))
_DONE = _units(_BEYOND)
_SHARE = func.trim_scale(func.trunc(_DONE / func.nullif(_PLAN, 0), 4), type_=Numeric)


def beyond_plan() -> Select[Any]:
    """For each post and month in which somebody did such work: how much, and of what plan."""
    return (
        select(
            work_line.c.posting_id,
            work_line.c.period,
            work_line.c.person_id,
            work_line.c.agency_id,
            work_line.c.scoring_unit_id,
            _DONE.label("units"),
            _units(_BEYOND, work_line.c.origin == "urgent").label("urgent"),
            _units(_BEYOND, work_line.c.origin == "taken_over").label("taken_over"),
            _PLAN.label("plan"),
            # Of the person's own plan, cut to four places; null where nothing was planned.
            _SHARE.label("share"),
        )
        .group_by(
            work_line.c.posting_id,
            work_line.c.period,
            work_line.c.person_id,
            work_line.c.agency_id,
            work_line.c.scoring_unit_id,
        )
        .having(func.count().filter(_BEYOND) > 0)
    )


def beyond_plan_of(agency: Value, period: Value) -> Select[Any]:
    """`beyond_plan` of an agency's month."""
    return beyond_plan().where(work_line.c.agency_id == agency, work_line.c.period == period)


def pieces_beyond() -> Select[Any]:
    """The lines of such work."""
    return (
        select(
            work_line.c.id,
            work_line.c.posting_id,
            work_line.c.period,
            work_line.c.assignment_id,
            assignment.c.title,
            work_line.c.origin,
            trimmed(work_line, "units").label("units"),
            work_line.c.due_on,
        )
        .select_from(work_line.join(assignment, assignment.c.id == work_line.c.assignment_id))
        .where(_BEYOND)
    )
