"""Questions about persons: the directory, and who holds which authority on a day."""

from typing import Any

from sqlalchemy import ColumnElement, Select, extract, or_, select

from resolvers.core.days import TODAY, holds, holds_from
from resolvers.core.vietnamese import found_in
from resolvers.core.visibility import HEADED, PERSON
from resolvers.organisation import unit
from resolvers.people.handed import handed_sheet, handover, handover_request
from resolvers.people.tables import delegation, mandate, person, posting, transfer

Value = ColumnElement[Any]


def myself() -> Select[Any]:
    """The person who asks."""
    return select(person).where(person.c.id == PERSON)


def units_headed() -> Select[Any]:
    """The units whose head the person who asks is today, also as acting head; none that is over,
    though he answers for what is open in it."""
    stands = or_(unit.c.closed_on.is_(None), unit.c.closed_on > TODAY)
    return select(unit).where(unit.c.id == HEADED.any_(), stands)


def person_by_id(id: Value) -> Select[Any]:
    """One person."""
    return select(person).where(person.c.id == id)


def person_by_staff_code(agency: Value, staff_code: Value) -> Select[Any]:
    """The person with a staff code in the agency that keeps the file."""
    return select(person).where(person.c.agency_id == agency, person.c.staff_code == staff_code)


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


def delegations_ahead(unit: Value) -> Select[Any]:
    """What the head of a unit has lent for today or for later days, and has not taken back."""
    return select(delegation).where(
        delegation.c.unit_id == unit,
        holds_from(delegation, TODAY),
        delegation.c.revoked_at.is_(None),
    )


def transfers_of(agency: Value) -> Select[Any]:
    """The transfers that an agency has agreed to, or that lead to it."""
    between = or_(transfer.c.from_agency_id == agency, transfer.c.agency_id == agency)
    return select(transfer).where(between)


def handed_sheets_of(person: Value, year: Value) -> Select[Any]:
    """What was handed over of a person's year, as it counts."""
    return select(handed_sheet).where(
        handed_sheet.c.person_id == person,
        extract("year", handed_sheet.c.period) == year,
        handed_sheet.c.replaced_at.is_(None),
    )


def handovers_of(person: Value) -> Select[Any]:
    """The acts by which a person's results were handed over."""
    return select(handover).where(handover.c.person_id == person)


def open_requests(agency: Value) -> Select[Any]:
    """What an agency is asked to hand over, or has asked for, and is not answered yet."""
    between = or_(
        handover_request.c.from_agency_id == agency, handover_request.c.agency_id == agency
    )
    return select(handover_request).where(between, handover_request.c.answered_at.is_(None))
