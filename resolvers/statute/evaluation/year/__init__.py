"""Articles 11 and 17(3): months, or quarters, rolled up to a quarter, half-year or year.

result = roll_up(Span.YEAR, first, months, switches, span_law(Span.YEAR, first, known=today))
result.total, result.level, result.missing, [step.text("vi") for step in result.steps]
"""

from resolvers.statute.evaluation.year.facts import (
    AbsenceKind,
    Absent,
    MonthOfYear,
    NotRated,
    SheetOfMonth,
)
from resolvers.statute.evaluation.year.result import Excused, Missing, PeriodResult, Used
from resolvers.statute.evaluation.year.rolling import roll_up
from resolvers.statute.evaluation.year.spans import (
    Period,
    Span,
    first_of,
    last_of,
    months_of,
    periods_of,
    span_law,
)

__all__ = [
    "AbsenceKind",
    "Absent",
    "Excused",
    "Missing",
    "MonthOfYear",
    "NotRated",
    "Period",
    "PeriodResult",
    "SheetOfMonth",
    "Span",
    "Used",
    "first_of",
    "last_of",
    "months_of",
    "periods_of",
    "roll_up",
    "span_law",
]
