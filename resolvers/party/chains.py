"""Who has a voice in a review, and in which order: drawn from the Party's tree, for one day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.party.tables import party_body, party_member, party_office


class Voice(NamedTuple):
    """One voice: what it is, at which step it speaks, and for which body."""

    kind: str
    step: int
    holder: UUID | None
    """None for a member's own."""


@dataclass(frozen=True)
class Tree:
    """The bodies beneath a deciding committee, and who leads what on the day."""

    top: UUID
    bodies: Mapping[UUID, Row]
    collectives: Mapping[UUID, Sequence[UUID]]
    """By person: the leadership collectives that he sits in."""
    guests: Mapping[UUID, Sequence[UUID]] = field(default_factory=dict)
    """By person: the branches in which he is temporarily active."""

    def above(self, body: UUID) -> list[UUID]:
        """What stands between a body and the deciding committee, the lowest first."""
        found, next_up = list[UUID](), self.bodies[body]["parent_id"]
        while next_up != self.top:
            found.append(next_up)
            next_up = self.bodies[next_up]["parent_id"]
        return found

    def of_member(self, person: UUID, branch: UUID) -> list[Voice]:
        """The voices on a member: himself, his branch, for a leader the collective and the mass
        organisations, the committees in between, and the one that decides."""
        between = self.above(branch)
        leads = self.collectives.get(person, ())
        steps: list[list[tuple[str, UUID | None]]] = [
            [("self", None)],
            [("temporary_branch", each) for each in self.guests.get(person, ())],
            [("branch", branch)],
            [("leadership", each) for each in leads],
            self._mass({branch, *between, self.top}, leads) if leads else [],
            *self._ranks(between),
            [("deciding_committee", self.top)],
        ]
        return list(_numbered(steps))

    def of_collective(self, body: UUID) -> list[Voice]:
        """The voices on a collective: itself, the mass organisations beside it, who decides."""
        leading = self.bodies[body]["kind"] == "leadership"
        places = {self.bodies[body]["parent_id"]} if leading else {body}
        steps: list[list[tuple[str, UUID | None]]] = [
            [("self", body)],
            self._mass(places, [body] if leading else []),
            *self._ranks(self.above(body)),
            [("deciding_committee", self.top)],
        ]
        return list(_numbered(steps))

    def _ranks(self, between: Iterable[UUID]) -> list[list[tuple[str, UUID | None]]]:
        """The committees in between: the agency's own, and those above it."""
        agencys = ("grassroots_committee", "grassroots_branch")
        return [
            [("agency_committee" if self.bodies[each]["kind"] in agencys else "upper", each)]
            for each in between
        ]

    def _mass(self, places: set[UUID], leads: Iterable[UUID]) -> list[tuple[str, UUID | None]]:
        """The mass organisations at these places, of the agencies led where that is known."""
        agencies = {self.bodies[each]["agency_id"] for each in leads} | {None}
        return [
            ("mass_organisation", id)
            for id, row in self.bodies.items()
            if row["kind"] == "mass_organisation"
            and row["parent_id"] in places
            and (row["agency_id"] in agencies or not leads)
        ]


def _numbered(steps: Iterable[Sequence[tuple[str, UUID | None]]]) -> Iterator[Voice]:
    for number, step in enumerate(each for each in steps if each):
        for kind, holder in step:
            yield Voice(kind, number, holder)


_TOP = bindparam("top", type_=UuidType(as_uuid=True))
_beneath = select(party_body.c.id).where(party_body.c.parent_id == _TOP, holds(party_body))
_tree = _beneath.cte("beneath", recursive=True)
_tree = _tree.union(
    select(party_body.c.id).where(party_body.c.parent_id == _tree.c.id, holds(party_body))
)
_BODIES = (
    select(party_body).where(party_body.c.id.in_(select(_tree.c.id))).order_by(party_body.c.id)
)
_LEADING = (
    select(party_office.c.person_id, party_office.c.body_id)
    .where(
        party_office.c.kind.in_(("head", "leader")),
        holds(party_office),
        party_office.c.body_id.in_(select(_tree.c.id)),
    )
    .distinct()
    .order_by(party_office.c.body_id)
)
_GUESTS = (
    select(party_member.c.person_id, party_member.c.body_id)
    .where(party_member.c.activity == "temporary", holds(party_member))
    .order_by(party_member.c.body_id)
)


async def tree_of(tx: Transaction, top: UUID, day: date) -> Tree:
    """The tree beneath a deciding committee on a day, as far as the fence shows memberships."""
    bodies = {row["id"]: row for row in await tx.rows(_BODIES, top=top, day=day)}
    return Tree(
        top,
        bodies,
        _by_person(await tx.rows(_LEADING, top=top, day=day)),
        _by_person(await tx.rows(_GUESTS, day=day)),
    )


def _by_person(rows: Iterable[Row]) -> Mapping[UUID, Sequence[UUID]]:
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for row in rows:
        found[row["person_id"]].append(row["body_id"])
    return found
