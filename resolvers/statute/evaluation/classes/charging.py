"""To which year each disqualifier is charged, and what it does there (article 11(3))."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from resolvers.statute.dated import Law
from resolvers.statute.evaluation.classes.facts import (
    Disqualifier,
    DisqualifierKind,
    Office,
    YearFacts,
)
from resolvers.statute.evaluation.classes.grounds import GROUNDS, Effect
from resolvers.statute.switches import SAME_ACT_YEAR, Switches

ONCE = "Decree 335/2025/NĐ-CP, art. 11(3)(a)"
ALREADY_USED = "Decree 335/2025/NĐ-CP, art. 11(3)(b)"
OLD_AGENCY = "Decree 335/2025/NĐ-CP, art. 11(3)(c)"
BOTH_AGENCIES = "Decree 335/2025/NĐ-CP, art. 11(3)(d)"


class Charge(StrEnum):
    """What became of a disqualifier in the year that is being classified."""

    COUNTED = "COUNTED"
    TO_CONSIDER = "TO_CONSIDER"
    UNRELATED_TO_DUTY = "UNRELATED_TO_DUTY"
    NOT_A_LEADER = "NOT_A_LEADER"
    OTHER_YEAR = "OTHER_YEAR"
    """It counts in another year: a class of that year may have to be replaced (article 21(3))."""
    ACT_NOT_DATED = "ACT_NOT_DATED"
    """It counts in the year of its act, and nobody established that: a person must decide."""


class Charged(NamedTuple):
    """A disqualifier with what became of it, by which text, and the year that it counts in."""

    disqualifier: Disqualifier
    charge: Charge
    cite: str
    year: int | None


def charge(facts: YearFacts, switches: Switches, law: Law) -> list[Charged]:
    """What becomes of every disqualifier; raises NotInForce before the texts."""
    grounds = [
        (each, law(GROUNDS[each.kind]), law.cite(GROUNDS[each.kind]))
        for each in facts.disqualifiers
    ]
    forcing = [each for each, effect, _ in grounds if effect is Effect.NOT_COMPLETED]
    return [
        _charged(each, effect, cite, forcing, facts, switches) for each, effect, cite in grounds
    ]


def _charged(
    each: Disqualifier,
    effect: Effect,
    cite: str,
    forcing: Sequence[Disqualifier],
    facts: YearFacts,
    switches: Switches,
) -> Charged:
    if effect is Effect.NONE:
        return Charged(each, Charge.UNRELATED_TO_DUTY, cite, None)
    if each.kind is DisqualifierKind.UNIT_CORRUPTION and facts.office is Office.STAFF:
        return Charged(each, Charge.NOT_A_LEADER, cite, None)
    year: int | None = each.effective.year
    rule = ""
    if effect is Effect.NOT_COMPLETED:
        year, rule = _year(each, forcing, facts, switches)
    if year is None:
        return Charged(each, Charge.ACT_NOT_DATED, rule, None)
    if year != facts.year:
        return Charged(each, Charge.OTHER_YEAR, rule or cite, year)
    counted = Charge.COUNTED if effect is Effect.NOT_COMPLETED else Charge.TO_CONSIDER
    return Charged(each, counted, cite, year)


def _year(
    each: Disqualifier, forcing: Sequence[Disqualifier], facts: YearFacts, switches: Switches
) -> tuple[int | None, str]:
    """The year in which it counts, and the rule of article 11(3) that moved it there, if one did.

    A decision that took effect in the year counts in that year, unless: (b) the act has been used
    before; (c) it happened at an agency that he has left, or (d) at both, where the year of the act
    counts; or (a) the same act has decisions in several years, of which one counts.
    """
    of_act = [each]
    if each.same_act:
        of_act = [other for other in forcing if other.same_act == each.same_act]
    used = [other.used_in for other in of_act if other.used_in is not None]
    if used:
        return min(used), ALREADY_USED
    if (each.at_agency or facts.agency) != (each.by_agency or facts.agency):
        return _year_of_act(each), OLD_AGENCY
    if len({other.at_agency or facts.agency for other in forcing}) > 1:
        return _year_of_act(each), BOTH_AGENCIES
    years = sorted({other.effective.year for other in of_act})
    first = switches(SAME_ACT_YEAR) == "first_decision"
    return years[0 if first else -1], ONCE if len(years) > 1 else ""


def _year_of_act(each: Disqualifier) -> int | None:
    return None if each.act is None else each.act.year
