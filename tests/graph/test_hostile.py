"""Whatever a client or a stored text holds, it stays a value."""

import json
from base64 import b64decode, b64encode
from typing import Any

import pytest

from gateway.graph import Ask, Graph, Limits, RequestError
from tests.graph.fixture_schema import schema
from tests.graph.fixture_tables import person
from tests.graph.fixture_world import HOSTILE, PEOPLE, ROWS, Counted, fill

INJECTIONS = [
    "'",
    "''; drop table graph_fixture.sheet; --",
    "\\'; select 1; --",
    "$1",
    "\x01" + "0\x02[]\x01",
    "%s {0} {name}",
    HOSTILE,
]


async def body(graph: Graph, world: Counted, document: str, **variables: Any) -> Any:
    ask = Ask(document, variables=variables)
    return json.loads(await graph.execute(ask, PEOPLE["an"], world))["data"]


class TestStrings:
    @pytest.mark.parametrize("text", INJECTIONS)
    async def test_a_string_stays_a_string(self, graph: Graph, world: Counted, text: str) -> None:
        document = """query($t: String) {
          units(name: $t, first: 9) { name } sheets(first: 9, text: $t) { totalCount }
        }"""
        found = await body(graph, world, document, t=text)
        literal = document.replace("($t: String)", "").replace("$t", json.dumps(text))
        assert await body(graph, world, literal) == found
        assert len(found["units"]) == (text == HOSTILE)
        assert (await body(graph, world, "{ summary { sheets } }"))["summary"] == {"sheets": 4}

    async def test_every_character_that_postgres_stores_comes_back(
        self, graph: Graph, world: Counted, world_owner: Any
    ) -> None:
        characters = "".join(chr(code) for code in range(1, 0x250)) + "ấ\u2028\u2029\ufeff😀"
        rows = {**ROWS, person: [dict(row) for row in ROWS[person]]}
        for row in rows[person]:
            row |= {"name": characters, "tags": [characters, ""]}
        await fill(world_owner, rows)
        found = await body(graph, world, "{ me { name tags greeting } }")
        assert found["me"]["name"] == characters
        assert found["me"]["tags"] == [characters, ""]
        assert found["me"]["greeting"].startswith(f"Chào {characters} ")

    @pytest.mark.parametrize("text", ["a\0b", "\ud800", "\udfff."])
    async def test_what_postgres_cannot_store_is_refused_before_any_sql(
        self, graph: Graph, world: Counted, text: str
    ) -> None:
        with pytest.raises(RequestError) as refused:
            await body(
                graph, world, "query($t: String) { units(name: $t, first: 9) { id } }", t=text
            )
        assert refused.value.code == "BAD_USER_INPUT"
        assert world.statements == []


class TestCursors:
    DOCUMENT = """query($after: String) {
      sheets(first: 1, after: $after) { pageInfo { endCursor } nodes { id } }
    }"""

    def forged(self, found: Any) -> str:
        return b64encode(json.dumps(found).encode()).decode()

    async def test_a_cursor_that_was_tampered_with_is_refused_before_any_sql(
        self, graph: Graph, world: Counted
    ) -> None:
        cursor = (await body(graph, world, self.DOCUMENT))["sheets"]["pageInfo"]["endCursor"]
        other = (await body(graph, world, "{ ranked(first: 1) { pageInfo { endCursor } } }"))[
            "ranked"
        ]["pageInfo"]["endCursor"]
        mark, period, id = json.loads(b64decode(cursor))
        world.statements.clear()
        for wrong in (
            "",
            "x",
            "ấ",
            cursor[:-4],
            other,
            self.forged([]),
            self.forged({}),
            self.forged([mark, period]),
            self.forged([mark, period, id, 1]),
            self.forged(["00000000", period, id]),
            self.forged([mark, "2026-13-01", id]),
            self.forged([mark, "'; drop table graph_fixture.sheet; --", id]),
            self.forged([mark, period, "' or true --"]),
            self.forged([mark, None, id]),
            self.forged([mark, [period], id]),
            "W" * 100_000,
            b64encode(b"[" * 100_000).decode()[:1_900],
        ):
            with pytest.raises(RequestError) as refused:
                await body(graph, world, self.DOCUMENT, after=wrong)
            assert refused.value.code == "BAD_USER_INPUT"
            assert wrong not in str(refused.value) or not wrong
        assert world.statements == []

    async def test_a_cursor_of_somebody_else_shows_nothing_hidden(
        self, graph: Graph, world: Counted
    ) -> None:
        found = await body(graph, world, self.DOCUMENT)
        ask = Ask(self.DOCUMENT, variables={"after": found["sheets"]["pageInfo"]["endCursor"]})
        text = await graph.execute(ask, PEOPLE["em"], world)
        assert json.loads(text)["data"]["sheets"]["nodes"] == []


