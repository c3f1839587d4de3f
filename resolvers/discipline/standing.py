"""What stands against somebody on a day, for decisions about him: asked past everybody's reach.

Both look at every row about the person, wherever it was recorded, because a gate that does not know
of a procedure would open wrongly. They tell the texts and the ids, not what it was about. Inside a
deed the person's row is held by whoever records discipline, so a deed that holds it too decides on
what still stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Select, bindparam, func, or_, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds
from resolvers.core.fence import as_seen_by
from resolvers.core.tables import since
from resolvers.discipline.tables import discipline_decision, discipline_procedure
from resolvers.statute.dated import Law
from resolvers.statute.discipline import (
    BLOCKING,
    IN_FORCE,
    Form,
    Procedure,
    Relation,
    Source,
    blocks,
)

_PERSON = bindparam("person", type_=UuidType(as_uuid=True))


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A procedure that is under way on a day."""

    id: UUID
    kind: Procedure
    since: date
    due: date | None
    """By when it is to end; it is under way after that, too. None while its days stand still."""
    blocking: bool
    """Law 80/2025, art. 38.2: no appointment, transfer, rotation, secondment while it lasts.

    An inspection does not, but decree 170/2025, art. 25.5b keeps its subject from a transfer.
    """
    cite: str


@dataclass(frozen=True, slots=True)
class InForce:
    """A decision on discipline that is in force on a day."""

    id: UUID
    source: Source
    form: Form
    relation: Relation
    since: date
    until: date
    """The first day without it."""
    cite: str


def _under_way() -> Select[Any]:
    table = discipline_procedure
    return (
        select(table.c.id, table.c.kind, table.c.opened_on, table.c.due_on)
        .where(
            table.c.person_id == _PERSON,
            table.c.opened_on <= DAY,
            or_(table.c.closed_on.is_(None), table.c.closed_on > DAY),
            table.c.outcome.is_distinct_from("misrecorded"),
        )
        .order_by(table.c.opened_on, table.c.id)
    )


def _in_force() -> Select[Any]:
    table = discipline_decision
    return (
        select(
            *(table.c[name] for name in ("id", "source", "form", "relation")),
            since(table).label("since"),
            func.upper(table.c.during, type_=Date).label("until"),
        )
        .where(table.c.person_id == _PERSON, holds(table), table.c.annulled_at.is_(None))
        .order_by(since(table), table.c.id)
    )


_UNDER_WAY, _IN_FORCE = _under_way(), _in_force()


async def blocking_procedures(tx: Transaction, person: UUID, day: date) -> list[UnderWay]:
    """Every procedure, inspection and prosecution that is under way about a person on a day.

    Also those that do not block by article 38.2, with `blocking` false.
    """
    law = Law(day, known=day)
    return [
        UnderWay(
            id=row["id"],
            kind=Procedure(row["kind"]),
            since=row["opened_on"],
            due=row["due_on"],
            blocking=blocks(Procedure(row["kind"]), law),
            cite=law.cite(BLOCKING),
        )
        for row in await _asked(tx, _UNDER_WAY, person, day)
    ]


async def in_force(tx: Transaction, person: UUID, day: date) -> list[InForce]:
    """Every decision on discipline that is in force against a person on a day."""
    law = Law(day, known=day)
    return [
        InForce(
            id=row["id"],
            source=Source(row["source"]),
            form=Form(row["form"]),
            relation=Relation(row["relation"]),
            since=row["since"],
            until=row["until"],
            cite=law.cite(IN_FORCE),
        )
        for row in await _asked(tx, _IN_FORCE, person, day)
    ]


async def _asked(tx: Transaction, asked: Select[Any], person: UUID, day: date) -> Sequence[Row]:
    async with as_seen_by(tx, person):
        return await tx.rows(asked, person=person, day=day)
