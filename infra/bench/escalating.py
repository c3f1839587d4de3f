"""1,000 overdue steps: told to their heads and to the heads above, by notice and by letter, once.

The steps are laid out in the whole population, all of which a sweep looks at. Then the same again
by a worker process that is killed while its letters go out, and another one that ends the work:

python infra/bench/escalating.py HOME PORT      that worker, for the server on HOME
"""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as time_of_day
from pathlib import Path

import uvloop

from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from gateway.mail import RelaySettings, send_waiting
from gateway.postgres import Server, prepare
from infra.bench.cluster import Cluster
from infra.bench.mailbox import Mailbox, mailbox
from resolvers.core.request import Request
from resolvers.duties import Swept, sweep_duties
from resolvers.people import reach_of_operator
from tests.gateway.mail_server import HOST

STEPS = 1_000
DAY = date(2026, 11, 16)
"""October is closed and November's work is assigned."""
KILLED_AFTER = 500
"""Letters after which the worker is killed."""
ROOT = Path(__file__).parents[2]

_UNITS = "congtam.unit_placement where standing = 'direct_using'"
CLEAN = (
    "delete from congtam.mail",
    "delete from congtam.notice",
    "delete from congtam.breach",
    "delete from congtam.duty where kind = 'accept_delivery'",
    "delete from congtam.contact",
)
LAID_OUT = (
    "insert into congtam.contact (id, agency_id, person_id, email, during)"
    " select gen_random_uuid(), agency_id, person_id, 'head-' || person_id || '@bench.example',"
    " '[2026-01-01,)' from congtam.posting where office = 'head'",
    "insert into congtam.duty (id, kind, agency_id, unit_id, subject_id, period, due_on, opened_at)"
    " select gen_random_uuid(), 'accept_delivery', u.agency_id, u.id, gen_random_uuid(),"
    " '2026-11-01', '2026-11-13', '2026-11-06' from congtam.unit u"
    f" join (select distinct unit_id from {_UNITS}) p on p.unit_id = u.id"
    f" cross join generate_series(1, (select {STEPS} / count(*) + 1 from {_UNITS})) n"
    f" order by n, u.id limit {STEPS}",
)
LEASE_OVER = (
    "update congtam.mail set not_before = '2026-11-16 00:00+07'"
    " where state in ('claimed', 'handing_over')"
)


@dataclass(frozen=True, slots=True)
class Escalated:
    """What became of the overdue steps; times in seconds."""

    opened: int
    """Duties that the first sweep of a month put on the clock, of the whole population."""
    opening: float
    steps: int
    notices: int
    telling: float
    """The sweep that escalates."""
    letters: int
    sending: float
    killed: float
    """Both, by a worker that is killed in the middle and another one that ends it."""
    unknown: int
    """Letters of the killed worker of which nobody knows whether they left."""
    twice: int
    """Letters that went out more than once, in either run."""


def escalated(cluster: Cluster) -> Escalated:
    """Measure it on a running population, whose tables are left as they were."""
    try:
        with mailbox() as mail:
            opened, opening = _timed(cluster.home, None)
            _run(cluster, CLEAN + LAID_OUT)
            swept, telling = _timed(cluster.home, None)
            _, sending = _timed(cluster.home, mail.port)
            letters, twice = len(mail.taken()), _twice(mail)
            _demand(cluster, swept.escalated == STEPS, "not every step was escalated")
            _demand(cluster, letters == _count(cluster, "mail"), "not every letter was sent")
            mail.empty()
            _run(cluster, CLEAN + LAID_OUT)
            killed = _killed(cluster, mail)
            unknown = _count(cluster, "mail where state = 'unknown'")
            lost = _count(cluster, "mail where state <> 'sent' and state <> 'unknown'")
            _demand(cluster, lost == 0, "letters were left")
            return Escalated(
                opened=opened.opened,
                opening=opening,
                steps=swept.escalated,
                notices=swept.notices,
                telling=telling,
                letters=letters,
                sending=sending,
                killed=killed,
                unknown=unknown,
                twice=twice + _twice(mail),
            )
    finally:
        leaves = "delete from congtam.audit_leaf where deed = 'record_breach'"
        _run(cluster, (*CLEAN, "delete from congtam.duty", leaves))


def _timed(home: Path, port: int | None) -> tuple[Swept, float]:
    """One sweep, or with a mail server's `port` the letters; and how long it took."""

    async def work() -> tuple[Swept, float]:
        with Server(home / "postgres") as server:
            access = await prepare(server.url, server.passwords)
            async with PgDatabase(access, reading=2, writing=8, statement_timeout=600) as database:
                began = time.monotonic()
                swept = Swept()
                if port is None:
                    swept = await _sweep(database)
                else:
                    relay = RelaySettings(HOST, port, "none", "congtam@bench.example")
                    await send_waiting(database, relay, _now, "")
                return swept, time.monotonic() - began

    return uvloop.run(work())  # as `congtam work`


async def _sweep(database: PgDatabase) -> Swept:
    async with database.reading() as tx:
        reach = await reach_of_operator(tx, DAY)
    async with database.writing(reach) as tx:
        return await sweep_duties(tx, Request(reach, _now(), DAY, channel="worker"))


def _now() -> datetime:
    return datetime.combine(DAY, time_of_day(8), VIETNAM)


def _killed(cluster: Cluster, mail: Mailbox) -> float:
    """Two workers, the first of which is killed; the time that both worked."""
    command = [sys.executable, str(Path(__file__)), str(cluster.home), str(mail.port)]
    began = time.monotonic()
    first = subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    while len(mail.taken()) < KILLED_AFTER and first.poll() is None:
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    first.wait()
    spent = time.monotonic() - began
    _run(cluster, (LEASE_OVER,))
    began = time.monotonic()
    subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=True)
    return spent + time.monotonic() - began


def _twice(mail: Mailbox) -> int:
    taken = mail.taken()
    return len(taken) - len(set(taken))


def _count(cluster: Cluster, what: str) -> int:
    found: int = cluster.rows(f"select count(*) from congtam.{what}")[0][0]
    return found


def _run(cluster: Cluster, statements: tuple[str, ...]) -> None:
    for statement in statements:
        cluster.rows(statement)


def _demand(cluster: Cluster, holds: bool, otherwise: str) -> None:
    if not holds:
        told = cluster.rows("select state, count(*) from congtam.mail group by 1")
        raise AssertionError(f"{otherwise}: {[tuple(row) for row in told]}")


if __name__ == "__main__":
    _timed(Path(sys.argv[1]), None)
    _timed(Path(sys.argv[1]), int(sys.argv[2]))
