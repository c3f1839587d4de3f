"""The queue: which job is done when, and procrastinate's App on our own login."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Status

from gateway.jobs import chores
from gateway.jobs.chores import Workshop
from gateway.postgres.roles import Login

SCHEMA = "congtam_jobs"
"""Where the queue's tables are; procrastinate writes their names without it."""
CONNECTIONS = 3
PATIENCE = 10.0
"""Seconds that the queue waits for a connection."""
KEPT_HOURS = 7 * 24
"""So long a job that failed can be looked at."""


@dataclass(frozen=True, slots=True)
class Job:
    """One job; `cron` is in UTC. `then` is what follows at once if it answers yes."""

    name: str
    cron: str
    do: Callable[[Workshop], Awaitable[bool]]
    then: str | None = None


JOBS = (
    Job("sweep_duties", "*/10 * * * *", chores.sweep, then="send_mail"),
    Job("look_for_signals", "20 19 * * *", chores.look),
    Job("send_mail", "* * * * *", chores.send_mail),
    Job("seal_audit", "*/10 * * * *", chores.seal_audit),
    Job("tidy_sessions", "*/10 * * * *", chores.tidy_sessions),
    Job("make_room", "7 * * * *", chores.make_room),
)


def queue(shop: Workshop) -> App:
    """The queue with every job, not opened yet."""
    app = App(connector=connector(shop.access.worker))
    for job in JOBS:
        _register(app, job, shop)
    _register_tidying(app)
    return app


def connector(login: Login) -> PsycopgConnector:
    """A few connections under the worker's login, in the queue's own schema."""
    options = f"-c search_path={SCHEMA}"
    if login.role is not None:
        options += f" -c role={login.role}"
    return PsycopgConnector(
        conninfo=login.url,
        kwargs={"options": options, "application_name": "congtam jobs", "connect_timeout": 5},
        min_size=1,
        max_size=CONNECTIONS,
        timeout=PATIENCE,
    )


def _register(app: App, job: Job, shop: Workshop) -> None:
    """Waiting once is enough: each job does all that there is to do."""

    @app.periodic(cron=job.cron)
    @app.task(name=job.name, queueing_lock=job.name)
    async def run(timestamp: int) -> None:
        if await job.do(shop) and job.then is not None:
            await defer(app, job.then, timestamp)


def _register_tidying(app: App) -> None:
    @app.periodic(cron="*/10 * * * *")
    @app.task(name="tidy_queue", queueing_lock="tidy_queue")
    async def run(timestamp: int) -> None:
        """What a dead worker was at is done by the next turn; old failures are forgotten."""
        manager = app.job_manager
        for stalled in await manager.get_stalled_jobs():
            await manager.finish_job(stalled, status=Status.FAILED, delete_job=True)
        await manager.delete_old_jobs(
            KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
        )


async def defer_all(app: App, now: datetime) -> None:
    """Have every job done soon."""
    for job in JOBS:
        await defer(app, job.name, int(now.timestamp()))


async def defer(app: App, name: str, timestamp: int) -> bool:
    """Have a job done soon; False where it waits already."""
    try:
        await app.tasks[name].defer_async(timestamp=timestamp)
    except AlreadyEnqueued:
        return False
    return True
