"""An operation that touches the Party's record runs under the Party's roles, or not at all."""

import json
from typing import Any
from uuid import UUID

import pytest

from gateway.graph import Ask, Graph
from gateway.graph.realms import names_party
from resolvers.core.request import Request
from resolvers.core.slices import slice_of
from resolvers.organisation import establish_unit
from tests.gateway.graph.party_fixture import SOMEBODY, Noting, request, schema

ID = str(UUID(int=9))

ORDINARY = {
    "a column": "{ me { name } }",
    "a look-up by id": f'{{ node(id: "{ID}") {{ id __typename }} }}',
    "an entity": f'{{ _entities(representations: [{{__typename: "Citizen", id: "{ID}"}}])'
    " { ... on Citizen { name } } }",
    "the name of a type": "{ __typename }",
}
OF_PARTY = {
    "a question of the Party's": "{ verdicts(first: 5) { words } }",
    "rows beneath an ordinary row": "{ me { verdicts(first: 5) { id } } }",
    "an ordinary row beneath the Party's": "{ verdicts(first: 5) { citizen { name } } }",
    "a table whose visibility asks the Party's": "{ badges(first: 5) { id } }",
    "a value that needs no table": "{ creed }",
    "a look-up that names the type": f'{{ node(id: "{ID}") {{ ... on Verdict {{ id }} }} }}',
    "an entity": f'{{ _entities(representations: [{{__typename: "Verdict", id: "{ID}"}}])'
    " { ... on Verdict { words } } }",
    "one field of several": "{ me { name } creed }",
}
RENAME = f'renameCitizen(citizen: "{ID}", name: "An") {{ name }}'
GIVE = f'giveVerdict(citizen: "{ID}", words: "good") {{ __typename ... on Refused {{ code }} }}'


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(schema)


async def answered(graph: Graph, database: Noting, document: str, asking: Request) -> Any:
    async def renewed() -> Request:
        return asking

    answer = await graph.respond(Ask(document), asking, database, renewed=renewed)
    return json.loads(answer.body)


class TestAQuery:
    @pytest.mark.parametrize("document", ORDINARY.values(), ids=ORDINARY.keys())
    async def test_of_ordinary_things_never_comes_near_the_party(
        self, graph: Graph, document: str
    ) -> None:
        database = Noting(party=Noting())
        told = await answered(graph, database, document, request())
        assert "errors" not in told
        assert database.party is not None
        assert database.party.untouched
        assert not any("congtam_party" in sql for sql in database.asked)

    @pytest.mark.parametrize("document", OF_PARTY.values(), ids=OF_PARTY.keys())
    @pytest.mark.parametrize("party", [True, False], ids=["by the entrance", "elsewhere"])
    async def test_that_touches_the_party_runs_under_its_roles(
        self, graph: Graph, document: str, party: bool
    ) -> None:
        database = Noting(party=Noting())
        await answered(graph, database, document, request(party=party))
        assert database.untouched
        assert database.party is not None
        assert len(database.party.asked) == 1

    @pytest.mark.parametrize("document", OF_PARTY.values(), ids=OF_PARTY.keys())
    async def test_of_the_party_is_refused_where_its_module_is_not_configured(
        self, graph: Graph, document: str
    ) -> None:
        database = Noting()
        told = await answered(graph, database, document, request())
        (problem,) = told["errors"]
        assert problem["extensions"]["code"] == "PARTY_MODULE_NOT_CONFIGURED"
        assert "data" not in told
        assert database.untouched

    @pytest.mark.parametrize("document", ORDINARY.values(), ids=ORDINARY.keys())
    async def test_of_ordinary_things_runs_without_the_module(
        self, graph: Graph, document: str
    ) -> None:
        assert "errors" not in await answered(graph, Noting(), document, request())

    async def test_by_id_finds_the_partys_rows_for_whoever_came_in_by_its_entrance(
        self, graph: Graph
    ) -> None:
        database = Noting(party=Noting())
        document = ORDINARY["a look-up by id"]
        await answered(graph, database, document, request(party=True))
        assert database.party is not None
        assert "congtam_party.verdict" in database.party.asked[0]
        await answered(graph, database, document, request())
        assert "congtam_party" not in database.asked[0]

    async def test_is_refused_in_the_readers_language(self, graph: Graph) -> None:
        told = await answered(graph, Noting(), "{ creed }", request(language="vi"))
        assert told["errors"][0]["message"] == ("Hệ thống này chưa cấu hình phân hệ công tác đảng.")

    async def test_that_is_skipped_by_a_directive_touches_nothing(self, graph: Graph) -> None:
        document = "{ me { name verdicts(first: 5) @skip(if: true) { id } } }"
        assert "errors" not in await answered(graph, Noting(), document, request())


