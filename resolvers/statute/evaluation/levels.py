"""The levels of article 20 and the points from which each begins."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from resolvers.statute.dated import Law
from resolvers.statute.evaluation.parameters import LEVELS


class Level(StrEnum):
    """The levels of article 20, best first, and the absence of one."""

    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    COMPLETED = "COMPLETED"
    NOT_COMPLETED = "NOT_COMPLETED"
    INSUFFICIENT_DATA = "INSUFFICIENT_DATA"


_BY_NAME = {level.value: level for level in Level}


def level_of(total: Decimal, law: Law) -> Level:
    """The level of a printed total, 0 to 100 points; raises NotInForce before the decree."""
    return level_in(total, law(LEVELS))


def level_in(total: Decimal, levels: Mapping[str, Decimal]) -> Level:
    """The best level whose least points are reached: the threshold itself suffices."""
    for name, least in levels.items():
        if total >= least:
            return _BY_NAME[name]
    raise ValueError(f"no level begins at or below {total} points")
