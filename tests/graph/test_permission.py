"""What is hidden looks absent, on every way to it."""

import json
from typing import Any

import pytest

from gateway.graph import Ask, Graph, StaleReach
from tests.graph.fixture_world import (
    PEOPLE,
    S1,
    S2,
    S4,
    U1,
    U2,
    W1,
    B,
    Counted,
    uid,
)


async def data(graph: Graph, world: Counted, who: str, document: str, **variables: Any) -> Any:
    text = await graph.execute(Ask(document, variables=variables), PEOPLE[who], world)
    return json.loads(text)["data"]


class TestHiddenRows:
    @pytest.mark.parametrize("who", sorted(PEOPLE))
    async def test_a_hidden_row_and_an_absent_one_give_the_same_answer(
        self, graph: Graph, world: Counted, who: str
    ) -> None:
        document = """query($id: ID!) {
          sheet(id: $id) { id }
          node(id: $id) { __typename id }
          nodes(ids: [$id]) { id }
          _entities(representations: [{__typename: "Sheet", id: $id}]) { __typename }
          worklist(unit: $id, first: 5) { id }
        }"""
        visible = {"an": {S1, S2}, "binh": {S1, S2}, "chi": {S4}, "dung": {S1, S2, S4}}
        for sheet in (S1, S2, S4):
            found = await data(graph, world, who, document, id=str(sheet))
            absent = await data(graph, world, who, document, id=str(uid(0x999)))
            assert (found == absent) is (sheet not in visible.get(who, set()))

    async def test_a_ref_to_a_hidden_row_is_null(self, graph: Graph, world: Counted) -> None:
        document = (
            "query($id: ID!) { sheet(id: $id) { scoredBy { name } person { unit { name } } } }"
        )
        found = await data(graph, world, "binh", document, id=str(S1))
        assert found["sheet"]["scoredBy"] is None
        assert found["sheet"]["person"]["unit"] == {"name": "Văn phòng"}
        found = await data(graph, world, "an", document, id=str(S1))
        assert found["sheet"]["scoredBy"] == {"name": "Lê Thị An"}

    async def test_an_inherited_ref_shows_the_row_but_not_what_hangs_on_it(
        self, graph: Graph, world: Counted
    ) -> None:
        document = (
            "query($id: ID!) { node(id: $id) { ... on Unit { owner { name } agency { name } } } }"
        )
        found = await data(graph, world, "em", document, id=str(W1))
        assert found["node"] == {"owner": {"name": "Xã B"}, "agency": {"name": "Xã B"}}
        document = "query($id: ID!) { sheet(id: $id) { person { name sheets(first: 9) { id } } } }"
        found = await data(graph, world, "chi", document, id=str(S4))
        assert [sheet["id"] for sheet in found["sheet"]["person"]["sheets"]] == [str(S4)]

    async def test_a_list_beneath_a_visible_row_holds_visible_rows_only(
        self, graph: Graph, world: Counted
    ) -> None:
        # Dung reads the sheets of the agency, but not the lines of work in them.
        document = """query($id: ID!) {
          sheet(id: $id) { lines(first: 9) { number } person { sheets(first: 9) { id } } }
        }"""
        found = await data(graph, world, "an", document, id=str(S1))
        assert len(found["sheet"]["lines"]) == 3
        found = await data(graph, world, "dung", document, id=str(S1))
        assert found["sheet"]["lines"] == []
        assert len(found["sheet"]["person"]["sheets"]) == 2

    async def test_hidden_rows_are_absent_from_totals_and_page_sizes(
        self, graph: Graph, world: Counted
    ) -> None:
        document = """{
          sheets(first: 100) { totalCount nodes { id } pageInfo { hasNextPage } }
          summary { sheets }
          states(first: 9) { state sheets }
          agencies(first: 9) {
            totalCount nodes { sheets(first: 1) { totalCount } people(first: 9) { totalCount } }
          }
        }"""
        seen = {}
        for who in PEOPLE:
            found = await data(graph, world, who, document)
            ids = {sheet["id"] for sheet in found["sheets"]["nodes"]}
            assert found["sheets"]["totalCount"] == len(ids) == found["summary"]["sheets"]
            assert sum(state["sheets"] for state in found["states"]) == len(ids)
            seen[who] = len(ids)
        assert seen == {"an": 4, "binh": 2, "chi": 1, "dung": 5, "em": 0, "nobody": 0}

    async def test_a_page_before_a_hidden_row_does_not_tell_of_it(
        self, graph: Graph, world: Counted
    ) -> None:
        document = "{ sheets(first: 2) { nodes { id } pageInfo { hasNextPage } } }"
        found = await data(graph, world, "binh", document)
        assert len(found["sheets"]["nodes"]) == 2
        assert found["sheets"]["pageInfo"] == {"hasNextPage": False}

    async def test_a_question_cannot_be_used_to_ask_about_hidden_rows(
        self, graph: Graph, world: Counted
    ) -> None:
        # Units are shown to the agency; which of them have sheets only to who may see those.
        document = "{ busyUnits(first: 9) { id } units(first: 9) { id summary { sheets sum } } }"
        found = await data(graph, world, "chi", document)
        assert found["busyUnits"] == [{"id": str(U2)}]
        assert [unit["summary"]["sheets"] for unit in found["units"]] == [0, 1, 0]
        assert {unit["id"] for unit in found["units"]} > {str(U1)}

    async def test_an_order_over_a_hidden_row_does_not_show_the_row(
        self, graph: Graph, world: Counted
    ) -> None:
        # Dung reads the agency; the sheets of U1 are ordered by the names of its people.
        document = "query($unit: ID!) { worklist(unit: $unit, first: 9) { id } }"
        assert len((await data(graph, world, "dung", document, unit=str(U1)))["worklist"]) == 4
        assert (await data(graph, world, "em", document, unit=str(U1)))["worklist"] == []

    async def test_an_empty_reach_means_nothing(self, graph: Graph, world: Counted) -> None:
        document = """{
          me { id } units(first: 100) { id } sheets(first: 100) { totalCount }
          agencies(first: 100) { totalCount } summary { sheets }
        }"""
        assert await data(graph, world, "nobody", document) == {
            "me": None,
            "units": [],
            "sheets": {"totalCount": 0},
            "agencies": {"totalCount": 0},
            "summary": {"sheets": 0},
        }


