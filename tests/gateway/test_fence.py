"""The row fence: the second lock, which holds whatever statement the program sends."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import bindparam, insert, select, update

from authz.reach import Reach
from gateway.database import PgDatabase
from gateway.postgres import Access
from gateway.postgres.roles import Connection
from resolvers.audit import audit_leaf
from resolvers.core.database import Row, Unavailable
from resolvers.core.fence import PAST_THE_FENCE
from resolvers.core.ids import new_id
from resolvers.people import person
from tests.gateway.agencies import (
    ADD_AGENCY,
    ELSEWHERE,
    HERE,
    NAMES,
    RENAME,
    commune,
    reaching,
)

AN, BINH = UUID(int=201), UUID(int=202)
PERSONS = select(person.c.id).order_by(person.c.id)
PROMOTE = update(person).where(person.c.id == bindparam("who")).values(full_name=bindparam("to"))
ADD_PERSON = insert(person)
OPERATOR = replace(reaching(), operator=True)


def civil_servant(id: UUID, agency: UUID) -> Row:
    names = {"full_name": "Lê An", "given_name": "An", "sort_key": "an le", "search_key": "le an"}
    return {"id": id, "agency_id": agency, **names}


@pytest.fixture
async def two(database: PgDatabase) -> PgDatabase:
    """Two agencies with one person each: An HERE, Bình ELSEWHERE."""
    async with database.writing(OPERATOR) as tx:
        await tx.run_many(ADD_AGENCY, [commune(HERE, "Một"), commune(ELSEWHERE, "Hai")])
        await tx.run_many(ADD_PERSON, [civil_servant(AN, HERE), civil_servant(BINH, ELSEWHERE)])
    return database


async def shown(database: PgDatabase, reach: Reach | None) -> list[UUID]:
    async with database.writing(reach) as tx:
        return [row["id"] for row in await tx.rows(PERSONS)]


async def add_person(database: PgDatabase, reach: Reach | None, agency: UUID) -> None:
    async with database.writing(reach) as tx:
        await tx.run(ADD_PERSON, **civil_servant(new_id(), agency))


class TestFence:
    async def test_without_a_reach_nothing_is_there(self, two: PgDatabase) -> None:
        assert await shown(two, None) == []

    async def test_an_empty_reach_means_nothing(self, two: PgDatabase) -> None:
        assert await shown(two, reaching()) == []

    async def test_shows_the_agencies_that_the_reach_touches(self, two: PgDatabase) -> None:
        assert await shown(two, reaching(HERE)) == [AN]
        assert await shown(two, reaching(HERE, ELSEWHERE)) == [AN, BINH]

    async def test_shows_ones_own_row_wherever_it_is(self, two: PgDatabase) -> None:
        assert await shown(two, reaching(person=BINH)) == [BINH]

    async def test_opens_for_the_operator_of_the_command_line(self, two: PgDatabase) -> None:
        assert await shown(two, OPERATOR) == [AN, BINH]

    async def test_stands_as_well_where_each_statement_commits(self, two: PgDatabase) -> None:
        async with two.committing_each(reaching(HERE)) as statements:
            assert [row["id"] for row in await statements.rows(PERSONS)] == [AN]
            assert await statements.run(PROMOTE, who=BINH, to="Khác") == 0

    async def test_of_such_statements_is_left_to_nobody(self, two: PgDatabase) -> None:
        async with two.committing_each(OPERATOR):
            assert await shown(two, None) == []
        assert await shown(two, None) == []

    @pytest.mark.parametrize("reach", [None, reaching(), reaching(HERE)])
    async def test_refuses_a_row_beyond_it(self, two: PgDatabase, reach: Reach | None) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            await add_person(two, reach, ELSEWHERE)
        assert await shown(two, OPERATOR) == [AN, BINH]

    async def test_an_update_beyond_it_touches_nothing(self, two: PgDatabase) -> None:
        async with two.writing(reaching(HERE)) as tx:
            assert await tx.run(PROMOTE, who=BINH, to="Khác") == 0
            assert await tx.run(PROMOTE, who=AN, to="Khác") == 1

    async def test_a_row_cannot_be_pushed_over_it(self, two: PgDatabase) -> None:
        push = update(person).where(person.c.id == bindparam("who"))
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            async with two.writing(reaching(HERE)) as tx:
                await tx.run(push, who=AN, agency_id=ELSEWHERE)

    async def test_nothing_of_it_is_left_for_the_next_deed(
        self, access: Access, two: object
    ) -> None:
        async with PgDatabase(access, writing=1) as database:
            assert await shown(database, reaching(HERE)) == [AN]
            assert await shown(database, None) == []
            with pytest.raises(LookupError):
                await look_and_fail(database)
            assert await shown(database, None) == []

    async def test_the_payload_of_a_deed_is_read_past_it_in_the_same_statement(
        self, two: PgDatabase
    ) -> None:
        counted = "(select count(*)::text from congtam.person)"
        payload = f"select case when {PAST_THE_FENCE} then {counted} end"
        async with two.writing(reaching(HERE)) as tx:
            assert await tx.text(f"select {counted}", []) == "1"
            assert await tx.text(payload, []) == "2"
        assert await shown(two, reaching(HERE)) == [AN]

    async def test_a_bound_database_stands_behind_its_reach(self, two: PgDatabase) -> None:
        bound = two.for_reach(reaching(HERE))
        async with bound.writing() as tx:
            assert [row["id"] for row in await tx.rows(PERSONS)] == [AN]
        async with bound.reading() as tx:  # the reader's rows are cut by the statement itself
            assert [row["id"] for row in await tx.rows(PERSONS)] == [AN, BINH]

    async def test_what_is_published_is_read_by_all_and_written_inside(
        self, two: PgDatabase
    ) -> None:
        async with two.writing(reaching(HERE)) as tx:
            assert [row["name"] for row in await tx.rows(NAMES)] == ["Hai", "Một"]
            assert await tx.run(RENAME, which=ELSEWHERE, seen=1, to="Khác") == 0
            assert await tx.run(RENAME, which=HERE, seen=1, to="Khác") == 1


async def look_and_fail(database: PgDatabase) -> None:
    async with database.writing(reaching(HERE)) as tx:
        assert len(await tx.rows(PERSONS)) == 1
        raise LookupError


class TestRoles:
    @pytest.fixture
    async def console(self, access: Access, two: PgDatabase) -> AsyncIterator[Connection]:
        connection = await access.console.connect()
        yield connection
        await connection.close()

    async def test_psql_sees_nothing_until_it_says_for_whom(self, console: Connection) -> None:
        assert await console.fetch("select id from congtam.person") == []
        await console.execute(f"set congtam.agencies = '{{{HERE}}}'")
        assert await console.fetchval("select id from congtam.person") == AN

    async def test_psql_cannot_write(self, console: Connection) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            await console.execute("update congtam.agency set name = 'x'")

    async def test_psql_has_no_business_with_sessions(self, console: Connection) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            await console.fetch("select * from congtam.session")

    async def test_deeds_never_delete(self, two: PgDatabase) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            await send(two, "delete from congtam.person")

    @pytest.mark.parametrize("deed", ["update congtam.audit_leaf set deed = 'x'", "truncate"])
    async def test_the_audit_is_only_added_to(self, two: PgDatabase, deed: str) -> None:
        sql = deed if deed != "truncate" else f"truncate {audit_leaf}"
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            await send(two, sql)

    async def test_a_single_part_of_a_table_is_nobodys(self, two: PgDatabase) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            await two.text("select count(*)::text from congtam.sheet_2026", [])

    async def test_the_stamp_is_raised_by_its_trigger_alone(self, two: PgDatabase) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            await send(two, "update congtam.authority_stamp set stamp = 1")


async def send(database: PgDatabase, sql: str) -> None:
    async with database.writing(OPERATOR) as tx:
        await tx.text(sql, [])


class TestTwoWriters:
    async def test_the_second_sees_that_it_came_too_late(self, two: PgDatabase) -> None:
        async def save(name: str) -> int:
            async with two.writing(reaching(HERE)) as tx:
                touched = await tx.run(RENAME, which=HERE, seen=1, to=name)
                await asyncio.sleep(0.05)
                return touched

        assert sorted(await asyncio.gather(save("A"), save("B"))) == [0, 1]

    async def test_nobody_waits_for_a_lock_for_ever(
        self, access: Access, owner: Connection, two: PgDatabase
    ) -> None:
        async with PgDatabase(access, statement_timeout=0.3) as database:
            async with two.writing(reaching(HERE)) as holder:
                await holder.run(RENAME, which=HERE, seen=1, to="A")
                with pytest.raises(Unavailable):
                    await rename(database)
            await rename(database)

    async def test_the_stamp_changes_with_the_commit(self, two: PgDatabase) -> None:
        before = await two.text("select stamp::text from congtam.authority_stamp", [])
        async with two.writing(reaching(HERE)) as tx:
            await tx.run(PROMOTE, who=AN, to="Khác")
            during = await two.text("select stamp::text from congtam.authority_stamp", [])
        after = await two.text("select stamp::text from congtam.authority_stamp", [])
        assert during == before
        assert int(after or 0) == int(before or 0) + 1


async def rename(database: PgDatabase) -> None:
    async with database.writing(reaching(HERE)) as tx:
        await tx.run(RENAME, which=HERE, seen=1, to="B")
