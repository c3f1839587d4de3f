"""What the year's story stands on; a module that tells it names this one in `pytest_plugins`."""

from collections.abc import AsyncIterator

import pytest_asyncio

from gateway.database import PgDatabase
from gateway.graph import Graph
from gateway.numbers import NumberSealer
from tests import databases
from tests.journeys.served import SECRET, Made, Token, served
from tests.journeys.year.laying import DAY, lay_people, lay_year
from tests.journeys.year.story import Story


@pytest_asyncio.fixture(scope="session")
async def laid(server: databases.Running, worker_id: str, token: Token) -> AsyncIterator[Made]:
    """The commune with its twelve closed months."""
    name = f"{databases.worker_name(worker_id)}_year"
    access = await databases.copy(server, name)
    async with PgDatabase(access) as database:
        sealer = NumberSealer(SECRET.get_secret_value().encode())
        ids = await lay_year(database, sealer, token.issuer.url)
    yield Made(name, ids)
    await databases.drop(server, name)


@pytest_asyncio.fixture(scope="session")
async def peopled(server: databases.Running, worker_id: str, token: Token) -> AsyncIterator[Made]:
    """The same people before their first month."""
    name = f"{databases.worker_name(worker_id)}_peopled"
    access = await databases.copy(server, name)
    async with PgDatabase(access) as database:
        sealer = NumberSealer(SECRET.get_secret_value().encode())
        ids = await lay_people(database, sealer, token.issuer.url)
    yield Made(name, ids)
    await databases.drop(server, name)


@pytest_asyncio.fixture(scope="module")
async def untold(
    server: databases.Running, peopled: Made, graph: Graph, token: Token
) -> AsyncIterator[Story]:
    """The commune before its first month, for the chapters of one module."""
    async with served(server, peopled, graph, token) as found:
        yield Story(found)


@pytest_asyncio.fixture(scope="module")
async def story(
    server: databases.Running, laid: Made, graph: Graph, token: Token
) -> AsyncIterator[Story]:
    """The commune the day after its December was closed, for the chapters of one module."""
    async with served(server, laid, graph, token) as found:
        found.day.today = DAY
        yield Story(found)