class TestADeed:
    async def test_of_the_party_runs_under_its_roles(self, graph: Graph) -> None:
        database = Noting(party=Noting())
        asking = request(party=True)
        told = await answered(graph, database, f"mutation {{ {GIVE} }}", asking)
        assert "errors" not in told
        assert database.untouched
        assert database.party is not None
        assert database.party.begun == [asking.reach]

    async def test_that_is_ordinary_does_not_even_by_the_partys_entrance(
        self, graph: Graph
    ) -> None:
        database = Noting(party=Noting())
        await answered(graph, database, f"mutation {{ {RENAME} }}", request(party=True))
        assert database.party is not None
        assert database.party.untouched
        assert len(database.begun) == 1

    async def test_whose_result_is_read_from_the_party_runs_under_its_roles(
        self, graph: Graph
    ) -> None:
        database = Noting(party=Noting())
        document = RENAME.replace("{ name }", "{ verdicts(first: 3) { id } }")
        await answered(graph, database, f"mutation {{ {document} }}", request())
        assert database.untouched

    async def test_of_several_begins_none_where_the_module_is_not_configured(
        self, graph: Graph
    ) -> None:
        database = Noting()
        told = await answered(graph, database, f"mutation {{ {RENAME} {GIVE} }}", request())
        assert told["errors"][0]["extensions"]["code"] == "PARTY_MODULE_NOT_CONFIGURED"
        assert database.untouched

    async def test_of_the_party_is_refused_at_another_entrance_and_audited(
        self, graph: Graph
    ) -> None:
        database = Noting(party=Noting())
        told = await answered(graph, database, f"mutation {{ {GIVE} }}", request())
        assert told["data"]["giveVerdict"]["code"] == "PARTY_ENTRANCE_NEEDED"
        assert database.party is not None
        assert database.party.untouched
        (leaf,) = database.ran
        assert (leaf["deed"], leaf["refusal"]) == ("GiveVerdict", "PARTY_ENTRANCE_NEEDED")
        assert (leaf["subject_kind"], str(leaf["subject_id"])) == ("citizen", ID)
        assert leaf["actor_id"] == SOMEBODY


class TestASlice:
    def test_is_told_by_where_a_function_lives(self) -> None:
        assert slice_of(establish_unit) == "organisation"

    @pytest.mark.parametrize(
        ("module", "slice"),
        [
            ("resolvers.party.ballots", "party"),
            ("resolvers.personnel", "personnel"),
            ("schema.party", "party"),
            ("schema.deeds.party_votes", "party"),
            ("gateway.party", ""),
            ("builtins", ""),
        ],
    )
    def test_is_the_folder_below_resolvers_or_the_file_of_the_contract(
        self, module: str, slice: str
    ) -> None:
        def function() -> None: ...

        function.__module__ = module
        assert slice_of(function) == slice

    @pytest.mark.parametrize(
        ("sql", "names"),
        [
            ("select 1 from congtam_party.verdict t1", True),
            ('select 1 from "congtam_party".verdict t1', True),
            ("select 1 from congtam.person t1", False),
            ("select 'congtam_party.verdict' from congtam.person t1", False),
            ("select 'it''s' from congtam_party.verdict", True),
        ],
    )
    def test_of_the_party_is_named_by_a_statement_and_not_by_a_text_in_it(
        self, sql: str, names: bool
    ) -> None:
        assert names_party(sql) is names
