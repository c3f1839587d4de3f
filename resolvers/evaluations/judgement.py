"""What the head decides himself on a sheet, and the result of it as it is kept."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import Any

from resolvers.core.database import Row
from resolvers.core.deed import canonical, plain
from resolvers.evaluations.model import Leadership
from resolvers.statute.evaluation import MonthScore

_SHOWN = Decimal("1e-10")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the head decides himself; everything else follows from facts and law."""

    marks: Mapping[str, Decimal]
    leadership: Leadership | None
    absence: str = ""
    """Why the sheet is scored without a self-assessment; empty where the person gave one."""

    def to_json(self) -> dict[str, Any]:
        """For storing, with numbers as text."""
        return {
            "marks": plain(self.marks),
            "leadership": None if self.leadership is None else plain(asdict(self.leadership)),
            "absence": self.absence,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Judgement":
        """What `to_json` wrote."""
        marks = {code: Decimal(points) for code, points in stored["marks"].items()}
        chosen = stored["leadership"]
        return cls(marks, None if chosen is None else _leadership(chosen), stored["absence"])


def _leadership(stored: Mapping[str, Any]) -> Leadership:
    result = stored["unit_result"]
    return Leadership(
        organising=Decimal(stored["organising"]),
        organising_reason=stored["organising_reason"],
        unity=Decimal(stored["unity"]),
        unity_reason=stored["unity_reason"],
        unit_result=None if result is None else Decimal(result),
        unit_result_reason=stored["unit_result_reason"],
    )


@dataclass(frozen=True, slots=True)
class Scored:
    """A sheet's score, with the record that it can be recomputed and explained from."""

    score: MonthScore
    general: Decimal
    """Points of the general criteria after the agency's deductions."""
    facts: dict[str, Any]
    """`month` is what the law computes from; beside it stands where its numbers come from."""
    steps: list[dict[str, Any]]
    cites: list[str]
    unsigned: int
    """How many subordinates of a leader are not signed yet."""

    def columns(self) -> dict[str, Any]:
        """The result as the sheet shows it; ratios are cut, never rounded up, to ten decimals."""
        score = self.score
        return {
            "general": self.general,
            "quantity": _cut(score.a),
            "quality": _cut(score.b),
            "progress": _cut(score.c),
            "unit_result": _cut(score.unit_result),
            "organising": _cut(score.organising),
            "unity": _cut(score.unity),
            "results": _cut(score.results),
            "raw_total": _cut(score.raw_total),
            "total": score.total,
            "level": score.level.value,
        }

    def same_as(self, stored: Row) -> bool:
        """Whether a stored score says the same; on which day each was computed does not matter."""
        return (stored["total"], stored["level"], _undated(stored["facts"])) == (
            self.score.total,
            self.score.level.value,
            _undated(self.facts),
        )


def _cut(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(_SHOWN, rounding=ROUND_DOWN)


def _undated(facts: Mapping[str, Any]) -> str:
    return canonical({**facts, "month": {**facts["month"], "known": ""}})
