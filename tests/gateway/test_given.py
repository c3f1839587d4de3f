"""What a page is given with itself: exactly what its session would be answered, and to it alone."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx2
import pytest
import pytest_asyncio

import gateway.given
from gateway.database import PgDatabase
from gateway.given import quoted
from gateway.graph.trusted import hashed
from gateway.graphql import GraphqlDoor
from gateway.identity.sessions import Sessions
from resolvers.core.database import Unavailable
from tests.databases import Running
from tests.gateway.identity.world import Browser, Site
from tests.journeys.people import PEOPLE
from tests.journeys.served import Made, Served, Token, served

pytest_plugins = ("tests.journeys.fixtures",)
pytestmark = pytest.mark.slow

WHO = "query Who { me { fullName } myUnits(first: 5) { id } }"
SHEETS = """query Sheets($unit: ID!, $period: Date!) {
  worklist(unit: $unit, period: $period, first: 100) { id total person { fullName } }
}"""
SWITCHES = "query Switches { switchQuestions { asks } }"
OPEN = """mutation Open($unit: ID!, $period: Date!) {
  openMonth(unit: $unit, period: $period) { __typename }
}"""
FIRST = {
    "/head/*": [WHO],
    "/head/:unit/:period": [SHEETS],
    "/head/:unit/:period/open": [OPEN],
    "/staff/*": [SWITCHES],
    "/party/*": [WHO],
}
VARIABLES = {SHEETS: ["unit", "period"], OPEN: ["unit", "period"]}
PAGE = '<!doctype html><script type="module" src="/assets/a.js"></script><body><p>page</p></body>'
BLOCK = re.compile(r'<script type="application/json" ([^>]*)>(.*?)</script>', re.DOTALL)
PERIOD = "2026-06-01"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Portals as the build leaves them, with what they ask first."""
    folder = tmp_path_factory.mktemp("built")
    for name in ("welcome", "head", "staff", "party"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE)
    documents = {hashed(text): text for text in (WHO, SHEETS, SWITCHES, OPEN)}
    first = {
        path: [{"document": hashed(text), "variables": VARIABLES.get(text, [])} for text in texts]
        for path, texts in FIRST.items()
    }
    (folder / "documents.json").write_text(json.dumps(documents), encoding="utf-8")
    (folder / "first.json").write_text(json.dumps(first), encoding="utf-8")
    return folder


@pytest_asyncio.fixture(scope="module")
async def portal(
    server: Running, prepared: Made, token: Token, built: Path
) -> AsyncIterator[Served]:
    """The program on the port that the issuer sends browsers back to."""
    told = {"trusted_documents": built / "documents.json", "built": built}
    port = int(token.portal.rpartition(":")[2])
    async with served(server, prepared, None, token, port=port, **told) as found:
        yield found


@pytest_asyncio.fixture
async def enter(portal: Served, token: Token) -> AsyncIterator[Callable[..., Any]]:
    """Opens a browser in which somebody has signed in; nobody's without a name."""
    site = cast(Site, SimpleNamespace(url=token.portal))
    opened: list[Browser] = []

    async def entered(who: str = "") -> Browser:
        opened.append(Browser(site))
        if who:
            await opened[-1].sign_in(who, return_to="/healthz")
        return opened[-1]

    yield entered
    for each in opened:
        await each.aclose()


def session(page: httpx2.Response) -> Any:
    """Who is signed in, as the page was told; None where it was not."""
    found = [text for marks, text in BLOCK.findall(page.text) if marks == 'id="session"']
    return json.loads(found[0]) if found else None


def answers(page: httpx2.Response) -> dict[str, Any]:
    """The answers that the page was given, by the body of the question."""
    found = {}
    for marks, text in BLOCK.findall(page.text):
        asked = re.search('data-asked="([^"]*)"', marks)
        if asked is not None:
            found[unescape(asked[1])] = json.loads(text)
    return found


