"""The Party's record is its own two roles' alone: nobody else reads or writes one row of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import insert, select, text

from authz.reach import NOBODY, Reach
from gateway.database import PgDatabase
from gateway.postgres.contents import all_tables
from gateway.postgres.roles import Access, Connection
from resolvers.audit import audit_content, audit_leaf
from resolvers.core.ids import new_id
from resolvers.core.tables import PARTY_SCHEMA
from resolvers.organisation import agency
from tests.resolvers.town import TODAY, Town, build

OF_PARTY = sorted(
    table.name for table in all_tables().tables.values() if table.schema == PARTY_SCHEMA
)
OTHERS = ("reader", "writer", "console", "worker")
ATTEMPTS = (
    "select count(*) from {table}",
    "insert into {table} default values",
    "update {table} set xmin = xmin",
    "delete from {table}",
    "truncate {table}",
)


@pytest_asyncio.fixture(params=OTHERS)
async def somebody(access: Access, request: pytest.FixtureRequest) -> AsyncIterator[Connection]:
    """A connection under one of the ordinary roles."""
    connection = await getattr(access, request.param).connect()
    yield connection
    await connection.close()


@pytest_asyncio.fixture
async def town(database: PgDatabase, owner: Connection) -> Town:
    return await build(database, owner)


class TestTheOrdinaryRoles:
    @pytest.mark.parametrize("table", OF_PARTY)
    async def test_can_do_nothing_with_a_table(self, somebody: Connection, table: str) -> None:
        place = f"{PARTY_SCHEMA}.{table}"
        for attempt in ATTEMPTS:
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
                await somebody.execute(attempt.format(table=place))

    @pytest.mark.parametrize("table", OF_PARTY)
    async def test_hold_no_privilege_on_a_table_or_a_column(
        self, owner: Connection, table: str
    ) -> None:
        for role in OTHERS:
            told = (f"congtam_{role}", f"{PARTY_SCHEMA}.{table}")
            for kind in ("select", "insert", "update", "references"):
                ask = "select has_any_column_privilege($1, $2, $3)"
                assert not await owner.fetchval(ask, *told, kind), (role, kind)
            for kind in ("delete", "truncate", "trigger"):
                ask = "select has_table_privilege($1, $2, $3)"
                assert not await owner.fetchval(ask, *told, kind), (role, kind)

    async def test_cannot_enter_the_schema_nor_call_its_functions(
        self, somebody: Connection
    ) -> None:
        for call in ("fence_bodies()", "fence_person()"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await somebody.fetchval(f"select {PARTY_SCHEMA}.{call}")

    async def test_are_not_among_the_partys(self, owner: Connection) -> None:
        for role in OTHERS:
            for of_party in ("congtam_party_reader", "congtam_party_writer"):
                ask = "select pg_has_role($1::name, $2::name, 'member')"
                assert not await owner.fetchval(ask, f"congtam_{role}", of_party)

    async def test_are_given_no_function_that_looks_into_the_schema(
        self, owner: Connection
    ) -> None:
        for role in OTHERS:
            found = await owner.fetch(
                "select proname from pg_proc where prosecdef and pronamespace = any"
                " (array['congtam'::regnamespace, 'congtam_party'::regnamespace])"
                " and prokind = 'f' and pg_get_functiondef(oid) ~ 'congtam_party'"
                " and has_function_privilege($1, oid, 'execute')",
                f"congtam_{role}",
            )
            assert [row["proname"] for row in found] == []


class TestThePartysRoles:
    async def test_have_what_the_ordinary_ones_have_and_no_more_of_it(
        self, owner: Connection
    ) -> None:
        found = await owner.fetch(
            "select oid::regclass::text as name from pg_class where relkind in ('r', 'p')"
            " and relnamespace = 'congtam'::regnamespace"
        )
        assert len(found) > 40
        kinds = ("select", "insert", "update", "delete", "truncate")
        for row in found:
            for of_party, other in (("party_reader", "reader"), ("party_writer", "writer")):
                ask = "select has_table_privilege($1, $3, $4) = has_table_privilege($2, $3, $4)"
                for kind in kinds:
                    told = (f"congtam_{of_party}", f"congtam_{other}", row["name"], kind)
                    assert await owner.fetchval(ask, *told), told

    async def test_cannot_go_round_the_row_fence(self, owner: Connection) -> None:
        found = await owner.fetch(
            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong"
            " from pg_roles where rolname like 'congtam_party_%'"
        )
        assert [row["strong"] for row in found] == [False, False]

    async def test_read_both_halves_in_one_statement(self, party_database: PgDatabase) -> None:
        async with party_database.reading() as tx:
            both = select(audit_content).join(
                audit_leaf, audit_leaf.c.id == audit_content.c.leaf_id
            )
            assert await tx.rows(both) == []

    async def test_are_there_only_where_the_module_is_configured(self, access: Access) -> None:
        async with PgDatabase(access) as without:
            assert without.party is None

            async def look() -> None:
                async with without.reading() as tx:
                    await tx.rows(select(audit_content))

            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="congtam_party"):
                await look()


class TestTheFence:
    """Under the Party's writer, a row is written for whoever came in by the entrance alone."""

    @pytest.mark.parametrize("party", [True, False], ids=["by the entrance", "elsewhere"])
    async def test_lets_through_what_concerns_the_person_at_the_partys_entrance(
        self, town: Town, party_database: PgDatabase, party: bool
    ) -> None:
        actor = town.people["clerk"]
        reach = Reach(actor, TODAY, 1, party_person=actor if party else NOBODY)
        leaf = await a_leaf(town, actor)

        async def write(reach: Reach) -> None:
            async with party_database.writing(reach) as tx:
                await tx.run(insert(audit_content), leaf_id=leaf, actor_id=actor, salt=b"salt")

        if party:
            await write(reach)
        else:
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
                await write(reach)
        kept = await town.owner.fetchval("select count(*) from congtam_party.audit_content")
        assert kept == int(party)

    async def test_is_set_by_the_reach_and_gone_with_the_transaction(
        self, party_database: PgDatabase
    ) -> None:
        body = UUID(int=5)
        reach = Reach(UUID(int=7), date(2026, 3, 1), 1, party_bodies=frozenset({body}))
        ask = text("select congtam_party.fence_bodies()")
        async with party_database.writing(replace(reach, party_person=UUID(int=7))) as tx:
            assert list(await tx.value(ask)) == [body]
            assert await tx.value(text("select congtam_party.fence_person()")) == UUID(int=7)
        async with party_database.writing() as tx:
            assert list(await tx.value(ask)) == []
            assert await tx.value(text("select congtam_party.fence_person()")) is None

    async def test_of_the_agencies_stands_before_the_partys_writer_too(
        self, town: Town, party_database: PgDatabase
    ) -> None:
        actor = town.people["clerk"]
        reach = Reach(actor, TODAY, 1, party_person=actor)
        found = {"id": new_id(), "name": "x", "kind": "commune", "opened_on": TODAY}

        async def write() -> None:
            async with party_database.writing(reach) as tx:
                await tx.run(insert(agency), **found)

        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            await write()


async def a_leaf(town: Town, actor: UUID) -> UUID:
    """An ordinary leaf to hang a content on."""
    id = new_id()
    await town.owner.execute(
        "insert into congtam.audit_leaf (id, at, deed, subject_kind, subject_id, actor_id, rule,"
        " channel, hash) values ($1, now(), 'Act', 'row', $1, $2, '', 'api', '')",
        id,
        actor,
    )
    return id
