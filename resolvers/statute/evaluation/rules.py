"""Every text that a month's score may read, looked up once for each day and knowledge of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from resolvers.statute.dated import Version
from resolvers.statute.evaluation import formulas, parameters
from resolvers.statute.evaluation.counting import Terms
from resolvers.statute.exact import Quotient
from resolvers.statute.load import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class MonthRules:
    """The versions in force: `value` is the number or formula, `cite` where it stands."""

    parts: Version[Numbers]
    results_most: Quotient
    general_criteria: Version[Numbers]
    levels: Version[Numbers]
    quality_deduction: Version[Numbers]
    progress_deduction: Version[Numbers]
    leadership: Version[Numbers]
    assigned_origins: Version[Numbers]
    earning_origins: Version[Numbers]
    count: Version[formulas.Count]
    staff: Version[formulas.Staff]
    leader: Version[formulas.Leader]
    points: Version[formulas.Points]
    total: Version[formulas.Total]
    terms: Mapping[tuple[bool, bool], Terms]
    """What holds for every line, by the agency's answers: (floored, once)."""
    line_cites: Mapping[str, str]
    """The text that says what a line earns, by its origin."""


@lru_cache(maxsize=1_024)
def month_rules(day: date, known: date) -> MonthRules:
    """The rules for a month that ends on `day`; raises NotInForce."""
    parts = parameters.PARTS.at(day, known)
    quality_deduction = parameters.QUALITY_DEDUCTION.at(day, known)
    progress_deduction = parameters.PROGRESS_DEDUCTION.at(day, known)
    assigned_origins = parameters.ASSIGNED_ORIGINS.at(day, known)
    earning_origins = parameters.EARNING_ORIGINS.at(day, known)
    count = formulas.COUNT.at(day, known)
    fault = quality_deduction.value["each"].as_integer_ratio()
    delay = progress_deduction.value["each"].as_integer_ratio()
    return MonthRules(
        parts=parts,
        results_most=parts.value["results"].as_integer_ratio(),
        general_criteria=parameters.GENERAL_CRITERIA.at(day, known),
        levels=parameters.LEVELS.at(day, known),
        quality_deduction=quality_deduction,
        progress_deduction=progress_deduction,
        leadership=parameters.LEADERSHIP.at(day, known),
        assigned_origins=assigned_origins,
        earning_origins=earning_origins,
        count=count,
        staff=formulas.STAFF.at(day, known),
        leader=formulas.LEADER.at(day, known),
        points=formulas.POINTS.at(day, known),
        total=formulas.TOTAL.at(day, known),
        terms={
            (floored, once): Terms(
                assigned=_flagged(assigned_origins.value),
                earning=_flagged(earning_origins.value),
                fault=fault,
                delay=delay,
                floored=floored,
                once=once,
            )
            for floored in (True, False)
            for once in (True, False)
        },
        line_cites={
            origin: count.cite if origin == "planned" else earning_origins.cite
            for origin in earning_origins.value
        },
    )


def _flagged(flags: Numbers) -> frozenset[str]:
    return frozenset(name for name, flag in flags.items() if flag)
