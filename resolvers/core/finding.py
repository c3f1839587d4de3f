"""The first step of a deed, where a row that is absent or hidden ends it."""

from uuid import UUID

from sqlalchemy import Table

from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound
from resolvers.core.request import Request
from resolvers.core.seeing import locked, seen


async def find(tx: Transaction, request: Request, table: Table, id: UUID) -> Row:
    """The row that the person may see; raises NotFound."""
    return _present(await seen(tx, request.reach, table, id), id)


async def hold(tx: Transaction, request: Request, table: Table, id: UUID) -> Row:
    """As `find`, and held against other writers until the deed ends."""
    return _present(await locked(tx, request.reach, table, id), id)


def _present(row: Row | None, id: UUID) -> Row:
    if row is None:
        raise NotFound(id=id)
    return row
