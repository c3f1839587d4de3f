"""Migrations: run them, or tell whether the database is at the newest. Scripts are in infra."""

import asyncio
from functools import cache
from pathlib import Path

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
    await asyncio.to_thread(_upgrade, owner, revision)


@cache
def newest() -> str:
    """The revision that this program needs: the scripts are a chain, this its highest number."""
    found = sorted(path.name for path in (SCRIPTS.parent / "migrations").glob("versions/*_*.py"))
    if not found:
        raise NotMigrated(f"no migrations beside {SCRIPTS}")
    return found[-1].partition("_")[0]


async def demand_newest(tx: Transaction) -> None:
    """Raises NotMigrated unless the database is at the revision that this program needs."""
    found = await tx.value(_REVISION)
    if found != newest():
        raise NotMigrated(f"the database is at {found}, {newest()} is needed: run congtam migrate")


def _upgrade(owner: Login, revision: str) -> None:
    # A server that finds its database migrated never loads what migrates.
    from alembic import command
    from alembic.config import Config

    configuration = Config(SCRIPTS)
    configuration.attributes["owner"] = owner
    command.upgrade(configuration, revision)
