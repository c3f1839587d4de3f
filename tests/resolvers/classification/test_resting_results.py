"""A decided class is looked at once its year comes to another level (art. 21.3)."""

from datetime import date
from typing import Any

import pytest

from authz.reach import Reach
from resolvers.classification import flag_classes
from resolvers.core.request import Request
from resolvers.results import Superseded
from tests.resolvers.classification.year import DAY, Year

BY = ("officer", "operator")
"""Who computes results: behind his fence, and with nothing hidden."""


async def recompute(year: Year, by: str, totals: dict[str, str | None], **more: Any) -> list[Any]:
    """New editions of these persons' results are written and told; the flags that stand then."""
    told = []
    for name, total in totals.items():
        id = await year.result(name, total, **more)
        row = await year.cast.row("result", id)
        person = year.cast.town.people[name]
        told.append(Superseded(person, "year", date(2026, 1, 1), id, row["level"]))
    request = await year.cast.request("officer", DAY)
    reach: Reach = request.reach
    if by == "operator":
        reach = year.cast.town.operator()
        request = Request(reach, request.now, DAY)
    async with year.cast.town.deed(reach) as tx:
        await flag_classes(tx, request, told)
    return list(await year.cast.rows("review_flag"))


@pytest.mark.parametrize("by", BY)
class TestAnotherLevel:
    async def test_flags_the_class_and_nobody_elses(self, year: Year, by: str) -> None:
        await year.decided()
        before = await year.case("clerk")
        flags = await recompute(year, by, {"clerk": "65.00", "typist": "89.99"})
        (flag,) = flags
        (result,) = await year.cast.rows(
            "result", "person_id = $1 and replaced_at is null", year.cast.town.people["clerk"]
        )
        assert (flag["classification_id"], flag["kind"]) == (before["id"], "result")
        assert (flag["result_id"], flag["cite"]) == (
            result["id"],
            "Decree 335/2025/NĐ-CP, art. 21(3)",
        )
        assert await year.case("clerk") == before, "nothing changes by itself"

    async def test_flags_each_change_for_itself(self, year: Year, by: str) -> None:
        await year.decided()
        await recompute(year, by, {"clerk": "65.00"})
        flags = await recompute(year, by, {"clerk": "45.00"})
        assert len({flag["result_id"] for flag in flags}) == len(flags) == 2

    async def test_is_nothing_while_a_score_is_owed(self, year: Year, by: str) -> None:
        await year.decided()
        assert await recompute(year, by, {"clerk": None}) == []

    async def test_is_also_that_nobody_rates_it_any_more(self, year: Year, by: str) -> None:
        await year.decided()
        assert len(await recompute(year, by, {"clerk": None}, rated=False)) == 1

    async def test_flags_nothing_before_the_decision(self, year: Year, by: str) -> None:
        await year.results({})
        await year.open()
        assert await recompute(year, by, {"clerk": "65.00"}) == []
