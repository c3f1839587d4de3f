"""A pool shared out by weights, to the đồng: exact shares, one rounding, one rule for the rest.

Every share is rounded down. What is then left over is less than one đồng for each share: it is kept
in the pool, or given out đồng by đồng to the largest fractions; among equal fractions the greater
weight comes first, then the declared order. So the sum never exceeds the pool, and nobody's amount
depends on the order in which people are told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from resolvers.statute.bounds import Unacceptable, refused


class Remainder(StrEnum):
    """What becomes of the đồng that are left when all shares are rounded down."""

    LARGEST = "largest"
    """They go to the largest fractions, one each: the pool is shared out to the đồng."""
    KEPT = "kept"
    """They stay in the fund: equal weights get equal amounts."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One share in a pool."""

    key: str
    weight: Fraction
    order: str
    """Decides between equal fractions of equal weights; no two are the same."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one claim comes to."""

    exact: Fraction
    amount: int
    """Whole đồng."""
    raised: bool
    """One đồng of the remainder is in it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A pool shared out."""

    pool: int
    weights: Fraction
    base: Fraction
    """What a weight of 1 is worth; 0 where nobody has any weight."""
    shares: Mapping[str, Share]
    kept: int
    """What stays in the fund."""

    @property
    def total(self) -> int:
        """What is given out."""
        return self.pool - self.kept


def share_out(pool: int, claims: Sequence[Claim], remainder: Remainder) -> Shared:
    """Share out `pool` đồng by weights; raises Unacceptable.

    With `LARGEST` all of the pool is given out, unless nobody has any weight.
    """
    _demand_fair(pool, claims)
    weights = sum((claim.weight for claim in claims), Fraction(0))
    base = pool / weights if weights else Fraction(0)
    exact = {claim.key: base * claim.weight for claim in claims}
    left = pool - sum(map(floor, exact.values())) if weights else 0
    ranked = sorted(claims, key=lambda claim: _rank(claim, exact[claim.key]))
    raised = {claim.key for claim in ranked[:left]} if remainder is Remainder.LARGEST else set()
    shares = {
        key: Share(share, floor(share) + (key in raised), key in raised)
        for key, share in exact.items()
    }
    kept = pool - sum(share.amount for share in shares.values())
    return Shared(pool, weights, base, shares, kept)


def _rank(claim: Claim, exact: Fraction) -> tuple[Fraction, Fraction, str]:
    return -(exact - floor(exact)), -claim.weight, claim.order


def _demand_fair(pool: int, claims: Sequence[Claim]) -> None:
    if pool < 0:
        raise refused("pool", "must be from 0", pool)
    for number, claim in enumerate(claims):
        if claim.weight < 0:
            raise refused(f"claims[{number}].weight", "must be from 0", claim.weight)
    for name in ("key", "order"):
        if len({getattr(claim, name) for claim in claims}) < len(claims):
            raise Unacceptable(f"claims.{name}", "must differ from claim to claim")
