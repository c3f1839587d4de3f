"""What is stored as JSON of an organisation's year, as plain values for those who may read it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, case

from resolvers.core.request import Request
from resolvers.recognition.suggesting import SOURCE
from resolvers.recognition.tables import MARKS_SHOWN, SELF_SHOWN, organisation_review
from resolvers.statute.citing import CITATIONS


def _shown(name: str, when: ColumnElement[bool]) -> ColumnElement[Any]:
    """A column for those who may read it; null for the others."""
    return case((when, organisation_review.c[name]))


FACTS, STEPS = _shown("facts", MARKS_SHOWN), _shown("steps", MARKS_SHOWN)
CITES = _shown("cites", MARKS_SHOWN)
STATEMENT, SUGGESTION = _shown("self_statement", SELF_SHOWN), _shown("suggestion", SELF_SHOWN)

Rows = Sequence[tuple[Any, ...]]


def told_organisation_cites(request: Request, rows: Rows) -> list[list[str]]:
    """The texts that each row cites, in the caller's language; none where hidden or not judged."""
    spoken = CITATIONS[request.language]
    return [[spoken[cite] for cite in cites or ()] for (cites,) in rows]


def told_statement(request: Request, rows: Rows) -> list[dict[str, Any] | None]:
    """The statement of each row, stored by itself."""
    return [stored for (stored,) in rows]


def told_confirmed_statement(request: Request, rows: Rows) -> list[dict[str, Any] | None]:
    """The statement that the recognising head confirmed, from the stored facts of each row."""
    return [None if facts is None else facts["statement"] for (facts,) in rows]


def told_finding(request: Request, rows: Rows) -> list[dict[str, Any] | None]:
    """What a competent body concluded, from the stored facts of each row."""
    return [None if facts is None else facts["finding"] for (facts,) in rows]


def told_suggestion(request: Request, rows: Rows) -> list[dict[str, Any] | None]:
    """What was counted from work, with the words that say what it is."""
    source = SOURCE[request.language]
    return [None if counted is None else {**counted, "source": source} for (counted,) in rows]
