"""A worker: takes jobs from the queue until it is told to stop, whatever the database does."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gateway.jobs.chores import Workshop
from gateway.jobs.schedule import defer_all, queue

AT_ONCE = 3
"""Jobs that one worker does at the same time: mail need not wait for a long sweep."""
PAUSE = 5.0
"""Seconds before a worker that lost the database tries again."""
GRACE = 5.0
"""Seconds that a job in hand has to end when the worker stops."""

_log = logging.getLogger(__name__)
# Its every turn would be a line: what fails is logged as an error.
logging.getLogger("procrastinate").setLevel(logging.WARNING)


async def work_on(shop: Workshop) -> None:
    """Do jobs until cancelled. The queue wakes the worker (LISTEN), or it looks every 5 seconds.

    Every job has a first turn at once: what another worker was at when it died is done now.
    """
    while True:
        try:
            async with queue(shop).open_async() as app:
                await defer_all(app, shop.clock())
                await app.run_worker_async(
                    concurrency=AT_ONCE,
                    install_signal_handlers=False,
                    delete_jobs="successful",
                    shutdown_graceful_timeout=GRACE,
                )
        except Exception:
            _log.exception("the queue of jobs cannot be reached")
        await asyncio.sleep(PAUSE)


@asynccontextmanager
async def working(shop: Workshop) -> AsyncIterator[None]:
    """A worker beside whatever else this process does; at the end it has stopped."""
    worker = asyncio.create_task(work_on(shop), name="jobs")
    try:
        yield
    finally:
        worker.cancel()
        await asyncio.wait([worker])
