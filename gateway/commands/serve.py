"""`congtam serve`: the server, on the embedded database or the one that DATABASE_URL names."""

from typing import Any

import click
import uvicorn

from gateway.app import from_environment
from gateway.settings import Settings, load
from gateway.telemetry import start_logging


@click.command()
def serve() -> None:
    """Serve the API and the portals until Ctrl-C; the database must have been migrated."""
    settings = load()
    start_logging(settings)
    factory = f"{from_environment.__module__}:{from_environment.__name__}"
    uvicorn.run(factory, factory=True, workers=settings.workers, **options(settings))


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
        # The program's own logging stands already.
        "log_config": None,
        "timeout_graceful_shutdown": 10,
    }
