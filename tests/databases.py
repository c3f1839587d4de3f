"""Real databases for tests: one server, one migrated template, copies of it.

The server is the embedded one, kept in memory or below `.congtam/tests` and started again in no
time; or the one that TEST_DATABASE_URL names (its user must be an administrator).
TEST_POSTGRES_BIN runs the embedded server with other programs, such as Debian's.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from gateway.postgres.binaries import Binaries, installed
from gateway.postgres.migrations import SCRIPTS, migrate
from gateway.postgres.roles import Access, Connection, on_database, prepare
from gateway.postgres.server import Server

ROOT = Path(__file__).parents[1]
QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "256MB",
}
"""Nothing in a test's database must outlive the machine."""
MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30
"""A folder that is kept in memory, and the free bytes it must have: far more than a run takes."""
COPYING = "strategy file_copy"
"""How a database is copied: the other way sends every page through the log."""


@dataclass(frozen=True)
class Running:
    """A server: its administrator's URL, and the passwords of roles that sign in for themselves."""

    url: str
    passwords: dict[str, str] | None

    async def administrator(self, database: str = "postgres") -> Connection:
        return await asyncpg.connect(on_database(self.url, database))

    async def access(self, database: str) -> Access:
        return await prepare(on_database(self.url, database), self.passwords)


@contextmanager
def running_server() -> Iterator[Running]:
    """The server that the whole run shares, with every process of it."""
    given = os.environ.get("TEST_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if given:
        yield Running(given, None)
        return
    programs = programs_of_the_run()
    home = _folder() / f"postgres-{programs.major()}"
    # Every copy sets the roles' passwords anew, which is made slow on purpose.
    cheap = {"scram_iterations": "1"} if programs.major() >= 16 else {}
    server = Server(home, binaries=programs, changes={**QUICK, **cheap})
    try:
        yield Running(server.start(), dict(server.passwords))
    finally:
        server.stop()


def _folder() -> Path:
    """In memory where there is room, for each checkout of each user a folder of its own.

    A copy is a thousand files, made and removed for one test; a disk's file system needs seconds
    to make files where it has just removed as many.
    """
    kept = MEMORY / f"congtam-tests-{os.getuid()}-{hashlib.sha256(bytes(ROOT)).hexdigest()[:12]}"
    if kept.is_dir():
        roomy = kept.stat().st_uid == os.getuid()
    else:
        roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return kept if roomy else ROOT / ".congtam" / "tests"


def programs_of_the_run() -> Binaries:
    named = os.environ.get("TEST_POSTGRES_BIN")
    return Binaries(Path(named)) if named else installed()


async def template(server: Running) -> str:
    """The name of a migrated database to copy; made anew when a migration has changed."""
    name = f"congtam_template_{_fingerprint()}"
    administrator = await server.administrator()
    try:
        await administrator.execute("select pg_advisory_lock(7)")
        ready = await administrator.fetchval(
            "select datistemplate from pg_database where datname = $1", name
        )
        if not ready:
            await _tidy(administrator)
            access = await server.access(name)
            await migrate(access.owner)
            await administrator.execute(f"alter database {name} is_template true")
    finally:
        await administrator.close()
    return name


async def copy(server: Running, name: str) -> Access:
    """A database of its own, `name`, as the migrations leave it."""
    source = await template(server)
    administrator = await server.administrator()
    try:
        await administrator.execute(f"drop database if exists {name} with (force)")
        await administrator.execute(f"create database {name} template {source} {COPYING}")
    finally:
        await administrator.close()
    return await server.access(name)


async def drop(server: Running, name: str) -> None:
    administrator = await server.administrator()
    try:
        await administrator.execute(f"drop database if exists {name} with (force)")
    finally:
        await administrator.close()


async def _tidy(administrator: Connection) -> None:
    """Drop templates of earlier migrations, and what runs that were killed have left."""
    found = await administrator.fetch(
        "select datname from pg_database d where datname ~ '^congtam_(template|test)_'"
        " and not exists (select from pg_stat_activity a where a.datname = d.datname)"
    )
    for name in [row["datname"] for row in found if not _of_a_run(row["datname"])]:
        await administrator.execute(f"alter database {name} is_template false")
        await administrator.execute(f"drop database if exists {name}")


def _of_a_run(name: str) -> bool:
    """Whether the run that made it still goes on, though nobody is connected at the moment."""
    process = re.match(r"congtam_test_[a-z0-9]+_(\d+)", name)
    return process is not None and Path(f"/proc/{process[1]}").exists()


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted((SCRIPTS.parent / "migrations").rglob("*")):
        if path.suffix in (".py", ".sql"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


EMPTY = "select congtam.empty_for_the_next_test()"


async def emptying(server: Running, name: str) -> Connection:
    """A connection on which EMPTY removes every row but the stamp's: quicker than a new database.

    It is the administrator's, so that neither foreign keys nor triggers have a say. The whole
    connection is so: to change that for one call makes the server forget its plans, each time.
    """
    settings = {"session_replication_role": "replica", "lock_timeout": "10s"}
    administrator = await asyncpg.connect(on_database(server.url, name), server_settings=settings)
    found = await administrator.fetch(
        "select oid::regclass::text as name from pg_class"
        " where relnamespace in ('congtam'::regnamespace, 'congtam_party'::regnamespace)"
        " and relkind in ('r', 'p') and not relispartition"
        " and relname not in ('authority_stamp', 'alembic_version')"
    )
    deletions = " ".join(
        f"if exists (select from {row['name']}) then delete from {row['name']}; end if;"
        for row in found
    )
    await administrator.execute(
        "create function congtam.empty_for_the_next_test() returns void language plpgsql"
        f" as $$ begin {deletions}"
        " perform setval(pg_get_serial_sequence('congtam.audit_leaf', 'seq'), 1, false);"
        " end $$; revoke execute on function congtam.empty_for_the_next_test from public"
    )
    return administrator


def worker_name(worker: str) -> str:
    """A database name of this process's own."""
    return re.sub(r"[^a-z0-9]", "_", f"congtam_test_{worker}_{os.getpid()}".lower())
