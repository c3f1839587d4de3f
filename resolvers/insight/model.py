"""What signals are looked for in, what is found, and who is compared with whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

MOST_REASON = 2000
ASSIGNED = ("planned", "handed_over")
"""Origins that belong to the total first assigned (art. 18.1d)."""
BEYOND = ("urgent", "taken_over")
"""Origins that earn beyond that total (art. 18.1d)."""


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed sheet."""

    id: UUID
    period: date
    unit: UUID
    """The unit whose head scored it."""
    person: UUID
    total: Decimal | None
    level: str
    self_marks: tuple[Decimal, ...] | None
    head_marks: tuple[Decimal, ...] | None
    scored_at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """One delivery that the head accepted or returned."""

    id: UUID
    unit: UUID
    person: UUID
    delivered_at: datetime
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of work that counts in the month."""

    id: UUID
    title: str
    units: Decimal
    done: Fraction
    """Units of it that were accepted."""
    origin: str


@dataclass(frozen=True, slots=True)
class Load:
    """One post's work of the month."""

    posting: UUID
    person: UUID
    unit: UUID
    alike: str
    """Comparable people carry the same: the job position, or without one the office."""
    days: int
    """Days of service in the month."""
    pieces: tuple[Piece, ...]

    @property
    def done(self) -> Fraction:
        """Accepted units, of whatever origin."""
        return sum((piece.done for piece in self.pieces), Fraction())

    @property
    def daily(self) -> Fraction:
        """Accepted units for each day of service."""
        return self.done / self.days


@dataclass(frozen=True, slots=True)
class Found:
    """Something worth an inspector's look, with the rows and numbers that it rests on."""

    kind: str
    unit: UUID
    person: UUID | None
    evidence: Mapping[str, Any]
    """Plain JSON: numbers as exact text, ids as text."""
