"""The endpoint: what it takes, whom it lets in, how much it answers, and how it says no."""

from collections.abc import AsyncIterator

import httpx2
import pytest
import pytest_asyncio

from gateway.graph import Graph
from gateway.graphql import LARGEST_BODY
from gateway.settings import Settings
from tests.databases import Running
from tests.journeys.client import Client
from tests.journeys.people import PEOPLE
from tests.journeys.served import Made, Served, Token, served

pytest_plugins = ("tests.journeys.fixtures",)

ME = "{ me { fullName } }"
HEAD = {"data": {"me": {"fullName": PEOPLE["head"].name}}}
JSON = {"content-type": "application/json"}


def code(answer: httpx2.Response) -> str:
    found: str = answer.json()["errors"][0]["extensions"]["code"]
    return found


class TestARequest:
    async def test_is_answered_with_its_trace_and_kept_by_nobody(self, desk: Served) -> None:
        answer = await desk.sign("head").send({"query": ME})
        assert (answer.status_code, answer.json()) == (200, HEAD)
        assert answer.headers["content-type"].startswith("application/graphql-response+json")
        assert answer.headers["cache-control"] == "no-store"
        assert len(answer.headers["x-trace-id"]) == 32

    async def test_goes_on_with_the_callers_trace(self, desk: Served) -> None:
        trace = "0af7651916cd43dd8448eb211c80319c"
        header = {"traceparent": f"00-{trace}-b7ad6b7169203331-01"}
        answer = await desk.sign("head").send({"query": ME}, header)
        assert answer.headers["x-trace-id"] == trace

    @pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD"])
    async def test_is_a_post(self, desk: Served, method: str) -> None:
        answer = await desk.http.request(method, "/graphql", params={"query": ME})
        assert answer.status_code == 405
        assert answer.headers["allow"] == "POST"

    @pytest.mark.parametrize(
        "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
    )
    async def test_is_json(self, desk: Served, kind: str) -> None:
        """What a foreign page's form could send is not even read."""
        headers = {"content-type": kind, "authorization": f"Bearer {desk.token('head')}"}
        answer = await desk.http.post("/graphql", content=b'{"query":""}', headers=headers)
        assert (answer.status_code, code(answer)) == (415, "UNSUPPORTED_MEDIA_TYPE")

    async def test_is_not_too_large(self, desk: Served) -> None:
        headers = {**JSON, "authorization": f"Bearer {desk.token('head')}"}

        async def endless() -> AsyncIterator[bytes]:
            for _ in range(LARGEST_BODY // 1000 + 2):
                yield b" " * 1000

        for body in (b" " * (LARGEST_BODY + 1), endless()):
            answer = await desk.http.post("/graphql", content=body, headers=headers)
            assert (answer.status_code, code(answer)) == (413, "TOO_LARGE")

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            (b"", "BAD_REQUEST"),
            (b"{", "BAD_REQUEST"),
            (b"\xff", "BAD_REQUEST"),
            (b"[]", "BAD_REQUEST"),
            (b"[" * 100_000, "BAD_REQUEST"),
            (b'{"query": 7}', "BAD_REQUEST"),
            (b'{"query": "{ me { id } }", "documentId": "a"}', "BAD_REQUEST"),
            (b'{"query": "{ me { id } }", "variables": []}', "BAD_USER_INPUT"),
            (b'{"query": "{ me { id "}', "GRAPHQL_PARSE_FAILED"),
            (b'{"query": "{ nothing }"}', "GRAPHQL_VALIDATION_FAILED"),
            (
                b'{"query": "query a { me { id } } query b { me { id } }"}',
                "OPERATION_RESOLUTION_FAILURE",
            ),
            (b'{"query": "subscription { me }"}', "GRAPHQL_VALIDATION_FAILED"),
            (b'{"query": "query($id: ID!) { sheet(id: $id) { id } }"}', "BAD_USER_INPUT"),
            (b'{"query": "{ sheet(id: \\"7\\") { id } }"}', "BAD_USER_INPUT"),
            (b'{"documentId": "unknown"}', "PERSISTED_QUERY_NOT_FOUND"),
        ],
    )
    async def test_that_cannot_be_understood_is_refused(
        self, desk: Served, body: bytes, expected: str
    ) -> None:
        headers = {**JSON, "authorization": f"Bearer {desk.token('head')}"}
        answer = await desk.http.post("/graphql", content=body, headers=headers)
        assert answer.status_code in (400, 404)
        assert code(answer) == expected

    @pytest.mark.parametrize(
        ("language", "begins"),
        [("en", "Syntax Error: "), ("vi", "Câu hỏi GraphQL không đúng cú pháp: Syntax Error: ")],
    )
    async def test_is_told_in_the_readers_language(
        self, desk: Served, language: str, begins: str
    ) -> None:
        found = await desk.sign("head").answer("{ me { id ", language=language)
        (error,) = found["errors"]
        assert error["message"].startswith(begins)
        assert error["extensions"] == {"code": "GRAPHQL_PARSE_FAILED"}


