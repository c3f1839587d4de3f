"""Articles 14 to 17 as formulas, each under its dates. All exact: nothing is rounded here.

The ratios a, b, c, d, đ and e come as numbers of equal parts, of which `whole` make 100 %.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from resolvers.statute.dated import Dated
from resolvers.statute.decrees import decree_335
from resolvers.statute.evaluation.counting import Counted, Terms, count
from resolvers.statute.evaluation.facts import Line
from resolvers.statute.exact import Quotient, plus

Count: TypeAlias = Callable[[Sequence[Line], Terms], Counted]
Staff: TypeAlias = Callable[[int, int, int, int], Quotient]
Leader: TypeAlias = Callable[[int, int, int, int, int, int, int], Quotient]
Points: TypeAlias = Callable[[Quotient, Quotient], Quotient]
Total: TypeAlias = Callable[[Quotient, Quotient], Quotient]
Unit: TypeAlias = Callable[[Iterable[Decimal], Decimal], bool]


def _mean_of_three(a: int, b: int, c: int, whole: int) -> Quotient:
    return a + b + c, 3 * whole


def _mean_of_six(a: int, b: int, c: int, d: int, đ: int, e: int, whole: int) -> Quotient:
    return a + b + c + d + đ + e, 6 * whole


def _share_of_most(result: Quotient, most: Quotient) -> Quotient:
    return result[0] * most[0], result[1] * most[1]


def _both_parts(general: Quotient, results: Quotient) -> Quotient:
    return plus(general, results)


def _all_at_least(totals: Iterable[Decimal], completed: Decimal) -> bool:
    return all(total >= completed for total in totals)


COUNT: Dated[Count] = Dated("evaluation/count", [decree_335("14(2)(a)", count)])
STAFF: Dated[Staff] = Dated("evaluation/staff", [decree_335("16(1)", _mean_of_three)])
LEADER: Dated[Leader] = Dated("evaluation/leader", [decree_335("16(2)", _mean_of_six)])
POINTS: Dated[Points] = Dated("evaluation/points", [decree_335("17(1)", _share_of_most)])
TOTAL: Dated[Total] = Dated("evaluation/total", [decree_335("17(1)", _both_parts)])
UNIT: Dated[Unit] = Dated("evaluation/unit", [decree_335("15(3)(a)", _all_at_least)])
