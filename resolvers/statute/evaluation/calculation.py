"""Articles 14 to 20 applied to one month: every number, none of the words."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from resolvers.statute.bounds import Exact
from resolvers.statute.evaluation.checks import check
from resolvers.statute.evaluation.counting import MOST_KEPT, Counted
from resolvers.statute.evaluation.facts import Leadership, MonthFacts, Ratios
from resolvers.statute.evaluation.levels import Level, level_in
from resolvers.statute.evaluation.rules import MonthRules
from resolvers.statute.exact import Quotient, rounded
from resolvers.statute.switches import (
    CAP,
    DEDUCTION_FLOOR,
    DELAYS_COUNTED,
    ROUNDING_DIGITS,
    ROUNDING_MODE,
    Switches,
)


class Abc(NamedTuple):
    """Quantity, quality and progress in equal parts, of which `whole` make 100 %.

    Above `whole` where work was added to the plan (article 18(1)(d)).
    """

    a: int
    b: int
    c: int
    whole: int

    def capped(self) -> "Abc":
        """The same with no ratio above 100 %."""
        whole = self.whole
        return Abc(min(self.a, whole), min(self.b, whole), min(self.c, whole), whole)


class Points(NamedTuple):
    """What the ratios come to: exact until `total`, which is printed and decides the level."""

    measured: Abc
    """The ratios as counted, or as given."""
    abc: Abc
    """The ratios as the formula took them."""
    result: Quotient
    """The mean of the ratios; 1 is 100 %."""
    uncapped: Quotient
    results: Quotient
    raw_total: Quotient
    total: Decimal
    level: Level


class Calculation(NamedTuple):
    """A month's numbers. `counted` is None where ratios were given, `points` where none can be."""

    general: Quotient
    counted: Counted | None
    points: Points | None


def calculate(facts: MonthFacts, rules: MonthRules, switches: Switches) -> Calculation:
    """Every number of the month; raises Unacceptable for facts that the law does not know."""
    check(facts, rules)
    general = _general(facts.general)
    if isinstance(facts.work, Ratios):
        points = _points(general, _given(facts.work), facts.leadership, rules, switches)
        return Calculation(general, None, points)
    floored = switches(DEDUCTION_FLOOR) == "each_product"
    once = switches(DELAYS_COUNTED) == "once_per_product"
    counted = rules.count.value(facts.work, rules.terms[floored, once])
    if not counted.assigned:
        return Calculation(general, counted, None)
    measured = Abc(counted.quantity, counted.quality, counted.progress, counted.assigned)
    points = _points(general, measured, facts.leadership, rules, switches)
    return Calculation(general, counted, points)


def _general(general: Exact | Mapping[str, Exact]) -> Quotient:
    if isinstance(general, int | Decimal | Fraction):
        return _ratio(general)
    marks = [*map(_ratio, general.values())]
    whole = lcm(*[parts for _, parts in marks])
    return sum([points * (whole // parts) for points, parts in marks]), whole


@lru_cache(MOST_KEPT)
def _ratio(points: Exact) -> Quotient:
    return points.as_integer_ratio()


def _given(ratios: Ratios) -> Abc:
    given = (ratios.a, ratios.b, ratios.c)
    whole = lcm(*[ratio.as_integer_ratio()[1] for ratio in given])
    a, b, c = [_parts(ratio, whole) for ratio in given]
    return Abc(a, b, c, whole)


def _points(
    general: Quotient,
    measured: Abc,
    leadership: Leadership | None,
    rules: MonthRules,
    switches: Switches,
) -> Points:
    abc = measured if switches(CAP) == "total" else measured.capped()
    a, b, c, whole = abc
    if leadership is None:
        result = rules.staff.value(a, b, c, whole)
    else:
        result = _leader_result(abc, leadership, rules)
    results = uncapped = rules.points.value(result, rules.results_most)
    if result[0] > result[1]:
        results = rules.results_most
    raw_total = rules.total.value(general, results)
    total = rounded(raw_total, switches(ROUNDING_DIGITS), switches(ROUNDING_MODE))
    level = level_in(total, rules.levels.value)
    return Points(measured, abc, result, uncapped, results, raw_total, total, level)


def _leader_result(abc: Abc, leadership: Leadership, rules: MonthRules) -> Quotient:
    """Article 16(2), with all six ratios brought to parts of the same size."""
    led = (leadership.unit_result, leadership.organising, leadership.unity)
    fine = lcm(*[value.as_integer_ratio()[1] for value in led])
    a, b, c, whole = [part * fine for part in abc]
    d, đ, e = [_parts(value, whole) for value in led]
    return rules.leader.value(a, b, c, d, đ, e, whole)


def _parts(ratio: Exact, whole: int) -> int:
    """A ratio in parts of which `whole` make 1; `whole` is chosen so that they come out even."""
    numerator, denominator = ratio.as_integer_ratio()
    return numerator * whole // denominator
