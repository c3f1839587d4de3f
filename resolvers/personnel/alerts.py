"""What the personnel body should look at: terms that end, lowest classes, posts due for a change.

Each is a question; nothing is done by itself. The days are the law's: 90 before a term ends
(Decree 170/2025, art. 39.1), 30 after the result of an evaluation (art. 57.3).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, cast, func, select

from resolvers.classification import classification
from resolvers.core.days import TODAY, holds
from resolvers.core.request import Request
from resolvers.core.tables import since, until
from resolvers.core.visibility import AGENCIES
from resolvers.people import person as persons
from resolvers.people import posting
from resolvers.personnel.protection_tables import (
    periodic_position,
    personal_wish,
    protected_state,
    service_fact,
)
from resolvers.statute.dated import Law
from resolvers.statute.personnel import reappointment_notice, termination_due

Value = ColumnElement[Any]
AHEAD = 90
"""Days ahead at which ends of terms and due changes are told."""
BEHIND = 180
"""Days for which a lowest class is told after its notice: its thirty days, and what comes late."""
_KNOWN_ON = cast(func.timezone("Asia/Ho_Chi_Minh", classification.c.notified_at), Date)


def every_person() -> Select[Any]:
    """Persons, for a row that names one."""
    return select(persons)


def every_posting() -> Select[Any]:
    """Posts, for a row that names one."""
    return select(posting)


def every_case() -> Select[Any]:
    """Cases of classification, for a row that names one."""
    return select(classification)


def protected_states_of(person: Value) -> Select[Any]:
    """The protected states of a person, also those that have ended."""
    return select(protected_state).where(protected_state.c.person_id == person)


def wishes_of(person: Value) -> Select[Any]:
    """The wishes of a person, also those withdrawn."""
    return select(personal_wish).where(personal_wish.c.person_id == person)


def service_facts_of(person: Value) -> Select[Any]:
    """The facts of service on record about a person, also those annulled."""
    return select(service_fact).where(service_fact.c.person_id == person)


def periodic_positions_of(agency: Value) -> Select[Any]:
    """The posts of an agency that are changed periodically."""
    return select(periodic_position).where(periodic_position.c.agency_id == agency)


def terms_ending(agency: Value) -> Select[Any]:
    """Leadership posts held in an agency whose term ends within AHEAD days, or is over.

    The term is the one on record; where none is, the post's own last day. For those who read the
    agency as a whole.
    """
    ends = func.coalesce(service_fact.c.day, until(posting), type_=Date)
    term = and_(
        service_fact.c.posting_id == posting.c.id,
        service_fact.c.kind == "term",
        service_fact.c.annulled_at.is_(None),
    )
    return (
        select(
            posting.c.id.label("id"),
            posting.c.id.label("posting_id"),
            posting.c.person_id.label("person_id"),
            ends.label("ends_on"),
        )
        .outerjoin(service_fact, term)
        .where(
            posting.c.agency_id == agency,
            posting.c.agency_id == AGENCIES.any_(),
            posting.c.office != "member",
            holds(posting, TODAY),
            ends <= TODAY + AHEAD,
        )
    )


def not_completed(agency: Value) -> Select[Any]:
    """Those of an agency notified of the lowest class within BEHIND days: proposals may follow."""
    return select(
        classification.c.id.label("id"),
        classification.c.id.label("classification_id"),
        classification.c.person_id.label("person_id"),
        classification.c.year.label("year"),
        classification.c.office.label("office"),
        _KNOWN_ON.label("known_on"),
    ).where(
        classification.c.agency_id == agency,
        classification.c.replaced_at.is_(None),
        classification.c.applied_level == "NOT_COMPLETED",
        classification.c.notified_at.is_not(None),
        _KNOWN_ON > TODAY - BEHIND,
    )


def periodic_changes_due(agency: Value) -> Select[Any]:
    """Main posts of staff on the list whose years are over within AHEAD days."""
    due = cast(since(posting) + func.make_interval(periodic_position.c.years), Date)
    return (
        select(
            posting.c.id.label("id"),
            posting.c.id.label("posting_id"),
            posting.c.person_id.label("person_id"),
            since(posting).label("since"),
            periodic_position.c.years.label("years"),
            due.label("due_on"),
        )
        .join(periodic_position, periodic_position.c.position_id == posting.c.position_id)
        .where(
            posting.c.agency_id == agency,
            posting.c.main,
            posting.c.office == "member",
            holds(posting, TODAY),
            due <= TODAY + AHEAD,
        )
    )


def notice_days(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[date]:
    """For each (ends_on,), a day as JSON has it, by when the term's continuation is announced."""
    law = Law(request.today, known=request.today)
    return [reappointment_notice(date.fromisoformat(ends), law).day for (ends,) in rows]


def termination_days(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[date]:
    """For each (known_on,), a day as JSON has it, by when a termination would be decided."""
    law = Law(request.today, known=request.today)
    return [termination_due(date.fromisoformat(known_on), law).day for (known_on,) in rows]
