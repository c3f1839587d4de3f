"""Compiled reads, and the pool of connections beneath them."""

import asyncio

import pytest

from gateway.database import PgDatabase
from gateway.postgres import Access
from resolvers.core.database import Unavailable
from tests.conftest import MakeDatabase


class TestText:
    async def test_answers_text_or_none(self, database: PgDatabase) -> None:
        assert await database.text("select $1::text", ["Công Tâm"]) == "Công Tâm"
        assert await database.text("select null::text", []) is None
        assert await database.text("select 'x' where false", []) is None

    async def test_cannot_write(self, here: PgDatabase) -> None:
        with pytest.raises(Exception, match=r"read-only|permission denied"):
            await here.text("delete from congtam.agency returning name", [])
        assert await here.text("select name from congtam.agency", []) == "Nghĩa Lâm"

    async def test_goes_on_after_a_column_was_added(self, make_database: MakeDatabase) -> None:
        access = await make_database()
        owner = await access.owner.connect()
        async with PgDatabase(access, reading=1) as database:
            keys = "(select count(*)::text from jsonb_object_keys(to_jsonb(whole)))"
            read = f"select {keys} from congtam.authority_stamp whole"
            assert await database.text(read, []) == "2"
            await owner.execute("alter table congtam.authority_stamp add column later text")
            assert await database.text(read, []) == "3"
        await owner.close()

    async def test_a_wrong_argument_costs_no_connection(self, access: Access) -> None:
        async with PgDatabase(access, reading=1) as database:
            before = await database.text("select pg_backend_pid()::text", [])
            with pytest.raises(Exception, match="out of int32 range"):
                await database.text("select $1::int4::text", [2**40])
            assert await database.text("select pg_backend_pid()::text", []) == before


class TestPool:
    async def test_many_callers_share_few_connections(self, access: Access) -> None:
        async with PgDatabase(access, reading=2) as database:
            asked = [database.text("select pg_backend_pid()::text", []) for _ in range(40)]
            assert len(set(await asyncio.gather(*asked))) <= 2

    async def test_a_cancelled_caller_leaves_the_pool_whole(self, access: Access) -> None:
        async with PgDatabase(access, reading=1) as database:
            slow = asyncio.create_task(database.text("select pg_sleep(30)::text", []))
            waiting = asyncio.create_task(database.text("select 'waited'", []))
            await asyncio.sleep(0.1)
            waiting.cancel()
            slow.cancel()
            await asyncio.wait([slow, waiting])
            assert await database.text("select 'whole'", []) == "whole"

    async def test_a_statement_that_takes_too_long_is_given_up(self, access: Access) -> None:
        async with PgDatabase(access, statement_timeout=0.2) as database:
            with pytest.raises(Unavailable, match="statement timeout"):
                await database.text("select pg_sleep(30)::text", [])
            assert await database.text("select 'well'", []) == "well"

    async def test_a_closed_pool_says_so(self, access: Access) -> None:
        database = PgDatabase(access)
        await database.close()
        with pytest.raises(Unavailable, match="stopping"):
            await database.text("select 'x'", [])
