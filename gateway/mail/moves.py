"""What becomes of letters, committed for all conversations of a worker together.

A commit waits for the disk, once for however many letters it is about. So what conversations have
to say while one is under way goes into the next, all of it. None of them goes on before what it
said is committed.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from uuid import UUID

from gateway.database import PgStatements
from gateway.mail import rows
from resolvers.core.database import Row


@dataclass(frozen=True, slots=True)
class Move:
    """One letter goes from the state that it `was` in to the one it is in `then`."""

    letter: UUID
    until: datetime
    """The end of the claim by which the letter is in hand; under another's it does not move."""
    was: str
    then: str
    later: datetime | None = None
    """When it may be tried again, where that changes."""
    sent_at: datetime | None = None
    reply: str | None = None
    """What the mail server said, where it said anything."""


@dataclass(slots=True)
class _Commit:
    """What goes into one transaction, and how that ended."""

    moves: list[Move] = field(default_factory=list)
    moved: Collection[UUID] | None = None
    problem: Exception | None = None


class Moves:
    """The outbox of several conversations, on one connection; one statement at a time."""

    def __init__(self, statements: PgStatements) -> None:
        self._statements = statements
        self._next = _Commit()
        self._under_way = asyncio.Lock()

    async def claim(self, now: datetime, until: datetime, most: int) -> Sequence[Row]:
        """So many letters that are due, in hand until that moment."""
        async with self._under_way:
            return await self._statements.rows(rows.CLAIM, now=now, until=until, most=most)

    async def commit(self, *moves: Move) -> Collection[UUID]:
        """Commit these moves; the letters that moved: those that were still in hand.

        Raises what the database raises, for everybody whose moves were to be committed.
        """
        mine = self._next
        mine.moves += moves
        async with self._under_way:
            if mine is self._next:  # nobody of those who share it was here before
                self._next = _Commit()
                await self._write(mine)
        if mine.moved is None:
            raise mine.problem or ConnectionAbortedError("the commit was broken off")
        return mine.moved

    async def _write(self, commit: _Commit) -> None:
        values = {
            f"each_{each.name}": [getattr(move, each.name) for move in commit.moves]
            for each in fields(Move)
        }
        try:
            moved = await self._statements.rows(rows.MOVE, **values)
        except Exception as problem:
            commit.problem = problem
        else:
            commit.moved = {row["id"] for row in moved}
