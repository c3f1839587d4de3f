"""The numbers and formulas of the roll-up, each under its dates."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import TypeAlias

from resolvers.statute.dated import Dated
from resolvers.statute.decrees import decree_335
from resolvers.statute.exact import Quotient, plus
from resolvers.statute.load import parameter

MONTHS_RATED = parameter("evaluation/year/months_rated")
ABSENCES_IN_SERVICE = parameter("evaluation/year/absences_in_service")
ABSENCES_EXCEPTED = parameter("evaluation/year/absences_excepted")

Mean: TypeAlias = Callable[[Sequence[Quotient]], Quotient]


def _mean_of_periods(totals: Sequence[Quotient]) -> Quotient:
    """Every period counts the same, however many days of it were worked."""
    numerator, denominator = reduce(plus, totals)
    return numerator, denominator * len(totals)


MEAN: Dated[Mean] = Dated("evaluation/year/mean", [decree_335("17(3)", _mean_of_periods)])
