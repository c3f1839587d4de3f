"""Questions about petitions: what to read; which of them a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from resolvers.classification import classification
from resolvers.core.days import TODAY
from resolvers.core.documents import hash_of
from resolvers.core.visibility import HEADED, PERSON
from resolvers.evaluations import score
from resolvers.petitions.tables import petition, petition_document

Value = ColumnElement[Any]

DOCUMENT_SHA256: ColumnElement[str] = hash_of(petition_document, "document_sha256")
"""A document's hash as hexadecimal digits."""

OVERDUE = and_(petition.c.state == "filed", petition.c.due_on < TODAY)
"""Whether it should have been decided before today."""


def _answer(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Of the first round that was signed after the decision; null until then.

    A round that the head returned to the person is not his answer; a later one is.
    """
    return (
        select(column)
        .where(
            score.c.sheet_id == petition.c.sheet_id,
            score.c.period == petition.c.period,
            score.c.round >= petition.c.new_round,
            score.c.released_at.is_not(None),
        )
        .order_by(score.c.round)
        .limit(1)
        .scalar_subquery()
    )


def _edition(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Of the new edition of the class; null where there is none."""
    return (
        select(column)
        .where(classification.c.id == petition.c.new_classification_id)
        .scalar_subquery()
    )


NEW_TOTAL: ColumnElement[Any] = func.coalesce(
    _answer(score.c.total), _edition(classification.c.total)
)
NEW_LEVEL: ColumnElement[Any] = func.coalesce(
    _answer(score.c.level), _edition(classification.c.applied_level)
)
"""The result that followed: of the new round once its head has signed it, of the new edition."""


def petition_by_id(id: Value) -> Select[Any]:
    """One petition."""
    return select(petition).where(petition.c.id == id)


def my_petitions() -> Select[Any]:
    """The petitions of the person who asks."""
    return select(petition).where(petition.c.person_id == PERSON)


def petitions_to_decide(overdue: Value | None = None) -> Select[Any]:
    """The open petitions that wait for the person who asks, as head; the overdue ones or not."""
    found = select(petition).where(
        petition.c.state == "filed", petition.c.deciding_unit_id == HEADED.any_()
    )
    return found if overdue is None else found.where(OVERDUE == overdue)


def petitions_to_state() -> Select[Any]:
    """The open petitions on which the person who asks is asked for a statement, as head."""
    return select(petition).where(
        petition.c.state == "filed",
        petition.c.statement_asked_at.is_not(None),
        petition.c.stated_at.is_(None),
        petition.c.scoring_unit_id == HEADED.any_(),
    )


def petitions_of_agency(agency: Value, overdue: Value | None = None) -> Select[Any]:
    """The petitions of an agency's people; the overdue ones or the others."""
    found = select(petition).where(petition.c.agency_id == agency)
    return found if overdue is None else found.where(OVERDUE == overdue)


def petitions_of_sheet(sheet: Value) -> Select[Any]:
    """The petitions against the rounds of one sheet."""
    return select(petition).where(petition.c.sheet_id == sheet)


def petitions_of_class(classification: Value) -> Select[Any]:
    """The petitions against one edition of a class."""
    return select(petition).where(petition.c.classification_id == classification)
