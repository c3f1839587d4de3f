"""The server as a whole: what it needs to start, what it says of itself, what it leaves behind."""

import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
import pytest_asyncio
from asgi_lifespan import LifespanManager
from pydantic import SecretStr

from gateway.app import build
from gateway.clock import VIETNAM, clock
from gateway.failure import Failure
from gateway.graph import Graph
from gateway.identity import demo_issuer
from gateway.identity.demo_issuer import Account, Running
from gateway.postgres.roles import on_database
from gateway.settings import Issuer, Settings
from tests import databases
from tests.gateway.identity.world import free_port
from tests.journeys.people import PEOPLE
from tests.journeys.served import Made, Served, Token, served

pytest_plugins = ("tests.journeys.fixtures",)

READY = {"database": "ok", "issuers": "ok", "migrations": "ok"}


def test_a_server_starts_without_the_libraries_of_papers_workbooks_and_jobs() -> None:
    """They come with the first paper or workbook, and with the jobs, which may run elsewhere."""
    large = {"docxtpl", "openpyxl", "procrastinate", "psycopg", "typst"}
    code = f"import sys, gateway.app\nprint({{m.partition('.')[0] for m in sys.modules}} & {large})"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


class TestStarted:
    async def test_says_that_it_is_alive_and_ready(self, desk: Served) -> None:
        alive = await desk.http.get("/healthz")
        assert (alive.status_code, alive.json()) == (200, {"alive": True})
        ready = await desk.http.get("/readyz")
        assert (ready.status_code, ready.json()) == (200, {"ready": True, "probes": READY})

    async def test_is_not_ready_on_a_database_that_is_behind(self, commune: Served) -> None:
        await commune.owner.execute("update congtam.alembic_version set version_num = '0000'")
        found = await commune.http.get("/readyz")
        assert (found.status_code, found.json()["probes"]) == (
            503,
            {**READY, "migrations": "failing"},
        )

    async def test_leaves_no_connection_behind(
        self, server: databases.Running, prepared: Made, graph: Graph, token: Token
    ) -> None:
        ours = "select count(*) from pg_stat_activity where datname = $1"
        administrator = await server.administrator()
        try:
            async with served(server, prepared, graph, token) as found:
                assert found.settings.database_url is not None
                name = urlsplit(found.settings.database_url.get_secret_value()).path[1:]
                await found.sign("head").ask("{ me { id } }")
                assert await administrator.fetchval(ours, name) > 0
            assert await administrator.fetchval(ours, name) == 0
        finally:
            await administrator.close()


def test_its_day_is_viet_nams() -> None:
    """Also in the seven hours in which Greenwich still has the day before."""
    assert clock().utcoffset() == timedelta(hours=7)
    evening = datetime(2026, 6, 30, 17, 0, tzinfo=UTC)
    assert evening.astimezone(VIETNAM).date() == date(2026, 7, 1)


class TestItDoesNotStart:
    async def test_on_a_database_that_was_not_migrated(
        self, server: databases.Running, worker_id: str, graph: Graph
    ) -> None:
        name = f"{databases.worker_name(worker_id)}_empty"
        settings = Settings(
            database_url=SecretStr(on_database(server.url, name)), secret_key=SecretStr("x" * 32)
        )
        try:
            with pytest.raises(Failure, match="congtam migrate"):
                async with LifespanManager(build(settings, graph=graph)):
                    pass
        finally:
            await databases.drop(server, name)

    def test_with_a_list_of_documents_that_is_none(self, tmp_path: Path) -> None:
        manifest = tmp_path / "documents.json"
        manifest.write_text('{"abc": "{ me { id } }"}')
        with pytest.raises(Failure, match="not the SHA-256"):
            build(Settings(trusted_documents=manifest))


@pytest_asyncio.fixture
async def away(tmp_path: Path) -> AsyncIterator[Running]:
    """An issuer that the test may stop."""
    if not (demo_issuer.HOME / "node_modules").is_dir():
        pytest.skip("the demo's identity provider is not installed (make setup)")
    accounts = {"head": Account("sub-head", "", PEOPLE["head"].number)}
    portal = f"http://127.0.0.1:{free_port()}"
    with demo_issuer.start(tmp_path, free_port(), accounts, portal_url=portal) as running:
        yield running


class TestWhileTheIssuerIsAway:
    async def test_known_keys_still_serve(
        self,
        server: databases.Running,
        prepared: Made,
        graph: Graph,
        token: Token,
        away: Running,
    ) -> None:
        bearer = {"authorization": "Bearer " + away.issuer.token("head", scope="api person")}
        other = {"authorization": "Bearer " + away.issuer.token("head", algorithm="ES256")}
        issuers: tuple[Issuer, ...] = (away.issuer.settings(),)
        async with served(server, prepared, graph, token, issuers=issuers) as found:
            away.child.stop()
            for header in (bearer, other, bearer):
                answer = await _me(found.http, header)
                assert (answer.status_code, answer.json()) == (
                    200,
                    {"data": {"me": {"fullName": PEOPLE["head"].name}}},
                )
            assert (await found.http.get("/readyz")).json() == {"ready": True, "probes": READY}

    async def test_it_starts_but_is_not_ready_until_it_knows_the_keys(
        self,
        server: databases.Running,
        prepared: Made,
        graph: Graph,
        token: Token,
        away: Running,
    ) -> None:
        bearer = {"authorization": "Bearer " + away.issuer.token("head")}
        issuers: tuple[Issuer, ...] = (away.issuer.settings(),)
        away.child.stop()
        async with served(server, prepared, graph, token, issuers=issuers) as found:
            assert (await found.http.get("/healthz")).status_code == 200
            ready = await found.http.get("/readyz")
            assert (ready.status_code, ready.json()["probes"]["issuers"]) == (503, "failing")
            answer = await _me(found.http, bearer)
            told = answer.json()["errors"][0]["extensions"]
            assert (answer.status_code, told["code"]) == (503, "ISSUER_AWAY")


async def _me(http: httpx2.AsyncClient, header: dict[str, str]) -> httpx2.Response:
    return await http.post("/graphql", json={"query": "{ me { fullName } }"}, headers=header)
