"""What is computed in Python when somebody reads a row: deeds that are his, texts in his words."""

from collections.abc import Sequence
from typing import Any

from authz.actions import Action
from authz.facts import DisciplineFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.discipline.deeds_correcting import correction_state, decision_state
from resolvers.discipline.holding import procedure_state
from resolvers.discipline.tables import (
    discipline_correction,
    discipline_decision,
    discipline_procedure,
)
from resolvers.people import file_keeper
from resolvers.statute.citing import CITATIONS

PROCEDURE_NEEDS = ("person_id", file_keeper(discipline_procedure), "closed_on")
DECISION_NEEDS = ("person_id", file_keeper(discipline_decision), "annulled_at")
CORRECTION_NEEDS = ("person_id", file_keeper(discipline_correction), "announced_on", "unit_id")
"""What the functions below need of each row."""


def allowed_on_procedures(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of PROCEDURE_NEEDS the deeds that the caller may do now."""
    facts = (DisciplineFacts(who, keeper, procedure_state(day)) for who, keeper, day in rows)
    return allowed(request, (Action.ChangeProcedure,), facts)


def allowed_on_decisions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of DECISION_NEEDS the deeds that the caller may do now."""
    facts = (DisciplineFacts(who, keeper, decision_state(at)) for who, keeper, at in rows)
    return allowed(request, (Action.CorrectDiscipline,), facts)


def allowed_on_corrections(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of CORRECTION_NEEDS the deeds that the caller may do now."""
    facts = (
        DisciplineFacts(who, keeper, correction_state(day), unit) for who, keeper, day, unit in rows
    )
    return allowed(request, (Action.AnnounceCorrection,), facts)


def told_cites(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """The texts that each row cites, in the caller's language."""
    spoken = CITATIONS[request.language]
    return [[spoken[cite] for cite in cites] for (cites,) in rows]
