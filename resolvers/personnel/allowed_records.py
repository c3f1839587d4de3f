"""What a person may do with records that gates rest on, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from authz.actions import Action
from authz.facts import PersonnelRecordFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.people import person
from resolvers.personnel.protection_tables import personal_wish, protected_state, service_fact


def _keeper(table: Any) -> ColumnElement[Any]:
    """The agency that keeps the person's file now."""
    return select(person.c.agency_id).where(person.c.id == table.c.person_id).scalar_subquery()


STATE_NEEDS = ("person_id", _keeper(protected_state), protected_state.c.ended_at.is_not(None))
WISH_NEEDS = ("person_id", _keeper(personal_wish), personal_wish.c.withdrawn_at.is_not(None))
FACT_NEEDS = ("person_id", _keeper(service_fact), service_fact.c.annulled_at.is_not(None))


def allowed_on_states(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of STATE_NEEDS the deeds that the caller may do now."""
    return _allowed(request, Action.EndProtectedState, rows)


def allowed_on_wishes(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of WISH_NEEDS likewise."""
    return _allowed(request, Action.WithdrawWish, rows)


def allowed_on_facts(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of FACT_NEEDS likewise."""
    return _allowed(request, Action.AnnulServiceFact, rows)


def _allowed(request: Request, action: Action, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    return allowed(request, (action,), (PersonnelRecordFacts(*row) for row in rows))
