"""The person who asks, as Cedar sees him: his authority for one deed on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from authz.actions import Action
from authz.facts import Facts, reference
from authz.reach import Headship, Reach

OPERATOR = UUID(int=1)
"""What Cedar calls whoever runs the command line on the server: no row carries it, so nothing is
the operator's own."""


@dataclass(frozen=True, slots=True)
class Authority:
    """The headships that a person may use for one deed: his own, and those lent to him for it."""

    own: frozenset[Headship]
    lent: frozenset[Headship]
    named: frozenset[Headship]
    """Those of `lent` that name this very deed, instead of lending all."""

    def all(self) -> frozenset[Headship]:
        return self.own | self.lent


def authority(who: Reach, action: Action) -> Authority:
    """What `who` may use for `action`; a delegation of other deeds counts for nothing."""
    held = who.headed.values()
    own = frozenset(each for each in held if each.on_behalf_of is None)
    lent = frozenset(each for each in held if each.on_behalf_of is not None)
    named = frozenset(each for each in lent if each.deeds is not None and action in each.deeds)
    return Authority(own, named | {each for each in lent if each.deeds is None}, named)


def used(authority: Authority, place: UUID) -> Headship | None:
    """The headship behind a deed done as head of the unit, or of the agency, `place`."""
    for held in (*authority.own, *authority.lent):
        if held.unit == place or (held.whole and held.agency == place):
            return held
    return None


def name(who: Reach) -> dict[str, str]:
    """The reference to the person in Cedar."""
    return reference("Person", OPERATOR if who.operator else who.person)


def person(who: Reach, authority: Authority, about: Iterable[Facts]) -> dict[str, object]:
    """The attributes of the Cedar entity; of a role's units only those that `about` mentions."""
    mentioned = frozenset(unit for facts in about for unit in facts.units())
    whole = [each for each in who.mandates if each.whole]
    return {
        "operator": who.operator,
        "heads": _units(authority.all()),
        "heads_by_posting": _units(authority.own),
        "acts_for": [
            {"unit": reference("Unit", each.unit), "head": reference("Person", each.on_behalf_of)}
            for each in authority.lent
            if each.on_behalf_of is not None
        ],
        "heads_in": _agencies(each.agency for each in authority.all()),
        "leads": _agencies(each.agency for each in authority.own | authority.named if each.whole),
        "mandates": [
            {"kind": each.kind, "unit": reference("Unit", unit)}
            for each in who.mandates
            for unit in each.covers & mentioned
        ],
        "agency_mandates": [
            {"kind": each.kind, "agency": reference("Agency", each.agency)} for each in whole
        ],
        "administers": _agencies(each.agency for each in whole if each.kind == "administrator"),
        "party_offices": [
            {"kind": each.kind, "body": reference("PartyBody", each.body)}
            for each in who.party_offices
        ],
    }


def _units(held: Iterable[Headship]) -> list[dict[str, str]]:
    return [reference("Unit", each.unit) for each in held]


def _agencies(ids: Iterable[UUID | None]) -> list[dict[str, str]]:
    return [reference("Agency", each) for each in ids if each is not None]
