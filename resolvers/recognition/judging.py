"""What the law makes of an organisation's marks and facts, and how that is stored and told."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.recognition.model import Finding, Statement
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import (
    Level,
    OrganisationClass,
    OrganisationFacts,
    Step,
    organisation_class,
)


class NothingPlanned(Refusal):
    """No tasks are stated for the year, so that no share of them can be formed."""

    code = "NOTHING_PLANNED"
    vi = "Chưa có nhiệm vụ nào trong năm nên không xác định được tỷ lệ hoàn thành."


@dataclass(frozen=True, slots=True)
class Case:
    """All that the level of an organisation's year is computed from, besides the law."""

    year: int
    known: date
    """Law published later is not applied."""
    points: Decimal
    """Of both parts together, 0 to 100."""
    statement: Statement
    finding: Mapping[str, Any] | None
    """What a competent body concluded (art. 8.4a)."""
    failed: Sequence[str]
    """Names of the organisations directly beneath that are classed not completed."""

    def classed(self) -> OrganisationClass:
        """The class; raises NothingPlanned."""
        told = self.statement
        if not told.planned:
            raise NothingPlanned(field="statement")
        facts = OrganisationFacts(
            points=self.points,
            completed=Fraction(told.completed, told.planned),
            late=Fraction(told.late, told.planned),
            exceeded=Fraction(told.exceeded, told.planned),
            quality=told.quality,
            failed_units=len(self.failed),
            repaired=told.shortcomings != "open",
            wrongdoing=self.finding is not None,
            force_majeure=bool(told.force_majeure),
        )
        return organisation_class(facts, Law(date(self.year, 12, 31), known=self.known))

    def to_json(self) -> dict[str, Any]:
        """For storing; `from_json` reads an equal case back."""
        return {
            "year": self.year,
            "known": self.known.isoformat(),
            "points": str(self.points),
            "statement": self.statement.to_json(),
            "finding": self.finding,
            "failed": list(self.failed),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Case":
        """What `to_json` wrote."""
        return cls(
            stored["year"],
            date.fromisoformat(stored["known"]),
            Decimal(stored["points"]),
            Statement.from_json(stored["statement"]),
            stored["finding"],
            stored["failed"],
        )


def judged(
    request: Request,
    year: int,
    points: Decimal,
    statement: Statement,
    finding: Finding | None,
    failed: Sequence[str],
) -> dict[str, Any]:
    """The computed columns of a review: facts, steps, citations and levels.

    `computed_level` is None where the decree gives no level and a person has to choose one. Raises
    NothingPlanned, TextNotAcceptable.
    """
    told = None if finding is None else finding.to_json()
    case = Case(year, request.today, points, statement, told, failed)
    found = case.classed()
    return {
        "facts": case.to_json(),
        "steps": [step.to_json() for step in found.steps],
        "cites": list(found.cites),
        "computed_level": _name(found.level),
        "recommended_level": _name(found.recommended),
    }


def recompute_organisation(facts: Mapping[str, Any]) -> OrganisationClass:
    """The class once more, from the stored facts of a review and nothing else."""
    return Case.from_json(facts).classed()


def told_organisation_steps(
    request: Request, rows: Sequence[tuple[Any, ...]]
) -> list[list[dict[str, str]]]:
    """The `steps` of each row as sentences, in the caller's language."""
    language = request.language
    return [[Step.from_json(step).told(language) for step in steps or ()] for (steps,) in rows]


def told_organisation_facts(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str | None]:
    """The `facts` of each row as JSON, from which the level can be recomputed."""
    return [None if facts is None else json.dumps(facts, ensure_ascii=False) for (facts,) in rows]


def _name(level: Level | None) -> str | None:
    return None if level is None else level.value
