"""What a person may do with a job position now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from authz.actions import Action
from authz.facts import PositionFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.positions.tables import job_position

POSITION_NEEDS = ("agency_id", job_position.c.closed_on.is_(None))
"""What `allowed_on_positions` needs of each position."""


def allowed_on_positions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of POSITION_NEEDS the names of the deeds that the caller may do now."""
    actions = (Action.DefineKpi, Action.DefinePosition)
    named = allowed(request, actions, (PositionFacts(agency) for agency, _ in rows))
    return [names if stands else [] for names, (_, stands) in zip(named, rows, strict=True)]
