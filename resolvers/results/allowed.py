"""What a person may do with a recorded absence now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import case

from authz.actions import Action
from authz.facts import AbsenceFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.results.tables import absence

ABSENCE_NEEDS = (
    "person_id",
    "agency_id",
    case((absence.c.annulled_at.is_(None), "recorded"), else_="annulled"),
)
"""What `allowed_on_absences` needs of each absence."""


def allowed_on_absences(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ABSENCE_NEEDS the names of the deeds that the caller may do now."""
    actions = (Action.AnnulAbsence, Action.EndAbsence)
    return allowed(request, actions, (AbsenceFacts(*row) for row in rows))
