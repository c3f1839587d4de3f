"""The town, for every test of a slice."""

import pytest_asyncio

from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from tests.resolvers.town import Town, build


@pytest_asyncio.fixture
async def town(database: PgDatabase, owner: Connection) -> Town:
    """A province with two communes and ten persons."""
    return await build(database, owner)
