"""Questions about duties: what to read; which rows of it a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import HEADED, PERSON
from resolvers.duties.tables import breach, contact, duty, notice
from resolvers.people import delegation, posting

Value = ColumnElement[Any]

STATE: ColumnElement[str] = case(
    (duty.c.done_at.is_not(None), "done"), (duty.c.due_on < TODAY, "overdue"), else_="open"
)
"""Where a duty stands today: open, overdue or done."""


def _in_state(found: Select[Any], state: Value | None) -> Select[Any]:
    return found if state is None else found.where(state == STATE)


def duty_by_id(id: Value) -> Select[Any]:
    """One duty."""
    return select(duty).where(duty.c.id == id)


def my_duties() -> Select[Any]:
    """What the person who asks has still to do as head or acting head of a unit today."""
    return select(duty).where(duty.c.unit_id == HEADED.any_(), duty.c.done_at.is_(None))


def escalated_to_me() -> Select[Any]:
    """What is overdue beneath the units that the person who asks heads today."""
    return select(duty).where(duty.c.escalated_to_id == HEADED.any_(), duty.c.done_at.is_(None))


def duties_of_unit(unit: Value, state: Value | None = None) -> Select[Any]:
    """The duties of a unit's head."""
    return _in_state(select(duty).where(duty.c.unit_id == unit), state)


def duties_of_agency(agency: Value, state: Value | None = None) -> Select[Any]:
    """The duties of all heads of an agency."""
    return _in_state(select(duty).where(duty.c.agency_id == agency), state)


def heads_today() -> Select[Any]:
    """The post of each unit's head today."""
    return select(posting).where(posting.c.office == "head", holds(posting, TODAY))


def acting_heads_today() -> Select[Any]:
    """What each unit's head has lent for today."""
    return select(delegation).where(holds(delegation, TODAY), delegation.c.revoked_at.is_(None))


def my_notices(unread: Value | None = None) -> Select[Any]:
    """The inbox of the person who asks: all of it, the unread or the read part."""
    found = select(notice).where(notice.c.person_id == PERSON)
    return found if unread is None else found.where(unread == notice.c.read_at.is_(None))


def my_inbox() -> Select[int, int]:
    """How much there is in the inbox of the person who asks, and how much of it is unread."""
    return select(
        func.count().label("notices"),
        func.count().filter(notice.c.read_at.is_(None)).label("unread"),
    ).where(notice.c.person_id == PERSON)


def breach_by_id(id: Value) -> Select[Any]:
    """One breach."""
    return select(breach).where(breach.c.id == id)


def my_breaches() -> Select[Any]:
    """The breaches on the record of the person who asks."""
    return select(breach).where(breach.c.person_id == PERSON)


def breaches_to_decide() -> Select[Any]:
    """The breaches that wait for the person who asks, as head or acting head."""
    return select(breach).where(
        and_(breach.c.scoring_unit_id == HEADED.any_(), breach.c.person_id != PERSON),
        breach.c.state == "proposed",
    )


def breaches_of_agency(agency: Value, state: Value | None = None) -> Select[Any]:
    """The breaches of the heads of an agency."""
    found = select(breach).where(breach.c.agency_id == agency)
    return found if state is None else found.where(breach.c.state == state)


def contact_of(person: Value) -> Select[Any]:
    """Where a person is written to today."""
    return select(contact).where(contact.c.person_id == person, holds(contact, TODAY))


def my_contact() -> Select[Any]:
    """Where the person who asks is written to today."""
    return select(contact).where(contact.c.person_id == PERSON, holds(contact, TODAY))
