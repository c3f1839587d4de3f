"""What a row names as allowed, and what would be done: the two are compared for every person."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.codes import Code
from resolvers.core.errors import Refusal
from resolvers.core.seeing import needed, shown
from tests.resolvers.cast import Cast

TOLD_BY_POLICIES = {code.value for code in Code} | {"NOT_FOUND"}
Deeds = Mapping[str, tuple[Callable[..., Awaitable[Any]], Mapping[str, Any]]]
"""By the action that guards it: a deed, and arguments that nothing but a policy refuses."""


class _Undo(Exception):
    """Ends a transaction without saving."""


async def named(
    cast: Cast,
    who: str,
    day: date,
    id: UUID,
    *,
    table: Table,
    needs: Sequence[Any],
    allowed: Callable[..., list[list[str]]],
) -> set[str] | None:
    """The actions that a row names for a person; None where it is hidden from him."""
    columns = [table.c[each] if isinstance(each, str) else each for each in needs]
    question = select(*columns).where(
        table.c.id == bindparam("id", type_=UuidType(as_uuid=True)), shown(table)
    )
    request = await cast.request(who, day)
    known = {**needed(table, request.reach), "id": id, "today": day}
    binds = {name: known[name] for name in question.compile().params}
    async with cast.town.database.reading() as tx:
        rows = await tx.rows(question, **binds)
    if not rows:
        return None
    (said,) = allowed(request, [tuple(rows[0].values())])
    return set(said)


async def done(cast: Cast, who: str, day: date, deeds: Deeds) -> set[str]:
    """The actions whose deed no policy refuses the person; nothing of them is kept."""
    found, codes = set(), set()
    request = await cast.request(who, day)
    for action, (deed, arguments) in deeds.items():
        try:
            async with cast.town.deed(request.reach) as tx:
                await deed(tx, request, **arguments)
                raise _Undo
        except _Undo:
            found.add(action)
        except Refusal as refused:
            codes.add(refused.code)
    assert codes <= TOLD_BY_POLICIES
    return found
