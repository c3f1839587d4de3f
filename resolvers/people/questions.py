"""Questions about persons: the directory, and who holds which authority on a day."""

from typing import Any

from sqlalchemy import ColumnElement, Select, select

from resolvers.core.days import TODAY, holds
from resolvers.core.vietnamese import found_in
from resolvers.core.visibility import HEADED, PERSON
from resolvers.organisation import unit
from resolvers.people.tables import delegation, mandate, person, posting

Value = ColumnElement[Any]


def myself() -> Select[Any]:
    """The person who asks."""
    return select(person).where(person.c.id == PERSON)


def units_headed() -> Select[Any]:
    """The units whose head the person who asks is today, also as acting head."""
    return select(unit).where(unit.c.id == HEADED.any_())


def person_by_id(id: Value) -> Select[Any]:
    """One person."""
    return select(person).where(person.c.id == id)


def directory(agency: Value, search: Value | None = None) -> Select[Any]:
    """The persons of an agency; with `search`, those whose name contains it, diacritics or not."""
    found = select(person).where(person.c.agency_id == agency)
    if search is None:
        return found
    return found.where(found_in(person.c.search_key, search))


def postings_in(unit: Value, on: Value = TODAY) -> Select[Any]:
    """Who holds which post in a unit on a day."""
    return select(posting).where(posting.c.unit_id == unit, holds(posting, on))


def mandates_in(agency: Value, on: Value = TODAY) -> Select[Any]:
    """Who holds which mandate in an agency on a day."""
    return select(mandate).where(mandate.c.agency_id == agency, holds(mandate, on))


def delegations_of(unit: Value, on: Value = TODAY) -> Select[Any]:
    """What the head of a unit has lent on a day."""
    return select(delegation).where(delegation.c.unit_id == unit, holds(delegation, on))
