"""Which rows of an agency's figures are withheld from who may not see the people behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Withheld:
    """What may not be shown to everybody who reads an agency's figures."""

    units: frozenset[UUID]
    """Units whose row is withheld."""
    total: bool
    """The agency's total is withheld."""
    total_afar: bool
    """The agency's total is not for heads above those who read the outer rows in full."""


def withheld(inner: Mapping[UUID, int], outer: Mapping[UUID, int], least: int) -> Withheld:
    """What is withheld where a row of fewer than `least` persons may not be shown.

    `inner` are the persons of each unit beneath the agency's root, `outer` those of the root itself
    and of what scores from above it. Whoever reads the total could subtract the rows shown. So the
    inner rows withheld have at least `least` persons together: the next smallest join them until
    they have, and where there are not so many the total is withheld too. The heads of the outer
    units read these in full; for heads above them the same must hold with the outer rows.
    """
    hidden = {unit for unit, persons in inner.items() if 0 < persons < least}
    together = sum(inner[unit] for unit in hidden)
    for unit in sorted(inner, key=lambda each: (inner[each], each)):
        if not 0 < together < least:
            break
        if unit not in hidden and inner[unit]:
            hidden.add(unit)
            together += inner[unit]
    few = {unit: persons for unit, persons in outer.items() if 0 < persons < least}
    everybody = sum(inner.values()) + sum(outer.values())
    total = 0 < together < least or 0 < everybody < least
    return Withheld(frozenset(hidden | few.keys()), total, 0 < together + sum(few.values()) < least)
