"""What a journey stands on; a module that needs it names this one in `pytest_plugins`."""

from collections.abc import AsyncIterator, Iterator
from copy import deepcopy

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.graph import Graph
from gateway.identity import demo_issuer
from gateway.identity.demo_issuer import Account
from gateway.numbers import NumberSealer
from gateway.postgres.roles import Access
from tests import databases
from tests.gateway.identity.world import free_port
from tests.graphs import platform
from tests.journeys.month import prepare
from tests.journeys.people import PEOPLE, STRANGER
from tests.journeys.served import SECRET, Made, Served, Token, copied, served
from tests.journeys.world import establish
from tests.leaves import demand_leaves


@pytest.fixture(scope="session")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Token]:
    """Everybody of the commune has an account there, and a stranger."""
    if not (demo_issuer.HOME / "node_modules").is_dir():
        pytest.skip("the demo's identity provider is not installed (make setup)")
    accounts = {
        each.key: Account(f"sub-{each.key}", each.name, each.number) for each in PEOPLE.values()
    }
    accounts[STRANGER] = Account("sub-stranger", "Người Lạ", "040190009999")
    folder, portal = tmp_path_factory.mktemp("issuer"), f"http://127.0.0.1:{free_port()}"
    with demo_issuer.start(folder, free_port(), accounts, portal_url=portal) as running:
        yield Token(running.issuer, portal)


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The schema, for all servers of the run."""
    return platform()


@pytest_asyncio.fixture(scope="session")
async def established(
    server: databases.Running, worker_id: str, token: Token
) -> AsyncIterator[Made]:
    """The communes with their people and lists."""
    name = f"{databases.worker_name(worker_id)}_established"
    access = await databases.copy(server, name)
    await watch(access)
    async with PgDatabase(access, party=2) as database:
        sealer = NumberSealer(SECRET.get_secret_value().encode())
        ids = await establish(database, sealer, token.issuer.url)
    yield Made(name, ids)
    await databases.drop(server, name)


async def watch(access: Access) -> None:
    """Let no deed of any journey commit a change without its leaf."""
    owner = await access.owner.connect()
    await demand_leaves(owner)
    await owner.close()


@pytest_asyncio.fixture(scope="session")
async def prepared(
    server: databases.Running, worker_id: str, established: Made
) -> AsyncIterator[Made]:
    """The same with an open month in which everything waits for the heads."""
    name = f"{databases.worker_name(worker_id)}_prepared"
    access = await copied(server, established.name, name)
    ids = deepcopy(established.ids)
    async with PgDatabase(access, party=2) as database:
        await prepare(database, ids)
    yield Made(name, ids)
    await databases.drop(server, name)


@pytest_asyncio.fixture
async def fresh(
    server: databases.Running, established: Made, graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The program on a copy of `established`."""
    async with served(server, established, graph, token) as found:
        yield found


@pytest_asyncio.fixture
async def commune(
    server: databases.Running, prepared: Made, graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The program on a copy of `prepared`."""
    async with served(server, prepared, graph, token) as found:
        yield found


@pytest_asyncio.fixture(scope="module")
async def desk(
    server: databases.Running, prepared: Made, graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """As `commune`, for all tests of a module, which leave it as it is."""
    async with served(server, prepared, graph, token) as found:
        yield found
