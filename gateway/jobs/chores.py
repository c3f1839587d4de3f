"""The jobs themselves: each reads the clock once, and does what the command line might do too."""

import logging
from dataclasses import dataclass
from datetime import date, timedelta

from gateway.clock import Clock
from gateway.database import PgDatabase
from gateway.identity import end_sessions
from gateway.mail import relay_of, send_waiting
from gateway.postgres import Access, add_years
from gateway.settings import Settings
from resolvers.audit import seal
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.duties import sweep_duties
from resolvers.insight import closed_lately, look_for_signals
from resolvers.people import reach_of_operator

LOOKED_BACK = timedelta(days=3)
"""So long a closed period is looked at each night: a worker may have been away."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the jobs work with."""

    database: PgDatabase
    access: Access
    settings: Settings
    clock: Clock


async def sweep(shop: Workshop) -> bool:
    """Bring the heads' duties to this moment; whether anybody was told anything."""
    request = await _request(shop.database, shop.clock)
    async with shop.database.writing(request.reach) as tx:
        swept = await sweep_duties(tx, request)
    if swept.unknown_years:
        years = ", ".join(map(str, swept.unknown_years))
        _log.error("no holidays are laid down for %s: what is due then waits", years)
    return swept.notices > 0


async def look(shop: Workshop) -> bool:
    """Look for signals in every period of which a unit was closed lately; nobody is told."""
    request = await _request(shop.database, shop.clock)
    async with shop.database.reading() as tx:
        wanted = await closed_lately(tx, request.now - LOOKED_BACK)
    for agency, period in wanted:
        try:
            async with shop.database.writing(request.reach) as tx:
                await look_for_signals(tx, request, agency=agency, period=period)
        except Refusal as refusal:
            _log.error("no signals of agency %s, %s: %s", agency, period, refusal.message("en"))
    return False


async def send_mail(shop: Workshop) -> bool:
    """Send what waits in the outbox."""
    inbox = shop.settings.public_url
    sent = await send_waiting(shop.database, relay_of(shop.settings), shop.clock, inbox)
    return sent.sent > 0


async def seal_audit(shop: Workshop) -> bool:
    """Seal the acts that are settled."""
    return await seal_settled(shop.database, shop.clock) > 0


async def tidy_sessions(shop: Workshop) -> bool:
    """Remove portal sessions, sign-ins and spent tokens that time has ended."""
    return await end_sessions(shop.database, shop.clock()) > 0


async def make_room(shop: Workshop) -> bool:
    """Make the yearly parts of the years to come, where they are missing."""
    await add_years(shop.access.worker, _today(shop.clock).year)
    return False


async def seal_settled(database: PgDatabase, clock: Clock) -> int:
    """Seal every leaf that is settled; how many were sealed."""
    request = await _request(database, clock)
    sealed = 0
    while True:
        async with database.writing(request.reach) as tx:
            done = await seal(tx, request)
        sealed += done
        if not done:
            return sealed


async def _request(database: PgDatabase, clock: Clock) -> Request:
    now = clock()
    async with database.reading() as tx:
        reach = await reach_of_operator(tx, now.date())
    return Request(reach, now, now.date(), channel="worker")


def _today(clock: Clock) -> date:
    return clock().date()
