"""What infra/runbooks/backup-and-restore.md says, done."""

import asyncio
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from gateway.database import PgDatabase
from gateway.jobs import seal_settled
from gateway.postgres import demand_newest
from gateway.postgres.migrations import migrate
from gateway.postgres.roles import Access, on_database
from resolvers.audit import verify
from resolvers.organisation import set_switch
from tests.conftest import MakeDatabase
from tests.databases import Running, programs_of_the_run
from tests.resolvers.town import build, request

COUNTS = "select count(*) from congtam.posting"
PERMISSIONS = """
select relname, relrowsecurity, coalesce(relacl::text, '') as acl,
    array(select polname || pg_get_expr(polqual, polrelid) from pg_policy
        where polrelid = c.oid order by 1) as policies
from pg_class c where relnamespace = 'congtam'::regnamespace and relkind in ('r', 'p') order by 1
"""


def run(server: Running, program: str, *arguments: str) -> None:
    command = [programs_of_the_run().program(program), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


async def test_a_restored_dump_is_whole_and_fenced(
    server: Running, make_database: MakeDatabase, tmp_path: Path
) -> None:
    kept = await make_database()
    owner = await kept.owner.connect()
    async with PgDatabase(kept) as database:
        town = await build(database, owner)
        async with town.deed(town.reach("chair")) as tx:
            await set_switch(
                tx,
                request(town.reach("chair")),
                agency_id=town.agencies["commune"],
                name="cap",
                value="each_ratio",
                begins=date(2026, 7, 1),
                basis="Quy chế số 12/QC-UBND",
            )
        async with asyncio.timeout(60):
            # An act is sealed when no older transaction of the server is still running.
            while not await seal_settled(database, lambda: datetime.now(UTC)):
                await asyncio.sleep(0.1)
    name = await owner.fetchval("select current_database()")
    posts, permissions = await owner.fetchval(COUNTS), await owner.fetch(PERMISSIONS)
    await owner.close()
    dump = tmp_path / "congtam.dump"
    run(
        server,
        "pg_dump",
        "--format=custom",
        f"--file={dump}",
        f"--dbname={on_database(server.url, name)}",
    )

    other = f"{name}_restored"
    administrator = await server.administrator()
    try:
        await administrator.execute(f"create database {other} template template0")
        run(server, "pg_restore", f"--dbname={on_database(server.url, other)}", str(dump))
        await _demand_whole(await server.access(other), posts, permissions)
    finally:
        await administrator.execute(f"drop database if exists {other} with (force)")
        await administrator.close()


async def _demand_whole(restored: Access, posts: int, permissions: list[Any]) -> None:
    """As many posts, the same fence and grants, the newest migration, a trail that verifies."""
    await migrate(restored.owner)
    again = await restored.owner.connect()
    assert await again.fetchval(COUNTS) == posts
    assert await again.fetch(PERMISSIONS) == permissions
    await again.close()
    async with PgDatabase(restored) as database, database.reading() as tx:
        await demand_newest(tx)
        assert await verify(tx) == []
