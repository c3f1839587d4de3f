"""The fourth step of a deed: save, unless somebody saved before."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Select, Table, Update, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import Range

from resolvers.core.database import Row, Transaction
from resolvers.core.days import ending
from resolvers.core.errors import NotFound, StaleVersion
from resolvers.core.ids import new_id


@cache
def adding(table: Table) -> Insert:
    """The insert of a row; the values named when it runs are the columns set."""
    return insert(table)


async def add(tx: Transaction, table: Table, **values: Any) -> UUID:
    """Insert a row with a fresh id; the id. Raises Violated."""
    id = new_id()
    await tx.run(adding(table), id=id, **values)
    return id


async def end(tx: Transaction, table: Table, of: Mapping[str, Any], day: date) -> None:
    """End on `day` the dated rows whose columns are as in `of`; see `days.ending`."""
    same = {f"by_{name}": value for name, value in of.items()}
    await tx.run(ending(table, *of), day=day, **same)


async def succeed(
    tx: Transaction, table: Table, of: Mapping[str, Any], during: Range[date], **values: Any
) -> UUID:
    """Add a dated row, and end where it begins what held for the same `of`; the new row's id."""
    if during.lower is not None:
        await end(tx, table, of, during.lower)
    return await add(tx, table, during=during, **of, **values)


async def save(tx: Transaction, table: Table, id: UUID, version: int, **values: Any) -> None:
    """Change a row that still has `version`, and raise it by one; raises StaleVersion, NotFound."""
    if await tx.run(_guarded(table), by_id=id, seen_version=version, **values):
        return
    current = await tx.value(_current(table), by_id=id)
    if current is None:
        raise NotFound(id=id)
    raise StaleVersion(current=current, field="version")


def demand_version(found: Row, version: int) -> None:
    """Raises StaleVersion where somebody saved a held row since the caller looked."""
    if found["version"] != version:
        raise StaleVersion(current=found["version"], field="version")


def raised(table: Table) -> dict[str, Any]:
    """What an update of rows sets beside its own values: the next version, where they have one."""
    return {"version": table.c.version + 1} if "version" in table.c else {}


@cache
def _guarded(table: Table) -> Update:
    held = (table.c.id == bindparam("by_id"), table.c.version == bindparam("seen_version"))
    return update(table).where(*held).values(raised(table))


@cache
def _current(table: Table) -> Select[Any]:
    return select(table.c.version).where(table.c.id == bindparam("by_id"))