class TestVariables:
    @pytest.mark.parametrize(
        ("declared", "field", "value"),
        [
            ("ID!", "sheet(id: $v) { id }", 5),
            ("ID!", "sheet(id: $v) { id }", "x' or true --"),
            ("ID!", "sheet(id: $v) { id }", ""),
            ("ID!", "sheet(id: $v) { id }", None),
            ("ID!", "sheet(id: $v) { id }", {"id": 1}),
            ("Int!", "units(first: $v) { id }", 2**31),
            ("Int!", "units(first: $v) { id }", 10**400),
            ("Int!", "units(first: $v) { id }", 1.5),
            ("Int!", "units(first: $v) { id }", True),
            ("Int!", "units(first: $v) { id }", "1"),
            ("State", "sheets(first: 1, state: $v) { totalCount }", "open"),
            ("State", "sheets(first: 1, state: $v) { totalCount }", "OPEN' --"),
            ("State", "sheets(first: 1, state: $v) { totalCount }", 1),
            ("[State!]", "sheets(first: 1, states: $v) { totalCount }", ["OPEN", None]),
            ("[State!]", "sheets(first: 1, states: $v) { totalCount }", ["OPEN"] * 1001),
            ("Date", 'worklist(first: 1, unit: "%s", period: $v) { id }', "2026-02-30"),
            ("Date", 'worklist(first: 1, unit: "%s", period: $v) { id }', "20260201"),
            ("Date", 'worklist(first: 1, unit: "%s", period: $v) { id }', "infinity"),
            ("String", "units(first: 1, name: $v) { id }", 1),
            ("String", "units(first: 1, name: $v) { id }", ["a"]),
            ("Boolean!", "units(first: 1) { id @include(if: $v) }", "true"),
            ("Boolean!", "units(first: 1) { id @include(if: $v) }", 1),
            ("[_Any!]!", "_entities(representations: $v) { __typename }", [1]),
            ("[_Any!]!", "_entities(representations: $v) { __typename }", [{"id": "x"}]),
            (
                "[_Any!]!",
                "_entities(representations: $v) { __typename }",
                [{"__typename": "Line", "number": 1}],
            ),
            (
                "[_Any!]!",
                "_entities(representations: $v) { __typename }",
                [{"__typename": "Unit", "id": "' or true --"}],
            ),
            (
                "[_Any!]!",
                "_entities(representations: $v) { __typename }",
                [{"__typename": "Unit", "name": "no key"}],
            ),
        ],
    )
    async def test_a_variable_of_the_wrong_type_is_refused_without_sql(
        self, graph: Graph, world: Counted, declared: str, field: str, value: Any
    ) -> None:
        field = field.replace("%s", "00000000-0000-0000-0000-0000000000b1")
        with pytest.raises(RequestError) as refused:
            await body(graph, world, f"query($v: {declared}) {{ {field} }}", v=value)
        assert refused.value.code == "BAD_USER_INPUT"
        assert world.statements == []

    async def test_a_missing_variable_is_refused_and_a_defaulted_one_is_not(
        self, graph: Graph, world: Counted
    ) -> None:
        with pytest.raises(RequestError) as refused:
            await body(graph, world, "query($n: Int!) { units(first: $n) { id } }")
        assert refused.value.code == "BAD_USER_INPUT"
        found = await body(graph, world, "query($n: Int! = 2) { units(first: $n) { id } }")
        assert len(found["units"]) == 2
        found = await body(graph, world, "query($n: Int! = 2) { units(first: $n) { id } }", n=1)
        assert len(found["units"]) == 1

    async def test_null_and_absent_leave_a_question_its_own_default(
        self, graph: Graph, world: Counted
    ) -> None:
        document = "query($name: String) { units(name: $name, first: 9) { id } }"
        every = await body(graph, world, document)
        assert await body(graph, world, document, name=None) == every
        assert len(every["units"]) == 3
        assert len((await body(graph, world, document, name="Văn phòng"))["units"]) == 1
        assert await body(graph, world, "{ units(name: null, first: 9) { id } }") == every


class TestWidth:
    async def test_a_row_may_have_more_fields_than_a_function_has_arguments(
        self, world: Counted
    ) -> None:
        wide = Graph(schema, limits=Limits(aliases=1_000))
        fields = " ".join(f"a{number}: name" for number in range(250))
        found = await body(wide, world, f"{{ me {{ {fields} }} units(first: 2) {{ {fields} }} }}")
        assert list(found["me"]) == [f"a{number}" for number in range(250)]
        assert set(found["me"].values()) == {"Lê Thị An"}
        assert [len(unit) for unit in found["units"]] == [250, 250]
