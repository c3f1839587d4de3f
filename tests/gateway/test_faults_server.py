"""kill -9 in the middle of deeds, over HTTP: nothing half done, nothing acknowledged lost.

A real server process on a database of its own. Six clients send deeds at once, each under an
idempotency key: what became of one whose answer was lost is learnt by sending it again.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from math import inf
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest
import pytest_asyncio

from gateway.clock import clock
from gateway.database import PgDatabase
from gateway.numbers import NumberSealer
from gateway.postgres import Server, migrate, prepare
from gateway.postgres.roles import Connection
from gateway.processes import Child, Program, start
from tests.gateway.identity.world import free_port
from tests.gateway.test_faults import kill
from tests.journeys.client import said
from tests.journeys.documents import mutation
from tests.journeys.served import SECRET, Token
from tests.journeys.world import Ids, establish

pytest_plugins = ("tests.journeys.fixtures",)
pytestmark = pytest.mark.slow

CLIENTS = 6
ENOUGH = 30
"""Deeds acknowledged before something is killed, and again afterwards."""
PATIENCE = 90
WHOLE = (
    "select count(*) from congtam.assignment a"
    " join congtam.work_line l on l.assignment_id = a.id and l.units = a.units"
    " join congtam.audit_leaf t on t.subject_id = a.id and t.deed = 'assign_work'"
    " join congtam.receipt r on r.outcome = to_jsonb(a.id::text)"
)
"""Assignments with everything that belongs to them."""
PARTS = ("assignment", "work_line", "receipt")


@dataclass
class Installation:
    """A folder with a database, and the server that runs on it."""

    folder: Path
    postgres: Server
    ids: Ids
    owner: Callable[[], "asyncio.Future[Connection]"]
    issuer: str
    port: int = field(default_factory=free_port)
    process: Child | None = None

    def start(self) -> None:
        """Start the server's process, and wait until it is ready."""
        program = Program(
            name="the server",
            command=(sys.executable, "-m", "gateway.commands", "serve"),
            log=self.folder / "server.log",
            env={
                "PATH": os.environ["PATH"],
                "CONGTAM_DATA": str(self.folder),
                "CONGTAM_PORT": str(self.port),
                "CONGTAM_SECRET_KEY": SECRET.get_secret_value(),
                "CONGTAM_ISSUERS": self.issuer,
            },
            cwd=Path(__file__).parents[2],
        )
        self.process = start(program, self.ready, PATIENCE)

    def ready(self) -> bool:
        with suppress(httpx2.TransportError):
            return httpx2.get(f"{self.url}/readyz", timeout=5).status_code == 200
        return False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """End the server's process at once."""
        assert self.process is not None
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.stop()


@pytest_asyncio.fixture(scope="module")
async def installation(token: Token) -> AsyncIterator[Installation]:
    folder = Path(tempfile.mkdtemp(prefix="congtam-"))
    folder.chmod(0o755)  # so that the database's account may pass
    with Server(folder / "postgres") as postgres:
        access = await prepare(postgres.url, postgres.passwords)
        await migrate(access.owner)
        async with PgDatabase(access) as database:
            sealer = NumberSealer(SECRET.get_secret_value().encode())
            ids = await establish(database, sealer, token.issuer.url)
        issuer = json.dumps([token.issuer.settings().model_dump(mode="json")])
        found = Installation(folder, postgres, ids, access.owner.connect, issuer)
        found.start()
        yield found
        if found.process is not None:
            found.process.stop()
    shutil.rmtree(folder)