def screen(portal: Served) -> str:
    return f"/head/{portal.ids.units['office']}/{PERIOD}"


class TestAPage:
    async def test_is_given_what_its_session_would_be_answered(
        self, portal: Served, enter: Callable[..., Any]
    ) -> None:
        browser = await enter("head")
        page = await browser.get(screen(portal))
        assert session(page) == (await browser.get("/auth/session")).json()
        given = answers(page)
        assert [json.loads(asked)["documentId"] for asked in given] == [hashed(WHO), hashed(SHEETS)]
        for asked, answer in given.items():
            headers = {**await browser.csrf(), "content-type": "application/json"}
            posted = await browser.post("/graphql", content=asked, headers=headers)
            assert answer == posted.json()
        names = [each["person"]["fullName"] for each in list(given.values())[1]["data"]["worklist"]]
        assert PEOPLE["staff"].name in names

    async def test_gives_another_session_nothing_of_it(
        self, portal: Served, enter: Callable[..., Any]
    ) -> None:
        seen = answers(await (await enter("head")).get(screen(portal)))
        other = await enter("neighbour")
        given = answers(await other.get(screen(portal)))
        assert list(given) == list(seen)
        who, sheets = given.values()
        assert who["data"]["me"]["fullName"] == PEOPLE["neighbour"].name
        assert sheets["data"]["worklist"] == []

    async def test_gives_nobody_anything(self, portal: Served, enter: Callable[..., Any]) -> None:
        page = await (await enter()).get(screen(portal))
        assert (session(page), answers(page)) == ({"signedIn": False}, {})

    async def test_is_nobodys_once_its_session_has_ended(
        self, portal: Served, enter: Callable[..., Any]
    ) -> None:
        browser = await enter("staff")
        kept = dict(browser.cookies)
        await browser.post("/auth/logout", headers=await browser.csrf())
        browser.cookies.update(kept)
        page = await browser.get(screen(portal))
        assert (session(page), answers(page)) == ({"signedIn": False}, {})

    async def test_of_the_party_knows_its_own_sessions_alone(
        self, enter: Callable[..., Any]
    ) -> None:
        page = await (await enter("head")).get("/party/")
        assert (session(page), answers(page)) == ({"signedIn": False}, {})

    @pytest.mark.parametrize("path", ["/", "/head/", "/staff/inbox"])
    async def test_is_kept_by_no_cache(self, path: str, enter: Callable[..., Any]) -> None:
        for who in ("", "head"):
            page = await (await enter(who)).get(path)
            assert session(page)["signedIn"] == bool(who)
            assert page.headers["cache-control"] == "no-store"
            assert page.headers["vary"] == "accept-encoding, cookie"
            assert "etag" not in page.headers

    async def test_speaks_the_language_that_its_reader_chose(
        self, enter: Callable[..., Any]
    ) -> None:
        """The browser's own language is not the page's."""
        browser = await enter("head")
        plain = await browser.get("/staff/", headers={"accept-language": "en"})
        browser.cookies.set("congtam-language", "en")
        chosen = await browser.get("/staff/", headers={"accept-language": "vi"})
        for page, language in ((plain, "vi"), (chosen, "en")):
            assert f'data-language="{language}"' in page.text
            [(asked, answer)] = answers(page).items()
            told = {**await browser.csrf(), "accept-language": language}
            headers = {**told, "content-type": "application/json"}
            posted = await browser.post("/graphql", content=asked, headers=headers)
            assert answer == posted.json()
        assert answers(plain) != answers(chosen)

    async def test_does_no_deed(self, portal: Served, enter: Callable[..., Any]) -> None:
        browser = await enter("head")
        await browser.get("/head/")
        before = await portal.trace()
        page = await browser.get(f"/head/{portal.ids.units['office']}/2026-07-01/open")
        assert [json.loads(asked)["documentId"] for asked in answers(page)] == [hashed(WHO)]
        assert await portal.trace() == before

    async def test_is_sent_before_what_it_is_given_is_known(
        self, portal: Served, enter: Callable[..., Any]
    ) -> None:
        browser = await enter("head")
        for encoding in ("gzip", "identity"):
            headers = {"accept-encoding": encoding}
            async with browser.stream("GET", screen(portal), headers=headers) as page:
                assert page.headers.get("content-encoding", "identity") == encoding
                parts = [part async for part in page.aiter_text()]
            assert parts[0] == PAGE.partition("</body>")[0]
            assert "".join(parts).endswith("</body>")

    async def test_is_given_nothing_where_only_its_head_is_asked(
        self, portal: Served, enter: Callable[..., Any]
    ) -> None:
        browser = await enter("head")
        asked = []
        find = Sessions.current

        async def counted(self: Sessions, secret: str) -> Any:
            asked.append(secret)
            return await find(self, secret)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Sessions, "current", counted)
            assert (await browser.head(screen(portal))).status_code == 200
        assert asked == []


