"""The few people of the year: a part of the sample, small enough that all of it fits in a test.

Who scores and classifies whom: the province's head the commune's; the commune's head its deputy and
the heads of office and economy; these their members. `nobody` has no post: she is the province's
personnel officer.
"""

from dataclasses import replace

from gateway.demo.cast import Cast, cast
from tests.journeys.people import PEOPLE

HEADS = {"province": "province", "commune": "chair", "office": "head", "economy": "neighbour"}
SCORED = {
    "office": ("staff", "personnel", "inspector", "tl011", "tl012"),
    "economy": ("economist",),
    "commune": ("head", "neighbour", "vice"),
    "province": ("chair",),
}
"""By unit, whom its head scores, in the order in which he must: a deputy's result rests on that of
the head in his charge. The units stand from the lowest to the highest."""
MEMBERS = (*SCORED["office"], *SCORED["economy"])
SET = (*MEMBERS, *SCORED["commune"])
"""Everybody whom the commune's head classifies."""
BEST = ("staff", "economist")
"""They get full marks in every month, and so stand above the line of excellence."""
MOTHER, DELAYED = "tl012", "tl011"
"""One is on maternity leave for a month; one was late in November, without her fault."""
_SENIOR = ("province", "chair", "vice", "head", "neighbour", "nobody")


def few() -> Cast:
    """The part of the sample that the year is about."""
    whole = cast()
    keys = {PEOPLE[key].name for key in (*_SENIOR, *MEMBERS)}
    people = (each for each in whole.people if each.name in keys)
    return replace(
        whole,
        units=tuple(unit for unit in whole.units if unit.key in HEADS),
        people=tuple(replace(each, charge=("office",) if each.charge else ()) for each in people),
    )
