"""Opening the database that the settings name, for the server and for every command."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gateway.database import PgDatabase
from gateway.postgres import Access, Server, prepared_server
from gateway.settings import Settings


@asynccontextmanager
async def opened_server(settings: Settings) -> AsyncIterator[Access]:
    """The logins on the embedded server, or on the one that DATABASE_URL names."""
    url = settings.database_url.get_secret_value() if settings.database_url else None
    async with prepared_server(url, Server(settings.data / "postgres")) as access:
        yield access


@asynccontextmanager
async def opened_database(settings: Settings, *, pool: int = 2) -> AsyncIterator[PgDatabase]:
    """The database with at most `pool` connections for reading and as many for deeds."""
    async with opened_server(settings) as access:
        timeout = float(settings.statement_timeout)
        async with PgDatabase(
            access, reading=pool, writing=pool, statement_timeout=timeout
        ) as database:
            yield database
