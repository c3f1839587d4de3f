"""Exact numbers: as quotients, as text, and the one place where a number is rounded."""

from decimal import Context, Decimal
from functools import lru_cache
from math import gcd
from typing import TypeAlias

from resolvers.statute.bounds import PLACES, Exact

Quotient: TypeAlias = tuple[int, int]
"""Numerator, and denominator above zero; not reduced. Ten times cheaper than a Fraction."""

_SHIFT = 10**PLACES
_WIDE = Context(prec=4 * PLACES)
"""Wide enough for every number that is acceptable, whatever the caller's own context."""


def plus(one: Quotient, other: Quotient) -> Quotient:
    """The sum of two quotients."""
    if one[1] == other[1]:
        return one[0] + other[0], one[1]
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]


def exact_text(value: Exact) -> str:
    """The number itself: "22.5" where decimals can say it, "101/120" where they cannot."""
    if isinstance(value, Decimal):
        if not value:
            return "0"
        text = str(value)
        if "E" in text:
            text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return quotient_text(*value.as_integer_ratio())


def quotient_text(numerator: int, denominator: int) -> str:
    """`exact_text` of a quotient."""
    common = gcd(numerator, denominator)
    if common == denominator:
        return str(numerator // denominator)
    numerator, denominator = numerator // common, denominator // common
    if _SHIFT % denominator:
        return f"{numerator}/{denominator}"
    return _placed(numerator * (_SHIFT // denominator)).rstrip("0")


@lru_cache(maxsize=256)
def decimal_text(exact: str) -> str:
    """An exact text as a decimal: a fraction is cut after the twelfth, the rest stays itself.

    Cut, not rounded: what is shown is never across a threshold that the number has not reached.
    """
    if "/" not in exact:
        return exact
    numerator, denominator = exact.split("/")
    return _placed(int(numerator) * _SHIFT // int(denominator))


def _placed(shifted: int) -> str:
    """A number from its trillions, with all twelve places."""
    if shifted < 0:
        return f"-{_placed(-shifted)}"
    digits = str(shifted).zfill(PLACES + 1)
    return f"{digits[:-PLACES]}.{digits[-PLACES:]}"


def cut(value: Quotient, digits: int) -> Decimal:
    """`value`, zero or more, without what stands after `digits` decimals."""
    return Decimal(f"{value[0] * 10**digits // value[1]}E-{digits}")


def rounded(value: Quotient, digits: int, mode: str) -> Decimal:
    """`value`, zero or more, to `digits` decimals: exact halves go up, or to the even neighbour."""
    numerator, denominator = value
    scaled, rest = divmod(numerator * 10**digits, denominator)
    above = 2 * rest - denominator
    if above > 0 or (above == 0 and (mode == "half_up" or scaled % 2)):
        scaled += 1
    return Decimal(f"{scaled}E-{digits}")
