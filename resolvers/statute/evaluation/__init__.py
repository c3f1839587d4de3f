"""Decree 335/2025/NĐ-CP: the score of a month, the result of a span, the class of a year.

record = from_json({"period": "2026-03", …}, known=today)
score = record.score()          # or month_score(facts, month_law(period, known=today), switches)
score.total, score.level, [step.text("vi") for step in score.steps]

result = roll_up(Span.YEAR, first, months, switches, span_law(Span.YEAR, first, known=today))
classified = classify(YearFacts(2026, result.total, result.level, …), switches, law)
places(candidates, good, None, switches, law).most
organisation_class(OrganisationFacts(…), law).level
"""

from resolvers.statute.evaluation.classes import (
    QUOTA_ORGANISATIONS,
    QUOTA_PEOPLE,
    Charge,
    Charged,
    Classified,
    Disqualifier,
    DisqualifierKind,
    Office,
    Places,
    Waiting,
    YearFacts,
    classify,
    places,
)
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
from resolvers.statute.evaluation.organisations import (
    CRITERIA as ORGANISATION_CRITERIA,
)
from resolvers.statute.evaluation.organisations import (
    CRITERION_NAMES as ORGANISATION_CRITERION_NAMES,
)
from resolvers.statute.evaluation.organisations import (
    PARTS as ORGANISATION_PARTS,
)
from resolvers.statute.evaluation.organisations import (
    Condition,
    OrganisationClass,
    OrganisationFacts,
    organisation_class,
)
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
from resolvers.statute.evaluation.year import (
    AbsenceKind,
    Absent,
    Excused,
    Missing,
    MonthOfYear,
    NotRated,
    Period,
    PeriodResult,
    SheetOfMonth,
    Span,
    Used,
    first_of,
    last_of,
    months_of,
    periods_of,
    roll_up,
    span_law,
)

__all__ = [
    "CATALOGUE",
    "CRITERION_NAMES",
    "GENERAL_CRITERIA",
    "LEADERSHIP",
    "LEVELS",
    "ORGANISATION_CRITERIA",
    "ORGANISATION_CRITERION_NAMES",
    "ORGANISATION_PARTS",
    "PARTS",
    "QUOTA_ORGANISATIONS",
    "QUOTA_PEOPLE",
    "AbsenceKind",
    "Absent",
    "Cause",
    "Charge",
    "Charged",
    "Classified",
    "Condition",
    "Disqualifier",
    "DisqualifierKind",
    "Excused",
    "Leadership",
    "Level",
    "Line",
    "Missing",
    "MonthFacts",
    "MonthOfYear",
    "MonthRecord",
    "MonthScore",
    "NotRated",
    "Office",
    "OrganisationClass",
    "OrganisationFacts",
    "Origin",
    "Period",
    "PeriodResult",
    "Places",
    "Ratios",
    "Role",
    "SheetOfMonth",
    "Span",
    "Step",
    "Subordinates",
    "UnitResult",
    "Used",
    "Waiting",
    "YearFacts",
    "classify",
    "first_of",
    "from_json",
    "last_of",
    "level_of",
    "month_law",
    "month_score",
    "months_of",
    "organisation_class",
    "periods_of",
    "places",
    "recompute",
    "roll_up",
    "span_law",
    "to_json",
    "unit_result",
]
