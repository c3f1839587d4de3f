"""The class of a civil servant's year: computed from points, then as the decree applies it."""

from dataclasses import dataclass
from enum import StrEnum

from resolvers.statute.bounds import refused
from resolvers.statute.dated import Dated, Law
from resolvers.statute.decrees import decree_335
from resolvers.statute.evaluation.classes.charging import Charge, Charged, charge
from resolvers.statute.evaluation.classes.facts import Office, YearFacts
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.parameters import LEVELS
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.evaluation.year.facts import NotRated
from resolvers.statute.evaluation.year.parameters import MONTHS_RATED
from resolvers.statute.switches import SAME_ACT_YEAR, Switches


class Waiting(StrEnum):
    """Why there is no class to apply yet, or at all."""

    NOT_RATED = "NOT_RATED"
    INSUFFICIENT_DATA = "INSUFFICIENT_DATA"
    ORGANISATION_NOT_CLASSED = "ORGANISATION_NOT_CLASSED"
    """Article 20(6): a head's class waits for that of his organisation."""


@dataclass(frozen=True, slots=True)
class Classified:
    """A class with the way to it. What is computed is kept beside what is applied."""

    computed: Level | None
    """The level of the points: INSUFFICIENT_DATA with months missing, None if not rated."""
    applied: Level | None
    """The class, before a quota and before any person's decision; None while `waiting`."""
    waiting: str
    """Empty, or one of Waiting."""
    overrides: tuple[Charged, ...]
    """What forces the lowest class in this year."""
    consider: tuple[Charged, ...]
    """What a person must weigh: it changes nothing by itself."""
    set_aside: tuple[Charged, ...]
    """What does not count in this year, with the reason."""
    steps: tuple[Step, ...]
    cites: tuple[str, ...]


def _worse(head: Level, organisation: Level) -> Level:
    order = list(Level)
    return max(head, organisation, key=order.index)


HEAD_LIMIT = Dated("evaluation/classes/head_limit", [decree_335("20(6)", _worse)])
"""Article 20(6): a head's class is not higher than his organisation's. Deputies are not limited."""


def classify(facts: YearFacts, switches: Switches, law: Law) -> Classified:
    """The class of one person's year; `law` is that of the year's last day.

    Raises Unacceptable for an organisation without one of the four classes, and NotInForce.
    """
    if facts.organisation is Level.INSUFFICIENT_DATA:
        raise refused("organisation", "must be one of the four classes, or none", "no class")
    charged = charge(facts, switches, law)
    overrides = tuple([each for each in charged if each.charge is Charge.COUNTED])
    weighed = (Charge.TO_CONSIDER, Charge.ACT_NOT_DATED)
    consider = tuple([each for each in charged if each.charge in weighed])
    set_aside = tuple([each for each in charged if each not in (*overrides, *consider)])
    steps = [_computed(facts, law), *[_disqualifier(each) for each in charged]]
    if any(each.disqualifier.same_act for each in charged):
        law.heed(SAME_ACT_YEAR.cite)
    applied, waiting = _applied(facts, bool(overrides), steps, law)
    cites = tuple(dict.fromkeys(step.cite for step in steps))
    law.heed(*cites)
    return Classified(
        computed=facts.level,
        applied=applied,
        waiting=waiting,
        overrides=overrides,
        consider=consider,
        set_aside=set_aside,
        steps=tuple(steps),
        cites=cites,
    )


def _applied(
    facts: YearFacts, forced: bool, steps: list[Step], law: Law
) -> tuple[Level | None, str]:
    """The class that applies, or why none does; its steps are added to `steps`."""
    level = facts.level
    if level is None:
        return None, Waiting.NOT_RATED.value
    if forced:
        level = Level.NOT_COMPLETED
    elif level is Level.INSUFFICIENT_DATA:
        return None, Waiting.INSUFFICIENT_DATA.value
    elif facts.office is Office.HEAD and not facts.organisation_exempt:
        if facts.organisation is None:
            waits = Waiting.ORGANISATION_NOT_CLASSED.value
            steps.append(Step("class_waits", (waits,), law.cite(HEAD_LIMIT)))
            return None, waits
        values = (level.value, facts.organisation.value)
        level = law(HEAD_LIMIT)(level, facts.organisation)
        steps.append(Step("class_head", (*values, level.value), law.cite(HEAD_LIMIT)))
    steps.append(Step("class_applied", (level.value,), law.cite(LEVELS)))
    return level, ""


def _computed(facts: YearFacts, law: Law) -> Step:
    """The first step: what the points alone come to."""
    if facts.level is None:
        because = facts.not_rated_because or NotRated.NOTHING_WORKED.value
        return Step("class_not_rated", (because,), law.cite(MONTHS_RATED))
    if facts.total is None:
        return Step("class_no_total", (facts.level.value,), law.cite(LEVELS))
    return Step("class_computed", (str(facts.total), facts.level.value), law.cite(LEVELS))


def _disqualifier(each: Charged) -> Step:
    what = each.disqualifier
    day = what.effective.isoformat()
    if each.charge is Charge.OTHER_YEAR:
        values = (what.kind.value, what.decision, day, str(each.year))
        return Step("class_other_year", values, each.cite)
    values = (what.kind.value, what.decision, day, each.charge.value)
    return Step("class_disqualifier", values, each.cite)
