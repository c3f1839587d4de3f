"""A month's score as a value: exact numbers, level, and the explanation that is stored with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.exact import exact_text

EXACT = ("a", "b", "c", "unit_result", "organising", "unity", "results", "raw_total")


@dataclass(frozen=True, slots=True)
class MonthScore:
    """A month's score, exact until its one rounding, with the way to it.

    `a`, `b`, `c` are the ratios of article 14; `unit_result`, `organising`, `unity` are d, đ, e of
    article 15(3) and None for staff. `results` (0 to 70 points) and `raw_total` are exact; `total`
    is the number that is printed and that decided the level. Every number is None where the level
    is INSUFFICIENT_DATA.
    """

    level: Level
    steps: tuple[Step, ...]
    cites: tuple[str, ...]
    a: Fraction | None = None
    b: Fraction | None = None
    c: Fraction | None = None
    unit_result: Fraction | None = None
    organising: Fraction | None = None
    unity: Fraction | None = None
    results: Fraction | None = None
    raw_total: Fraction | None = None
    total: Decimal | None = None

    def to_json(self) -> dict[str, Any]:
        """The score for storing; numbers are exact text ("85.42", "1025/12")."""
        exact: dict[str, Any] = {name: _text(getattr(self, name)) for name in EXACT}
        return exact | {
            "total": None if self.total is None else str(self.total),
            "level": self.level.value,
            "steps": [step.to_json() for step in self.steps],
            "cites": list(self.cites),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "MonthScore":
        """What `to_json` wrote, equal to what it was written from."""
        exact = {name: None if stored[name] is None else Fraction(stored[name]) for name in EXACT}
        return cls(
            level=Level(stored["level"]),
            steps=tuple(Step.from_json(step) for step in stored["steps"]),
            cites=tuple(stored["cites"]),
            total=None if stored["total"] is None else Decimal(stored["total"]),
            **exact,
        )


def _text(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)
