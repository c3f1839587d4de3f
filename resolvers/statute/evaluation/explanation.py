"""The way to a month's score, number by number: each with its values and the text it comes from."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from resolvers.statute.bounds import Exact
from resolvers.statute.evaluation.calculation import Abc, Calculation, Points
from resolvers.statute.evaluation.counting import (
    MOST_KEPT,
    Counted,
    Terms,
    counted_delays,
    worth,
)
from resolvers.statute.evaluation.facts import Leadership, Line, MonthFacts
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.rules import MonthRules
from resolvers.statute.exact import Quotient, exact_text, quotient_text
from resolvers.statute.switches import (
    CAP,
    DELAYS_COUNTED,
    ROUNDING_DIGITS,
    ROUNDING_MODE,
    ZERO_DENOMINATOR,
    Switches,
)

Said: TypeAlias = tuple[str, tuple[str, ...], str]
"""A step at its barest: its key in `wording`, its values in the order given there, its citation."""

Texts: TypeAlias = tuple[str, str, str]
"""a, b and c, exactly."""

LINES = {
    "planned": "line_planned",
    "urgent": "line_urgent",
    "taken_over": "line_taken_over",
    "handed_over": "line_handed_over",
}
"""For each origin, its wording."""


class Explanation(NamedTuple):
    """The way to a score, and the score as its steps say it; numbers are exact texts."""

    steps: list[Said]
    """From the facts to the level, in the order in which one would reckon by hand."""
    abc: Texts | None = None
    """The ratios as they count; None, like the rest, where no ratio can be formed."""
    results: str | None = None
    raw_total: str | None = None
    total: str | None = None
    level: str = Level.INSUFFICIENT_DATA.value


def explain(
    facts: MonthFacts, calculation: Calculation, rules: MonthRules, switches: Switches
) -> Explanation:
    """Every number of a calculation in words yet to be chosen, with the text that it comes from."""
    said: list[Said] = []
    general = _general(said, facts.general, calculation.general, rules)
    counted, points = calculation.counted, calculation.points
    assigned = "" if counted is None else _lines(said, counted, rules)
    if points is None:
        said.append(("nothing_assigned", ("INSUFFICIENT_DATA",), ZERO_DENOMINATOR.cite))
        return Explanation(said)
    abc = _texts(*points.measured)
    said += _given(abc, rules) if counted is None else _sums(counted, assigned, abc, rules)
    if points.abc != points.measured:
        abc = _capped(said, abc, points.measured)
    results = _results(said, abc, facts.leadership, points, rules)
    raw_total, total = quotient_text(*points.raw_total), str(points.total)
    said.append(("raw_total", (general, results, raw_total), rules.total.cite))
    said += _printed(total, points.level, rules, switches)
    return Explanation(said, abc, results, raw_total, total, points.level.value)


def _general(
    said: list[Said], general: Exact | Mapping[str, Exact], points: Quotient, rules: MonthRules
) -> str:
    """The points of the general part, criterion by criterion where the marks are known."""
    if not isinstance(general, int | Decimal | Fraction):
        said += [_mark(code, general[code], rules) for code in rules.general_criteria.value]
    total = quotient_text(*points)
    said.append(("general", (str(rules.parts.value["general"]), total), rules.parts.cite))
    return total


@lru_cache(MOST_KEPT)
def _mark(code: str, mark: Exact, rules: MonthRules) -> Said:
    values = (code, exact_text(rules.general_criteria.value[code]), exact_text(mark))
    return "general_criterion", values, rules.general_criteria.cite


def _lines(said: list[Said], counted: Counted, rules: MonthRules) -> str:
    """What each line earns, what its failures and delays take away; the units assigned in all."""
    for number, line in enumerate(counted.lines, start=1):
        said += _line(number, line, counted.terms, rules)
    assigned = quotient_text(counted.assigned, counted.scale)
    said.append(("assigned", (assigned,), rules.assigned_origins.cite))
    return assigned


@lru_cache(MOST_KEPT)
def _line(number: int, line: Line, terms: Terms, rules: MonthRules) -> tuple[Said, ...]:
    """What one line earns, what its failures and delays take away."""
    if not line.units:
        return (("line_empty", (str(number), "INSUFFICIENT_DATA"), ZERO_DENOMINATOR.cite),)
    scale, _, quantity, quality, progress = worth(line, terms)
    earned = quotient_text(quantity, scale)
    values = (str(number), exact_text(line.units), exact_text(line.completed), earned)
    said: list[Said] = [(LINES[line.origin], values, rules.line_cites[line.origin])]
    if line.quality_failures and quantity:
        said.append(_quality(number, line, earned, quotient_text(quality, scale), rules))
    if line.delays and quantity:
        left = quotient_text(progress, scale)
        said.append(_progress(number, line, earned, left, rules, once=terms.once))
    return tuple(said)


def _quality(number: int, line: Line, earned: str, left: str, rules: MonthRules) -> Said:
    faults, objective = line.quality_failures, line.objective_quality_failures
    each = str(rules.quality_deduction.value["each"])
    times = (str(faults), str(objective), str(faults - objective))
    cite = rules.quality_deduction.cite
    return "quality_deduction", (str(number), *times, each, earned, left), cite


def _progress(
    number: int, line: Line, earned: str, left: str, rules: MonthRules, *, once: bool
) -> Said:
    each = str(rules.progress_deduction.value["each"])
    times = (str(line.delays), str(line.objective_delays), str(counted_delays(line, once)))
    cite = DELAYS_COUNTED.cite if once else rules.progress_deduction.cite
    return "progress_deduction", (str(number), *times, each, earned, left), cite


def _texts(a: int, b: int, c: int, whole: int) -> Texts:
    """Three parts of one whole; they are mostly the same, and then written out once."""
    of_a = quotient_text(a, whole)
    of_b = of_a if b == a else quotient_text(b, whole)
    if c == a:
        return of_a, of_b, of_a
    return of_a, of_b, of_b if c == b else quotient_text(c, whole)


def _given(abc: Texts, rules: MonthRules) -> list[Said]:
    a, b, c = abc
    return [
        ("given_quantity", (a,), rules.count.cite),
        ("given_quality", (b,), rules.quality_deduction.cite),
        ("given_progress", (c,), rules.progress_deduction.cite),
    ]


def _sums(counted: Counted, assigned: str, abc: Texts, rules: MonthRules) -> list[Said]:
    """The lines together, as ratios to what was assigned."""
    scale, (a, b, c) = counted.scale, abc
    units = _texts(counted.quantity, counted.quality, counted.progress, scale)
    return [
        ("quantity", (units[0], assigned, a), rules.count.cite),
        ("quality", (units[1], assigned, b), rules.quality_deduction.cite),
        ("progress", (units[2], assigned, c), rules.progress_deduction.cite),
    ]


def _capped(said: list[Said], abc: Texts, measured: Abc) -> Texts:
    """The ratios as the agency's rule lets them count."""
    taken = []
    for letter, text, part in zip("abc", abc, measured, strict=False):
        above = part > measured.whole
        taken.append("1" if above else text)
        if above:
            said.append(("ratio_cap", (letter, text, "1"), CAP.cite))
    a, b, c = taken
    return a, b, c


