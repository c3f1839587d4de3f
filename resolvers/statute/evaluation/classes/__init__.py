"""Articles 11 and 20: the class of a civil servant's year, and how many may be excellent.

classified = classify(YearFacts(2026, total, level, disqualifiers=(…)), switches, law)
classified.computed, classified.applied, classified.overrides, classified.consider
places(candidates, good, None, switches, law).most
"""

from resolvers.statute.evaluation.classes.charging import Charge, Charged, charge
from resolvers.statute.evaluation.classes.classifying import Classified, Waiting, classify
from resolvers.statute.evaluation.classes.facts import (
    Disqualifier,
    DisqualifierKind,
    Office,
    YearFacts,
)
from resolvers.statute.evaluation.classes.quota import (
    QUOTA_ORGANISATIONS,
    QUOTA_PEOPLE,
    Places,
    places,
)

__all__ = [
    "QUOTA_ORGANISATIONS",
    "QUOTA_PEOPLE",
    "Charge",
    "Charged",
    "Classified",
    "Disqualifier",
    "DisqualifierKind",
    "Office",
    "Places",
    "Waiting",
    "YearFacts",
    "charge",
    "classify",
    "places",
]
