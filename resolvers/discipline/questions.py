"""Questions about discipline; which rows a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select

from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import PERSON
from resolvers.discipline.tables import (
    discipline_correction,
    discipline_decision,
    discipline_procedure,
)

Value = ColumnElement[Any]

IS_IN_FORCE: ColumnElement[bool] = and_(
    holds(discipline_decision, TODAY), discipline_decision.c.annulled_at.is_(None)
)
"""Whether a decision is in force today."""

IS_OVERDUE: ColumnElement[Any] = and_(
    discipline_procedure.c.closed_on.is_(None),
    discipline_procedure.c.due_on.is_not(None),
    discipline_procedure.c.due_on < TODAY,
)
"""Whether a procedure should have ended before today."""

IS_OWED: ColumnElement[Any] = and_(
    discipline_correction.c.announced_on.is_(None), discipline_correction.c.announce_by < TODAY
)
"""Whether a correction should have been made public before today."""


def procedures_of(person: Value) -> Select[Any]:
    """What is, and was, under way about a person."""
    return select(discipline_procedure).where(discipline_procedure.c.person_id == person)


def decisions_of(person: Value) -> Select[Any]:
    """What was decided against a person, also what was annulled."""
    return select(discipline_decision).where(discipline_decision.c.person_id == person)


def my_procedures() -> Select[Any]:
    """What is, and was, under way about the person who asks."""
    return procedures_of(PERSON)


def my_decisions() -> Select[Any]:
    """What was decided against the person who asks."""
    return decisions_of(PERSON)


def open_procedures(agency: Value) -> Select[Any]:
    """What an agency recorded and is still under way."""
    return select(discipline_procedure).where(
        discipline_procedure.c.agency_id == agency, discipline_procedure.c.closed_on.is_(None)
    )


def decisions_in_force(agency: Value) -> Select[Any]:
    """What an agency recorded and is in force today."""
    return select(discipline_decision).where(discipline_decision.c.agency_id == agency, IS_IN_FORCE)


def corrections_in(agency: Value) -> Select[Any]:
    """The corrections of an agency: what it owes, and what it has made public."""
    return select(discipline_correction).where(discipline_correction.c.agency_id == agency)
