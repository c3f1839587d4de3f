"""The fixtures of `outgoing`; a module that needs them names this one in `pytest_plugins`."""

from collections.abc import Iterator

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from tests.gateway.mail_server import MailServer, mail_server
from tests.gateway.outgoing import DAY, Office
from tests.resolvers.cast import build
from tests.resolvers.duties.watch import Watch
from tests.resolvers.town import build as build_town


@pytest.fixture(params=[False, True], ids=["step by step", "in one breath"])
def mail(request: pytest.FixtureRequest) -> Iterator[MailServer]:
    """A mail server that announces PIPELINING, and one that does not."""
    with mail_server(MailServer(pipelining=request.param)) as found:
        yield found


@pytest_asyncio.fixture
async def office(database: PgDatabase, owner: Connection, mail: MailServer) -> Office:
    """Letters to the chief (in Vietnamese) and the chair (in English)."""
    watch = Watch(await build(await build_town(database, owner)))
    await watch.address("chief", "chief@commune.example")
    await watch.address("chair", "chair@commune.example", "en")
    await watch.sweep(DAY)
    return Office(watch, mail)
