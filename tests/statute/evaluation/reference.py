"""The decree reckoned a second time: slowly, with fractions, straight from articles 12 to 20."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from resolvers.statute.evaluation import Line

QUARTER = Fraction(1, 4)


class Reckoned(NamedTuple):
    a: Fraction
    b: Fraction
    c: Fraction
    results: Fraction
    raw_total: Fraction


def reckon(
    general: Fraction,
    lines: Sequence[Line],
    led: Sequence[Fraction] = (),
    *,
    each_ratio: bool = False,
    floored: bool = True,
    once: bool = False,
) -> Reckoned | None:
    """The score of a month before rounding; None where nothing was assigned."""
    assigned = sum(
        (Fraction(line.units) for line in lines if line.origin in ("planned", "handed_over")),
        Fraction(),
    )
    if assigned == 0:
        return None
    done = [line for line in lines if line.origin != "handed_over"]
    a = sum((Fraction(line.units) * Fraction(line.completed) for line in done), Fraction())
    b = sum((_kept(line, _faults(line), floored) for line in done), Fraction())
    c = sum((_kept(line, _delays(line, once), floored) for line in done), Fraction())
    a, b, c = (max(Fraction(), part) / assigned for part in (a, b, c))
    if each_ratio:
        a, b, c = (min(ratio, Fraction(1)) for ratio in (a, b, c))
    criteria = [a, b, c, *led]
    results = min(Fraction(70), 70 * sum(criteria, Fraction()) / len(criteria))
    return Reckoned(a, b, c, results, general + results)


def _faults(line: Line) -> int:
    return line.quality_failures - line.objective_quality_failures


def _delays(line: Line, once: bool) -> int:
    delays = line.delays - line.objective_delays
    return min(delays, 1) if once else delays


def _kept(line: Line, times: int, floored: bool) -> Fraction:
    left = 1 - QUARTER * times
    share = max(Fraction(), left) if floored else left
    return Fraction(line.units) * Fraction(line.completed) * share
