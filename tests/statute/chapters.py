"""Every text that the program holds: numbers, tables and formulas, wherever they stand."""

from typing import Any

from resolvers.statute.calendar import deadlines
from resolvers.statute.dated import Dated
from resolvers.statute.discipline import parameters as discipline
from resolvers.statute.discipline import terms
from resolvers.statute.dossier import parameters as dossier
from resolvers.statute.evaluation import formulas, parameters
from resolvers.statute.evaluation.classes import classifying, grounds, quota
from resolvers.statute.evaluation.organisations import parameters as organisations
from resolvers.statute.evaluation.year import parameters as year
from resolvers.statute.party import deadlines as party_deadlines
from resolvers.statute.party import parameters as party
from resolvers.statute.party import schemes
from resolvers.statute.personnel import GATES, PROCEDURES
from resolvers.statute.personnel import parameters as personnel
from resolvers.statute.rewards import parameters as rewards

PAGES = (
    parameters,
    formulas,
    year,
    classifying,
    quota,
    organisations,
    deadlines,
    party,
    party_deadlines,
    personnel,
    rewards,
    discipline,
    terms,
    dossier,
)
_FOUND: list[Dated[Any]] = [
    *(value for page in PAGES for value in vars(page).values() if isinstance(value, Dated)),
    *grounds.GROUNDS.values(),
    *rewards.RESTS_ON.values(),
    *schemes.SCHEMES.values(),
    *PROCEDURES.values(),
    *GATES.values(),
]
EVERYTHING = list({id(dated): dated for dated in _FOUND}.values())
"""Each once, also where two pages read it."""
