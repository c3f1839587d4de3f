"""What conversations say of their letters, committed together."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Executable

from authz.reach import nobody
from gateway.database import PgStatements
from gateway.mail.moves import Move, Moves
from resolvers.core.database import Row, Violated
from tests.gateway.outgoing import DAY, NOW, Office

pytest_plugins = ("tests.gateway.outgoing_fixtures",)
pytestmark = pytest.mark.parametrize("mail", [False], indirect=True, ids=["step by step"])

OPERATOR = replace(nobody(DAY), operator=True)
UNTIL = NOW + timedelta(minutes=5)


class Slowly(PgStatements):
    """The statements of a connection, each of which waits until it may `go`; how many letters each
    was about is kept."""

    def __init__(self, statements: PgStatements) -> None:
        super().__init__(statements._connection)
        self.go = asyncio.Semaphore(0)
        self.sizes: list[int] = []

    async def rows(self, statement: Executable, /, **values: Any) -> Sequence[Row]:
        self.sizes.append(len(values["each_letter"]))
        await self.go.acquire()
        return await super().rows(statement, **values)

    async def begun(self, count: int) -> None:
        async with asyncio.timeout(10):
            while len(self.sizes) < count:
                await asyncio.sleep(0)


async def claimed(office: Office) -> list[UUID]:
    """Every letter, in hand until UNTIL."""
    await office.set(state="claimed", not_before=UNTIL)
    return [row["id"] for row in await office.watch.cast.rows("mail")]


def handing_over(letter: UUID, **other: Any) -> Move:
    return Move(
        **{"letter": letter, "until": UNTIL, "was": "claimed", "then": "handing_over"} | other
    )


async def said(moves: Moves, slowly: Slowly, *each: Move) -> list[asyncio.Task[Any]]:
    """The first is being committed when the others come."""
    first, *others = each
    tasks = [asyncio.create_task(moves.commit(first))]
    await slowly.begun(1)
    tasks += [asyncio.create_task(moves.commit(other)) for other in others]
    await asyncio.sleep(0)
    slowly.go.release()
    await slowly.begun(2)
    return tasks


async def test_those_that_come_during_a_commit_share_the_next(office: Office) -> None:
    one, two, three, *_ = await claimed(office)
    async with office.watch.cast.town.database.committing_each(OPERATOR) as statements:
        slowly = Slowly(statements)
        tasks = await said(Moves(slowly), slowly, *map(handing_over, (one, two, three)))
        slowly.go.release()
        told = await asyncio.gather(*tasks)
    assert slowly.sizes == [1, 2]
    assert told == [{one}, {two, three}, {two, three}]
    assert (await office.states())["handing_over"] == 3


async def test_a_commit_that_fails_is_told_to_all_who_share_it(office: Office) -> None:
    one, two, three, *_ = await claimed(office)
    async with office.watch.cast.town.database.committing_each(OPERATOR) as statements:
        slowly = Slowly(statements)
        moves = Moves(slowly)
        wrong = handing_over(three, then="nowhere")
        tasks = await said(moves, slowly, handing_over(one), handing_over(two), wrong)
        slowly.go.release()
        first, *shared = await asyncio.gather(*tasks, return_exceptions=True)
        assert first == {one}
        assert [type(each) for each in shared] == [Violated, Violated]
        assert (await office.states())["handing_over"] == 1
        slowly.go.release()
        assert await moves.commit(handing_over(two)) == {two}


async def test_one_that_is_broken_off_is_told_to_all_who_share_it(office: Office) -> None:
    one, two, three, *_ = await claimed(office)
    async with office.watch.cast.town.database.committing_each(OPERATOR) as statements:
        slowly = Slowly(statements)
        tasks = await said(Moves(slowly), slowly, *map(handing_over, (one, two, three)))
        tasks[1].cancel()
        told = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(each) for each in told[1:]] == [asyncio.CancelledError, ConnectionAbortedError]
    assert (await office.states())["handing_over"] == 1


@pytest.mark.parametrize(
    "other", [{"until": UNTIL + timedelta(minutes=1)}, {"was": "handing_over", "then": "sent"}]
)
async def test_a_letter_that_is_not_in_hand_stays_where_it_is(
    office: Office, other: dict[str, Any]
) -> None:
    one, two, *_ = await claimed(office)
    async with office.watch.cast.town.database.committing_each(OPERATOR) as statements:
        moved = await Moves(statements).commit(handing_over(one, **other), handing_over(two))
    assert moved == {two}
    (row,) = await office.watch.cast.rows("mail", "id = $1", one)
    assert (row["state"], row["not_before"], row["sent_at"]) == ("claimed", UNTIL, None)
