"""Limits are counted, and refused with what was found and what is allowed, before any SQL."""

from typing import Any

import pytest

from gateway.graph import Ask, Graph, Limits, RequestError
from tests.graph.fixture_schema import schema
from tests.graph.fixture_world import PEOPLE

SMALL = Limits(
    document_bytes=2_000,
    tokens=300,
    depth=5,
    aliases=4,
    directives=3,
    fields=40,
    root_fields=3,
    cost=500,
)


@pytest.fixture(scope="module")
def small() -> Graph:
    return Graph(schema, limits=SMALL)


async def refused(graph: Graph, database: Any, document: str, **variables: Any) -> Any:
    with pytest.raises(RequestError) as found:
        await graph.execute(Ask(document, variables=variables), PEOPLE["an"], database)
    return found.value.errors("en")[0]["extensions"]


class TestDocuments:
    async def test_a_document_may_have_only_so_many_bytes(
        self, small: Graph, untouched: Any
    ) -> None:
        document = "{ me { id } } #" + "ấ" * 1_000
        found = await refused(small, untouched, document)
        assert found == {"code": "DOCUMENT_BYTES_LIMIT", "document_bytes": 3_015, "limit": 2_000}

    async def test_a_document_may_have_only_so_many_tokens(
        self, small: Graph, untouched: Any
    ) -> None:
        found = await refused(small, untouched, "{ me { " + "id " * 300 + "} }")
        assert found == {"code": "TOKENS_LIMIT", "tokens": 301, "limit": 300}

    async def test_depth_is_counted_through_fragments(self, small: Graph, untouched: Any) -> None:
        document = """{ me { unit { parent { ...F } } } }
        fragment F on Unit { ... { parent { name } } }"""
        found = await refused(
            small, untouched, document.replace("parent { name }", "parent { parent { name } }")
        )
        assert found == {"code": "DEPTH_LIMIT", "depth": 6, "limit": 5}
        assert small.cost_of(Ask(document)) == 4

    async def test_depth_that_the_parser_will_not_follow_is_the_same_refusal(
        self, graph: Graph, untouched: Any
    ) -> None:
        found = await refused(graph, untouched, "{a" * 1_000 + "}" * 1_000)
        assert found["code"] == "DEPTH_LIMIT"

    async def test_aliases_are_counted_wherever_a_fragment_is_spread(
        self, small: Graph, untouched: Any
    ) -> None:
        document = """{ me { ...F unit { parent { ...G } } } }
        fragment F on Person { a: id b: id c: id } fragment G on Unit { d: id e: id }"""
        found = await refused(small, untouched, document)
        assert found == {"code": "ALIASES_LIMIT", "aliases": 5, "limit": 4}

    async def test_directives_are_counted(self, small: Graph, untouched: Any) -> None:
        document = "{ me { " + "id @skip(if: true) " * 4 + "} }"
        found = await refused(small, untouched, document)
        assert found == {"code": "DIRECTIVES_LIMIT", "directives": 4, "limit": 3}

    async def test_root_fields_are_counted(self, small: Graph, untouched: Any) -> None:
        document = "{ __typename a: __typename b: __typename c: __typename }"
        found = await refused(small, untouched, document)
        assert found["code"] == "ROOT_FIELDS_LIMIT"

    async def test_fragments_that_multiply_are_measured_without_writing_them_out(
        self, graph: Graph, untouched: Any
    ) -> None:
        document = (
            "{ me { ...F0 } }"
            + "".join(f"fragment F{n} on Person {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60))
            + "fragment F60 on Person { id }"
        )
        found = await refused(graph, untouched, document)
        assert found["code"] in ("DIRECTIVES_LIMIT", "FIELDS_LIMIT")
        assert found["code"] == "FIELDS_LIMIT"
        assert found["fields"] == 2**60 + 1

    async def test_fragments_in_a_circle_are_invalid(self, graph: Graph, untouched: Any) -> None:
        document = "{ me { ...F } } fragment F on Person { unit { people { ...F } } }"
        found = await refused(graph, untouched, document)
        assert found["code"] == "GRAPHQL_VALIDATION_FAILED"


class TestPageSizes:
    @pytest.mark.parametrize("size", [0, -1, 101, 2**31 - 1])
    async def test_a_list_needs_a_page_size_from_one_to_a_hundred(
        self, graph: Graph, untouched: Any, size: int
    ) -> None:
        for document in (
            f"{{ units(first: {size}) {{ id }} }}",
            f"{{ sheets(first: {size}) {{ totalCount }} }}",
            f"{{ sheets(last: {size}) {{ totalCount }} }}",
            f"{{ me {{ sheets(first: {size}) {{ id }} }} }}",
            f'mutation {{ rename(id: "00000000-0000-0000-0000-0000000000b1", name: "x")'
            f" {{ children(first: {size}) {{ id }} }} }}",
        ):
            assert (await refused(graph, untouched, document))["code"] == "PAGE_SIZE"
        document = "query($n: Int!) { units(first: $n) { id } }"
        assert (await refused(graph, untouched, document, n=size))["code"] == "PAGE_SIZE"

    async def test_a_size_in_a_variable_is_checked_in_every_request(
        self, graph: Graph, untouched: Any
    ) -> None:
        document = "query($n: Int!) { units(first: $n) { id } }"
        assert graph.cost_of(Ask(document, variables={"n": 100})) == 100
        assert (await refused(graph, untouched, document, n=101))["code"] == "PAGE_SIZE"

    async def test_a_connection_needs_one_of_first_and_last(
        self, graph: Graph, untouched: Any
    ) -> None:
        for arguments in ("(state: OPEN)", "(first: 1, last: 1)", "(first: null)"):
            document = f"{{ sheets{arguments} {{ totalCount }} }}"
            assert (await refused(graph, untouched, document))["code"] == "PAGE_SIZE"

    async def test_a_list_without_a_page_size_is_no_valid_document(
        self, graph: Graph, untouched: Any
    ) -> None:
        found = await refused(graph, untouched, "{ units { id } }")
        assert found["code"] == "GRAPHQL_VALIDATION_FAILED"


class TestCost:
    @pytest.mark.parametrize(
        ("document", "cost"),
        [
            ("{ __typename }", 0),
            ("{ me { id name phone } }", 1),
            ("{ me { unit { agency { area { name } } } } }", 4),
            ("{ me { greeting } serverTime }", 5),
            ("{ units(first: 10) { name } }", 10),
            ("{ units(first: 10) { name parent { name } } }", 20),
            ("{ units(first: 10) { children(first: 5) { name } } }", 60),
            ("{ units(first: 10) { people { name } } }", 510),
            ("{ sheets(first: 10) { nodes { id } } }", 10),
            ("{ sheets(last: 10) { edges { node { person { id } } } totalCount } }", 30),
            ("{ sheets(first: 7) { nodes { marks { number } } } }", 14),
            ('{ nodes(ids: ["00000000-0000-0000-0000-0000000000b1"]) { id } }', 1),
        ],
    )
    async def test_the_cost_is_rows_multiplied_by_page_sizes(
        self, graph: Graph, document: str, cost: int
    ) -> None:
        assert graph.cost_of(Ask(document)) == cost

    async def test_an_operation_above_the_limit_is_refused_with_its_cost(
        self, small: Graph, untouched: Any
    ) -> None:
        document = "query($n: Int!) { units(first: $n) { children(first: $n) { name } } }"
        assert small.cost_of(Ask(document, variables={"n": 20})) == 420
        found = await refused(small, untouched, document, n=100)
        assert found == {"code": "COST_LIMIT", "cost": 10_100, "limit": 500}

    async def test_keys_are_capped(self, graph: Graph, untouched: Any) -> None:
        ids = ["00000000-0000-0000-0000-0000000000b1"] * 101
        found = await refused(
            graph, untouched, "query($i: [ID!]!) { nodes(ids: $i) { id } }", i=ids
        )
        assert found == {"code": "KEYS_LIMIT", "keys": 101, "limit": 100}
        document = "query($r: [_Any!]!) { _entities(representations: $r) { __typename } }"
        representations = [{"__typename": "Unit", "id": id} for id in ids]
        found = await refused(graph, untouched, document, r=representations)
        assert found == {"code": "ENTITIES_LIMIT", "entities": 101, "limit": 100}
