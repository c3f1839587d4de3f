"""What the tests of identity stand on: served apps, links on paper, a browser, a movable clock."""

import asyncio
import re
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

import httpx2
import pytest
import uvicorn
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from gateway.identity import (
    FrontDoor,
    IdentityRefusal,
    InvalidToken,
    Met,
    Tokens,
    Way,
    build,
    demo_issuer,
)
from gateway.identity.demo_issuer import Account, DemoIssuer
from gateway.settings import Settings
from resolvers.core.database import Database

SECRET = b"a secret of the tests, at least 32 bytes long"
ACCOUNTS = {
    "head": Account("0190-head", "Trần Thị Bình", "001085000123"),
    "member": Account("0190-member", "Lê Văn Cường", "001090000456"),
    "stranger": Account("0190-stranger", "Phạm Thị Dung"),
}
HEAD_NUMBER, HEAD = "001085000123", UUID(int=7)

KEYS_LIFETIME = 600.0

Checking = Callable[..., Tokens]
"""Makes a checker of bearer tokens that trusts the issuers it is given."""


class Clock:
    """Seconds since 1970, plus what `advance` added."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += seconds


@dataclass
class LinksOnPaper:
    """The links that the people slice keeps, here in a dictionary."""

    by_number: dict[str, UUID] = field(default_factory=dict)
    linked: dict[tuple[str, str], UUID] = field(default_factory=dict)
    quarters: tuple[int, ...] = ()

    async def met(self, iss: str, sub: str) -> Met | None:
        person = await self.find(iss, sub)
        return None if person is None else Met(person, self.quarters)

    async def find(self, iss: str, sub: str) -> UUID | None:
        return self.linked.get((iss, sub))

    async def link_by_personal_number(self, iss: str, sub: str, number: str) -> UUID | None:
        person = self.by_number.get(number)
        if person is not None:
            self.linked[iss, sub] = person
        return person


@dataclass(frozen=True)
class Site:
    """A portal that is being served, with what the tests need to reach into."""

    url: str
    door: FrontDoor
    clock: Clock
    links: LinksOnPaper


async def reason(tokens: Tokens, token: str) -> str:
    """Why a token is refused; the challenge of the answer is looked at too."""
    with pytest.raises(InvalidToken) as refused:
        await tokens.check(token)
    assert dict(refused.value.headers())[b"www-authenticate"].startswith(
        b'Bearer realm="congtam", error="invalid_token", error_description="'
    )
    return refused.value.reason


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def listening(app: ASGIApp | uvicorn.Config, port: int) -> AsyncIterator[None]:
    """Serve `app` on the loopback address, as configured if it is."""
    config = app
    if not isinstance(config, uvicorn.Config):
        config = uvicorn.Config(config, port=port, log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve())
    deadline = time.monotonic() + 10
    while not server.started and time.monotonic() < deadline:
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        await task


def door_for(
    issuer: DemoIssuer,
    url: str,
    database: Database,
    clock: Clock,
    links: LinksOnPaper | None = None,
    **changes: Any,
) -> FrontDoor:
    """The identity doors of one worker of the site at `url`; `changes` are of its settings."""
    settings = Settings(
        public_url=url,
        issuers=(issuer.settings(),),
        portal_client_id=demo_issuer.PORTAL,
        portal_client_secret=SecretStr(issuer.portal_secret),
        session_idle=900,
        session_lifetime=8 * 3600,
        party_module=True,
        **changes,
    )
    return build(settings, SECRET, database, links or LinksOnPaper(), clock)


class Stage:
    """A server that stays up while the app on it changes: starting one for each test takes long."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.app: ASGIApp = Response(status_code=404)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@asynccontextmanager
async def served(
    issuer: DemoIssuer, stage: Stage, database: Database, clock: Clock, **changes: Any
) -> AsyncIterator[Site]:
    """A portal of two routes at each entrance: /auth, and /who, which says whom it let in."""
    url = stage.url
    links = LinksOnPaper({HEAD_NUMBER: HEAD})
    door = door_for(issuer, url, database, clock, links, **changes)

    def entrance(way: Way | None, path: str) -> list[BaseRoute]:
        assert way is not None

        async def who(request: Request) -> Response:
            try:
                identity = await way.authenticator.authenticate(request.scope)
            except IdentityRefusal as refusal:
                return JSONResponse({"code": refusal.code}, refusal.status)
            told = {"kind": identity.kind, "sub": identity.sub}
            return JSONResponse({**told, "party": True} if identity.party else told)

        return [
            Mount(f"{path}/auth", routes=list(way.routes)),
            Route(f"{path}/who", who, methods=["GET", "POST"]),
        ]

    routes = [*entrance(door.portal, ""), *entrance(door.party, "/party")]
    stage.app = Starlette(routes=routes)
    yield Site(url, door, clock, links)
    await door.close()


class Browser(httpx2.AsyncClient):
    """Follows redirects one by one and keeps cookies; it can fill in the issuer's form."""

    def __init__(self, site: Site) -> None:
        super().__init__(base_url=site.url, timeout=10)
        self._site = site

    async def follow(self, response: httpx2.Response, until: str = "") -> httpx2.Response:
        """Go where redirects lead; stop before an address that starts with `until`."""
        while response.is_redirect:
            target = urljoin(str(response.url), response.headers["location"])
            if until and target.startswith(until):
                return response
            response = await self.get(target)
        return response

    async def form(self, return_to: str = "/who") -> httpx2.Response:
        """Ask to sign in, and arrive at the issuer's form."""
        page = await self.follow(await self.get("/auth/login", params={"return_to": return_to}))
        assert page.status_code == 200, page.text
        return page

    async def fill(self, page: httpx2.Response, account: str, *, at: str = "") -> httpx2.Response:
        """Send the form; the redirect back to the portal, not yet followed."""
        given = {"login": account, "password": demo_issuer.PASSWORD}
        sent = await self.post(str(page.url), data=given)
        return await self.follow(sent, until=f"{self._site.url}{at}/auth/callback")

    async def sign_in(self, account: str, return_to: str = "", *, at: str = "") -> httpx2.Response:
        """Sign in, `at` the path of an entrance; the page that the portal then shows."""
        wanted = return_to or f"{at}/who"
        begun = await self.get(f"{at}/auth/login", params={"return_to": wanted})
        page = await self.follow(begun)
        if page.url.path.startswith("/interaction/"):
            page = await self.follow(await self.fill(page, account, at=at))
        return page

    async def csrf(self, *, at: str = "") -> dict[str, str]:
        """The header that a changing request must carry."""
        return {"x-csrf-token": (await self.get(f"{at}/auth/session")).json()["csrfToken"]}

    async def who(self, *, at: str = "") -> dict[str, Any]:
        found: dict[str, Any] = (await self.get(f"{at}/who")).json()
        return found

    async def confirm_sign_out(self, location: str) -> httpx2.Response:
        """Go to the issuer's sign-out and send its form; where that leads, not yet followed."""
        page = await self.get(location)
        action = re.search(r'action="([^"]+)"', page.text)
        xsrf = re.search(r'name="xsrf" value="([^"]+)"', page.text)
        assert action is not None, page.text
        assert xsrf is not None, page.text
        return await self.post(action[1], data={"xsrf": xsrf[1], "logout": "yes"})
