"""One deed done to many rows in one request: an outcome for each, or all of them or none."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from resolvers.core.database import Transaction
from resolvers.core.deed import Deed
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.request import Request

MOST_ROWS = 100


class UndoneWithTheRest(Refusal):
    """This row was in order, but nothing is saved because another row was refused."""

    code = "UNDONE_WITH_THE_REST"
    vi = "Dòng này hợp lệ nhưng không được lưu vì có dòng khác bị từ chối."


class _Undo(Exception):
    """Takes the whole savepoint back; never leaves this module."""


def demand_few(rows: Sequence[object]) -> None:
    """Raises InvalidInput for no row, and for more than one request may bring."""
    if not 1 <= len(rows) <= MOST_ROWS:
        raise InvalidInput(what="rows", allowed=f"1–{MOST_ROWS} rows", field="rows")


async def each(
    tx: Transaction,
    request: Request,
    deed: Deed,
    rows: Sequence[Mapping[str, Any]],
    *,
    all_or_nothing: bool,
) -> list[UUID | Refusal]:
    """Run `deed` with each row's arguments; its id or its refusal, in the order of the rows.

    With `all_or_nothing` one refusal undoes every row, and the others say so. Raises InvalidInput.
    """
    demand_few(rows)
    outcomes: list[UUID | Refusal] = []
    try:
        async with tx.savepoint():
            for row in rows:
                outcomes.append(await _one(tx, request, deed, row))
            if all_or_nothing and any(isinstance(each, Refusal) for each in outcomes):
                raise _Undo
    except _Undo:
        return [one if isinstance(one, Refusal) else UndoneWithTheRest() for one in outcomes]
    return outcomes


async def _one(
    tx: Transaction, request: Request, deed: Deed, row: Mapping[str, Any]
) -> UUID | Refusal:
    try:
        async with tx.savepoint():
            done: UUID = await deed(tx, request, **row)
            return done
    except Refusal as refused:
        return refused
