"""The level of a Party review: points, then the conditions of article 11; what they leave open."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from resolvers.statute.bounds import is_number, refused
from resolvers.statute.dated import Dated, Law
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.load import Numbers
from resolvers.statute.party.facts import Category, Ground, PartyFacts
from resolvers.statute.party.parameters import CONDITIONS, LEVELS, PARTS
from resolvers.statute.party.schemes import Scheme


class PartyCondition(StrEnum):
    """What article 11 asks for besides points."""

    TASKS_DONE = "TASKS_DONE"
    TASKS_ON_TIME = "TASKS_ON_TIME"
    TASKS_FEW_LATE = "TASKS_FEW_LATE"
    TASKS_WELL = "TASKS_WELL"
    TASKS_EXCEEDED = "TASKS_EXCEEDED"
    FAULTS_MENDED = "FAULTS_MENDED"
    NOBODY_DISCIPLINED = "NOBODY_DISCIPLINED"


class Failing(StrEnum):
    """What makes the lowest level besides a concluded ground."""

    FEW_POINTS = "FEW_POINTS"
    PLAN_MISSED = "PLAN_MISSED"
    TARGETS_MISSED = "TARGETS_MISSED"
    UNITS_FAILED = "UNITS_FAILED"
    LOW_CONFIDENCE = "LOW_CONFIDENCE"
    TASKS_FAILED = "TASKS_FAILED"
    QUARTER_UNFINISHED = "QUARTER_UNFINISHED"


class Gap(StrEnum):
    """What a person has to decide, because the text does not."""

    NO_LEVEL_FITS = "NO_LEVEL_FITS"


_DONE = (PartyCondition.TASKS_DONE, PartyCondition.TASKS_ON_TIME)
_BEST = (
    *_DONE,
    PartyCondition.TASKS_WELL,
    PartyCondition.TASKS_EXCEEDED,
    PartyCondition.FAULTS_MENDED,
    PartyCondition.NOBODY_DISCIPLINED,
)
ASKED: Mapping[Level, tuple[PartyCondition, ...]] = {
    Level.EXCELLENT: _BEST,
    Level.GOOD: _DONE,
    Level.COMPLETED: (PartyCondition.TASKS_DONE, PartyCondition.TASKS_FEW_LATE),
}
"""The conditions of each level."""
EXCUSABLE: frozenset[str] = frozenset(
    {
        *(Failing.PLAN_MISSED, Failing.TARGETS_MISSED, Failing.UNITS_FAILED, Failing.TASKS_FAILED),
        *(Ground.WRONGDOING, Ground.MEMBER_DISCIPLINED, Ground.CORRUPTION_IN_CHARGE),
    }
)
"""What force majeure, or a fault that one found and mended oneself, may set aside."""


@dataclass(frozen=True, slots=True)
class PartyClass:
    """A level with the way to it.

    `lawful` is None where no level fits: the committee decides with a reason. `consider` names what
    it may set aside with a reason, as long as nobody has decided about that.
    """

    computed: Level
    """Of the points alone."""
    lawful: Level | None
    gaps: tuple[Gap, ...]
    consider: tuple[str, ...]
    unmet: tuple[PartyCondition, ...]
    steps: tuple[Step, ...]
    cites: tuple[str, ...]


def party_class(facts: PartyFacts, scheme: Dated[Scheme], law: Law) -> PartyClass:
    """The level of one review, before a quota and any person's decision.

    Where conditions of the level that the points give are not met, the best level whose conditions
    are met is given (a member with 91 points and 25 % exceeded is good). Raises Unacceptable,
    NotInForce.
    """
    _check(facts, sum(law(PARTS).values(), Decimal(0)))
    band = next(Level(name) for name, least in law(LEVELS).items() if facts.points >= least)
    values = (exact_text(facts.points), str(law(LEVELS)[band]), band.value)
    steps = [Step("party_band", values, law.cite(LEVELS))]
    failing = _failing(facts, band, law(scheme), law(CONDITIONS))
    cause_of = {Failing.QUARTER_UNFINISHED.value: law.cite(scheme)}
    set_aside = EXCUSABLE if facts.excused else frozenset[str]()
    for cause in failing:
        key = "party_set_aside" if cause in set_aside else "party_fails"
        steps.append(Step(key, (cause,), cause_of.get(cause, law.cite(LEVELS))))
    counted = [cause for cause in failing if cause not in set_aside]
    weighed = () if facts.excused is not None else tuple(c for c in counted if c in EXCUSABLE)
    if counted:
        return _classed(law, steps, band, Level.NOT_COMPLETED, (), weighed)
    met = _met(facts, law(CONDITIONS))
    unmet = tuple(each for each in ASKED[band] if each not in met)
    for each in ASKED[band]:
        said = (each.value, "UNMET" if each in unmet else "MET")
        steps.append(Step("party_condition", said, law.cite(CONDITIONS)))
    lower = list(ASKED)[list(ASKED).index(band) :]
    lawful = next((level for level in lower if met.issuperset(ASKED[level])), None)
    return _classed(law, steps, band, lawful, unmet, weighed)


def _classed(
    law: Law,
    steps: list[Step],
    band: Level,
    lawful: Level | None,
    unmet: tuple[PartyCondition, ...],
    consider: tuple[str, ...],
) -> PartyClass:
    said = lawful.value if lawful else "DECISION_NEEDED"
    steps.append(Step("party_level", (said,), law.cite(LEVELS)))
    cites = tuple(dict.fromkeys(step.cite for step in steps))
    law.heed(*cites)
    gaps = () if lawful else (Gap.NO_LEVEL_FITS,)
    return PartyClass(band, lawful, gaps, consider, unmet, tuple(steps), cites)


def _failing(facts: PartyFacts, band: Level, scheme: Scheme, shares: Numbers) -> list[str]:
    """What makes the lowest level, each by itself enough."""
    leads = facts.category is Category.LEADER
    answers = leads or facts.category is Category.COLLECTIVE
    unfinished = facts.completed < shares["completed"] and not facts.objective
    cases = {
        Failing.FEW_POINTS: band is Level.NOT_COMPLETED,
        Failing.PLAN_MISSED: answers and facts.plan < shares["plan_failing"],
        Failing.TARGETS_MISSED: answers and facts.targets_missed,
        Failing.UNITS_FAILED: leads and facts.failed_units > shares["units_failing"] * facts.units,
        Failing.LOW_CONFIDENCE: leads
        and facts.low_confidence > shares["low_confidence_failing"] * facts.ballots,
        Failing.TASKS_FAILED: not answers and facts.not_completed > shares["tasks_failing"],
        Failing.QUARTER_UNFINISHED: leads and facts.quarter and scheme.whole_quarter and unfinished,
    }
    grounds = sorted(ground.value for ground in facts.grounds)
    return [*(cause.value for cause, there in cases.items() if there), *grounds]


def _met(facts: PartyFacts, shares: Numbers) -> frozenset[PartyCondition]:
    """The conditions that the span meets."""
    collective = facts.category is Category.COLLECTIVE
    answers = {
        PartyCondition.TASKS_DONE: facts.completed >= shares["completed"],
        PartyCondition.TASKS_ON_TIME: not facts.late,
        PartyCondition.TASKS_FEW_LATE: facts.late <= shares["late_completed"],
        PartyCondition.TASKS_WELL: facts.quality,
        PartyCondition.TASKS_EXCEEDED: facts.exceeded >= shares["exceeded_excellent"],
        PartyCondition.FAULTS_MENDED: facts.repaired,
        PartyCondition.NOBODY_DISCIPLINED: not (collective and facts.unit_disciplined),
    }
    return frozenset(condition for condition, met in answers.items() if met)


def _check(facts: PartyFacts, most: Decimal) -> None:
    if not is_number(facts.points, 0, most):
        raise refused("points", f"must be from 0 to {most} points", facts.points)
    for name in ("completed", "late", "exceeded", "not_completed", "plan"):
        if not is_number(getattr(facts, name), 0, 1):
            raise refused(name, "must be a share from 0 to 1", getattr(facts, name))
    for part, whole in (("failed_units", "units"), ("low_confidence", "ballots")):
        few, all_of = getattr(facts, part), getattr(facts, whole)
        if type(few) is not int or type(all_of) is not int or not 0 <= few <= all_of:
            raise refused(part, f"must be a whole number from 0 to the number of {whole}", few)
