"""Questions about job positions."""

from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from resolvers.core.days import TODAY
from resolvers.positions.tables import job_position

Value = ColumnElement[Any]


def position_by_id(id: Value) -> Select[Any]:
    """One job position."""
    return select(job_position).where(job_position.c.id == id)


def positions_of(agency: Value, on: Value = TODAY) -> Select[Any]:
    """The job positions of an agency that are open on a day."""
    return select(job_position).where(
        job_position.c.agency_id == agency,
        job_position.c.opened_on <= on,
        or_(job_position.c.closed_on.is_(None), job_position.c.closed_on > on),
    )
