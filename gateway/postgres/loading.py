"""COPY: millions of rows in minutes, for benches and first loads. Only constraints check them."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table

from gateway.postgres.failures import fail
from gateway.postgres.roles import Connection


async def copy_in(
    owner: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> int:
    """Copy `rows`, whose values stand in the order of `columns`; how many there were.

    Needs a connection as the owner, whom the row fence does not stop. Raises Violated, Unavailable.
    """
    try:
        status = await owner.copy_records_to_table(
            table.name, schema_name=table.schema, columns=columns, records=rows
        )
    except Exception as problem:
        fail(problem, owner)
    return int(status.rpartition(" ")[2])
