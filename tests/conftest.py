"""What most tests stand on: a real, migrated, empty database.

`database` is the program's own driver, `owner` a connection that the row fence does not stop, for
laying out what a test needs. Both are empty at the start of each test that asks for one of them.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import count

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.postgres.pool import speak_json
from gateway.postgres.roles import Access, Connection
from gateway.settling import settle
from tests import databases
from tests.databases import Running

MakeDatabase = Callable[[], Awaitable[Access]]
Empty = Callable[[], Awaitable[None]]


def pytest_collection_finish() -> None:
    """All tests are found: what stands is as good for them as for a server that begins to serve."""
    settle()


@pytest.fixture(scope="session")
def server() -> Iterator[Running]:
    """The running PostgreSQL server of this test run."""
    with databases.running_server() as running:
        yield running


@pytest_asyncio.fixture(scope="session")
async def access(server: Running, worker_id: str) -> AsyncIterator[Access]:
    """The logins of this worker's database. Not emptied: ask for `database` or `owner`."""
    name = databases.worker_name(worker_id)
    yield await databases.copy(server, name)
    await databases.drop(server, name)


@pytest_asyncio.fixture(scope="session")
async def _owner(access: Access) -> AsyncIterator[Connection]:
    connection = await access.owner.connect()
    await speak_json(connection)
    yield connection
    await connection.close()


@pytest_asyncio.fixture(scope="session")
async def empty(server: Running, worker_id: str, access: Access) -> AsyncIterator[Empty]:
    """Empties the database; a property's test does so before it lays out an example."""
    connection = await databases.emptying(server, databases.worker_name(worker_id))

    async def empty() -> None:
        await connection.execute(databases.EMPTY)

    yield empty
    await connection.close()


@pytest_asyncio.fixture(scope="session")
async def _database(access: Access) -> AsyncIterator[PgDatabase]:
    async with PgDatabase(access, party=2) as opened:
        yield opened


@pytest_asyncio.fixture
async def owner(_owner: Connection, empty: Empty) -> Connection:
    """A connection as the schema's owner, on an empty database."""
    await empty()
    return _owner


@pytest.fixture
def database(_database: PgDatabase, owner: Connection) -> PgDatabase:
    """The driver, on an empty database."""
    return _database


@pytest.fixture
def party_database(database: PgDatabase) -> PgDatabase:
    """The same database under the Party's roles: what reads and writes the Party's own tables.

    `party_database.writing(reach)` stands behind the fence of `reach.party_person` and
    `reach.party_bodies`.
    """
    assert database.party is not None
    return database.party


@pytest_asyncio.fixture
async def make_database(server: Running, worker_id: str) -> AsyncIterator[MakeDatabase]:
    """Makes further databases, each migrated and empty, for a test that needs one to itself."""
    made: list[str] = []
    numbers = count(1)

    async def make() -> Access:
        made.append(f"{databases.worker_name(worker_id)}_{next(numbers)}")
        return await databases.copy(server, made[-1])

    yield make
    for name in made:
        await databases.drop(server, name)
