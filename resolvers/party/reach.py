"""What somebody reaches in the Party's record: his offices, and the bodies that they read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, Select, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.reach import NOBODY, PartyOffice, Reach
from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.party.tables import READS_BENEATH, party_body, party_office

_PERSON = bindparam("person", type_=UuidType(as_uuid=True))


def _held() -> CTE:
    """The offices that a person holds on a day."""
    return (
        select(party_office.c.kind, party_office.c.body_id)
        .where(party_office.c.person_id == _PERSON, holds(party_office))
        .cte("held")
    )


def _offices_and_bodies() -> Select[Any]:
    """Each body read, once with the office that holds in it and once for each place in the tree.

    A closed body is read like any other: its record is kept.
    """
    held = _held()
    tree = (
        select(held.c.body_id.label("id"))
        .where(held.c.kind.in_(READS_BENEATH))
        .cte("tree", recursive=True)
    )
    tree = tree.union(select(party_body.c.id).where(party_body.c.parent_id == tree.c.id))
    offices = select(held.c.kind, held.c.body_id)
    beneath = select(bindparam("no_kind", None, type_=party_office.c.kind.type), tree.c.id)
    return select(offices.union_all(beneath).subquery("reached"))


_REACHED = _offices_and_bodies()


async def party_reach(tx: Transaction, person: UUID, today: date) -> frozenset[UUID]:
    """The Party bodies that a person's offices read today, with those beneath where they do so."""
    return _bodies(await tx.rows(_REACHED, person=person, day=today))


async def enter_party(tx: Transaction, reach: Reach) -> Reach:
    """The reach of somebody who came in by the Party's entrance: himself, his offices and bodies.

    `tx` must run under the Party's roles. Nobody enters as nobody.
    """
    if reach.person == NOBODY:
        return reach
    rows = await tx.rows(_REACHED, person=reach.person, day=reach.today)
    offices = {PartyOffice(row["kind"], row["body_id"]) for row in rows if row["kind"] is not None}
    return replace(
        reach,
        party_person=reach.person,
        party_bodies=_bodies(rows),
        party_offices=tuple(sorted(offices, key=lambda each: (each.body, each.kind))),
    )


def _bodies(rows: Sequence[Row]) -> frozenset[UUID]:
    return frozenset(row["body_id"] for row in rows)
