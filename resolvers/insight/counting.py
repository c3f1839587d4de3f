"""The figures of one month: what each unit adds up to, from the facts as they stand now."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from resolvers.core.database import Row
from resolvers.insight.model import ASSIGNED

_PLACES = Decimal("1e-11")
LEVELS = {
    "EXCELLENT": "excellent",
    "GOOD": "good",
    "COMPLETED": "completed_level",
    "NOT_COMPLETED": "not_completed",
    "INSUFFICIENT_DATA": "insufficient",
}
"""The column that counts each level."""


@dataclass(slots=True)
class Sums:
    """What one unit, or a whole agency, adds up to."""

    days: Counter[UUID] = field(default_factory=Counter)
    """Days of service, by person."""
    assigned: Decimal = Decimal()
    accepted: dict[str, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    """Accepted units, by origin."""
    products: dict[UUID, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    """Units first assigned, by product."""
    fields: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Fields of work, by person."""
    sheets: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    """Signed sheets, by level."""
    scored: int = 0
    points: Decimal = Decimal()

    def serves(self, row: Row) -> None:
        """Count a post held in the month."""
        self.days[row["person_id"]] += row["days"]

    def works(self, row: Row) -> None:
        """Count a line of work."""
        if row["origin"] in ASSIGNED:
            self.assigned += row["units"]
            self.products[row["product_id"]] += row["units"]
        done = Fraction(row["units"]) * Fraction(row["accepted"]) / Fraction(row["quantity"])
        self.accepted[row["origin"]] += done
        self.fields[row["person_id"]].add(row["section"])

    def is_scored(self, row: Row) -> None:
        """Count a sheet; of its score nothing before it is signed."""
        self.sheets += 1
        if row["released_at"] is None:
            return
        self.levels[row["level"]] += 1
        if row["total"] is not None:
            self.scored += 1
            self.points += row["total"]

    def columns(self) -> dict[str, Any]:
        """The columns of a row of figures; units as exactly as a line's own column has them."""
        return {
            "persons": len(self.days),
            "person_days": sum(self.days.values()),
            "assigned": self.assigned,
            "completed": _units(self.accepted[origin] for origin in ASSIGNED),
            "urgent": _units([self.accepted["urgent"]]),
            "taken_over": _units([self.accepted["taken_over"]]),
            "heaviest": max(self.products.values(), default=Decimal()),
            "fields": sum(map(len, self.fields.values())),
            "fields_most": max(map(len, self.fields.values()), default=0),
            "sheets": self.sheets,
            "signed": self.levels.total(),
            "scored": self.scored,
            "points": self.points,
            **{column: self.levels[level] for level, column in LEVELS.items()},
        }


def _units(parts: Iterable[Fraction]) -> Decimal:
    whole = sum(parts, Fraction())
    exact = Decimal(whole.numerator) / Decimal(whole.denominator)
    return exact.quantize(_PLACES).normalize()
