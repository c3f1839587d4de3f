"""The fixture's small world in a real database, and the graph over it."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.graph import Graph
from gateway.postgres.roles import Access, Connection
from tests.databases import Running, worker_name
from tests.graph.fixture_schema import schema
from tests.graph.fixture_tables import SCHEMA
from tests.graph.fixture_world import ROWS, Counted, fill, make_tables


@pytest.fixture(scope="session")
def graph() -> Graph:
    return Graph(schema, stamp=f"select stamp from {SCHEMA}.stamp")


@pytest_asyncio.fixture(scope="session")
async def world_owner(server: Running, access: Access, worker_id: str) -> AsyncIterator[Connection]:
    """A connection that lays out rows of the fixture's tables."""
    connection = await server.administrator(worker_name(worker_id))
    await make_tables(connection)
    yield connection
    await connection.close()


@pytest_asyncio.fixture(scope="session")
async def driver(access: Access) -> AsyncIterator[PgDatabase]:
    async with PgDatabase(access, reading=2, writing=2) as opened:
        yield opened


@pytest_asyncio.fixture
async def world(driver: PgDatabase, world_owner: Connection) -> Counted:
    """The database with the fixed rows of `fixture_world`."""
    await fill(world_owner, ROWS)
    return Counted(driver)
