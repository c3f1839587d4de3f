"""Whoever comes to head the unit that scores him is scored by the next head up (art. 10.1).

What waits there for the head's judgement of him would wait for ever: he may not judge himself, nor
may anybody in his name. It goes up when a head takes his post, or in the hour in which one that
was recorded before begins.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Subquery,
    Table,
    Update,
    bindparam,
    column,
    func,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds
from resolvers.core.fence import as_seen_by
from resolvers.core.request import Request
from resolvers.core.writing import raised
from resolvers.organisation import answering_units
from resolvers.people.headship import routes_of
from resolvers.people.tables import posting

Passing = Callable[[Transaction, Request, Decision, Sequence[Row]], Awaitable[None]]
LOOKED_BACK = timedelta(days=31)
"""So long after its first day a head's post is looked at by the clock: it may have stood still."""

_PASSING: list[Passing] = []
_UUID = UuidType(as_uuid=True)
_UUIDS = ARRAY(_UUID)
_TOLD = ("id", "agency_id", "person_id")


def _ways(whose: Any) -> Select[Any]:
    """Of each head's post on `:day` its person, its unit, and the next unit up that is not his."""
    heads = (posting.c.office == "head", holds(posting), whose)
    routes = routes_of(*heads).subquery("routes")
    return select(
        posting.c.person_id, posting.c.unit_id, routes.c.scoring_unit_id.label("up_id")
    ).join(routes, routes.c.key == posting.c.id)


_ANSWERED = answering_units(bindparam("units", type_=_UUIDS).any_(), DAY)
_OF_PERSON = _ways(posting.c.person_id == bindparam("person", type_=_UUID))
_BEGUN = _ways(func.lower(posting.c.during) > bindparam("since", type_=Date))


def _told_ways() -> Subquery:
    columns = [column(name, _UUID) for name in ("person_id", "unit_id", "up_id")]
    arrays = [bindparam(f"way_{each.name}", type_=_UUIDS) for each in columns]
    told = func.unnest(*arrays).table_valued(*columns).render_derived(name="way")
    return select(*(told.c[each.name] for each in columns)).subquery("ways")


WAYS = _told_ways()
"""The ways as a statement joins them, bound by `binds_of`: person_id, unit_id, up_id."""


def binds_of(rows: Sequence[Row]) -> dict[str, list[UUID]]:
    """The binds of `WAYS`."""
    return {
        f"way_{name}": [row[name] for row in rows] for name in ("person_id", "unit_id", "up_id")
    }


def going_up(table: Table, *which: ColumnElement[bool], unit: str = "scoring_unit_id") -> Update:
    """The rows of a table, those of `which`, that go up with their person along `WAYS`.

    `unit` names the column of the unit whose head judges them. Returns rows for `tell_passed`.
    """
    return (
        update(table)
        .where(table.c.person_id == WAYS.c.person_id, table.c[unit] == WAYS.c.unit_id, *which)
        .values({unit: WAYS.c.up_id, **raised(table)})
        .returning(*(table.c[name] for name in _TOLD), WAYS.c.unit_id, WAYS.c.up_id)
    )


def passes_up(passing: Passing) -> Passing:
    """Declare, beside a slice's tables, how what waits there for a head goes up with its person.

    It is given rows of `WAYS` and runs in the transaction that made somebody head, as one statement
    for each table, and tells the audit by `tell_passed`.
    """
    _PASSING.append(passing)
    return passing


async def pass_up(
    tx: Transaction, request: Request, decision: Decision, persons: Iterable[UUID]
) -> None:
    """Send up what waits for judgement on these persons in units that they head by now."""
    for person in persons:
        async with as_seen_by(tx, person):
            found = await tx.rows(
                _OF_PERSON, person=person, day=request.today, heading=request.today
            )
            await _pass(tx, request, decision, found)


async def pass_up_begun(tx: Transaction, request: Request, decision: Decision) -> None:
    """As `pass_up`, for everybody whose post as head has begun by itself."""
    since: date = request.today - LOOKED_BACK
    found = await tx.rows(_BEGUN, since=since, day=request.today, heading=request.today)
    await _pass(tx, request, decision, found)


async def tell_passed(
    tx: Transaction, request: Request, decision: Decision, kind: str, rows: Iterable[Row]
) -> None:
    """Record each row that went up, with id, agency_id, person_id, unit_id and up_id."""
    for row in rows:
        await record(
            tx,
            request,
            decision,
            deed="pass_up",
            subject=(kind, row["id"]),
            agency=row["agency_id"],
            before={"unit": row["unit_id"]},
            after={"unit": row["up_id"], "person": row["person_id"]},
        )


async def _pass(
    tx: Transaction, request: Request, decision: Decision, found: Sequence[Row]
) -> None:
    """A unit that is closed is headed by who heads the one that answers for it (decision 0034)."""
    units = list({row["unit_id"] for row in found})
    answered: dict[UUID, list[UUID]] = {unit: [] for unit in units}
    for row in await tx.rows(_ANSWERED, units=units, day=request.today) if units else ():
        answered[row["answering_id"]].append(row["unit_id"])
    every = [{**row, "unit_id": unit} for row in found for unit in answered[row["unit_id"]]]
    for passing in _PASSING if every else ():
        await passing(tx, request, decision, every)