class TestGuardedValues:
    async def test_a_guarded_value_is_null_for_who_may_see_only_the_row(
        self, graph: Graph, world: Counted
    ) -> None:
        document = """query($id: ID!) {
          sheet(id: $id) { total double told { value } marks { head } state }
        }"""
        for who, sheet, shown in (
            ("an", S2, True),
            ("binh", S2, False),
            ("binh", S1, True),
            ("dung", S2, False),
            ("dung", S1, True),
        ):
            found = (await data(graph, world, who, document, id=str(sheet)))["sheet"]
            assert (found["total"] is not None) is shown
            assert (found["double"] is not None) is shown
            assert (found["told"][0]["value"] is not None) is shown
            assert (found["marks"][0]["head"] is not None) is shown
            assert found["state"] in ("OPEN", "CLOSED")

    async def test_only_the_person_reads_the_own_phone_number(
        self, graph: Graph, world: Counted
    ) -> None:
        document = "{ me { id phone } units(first: 9) { people { id phone } } }"
        found = await data(graph, world, "an", document)
        everybody = {p["id"]: p["phone"] for u in found["units"] for p in u["people"]}
        assert found["me"]["phone"] is not None
        assert [id for id, phone in everybody.items() if phone] == [found["me"]["id"]]


class TestEntities:
    async def test_only_the_key_of_a_representation_is_believed(
        self, graph: Graph, world: Counted
    ) -> None:
        document = """query($r: [_Any!]!) {
          _entities(representations: $r) { ... on Unit { name version } }
        }"""
        forged = {"__typename": "Unit", "id": str(U1), "name": "forged", "version": 99}
        found = await data(graph, world, "an", document, r=[forged])
        assert found["_entities"] == [{"name": "Văn phòng", "version": 1}]

    async def test_order_and_length_are_kept_over_types_keys_and_gaps(
        self, graph: Graph, world: Counted
    ) -> None:
        document = """query($r: [_Any!]!) {
          _entities(representations: $r) { __typename ... on Unit { id } ... on Agency { code } }
        }"""
        found = await data(
            graph,
            world,
            "an",
            document,
            r=[
                {"__typename": "Unit", "id": str(U2)},
                {"__typename": "Agency", "code": "A"},
                {"__typename": "Agency", "id": str(B)},
                {"__typename": "Unit", "id": str(uid(0x999))},
                {"__typename": "Unit", "id": str(U1)},
                {"__typename": "Unit", "id": str(U2)},
                {"__typename": "Sheet", "id": str(S4)},
            ],
        )
        assert found["_entities"] == [
            {"__typename": "Unit", "id": str(U2)},
            {"__typename": "Agency", "code": "A"},
            None,
            None,
            {"__typename": "Unit", "id": str(U1)},
            {"__typename": "Unit", "id": str(U2)},
            None,
        ]

    async def test_the_service_tells_the_schema_without_a_statement(
        self, graph: Graph, world: Counted
    ) -> None:
        found = await data(graph, world, "nobody", "{ _service { sdl } }")
        assert '@key(fields: "code")' in found["_service"]["sdl"]
        assert "federation/v2.9" in found["_service"]["sdl"]
        assert world.statements == []


class TestAuthorityStamp:
    async def test_a_reach_older_than_the_stamp_reads_nothing(
        self, graph: Graph, world: Counted, world_owner: Any
    ) -> None:
        await world_owner.execute("update graph_fixture.stamp set stamp = stamp + 1")
        with pytest.raises(StaleReach):
            await graph.execute(Ask("{ me { id } }"), PEOPLE["an"], world)
