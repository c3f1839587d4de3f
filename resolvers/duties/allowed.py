"""What a person may do with a breach now, by the very policy that guards the deeds."""

from collections.abc import Sequence
from typing import Any

from authz.actions import Action
from authz.facts import BreachFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request

ALLOWED_NEEDS = ("person_id", "scoring_unit_id", "state")
"""What `allowed_actions` needs of each breach."""


def allowed_actions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ALLOWED_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, (Action.DecideBreach,), (BreachFacts(*row) for row in rows))
