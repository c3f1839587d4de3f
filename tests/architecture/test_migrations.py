"""An empty database, migrated to the newest, is what the tables in code say it is."""

import re
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from gateway.database import PgDatabase
from gateway.postgres import Access, NotMigrated, demand_newest
from gateway.postgres.contents import all_tables
from gateway.postgres.migrations import SCRIPTS, newest
from gateway.postgres.roles import Connection
from infra.migrations.building.statements import FOLDER, statements
from infra.migrations.comparing import options
from resolvers.core.tables import PARTY_SCHEMA

TABLES = sorted(all_tables().tables.values(), key=lambda table: table.name)
UNFENCED = {
    "administrative_area": "published, and nobody's",
    "audit_seal": "hashes alone",
    "audit_sealed": "hashes alone",
    "authority_stamp": "one number",
    "login_attempt": "the gateway's, before anybody is known",
    "session": "the gateway's, before anybody is known",
    "spent_logout_token": "the gateway's, before anybody is known",
}

DELETED_FROM = {
    *("deduction", "position_competence", "position_requirement", "position_task", "product"),
    *("login", "login_attempt", "session", "spent_logout_token", "work_line"),
}
"""Drafts and plans that came to nothing, and what signs people in; the rest is closed instead."""

SCHEMAS = "('congtam'::regnamespace, 'congtam_party'::regnamespace)"
CONSTRAINTS = f"""
select conrelid::regclass::text, conname, pg_get_constraintdef(c.oid)
from pg_constraint c join pg_class t on t.oid = c.conrelid
where c.connamespace in {SCHEMAS} and not t.relispartition and contype <> 'n'
order by 1, 2
"""
COLUMNS = f"""
select attrelid::regclass::text, attname, format_type(atttypid, atttypmod), attnotnull,
    attidentity::text, attcollation::regcollation::text, pg_get_expr(adbin, adrelid)
from pg_attribute a join pg_class t on t.oid = a.attrelid
left join pg_attrdef d on adrelid = attrelid and adnum = attnum
where relnamespace in {SCHEMAS} and relkind in ('r', 'p') and not relispartition
    and attnum > 0 and not attisdropped and relname <> 'alembic_version'
order by 1, 2
"""
INDEXES = f"""
select t.relname, i.relname, pg_get_indexdef(indexrelid) from pg_index
join pg_class t on t.oid = indrelid
join pg_class i on i.oid = indexrelid
where t.relnamespace in {SCHEMAS} and not t.relispartition and t.relname <> 'alembic_version'
order by 1, 2
"""
PARTITIONED = "select partstrat::text from pg_partitioned_table where partrelid = $1::regclass"


FENCE = re.compile(r"congtam(?:_party)?\.fence_")
FENCE_ASKED_ONCE = re.compile(r"\( SELECT congtam(?:_party)?\.fence_")


def roles_of(table: Table) -> tuple[str, str]:
    """Who reads a table and who does deeds with it."""
    if table.schema == PARTY_SCHEMA:
        return "congtam_party_reader", "congtam_party_writer"
    return "congtam_reader", "congtam_writer"


def engine(access: Access) -> AsyncEngine:
    return create_async_engine(
        "postgresql+asyncpg://", async_creator=access.owner.connect, poolclass=NullPool
    )


@pytest.fixture
async def made_from_code(make_database: Any) -> AsyncIterator[Connection]:
    """A second database, made by SQLAlchemy from the tables in code, without any migration."""
    access = await make_database()
    connection = await access.owner.connect()
    found = await connection.fetch(
        "select oid::regclass::text as name from pg_class"
        f" where relnamespace in {SCHEMAS} and relkind in ('r', 'p') order by name"
    )
    for row in found:
        await connection.execute(f"drop table if exists {row['name']} cascade")
    async with engine(access).begin() as sync:
        await sync.run_sync(all_tables().create_all)
    yield connection
    await connection.close()


class TestTablesInCode:
    async def test_alembic_finds_nothing_to_add(self, access: Access) -> None:
        def compare(connection: SyncConnection) -> Any:
            context = MigrationContext.configure(connection, opts=options(connection))
            return compare_metadata(context, all_tables())

        async with engine(access).connect() as connection:
            assert await connection.run_sync(compare) == []

    @pytest.mark.parametrize("catalogue", [COLUMNS, CONSTRAINTS, INDEXES])
    async def test_postgres_describes_both_alike(
        self, owner: Connection, made_from_code: Connection, catalogue: str
    ) -> None:
        migrated = {tuple(row) for row in await owner.fetch(catalogue)}
        coded = {tuple(row) for row in await made_from_code.fetch(catalogue)}
        assert len(coded) > 40
        assert {row for row in migrated if "alembic_version" not in row[0]} == coded

    async def test_exclusions_are_there_by_name(self, owner: Connection) -> None:
        wanted = {
            constraint.name
            for table in TABLES
            for constraint in table.constraints
            if isinstance(constraint, ExcludeConstraint)
        }
        found = await owner.fetch("select conname from pg_constraint where contype = 'x'")
        assert {row["conname"] for row in found} == wanted
        assert "posting_one_head_per_unit_and_day" in wanted


