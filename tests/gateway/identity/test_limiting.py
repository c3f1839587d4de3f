"""Sign-ins that begin from one address: so many a minute, and no more."""

from collections.abc import AsyncIterator
from math import ceil

import httpx2
import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from gateway.commands.serve import options
from gateway.identity.demo_issuer import DemoIssuer
from gateway.identity.limiting import MINUTE, LoginLimit
from gateway.identity.refusals import TooManyLogins
from gateway.postgres.roles import Connection
from gateway.settings import Settings
from resolvers.core.database import Database
from tests.gateway.identity.world import Browser, Clock, Site, Stage, free_port, listening, served

MOST = 3
HERE, THERE = "203.0.113.7", "203.0.113.8"


class Hands:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def limit(hands: Hands) -> LoginLimit:
    return LoginLimit(MOST, hands)


def seconds_left(limit: LoginLimit, address: str | None) -> int:
    """For how long an address is refused."""
    with pytest.raises(TooManyLogins) as refused:
        limit.begin(address)
    ((name, value),) = refused.value.headers()
    assert name == b"retry-after"
    return int(value)


class TestTheLimit:
    def test_lets_as_many_begin_at_once_as_in_a_minute(self, limit: LoginLimit) -> None:
        for _ in range(MOST):
            limit.begin(HERE)
        assert seconds_left(limit, HERE) == ceil(MINUTE / MOST)
        limit.begin(THERE)

    def test_says_after_how_many_seconds_it_lets_in_again(
        self, limit: LoginLimit, hands: Hands
    ) -> None:
        for _ in range(MOST):
            limit.begin(HERE)
        hands.now += seconds_left(limit, HERE) - 1
        assert seconds_left(limit, HERE) == 1
        hands.now += 1
        limit.begin(HERE)
        assert seconds_left(limit, HERE) == ceil(MINUTE / MOST)

    def test_charges_nothing_for_what_it_refuses(self, limit: LoginLimit, hands: Hands) -> None:
        for _ in range(MOST):
            limit.begin(HERE)
        for _ in range(100):
            seconds_left(limit, HERE)
        hands.now += MINUTE
        for _ in range(MOST):
            limit.begin(HERE)

    def test_counts_an_ipv6_network_as_one_and_a_mapped_address_as_itself(
        self, limit: LoginLimit
    ) -> None:
        for last in ("1", "2", "ffff:3"):
            limit.begin(f"2001:db8:1:2::{last}")
        seconds_left(limit, "2001:db8:1:2:aaaa::9")
        limit.begin("2001:db8:1:3::1")
        for _ in range(MOST):
            limit.begin(f"::ffff:{HERE}")
        seconds_left(limit, HERE)

    def test_counts_whoever_has_no_address_as_one(self, limit: LoginLimit) -> None:
        for address in (None, "", "a socket"):
            limit.begin(address)
        seconds_left(limit, "another socket")

    def test_remembers_only_so_many_addresses_the_latest(self, hands: Hands) -> None:
        limit = LoginLimit(1, hands, most=10)
        for number in range(200):
            limit.begin(f"203.0.113.{number}")
            assert len(limit) <= 10
        seconds_left(limit, "203.0.113.199")
        limit.begin("203.0.113.0")


@pytest.fixture
async def strict(
    issuer: DemoIssuer, stage: Stage, database: Database, clock: Clock
) -> AsyncIterator[Site]:
    """The portal, letting few sign-ins begin."""
    async with served(issuer, stage, database, clock, logins_per_minute=MOST) as site:
        yield site


class TestSigningIn:
    async def test_too_often_shows_a_page_that_says_when_to_come_again(
        self, strict: Site, owner: Connection
    ) -> None:
        async with Browser(strict) as browser:
            for _ in range(MOST):
                assert (await browser.get("/auth/login")).status_code == 303
            begun = await owner.fetchval("select count(*) from congtam.login_attempt")
            answer = await browser.get("/auth/login")
            assert answer.status_code == 429
            assert 0 < int(answer.headers["retry-after"]) <= MINUTE
            assert "quá nhiều lượt đăng nhập" in answer.text
            assert answer.headers["cache-control"] == "no-store"
            assert "set-cookie" not in answer.headers
            count = await owner.fetchval("select count(*) from congtam.login_attempt")
            assert (begun, count) == (MOST, MOST)

    async def test_at_one_entrance_is_counted_at_the_other(self, strict: Site) -> None:
        async with Browser(strict) as browser:
            for path in ("/auth/login", "/party/auth/login", "/auth/login"):
                assert (await browser.get(path)).status_code == 303
            assert (await browser.get("/party/auth/login")).status_code == 429

    async def test_is_counted_for_each_client_that_a_proxy_on_this_machine_names(
        self, strict: Site
    ) -> None:
        async with Browser(strict) as browser:
            for _ in range(MOST):
                await browser.get("/auth/login", headers={"x-forwarded-for": HERE})
            for address, status in ((HERE, 429), (f"{HERE}, 127.0.0.1", 429), (THERE, 303)):
                answer = await browser.get("/auth/login", headers={"x-forwarded-for": address})
                assert answer.status_code == status

    async def test_does_not_stop_whoever_comes_back_from_the_issuer(self, strict: Site) -> None:
        async with Browser(strict) as browser:
            await browser.sign_in("head")
            for _ in range(MOST - 1):
                await browser.get("/auth/login")
            assert (await browser.get("/auth/login")).status_code == 429
            assert (await browser.who())["kind"] == "session"


async def whoami(scope: Scope, receive: Receive, send: Send) -> None:
    """Says whom the server takes the client for."""
    client = Request(scope).client
    await PlainTextResponse(client.host if client else "")(scope, receive, send)


@pytest.mark.parametrize(
    ("trusted", "seen"),
    [
        ("127.0.0.1", HERE),
        ("127.0.0.0/8,::1", HERE),
        ("10.0.0.1", "127.0.0.1"),
        ("none", "127.0.0.1"),
    ],
)
async def test_only_a_trusted_proxy_says_who_the_client_is(trusted: str, seen: str) -> None:
    port = free_port()
    told = options(Settings(port=port, trusted_proxies=trusted))
    config = uvicorn.Config(whoami, **{**told, "loop": "none", "lifespan": "off"})
    async with listening(config, port), httpx2.AsyncClient() as client:
        answer = await client.get(f"http://127.0.0.1:{port}/", headers={"x-forwarded-for": HERE})
    assert answer.text == seen
