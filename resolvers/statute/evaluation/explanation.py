"""The way to a month's score, number by number: each with its values and the text it comes from."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from resolvers.statute.bounds import Exact
from resolvers.statute.evaluation.calculation import Abc, Calculation, Points
from resolvers.statute.evaluation.counting import Counted, counted_delays
from resolvers.statute.evaluation.facts import Leadership, Line, MonthFacts, Ratios
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

LINES = {
    "planned": ("line_planned", "count"),
    "urgent": ("line_urgent", "earning_origins"),
    "taken_over": ("line_taken_over", "earning_origins"),
    "handed_over": ("line_handed_over", "earning_origins"),
}
"""For each origin, its wording and the rule that says what it earns."""


def explain(
    facts: MonthFacts, calculation: Calculation, rules: MonthRules, switches: Switches
) -> list[Said]:
    """The steps from the facts to the level, in the order in which one would reckon by hand."""
    said: list[Said] = []
    _general(said, facts.general, calculation, rules)
    if isinstance(facts.work, Ratios):
        _given(said, facts.work, rules)
    elif calculation.counted is not None:
        _lines(said, facts.work, calculation.counted, rules, switches)
        _sums(said, calculation.counted, rules)
    if calculation.points is not None and calculation.measured is not None:
        _caps(said, calculation.measured, calculation.points.abc)
        _results(said, facts.leadership, calculation.points, rules)
        _total(said, calculation.general, calculation.points, rules, switches)
    return said


def _general(
    said: list[Said],
    general: Exact | Mapping[str, Exact],
    calculation: Calculation,
    rules: MonthRules,
) -> None:
    """The general part, criterion by criterion where the marks are known."""
    if not isinstance(general, int | Decimal | Fraction):
        for code, most in rules.general_criteria.value.items():
            mark = (code, exact_text(most), exact_text(general[code]))
            said.append(("general_criterion", mark, rules.general_criteria.cite))
    values = (str(rules.parts.value["general"]), quotient_text(*calculation.general))
    said.append(("general", values, rules.parts.cite))


def _given(said: list[Said], ratios: Ratios, rules: MonthRules) -> None:
    said += [
        ("given_quantity", (exact_text(ratios.a),), rules.count.cite),
        ("given_quality", (exact_text(ratios.b),), rules.quality_deduction.cite),
        ("given_progress", (exact_text(ratios.c),), rules.progress_deduction.cite),
    ]


def _lines(
    said: list[Said],
    lines: Sequence[Line],
    counted: Counted,
    rules: MonthRules,
    switches: Switches,
) -> None:
    """What each line earns, then what its failures and its delays take away."""
    scale = counted.scale
    for number, (line, credit) in enumerate(zip(lines, counted.credits, strict=True), start=1):
        if not line.units:
            nothing = (str(number), "INSUFFICIENT_DATA")
            said.append(("line_empty", nothing, ZERO_DENOMINATOR.cite))
            continue
        units, share = exact_text(line.units), exact_text(line.completed)
        # Most products are accepted whole: their worth is already said.
        earned = units if credit[0] and share == "1" else quotient_text(credit[0], scale)
        values = (str(number), units, share, earned)
        key, rule = LINES[line.origin]
        said.append((key, values, getattr(rules, rule).cite))
        if line.quality_failures and credit[0]:
            left = quotient_text(credit[1], scale)
            said.append(_quality(number, line, earned, left, rules))
        if line.delays and credit[0]:
            left = quotient_text(credit[2], scale)
            said.append(_progress(number, line, earned, left, rules, switches))


def _quality(number: int, line: Line, earned: str, left: str, rules: MonthRules) -> Said:
    faults, objective = line.quality_failures, line.objective_quality_failures
    each = str(rules.quality_deduction.value["each"])
    times = (str(faults), str(objective), str(faults - objective))
    cite = rules.quality_deduction.cite
    return "quality_deduction", (str(number), *times, each, earned, left), cite


def _progress(
    number: int, line: Line, earned: str, left: str, rules: MonthRules, switches: Switches
) -> Said:
    once = switches(DELAYS_COUNTED) == "once_per_product"
    each = str(rules.progress_deduction.value["each"])
    times = (str(line.delays), str(line.objective_delays), str(counted_delays(line, once)))
    cite = DELAYS_COUNTED.cite if once else rules.progress_deduction.cite
    return "progress_deduction", (str(number), *times, each, earned, left), cite


def _sums(said: list[Said], counted: Counted, rules: MonthRules) -> None:
    """The lines together, and their ratios to what was assigned."""
    scale, whole = counted.scale, counted.assigned
    assigned = quotient_text(whole, scale)
    said.append(("assigned", (assigned,), rules.assigned_origins.cite))
    if not whole:
        said.append(("nothing_assigned", ("INSUFFICIENT_DATA",), ZERO_DENOMINATOR.cite))
        return
    for key, part, cite in (
        ("quantity", counted.quantity, rules.count.cite),
        ("quality", counted.quality, rules.quality_deduction.cite),
        ("progress", counted.progress, rules.progress_deduction.cite),
    ):
        values = (quotient_text(part, scale), assigned, quotient_text(part, whole))
        said.append((key, values, cite))


def _caps(said: list[Said], measured: Abc, taken: Abc) -> None:
    """The ratios that the agency's rule lowered."""
    if measured is not taken:
        for letter, above, part in zip("abc", measured, taken, strict=False):
            if above > part:
                values = (letter, quotient_text(above, measured.whole), "1")
                said.append(("ratio_cap", values, CAP.cite))


def _results(
    said: list[Said], leadership: Leadership | None, points: Points, rules: MonthRules
) -> None:
    """From the ratios to the points of the results part."""
    a, b, c, whole = points.abc
    abc = quotient_text(a, whole), quotient_text(b, whole), quotient_text(c, whole)
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
    if points.results != points.uncapped:
        said.append(("total_cap", (uncapped, most), rules.parts.cite))


def _total(
    said: list[Said], general: Quotient, points: Points, rules: MonthRules, switches: Switches
) -> None:
    """The sum of the two parts, its one rounding, and the level of what is printed."""
    parts = (
        quotient_text(*general),
        quotient_text(*points.results),
        quotient_text(*points.raw_total),
    )
    mode, digits, printed = switches(ROUNDING_MODE), switches(ROUNDING_DIGITS), str(points.total)
    least = str(rules.levels.value[points.level])
    said += [
        ("raw_total", parts, rules.total.cite),
        ("rounding", (mode, str(digits), printed), ROUNDING_MODE.cite),
        ("level", (printed, least, points.level.value), rules.levels.cite),
    ]
