"""The numbers of Decree 335/2025/NĐ-CP that a month's score is made of, each under its dates."""

from resolvers.statute.load import names, parameter

PARTS = parameter("evaluation/parts")
GENERAL_CRITERIA = parameter("evaluation/general_criteria")
LEVELS = parameter("evaluation/levels")
QUALITY_DEDUCTION = parameter("evaluation/quality_deduction")
PROGRESS_DEDUCTION = parameter("evaluation/progress_deduction")
LEADERSHIP = parameter("evaluation/leadership")
ASSIGNED_ORIGINS = parameter("evaluation/assigned_origins")
EARNING_ORIGINS = parameter("evaluation/earning_origins")
CATALOGUE = parameter("evaluation/catalogue")

CRITERION_NAMES = names("evaluation/general_criteria")
"""Short names of the general criteria, by language and code: `CRITERION_NAMES["vi"]["II.3"]`."""
