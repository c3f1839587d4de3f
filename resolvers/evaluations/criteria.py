"""The ten general criteria as the law of a month names and bounds them (form 01)."""

from collections.abc import Sequence
from typing import Any

from resolvers.core.days import MONTH, first_day
from resolvers.core.request import Request
from resolvers.evaluations.model import CODES
from resolvers.evaluations.tables import sheet
from resolvers.organisation import months_in
from resolvers.statute.evaluation import CRITERION_NAMES, GENERAL_CRITERIA, month_law

TOLD_CRITERIA_NEEDS = ("period", months_in(sheet.c.agency_id, sheet.c.period))
"""What `told_criteria` needs of each sheet."""


def criteria_today(request: Request, rows: Sequence[Any]) -> list[list[dict[str, Any]]]:
    """The same as the law of today has them, once for each of `rows`."""
    (told,) = told_criteria(request, [(first_day(request.today), MONTH)])
    return [told for _ in rows]


def told_criteria(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[dict[str, Any]]]:
    """For the period of each sheet the criteria in the order of form 01, in the caller's language:
    `code`, `name`, and `most`, the points that a mark may be worth.
    """
    named = CRITERION_NAMES[request.language]
    found = []
    for period, months in rows:
        most = month_law(period, months, known=request.today)(GENERAL_CRITERIA)
        found.append([{"code": code, "name": named[code], "most": most[code]} for code in CODES])
    return found
