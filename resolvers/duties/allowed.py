"""What a person may do with a breach now, by the very policy that guards the deeds."""

from collections.abc import Sequence
from typing import Any, Protocol

from authz.actions import Action
from authz.decide import batch
from authz.facts import BreachFacts
from authz.reach import Reach

ALLOWED_NEEDS = ("person_id", "scoring_unit_id", "state")
"""What `allowed_actions` needs of each breach."""


class Asking(Protocol):
    """Whatever carries the reach of the person who asks."""

    @property
    def reach(self) -> Reach: ...


def allowed_actions(request: Asking, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ALLOWED_NEEDS the names of the deeds that the caller may do now."""
    decided = batch(request.reach, [(Action.DecideBreach, BreachFacts(*row)) for row in rows])
    return [[Action.DecideBreach.value] if each.allowed else [] for each in decided]
