"""Migrations: run them, or tell whether the database is at the newest. Scripts are in infra."""

import asyncio
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Select, column, select, table

from gateway.failure import Failure
from gateway.postgres.roles import Login
from resolvers.core.database import Transaction
from resolvers.core.tables import SCHEMA

SCRIPTS = Path(__file__).parents[2] / "infra" / "alembic.ini"
_REVISION: Select[tuple[str]] = select(column("version_num")).select_from(
    table("alembic_version", schema=SCHEMA)
)


class NotMigrated(Failure):
    """The database is at another revision than this program needs."""


async def migrate(owner: Login, revision: str = "head") -> None:
    """Bring the database to `revision`, in one transaction, waiting seconds at most for a lock.

    Raises what the database raises; then nothing is changed.
    """
    await asyncio.to_thread(command.upgrade, _configuration(owner), revision)


@cache
def newest() -> str:
    """The revision that this program needs."""
    found = ScriptDirectory.from_config(_configuration(None)).get_current_head()
    if found is None:
        raise NotMigrated(f"no migrations beside {SCRIPTS}")
    return found


async def demand_newest(tx: Transaction) -> None:
    """Raises NotMigrated unless the database is at the revision that this program needs."""
    found = await tx.value(_REVISION)
    if found != newest():
        raise NotMigrated(f"the database is at {found}, {newest()} is needed: run congtam migrate")


def _configuration(owner: Login | None) -> Config:
    configuration = Config(SCRIPTS)
    configuration.attributes["owner"] = owner
    return configuration
