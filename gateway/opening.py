"""Opening the database that the settings name, for the server and for every command."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select

from gateway.database import PgDatabase
from gateway.postgres import Access, NotMigrated, Server, demand_newest, prepared_server
from gateway.settings import Settings
from resolvers.core.tables import SCHEMA

_BEGUN = select(func.has_schema_privilege(SCHEMA, "usage"))
"""The first migration lets the roles into the schema; before it there is nothing to read."""


@asynccontextmanager
async def opened_server(settings: Settings) -> AsyncIterator[Access]:
    """The logins on the embedded server, or on the one that DATABASE_URL names."""
    url = settings.database_url.get_secret_value() if settings.database_url else None
    async with prepared_server(url, Server(settings.data / "postgres")) as access:
        yield access


def pooled(access: Access, settings: Settings, *, pool: int = 2) -> PgDatabase:
    """The database with at most `pool` connections for reading and as many for deeds.

    Half as many again stand under the Party's roles, where that module is configured.
    """
    return PgDatabase(
        access,
        reading=pool,
        writing=pool,
        party=-(-pool // 2) if settings.party_module else 0,
        statement_timeout=float(settings.statement_timeout),
    )


@asynccontextmanager
async def opened_database(settings: Settings, *, pool: int = 2) -> AsyncIterator[PgDatabase]:
    """Both: the server, and the database on it."""
    async with (
        opened_server(settings) as access,
        pooled(access, settings, pool=pool) as database,
    ):
        yield database


async def demand_migrated(database: PgDatabase) -> None:
    """Raises NotMigrated unless the tables are those that this program knows."""
    async with database.reading() as tx:
        if not await tx.value(_BEGUN):
            raise NotMigrated("the database is empty: run congtam migrate")
        await demand_newest(tx)
