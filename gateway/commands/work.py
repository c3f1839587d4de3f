"""`congtam work`: the program's jobs in a process of their own."""

import asyncio
import signal
from contextlib import suppress

import click
import uvloop

from gateway.clock import clock
from gateway.jobs import Workshop, work_on
from gateway.opening import demand_migrated, opened_server, pooled
from gateway.settings import Settings, load
from gateway.telemetry import start_logging


@click.command()
def work() -> None:
    """Send reminders and mail, seal the trail and so on, until Ctrl-C.

    The server does this by itself unless CONGTAM_SERVE_JOBS is false. Several workers share the
    work; each job is done by one of them.
    """
    settings = load()
    start_logging(settings)
    with suppress(asyncio.CancelledError):
        uvloop.run(_work(settings))


async def _work(settings: Settings) -> None:
    async with (
        opened_server(settings) as access,
        pooled(access, settings, pool=settings.pool_size) as database,
    ):
        await demand_migrated(database)
        worker = asyncio.create_task(work_on(Workshop(database, access, settings, clock)))
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, worker.cancel)
        await worker
