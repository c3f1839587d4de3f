"""A real issuer, a portal served on a real port, and an issuer of our own that can misbehave."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from gateway.identity import Tokens, demo_issuer
from gateway.identity.demo_issuer import DemoIssuer, Running
from gateway.identity.discovery import Discovery
from gateway.identity.keys import IssuerKeys
from gateway.identity.outbound import Outbound
from gateway.identity.tokens import TrustedIssuer
from gateway.settings import Issuer
from resolvers.core.database import Database
from tests.gateway.identity.own_issuer import OwnIssuer
from tests.gateway.identity.world import (
    ACCOUNTS,
    KEYS_LIFETIME,
    Browser,
    Checking,
    Clock,
    Site,
    Stage,
    free_port,
    listening,
    served,
)


@pytest.fixture(scope="session")
def portal_port() -> int:
    return free_port()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, portal_port: int) -> Iterator[Running]:
    with started(tmp_path_factory.mktemp("issuer"), portal_port) as running:
        yield running


@pytest.fixture
def short_lived(tmp_path: Path, portal_port: int) -> Iterator[Running]:
    """An issuer for one test, which may stop it."""
    with started(tmp_path / "issuer", portal_port) as running:
        yield running


def started(data: Path, portal_port: int) -> Running:
    if not (demo_issuer.HOME / "node_modules").is_dir():
        pytest.skip("the demo's identity provider is not installed (make setup)")
    portal_url = f"http://127.0.0.1:{portal_port}"
    return demo_issuer.start(data, free_port(), ACCOUNTS, portal_url=portal_url)


@pytest.fixture(scope="session")
def issuer(running: Running) -> DemoIssuer:
    return running.issuer


@pytest.fixture(scope="session")
async def served_issuer() -> AsyncIterator[OwnIssuer]:
    issuer = OwnIssuer(free_port())
    async with issuer.serving():
        yield issuer


@pytest.fixture
def own_issuer(served_issuer: OwnIssuer) -> OwnIssuer:
    served_issuer.reset()
    return served_issuer


@pytest.fixture
async def checking(clock: Clock) -> AsyncIterator[Checking]:
    outbound = Outbound(seconds=2.0)

    def trusted(issuer: Issuer) -> TrustedIssuer:
        discovery = Discovery(issuer, outbound, lifetime=KEYS_LIFETIME, clock=clock)
        keys = IssuerKeys(issuer, discovery, outbound, lifetime=KEYS_LIFETIME, clock=clock)
        return TrustedIssuer(issuer, keys)

    def make(*issuers: Issuer) -> Tokens:
        return Tokens([trusted(issuer) for issuer in issuers], leeway=30, clock=clock)

    yield make
    await outbound.shut()


@pytest.fixture(scope="session")
async def stage(portal_port: int) -> AsyncIterator[Stage]:
    stage = Stage(portal_port)
    async with listening(stage, portal_port):
        yield stage


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def site(
    issuer: DemoIssuer, stage: Stage, database: Database, clock: Clock
) -> AsyncIterator[Site]:
    async with served(issuer, stage, database, clock) as site:
        yield site


@pytest.fixture
async def browser(site: Site) -> AsyncIterator[Browser]:
    async with Browser(site) as browser:
        yield browser
