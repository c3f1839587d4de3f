"""Alembic's environment: online through the owner's login, offline as SQL text (`--sql`)."""

import asyncio
import os

import asyncpg
from alembic import context
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from gateway.postgres.contents import all_tables
from gateway.postgres.roles import OWNER, Login
from infra.migrations.comparing import OPTIONS, options

given: Login | None = context.config.attributes.get("owner")
"""The login that the program gave: then there is nothing to compare, only scripts to run."""


def owner() -> Login:
    """That login, or DATABASE_URL with the owner's role taken on."""
    if given is not None:
        return given
    try:
        return Login(os.environ["DATABASE_URL"], OWNER)
    except KeyError:
        raise SystemExit("set DATABASE_URL=postgresql://user:password@host:port/database") from None


def run(connection: Connection) -> None:
    tables = None if given else all_tables()
    context.configure(connection=connection, target_metadata=tables, **options(connection))
    with context.begin_transaction():
        context.run_migrations()


async def online() -> None:
    async def connect() -> asyncpg.Connection:
        return await owner().connect(server_settings={"application_name": "congtam migrating"})

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect, poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


def offline() -> None:
    context.configure(dialect_name="postgresql", literal_binds=True, **OPTIONS)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    offline()
else:
    asyncio.run(online())
