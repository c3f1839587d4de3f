"""Who may not compute results, and what cannot be computed: nothing is written."""

from datetime import date
from typing import Any

import pytest

from resolvers import results
from resolvers.core.ids import new_id
from tests.resolvers.cast import Cast
from tests.resolvers.results.year import AFTER, YEAR

WHOLE = {"span": "year", "period": YEAR}


def told(cast: Cast, agency: str = "commune", **changes: Any) -> dict[str, Any]:
    return {"agency": cast.town.agencies[agency], **WHOLE, "today": AFTER, **changes}


@pytest.mark.parametrize("name", ["clerk", "chief", "vice", "governor", "inspector", "archivist"])
async def test_is_refused_to_everybody_else(cast: Cast, name: str) -> None:
    assert (await cast.refused(name, results.compute_results, **told(cast))).code == "NO_MANDATE"


@pytest.mark.parametrize("name", ["officer", "chair"])
async def test_is_refused_for_another_agency(cast: Cast, name: str) -> None:
    asked = told(cast, "neighbour")
    assert (await cast.refused(name, results.compute_results, **asked)).code == "NOT_FOUND"


async def test_finds_no_agency_that_does_not_exist(cast: Cast) -> None:
    asked = {**told(cast), "agency": new_id()}
    assert (await cast.refused("officer", results.compute_results, **asked)).code == "NOT_FOUND"


@pytest.mark.parametrize(
    ("changes", "field", "allowed"),
    [
        ({"span": "month"}, "span", "quarter, half_year, year"),
        ({"period": date(2026, 2, 1)}, "period", "≤ 2027-01-01"),
        ({"span": "quarter", "period": date(2026, 1, 2)}, "period", "≤ 2027-01-01"),
        ({"span": "quarter", "period": date(2027, 4, 1)}, "period", "≤ 2027-01-01"),
        ({"period": date(2025, 1, 1)}, "period", "≥ 2026-01-01"),
    ],
)
async def test_refuses_what_is_no_span_to_come_or_before_the_decree(
    cast: Cast, changes: dict[str, Any], field: str, allowed: str
) -> None:
    refusal = await cast.refused("officer", results.compute_results, **told(cast, **changes))
    assert (refusal.code, refusal.field) == ("INVALID_INPUT", field)
    assert refusal.facts["allowed"] == allowed


async def test_refuses_an_agency_without_anybody(cast: Cast) -> None:
    await cast.town.owner.execute("update congtam.posting set main = false")
    refusal = await cast.refused("officer", results.compute_results, **told(cast))
    assert refusal.code == "NOBODY_TO_COMPUTE"
