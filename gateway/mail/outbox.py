"""The outbox, emptied: each letter goes out once, as far as SMTP allows.

A letter goes through four states, each committed before the next step is taken:

    waiting ──► claimed ──► handing_over ──► sent
                   │               └──► unknown
                   └──► waiting, refused, expired

- *claimed*: one worker has it, for LEASE; nothing has left yet. A worker that dies here loses its
  claim after that time, and another one sends the letter.
- *handing_over*: the mail server has said "354, go ahead", and the letter is being sent. A worker
  that dies here leaves the letter as it is; after LEASE it becomes *unknown* and is **never sent
  again**.
- *sent*: the mail server has said 250, which makes it answerable for the letter.

What remains: a worker that is killed between the commit of *handing_over* and that of *sent*
leaves, for each of its LINES conversations, at most one letter of which nobody knows whether the
mail server took it. Some milliseconds lie between the two: the letter's way there, the answer, and
the offer of the next letter, whose state is committed together with it, and with what the other
conversations have to say at that moment (`moves`). Such a letter is not sent twice; it may not have
been sent at all. It stands in the outbox as *unknown*, is logged, and its notice is in the person's
inbox in any case. Where the connection breaks at that very place the same holds. The Message-ID is
the row's own, so that a letter which somebody sets back to *waiting* by hand is known to a mailbox
as the same one.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from ssl import SSLContext
from typing import Any

from authz.reach import nobody
from gateway.clock import Clock
from gateway.database import PgDatabase, PgStatements
from gateway.mail import rows
from gateway.mail.letters import letter
from gateway.mail.moves import Move, Moves
from gateway.mail.relay import Refused, Relay, RelaySettings, connect, trusted
from resolvers.core.database import Row

LEASE = timedelta(minutes=5)
BATCH = 50
"""Letters that one claim takes and one conversation carries: well within the lease, and within what
mail servers allow."""
LINES = 4
"""Conversations with the mail server at a time."""
LAST = timedelta(days=3)
"""After so long a reminder reminds of nothing."""
BACKOFF = timedelta(minutes=1)
LONGEST_BACKOFF = timedelta(hours=2)
CLAIMED, HANDING_OVER = "claimed", "handing_over"

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Sent:
    """What became of the letters of one emptying, in numbers."""

    sent: int = 0
    refused: int = 0
    put_off: int = 0
    unknown: int = 0


@dataclass(slots=True)
class _Turn:
    """One turn of a conversation: the letter that was offered is handed over, the next offered."""

    said: str | None = None
    """What the server said when it took the letter."""
    not_taken: Refused | None = None
    offered: bool = False
    not_offered: Refused | None = None
    broken: OSError | None = None
    """The conversation ended here; a letter that was being handed over is one nobody knows of."""


class _TakenOver(ConnectionAbortedError):
    """Another worker has the letter by now: ours took longer than the lease."""


async def send_waiting(
    database: PgDatabase, relay: RelaySettings | None, clock: Clock, inbox: str
) -> Sent:
    """Send every letter that waits. Without a mail server nothing goes, and in time it expires.

    Raises OSError where the mail server cannot be reached; the letters then wait for a next time.
    """
    # The program itself, whom the fence lets through whatever the agency.
    program = replace(nobody(clock().date()), operator=True)
    total = Sent()
    async with database.committing_each(program) as statements:
        await _tidy(statements, clock(), total)
        if relay is not None:
            moves = Moves(statements)
            lines = [_Line(moves, clock, inbox, total) for _ in range(LINES)]
            await _all(line.empty(relay) for line in lines)
    return total


async def _all(lines: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Each line to its end; then raises what one of them raised."""
    for problem in await asyncio.gather(*lines, return_exceptions=True):
        if problem is not None:
            raise problem


async def _tidy(statements: PgStatements, now: datetime, total: Sent) -> None:
    """Letters that are too old go no more; those of a dead worker are told."""
    lost = await statements.rows(rows.LOST, now=now)
    await statements.run(rows.EXPIRE, now=now, too_old=now - LAST)
    for row in lost:
        _log.error("nobody knows whether letter %s was sent", row["id"])
    total.unknown += len(lost)