class TestParts:
    async def test_are_there_for_every_year_until_2035(self, owner: Connection) -> None:
        divided = [
            table.name
            for table in TABLES
            if table.dialect_options["postgresql"]["partition_by"] is not None
        ]
        found = await owner.fetch(
            "select relname from pg_class where relispartition and relkind = 'r'"
            " and relnamespace = 'congtam'::regnamespace"
        )
        years = range(2025, 2036)
        assert {row["relname"] for row in found} == {f"{t}_{y}" for t in divided for y in years}
        assert set(divided) == {"score", "sheet", "work_line"}

    async def test_years_are_added_again_and_again(self, make_database: Any) -> None:
        owner = await (await make_database()).owner.connect()
        for _ in range(2):
            await owner.execute("select congtam.add_year(2036)")
        bounds = await owner.fetchval(
            "select pg_get_expr(relpartbound, oid) from pg_class where relname = 'sheet_2036'"
        )
        await owner.close()
        assert bounds == "FOR VALUES FROM ('2036-01-01') TO ('2037-01-01')"

    async def test_only_the_owner_adds_them(self, database: PgDatabase) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            async with database.writing() as tx:
                await tx.text("select congtam.add_year(2036)::text", [])


class TestFence:
    async def test_stands_before_every_table(self, owner: Connection) -> None:
        flags = await owner.fetch(
            "select oid::regclass::text as name, relrowsecurity, relforcerowsecurity from pg_class"
            " where oid = any($1::text[]::regclass[])",
            [str(table) for table in TABLES],
        )
        found = {row["name"]: (row["relrowsecurity"], row["relforcerowsecurity"]) for row in flags}
        fenced = {str(table): table.name not in UNFENCED for table in TABLES}
        assert found == {name: (stands, stands) for name, stands in fenced.items()}

    async def test_every_policy_asks_once_per_statement(self, owner: Connection) -> None:
        found = await owner.fetch(
            "select format('%s.%s', schemaname, tablename) as name,"
            " coalesce(qual, with_check) as rule, cmd, roles::text[] from pg_policies"
        )
        for table in TABLES:
            rows = [row for row in found if row["name"] == str(table)]
            if table.name in UNFENCED:
                assert rows == [], table
                continue
            commands = [row["cmd"] for row in rows if row["roles"] == [roles_of(table)[1]]]
            assert sorted(commands) == ["DELETE", "INSERT", "SELECT", "UPDATE"], table
            for row in rows:
                asked = len(FENCE.findall(row["rule"]))
                assert asked == len(FENCE_ASKED_ONCE.findall(row["rule"])), table
                assert asked or row["rule"] == "true", table
                assert row["rule"] != "true" or row["cmd"] == "SELECT", table

    async def test_every_table_is_granted_to_the_roles(self, owner: Connection) -> None:
        may = "select has_table_privilege($1, $2, $3)"
        for table in TABLES:
            reader, writer = roles_of(table)
            for role in (reader, writer):
                assert await owner.fetchval(may, role, str(table), "select"), (role, table)
            changing = "insert, update, delete"
            assert not await owner.fetchval(may, reader, str(table), changing), table

    async def test_deeds_delete_from_few_tables(self, owner: Connection) -> None:
        found = await owner.fetch(
            "select table_name::text from information_schema.role_table_grants"
            " where grantee in ('congtam_writer', 'congtam_party_writer')"
            " and privilege_type = 'DELETE'"
        )
        assert {row["table_name"] for row in found} == DELETED_FROM

    async def test_past_the_fence_the_writer_asks_five_questions(self, owner: Connection) -> None:
        """They show no row: yes, no or a number; every other function stands behind the fence."""
        found = await owner.fetch(
            "select proname from pg_proc where pronamespace = 'congtam'::regnamespace"
            " and prosecdef and has_function_privilege('congtam_writer', oid, 'execute')"
        )
        names = {row["proname"] for row in found}
        assert names == {
            *("cycle_months", "lock_lifted", "month_closed", "opened_since"),
            "settled_classifications",
        }


class TestScripts:
    def test_the_highest_number_ends_the_chain(self) -> None:
        assert newest() == ScriptDirectory.from_config(Config(SCRIPTS)).get_current_head()

    async def test_the_newest_is_what_the_program_demands(self, database: PgDatabase) -> None:
        async with database.reading() as tx:
            await demand_newest(tx)

    async def test_an_older_database_is_refused(self, make_database: Any) -> None:
        access = await make_database()
        owner = await access.owner.connect()
        await owner.execute("update congtam.alembic_version set version_num = '0000'")
        await owner.close()
        async with PgDatabase(access) as older, older.reading() as tx:
            with pytest.raises(NotMigrated, match=f"at 0000, {newest()} is needed"):
                await demand_newest(tx)

    def test_can_be_written_out_as_text(self) -> None:
        command = [sys.executable, "-m", "alembic", "-c", str(SCRIPTS), "upgrade", "head", "--sql"]
        told = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=SCRIPTS.parents[1]
        ).stdout
        assert "create table congtam.sheet (" in told
        assert "nullif(current_setting('congtam.agencies', true), '')::uuid[]" in told
        assert told.rstrip().endswith("COMMIT;")

    @pytest.mark.parametrize("path", sorted(FOLDER.glob("*.sql")), ids=lambda path: path.name)
    def test_a_file_of_statements_is_cut_at_empty_lines(self, path: Path) -> None:
        for statement in statements(path.read_text()):
            assert ";" not in statement
            assert re.match(r"(create (table|(unique )?index)|alter table|comment on) ", statement)


async def test_a_day_of_another_century_has_no_part(owner: Connection) -> None:
    with pytest.raises(asyncpg.CheckViolationError, match="no partition of relation"):
        await owner.execute(
            "insert into congtam.score values ($1, $2, 1)", "0" * 32, date(1999, 1, 1)
        )
