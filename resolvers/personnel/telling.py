"""What the law found, in the reader's language: gates as they were kept, counts, names of steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resolvers.core.request import Request
from resolvers.personnel.previewing import ToldReason, told_reason
from resolvers.statute.citing import CITATIONS
from resolvers.statute.personnel import Evidence, Finding, named


@dataclass(frozen=True, slots=True)
class ToldCount:
    """How many ballots one choice got."""

    choice: str
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
    """For each row (counts) the ballots, most first."""
    return [_ranked(counts) for (counts,) in rows]


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


def _ranked(counts: Mapping[str, int]) -> list[ToldCount]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [ToldCount(choice, ballots) for choice, ballots in ranked]
