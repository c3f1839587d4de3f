"""Articles 6 to 8: the score and the class of an organisation's year.

classed = organisation_class(OrganisationFacts(points, completed, late, exceeded), law)
classed.level, or where it is a gap: classed.gap, classed.recommended, classed.unmet
"""

from resolvers.statute.evaluation.organisations.classing import (
    Condition,
    OrganisationClass,
    organisation_class,
)
from resolvers.statute.evaluation.organisations.facts import OrganisationFacts
from resolvers.statute.evaluation.organisations.parameters import (
    CRITERIA,
    CRITERION_NAMES,
    PARTS,
)

__all__ = [
    "CRITERIA",
    "CRITERION_NAMES",
    "PARTS",
    "Condition",
    "OrganisationClass",
    "OrganisationFacts",
    "organisation_class",
]