class TestWhatCannotBeHad:
    """The page is whole all the same, and asks."""

    async def test_is_left_out_where_a_question_is_refused(
        self, portal: Served, enter: Callable[..., Any]
    ) -> None:
        page = await (await enter("head")).get(screen(portal).replace(PERIOD, "2026-13-45"))
        assert page.status_code == 200
        assert session(page)["signedIn"]
        assert [json.loads(asked)["documentId"] for asked in answers(page)] == [hashed(WHO)]

    @pytest.mark.parametrize("problem", [Unavailable("away"), ValueError("broken")])
    async def test_is_left_out_where_the_database_is_gone(
        self,
        portal: Served,
        enter: Callable[..., Any],
        monkeypatch: pytest.MonkeyPatch,
        problem: Exception,
    ) -> None:
        browser = await enter("head")

        async def away(*_: Any) -> bytes:
            raise problem

        monkeypatch.setattr(PgDatabase, "text", away)
        page = await browser.get(screen(portal))
        assert (session(page)["signedIn"], answers(page)) == (True, {})
        monkeypatch.setattr(Sessions, "current", away)
        page = await browser.get(screen(portal))
        assert (page.status_code, session(page), answers(page)) == (200, None, {})
        assert page.text == PAGE

    async def test_is_left_out_where_it_takes_long(
        self, portal: Served, enter: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        browser = await enter("head")

        async def slow(*_: Any) -> Any:
            await asyncio.sleep(60)

        monkeypatch.setattr(gateway.given, "PATIENCE", 0.5)
        monkeypatch.setattr(GraphqlDoor, "given", slow)
        page = await browser.get(screen(portal))
        assert (session(page)["signedIn"], answers(page)) == (True, {})
        assert page.text.endswith("</body>")


class TestWords:
    NAME = 'Ngô </script><script>alert("1")</script> & \u2028<!-- \u2029'

    async def test_end_no_element(self, portal: Served, enter: Callable[..., Any]) -> None:
        browser = await enter("head")
        change = "update congtam.person set full_name = $2 where id = $1"
        await portal.owner.execute(change, portal.ids.people["staff"], self.NAME)
        page = await browser.get(screen(portal))
        names = [
            each["person"]["fullName"]
            for each in list(answers(page).values())[1]["data"]["worklist"]
        ]
        assert self.NAME in names
        assert page.text.count("<script") == page.text.count("</script>") == 4
        assert not re.search("alert.{0,9}<|<!--|\u2028|\u2029", page.text)

    @pytest.mark.parametrize(
        "text", [NAME, "<", "\\<", "&lt;", "</SCRIPT", "\\u003c", "bình thường"]
    )
    def test_say_the_same(self, text: str) -> None:
        said = quoted(json.dumps({text: [text]}, ensure_ascii=False).encode())
        assert json.loads(said) == {text: [text]}
        assert not set("<>&\u2028\u2029") & set(said.decode())
