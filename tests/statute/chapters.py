"""Every text that the program holds: numbers, tables and formulas, wherever they stand."""

from typing import Any

from resolvers.statute.calendar import deadlines
from resolvers.statute.dated import Dated
from resolvers.statute.evaluation import formulas, parameters
from resolvers.statute.evaluation.classes import classifying, grounds, quota
from resolvers.statute.evaluation.organisations import parameters as organisations
from resolvers.statute.evaluation.year import parameters as year

PAGES = (parameters, formulas, year, classifying, quota, organisations, deadlines)
_FOUND: list[Dated[Any]] = [
    *(value for page in PAGES for value in vars(page).values() if isinstance(value, Dated)),
    *grounds.GROUNDS.values(),
]
EVERYTHING = list({id(dated): dated for dated in _FOUND}.values())
"""Each once, also where two pages read it."""
