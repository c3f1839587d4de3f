"""The reference executor on the bench's data: field by field, one statement for each.

It answers in this process, without HTTP and without tokens: what it lacks is in its favour.
"""

import time
from collections.abc import Sequence
from itertools import cycle
from types import SimpleNamespace

import asyncpg
import orjson
from sqlalchemy import Table

from gateway.graph.model import Model
from gateway.postgres.contents import all_tables
from infra.bench.binding import Bound
from infra.bench.client import Rate
from infra.bench.cluster import Cluster
from infra.bench.operations import document
from resolvers.core.tables import SCHEMA
from resolvers.core.visibility import Undeclared, visibility
from schema.platform import schema
from tests.graph import reference, reference_views


async def executed(cluster: Cluster, name: str, bounds: Sequence[Bound], seconds: float) -> Rate:
    """How fast the reference executor answers requests of an operation, one after the other."""
    owner = await asyncpg.connect(cluster.server.url)
    try:
        await _make_views(owner, bounds)
        model = Model(schema)
        answering = cycle(
            (reference.Reference(model, owner, str(number), each.request), each.asked.variables)
            for number, each in enumerate(bounds)
        )
        latencies: list[float] = []
        began = now = time.perf_counter()
        while now < began + seconds:
            executor, variables = next(answering)
            orjson.dumps({"data": await executor.execute(document(name), variables)})
            latencies.append(time.perf_counter() - now)
            now = time.perf_counter()
        return Rate(now - began, sorted(latencies))
    finally:
        await owner.close()


async def _make_views(owner: asyncpg.Connection, bounds: Sequence[Bound]) -> None:
    """What each of the people may see, as the executor wants it; over our tables, not its own."""
    shown = {name: table for name, table in all_tables().tables.items() if _is_shown(table)}
    for module in (reference, reference_views):
        vars(module)["SCHEMA"] = SCHEMA
    vars(reference_views)["metadata"] = SimpleNamespace(tables=shown)
    people = {str(number): each.request for number, each in enumerate(bounds)}
    await reference_views.make_views(owner, people)


def _is_shown(table: Table) -> bool:
    try:
        visibility(table)
    except Undeclared:
        return False
    return True
