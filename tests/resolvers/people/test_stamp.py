"""The authority stamp rises once in each transaction that changes authority."""

from datetime import timedelta

import pytest

from gateway.postgres.roles import Connection
from tests.resolvers.town import FOUNDED, Town

STAMP = "select stamp from congtam.authority_stamp"
SHORTEN = "update congtam.posting set during = daterange($1, $2)"
DAY = FOUNDED + timedelta(days=1)


@pytest.fixture
def owner(town: Town) -> Connection:
    return town.owner


async def shorten(owner: Connection) -> None:
    await owner.execute(SHORTEN, FOUNDED, DAY)


async def test_many_changes_raise_it_once(owner: Connection) -> None:
    before = await owner.fetchval(STAMP)
    async with owner.transaction():
        for _ in range(3):
            await shorten(owner)
    assert await owner.fetchval(STAMP) == before + 1
    await shorten(owner)
    assert await owner.fetchval(STAMP) == before + 2


async def test_a_change_after_an_undone_one_raises_it(owner: Connection) -> None:
    """The savepoint takes the first rise back; what is changed after it must raise it again."""
    before = await owner.fetchval(STAMP)
    async with owner.transaction():
        undone = owner.transaction()
        await undone.start()
        await shorten(owner)
        await undone.rollback()
        assert await owner.fetchval(STAMP) == before
        await shorten(owner)
    assert await owner.fetchval(STAMP) == before + 1


async def test_a_change_kept_from_a_savepoint_raises_it_once(owner: Connection) -> None:
    before = await owner.fetchval(STAMP)
    async with owner.transaction():
        async with owner.transaction():
            await shorten(owner)
        await shorten(owner)
        assert await owner.fetchval(STAMP) == before + 1
    assert await owner.fetchval(STAMP) == before + 1


async def test_what_is_undone_as_a_whole_raises_nothing(owner: Connection) -> None:
    before = await owner.fetchval(STAMP)
    transaction = owner.transaction()
    await transaction.start()
    await shorten(owner)
    await transaction.rollback()
    assert await owner.fetchval(STAMP) == before
