"""Many rows in one statement: thousands of cases are added and changed at a time."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Executable, Table, bindparam, column, func, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert

from resolvers.core.database import Row, Transaction
from resolvers.core.deed import plain

CHUNK = 2_000
"""Rows in one statement."""


@cache
def _records(table: Table, names: tuple[str, ...]) -> Any:
    """The rows of the bind `rows`, a list of JSON objects, with the types of the columns."""
    typed = [column(name, table.c[name].type) for name in names]
    found: Any = func.jsonb_to_recordset(bindparam("rows", type_=JSONB))
    return found.table_valued(*typed, name="told").render_derived(with_types=True)


@cache
def _adding(table: Table, names: tuple[str, ...]) -> Executable:
    told = _records(table, names)
    rows = select(*(told.c[name] for name in names))
    return insert(table).from_select(list(names), rows).on_conflict_do_nothing()


@cache
def _changing(table: Table, names: tuple[str, ...]) -> Executable:
    told = _records(table, names)
    values = {name: told.c[name] for name in names if name != "id"}
    return (
        update(table)
        .where(table.c.id == told.c.id)
        .values({**values, "version": table.c.version + 1})
    )


async def add_all(tx: Transaction, table: Table, rows: Sequence[Row]) -> int:
    """Insert rows that name the same columns; those that clash with one that stands are left out.

    How many were added.
    """
    return await _run(tx, _adding, table, rows)


async def change_all(tx: Transaction, table: Table, rows: Sequence[Row]) -> int:
    """Change the rows with these ids, and raise their versions; how many there were."""
    return await _run(tx, _changing, table, rows)


async def _run(tx: Transaction, making: Any, table: Table, rows: Sequence[Row]) -> int:
    if not rows:
        return 0
    statement = making(table, tuple(rows[0]))
    chunks = [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
    return sum([await tx.run(statement, rows=plain(chunk)) for chunk in chunks])
