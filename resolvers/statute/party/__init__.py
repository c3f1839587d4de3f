"""The Party's reviews in its own rules (Regulation 366-QĐ/TW, Guidance 43-HD/BTCTW, local guides).

scheme = SCHEMES["dak_lak"]
score = review_score(Assessment(27, FourParts(…)), scheme, Category.LEADER, law, quarter=True)
classed = party_class(PartyFacts(Category.LEADER, score.points, completed=1, …), scheme, law)
classed.lawful, or where no level fits: classed.gaps
party_places(candidates, good, None, law).most
"""

from resolvers.statute.party.classing import (
    EXCUSABLE,
    Failing,
    Gap,
    PartyClass,
    PartyCondition,
    party_class,
)
from resolvers.statute.party.facts import (
    Assessment,
    Category,
    FourParts,
    Ground,
    PartyFacts,
    Results,
)
from resolvers.statute.party.quota import party_places
from resolvers.statute.party.schemes import CENTRAL, SCHEME_NAMES, SCHEMES, Method, Scheme
from resolvers.statute.party.scoring import PartyScore, review_score
from resolvers.statute.party.subjects import LeftOut, left_out

__all__ = [
    "CENTRAL",
    "EXCUSABLE",
    "SCHEMES",
    "SCHEME_NAMES",
    "Assessment",
    "Category",
    "Failing",
    "FourParts",
    "Gap",
    "Ground",
    "LeftOut",
    "Method",
    "PartyClass",
    "PartyCondition",
    "PartyFacts",
    "PartyScore",
    "Results",
    "Scheme",
    "left_out",
    "party_class",
    "party_places",
    "review_score",
]
