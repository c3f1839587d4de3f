"""Questions about job positions."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from resolvers.core.days import TODAY
from resolvers.core.vietnamese import found_in, plain
from resolvers.positions.tables import job_position

Value = ColumnElement[Any]


def position_by_id(id: Value) -> Select[Any]:
    """One job position."""
    return select(job_position).where(job_position.c.id == id)


def positions_of(agency: Value, on: Value = TODAY, search: Value | None = None) -> Select[Any]:
    """The job positions of an agency open on a day; with `search`, by a part of name or code."""
    found = select(job_position).where(
        job_position.c.agency_id == agency,
        job_position.c.opened_on <= on,
        or_(job_position.c.closed_on.is_(None), job_position.c.closed_on > on),
    )
    if search is None:
        return found
    named = plain(func.concat_ws(" ", job_position.c.code, job_position.c.name))
    return found.where(found_in(named, search))