class TestWhoIsLetIn:
    async def test_nobody_without_a_credential(self, desk: Served) -> None:
        answer = await desk.sign("").send({"query": ME})
        assert (answer.status_code, code(answer)) == (401, "NOT_SIGNED_IN")
        assert answer.headers["www-authenticate"] == 'Bearer realm="congtam"'

    async def test_nobody_with_a_forged_token(self, desk: Served) -> None:
        head, body, proof = desk.token("head").split(".")
        for forged in (f"{head}.{body}.{proof[:-8]}AAAAAAAA", f"{head}.{body}.", "x"):
            answer = await Client(desk.http, forged).send({"query": ME})
            assert (answer.status_code, code(answer)) == (401, "INVALID_TOKEN")
            assert 'error="invalid_token"' in answer.headers["www-authenticate"]

    async def test_nobody_with_two_credentials(self, desk: Served) -> None:
        cookie = {"cookie": "congtam=" + "a" * 43}
        answer = await desk.sign("head").send({"query": ME}, cookie)
        assert (answer.status_code, code(answer)) == (400, "AMBIGUOUS_CREDENTIALS")

    async def test_is_known_before_anything_that_he_sent_is_read(self, desk: Served) -> None:
        answer = await desk.http.post("/graphql", content=b"{", headers=JSON)
        assert answer.status_code == 401

    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("en", "Nobody is signed in, or the session has ended."),
            ("en-GB,vi;q=0.5", "Nobody is signed in, or the session has ended."),
            ("vi", "Ông/bà chưa đăng nhập hoặc phiên đã kết thúc."),
            ("fr", "Ông/bà chưa đăng nhập hoặc phiên đã kết thúc."),
            ("", "Ông/bà chưa đăng nhập hoặc phiên đã kết thúc."),
        ],
    )
    async def test_is_told_no_in_his_language(
        self, desk: Served, language: str, expected: str
    ) -> None:
        answer = await desk.sign("").send({"query": ME}, {"accept-language": language})
        assert answer.json()["errors"][0]["message"] == expected


async def test_a_refusal_is_told_in_the_callers_language(desk: Served) -> None:
    deed = (
        "mutation($id: ID!) { signSheet(sheet: $id, version: 1)"
        " { ... on Refused { code message } } }"
    )
    told = {
        language: (
            await desk.sign("staff").ask(deed, id=desk.ids.sheets["head"], language=language)
        )["signSheet"]
        for language in ("vi", "en")
    }
    assert {each["code"] for each in told.values()} == {"NOT_RESPONSIBLE_HEAD"}
    assert told["en"]["message"].isascii()
    assert not told["vi"]["message"].isascii()


AT_MOST = Settings()
UPWARDS = "managingAgency { " * AT_MOST.max_depth + "id" + " }" * AT_MOST.max_depth
ALIASES = " ".join(f"a{number}: id" for number in range(AT_MOST.max_aliases + 1))
OVER = {
    "DEPTH_LIMIT": f"{{ me {{ agency {{ {UPWARDS} }} }} }}",
    "ALIASES_LIMIT": f"{{ me {{ {ALIASES} }} }}",
    "DIRECTIVES_LIMIT": "{ me { id " + "@include(if: true) " * (AT_MOST.max_directives + 1) + "} }",
    "ROOT_FIELDS_LIMIT": "{ " + " ".join(f"a{n}: me {{ id }}" for n in range(21)) + " }",
    "TOKENS_LIMIT": "{ me { " + "id " * AT_MOST.max_tokens + "} }",
    "DOCUMENT_BYTES_LIMIT": "{ me { id } } #" + "x" * AT_MOST.max_document_bytes,
    "COST_LIMIT": "{ agencies(first: 100) { nodes { people(first: 100) { nodes {"
    " sheets(first: 100) { nodes { id } } } } } } }",
    "PAGE_SIZE": "{ agencies(first: 101) { nodes { id } } }",
}


