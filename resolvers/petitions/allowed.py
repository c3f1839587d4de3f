"""What a person may do with a petition now, by the very policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from authz.actions import Action
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.petitions.holding import petition_facts

PETITION_ACTIONS = (
    Action.AskPetitionStatement,
    Action.DecidePetition,
    Action.GivePetitionOpinion,
    Action.GivePetitionStatement,
    Action.WithdrawPetition,
)
"""The deeds on a petition that was filed, in alphabetical order."""

PETITION_NEEDS = (
    "person_id",
    "about",
    "scoring_unit_id",
    "deciding_unit_id",
    "agency_id",
    "deciding_agency_id",
    "state",
    "statement_asked_at",
    "stated_at",
    "opinion_at",
    "scored_by",
)
"""What `allowed_on_petitions` needs of each petition."""


def allowed_on_petitions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of PETITION_NEEDS the names of the deeds that the caller may do now."""
    petitions = (petition_facts(dict(zip(PETITION_NEEDS, row, strict=True))) for row in rows)
    return allowed(request, PETITION_ACTIONS, petitions)
