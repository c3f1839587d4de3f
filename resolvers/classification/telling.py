"""What is computed in Python when somebody reads a case: sentences, and what it waits for."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, select

from resolvers.classification.choosing import outcome
from resolvers.classification.judging import WORDS, Wait, steps_left
from resolvers.classification.tables import FINDINGS_SHOWN, classification
from resolvers.core.request import Request
from resolvers.results import result
from resolvers.statute.citing import CITATIONS
from resolvers.statute.evaluation import Step

_LEVEL: ColumnElement[Any] = (
    select(result.c.level).where(result.c.id == classification.c.result_id).scalar_subquery()
)
STEPS_SHOWN: ColumnElement[Any] = case((FINDINGS_SHOWN, classification.c.steps))
"""The steps of a case, for those who may read them."""

CITES_SHOWN: ColumnElement[Any] = case((FINDINGS_SHOWN, classification.c.cites))
"""The texts that a case rests on, for the same."""

WAITING_NEEDS = ("state", "office", "result_id", _LEVEL)
"""What `told_waiting` needs of each case."""


def told_steps(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[dict[str, str]]]:
    """The `steps` of each row as sentences, in the caller's language; none where hidden."""
    language = request.language
    return [[Step.from_json(step).told(language) for step in steps or ()] for (steps,) in rows]


def told_cites(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """The texts that each row cites, in the caller's language; none where hidden."""
    spoken = CITATIONS[request.language]
    return [[spoken[cite] for cite in cites or ()] for (cites,) in rows]


def told_cite(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str | None]:
    """The one text that each row cites, in the caller's language, if it does."""
    spoken = CITATIONS[request.language]
    return [None if cite is None else spoken[cite] for (cite,) in rows]


def told_waiting(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[dict[str, str]]]:
    """For each row of WAITING_NEEDS what the case still waits for, as far as the row tells."""
    language = 1 if request.language == "vi" else 0
    return [
        [{"code": wait.value, "text": WORDS[wait][language]} for wait in _waits(*row)]
        for row in rows
    ]


def told_outcomes(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For each group's people above the line and its places, who of them can be excellent."""
    return [outcome(above, places).value for above, places in rows]


def _waits(state: str, office: str, result: object, level: str | None) -> list[Wait]:
    if state in ("not_rated", "withdrawn", "decided", "notified", "published"):
        return []
    waits = [Wait.RESULT] if result is None else []
    if level == "INSUFFICIENT_DATA":
        waits.append(Wait.MONTHS)
    return [*waits, *steps_left(state, office)]
