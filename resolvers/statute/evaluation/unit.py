"""d of article 15(3)(a): the result of the unit, from the scores of the civil servants in it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from resolvers.statute.dated import Law
from resolvers.statute.evaluation.formulas import UNIT
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.parameters import LEADERSHIP, LEVELS
from resolvers.statute.switches import DEFAULTS, NO_SUBORDINATES, Switches


@dataclass(frozen=True, slots=True)
class Subordinates:
    """The civil servants under a leader's management in one month, by what is known of them."""

    totals: tuple[Decimal, ...] = ()
    """Printed totals, 0 to 100 points."""
    unscored: int = 0
    """How many are still to be scored: their scores may yet decide."""
    insufficient: int = 0
    """How many were assigned nothing and have no score: neither case of the article is theirs."""


class Cause(StrEnum):
    """Why d is what it is."""

    ALL_COMPLETED = "ALL_COMPLETED"
    ONE_NOT_COMPLETED = "ONE_NOT_COMPLETED"
    NOT_ALL_SCORED = "NOT_ALL_SCORED"
    NOBODY_SCORED = "NOBODY_SCORED"


@dataclass(frozen=True, slots=True)
class UnitResult:
    """d, or None where it is not decided yet; with the reason and the text or rule behind it."""

    value: Decimal | None
    cause: Cause
    cite: str


def unit_result(subordinates: Subordinates, law: Law, switches: Switches = DEFAULTS) -> UnitResult:
    """d of a head, or of a deputy within his field. Score the subordinates before their leader.

    None means: wait for those not scored yet (NOT_ALL_SCORED), or let the scoring head choose with
    a reason because nobody has a score and the agency wants it so (NOBODY_SCORED).
    """
    met, not_met = law(LEADERSHIP)["met"], law(LEADERSHIP)["not_met"]
    cite, all_at_least = law.cite(UNIT), law(UNIT)
    if not all_at_least(subordinates.totals, law(LEVELS)[Level.COMPLETED]):
        return UnitResult(not_met, Cause.ONE_NOT_COMPLETED, cite)
    if subordinates.unscored:
        return UnitResult(None, Cause.NOT_ALL_SCORED, cite)
    if subordinates.totals:
        return UnitResult(met, Cause.ALL_COMPLETED, cite)
    law.heed(NO_SUBORDINATES.cite)
    value = met if switches(NO_SUBORDINATES) == "met" else None
    return UnitResult(value, Cause.NOBODY_SCORED, NO_SUBORDINATES.cite)
