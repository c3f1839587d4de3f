"""Every text that a month's score may read, looked up once for each day and knowledge of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from resolvers.statute.dated import Dated, Version
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
    """The rules for a month that ends on `day`; raises NotInForce.

    The same object wherever the same texts are in force, so that what follows from them is kept.
    """
    return _rules(*[text.at(day, known) for text in TEXTS])


TEXTS: Sequence[Dated[Any]] = (
    parameters.PARTS,
    parameters.GENERAL_CRITERIA,
    parameters.LEVELS,
    parameters.QUALITY_DEDUCTION,
    parameters.PROGRESS_DEDUCTION,
    parameters.LEADERSHIP,
    parameters.ASSIGNED_ORIGINS,
    parameters.EARNING_ORIGINS,
    formulas.COUNT,
    formulas.STAFF,
    formulas.LEADER,
    formulas.POINTS,
    formulas.TOTAL,
)
"""As `_rules` takes them."""


@lru_cache(maxsize=64)
def _rules(
    parts: Version[Numbers],
    general_criteria: Version[Numbers],
    levels: Version[Numbers],
    quality_deduction: Version[Numbers],
    progress_deduction: Version[Numbers],
    leadership: Version[Numbers],
    assigned_origins: Version[Numbers],
    earning_origins: Version[Numbers],
    count: Version[formulas.Count],
    staff: Version[formulas.Staff],
    leader: Version[formulas.Leader],
    points: Version[formulas.Points],
    total: Version[formulas.Total],
) -> MonthRules:
    return MonthRules(
        parts=parts,
        results_most=parts.value["results"].as_integer_ratio(),
        general_criteria=general_criteria,
        levels=levels,
        quality_deduction=quality_deduction,
        progress_deduction=progress_deduction,
        leadership=leadership,
        assigned_origins=assigned_origins,
        earning_origins=earning_origins,
        count=count,
        staff=staff,
        leader=leader,
        points=points,
        total=total,
        terms={
            (floored, once): Terms(
                assigned=_flagged(assigned_origins.value),
                earning=_flagged(earning_origins.value),
                fault=quality_deduction.value["each"].as_integer_ratio(),
                delay=progress_deduction.value["each"].as_integer_ratio(),
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
