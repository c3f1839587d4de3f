"""The numbers and names of articles 6 to 8, each under its dates."""

from resolvers.statute.load import names, parameter

PARTS = parameter("evaluation/organisations/parts")
CRITERIA = parameter("evaluation/organisations/criteria")
LEVELS = parameter("evaluation/organisations/levels")
CONDITIONS = parameter("evaluation/organisations/conditions")

CRITERION_NAMES = names("evaluation/organisations/criteria")
"""Names of the criteria, by language and code: `CRITERION_NAMES["vi"]["7.b"]`."""
