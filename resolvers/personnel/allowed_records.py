"""What a person may do with records that gates rest on, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from authz.actions import Action
from authz.facts import PersonnelRecordFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.people import file_keeper
from resolvers.personnel.protection_tables import personal_wish, protected_state, service_fact

STATE_NEEDS = ("person_id", file_keeper(protected_state), protected_state.c.ended_at.is_not(None))
WISH_NEEDS = ("person_id", file_keeper(personal_wish), personal_wish.c.withdrawn_at.is_not(None))
FACT_NEEDS = ("person_id", file_keeper(service_fact), service_fact.c.annulled_at.is_not(None))


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
