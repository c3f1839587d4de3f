"""What one person may read on one day, as a plain value.

Computed from dated postings, mandates and delegations (`resolvers.people`), and the only thing that
a table's `visible` predicate may depend on. An empty reach means nothing, never everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

NOBODY = UUID(int=0)
"""Bound in place of a person where nobody is signed in or linked: no row carries it."""


@dataclass(frozen=True, slots=True)
class Headship:
    """The authority of one unit's head, held on one day: by posting, or on behalf of the head."""

    unit: UUID
    on_behalf_of: UUID | None = None
    """The head who delegated; None when the holder is the head himself."""
    delegation: UUID | None = None
    deeds: frozenset[str] | None = None
    """The deeds delegated; None means all that the head himself may do."""
    agency: UUID | None = None
    """The agency that the unit belongs to."""
    whole: bool = False
    """The unit is the agency's root, so that its head is the head of the agency."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """One office outside the line of heads, always bound to its unit as one pair."""

    kind: str
    unit: UUID
    agency: UUID
    covers: frozenset[UUID] = frozenset()
    """The unit with every unit of the agency beneath it today; empty means nothing."""
    whole: bool = False
    """The unit is the agency's root, so that the role covers the agency as a whole."""


@dataclass(frozen=True, slots=True)
class PartyOffice:
    """One office in one Party organisation or collective; it counts behind the Party's entrance."""

    kind: str
    body: UUID


@dataclass(frozen=True, slots=True)
class Reach:
    """The rows a person may read on `today`; see `binds` for the names that predicates use."""

    person: UUID
    today: date
    stamp: int
    """The authority stamp that this value was computed under; a newer stamp makes it stale."""
    headed: Mapping[UUID, Headship] = field(default_factory=lambda: MappingProxyType({}))
    units: frozenset[UUID] = frozenset()
    """Units headed and beneath those headed, up to the first unit of another agency; and the units
    covered by roles that read but do not cover a whole agency."""
    agencies: frozenset[UUID] = frozenset()
    """Agencies read as a whole: personnel officers and inspectors of the agency."""
    colleagues: frozenset[UUID] = frozenset()
    """Agencies of one's own postings: their directory, positions and catalogues."""
    fence: frozenset[UUID] = frozenset()
    """Every agency that any of the above touches: what the row fence in Postgres lets through."""
    inspected: frozenset[UUID] = frozenset()
    """Agencies whose audit trail may be read: inspectors' mandates."""
    mandates: tuple[Mandate, ...] = ()
    party_person: UUID = NOBODY
    """The person again, where he came in by the Party's own entrance; nobody elsewhere."""
    party_bodies: frozenset[UUID] = frozenset()
    """Party organisations whose records are read by a Party mandate, those beneath it included;
    empty wherever somebody came in by another entrance."""
    party_offices: tuple[PartyOffice, ...] = ()
    """The Party mandates themselves: what may be done, where the bodies say what may be read."""
    operator: bool = False
    """True only for the command line on the server: it installs and imports, and scores nobody."""

    @property
    def actor(self) -> UUID | None:
        """Whom the audit names: None for the operator, who is nobody in the agency."""
        return None if self.person == NOBODY else self.person

    def binds(self) -> dict[str, object]:
        """Bind values, by the names that `resolvers.core.visibility` declares."""
        return {
            "reach_person": self.person,
            "reach_headed": sorted(self.headed),
            "reach_units": sorted(self.units),
            "reach_agencies": sorted(self.agencies),
            "reach_colleagues": sorted(self.colleagues),
            "reach_fence": sorted(self.fence),
            "reach_inspected": sorted(self.inspected),
            "reach_party_person": self.party_person,
            "reach_party_bodies": sorted(self.party_bodies),
        }


def nobody(today: date, stamp: int = 0) -> Reach:
    """The reach of somebody with no link to a person: nothing but what is public."""
    return Reach(person=NOBODY, today=today, stamp=stamp)
