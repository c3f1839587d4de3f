"""The database goes away in the middle of deeds: nothing half done, nothing acknowledged lost."""

import asyncio
import os
import shutil
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from gateway.database import PgDatabase
from gateway.postgres import Server, migrate, prepare, prepared_server
from gateway.postgres.failures import OutcomeUnknown
from resolvers.core.database import Unavailable
from resolvers.core.ids import new_id
from resolvers.organisation import agency
from tests.databases import programs_of_the_run
from tests.gateway.agencies import ADD_AGENCY, HERE, commune, reaching

pytestmark = pytest.mark.skipif(
    "TEST_DATABASE_URL" in os.environ or "DATABASE_URL" in os.environ,
    reason="the run uses a server that is not ours to kill",
)

IDS = select(agency.c.id)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Where a server of our own lives; a test's usual folder its account could not enter."""
    path = Path(tempfile.mkdtemp(prefix="congtam-"))
    path.chmod(0o755)
    yield path / "server"
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """That server, as safe as in earnest."""
    with Server(folder, binaries=programs_of_the_run()) as running:
        yield running


@pytest.fixture
async def database(server: Server) -> AsyncIterator[PgDatabase]:
    """The driver on that server, whose tables are empty; made once, before anything happens."""
    server.revive()
    access = await prepare(server.url, server.passwords)
    await migrate(access.owner)
    owner = await access.owner.connect()
    await owner.execute("truncate congtam.agency cascade")
    await owner.close()
    async with PgDatabase(access, statement_timeout=5) as opened:
        yield opened


def kill(server: Server) -> None:
    """End every process of the server at once, as a power failure would."""
    data = Path(f"/proc/{server.pid()}/cwd").readlink()
    while living := [
        process for process in Path("/proc").glob("[0-9]*") if works_in(data, process)
    ]:
        for process in living:
            with suppress(ProcessLookupError):
                os.kill(int(process.name), signal.SIGKILL)
        time.sleep(0.01)


def works_in(folder: Path, process: Path) -> bool:
    try:
        return (process / "cwd").readlink() == folder
    except OSError:  # ended meanwhile, or somebody else's
        return False


async def add(database: PgDatabase, id: UUID) -> None:
    async with database.writing(reaching(id)) as tx:
        await tx.run(ADD_AGENCY, **commune(id, "Nghĩa Lâm"))


async def stored(database: PgDatabase) -> set[UUID]:
    async with database.reading() as tx:
        return {row["id"] for row in await tx.rows(IDS)}


async def add_and_kill(database: PgDatabase, server: Server) -> None:
    async with database.writing(reaching(HERE)) as tx:
        await tx.run(ADD_AGENCY, **commune(HERE, "Nghĩa Lâm"))
        kill(server)
        await asyncio.sleep(0.2)
        await tx.rows(IDS)


async def kill_before_the_commit(database: PgDatabase, server: Server) -> None:
    async with database.writing(reaching(HERE)) as tx:
        await tx.run(ADD_AGENCY, **commune(HERE, "Nghĩa Lâm"))
        kill(server)


class TestKilled:
    async def test_a_deed_under_way_is_undone(self, database: PgDatabase, server: Server) -> None:
        with pytest.raises(Unavailable):
            await add_and_kill(database, server)
        assert server.revive()
        assert await stored(database) == set()
        await add(database, HERE)
        assert await stored(database) == {HERE}

    async def test_a_lost_commit_is_said_to_be_unknown(
        self, database: PgDatabase, server: Server
    ) -> None:
        with pytest.raises(OutcomeUnknown):
            await kill_before_the_commit(database, server)
        server.revive()
        assert await stored(database) == set()

    async def test_each_request_meanwhile_is_told_so_at_once(
        self, database: PgDatabase, server: Server
    ) -> None:
        assert await database.text("select 'here'", []) == "here"
        kill(server)
        for _ in range(20):
            with pytest.raises(Unavailable):
                await asyncio.wait_for(database.text("select 'gone'", []), 5)
        with pytest.raises(Unavailable):
            await asyncio.wait_for(add(database, HERE), 5)
        server.revive()
        assert await database.text("select 'here'", []) == "here"

    async def test_no_acknowledged_deed_is_lost(self, database: PgDatabase, server: Server) -> None:
        acknowledged: set[UUID] = set()
        tried: set[UUID] = set()

        async def work() -> None:
            with suppress(Unavailable):
                while True:
                    id = new_id()
                    tried.add(id)
                    await add(database, id)
                    acknowledged.add(id)

        workers = [asyncio.create_task(work()) for _ in range(4)]
        while len(acknowledged) < 40:
            await asyncio.sleep(0.01)
        kill(server)
        await asyncio.wait(workers)
        server.revive()
        assert acknowledged <= await stored(database) <= tried


class TestRestarted:
    async def test_a_stop_in_order_ends_deeds_and_the_pool_recovers(
        self, database: PgDatabase, server: Server
    ) -> None:
        assert await stored(database) == set()
        with pytest.raises(Unavailable):
            await add_while_it_stops(database, server)
        server.start()
        assert await stored(database) == set()
        await add(database, HERE)


async def add_while_it_stops(database: PgDatabase, server: Server) -> None:
    async with database.writing(reaching(HERE)) as tx:
        await tx.run(ADD_AGENCY, **commune(HERE, "Nghĩa Lâm"))
        await asyncio.to_thread(server.stop)
        await tx.rows(IDS)


async def test_the_program_starts_its_server_again(
    server: Server, folder: Path, database: PgDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    embedded = Server(folder, binaries=programs_of_the_run())
    async with prepared_server(None, embedded) as access, PgDatabase(access) as joined:
        kill(server)
        async with asyncio.timeout(30):
            while "has been started again" not in caplog.text:
                await asyncio.sleep(0.1)
        assert await joined.text("select 'back'", []) == "back"
