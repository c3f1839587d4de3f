"""The values of the Party's record that deeds take."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

MOST_REASON = 2000
MOST_TEXT = 20_000
MOST_NAME = 300
MOST_CODE = 50
MOST_NUMBER = 100


@dataclass(frozen=True, slots=True)
class Parts:
    """The four parts of a leader's results, each a share from 0 to 1."""

    quantity: Decimal
    quality: Decimal
    timeliness: Decimal
    leadership: Decimal


@dataclass(frozen=True, slots=True)
class AxisParts:
    """The four parts on one axis of results."""

    axis: str
    quantity: Decimal
    quality: Decimal
    timeliness: Decimal
    leadership: Decimal


@dataclass(frozen=True, slots=True)
class Findings:
    """What a voice found: points, and what the conditions of the regulation ask about.

    Of `results`, `parts` and `axes` one is given: the one that the scheme asks for. Shares are from
    0 to 1; what is left out is as it is for somebody of whom nothing has to be said.
    """

    general: Decimal
    """0 to 30 points."""
    results: Decimal | None = None
    """0 to 70 points."""
    parts: Parts | None = None
    axes: Sequence[AxisParts] | None = None
    completed: Decimal = Decimal(1)
    late: Decimal = Decimal(0)
    exceeded: Decimal = Decimal(0)
    not_completed: Decimal = Decimal(0)
    plan: Decimal = Decimal(1)
    quality: bool = True
    repaired: bool = True
    unit_disciplined: bool = False
    targets_missed: bool = False
    failed_units: int = 0
    units: int = 0
    grounds: Sequence[str] | None = None
    """What competent bodies concluded, besides what the register of grounds says."""
    objective: bool = False
