"""The class of an organisation's year (article 8), and the cases that the article leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from resolvers.statute.bounds import is_number, refused
from resolvers.statute.dated import Law
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.organisations.facts import OrganisationFacts
from resolvers.statute.evaluation.organisations.parameters import CONDITIONS, LEVELS, PARTS
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.load import Numbers

ARTICLE = "Decree 335/2025/NĐ-CP, art. 8"
FAILING = {"points": f"{ARTICLE}(4)", "wrongdoing": f"{ARTICLE}(4)(a)", "tasks": f"{ARTICLE}(4)(b)"}


class Condition(StrEnum):
    """What article 8 asks for besides points."""

    ALL_COMPLETED = "ALL_COMPLETED"
    ON_TIME = "ON_TIME"
    FEW_LATE = "FEW_LATE"
    QUALITY = "QUALITY"
    EXCEEDED = "EXCEEDED"
    NO_FAILED_UNIT = "NO_FAILED_UNIT"
    REPAIRED = "REPAIRED"


GOOD = (Condition.ALL_COMPLETED, Condition.ON_TIME, Condition.QUALITY)
ASKED: Mapping[Level, tuple[Condition, ...]] = {
    Level.EXCELLENT: (
        *GOOD,
        Condition.EXCEEDED,
        Condition.NO_FAILED_UNIT,
        Condition.REPAIRED,
    ),
    Level.GOOD: GOOD,
    Level.COMPLETED: (Condition.ALL_COMPLETED, Condition.FEW_LATE),
}
"""The conditions of article 8(1) to (3)."""


@dataclass(frozen=True, slots=True)
class OrganisationClass:
    """What article 8 says of an organisation's year, and what it does not say.

    `level` is None where none of its four cases fits: a `gap`, which the recognising authority
    decides with a reason. `recommended` is then the best class whose points and conditions are
    reached, None where not even that fits.
    """

    level: Level | None
    gap: bool
    recommended: Level | None
    unmet: tuple[Condition, ...]
    """The conditions, of the class that the points alone would give, that are not met."""
    steps: tuple[Step, ...]
    cites: tuple[str, ...]


def organisation_class(facts: OrganisationFacts, law: Law) -> OrganisationClass:
    """The class of one organisation's year, before a quota; raises Unacceptable, NotInForce."""
    _check(facts, sum(law(PARTS).values(), Decimal(0)))
    band = next(Level(name) for name, least in law(LEVELS).items() if facts.points >= least)
    values = (exact_text(facts.points), str(law(LEVELS)[band]), band.value)
    steps = [Step("organisation_points", values, law.cite(LEVELS))]
    met = _met(facts, law(CONDITIONS))
    failing = _failing(facts, band, law(CONDITIONS))
    if failing:
        steps += [Step("organisation_fails", (cause,), FAILING[cause]) for cause in failing]
        return _classed(law, steps, Level.NOT_COMPLETED, unmet=())
    unmet = tuple([each for each in ASKED[band] if each not in met])
    for each in ASKED[band]:
        said = (each.value, "UNMET" if each in unmet else "MET")
        steps.append(Step("organisation_condition", said, law.cite(CONDITIONS)))
    if not unmet:
        return _classed(law, steps, band, unmet)
    recommended = next((level for level in _from(band) if met.issuperset(ASKED[level])), None)
    gap = recommended.value if recommended else "DECISION_NEEDED"
    steps.append(Step("organisation_gap", (gap,), ARTICLE))
    return _classed(law, steps, None, unmet, recommended)


def _classed(
    law: Law,
    steps: list[Step],
    level: Level | None,
    unmet: tuple[Condition, ...],
    recommended: Level | None = None,
) -> OrganisationClass:
    if level is not None:
        steps.append(Step("organisation_level", (level.value,), law.cite(LEVELS)))
    cites = tuple(dict.fromkeys(step.cite for step in steps))
    law.heed(*cites)
    return OrganisationClass(level, level is None, recommended, unmet, tuple(steps), cites)


def _failing(facts: OrganisationFacts, band: Level, shares: Numbers) -> list[str]:
    """The cases of article 8(4) that are there, each by itself enough."""
    few = facts.completed < shares["completed_failing"] and not facts.force_majeure
    cases = {
        "points": band is Level.NOT_COMPLETED,
        "wrongdoing": facts.wrongdoing,
        "tasks": few,
    }
    return [cause for cause, there in cases.items() if there]


def _met(facts: OrganisationFacts, shares: Numbers) -> frozenset[Condition]:
    """The conditions that the year meets."""
    answers = {
        Condition.ALL_COMPLETED: facts.completed >= shares["completed"],
        Condition.ON_TIME: not facts.late,
        Condition.FEW_LATE: facts.late <= shares["late_completed"],
        Condition.QUALITY: facts.quality,
        Condition.EXCEEDED: facts.exceeded >= shares["exceeded_excellent"],
        Condition.NO_FAILED_UNIT: not facts.failed_units,
        Condition.REPAIRED: facts.repaired,
    }
    return frozenset(condition for condition, met in answers.items() if met)


def _from(band: Level) -> list[Level]:
    """The classes that the points reach, best first."""
    levels = list(ASKED)
    return levels[levels.index(band) :]


def _check(facts: OrganisationFacts, most: Decimal) -> None:
    if not is_number(facts.points, 0, most):
        raise refused("points", f"must be from 0 to {most} points", facts.points)
    for name in ("completed", "late", "exceeded"):
        if not is_number(getattr(facts, name), 0, 1):
            raise refused(name, "must be a share from 0 to 1", getattr(facts, name))
    if type(facts.failed_units) is not int or facts.failed_units < 0:
        raise refused("failed_units", "must be a whole number from 0", facts.failed_units)