def _results(
    said: list[Said],
    abc: Texts,
    leadership: Leadership | None,
    points: Points,
    rules: MonthRules,
) -> str:
    """The points of the results part, from its ratios."""
    result, uncapped = quotient_text(*points.result), quotient_text(*points.uncapped)
    if leadership is None:
        said.append(("staff", (*abc, result), rules.staff.cite))
    else:
        d = exact_text(leadership.unit_result)
        đ = exact_text(leadership.organising)
        e = exact_text(leadership.unity)
        cite = rules.leadership.cite
        said += [("unit_result", (d,), cite), ("organising", (đ,), cite), ("unity", (e,), cite)]
        said.append(("leader", (*abc, d, đ, e, result), rules.leader.cite))
    most = str(rules.parts.value["results"])
    said.append(("points", (result, most, uncapped), rules.points.cite))
    if points.results == points.uncapped:
        return uncapped
    said.append(("total_cap", (uncapped, most), rules.parts.cite))
    return most


def _printed(total: str, level: Level, rules: MonthRules, switches: Switches) -> list[Said]:
    """The one rounding, and the level of what is printed."""
    mode, digits = switches(ROUNDING_MODE), str(switches(ROUNDING_DIGITS))
    least = str(rules.levels.value[level])
    return [
        ("rounding", (mode, digits, total), ROUNDING_MODE.cite),
        ("level", (total, least, level.value), rules.levels.cite),
    ]