@dataclass(slots=True)
class _Line:
    """The rows, as one of a worker's conversations moves them."""

    moves: Moves
    clock: Clock
    inbox: str
    total: Sent
    until: datetime | None = None
    """Until when the letters in hand are this line's: what it knows its own claim by."""

    async def empty(self, relay: RelaySettings) -> None:
        """Carry letters as long as any wait; raises OSError where the mail server is away."""
        letters = await self.claim()
        context = await asyncio.to_thread(trusted, relay) if letters else None
        while letters:
            await self.carry(relay, context, letters)
            letters = await self.claim()

    async def claim(self) -> Sequence[Row]:
        now = self.clock()
        self.until = now + LEASE
        return await self.moves.claim(now, self.until, BATCH)

    async def carry(
        self, settings: RelaySettings, context: SSLContext | None, letters: Sequence[Row]
    ) -> None:
        """Take the letters to the mail server in one conversation."""
        left = deque(letters)
        try:
            relay = await asyncio.to_thread(connect, settings, context)
            try:
                await self._talk(relay, settings.sender, left)
            except BaseException:
                relay.drop()
                raise
            await asyncio.to_thread(relay.quit)
        except OSError as problem:
            await self._release(left, problem)
            raise

    async def _talk(self, relay: Relay, sender: str, left: deque[Row]) -> None:
        handed: Row | None = None
        while handed is not None or left:
            content = letter(handed, sender, self.clock(), self.inbox) if handed else None
            offer = left.popleft() if left else None
            address = offer["address"] if offer else None
            turn = await asyncio.to_thread(_turn, relay, content, address)
            handed = await self._note(handed, offer, turn)
            if turn.broken is not None:
                raise turn.broken

    async def _note(self, handed: Row | None, offer: Row | None, turn: _Turn) -> Row | None:
        """Commit what the turn did; the letter that may be handed over now."""
        done: list[Move] = []
        if handed is not None and (told := self._handed(handed, turn)):
            done.append(told)
        if offer is not None and turn.offered:
            done.append(self._move(offer, CLAIMED, HANDING_OVER))
        elif offer is not None:
            done.append(self._given_back(offer, CLAIMED, turn.not_offered or turn.broken))
        moved = await self.moves.commit(*done) if done else ()
        if offer is None or not turn.offered:
            return None
        if offer["id"] not in moved:
            raise _TakenOver("the claim was over before the letter was handed over")
        return offer

    def _handed(self, row: Row, turn: _Turn) -> Move | None:
        if turn.said is not None:
            self.total.sent += 1
            return self._move(row, HANDING_OVER, "sent", sent_at=self.clock(), reply=turn.said)
        if turn.not_taken is None:
            return None
        return self._given_back(row, HANDING_OVER, turn.not_taken)

    def _given_back(self, row: Row, was: str, problem: Refused | OSError | None) -> Move:
        """A letter that did not leave: for another time, or for none if the server says so."""
        lasting = isinstance(problem, Refused) and problem.lasting
        wait = min(BACKOFF * 2 ** (row["attempts"] - 1), LONGEST_BACKOFF)
        self.total.refused += lasting
        self.total.put_off += not lasting
        return self._move(
            row,
            was,
            "refused" if lasting else "waiting",
            later=self.clock() + wait,
            reply=problem.reply if isinstance(problem, Refused) else f"{type(problem).__name__}",
        )

    def _move(self, row: Row, was: str, then: str, **more: Any) -> Move:
        assert self.until is not None
        return Move(row["id"], self.until, was, then, **more)

    async def _release(self, left: Iterable[Row], problem: OSError) -> None:
        await self.moves.commit(*(self._given_back(row, CLAIMED, problem) for row in left))


def _turn(relay: Relay, content: bytes | None, address: str | None) -> _Turn:
    """In a thread: hand over the letter that was offered, then offer the next one."""
    turn = _Turn()
    try:
        if content is not None:
            try:
                turn.said = relay.hand_over(content, then=address)
            except Refused as no:
                turn.not_taken = no
        if address is not None:
            try:
                relay.offer(address)
                turn.offered = True
            except Refused as no:
                turn.not_offered = no
    except OSError as problem:
        turn.broken = problem
    return turn
