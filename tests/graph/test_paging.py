"""Pages follow each other without a gap and without repeating a row, in both directions."""

import json
from typing import Any

import pytest

from gateway.graph import Ask, Graph
from tests.graph.fixture_world import PEOPLE, Counted, fill, scattered

CONNECTIONS = {
    "by one column": "sheets",
    "by columns in two directions, one of them nullable": "ranked",
}
MOST_PAGES = 20
"""A page that never ends must not hang the test."""
NESTED = "units(first: 100) { id sheets(%s) { nodes { id } pageInfo { %s } } }"


async def page(graph: Graph, world: Counted, name: str, arguments: str) -> Any:
    document = (
        f"{{ {name}({arguments}) {{ nodes {{ id }} edges {{ cursor node {{ id }} }} totalCount"
        " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
    )
    text = await graph.execute(Ask(document), PEOPLE["dung"], world)
    return json.loads(text)["data"][name]


def ids(found: Any) -> list[str]:
    assert [edge["node"] for edge in found["edges"]] == found["nodes"]
    return [each["id"] for each in found["nodes"]]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", CONNECTIONS.values(), ids=CONNECTIONS)
class TestPages:
    async def test_forward_pages_make_the_whole_list(
        self, graph: Graph, world: Counted, world_owner: Any, name: str, seed: int
    ) -> None:
        await fill(world_owner, scattered(seed))
        whole = await page(graph, world, name, "first: 100")
        for size in (1, 2, 3):
            found: list[str] = []
            after = "null"
            for _ in range(MOST_PAGES):
                got = await page(graph, world, name, f"first: {size}, after: {after}")
                found += ids(got)
                assert got["totalCount"] == len(whole["nodes"])
                assert got["pageInfo"]["hasPreviousPage"] is (after != "null")
                if not got["pageInfo"]["hasNextPage"]:
                    break
                assert len(got["nodes"]) == size
                after = json.dumps(got["pageInfo"]["endCursor"])
            assert found == ids(whole)

    async def test_backward_pages_make_the_whole_list(
        self, graph: Graph, world: Counted, world_owner: Any, name: str, seed: int
    ) -> None:
        await fill(world_owner, scattered(seed))
        whole = await page(graph, world, name, "last: 100")
        assert ids(whole) == ids(await page(graph, world, name, "first: 100"))
        found: list[str] = []
        before = "null"
        for _ in range(MOST_PAGES):
            got = await page(graph, world, name, f"last: 2, before: {before}")
            found = ids(got) + found
            assert got["pageInfo"]["hasNextPage"] is (before != "null")
            if not got["pageInfo"]["hasPreviousPage"]:
                break
            before = json.dumps(got["pageInfo"]["startCursor"])
        assert found == ids(whole)

    async def test_any_two_cursors_bound_what_lies_between_them(
        self, graph: Graph, world: Counted, world_owner: Any, name: str, seed: int
    ) -> None:
        await fill(world_owner, scattered(seed))
        whole = await page(graph, world, name, "first: 100")
        cursors = [json.dumps(edge["cursor"]) for edge in whole["edges"]]
        for start in range(len(cursors)):
            for end in range(start, len(cursors)):
                between = f"first: 100, after: {cursors[start]}, before: {cursors[end]}"
                got = await page(graph, world, name, between)
                assert ids(got) == ids(whole)[start + 1 : end]


class TestNestedPages:
    async def test_a_question_beneath_a_row_is_paged_for_each_row(
        self, graph: Graph, world: Counted
    ) -> None:
        async def units(arguments: str, info: str) -> Any:
            ask = Ask("{ " + NESTED % (arguments, info) + " }")
            text = await graph.execute(ask, PEOPLE["dung"], world)
            return json.loads(text)["data"]["units"]

        whole = await units("first: 100", "hasNextPage")
        firsts = await units("first: 1", "hasNextPage endCursor")
        for unit, first in zip(whole, firsts, strict=True):
            rows = [sheet["id"] for sheet in unit["sheets"]["nodes"]]
            assert [sheet["id"] for sheet in first["sheets"]["nodes"]] == rows[:1]
            assert first["sheets"]["pageInfo"]["hasNextPage"] is (len(rows) > 1)
            assert (first["sheets"]["pageInfo"]["endCursor"] is None) is (not rows)
        assert {len(unit["sheets"]["nodes"]) for unit in whole} == {0, 1, 4}
