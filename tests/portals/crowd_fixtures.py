"""What a story of an office of twenty-five stands on; a module that needs it names this one."""

from collections.abc import AsyncIterator
from copy import deepcopy
from urllib.parse import urlsplit

import pytest_asyncio

from gateway.database import PgDatabase
from gateway.demo.stage import Stage
from gateway.graph import Graph
from tests import databases
from tests.journeys.served import Made, Served, Token, copied, served
from tests.portals.crowd import crowd


@pytest_asyncio.fixture(scope="session")
async def crowded(server: databases.Running, worker_id: str, prepared: Made) -> AsyncIterator[Made]:
    """`prepared`, where the office has its twenty-five."""
    name = f"{databases.worker_name(worker_id)}_crowded"
    access = await copied(server, prepared.name, name)
    ids = deepcopy(prepared.ids)
    async with PgDatabase(access) as database:
        await crowd(Stage(database), ids)
    yield Made(name, ids)
    await databases.drop(server, name)


@pytest_asyncio.fixture
async def crowded_office(
    server: databases.Running, crowded: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """As `office`, on a copy of `crowded`."""
    port = urlsplit(token.portal).port
    async with served(server, crowded, portal_graph, token, port=port) as found:
        yield found
