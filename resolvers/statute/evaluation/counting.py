"""What each assigned product is worth (articles 14(2) and 18(1)(d)), in whole numbers only."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from resolvers.statute.evaluation.facts import Line
from resolvers.statute.exact import Quotient

MOST_KEPT = 512
"""Lines that are kept with what follows from them: the products of a catalogue come again."""


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What the law and the agency say about every line."""

    assigned: frozenset[str]
    """The origins whose units belong to the total first assigned."""
    earning: frozenset[str]
    """The origins that earn points for the person scored."""
    fault: Quotient
    """The share of a product's quality that each failure takes away."""
    delay: Quotient
    """The share of a product's progress that each delay takes away."""
    floored: bool
    """Whether no product loses more than it is worth."""
    once: bool
    """Whether a product is late at most once."""


class Worth(NamedTuple):
    """What one line counts for, in parts of a standard unit."""

    scale: int
    """How many parts make one unit."""
    assigned: int
    quantity: int
    quality: int
    progress: int


class Counted(NamedTuple):
    """What the lines of a month come to together, in parts of a standard unit."""

    scale: int
    """How many parts make one unit."""
    lines: Sequence[Line]
    terms: Terms
    assigned: int
    quantity: int
    quality: int
    progress: int


def count(lines: Sequence[Line], terms: Terms) -> Counted:
    """The lines together, brought to one scale that is fine enough for all of them."""
    worths = [worth(line, terms) for line in lines]
    scale = lcm(*[own.scale for own in worths])
    assigned = quantity = quality = progress = 0
    for parts, units, earned, faultless, timely in worths:
        finer = scale // parts
        assigned += units * finer
        quantity += earned * finer
        quality += faultless * finer
        progress += timely * finer
    return Counted(scale, lines, terms, assigned, quantity, max(0, quality), max(0, progress))


@lru_cache(MOST_KEPT)
def worth(line: Line, terms: Terms) -> Worth:
    """What one line counts for; equal lines count for the same."""
    whole, per_unit = line.units.as_integer_ratio()
    share, per_share = line.completed.as_integer_ratio()
    scale = lcm(terms.fault[1], terms.delay[1]) * per_unit * per_share
    units = whole * scale // per_unit
    assigned = units if line.origin in terms.assigned else 0
    if line.origin not in terms.earning:
        return Worth(scale, assigned, 0, 0, 0)
    earned = units * share // per_share
    faults = line.quality_failures - line.objective_quality_failures
    quality = _kept(earned, faults, terms.fault, terms.floored)
    progress = _kept(earned, counted_delays(line, terms.once), terms.delay, terms.floored)
    return Worth(scale, assigned, earned, quality, progress)


def counted_delays(line: Line, once: bool) -> int:
    """The delays that deduct: those with an objective cause do not."""
    delays = line.delays - line.objective_delays
    return min(delays, 1) if once else delays


def _kept(earned: int, times: int, deduction: Quotient, floored: bool) -> int:
    """What is left of `earned` after `times` deductions; the scale makes the division exact."""
    each, whole = deduction
    left = whole - each * times
    return earned // whole * (max(0, left) if floored else left)
