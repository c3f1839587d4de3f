"""The cast of the permission tests (`cast.toml`), as reaches; and facts by the cast's names."""

import tomllib
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from authz import facts as kinds
from authz.facts import Facts
from authz.reach import NOBODY, Headship, Mandate, PartyOffice, Reach

TODAY = date(2026, 11, 20)
_TOLD = tomllib.loads(Path(__file__).with_name("cast.toml").read_text(encoding="utf-8"))
UNREGISTERED = ("nobody", "operator")
"""Those of the cast who are no civil servants."""
UNITS: dict[str, dict[str, str]] = _TOLD["unit"]


def id_of(kind: str, name: str) -> UUID:
    """The id behind a name of the cast: of a Person, a Unit or an Agency."""
    return NOBODY if name in UNREGISTERED else uuid5(NAMESPACE_OID, f"{kind}:{name}")


def _is_root(unit: str) -> bool:
    above = UNITS[unit].get("above")
    return above is None or UNITS[above]["agency"] != UNITS[unit]["agency"]


def _subtree(top: str) -> frozenset[UUID]:
    """`top` and the units of its agency beneath it."""
    found = [top]
    for unit, place in UNITS.items():
        if place.get("above") in found and place["agency"] == UNITS[top]["agency"]:
            found.append(unit)
    return frozenset(id_of("Unit", unit) for unit in found)


def _headship(unit: str, **lent: Any) -> Headship:
    agency = id_of("Agency", UNITS[unit]["agency"])
    return Headship(id_of("Unit", unit), agency=agency, whole=_is_root(unit), **lent)


def _reach(name: str, told: dict[str, Any]) -> Reach:
    held = [_headship(unit) for unit in told.get("heads", ())]
    for act in told.get("acts", ()):
        deeds = frozenset(act["deeds"]) if "deeds" in act else None
        lender, lending = id_of("Person", act["for"]), id_of("Delegation", name)
        held.append(_headship(act["unit"], on_behalf_of=lender, delegation=lending, deeds=deeds))
    mandates = tuple(
        Mandate(
            each["kind"],
            id_of("Unit", each["unit"]),
            id_of("Agency", UNITS[each["unit"]]["agency"]),
            covers=_subtree(each["unit"]),
            whole=_is_root(each["unit"]),
        )
        for each in told.get("mandates", ())
    )
    headed = MappingProxyType({each.unit: each for each in held})
    return Reach(
        id_of("Person", name),
        TODAY,
        stamp=1,
        headed=headed,
        mandates=mandates,
        party_offices=tuple(
            PartyOffice(each["kind"], id_of("PartyBody", each["body"]))
            for each in told.get("party", ())
        ),
        operator=name == "operator",
    )


CAST: dict[str, Reach] = {name: _reach(name, told) for name, told in _TOLD["person"].items()}


def facts_of(told: dict[str, Any]) -> Facts:
    """Facts written as a table: `of` names their kind, ids are names of the cast."""
    kind: type[Facts] = getattr(kinds, told["of"])
    refers = dict(kind._kinds)
    given = {name: _value(refers[name], value) for name, value in told.items() if name != "of"}
    optional = {"next_unit": None} if "next_unit" in refers else {}
    return kind(**{**optional, **given})


def _value(kind: str | None, value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(_value(kind, each) for each in value)
    return id_of(kind, value) if kind else value
