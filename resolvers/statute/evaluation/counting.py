"""What each assigned product is worth (articles 14(2) and 18(1)(d)), in whole numbers only."""

from collections.abc import Sequence
from math import lcm
from typing import NamedTuple, TypeAlias

from resolvers.statute.evaluation.facts import Line
from resolvers.statute.exact import Quotient


class Terms(NamedTuple):
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


Credit: TypeAlias = tuple[int, int, int]
"""What a line earns in quantity, quality and progress."""


class Counted(NamedTuple):
    """What the lines of a month earn, one by one and together: in parts of a standard unit."""

    scale: int
    """How many parts make one unit."""
    lines: Sequence[Line]
    credits: Sequence[Credit]
    assigned: int
    quantity: int
    quality: int
    progress: int


def count(lines: Sequence[Line], terms: Terms) -> Counted:
    """What every line earns. They are first brought to one scale, fine enough for all of them."""
    exact = [
        (units.as_integer_ratio(), completed.as_integer_ratio())
        for units, completed, _, _, _, _, _ in lines
    ]
    scale = lcm(terms.fault[1], terms.delay[1]) * lcm(*[units[1] * of[1] for units, of in exact])
    assigned = quantity = quality = progress = 0
    credits: list[Credit] = []
    for line, ((whole, per_unit), (share, per_share)) in zip(lines, exact, strict=True):
        units = whole * scale // per_unit
        _, _, faults, delays, _, _, origin = line
        if origin in terms.assigned:
            assigned += units
        credit = NOTHING
        if origin in terms.earning:
            earned = units * share // per_share
            flawed = faults or delays
            credit = _credit(line, earned, terms) if flawed else (earned, earned, earned)
        credits.append(credit)
        quantity += credit[0]
        quality += credit[1]
        progress += credit[2]
    return Counted(scale, lines, credits, assigned, quantity, max(0, quality), max(0, progress))


def _credit(line: Line, earned: int, terms: Terms) -> Credit:
    faults = line.quality_failures - line.objective_quality_failures
    delays = counted_delays(line, terms.once)
    quality = _kept(earned, faults, terms.fault, terms.floored) if faults else earned
    progress = _kept(earned, delays, terms.delay, terms.floored) if delays else earned
    return earned, quality, progress


def counted_delays(line: Line, once: bool) -> int:
    """The delays that deduct: those with an objective cause do not."""
    delays = line.delays - line.objective_delays
    return min(delays, 1) if once else delays


def _kept(earned: int, times: int, deduction: Quotient, floored: bool) -> int:
    """What is left of `earned` after `times` deductions; the scale makes the division exact."""
    each, whole = deduction
    left = whole - each * times
    return earned // whole * (max(0, left) if floored else left)


NOTHING: Credit = (0, 0, 0)
