"""The bench's world in a database of its own: generated, copied in, indexed, analysed; once."""

import asyncio
import hashlib
import json
import os
import shutil
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import asyncpg

from gateway.postgres import Server, migrate, prepare
from infra.bench import registers, sheets
from infra.bench.copying import File
from infra.bench.population import MONTHS, OPEN_MONTH, Population

HERE = Path(__file__).parent
SOURCES = (HERE.parent / "migrations", HERE)
GENERATOR = ("copying.py", "months.py", "population.py", "registers.py", "sheets.py")
CHUNK = 1024 * 1024
_LET_WRITE = """
insert into congtam.lock_exception
    (id, agency_id, unit_id, period, reason, granted_by, granted_at, ends_at)
select gen_random_uuid(), agency_id, id, $1, 'measured', (select id from congtam.person limit 1),
    now(), 'infinity'
from congtam.unit
"""
"""The open month of the population is written in on whatever day the bench runs."""
WHILE_LOADING = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
    "maintenance_work_mem": "1GB",
}
"""Nothing of it is left when the server starts again: a load that breaks is thrown away."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A database that holds a population, and what it took to make it."""

    people: Population
    home: Path
    seconds: float
    megabytes: int


def loaded(home: Path, people: Population) -> Loaded:
    """The population in `home`, where it stands already, else made anew."""
    kept, mark = home / "population.json", _mark(people)
    if kept.exists() and (known := json.loads(kept.read_text()))["mark"] == mark:
        return Loaded(people, home, known["seconds"], known["megabytes"])
    kept.unlink(missing_ok=True)
    shutil.rmtree((home / "postgres").resolve(), ignore_errors=True)
    home.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with Server(home / "postgres", changes=WHILE_LOADING) as server:
        megabytes = asyncio.run(_load(server, people))
    os.sync()
    seconds = round(time.monotonic() - began, 1)
    kept.write_text(json.dumps({"mark": mark, "seconds": seconds, "megabytes": megabytes}))
    return Loaded(people, home, seconds, megabytes)


def _mark(people: Population) -> str:
    """What a database was made from: other tables or another generator ask for another one."""
    digest = hashlib.sha256(repr(people).encode())
    for folder in SOURCES:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".sql") and (folder != HERE or path.name in GENERATOR):
                digest.update(path.read_bytes())
    return digest.hexdigest()


async def _load(server: Server, people: Population) -> int:
    access = await prepare(server.url, server.passwords)
    await migrate(access.owner)
    connection = await asyncpg.connect(server.url)
    large = [file.table for file in sheets.FILES]
    rebuild = await _without_indexes(connection, large)
    _copy_all(server.url, people, registers.FILES, 1)
    _copy_all(server.url, people, sheets.FILES, os.cpu_count() or 1)
    await connection.execute(_LET_WRITE, MONTHS[OPEN_MONTH])
    await _each(server.url, rebuild)
    await _each(server.url, [f"vacuum (freeze, analyze) congtam.{table}" for table in large])
    await connection.execute("vacuum analyze")
    size: int = await connection.fetchval("select pg_database_size(current_database()) >> 20")
    await connection.close()
    return size


async def _without_indexes(connection: asyncpg.Connection, tables: Sequence[str]) -> list[str]:
    """Drop the indexes that no foreign key rests on; the statements that make them again."""
    constraints = await connection.fetch(
        "select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition"
        " from pg_constraint c where contype in ('p', 'u') and conrelid::regclass::text = any($1)"
        " and not exists (select from pg_constraint f where f.contype = 'f' and"
        " f.conindid = c.conindid)",
        [f"congtam.{table}" for table in tables],
    )
    indexes = await connection.fetch(
        "select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition"
        " from pg_index i where i.indrelid::regclass::text = any($1) and not exists"
        " (select from pg_constraint c where c.conindid = i.indexrelid)",
        [f"congtam.{table}" for table in tables],
    )
    for each in constraints:
        await connection.execute(f"alter table {each['table']} drop constraint {each['conname']}")
    for each in indexes:
        await connection.execute(f"drop index {each['name']}")
    return [
        *(
            f"alter table {each['table']} add constraint {each['conname']} {each['definition']}"
            for each in constraints
        ),
        *(each["definition"].replace(" ON ONLY ", " ON ") for each in indexes),
    ]


async def _each(url: str, statements: Iterable[str]) -> None:
    """Run the statements, as many at a time as there are cores."""
    left = iter(list(statements))

    async def work() -> None:
        connection = await asyncpg.connect(url)
        for statement in left:
            await connection.execute(statement)
        await connection.close()

    await asyncio.gather(*(work() for _ in range(os.cpu_count() or 1)))


def _copy_all(url: str, people: Population, files: Sequence[File], processes: int) -> None:
    # Month by month, since a process keeps the months that it has computed.
    parts = sorted(
        (part, number, file.table)
        for number, file in enumerate(files)
        for part in range(file.parts)
    )
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for done in as_completed(
            [pool.submit(copy, url, people, table, part) for part, _, table in parts]
        ):
            done.result()


def copy(url: str, people: Population, table: str, part: int) -> None:
    """Copy one part of one table, in a process of its own."""
    file = next(each for each in (*registers.FILES, *sheets.FILES) if each.table == table)
    asyncio.run(_copy(url, file, file.rows(people, part)))


async def _copy(url: str, file: File, rows: Iterator[bytes]) -> None:
    # The generator makes no row without its parents; checking that again would take an hour.
    connection = await asyncpg.connect(url, server_settings={"session_replication_role": "replica"})
    await connection.copy_to_table(
        file.table, schema_name="congtam", columns=file.columns.split(", "), source=_chunks(rows)
    )
    await connection.close()


async def _chunks(rows: Iterator[bytes]) -> AsyncIterator[bytes]:
    held: list[bytes] = []
    size = 0
    for row in rows:
        held.append(row)
        size += len(row)
        if size > CHUNK:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)
