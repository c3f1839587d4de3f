"""What a deed is given is exactly what was sent, or nothing at all."""

import json
from decimal import Decimal
from typing import Any

import pytest

from gateway.graph import Ask, Graph
from tests.graph.fixture_questions import Heard, Mark
from tests.graph.fixture_world import PEOPLE, S1, U1, Counted
from tests.graph.sending import respond


class TestArguments:
    async def test_numbers_reach_the_deed_exactly_as_they_were_written(
        self, graph: Graph, world: Counted
    ) -> None:
        document = "mutation($s: ID!, $m: [MarkInput!]!) { score(sheet: $s, marks: $m) { when } }"
        body = (
            f'{{"query": {json.dumps(document)}, "variables": {{"s": "{S1}", "m": ['
            '{"criterion": "a", "points": 0.1000000000000000055},'
            '{"criterion": "b", "points": "1e-3"},'
            '{"criterion": "c", "points": 12345678901234567890, "note": null}]}}'
        )
        await graph.execute(Ask.parse(body), PEOPLE["an"], world)
        assert Heard.last["sheet"] == S1
        assert Heard.last["marks"] == [
            Mark("a", Decimal("0.1000000000000000055")),
            Mark("b", Decimal("0.001")),
            Mark("c", Decimal("12345678901234567890"), None),
        ]

    async def test_an_argument_left_out_is_not_passed_and_null_is(
        self, graph: Graph, world: Counted
    ) -> None:
        document = (
            "mutation($id: ID!, $note: String) {"
            ' renameUnit(id: $id, name: "a", note: $note) { __typename } }'
        )
        for variables, heard in (({}, "unsaid"), ({"note": None}, None), ({"note": "n"}, "n")):
            await respond(graph, world, document, id=str(U1), **variables)
            assert Heard.last["note"] == heard

    @pytest.mark.parametrize("written", ["$reason", "null"])
    async def test_null_is_the_default_of_a_deed_that_cannot_take_it(
        self, graph: Graph, world: Counted, written: str
    ) -> None:
        declared = ", $reason: String" if written == "$reason" else ""
        variables: dict[str, Any] = {"reason": None} if declared else {}
        document = (
            f"mutation($id: ID!{declared}) {{"
            f' renameUnit(id: $id, name: "a", reason: {written}) {{ __typename }} }}'
        )
        await respond(graph, world, document, id=str(U1), **variables)
        assert Heard.last["reason"] == ""

    @pytest.mark.parametrize(
        "mark",
        [
            {"criterion": "a"},
            {"criterion": "a", "points": None},
            {"criterion": "a", "points": "many"},
            {"criterion": "a", "points": "NaN"},
            {"criterion": "a", "points": "1e999999999"},
            {"criterion": "a", "points": True},
            {"criterion": 1, "points": "1"},
            {"criterion": "a", "points": "1", "extra": 1},
            [],
            "a",
        ],
    )
    async def test_an_input_of_the_wrong_shape_is_refused_with_its_place(
        self, graph: Graph, world: Counted, mark: Any
    ) -> None:
        Heard.last = {}
        document = "mutation($s: ID!, $m: [MarkInput!]!) { score(sheet: $s, marks: $m) { when } }"
        good = {"criterion": "a", "points": "1"}
        answer = await respond(graph, world, document, s=str(S1), m=[good, mark])
        assert answer.status == 400
        problem = json.loads(answer.body)["errors"][0]
        assert problem["extensions"]["code"] == "BAD_USER_INPUT"
        assert problem["extensions"]["variable"] == "m"
        assert problem["message"].startswith("$m[1]")
        assert Heard.last == {}
