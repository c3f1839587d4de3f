"""The person who asks, as Cedar sees him: his authority for one deed on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from authz.actions import Action
from authz.entities import OPERATOR, Facts, Names, reference
from authz.reach import Headship, Reach


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


def name(who: Reach, names: Names) -> str:
    """What the person is called."""
    return names.of(OPERATOR if who.operator else who.person)


def entity(who: Reach, authority: Authority, about: Facts, names: Names) -> dict[str, object]:
    """The person as a Cedar entity; of a role's units only those that `about` mentions."""
    uid = reference("Person", name(who, names))
    return {"uid": uid, "attrs": _attributes(who, authority, about, names), "parents": []}


def _attributes(who: Reach, authority: Authority, about: Facts, names: Names) -> dict[str, object]:
    mentioned = about.units()
    whole = [each for each in who.mandates if each.whole]
    return {
        "operator": who.operator,
        "heads": _units(authority.all(), names),
        "heads_by_posting": _units(authority.own, names),
        "acts_for": [
            {
                "unit": reference("Unit", names.of(each.unit)),
                "head": reference("Person", names.of(each.on_behalf_of)),
            }
            for each in authority.lent
            if each.on_behalf_of is not None
        ],
        "heads_in": _agencies((each.agency for each in authority.all()), names),
        "leads": _agencies(
            (each.agency for each in authority.own | authority.named if each.whole), names
        ),
        "mandates": [
            {"kind": each.kind, "unit": reference("Unit", names.of(unit))}
            for each in who.mandates
            for unit in each.covers & mentioned
        ],
        "agency_mandates": [
            {"kind": each.kind, "agency": reference("Agency", names.of(each.agency))}
            for each in whole
        ],
        "administers": _agencies(
            (each.agency for each in whole if each.kind == "administrator"), names
        ),
        "party_offices": [
            {"kind": each.kind, "body": reference("PartyBody", names.of(each.body))}
            for each in who.party_offices
        ],
    }


def _units(held: Iterable[Headship], names: Names) -> list[dict[str, str]]:
    return [reference("Unit", names.of(each.unit)) for each in held]


def _agencies(ids: Iterable[UUID | None], names: Names) -> list[dict[str, str]]:
    return [reference("Agency", names.of(each)) for each in ids if each is not None]
