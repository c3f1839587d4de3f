"""A measure for some days ends before its last one: its posts and roles follow on that day.

What was held before goes on from then; past days stay as they were, and so do the sheets of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Table, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import until_day
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.request import Request
from resolvers.core.writing import add, save
from resolvers.people.decided import tell_changed
from resolvers.people.files import follow
from resolvers.people.losing_roles import tell_role
from resolvers.people.posts import leave
from resolvers.people.tables import mandate, posting
from resolvers.people.taking_back import EffectChanged, days_in, days_told

_ALIKE: Mapping[Table, Sequence[str]] = {
    posting: ("person_id", "agency_id", "unit_id", "position_id", "office", "mode", "main"),
    mandate: ("person_id", "agency_id", "unit_id", "kind"),
}
"""What a row that goes on has in common with the one that was cut short."""
_ALSO = {posting: ("decision_no",), mandate: ("granted_by",)}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a decision wrote for the days from `begins` until before `until`."""

    person: UUID
    begins: date
    until: date
    changed: Sequence[Mapping[str, Any]]
    """As `taking_back.changes` told it."""
    agencies: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class _Written:
    """A row as the decision left it, held."""

    row: Row
    before: Range[date] | None
    """The days that it had before the decision; None where the decision made it."""


async def end_measure_early(
    tx: Transaction, request: Request, decision: Decision, measure: Measure, ends: date
) -> None:
    """End a measure on a day within it; whoever it concerned is back in what he held.

    For a decision that the policies have allowed. Raises EffectChanged where something of it was
    changed since, or somebody else has the post by now.
    """
    for agency in measure.agencies:
        await let_through(tx, agency)
    try:
        async with tx.savepoint():
            posts = await _written(tx, posting, measure)
            over = await _shorten(tx, posting, posts, measure, ends)
            back = await _go_on(tx, posting, posts, measure, ends)
            await _give_roles(tx, request, decision, measure, ends)
            # With the post that he is back in, so that he keeps what he holds beside it.
            for row in over:
                await leave(tx, row, ends)
    except Violated:
        raise EffectChanged() from None
    for row in back:
        if row["main"] and ends <= request.today:
            await follow(tx, measure.person, row["agency_id"])
    for row in (*over, *back):
        await tell_changed(
            tx, request, decision, row, {"held_again" if row in back else "ends": ends}
        )


async def _give_roles(
    tx: Transaction, request: Request, decision: Decision, measure: Measure, ends: date
) -> None:
    """Give back what a suspension took, also what other agencies had given him."""
    roles = await _written(tx, mandate, measure)
    for agency in {each.row["agency_id"] for each in roles}:
        await let_through(tx, agency)
    for role in await _go_on(tx, mandate, roles, measure, ends):
        await tell_role(tx, request, decision, role, {"again": ends}, deed="grant_mandate")


async def _written(tx: Transaction, table: Table, measure: Measure) -> list[_Written]:
    """The rows of a table that the decision wrote; raises EffectChanged."""
    told = {UUID(each["id"]): each for each in measure.changed if each["table"] == table.name}
    async with as_seen_by(tx, measure.person):
        rows = await tx.rows(_held(table), ids=list(told))
    if any(days_told(row["during"]) != told[row["id"]]["left"] for row in rows):
        raise EffectChanged()
    before = {id: each["before"] for id, each in told.items()}
    return [
        _Written(row, None if before[row["id"]] is None else days_in(before[row["id"]]))
        for row in rows
    ]


@cache
def _held(table: Table) -> Select[Any]:
    ids = bindparam("ids", type_=ARRAY(UuidType(as_uuid=True)))
    found = select(table).where(table.c.id == ids.any_()).order_by(table.c.id)
    return found.with_for_update(key_share=True)


async def _shorten(
    tx: Transaction, table: Table, written: Sequence[_Written], measure: Measure, ends: date
) -> list[Row]:
    """End what the decision made for the days of the measure alone; those rows."""
    rows = [
        each.row
        for each in written
        if each.before is None and each.row["during"].lower == measure.begins
    ]
    for row in rows:
        during = until_day(row["during"], ends)
        await save(tx, table, row["id"], row["version"], during=during)
    return rows


async def _go_on(
    tx: Transaction, table: Table, written: Sequence[_Written], measure: Measure, ends: date
) -> list[Row]:
    """Let what was cut short go on from `ends` instead of after the measure; as it was held."""
    again = [
        each.row
        for each in written
        if each.before is None and not each.row["during"].isempty
        if each.row["during"].lower >= measure.until
    ]
    back = []
    for each in written:
        if each.before is None or each.before.isempty:
            continue
        upper = each.before.upper
        if upper is not None and upper <= ends:
            continue
        during = Range(max(ends, each.before.lower or ends), upper, bounds="[)")
        row = next((later for later in again if _alike(table, later, each.row)), None)
        if row is not None:
            again.remove(row)
            await save(tx, table, row["id"], row["version"], during=during)
        elif upper is not None and upper <= measure.until:
            # It would have ended within the measure, so that nothing was to come after it.
            names = (*_ALIKE[table], *_ALSO[table])
            await add(tx, table, **{name: each.row[name] for name in names}, during=during)
        else:
            continue
        back.append(each.row)
    return back


def _alike(table: Table, one: Row, other: Row) -> bool:
    return all(one[name] == other[name] for name in _ALIKE[table])
