"""A worker that is killed (SIGKILL) in the middle: what is told is told once, nothing is lost.

Real worker processes, `congtam work`, on a real mail server. Their clock is the machine's, so the
overdue steps are laid out, not opened.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.mail import outbox
from gateway.mail.letters import message_id
from gateway.postgres import speak_json
from gateway.postgres.roles import Connection, on_database
from tests.conftest import MakeDatabase
from tests.databases import Running
from tests.gateway.mail_server import HOST, MailServer, mail_server
from tests.resolvers.cast import build
from tests.resolvers.duties.watch import Watch
from tests.resolvers.town import build as build_town

ROOT = Path(__file__).parents[2]
SENDER = "congtam@commune.example"
STEPS = 60
"""Overdue steps of one head: each is told to him, and to the head above him."""
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Yard:
    watch: Watch
    mail: MailServer
    environment: dict[str, str]

    @property
    def owner(self) -> Connection:
        return self.watch.cast.town.owner

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        """One worker process; killed at the end, if it lives still."""
        command = [sys.executable, "-m", "gateway.commands", "work"]
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()

    async def count(self, sql: str) -> int:
        found: int = await self.owner.fetchval(f"select count(*) from congtam.{sql}")
        return found


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as found:
        yield found


@pytest_asyncio.fixture
async def yard(
    make_database: MakeDatabase, server: Running, mail: MailServer
) -> AsyncIterator[Yard]:
    """Sixty overdue steps of the chief; he and the chair, one level up, have addresses."""
    access = await make_database()
    owner = await access.owner.connect()
    await speak_json(owner)
    name = await owner.fetchval("select current_database()")
    async with PgDatabase(access, reading=1, writing=1) as database:
        watch = Watch(await build(await build_town(database, owner)))
        for head in ("chief", "chair"):
            await watch.address(head, f"{head}@commune.example")
        await owner.execute(
            "insert into congtam.duty"
            " (id, kind, agency_id, unit_id, subject_id, period, due_on, opened_at)"
            " select gen_random_uuid(), 'accept_delivery', $1, $2, gen_random_uuid(),"
            " '2026-01-01', '2026-01-15', '2026-01-08' from generate_series(1, $3)",
            watch.cast.town.agencies["commune"],
            watch.cast.town.units["office"],
            STEPS,
        )
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("CONGTAM_")},
            "DATABASE_URL": on_database(server.url, name),
            "CONGTAM_SMTP_HOST": HOST,
            "CONGTAM_SMTP_PORT": str(mail.port),
            "CONGTAM_SMTP_SECURITY": "none",
            "CONGTAM_MAIL_FROM": SENDER,
            "CONGTAM_LOG_LEVEL": "ERROR",
        }
        yield Yard(watch, mail, environment)
    await owner.close()


async def until(condition: Callable[[], Awaitable[Any]], seconds: float = 60.0) -> None:
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.01)


OURS = "duty_id in (select id from congtam.duty where period = '2026-01-01')"


async def told(yard: Yard) -> Counter[tuple[str, str]]:
    """What was told about the sixty steps, and to whom."""
    rows = await yard.owner.fetch(f"select kind, person_id from congtam.notice where {OURS}")
    return Counter((row["kind"], yard.watch.name(row["person_id"])) for row in rows)


ONCE = Counter({("overdue", "chief"): STEPS, ("escalated", "chair"): STEPS})


async def test_in_the_middle_of_a_sweep_leaves_nothing_half_done(
    yard: Yard, server: Running
) -> None:
    administrator = await server.administrator()
    name = await yard.owner.fetchval("select current_database()")
    holding = yard.owner.transaction()
    await holding.start()
    await yard.owner.execute("select from congtam.duty where period = '2026-01-01' for update")

    async def sweeping() -> bool:
        waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = $1"
        return bool(await administrator.fetchval(waits, name))

    with yard.worker() as worker:
        await until(sweeping)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    await administrator.close()
    await holding.rollback()
    # What it had written before it came to the rows that were held is gone with it.
    assert await yard.count("duty where period <> '2026-01-01'") == 0
    assert await yard.count("notice") == 0
    with yard.worker():
        await until(lambda: _all_told(yard))
    assert await told(yard) == ONCE
    escalated = await yard.count("duty where period = '2026-01-01' and escalated_at is not null")
    assert escalated == STEPS
    assert await yard.count(f"breach where {OURS}") == STEPS


@pytest.mark.parametrize("pipelining", [False, True], ids=["step by step", "in one breath"])
async def test_in_the_middle_of_the_mail_sends_no_letter_twice(
    yard: Yard, pipelining: bool
) -> None:
    """Three workers are killed, one after the other, while letters go out; the fourth ends it."""
    yard.mail.pipelining = pipelining
    killed_at = []
    for enough in (10, 40, 70):

        async def sent(enough: int = enough) -> bool:
            return len(yard.mail.taken) >= enough

        with yard.worker() as worker:
            await until(sent)
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        killed_at.append(len(yard.mail.taken))
        # The lease of what it had claimed is over.
        await yard.owner.execute(
            "update congtam.mail set not_before = now() - interval '1 second'"
            " where state in ('claimed', 'handing_over')"
        )
    letters = await yard.count("mail")
    assert killed_at[0] < letters, "the first worker was killed before it was done"
    with yard.worker():
        await until(lambda: _nothing_waits(yard))
    taken = Counter(str(each["Message-ID"]) for each in yard.mail.taken)
    assert set(taken.values()) == {1}, "no letter is sent twice"
    rows = await yard.owner.fetch("select id, state from congtam.mail")
    states = {message_id(row["id"], SENDER): row["state"] for row in rows}
    lost = set(states) - set(taken)
    assert {states[each] for each in taken} <= {"sent", "unknown"}
    assert {states[each] for each in lost} <= {"unknown"}, "what was not sent is known to be so"
    unknown = [each for each, state in states.items() if state == "unknown"]
    assert len(unknown) <= 3 * outbox.LINES, "only what was just being handed over"
    assert await told(yard) == ONCE


async def _all_told(yard: Yard) -> bool:
    return await told(yard) == ONCE


async def _nothing_waits(yard: Yard) -> bool:
    return await yard.count("mail where state in ('waiting', 'claimed', 'handing_over')") == 0


async def test_stops_in_order_when_it_is_asked_to(yard: Yard) -> None:
    with yard.worker() as worker:
        await until(lambda: _all_told(yard))
        worker.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            while worker.poll() is None:
                await asyncio.sleep(0.05)
    assert worker.returncode == 0
    left = await yard.owner.fetchval("select count(*) from congtam_jobs.procrastinate_workers")
    assert left == 0
