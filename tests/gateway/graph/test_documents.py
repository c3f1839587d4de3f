"""Documents that cannot be answered, and who may send which."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from graphql import get_introspection_query

from gateway.graph import Ask, Graph, Limits, Policy, RequestError, TrustedDocuments
from gateway.graph.trusted import BadManifest
from resolvers.core.request import Request
from tests.graph.fixture_schema import schema
from tests.graph.fixture_world import PEOPLE

ME = "query Me { me { id } }"
ME_ID = hashlib.sha256(ME.encode()).hexdigest()


async def code(graph: Graph, database: Any, ask: Ask, policy: Policy | None = None) -> str:
    with pytest.raises(RequestError) as refused:
        await graph.execute(ask, PEOPLE["an"], database, policy=policy)
    return refused.value.code


@pytest.fixture(scope="module")
def trusting() -> Graph:
    return Graph(schema, trusted=TrustedDocuments({ME_ID: ME}))


class TestDocuments:
    @pytest.mark.parametrize(
        ("document", "expected"),
        [
            ("", "GRAPHQL_PARSE_FAILED"),
            ("{", "GRAPHQL_PARSE_FAILED"),
            ("{ me { id } } }", "GRAPHQL_PARSE_FAILED"),
            ("{ nobody }", "GRAPHQL_VALIDATION_FAILED"),
            ("{ me }", "GRAPHQL_VALIDATION_FAILED"),
            ("{ me { id { x } } }", "GRAPHQL_VALIDATION_FAILED"),
            ("{ me { id @defer } }", "GRAPHQL_VALIDATION_FAILED"),
            ("{ me { a: id a: name } }", "GRAPHQL_VALIDATION_FAILED"),
            ("query($x: Int) { me { id } }", "GRAPHQL_VALIDATION_FAILED"),
            ('{ units(first: "1") { id } }', "GRAPHQL_VALIDATION_FAILED"),
            ('{ sheets(first: 1, state: "OPEN") { totalCount } }', "GRAPHQL_VALIDATION_FAILED"),
            ("{ node(id: 5) { id } }", "BAD_USER_INPUT"),
            ("subscription { me { id } }", "GRAPHQL_VALIDATION_FAILED"),
            ("type Query { me: Int }", "GRAPHQL_VALIDATION_FAILED"),
            ("query A { me { id } } query B { me { id } }", "OPERATION_RESOLUTION_FAILURE"),
            ("fragment F on Person { id }", "GRAPHQL_VALIDATION_FAILED"),
            ("{ __schema { description } me { id } }", "NOT_SERVED"),
        ],
    )
    async def test_each_kind_of_bad_document_has_its_code(
        self, graph: Graph, untouched: Any, document: str, expected: str
    ) -> None:
        assert await code(graph, untouched, Ask(document)) == expected

    @pytest.mark.parametrize(
        ("document", "code", "says", "detail"),
        [
            (
                "{ me { id }",
                "GRAPHQL_PARSE_FAILED",
                "Câu hỏi GraphQL không đúng cú pháp",
                "Syntax Error: Expected Name, found <EOF>.",
            ),
            (
                "{ nobody }",
                "GRAPHQL_VALIDATION_FAILED",
                "Câu hỏi GraphQL không phù hợp với lược đồ",
                "Cannot query field 'nobody' on type 'Query'. Did you mean 'node'?",
            ),
            (
                "query A { me { id } } query B { me { id } }",
                "OPERATION_RESOLUTION_FAILURE",
                "Chưa xác định được thao tác cần thực hiện",
                "The document has several operations: say which (operationName).",
            ),
            (
                "query($id: ID!) { node(id: $id) { id } }",
                "BAD_USER_INPUT",
                "Giá trị của biến hoặc tham số không hợp lệ",
                "$id is required",
            ),
        ],
    )
    async def test_is_told_in_vietnamese_with_the_detail_behind_it(
        self, graph: Graph, untouched: Any, document: str, code: str, says: str, detail: str
    ) -> None:
        with pytest.raises(RequestError) as refused:
            await graph.execute(Ask(document), PEOPLE["an"], untouched)
        for language, message in (("en", detail), ("vi", f"{says}: {detail}")):
            (told,) = refused.value.errors(language)
            assert (told["message"], told["extensions"]["code"]) == (message, code)

    async def test_every_mistake_of_a_document_is_told_so(
        self, graph: Graph, untouched: Any
    ) -> None:
        with pytest.raises(RequestError) as refused:
            await graph.execute(Ask("{ one two }"), PEOPLE["an"], untouched)
        told = refused.value.errors("vi")
        begins = "Câu hỏi GraphQL không phù hợp với lược đồ: Cannot query field "
        assert [each["message"].startswith(begins) for each in told] == [True, True]
        assert [each["locations"][0]["column"] for each in told] == [3, 7]

    async def test_only_so_many_mistakes_are_told(self, untouched: Any) -> None:
        graph = Graph(schema, limits=Limits(errors=3))
        with pytest.raises(RequestError) as refused:
            await graph.execute(Ask("{ a b c d e f g }"), PEOPLE["an"], untouched)
        told = refused.value.errors("en")
        assert len(told) <= 4
        assert told[0]["locations"] == [{"line": 1, "column": 3}]

    async def test_an_operation_is_chosen_by_its_name(self, graph: Graph, untouched: Any) -> None:
        document = "query A { a: __typename } query B { b: __typename }"
        ask = Ask(document, operation_name="B")
        assert await graph.execute(ask, PEOPLE["an"], untouched) == b'{"data":{"b":"Query"}}'
        wrong = Ask(document, operation_name="C")
        assert await code(graph, untouched, wrong) == "OPERATION_RESOLUTION_FAILURE"

    async def test_a_mutation_is_not_run_where_nothing_may_change(
        self, graph: Graph, untouched: Any
    ) -> None:
        ask = Ask(
            'mutation { rename(id: "00000000-0000-0000-0000-0000000000b1", name: "x") { id } }'
        )
        assert await code(graph, untouched, ask, Policy(mutations=False)) == "MUTATION_BY_GET"

    async def test_the_schema_is_told_by_graphql_core(self, graph: Graph, untouched: Any) -> None:
        text = await graph.execute(Ask(get_introspection_query()), PEOPLE["an"], untouched)
        assert json.loads(text)["data"]["__schema"]["queryType"]["name"] == "Query"
        ask = Ask("query($n: String!) { __type(name: $n) { name } }", variables={"n": "Unit"})
        text = await graph.execute(ask, PEOPLE["an"], untouched)
        assert json.loads(text) == {"data": {"__type": {"name": "Unit"}}}
        assert await code(graph, untouched, ask, Policy(introspection=False)) == "NOT_SERVED"


class TestAnswers:
    async def test_whatever_goes_wrong_is_a_response(self, graph: Graph, untouched: Any) -> None:
        async def renewed() -> Request:
            return PEOPLE["an"]

        refused = await graph.respond(Ask("{"), PEOPLE["an"], untouched, renewed=renewed)
        assert refused.status == 400
        assert "data" not in json.loads(refused.body)
        broken = await graph.respond(Ask(ME), PEOPLE["an"], untouched, renewed=renewed)
        assert broken.status == 500
        assert json.loads(broken.body)["errors"][0]["extensions"] == {
            "code": "INTERNAL",
            "traceId": "f" * 32,
        }
        assert b"statement" not in broken.body

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b"\xff",
            b'{"query": 1}',
            b'{"query": "{ me { id } }", "documentId": "x"}',
            b"{}",
            b'{"query": "{ me { id } }", "variables": []}',
            b'{"query": "{ me { id } }", "operationName": {}}',
            b'{"query": "{ me { id } }", "variables": {"x": NaN}}',
            b'{"query": "{ me { id } }", "variables": {"x": ' + b"9" * 5_000 + b"}}",
            b'{"query": "{ me { id } }", "variables": {"x": ' + b"[" * 100_000 + b"}}",
        ],
    )
    def test_a_body_that_is_no_request_is_refused(self, body: bytes) -> None:
        with pytest.raises(RequestError) as refused:
            Ask.parse(body)
        assert refused.value.status == 400

    def test_a_get_says_the_same_in_its_parameters(self) -> None:
        ask = Ask.of_query({"query": ME, "variables": '{"x": 1.10}', "operationName": "Me"})
        assert (ask.document, ask.operation_name) == (ME, "Me")
        assert str(ask.variables["x"]) == "1.10"
        with pytest.raises(RequestError):
            Ask.of_query({"query": ME, "variables": "{"})

    async def test_whoever_pays_is_told_the_cost_before_any_sql(
        self, graph: Graph, untouched: Any
    ) -> None:
        told: list[int] = []

        def spend(cost: int) -> None:
            told.append(cost)
            raise RequestError("That is too dear.")

        with pytest.raises(RequestError, match="too dear"):
            await graph.execute(
                Ask("{ units(first: 7) { id } }"), PEOPLE["an"], untouched, spend=spend
            )
        assert told == [7]


class TestTrustedDocuments:
    async def test_a_portal_sends_trusted_documents_only(
        self, trusting: Graph, untouched: Any
    ) -> None:
        portal = Policy(any_document=False)
        with pytest.raises(AssertionError, match="should not have been run"):
            await trusting.execute(Ask(document_id=ME_ID), PEOPLE["an"], untouched, policy=portal)
        other = Ask("{ me { name } }")
        assert await code(trusting, untouched, other, portal) == "PERSISTED_QUERY_NOT_SUPPORTED"
        unknown = Ask(document_id="0" * 64)
        assert await code(trusting, untouched, unknown, portal) == "PERSISTED_QUERY_NOT_FOUND"

    async def test_a_trusted_document_must_be_valid_when_the_program_starts(self) -> None:
        with pytest.raises(RequestError):
            Graph(schema, trusted=TrustedDocuments({"x": "{ nobody }"}))

    async def test_a_trusted_document_may_take_an_object_as_its_variable(self) -> None:
        score = "mutation($sheet: ID!, $mark: MarkInput!) { score(sheet: $sheet, marks: [$mark])"
        text = score + " { __typename } }"
        id = hashlib.sha256(text.encode()).hexdigest()
        assert Graph(schema, trusted=TrustedDocuments({id: text}))

    def test_a_manifest_is_believed_only_where_ids_are_hashes(self, tmp_path: Path) -> None:
        manifest = tmp_path / "documents.json"
        manifest.write_text(json.dumps({f"sha256:{ME_ID}": ME}), encoding="utf-8")
        assert TrustedDocuments.load(manifest).text(ME_ID) == ME
        for wrong in ("{", "[]", json.dumps({ME_ID: ME + " "}), json.dumps({ME_ID: 1})):
            manifest.write_text(wrong, encoding="utf-8")
            with pytest.raises(BadManifest):
                TrustedDocuments.load(manifest)
        with pytest.raises(BadManifest):
            TrustedDocuments.load(tmp_path / "absent.json")


class TestPlans:
    async def test_equal_operations_share_their_statement_whatever_their_values(
        self, graph: Graph
    ) -> None:
        document = """query($name: String, $deep: Boolean!) {
          units(name: $name, first: 5) { id parent @include(if: $deep) { id } }
        }"""

        def statement(**variables: Any) -> str:
            return graph.statement_of(Ask(document, variables=variables), PEOPLE["an"])[0]

        plain = statement(name="a", deep=False)
        assert plain == statement(name="b", deep=False)
        assert plain != statement(deep=False)
        assert statement(deep=False) == statement(name=None, deep=False)
        assert plain != statement(name="a", deep=True)

    async def test_literals_are_bind_parameters_too(self, graph: Graph) -> None:
        ask = Ask('{ units(name: "a", first: 5) { id } }')
        other = Ask('{ units(name: "b", first: 5) { id } }')
        sql, arguments = graph.statement_of(ask, PEOPLE["an"])
        assert (sql, "a" in arguments) == (graph.statement_of(other, PEOPLE["an"])[0], True)
