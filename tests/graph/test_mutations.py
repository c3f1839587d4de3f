"""Mutations: one deed, one transaction, and the result read before the commit."""

import json
from typing import Any
from uuid import UUID

import pytest

from gateway.graph import Graph
from gateway.postgres.roles import Connection
from tests.graph.fixture_questions import Heard
from tests.graph.fixture_world import AN, S1, S2, S4, U1, U2, A, B, Counted
from tests.graph.sending import RENAME, respond


async def name_of(owner: Connection, unit: UUID) -> str:
    found: str = await owner.fetchval("select name from graph_fixture.unit where id = $1", unit)
    return found


class TestDeeds:
    async def test_the_result_is_read_in_the_transaction_of_the_deed(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        answer = await respond(graph, world, RENAME, id=str(U1), name="Mới")
        assert json.loads(answer.body) == {"data": {"rename": {"name": "Mới", "version": 1}}}
        assert await name_of(world_owner, U1) == "Mới"

    async def test_a_refusal_is_data_where_the_type_has_a_place_for_it(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        document = """mutation($id: ID!, $name: String!) {
          renameUnit(id: $id, name: $name) { ... on Refused { code message field } }
        }"""
        answer = await respond(graph, world, document, id=str(U1), name="x" * 41)
        assert json.loads(answer.body)["data"]["renameUnit"] == {
            "code": "TOO_LONG",
            "message": "The name has 41 letters.",
            "field": "name",
        }
        assert await name_of(world_owner, U1) == "Văn phòng"

    async def test_a_refusal_is_an_error_where_the_type_has_none(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        answer = await respond(graph, world, RENAME, id=str(U1), name="x" * 41)
        found = json.loads(answer.body)
        assert found["data"] == {"rename": None}
        assert found["errors"][0]["path"] == ["rename"]
        assert found["errors"][0]["extensions"] == {"code": "TOO_LONG", "field": "name"}
        assert await name_of(world_owner, U1) == "Văn phòng"

    async def test_several_deeds_run_one_after_the_other_each_by_itself(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        document = """mutation($id: ID!) {
          one: rename(id: $id, name: "Một") { name }
          two: breakDown(id: $id) { name }
          __typename
          three: renameUnit(id: $id, name: "%s") { __typename }
          four: rename(id: "00000000-0000-0000-0000-0000000000b2", name: "Bốn") { name }
        }""" % ("x" * 41)
        answer = await respond(graph, world, document, id=str(U1))
        found = json.loads(answer.body)
        assert found["data"] == {
            "one": {"name": "Một"},
            "two": None,
            "__typename": "Mutation",
            "three": {"__typename": "Refused"},
            "four": {"name": "Bốn"},
        }
        assert [problem["path"] for problem in found["errors"]] == [["two"]]
        assert await name_of(world_owner, U1) == "Một"
        assert await name_of(world_owner, U2) == "Bốn"

    async def test_an_unexpected_failure_is_masked_and_undone(
        self,
        graph: Graph,
        world: Counted,
        world_owner: Connection,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        document = "mutation($id: ID!) { breakDown(id: $id) { name } }"
        answer = await respond(graph, world, document, id=str(U1))
        assert b"secret" not in answer.body
        found = json.loads(answer.body)["errors"][0]["extensions"]
        assert found == {"code": "INTERNAL", "traceId": "f" * 32}
        assert "a secret detail" in caplog.text
        assert await name_of(world_owner, U1) == "Văn phòng"

    async def test_a_result_that_left_the_reach_is_done_but_not_shown(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        document = "mutation($id: ID!, $to: ID!) { moveAway(id: $id, to: $to) { name } }"
        answer = await respond(graph, world, document, id=str(U1), to=str(B))
        found = json.loads(answer.body)
        assert found["data"] is None
        assert found["errors"][0]["extensions"]["code"] == "RESULT_HIDDEN"
        agency = await world_owner.fetchval(
            "select agency_id from graph_fixture.unit where id = $1", U1
        )
        assert agency == B

    async def test_objects_of_a_plain_type_hold_rows_by_their_ids(
        self, graph: Graph, world: Counted
    ) -> None:
        document = """mutation($sheet: ID!, $hidden: [ID!]!) {
          score(sheet: $sheet, marks: [
            {criterion: "I.1", points: 0.10}, {criterion: "x", points: "3", note: null}
          ]) {
            when
            marks { criterion points note }
            sheet { id total person { greeting } }
            others { version __typename }
          }
          scoreMany(sheets: $hidden) {
            __typename ... on Sheet { id actions } ... on Refused { message }
          }
        }"""
        answer = await respond(
            graph, world, document, sheet=str(S1), hidden=[str(S2), str(S4), str(S2)]
        )
        found = json.loads(answer.body)["data"]
        assert found["score"]["marks"] == [
            {"criterion": "I.1", "points": "0.10", "note": None},
            {"criterion": "x", "points": "3", "note": None},
        ]
        assert found["score"]["when"] == "2026-03-15T09:00:00.000000+07:00"
        assert found["score"]["sheet"]["total"] == "89.990"
        assert found["score"]["sheet"]["person"]["greeting"].startswith("Chào Trần Bình")
        assert found["score"]["others"] == [{"version": 1, "__typename": "Sheet"}] * 2
        assert found["scoreMany"] == [
            {"__typename": "Sheet", "id": str(S2), "actions": ["score", "return"]},
            {"__typename": "Refused", "message": "The name has 1 letters."},
            {"__typename": "Sheet", "id": str(S2), "actions": ["score", "return"]},
        ]


class TestIdempotency:
    DOCUMENT = """mutation($id: ID!, $name: String!, $key: String) {
      renameUnit(id: $id, name: $name, idempotencyKey: $key) {
        ... on Unit { name } ... on Refused { code }
      }
    }"""

    @pytest.fixture
    async def known(self, owner: Connection) -> None:
        """The person who asks is known to the program's own tables, where receipts are kept."""
        await owner.execute(
            "insert into congtam.agency (id, name, kind, opened_on)"
            f" values ('{A}', 'A', 'commune', '2025-07-01')"
        )
        await owner.execute(
            "insert into congtam.person"
            " (id, agency_id, full_name, given_name, sort_key, search_key)"
            f" values ('{AN}', '{A}', 'An', 'An', 'an', 'an')"
        )

    async def test_a_deed_sent_twice_is_done_once(
        self, known: None, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        async def send(name: str, key: str) -> Any:
            answer = await respond(graph, world, self.DOCUMENT, id=str(U1), name=name, key=key)
            return json.loads(answer.body)["data"]["renameUnit"]

        assert await send("Một", "k1") == {"name": "Một"}
        Heard.last = {}
        assert await send("Một", "k1") == {"name": "Một"}
        assert Heard.last == {}
        assert await send("Hai", "k1") == {"code": "IDEMPOTENCY_KEY_REUSED"}
        assert await send("Hai", "k2") == {"name": "Hai"}
        assert await send("Một", "k1") == {"name": "Hai"}
        assert await name_of(world_owner, U1) == "Hai"
