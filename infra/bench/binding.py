"""The program's own statements with the binds of real requests, for what is measured beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from gateway.app import graph_of
from gateway.clock import clock
from gateway.database import PgDatabase
from gateway.graph import Graph
from gateway.postgres import prepare
from gateway.settings import Settings
from infra.bench.cluster import Cluster
from infra.bench.operations import Asked, Operations, ask
from infra.bench.population import ISSUER, subject
from resolvers.core.request import Request
from resolvers.people import reach_of


@dataclass(frozen=True, slots=True)
class Bound:
    """One request as the graph sees it, and the statement that answers it."""

    asked: Asked
    request: Request
    sql: str
    binds: Sequence[Any]


async def bound(
    cluster: Cluster, operations: Operations, name: str, requests: int
) -> Sequence[Bound]:
    """The first requests of a read, with the reach of those who ask."""
    graph = graph_of(Settings())
    access = await prepare(cluster.server.url, cluster.server.passwords)
    async with PgDatabase(access, reading=1, writing=1) as database:
        return [
            await _bound(graph, database, name, asked)
            for asked in islice(operations.asked(name), requests)
        ]


async def _bound(graph: Graph, database: PgDatabase, name: str, asked: Asked) -> Bound:
    now = clock()
    async with database.reading() as tx:
        reach = await reach_of(tx, issuer=ISSUER, subject=subject(asked.person), today=now.date())
    request = Request(reach, now, now.date())
    return Bound(asked, request, *graph.statement_of(ask(name, asked), request))
