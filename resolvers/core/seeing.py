"""The first step of a deed: read one row that the person may see, and hold it."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, Table, bindparam, select, true
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.sql import visitors

from authz.reach import Reach
from resolvers.core.database import Row, Transaction
from resolvers.core.visibility import Public, visibility


def shown(table: Table) -> Any:
    """The table's visibility as a WHERE clause."""
    predicate = visibility(table)
    return true() if isinstance(predicate, Public) else predicate


@cache
def one(table: Table, *, lock: bool) -> Select[Any]:
    """The row with `:id`, if the reach shows it; locked against other writers when asked.

    No deed changes a key, so rows that refer to this one may be written beside it: whoever holds a
    unit must not wait for whoever records something in it, or both could wait forever.
    """
    found = select(table).where(
        table.c.id == bindparam("id", type_=UuidType(as_uuid=True)), shown(table)
    )
    return found.with_for_update(of=table, key_share=True) if lock else found


async def seen(tx: Transaction, reach: Reach, table: Table, id: UUID) -> Row | None:
    """The row, or None where it is absent or hidden: the two look alike."""
    return await tx.row(one(table, lock=False), id=id, **needed(table, reach))


async def locked(tx: Transaction, reach: Reach, table: Table, id: UUID) -> Row | None:
    """As `seen`, and held until the transaction ends."""
    return await tx.row(one(table, lock=True), id=id, **needed(table, reach))


@cache
def _names(table: Table) -> frozenset[str]:
    return frozenset(
        element.key
        for element in visitors.iterate(shown(table))
        if isinstance(element, BindParameter)
    )


def needed(table: Table, reach: Reach) -> dict[str, object]:
    """The reach's bind values that this table's predicate mentions."""
    return {name: value for name, value in reach.binds().items() if name in _names(table)}
