"""`congtam serve`: the server, on the embedded database or the one that DATABASE_URL names."""

import asyncio
from typing import Any

import click
import uvicorn

from gateway.app import from_environment
from gateway.opening import demand_migrated, opened_database
from gateway.settings import Settings, load
from gateway.telemetry import start_logging


@click.command()
def serve() -> None:
    """Serve the API and the portals until Ctrl-C; the database must have been migrated."""
    settings = load()
    start_logging(settings)
    asyncio.run(_demand_migrated(settings))
    factory = f"{from_environment.__module__}:{from_environment.__name__}"
    uvicorn.run(factory, factory=True, workers=settings.workers, **options(settings))


async def _demand_migrated(settings: Settings) -> None:
    """Asked before there is a server, so that the answer is one line."""
    async with opened_database(settings) as database:
        await demand_migrated(database)


def options(settings: Settings) -> dict[str, Any]:
    """What every way of serving tells uvicorn."""
    return {
        "host": settings.host,
        "port": settings.port,
        "loop": "uvloop",
        "http": "httptools",
        "ws": "none",
        "lifespan": "on",
        "access_log": False,
        "server_header": False,
        "proxy_headers": bool(settings.trusted_proxies),
        "forwarded_allow_ips": list(settings.trusted_proxies),
        # The program's own logging stands already.
        "log_config": None,
        "timeout_graceful_shutdown": 10,
    }
