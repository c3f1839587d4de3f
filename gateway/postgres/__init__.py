"""PostgreSQL: the embedded server and its supervisor, the roles, connections, statements."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gateway.postgres.cluster import CannotStart
from gateway.postgres.loading import copy_in
from gateway.postgres.migrations import NotMigrated, demand_newest, migrate
from gateway.postgres.pool import speak_json
from gateway.postgres.roles import Access, Login, NotPrepared, prepare
from gateway.postgres.server import Server
from gateway.postgres.years import add_years

__all__ = [
    "Access",
    "CannotStart",
    "Login",
    "NotMigrated",
    "NotPrepared",
    "Server",
    "add_years",
    "copy_in",
    "demand_newest",
    "migrate",
    "prepare",
    "prepared_server",
    "speak_json",
]

WATCH_SECONDS = 1.0

_log = logging.getLogger(__name__)


@asynccontextmanager
async def prepared_server(url: str | None, embedded: Server) -> AsyncIterator[Access]:
    """The logins on the server that DATABASE_URL names, or where it names none on the embedded one.

    The embedded one is kept alive, left at the end, and shut down unless another process uses it.
    Raises NotPrepared, CannotStart and the other failures of a start, each with one clear line.
    """
    if url is not None:
        yield await prepare(url)
        return
    with embedded:
        access = await prepare(embedded.url, embedded.passwords)
        keeper = asyncio.create_task(_keep(embedded))
        try:
            yield access
        finally:
            keeper.cancel()
            await asyncio.wait([keeper])


async def _keep(server: Server) -> None:
    """Start the server again whenever something has killed it."""
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        try:
            if await asyncio.to_thread(server.revive):
                _log.warning("the embedded database was gone and has been started again")
        except CannotStart as problem:
            _log.error("the embedded database is gone: %s", problem)
