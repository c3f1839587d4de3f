"""What a deed on a sheet is told: marks, the leadership criteria, and rows of a bulk deed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

CODES = ("I.1", "I.2", "II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4")
"""The ten general criteria of form 01, in the order in which a sheet keeps their marks."""

MOST_REASON = 2000
PLACES = 2
"""Decimals of one mark, as its column keeps it."""
MOST_POINTS = 1000
"""Above what a mark's column holds."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The points given for one general criterion."""

    criterion: str
    points: Decimal


Marks = Mapping[str, Decimal] | Sequence[Mark]
"""A mark for each of the ten criteria, by its code or as a list."""


@dataclass(frozen=True, slots=True)
class Leadership:
    """đ and e of article 15(3), chosen by the head with a reason; d follows from the subordinates.

    `unit_result` (d) is given only where no subordinate has a score and the agency's rule leaves
    the choice to the head.
    """

    organising: Decimal
    organising_reason: str
    unity: Decimal
    unity_reason: str
    unit_result: Decimal | None = None
    unit_result_reason: str = ""


@dataclass(frozen=True, slots=True)
class Scoring:
    """One row of a bulk scoring; the arguments of `score_sheet`."""

    sheet: UUID
    version: int
    marks: Sequence[Mark]
    comment: str = ""
    leadership: Leadership | None = None
    absence: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """One row of a bulk signature; the arguments of `sign_sheet`."""

    sheet: UUID
    version: int