@dataclass
class Clients:
    """Several heads' clients that assign work as fast as they are answered."""

    http: httpx2.AsyncClient
    installation: Installation
    headers: dict[str, str]
    keys: set[str] = field(default_factory=set)
    acknowledged: dict[str, str] = field(default_factory=dict)
    """The assignment that was answered for each key."""
    unavailable: int = 0
    unanswered: int = 0
    wanted: float = inf

    async def work(self) -> None:
        """Assign until enough is acknowledged; what fails is sent again under its key."""
        while len(self.acknowledged) < self.wanted:
            key = str(uuid4())
            self.keys.add(key)
            while not await self._sent(key):
                await asyncio.sleep(0.05)

    async def _sent(self, key: str) -> bool:
        ids = self.installation.ids
        told = {
            "posting": ids.postings["staff"],
            "product": ids.products["CH.02"],
            "quantity": "1",
            "dueOn": clock().date() + timedelta(days=1),
            "idempotencyKey": key,
        }
        body = {"query": mutation("assignWork", told), "variables": said(told)}
        try:
            answer = await self.http.post("/graphql", json=body, headers=self.headers)
        except httpx2.TransportError:
            self.unanswered += 1
            return False
        found = answer.json()
        if answer.status_code == 503:
            assert found["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
            assert int(answer.headers["retry-after"]) > 0
            self.unavailable += 1
            return False
        assert answer.status_code == 200
        if "errors" in found:  # the connection broke while the deed was being done
            code = found["errors"][0]["extensions"]["code"]
            assert code in {"UNAVAILABLE", "OUTCOME_UNKNOWN"}, found
            self.unavailable += 1
            return False
        self.acknowledged[key] = found["data"]["assignWork"]["id"]
        return True


@pytest_asyncio.fixture
async def clients(installation: Installation, token: Token) -> AsyncIterator[Clients]:
    headers = {"authorization": f"Bearer {token('head')}"}
    limits = httpx2.Limits(max_connections=CLIENTS)
    async with httpx2.AsyncClient(base_url=installation.url, timeout=30, limits=limits) as http:
        yield Clients(http, installation, headers)


async def stored(installation: Installation, clients: Clients) -> set[str]:
    """The assignments of these clients in the database; all of them must be whole."""
    owner = await installation.owner()
    try:
        counts = {await owner.fetchval(f"select count(*) from congtam.{part}") for part in PARTS}
        assert counts == {await owner.fetchval(WHOLE)}
        rows = await owner.fetch(
            "select outcome #>> '{}' as id from congtam.receipt where key = any($1)",
            list(clients.keys),
        )
        return {row["id"] for row in rows}
    finally:
        await owner.close()


async def worked_through(clients: Clients, fault: Callable[[], None]) -> None:
    """Let the clients work, do the fault in the middle, and let them work on as long again."""
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        for _ in range(CLIENTS):
            group.create_task(clients.work())
        while len(clients.acknowledged) < ENOUGH:
            await asyncio.sleep(0.01)
        await asyncio.to_thread(fault)
        clients.wanted = len(clients.acknowledged) + ENOUGH


async def test_the_database_is_killed(installation: Installation, clients: Clients) -> None:
    """The server tells so at once, and goes on by itself when the database is back."""

    def fault() -> None:
        kill(installation.postgres)
        assert httpx2.get(f"{installation.url}/healthz").status_code == 200

    pid = installation.process.pid if installation.process else 0
    await worked_through(clients, fault)
    assert clients.unavailable > 0
    assert clients.unanswered == 0
    # Every key has one effect, also where the first answer was lost.
    assert await stored(installation, clients) == set(clients.acknowledged.values())
    assert len(set(clients.acknowledged.values())) == len(clients.keys)
    assert installation.process is not None
    assert (installation.process.pid, installation.process.exit_code) == (pid, None)


async def test_the_server_is_killed(installation: Installation, clients: Clients) -> None:
    """Started again it goes on with what was acknowledged, and with nothing else."""

    def fault() -> None:
        installation.kill()
        installation.start()

    await worked_through(clients, fault)
    assert clients.unanswered > 0
    assert await stored(installation, clients) == set(clients.acknowledged.values())
    assert len(set(clients.acknowledged.values())) == len(clients.keys)
