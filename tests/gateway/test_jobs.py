"""The queue of jobs on our own PostgreSQL: who may touch it, what wakes a worker, what survives."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from importlib import metadata
from typing import Any

import asyncpg
import procrastinate
import pytest
import pytest_asyncio
from procrastinate.schema import SchemaManager

from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from gateway.jobs import JOBS, Workshop, queue, worker, working
from gateway.jobs.chores import look
from gateway.jobs.schedule import defer
from gateway.postgres import Access, speak_json
from gateway.postgres.migrations import SCRIPTS
from gateway.postgres.roles import Connection
from gateway.settings import Settings
from infra.migrations.building.scripts import script
from resolvers.evaluations import close_month
from tests.conftest import MakeDatabase
from tests.databases import Running
from tests.gateway.mail_server import HOST, MailServer, mail_server
from tests.resolvers.cast import MONTH, Cast, build
from tests.resolvers.duties.watch import Watch
from tests.resolvers.town import build as build_town

NOW = datetime.combine(date(2026, 6, 24), time(8), VIETNAM)
SOON = 20.0
"""Seconds within which a worker has certainly done what it does."""
NAMES = {job.name for job in JOBS} | {"tidy_queue"}


@dataclass(frozen=True)
class Yard:
    """A database of its own with the town in it, and its queue."""

    shop: Workshop
    watch: Watch
    mail: MailServer

    @property
    def owner(self) -> Connection:
        return self.watch.cast.town.owner

    def at(self, moment: datetime) -> Workshop:
        """The same, at another moment."""
        return replace(self.shop, clock=lambda: moment)

    async def jobs(self) -> list[tuple[str, str]]:
        rows = await self.owner.fetch(
            "select task_name, status::text from congtam_jobs.procrastinate_jobs order by id"
        )
        return [tuple(row) for row in rows]

    async def workers(self) -> int:
        found: int = await self.owner.fetchval(
            "select count(*) from congtam_jobs.procrastinate_workers"
        )
        return found


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as found:
        yield found


@pytest_asyncio.fixture
async def yard(make_database: MakeDatabase, mail: MailServer) -> AsyncIterator[Yard]:
    """The town, whose chief has an address, on 24 June 2026."""
    access = await make_database()
    owner = await access.owner.connect()
    await speak_json(owner)
    settings = Settings(
        smtp_host=HOST, smtp_port=mail.port, smtp_security="none", mail_from="a@commune.example"
    )
    async with PgDatabase(access, reading=3, writing=6) as database:
        watch = Watch(await build(await build_town(database, owner)))
        await watch.address("chief", "chief@commune.example")
        yield Yard(Workshop(database, access, settings, lambda: NOW), watch, mail)
    await owner.close()


async def until(condition: Callable[[], Awaitable[object]], seconds: float = SOON) -> float:
    """Wait until something holds; how long it took."""
    began = asyncio.get_running_loop().time()
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.02)
    return asyncio.get_running_loop().time() - began


class TestTheQueuesTables:
    def test_are_those_of_the_version_that_is_installed(self) -> None:
        """Another version of procrastinate needs a migration with what it changed."""
        kept = SCRIPTS.parent / "migrations" / "jobs" / "procrastinate-3.10.0.sql"
        assert metadata.version("procrastinate") == "3.10.0"
        brought = [
            each for each in script(SchemaManager.get_schema()) if "CREATE EXTENSION" not in each
        ]
        ours = list(script(kept.read_text()))
        plain = [_without_comments(each) for each in ours]
        assert plain == [_without_comments(each) for each in brought]
        assert len(ours) > 40

    @pytest.mark.parametrize("role", ["reader", "writer", "console"])
    async def test_are_nobodys_but_the_workers(self, access: Access, role: str) -> None:
        connection = await getattr(access, role).connect()
        try:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch("select * from congtam_jobs.procrastinate_jobs")
        finally:
            await connection.close()

    async def test_are_all_that_the_worker_may_touch(self, access: Access) -> None:
        connection = await access.worker.connect()
        try:
            found = await connection.fetchval(
                "select count(*) from pg_class c where relnamespace = 'congtam'::regnamespace and"
                " relkind in ('r', 'p') and"
                " has_table_privilege(c.oid, 'select, insert, update, delete, truncate')"
            )
            assert found == 0
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute("create table congtam.mine (id int)")
            await connection.execute("select congtam.add_year(2027)")
        finally:
            await connection.close()


def _without_comments(statement: str) -> list[str]:
    lines = (line.partition("--")[0].rstrip() for line in statement.splitlines())
    return [line for line in lines if line]


class TestAWorker:
    async def test_does_every_job_when_it_comes_up(self, yard: Yard) -> None:
        """It does not wait for the next turn: a worker that died may have missed the last one."""

        async with working(yard.shop):
            await until(lambda: _has_told(yard))
        assert {each["To"] for each in yard.mail.taken} == {"chief@commune.example"}
        duties = await yard.watch.cast.rows("duty")
        assert duties
        assert [row for row in await yard.jobs() if row[1] == "failed"] == []

    async def test_is_woken_at_once(self, yard: Yard) -> None:
        """By NOTIFY: the worker itself looks only every five seconds."""
        async with working(yard.shop), queue(yard.shop).open_async() as app:
            await until(lambda: _true_if(yard, lambda found: found == 1))
            await until(lambda: _has_told(yard))
            took = []
            for _ in range(4):
                await until(lambda: _idle(yard))
                await until(lambda: _defers(app))
                took.append(await until(lambda: _idle(yard)))
            assert max(took) < 2.5

    async def test_waits_only_once_for_the_same_job(self, yard: Yard) -> None:
        async with queue(yard.shop).open_async() as app:
            assert await defer(app, "send_mail", 1)
            assert not await defer(app, "send_mail", 2)
        assert await yard.jobs() == [("send_mail", "todo")]

    async def test_leaves_nothing_behind(self, yard: Yard) -> None:
        ours = "select count(*) from pg_stat_activity where application_name = 'congtam jobs'"
        async with working(yard.shop):
            await until(lambda: _true_if(yard, lambda found: found == 1))
            assert await yard.owner.fetchval(ours) > 0
        assert await yard.workers() == 0

        async def gone() -> object:
            return await yard.owner.fetchval(ours + " and datname = current_database()") == 0

        await until(gone)

    async def test_goes_on_when_its_connections_were_cut(
        self, yard: Yard, server: Running, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(worker, "PAUSE", 0.1)
        async with working(yard.shop), queue(yard.shop).open_async() as app:
            await until(lambda: _true_if(yard, lambda found: found >= 1))
            await until(lambda: _idle(yard))
            administrator = await server.administrator()
            cut = await administrator.fetch(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where application_name = 'congtam jobs' and datname = $1",
                await yard.owner.fetchval("select current_database()"),
            )
            await administrator.close()
            assert len(cut) >= 3
            await asyncio.sleep(0.5)
            await until(lambda: _defers(app))
            await until(lambda: _idle(yard))

    async def test_forgets_what_a_dead_worker_was_at(self, yard: Yard) -> None:
        await yard.owner.execute(
            "insert into congtam_jobs.procrastinate_workers (last_heartbeat)"
            " values (now() - interval '1 hour')"
        )
        await yard.owner.execute(
            "insert into congtam_jobs.procrastinate_jobs"
            " (queue_name, task_name, queueing_lock, status, worker_id)"
            " select 'default', 'send_mail', 'send_mail', 'doing', max(id)"
            " from congtam_jobs.procrastinate_workers"
        )

        async def gone() -> object:
            return ("send_mail", "doing") not in await yard.jobs()

        async with working(yard.shop):
            await until(gone)

    async def test_keeps_a_job_that_failed_and_does_the_others(self, yard: Yard) -> None:
        """The mail server is away: the letters wait, reminders and seals go on."""
        yard.mail.refuse_content = "451 not now"
        async with working(yard.shop):
            await until(lambda: _waiting_letters(yard))
            await until(lambda: _idle(yard))
        assert yard.mail.taken == []


async def test_a_closed_month_is_looked_at_without_being_asked(yard: Yard) -> None:
    cast = yard.watch.cast
    closed = await _closed_alike(cast)
    assert await look(yard.at(closed + timedelta(hours=12))) is False
    assert len(await cast.rows("signal", "kind = 'identical_scores'")) == 1
    (leaf,) = await cast.leaves("look_for_signals")
    assert (leaf["rule"], leaf["actor_id"]) == ("operator-computes-signals-and-figures", None)
    await look(yard.at(closed + timedelta(days=4)))
    assert len(await cast.leaves("look_for_signals")) == 1


async def _closed_alike(cast: Cast) -> datetime:
    """A unit in which everybody has full marks closes its month; when it did."""
    names = ("clerk", "typist", "leader", "assistant")
    await cast.open("office")
    for name in names:
        await cast.worked(name)
    await cast.finish(*names)
    await cast.do("chief", close_month, unit=cast.town.units["office"], period=MONTH)
    (month,) = await cast.rows("unit_month", "closed_at is not null")
    closed: datetime = month["closed_at"]
    return closed


async def _true_if(yard: Yard, holds: Callable[[int], bool]) -> bool:
    return holds(await yard.workers())


async def _idle(yard: Yard) -> bool:
    return [row for row in await yard.jobs() if row[1] in ("todo", "doing")] == []


async def _has_told(yard: Yard) -> bool:
    return bool(yard.mail.taken)


async def _defers(app: procrastinate.App) -> bool:
    try:
        return await defer(app, "seal_audit", 0)
    except procrastinate.exceptions.ConnectorException:
        return False


async def _waiting_letters(yard: Yard) -> bool:
    rows: list[Any] = await yard.watch.cast.rows("mail", "state = 'waiting' and attempts > 0")
    return bool(rows)


async def test_every_job_is_known_by_one_name(yard: Yard) -> None:
    app = queue(yard.shop)
    mine = {name for name in app.tasks if not name.startswith(("builtin:", "procrastinate."))}
    assert mine == NAMES
    assert {name for name, _ in app.periodic_registry.periodic_tasks} == NAMES
