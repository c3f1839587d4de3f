"""The Party's entrance of a served program, and the program that has none."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import cast

import httpx2
import pytest
import pytest_asyncio

from authz.reach import NOBODY
from gateway.database import PgDatabase
from gateway.graph import Graph
from gateway.postgres.roles import Access
from gateway.reaches import Reaches
from tests.databases import Running
from tests.gateway.identity.world import Browser, Site
from tests.journeys.people import PEOPLE, STRANGER
from tests.journeys.served import Made, Served, Token, served
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

MODULES = "{ modules { name configured } }"
ME = "{ me { fullName } }"
HEAD = {"data": {"me": {"fullName": PEOPLE["head"].name}}}
AT = "/party"


@pytest_asyncio.fixture(scope="module")
async def without(
    server: Running, prepared: Made, graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The program on a copy of `prepared`, without the Party module."""
    async with served(server, prepared, graph, token, party_module=False) as found:
        yield found


class TestTheModule:
    async def test_is_told_to_whoever_asks(self, desk: Served, without: Served) -> None:
        for site, configured in ((desk, True), (without, False)):
            found = await site.sign("staff").ask(MODULES)
            assert found["modules"] == [{"name": "party", "configured": configured}]

    async def test_is_not_there_where_it_is_not_configured(self, without: Served) -> None:
        for path in ("/party/auth/login", "/party/auth/session", "/party/forms/x/y.docx"):
            assert (await without.http.get(path)).status_code == 404
        assert (await without.http.post("/party/graphql", json={"query": ME})).status_code == 404

    async def test_gives_nothing_to_a_token_with_its_scope_where_it_is_not_configured(
        self, without: Served
    ) -> None:
        assert await without.sign("head", party=True).answer(ME) == HEAD


class TestAReach:
    async def test_holds_the_person_by_the_partys_entrance_alone(self, desk: Served) -> None:
        reaches, issuer = Reaches(desk.database), desk.token.issuer.url
        inside = await reaches.of(issuer, "sub-head", TODAY, party=True)
        outside = await reaches.of(issuer, "sub-head", TODAY)
        assert inside.party_person == desk.ids.people["head"]
        assert (outside.party_person, outside.party_bodies) == (NOBODY, frozenset())
        assert (inside.headed, inside.fence) == (outside.headed, outside.fence)

    async def test_is_kept_for_each_entrance_by_itself(self, desk: Served) -> None:
        reaches, issuer = Reaches(desk.database), desk.token.issuer.url
        for party in (True, False, True):
            found = await reaches.of(issuer, "sub-head", TODAY, party=party)
            assert await reaches.of(issuer, "sub-head", TODAY, party=party) is found
            assert (found.party_person != NOBODY) is party

    async def test_holds_nothing_of_the_partys_where_the_module_is_not_configured(
        self, access: Access
    ) -> None:
        async with PgDatabase(access) as database:
            found = await Reaches(database).of("https://issuer", "anybody", TODAY, party=True)
        assert (found.party_person, found.party_bodies) == (NOBODY, frozenset())

    async def test_of_a_subject_nobody_knows_is_empty_at_every_entrance(self, desk: Served) -> None:
        reaches, issuer = Reaches(desk.database), desk.token.issuer.url
        found = await reaches.of(issuer, f"sub-{STRANGER}", TODAY, party=True)
        assert (found.person, found.party_person) == (NOBODY, NOBODY)
        assert found.party_bodies == frozenset()


@pytest_asyncio.fixture
async def portal(
    server: Running, prepared: Made, graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The program on the port that the issuer sends browsers back to."""
    port = int(token.portal.rpartition(":")[2])
    async with served(server, prepared, graph, token, port=port, demo=True) as found:
        yield found


@pytest_asyncio.fixture
async def browser(portal: Served, token: Token) -> AsyncIterator[Browser]:
    """A browser in which nobody has signed in."""
    async with Browser(cast(Site, SimpleNamespace(url=token.portal))) as found:
        yield found


async def asked(browser: Browser, at: str, csrf: str) -> httpx2.Response:
    return await browser.post(f"{at}/graphql", json={"query": ME}, headers={"x-csrf-token": csrf})


@pytest.mark.slow
class TestABrowser:
    async def test_asks_the_partys_graph_by_the_partys_session(self, browser: Browser) -> None:
        await browser.sign_in("head", "/healthz", at=AT)
        csrf = (await browser.csrf(at=AT))["x-csrf-token"]
        assert (await asked(browser, AT, csrf)).json() == HEAD
        elsewhere = await asked(browser, "", csrf)
        assert elsewhere.status_code == 401

    async def test_cannot_ask_the_partys_graph_by_another_session(self, browser: Browser) -> None:
        await browser.sign_in("head", "/healthz")
        csrf = (await browser.csrf())["x-csrf-token"]
        assert (await asked(browser, "", csrf)).json() == HEAD
        assert (await asked(browser, AT, csrf)).status_code == 401

    async def test_needs_the_token_of_the_session_of_that_entrance(self, browser: Browser) -> None:
        for at in ("", AT):
            await browser.sign_in("head", "/healthz", at=at)
        own = {at: (await browser.csrf(at=at))["x-csrf-token"] for at in ("", AT)}
        assert own[""] != own[AT]
        for at, other in (("", AT), (AT, "")):
            assert (await asked(browser, at, own[at])).json() == HEAD
            assert (await asked(browser, at, own[other])).status_code == 403
