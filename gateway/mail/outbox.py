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

What remains: a worker that is killed between the commit of *handing_over* and that of *sent* (two
commits and one exchange with the mail server, some milliseconds) leaves one letter of which nobody
knows whether the server took it. It is not sent twice; it may not have been sent at all. It stands
in the outbox as *unknown*, is logged, and its notice is in the person's inbox in any case. Where
the connection breaks at that very place the same holds. The Message-ID is the row's own, so that a
letter which somebody sets back to *waiting* by hand is known to a mailbox as the same one.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Integer, Text, bindparam, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.reach import Reach, nobody
from gateway.clock import Clock
from gateway.database import PgDatabase, PgTransaction
from gateway.mail.letters import letter
from gateway.mail.relay import Refused, Relay, RelaySettings, connect
from resolvers.core.database import Row
from resolvers.duties import mail, notice

LEASE = timedelta(minutes=5)
BATCH = 40
"""Letters that one claim takes; with LINES at a time well within the lease."""
LINES = 4
"""Conversations with the mail server at a time."""
LAST = timedelta(days=3)
"""After so long a reminder reminds of nothing."""
BACKOFF = timedelta(minutes=1)
LONGEST_BACKOFF = timedelta(hours=2)

_log = logging.getLogger(__name__)

_NOW = bindparam("now", type_=DateTime(timezone=True))
_UNTIL = bindparam("until", type_=DateTime(timezone=True))
_ID = bindparam("wanted", type_=UuidType(as_uuid=True))
_DUE = (
    select(mail.c.id)
    .where(mail.c.state.in_(("waiting", "claimed")), mail.c.not_before <= _NOW)
    .order_by(mail.c.not_before, mail.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
    .cte("due")
)
CLAIM = (
    update(mail)
    .where(mail.c.id == _DUE.c.id, notice.c.id == mail.c.notice_id)
    .values(state="claimed", not_before=_UNTIL, attempts=mail.c.attempts + 1)
    .returning(
        mail.c.id, mail.c.address, mail.c.language, mail.c.attempts, notice.c.kind, notice.c.params
    )
)
_MINE = (mail.c.id == _ID, mail.c.not_before == _UNTIL)
HAND_OVER = update(mail).where(*_MINE, mail.c.state == "claimed").values(state="handing_over")
SENT = (
    update(mail)
    .where(*_MINE, mail.c.state == "handing_over")
    .values(state="sent", sent_at=_NOW, reply=bindparam("said", type_=Text))
)
GIVE_BACK = (
    update(mail)
    .where(*_MINE, mail.c.state == bindparam("held", type_=ARRAY(Text)).any_())
    .values(
        state=bindparam("then", type_=Text),
        not_before=bindparam("later", type_=DateTime(timezone=True)),
        reply=bindparam("said", type_=Text),
    )
)
NOT_OFFERED = ("claimed",)
"""Where the conversation broke, what was not being handed over is known not to have left."""
NOT_TAKEN = ("claimed", "handing_over")
"""Where the server itself said no, the letter did not leave, however far it had come."""
LOST = (
    update(mail)
    .where(mail.c.state == "handing_over", mail.c.not_before <= _NOW)
    .values(state="unknown")
    .returning(mail.c.id)
)
EXPIRE = (
    update(mail)
    .where(
        mail.c.state == "waiting",
        mail.c.not_before <= _NOW,
        mail.c.created_at <= bindparam("too_old", type_=DateTime(timezone=True)),
    )
    .values(state="expired")
)


@dataclass(slots=True)
class Sent:
    """What became of the letters of one emptying, in numbers."""

    sent: int = 0
    refused: int = 0
    put_off: int = 0
    unknown: int = 0


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
    outbox = _Outbox(database, program, clock, inbox)
    total = Sent(unknown=await outbox.tidy())
    while relay is not None and (letters := await outbox.claim()):
        lines = [letters[number::LINES] for number in range(LINES)]
        told = await asyncio.gather(
            *(outbox.carry(relay, line, total) for line in lines if line), return_exceptions=True
        )
        for problem in told:
            if isinstance(problem, BaseException):
                raise problem
    return total


@dataclass(slots=True)
class _Outbox:
    """The rows, as one worker moves them."""

    database: PgDatabase
    reach: Reach
    clock: Clock
    inbox: str
    until: datetime | None = None
    """Until when the letters in hand are this worker's: what it knows its own claim by."""

    def writing(self) -> AbstractAsyncContextManager[PgTransaction]:
        return self.database.writing(self.reach)

    async def tidy(self) -> int:
        """Letters that are too old go no more; those of a dead worker are told. How many these."""
        now = self.clock()
        async with self.writing() as tx:
            lost = await tx.rows(LOST, now=now)
            await tx.run(EXPIRE, now=now, too_old=now - LAST)
        for row in lost:
            _log.error("nobody knows whether letter %s was sent", row["id"])
        return len(lost)

    async def claim(self) -> Sequence[Row]:
        now = self.clock()
        self.until = now + LEASE
        async with self.writing() as tx:
            return await tx.rows(CLAIM, now=now, until=self.until, most=BATCH)

    async def carry(self, settings: RelaySettings, letters: Sequence[Row], total: Sent) -> None:
        """Take the letters to the mail server in one conversation."""
        left = list(letters)
        try:
            relay = await asyncio.to_thread(connect, settings)
            try:
                while left:
                    await self._carry_one(relay, settings.sender, left[0], total)
                    left.pop(0)
            except BaseException:
                relay.drop()
                raise
            await asyncio.to_thread(relay.quit)
        except (OSError, Refused) as problem:
            said = f"{type(problem).__name__}: {problem}"
            for row in left:
                await self._put_off(row, said, NOT_OFFERED, total)
            raise

    async def _carry_one(self, relay: Relay, sender: str, row: Row, total: Sent) -> None:
        content = letter(row, sender, self.clock(), self.inbox)
        try:
            await asyncio.to_thread(relay.offer, row["address"])
            await self._move(HAND_OVER, row["id"])
            said = await asyncio.to_thread(relay.hand_over, content)
        except Refused as no:
            if no.lasting:
                total.refused += 1
                await self._give_back(row["id"], "refused", self.clock(), no.reply, NOT_TAKEN)
            else:
                await self._put_off(row, no.reply, NOT_TAKEN, total)
            return
        await self._move(SENT, row["id"], now=self.clock(), said=said)
        total.sent += 1

    async def _move(self, statement: Any, id: UUID, **values: Any) -> None:
        async with self.writing() as tx:
            if not await tx.run(statement, wanted=id, until=self.until, **values):
                raise _TakenOver

    async def _put_off(self, row: Row, said: str, held: Sequence[str], total: Sent) -> None:
        total.put_off += 1
        wait = min(BACKOFF * 2 ** (row["attempts"] - 1), LONGEST_BACKOFF)
        await self._give_back(row["id"], "waiting", self.clock() + wait, said, held)

    async def _give_back(
        self, id: UUID, then: str, later: datetime, said: str, held: Sequence[str]
    ) -> None:
        async with self.writing() as tx:
            await tx.run(
                GIVE_BACK,
                wanted=id,
                until=self.until,
                held=list(held),
                then=then,
                later=later,
                said=said[:500],
            )
