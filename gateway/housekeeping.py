"""What the server does by itself now and then: ended sessions go, the trail of acts is sealed."""

import asyncio
import logging

from gateway.clock import Clock
from gateway.database import PgDatabase
from gateway.identity import FrontDoor
from resolvers.audit import seal
from resolvers.core.request import Request
from resolvers.people import reach_of_operator

EVERY = 600.0
"""Seconds between two rounds."""

_log = logging.getLogger(__name__)


async def keep_house(database: PgDatabase, identity: FrontDoor, clock: Clock) -> None:
    """Go on until cancelled; a round that fails is logged, and the next one tries again."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            await identity.sweep()
            await seal_settled(database, clock)
        except Exception:
            _log.exception("housekeeping failed")


async def seal_settled(database: PgDatabase, clock: Clock) -> int:
    """Seal every leaf that is settled; how many were sealed."""
    now = clock()
    async with database.reading() as tx:
        reach = await reach_of_operator(tx, now.date())
    request = Request(reach, now, now.date(), channel="worker")
    sealed = 0
    while True:
        async with database.writing(reach) as tx:
            done = await seal(tx, request)
        sealed += done
        if not done:
            return sealed
