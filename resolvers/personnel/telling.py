"""What the law found, in the reader's language: gates as they were kept, counts, names of steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, func, select

from resolvers.core.request import Request
from resolvers.people import person
from resolvers.personnel.model import said
from resolvers.personnel.parts import action_vote
from resolvers.personnel.previewing import ToldReason, told_reason
from resolvers.statute.citing import CITATIONS
from resolvers.statute.personnel import Evidence, Finding, named

_VOTED_ON: ColumnElement[Any] = (
    select(func.json_object_agg(cast(person.c.id, Text), person.c.full_name))
    .where(action_vote.c.counts.op("?")(cast(person.c.id, Text)))
    .scalar_subquery()
)
COUNT_NEEDS = ("counts", _VOTED_ON)
"""What `told_counts` needs of each vote: whoever reads it reads who was voted on."""


@dataclass(frozen=True, slots=True)
class ToldCount:
    """How many ballots one choice got."""

    choice: str
    name: str
    """What the choice is called: a person's name, agreement, a form of discipline."""
    ballots: int


def told_because(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[ToldReason]]:
    """For each row (findings) why, finding by finding; none where they are hidden."""
    return [
        [told_reason(Finding.from_json(each), request.language) for each in findings or ()]
        for (findings,) in rows
    ]


def told_evidence(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[Evidence]]:
    """For each row (evidence) the records that a gate was computed from."""
    return [[Evidence(**each) for each in kept] for (kept,) in rows]


def told_counts(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[ToldCount]]:
    """For each row of COUNT_NEEDS the ballots, most first."""
    return [_ranked(counts, people or {}, request.language) for counts, people in rows]


def told_names(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For each row (code) what the step or the kind is called."""
    return [named(code, request.language) for (code,) in rows]


def told_texts(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row (citations) the articles, as statutes of that language cite them."""
    spoken = CITATIONS[request.language]
    return [[spoken[cite] for cite in cites] for (cites,) in rows]


def told_text(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For each row (citation) the article."""
    return [texts[0] for texts in told_texts(request, [([cite],) for (cite,) in rows])]


def _ranked(counts: Mapping[str, int], people: Mapping[str, str], language: str) -> list[ToldCount]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [
        ToldCount(choice, people.get(choice) or said(choice, language), ballots)
        for choice, ballots in ranked
    ]