class TestAnOperationOverALimit:
    @pytest.mark.parametrize("expected", OVER)
    async def test_is_refused_with_the_limit(self, desk: Served, expected: str) -> None:
        answer = await desk.sign("head").send({"query": OVER[expected]})
        assert (answer.status_code, code(answer)) == (400, expected)
        told = answer.json()["errors"][0]["extensions"]
        if expected != "PAGE_SIZE":
            found = told[expected.removesuffix("_LIMIT").lower()]
            assert found > told["limit"] > 0

    @pytest.mark.parametrize("expected", OVER)
    async def test_is_told_so_in_the_callers_language(self, desk: Served, expected: str) -> None:
        told = {}
        for language in ("vi", "en"):
            answer = await desk.sign("head").send(
                {"query": OVER[expected]}, {"accept-language": language}
            )
            told[language] = answer.json()["errors"][0]["message"]
        assert told["en"].replace("–", "").isascii()
        assert not told["vi"].isascii()
        assert told["vi"] != told["en"]

    async def test_is_refused_before_any_sql(self, commune: Served) -> None:
        """The reader's rights are gone: whatever reaches the database fails."""
        head = commune.sign("head")
        assert (await head.send({"query": ME})).json() == HEAD
        await commune.owner.execute(
            "revoke all on all tables in schema congtam from congtam_reader"
        )
        assert (await head.send({"query": ME})).status_code == 500
        for expected, document in OVER.items():
            assert code(await head.send({"query": document})) == expected

    async def test_in_pages_and_ids_says_what_is_allowed(self, desk: Served) -> None:
        many = {"query": "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"}
        ids = [str(desk.ids.people["head"])] * 101
        answer = await desk.sign("head").send({**many, "variables": {"ids": ids}})
        assert (answer.status_code, code(answer)) == (400, "KEYS_LIMIT")
        answer = await desk.sign("head").send({"query": "{ mySheets { nodes { id } } }"})
        assert code(answer) == "PAGE_SIZE"


class TestWhatNobodyAnticipated:
    async def test_is_masked_with_the_trace_id(
        self, commune: Served, caplog: pytest.LogCaptureFixture
    ) -> None:
        await commune.owner.execute("alter table congtam.person rename full_name to called")
        answer = await commune.sign("head").send({"query": ME})
        problem = answer.json()["errors"][0]
        assert answer.status_code == 500
        assert problem["extensions"] == {
            "code": "INTERNAL",
            "traceId": answer.headers["x-trace-id"],
        }
        assert "column" not in answer.text
        assert problem["message"] == "Hệ thống gặp lỗi. Khi phản ánh, xin gửi kèm mã truy vết."
        english = await commune.sign("head").send({"query": ME}, {"accept-language": "en"})
        assert english.json()["errors"][0]["message"].startswith("Something went wrong here.")
        assert "full_name" in caplog.text
        assert answer.headers["x-trace-id"] in caplog.text

    async def test_in_a_deed_leaves_nothing_behind(self, commune: Served) -> None:
        """The audit cannot be written, so the deed is not done either."""
        head, sheet = commune.sign("head"), commune.ids.sheets["staff"]
        await commune.owner.execute(
            "alter table congtam.audit_leaf add constraint never check (deed <> 'sign_sheet'"
            " and deed <> 'return_self_assessment')"
        )
        before = await commune.trace()
        found = await head.answer(
            'mutation($id: ID!) { returnSelfAssessment(sheet: $id, version: 2, reason: "Xem lại")'
            " { __typename } }",
            id=sheet,
        )
        assert found["data"] is None
        assert found["errors"][0]["extensions"]["code"] == "INTERNAL"
        assert await commune.trace() == before


class TestABudget:
    @pytest_asyncio.fixture
    async def thrifty(
        self, server: Running, prepared: Made, graph: Graph, token: Token
    ) -> AsyncIterator[Served]:
        async with served(server, prepared, graph, token, client_cost_per_minute=250) as found:
            yield found

    async def test_is_each_clients_own_for_a_minute(self, thrifty: Served) -> None:
        dear = {"query": "{ agencies(first: 100) { nodes { id } } }"}
        head = thrifty.sign("head")
        answers = [await head.send(dear) for _ in range(4)]
        spent = next(each for each in answers if each.status_code != 200)
        assert (spent.status_code, code(spent)) == (429, "BUDGET_SPENT")
        told = spent.json()["errors"][0]["extensions"]
        assert told["limit"] == 250
        assert told["left"] < told["cost"] <= told["limit"]
        cheap = await head.send({"query": ME})
        assert cheap.status_code == 200


async def test_an_integration_client_may_ask_for_the_schema(desk: Served) -> None:
    found = await desk.sign("head").ask("{ __schema { mutationType { name } } }")
    assert found == {"__schema": {"mutationType": {"name": "Mutation"}}}
    answer = await desk.sign("head").send({"query": "{ __schema { types { name } } me { id } }"})
    assert answer.status_code == 400
