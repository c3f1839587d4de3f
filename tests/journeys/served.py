"""The commune served: by the real program, over ASGI, to clients with real tokens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
import uvicorn
from asgi_lifespan import LifespanManager
from pydantic import SecretStr
from starlette.applications import Starlette

from gateway.app import build
from gateway.commands.serve import options
from gateway.database import PgDatabase
from gateway.graph import Graph
from gateway.identity import PARTY_SCOPE, demo_issuer
from gateway.identity.demo_issuer import DemoIssuer
from gateway.pages import BUILT
from gateway.postgres.pool import speak_json
from gateway.postgres.roles import Access, Connection, on_database
from gateway.settings import Settings
from tests import databases
from tests.journeys.client import Client, Day
from tests.journeys.world import Ids

SECRET = SecretStr("a secret of the journeys, 32 bytes at least")
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Made:
    """A database to copy, and the ids in it."""

    name: str
    ids: Ids


_copies = count(1)


class Token:
    """People's access tokens from a real issuer, each asked for once."""

    def __init__(self, issuer: DemoIssuer, portal: str) -> None:
        self.issuer, self.portal = issuer, portal
        self._known: dict[tuple[str, bool], str] = {}

    def __call__(self, who: str, *, party: bool = False) -> str:
        """Of an account; with `party` it comes in as by the Party's own entrance."""
        if (who, party) not in self._known:
            scope = f"api person {PARTY_SCOPE}" if party else "api person"
            self._known[who, party] = self.issuer.token(who, scope=scope, lifetime=HOUR)
        return self._known[who, party]


@dataclass(frozen=True, slots=True)
class Served:
    """The program on a database of its own."""

    ids: Ids
    day: Day
    http: httpx2.AsyncClient
    owner: Connection
    """Sees and changes everything: nothing of the program stops it."""
    database: PgDatabase
    settings: Settings
    token: Token

    def sign(self, who: str, *, party: bool = False) -> Client:
        """The client of somebody, by the Party's entrance if said; nobody's without a name."""
        return Client(self.http, self.token(who, party=party) if who else None)

    async def trace(self) -> list[tuple[Any, ...]]:
        """What would differ if anything at all had been written: each table's rows and changes."""
        tables = await self.owner.fetch(TABLES)
        parts = (
            f"select '{row['name']}', count(*), max(xmin::text::bigint) from {row['name']}"
            for row in tables
        )
        return [tuple(row) for row in await self.owner.fetch(" union all ".join(parts))]


TABLES = (
    "select oid::regclass::text as name from pg_class"
    " where relnamespace in ('congtam'::regnamespace, 'congtam_party'::regnamespace)"
    " and relkind in ('r', 'p') and not relispartition order by 1"
)


@asynccontextmanager
async def served(
    server: databases.Running,
    made: Made,
    graph: Graph | None,
    token: Token,
    *,
    port: int | None = None,
    built: Path = BUILT,
    **changes: Any,
) -> AsyncIterator[Served]:
    """The program on a database of its own, which is dropped at the end.

    With a `port` it is asked over HTTP on that port, else over ASGI; `built` is where its pages
    are, `changes` are of its settings. Where they are of the graph's there is no `graph`: it is
    compiled for them.
    """
    name = f"{made.name}_{next(_copies)}"
    access = await copied(server, made.name, name)
    day = Day()
    told: dict[str, Any] = {
        "database_url": SecretStr(on_database(server.url, name)),
        "secret_key": SECRET,
        "issuers": (token.issuer.settings(),),
        "portal_client_id": demo_issuer.PORTAL,
        "portal_client_secret": SecretStr(token.issuer.portal_secret),
        "public_url": token.portal,
        "pool_size": 4,
        "party_module": True,
        # Nothing happens by itself while a journey looks at what was written.
        "serve_jobs": False,
    }
    settings = Settings(**{**told, **changes})
    async with AsyncExitStack() as stack:
        stack.push_async_callback(databases.drop, server, name)
        database = await stack.enter_async_context(
            PgDatabase(access, reading=2, writing=2, party=2)
        )
        owner = await access.owner.connect()
        stack.push_async_callback(owner.close)
        await speak_json(owner)
        app = build(settings, day, graph=graph, built=built)
        if port is None:
            await stack.enter_async_context(LifespanManager(app))
            transport = httpx2.ASGITransport(app=app)
            http = httpx2.AsyncClient(transport=transport, base_url=settings.public_url)
        else:
            await stack.enter_async_context(listening(app, port))
            http = httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30)
        await stack.enter_async_context(http)
        yield Served(made.ids, day, http, owner, database, settings, token)


async def copied(server: databases.Running, source: str, name: str) -> Access:
    """A database `name` with everything in `source`."""
    administrator = await server.administrator()
    try:
        await administrator.execute(f"create database {name} template {source} {databases.COPYING}")
    finally:
        await administrator.close()
    return await server.access(name)


@asynccontextmanager
async def listening(app: Starlette, port: int) -> AsyncIterator[None]:
    """Serve the program as `congtam serve` does, on the loopback address."""
    told = {**options(Settings(port=port)), "loop": "none"}
    server = uvicorn.Server(uvicorn.Config(app, **told))
    task = asyncio.create_task(server.serve())
    async with asyncio.timeout(30):
        while not server.started:
            await asyncio.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        await task
