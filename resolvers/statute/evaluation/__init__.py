"""Decree 335/2025/NĐ-CP, articles 12 to 20: the score of a civil servant's month.

record = from_json({"period": "2026-03", …}, known=today)
score = record.score()          # or month_score(facts, month_law(period, known=today), switches)
score.total, score.level, [step.text("vi") for step in score.steps]
"""

from resolvers.statute.evaluation.facts import (
    Leadership,
    Line,
    MonthFacts,
    Origin,
    Ratios,
    Role,
)
from resolvers.statute.evaluation.levels import Level, level_of
from resolvers.statute.evaluation.month import month_score
from resolvers.statute.evaluation.parameters import (
    CATALOGUE,
    CRITERION_NAMES,
    GENERAL_CRITERIA,
    LEADERSHIP,
    LEVELS,
    PARTS,
)
from resolvers.statute.evaluation.record import (
    MonthRecord,
    from_json,
    month_law,
    recompute,
    to_json,
)
from resolvers.statute.evaluation.score import MonthScore
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.evaluation.unit import Cause, Subordinates, UnitResult, unit_result

__all__ = [
    "CATALOGUE",
    "CRITERION_NAMES",
    "GENERAL_CRITERIA",
    "LEADERSHIP",
    "LEVELS",
    "PARTS",
    "Cause",
    "Leadership",
    "Level",
    "Line",
    "MonthFacts",
    "MonthRecord",
    "MonthScore",
    "Origin",
    "Ratios",
    "Role",
    "Step",
    "Subordinates",
    "UnitResult",
    "from_json",
    "level_of",
    "month_law",
    "month_score",
    "recompute",
    "to_json",
    "unit_result",
]
