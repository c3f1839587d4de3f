"""The server: every door, put together when it starts."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from gateway import forms, health, pages
from gateway.budget import Budget
from gateway.clock import Clock, clock
from gateway.database import PgDatabase
from gateway.first import FirstQuestions
from gateway.forms import Printing
from gateway.given import Given
from gateway.graph import Graph, Limits, TrustedDocuments
from gateway.graphql import Doors, GraphqlDoor
from gateway.identity import FrontDoor, Way
from gateway.identity import build as build_identity
from gateway.identity.entrances import PARTY, PORTAL
from gateway.imports.door import Door
from gateway.imports.routes import routes as import_routes
from gateway.links import PersonLinks
from gateway.numbers import NumberSealer
from gateway.opening import demand_migrated, opened_server, pooled
from gateway.reaches import Reaches
from gateway.secret import secret_of
from gateway.settings import Settings, load
from gateway.settling import settle
from gateway.telemetry import Telemetry, names, start_logging
from gateway.telemetry import start as start_telemetry
from gateway.traced import TracedDatabase
from gateway.visitors import Visitors
from resolvers.core import modules
from schema.platform import schema

STAMP = "select stamp from congtam.authority_stamp"


def from_environment() -> Starlette:
    """The application as uvicorn's factory, in each worker process."""
    settings = load()
    start_logging(settings)
    return build(settings)


def build(
    settings: Settings,
    clock: Clock = clock,
    *,
    graph: Graph | None = None,
    built: Path = pages.BUILT,
) -> Starlette:
    """The application; it opens the database and learns the issuers' keys when it starts.

    `graph` is the schema within the limits that are set, compiled already; else that is done now.
    `built` is where the portals' pages are.
    """
    compiled = graph or graph_of(settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            app.router.routes[:] = await _opened(settings, clock, compiled, built, stack)
            settle()
            yield

    tls = settings.public_url.startswith("https://")
    return Starlette(lifespan=lifespan, middleware=[Middleware(pages.SafeHeaders, tls=tls)])


async def _opened(
    settings: Settings, clock: Clock, graph: Graph, built: Path, stack: AsyncExitStack
) -> list[BaseRoute]:
    """Open everything that the doors stand on; what was opened is closed by the stack."""
    telemetry = start_telemetry(settings)
    stack.callback(telemetry.close)
    graph.watch = partial(_count_deed, telemetry)
    access = await stack.enter_async_context(opened_server(settings))
    database = await stack.enter_async_context(pooled(access, settings, pool=settings.pool_size))
    await demand_migrated(database)
    secret = secret_of(settings)
    links = PersonLinks(database, NumberSealer(secret), clock)
    identity = build_identity(settings, secret, database, links)
    stack.push_async_callback(identity.close)
    await identity.warm()
    if settings.serve_jobs:
        # The queue and its driver are large; a server whose jobs are done elsewhere needs neither.
        from gateway.jobs import Workshop, working

        shop = Workshop(database, access, settings, clock)
        await stack.enter_async_context(working(shop))
    reaches, budget = Reaches(database), Budget(settings.client_cost_per_minute)
    configured = frozenset({modules.PARTY}) if settings.party_module else frozenset[str]()

    questions = FirstQuestions.load(built / "first.json")
    given: dict[str, Given] = {}

    def entrance(way: Way, path: str) -> list[BaseRoute]:
        """What stands behind one entrance: the graph, the forms, and its own signing in."""
        visitors = Visitors(way.authenticator, links, reaches, telemetry, clock, configured)
        doors = Doors(graph, visitors, database, telemetry, budget, settings.demo)
        traced = TracedDatabase(database, telemetry)
        files = Door(visitors, database, telemetry, NumberSealer(secret), STAMP)
        door = GraphqlDoor(doors)
        given[path] = Given(way, door, questions, clock)
        return [
            Route(f"{path}/graphql", door),
            *forms.routes(Printing(graph, visitors, traced, database, telemetry), path),
            # What the registers take in is no business of the Party's entrance.
            *(import_routes(files) if path == PORTAL.path else ()),
            Mount(f"{path}/auth", routes=list(way.routes)),
        ]

    return [
        *entrance(identity.portal, PORTAL.path),
        *(entrance(identity.party, PARTY.path) if identity.party is not None else ()),
        *health.routes(_probes(database, identity)),
        *pages.routes(demo=settings.demo, party=settings.party_module, given=given, built=built),
    ]


def graph_of(settings: Settings) -> Graph:
    """The schema, ready to answer within the limits that are set."""
    limits = Limits(
        document_bytes=settings.max_document_bytes,
        tokens=settings.max_tokens,
        depth=settings.max_depth,
        aliases=settings.max_aliases,
        directives=settings.max_directives,
        cost=settings.max_cost,
    )
    trusted = TrustedDocuments({})
    if settings.trusted_documents is not None:
        trusted = TrustedDocuments.load(settings.trusted_documents)
    return Graph(schema, stamp=STAMP, limits=limits, trusted=trusted, apart=True)


def _count_deed(telemetry: Telemetry, deed: str, code: str) -> None:
    outcome = "refused" if code else "ok"
    facts = {names.DEED_NAME: deed, names.OUTCOME: outcome, names.CODE: code}
    telemetry.count(names.DEEDS, facts)


def _probes(database: PgDatabase, identity: FrontDoor) -> dict[str, health.Probe]:
    async def issuers() -> None:
        if not identity.ready():
            raise LookupError("an issuer's keys were never fetched")

    async def migrations() -> None:
        await demand_migrated(database)

    return {"database": database.ping, "issuers": issuers, "migrations": migrations}
