"""A browser at the portals: what its session may send, and what it must bring along."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx2
import pytest
import pytest_asyncio

from gateway.graph.trusted import hashed
from tests.databases import Running
from tests.gateway.identity.world import Browser, Site
from tests.journeys.client import said
from tests.journeys.documents import mutation
from tests.journeys.people import PEOPLE
from tests.journeys.served import Made, Served, Token, served

pytest_plugins = ("tests.journeys.fixtures",)
pytestmark = pytest.mark.slow

ME = "{ me { fullName } }"
HEAD = {"data": {"me": {"fullName": PEOPLE["head"].name}}}


def code(answer: httpx2.Response) -> str:
    found: str = answer.json()["errors"][0]["extensions"]["code"]
    return found


@pytest_asyncio.fixture
async def portal(
    server: Running, prepared: Made, token: Token, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Served]:
    """The program on the port that the issuer sends browsers back to."""
    documents = tmp_path / "documents.json"
    documents.write_text(json.dumps({hashed(ME): ME}), encoding="utf-8")
    changes = {"trusted_documents": documents, "demo": getattr(request, "param", False)}
    port = int(token.portal.rpartition(":")[2])
    async with served(server, prepared, None, token, port=port, **changes) as found:
        yield found


@pytest_asyncio.fixture
async def browser(portal: Served, token: Token) -> AsyncIterator[Browser]:
    """A browser in which the head has signed in."""
    site = cast(Site, SimpleNamespace(url=token.portal))
    async with Browser(site) as found:
        page = await found.sign_in("head", return_to="/healthz")
        assert page.status_code == 200, page.text
        yield found


async def asked(browser: Browser, body: dict[str, Any], **headers: str) -> httpx2.Response:
    return await browser.post("/graphql", json=body, headers={**await browser.csrf(), **headers})


class TestAPortalSession:
    async def test_says_what_was_written_when_the_portal_was_built(self, browser: Browser) -> None:
        for body in ({"documentId": hashed(ME)}, {"query": ME}):
            assert (await asked(browser, body)).json() == HEAD
        answer = await asked(browser, {"query": "{ me { id } }"})
        assert (answer.status_code, code(answer)) == (403, "PERSISTED_QUERY_NOT_SUPPORTED")
        answer = await asked(browser, {"query": "{ __schema { queryType { name } } }"})
        assert code(answer) == "PERSISTED_QUERY_NOT_SUPPORTED"

    async def test_needs_its_own_token_for_every_operation(self, browser: Browser) -> None:
        """Else a foreign page could have the browser send one."""
        for header in ({}, {"x-csrf-token": "guessed"}):
            answer = await browser.post("/graphql", json={"query": ME}, headers=header)
            assert (answer.status_code, code(answer)) == (403, "CSRF_TOKEN_MISSING")

    @pytest.mark.parametrize("portal", [True], indirect=True)
    async def test_asks_anything_in_the_demo(self, browser: Browser) -> None:
        answer = await asked(browser, {"query": "{ me { id } }"})
        assert answer.status_code == 200
        answer = await asked(browser, {"query": "{ __schema { queryType { name } } }"})
        assert answer.json() == {"data": {"__schema": {"queryType": {"name": "Query"}}}}

    @pytest.mark.parametrize("portal", [True], indirect=True)
    async def test_leaves_its_channel_in_the_audit(self, browser: Browser, portal: Served) -> None:
        told = {"sheet": portal.ids.sheets["staff"], "version": 2, "reason": "Xem lại"}
        document = mutation("returnSelfAssessment", told)
        answer = await asked(browser, {"query": document, "variables": said(told)})
        assert answer.json()["data"]["returnSelfAssessment"]["__typename"] == "Sheet"
        last = "select channel from congtam.audit_leaf order by seq desc limit 1"
        assert await portal.owner.fetchval(last) == "portal"

    async def test_ends_with_the_sign_out(self, browser: Browser) -> None:
        csrf = await browser.csrf()
        left = await browser.post("/auth/logout", headers=csrf)
        assert left.status_code == 200
        answer = await browser.post("/graphql", json={"query": ME}, headers=csrf)
        assert (answer.status_code, code(answer)) == (401, "NOT_SIGNED_IN")
