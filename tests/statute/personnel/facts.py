"""A civil servant of whom everything is known, and in whose way nothing stands."""

from dataclasses import replace
from datetime import date
from typing import Any

from resolvers.statute.dated import Law
from resolvers.statute.personnel import (
    ActionKind,
    Evidence,
    Gate,
    GateFacts,
    Proceeding,
    Protection,
    State,
    Wish,
    YearClass,
    gates,
)

DAY = date(2026, 11, 23)


def law(day: date = DAY) -> Law:
    return Law(day, known=day)


def rated(year: int, level: str, *, known_on: date | None = None) -> YearClass:
    """The class of a year, told in December unless said otherwise."""
    kept = Evidence("classification", f"class-{year}", 1)
    sheets = (Evidence("result", f"result-{year}"),)
    return YearClass(year, level, known_on or date(year, 12, 20), kept, sheets)


def record(kind: str) -> Evidence:
    return Evidence(kind, f"{kind}-1")


UNBARRED = GateFacts(
    office="deputy",
    classes=tuple(rated(year, "GOOD") for year in range(2021, 2026)),
    office_since=date(2022, 1, 1),
    post_since=date(2022, 1, 1),
    post=record("posting"),
    term_start=date(2022, 1, 1),
    term_until=date(2026, 12, 31),
    term=record("service_fact"),
    retires_on=date(2045, 6, 1),
    retirement=record("service_fact"),
    starts_on=date(2027, 1, 1),
    ends_on=date(2029, 12, 31),
)


def facts(**known: Any) -> GateFacts:
    """The unbarred one, but for what is given."""
    return replace(UNBARRED, **known)


def gate(kind: ActionKind, code: str, day: date = DAY, **known: Any) -> Gate:
    """One gate of an action on somebody who is unbarred but for what is given."""
    found = [each for each in gates(kind, facts(**known), day, law(day)) if each.code == code]
    assert len(found) == 1, [each.code for each in gates(kind, facts(**known), day, law(day))]
    return found[0]


def closed(kind: ActionKind, day: date = DAY, **known: Any) -> list[str]:
    """The codes of the closed gates."""
    found = gates(kind, facts(**known), day, law(day))
    return [each.code for each in found if not each.open]


def under_way(kind: str, since: date = date(2026, 11, 1)) -> dict[str, Any]:
    """A proceeding under way, as a fact."""
    return {"proceedings": (Proceeding(kind, since, record("proceeding")),)}


def in_state(
    state: State, since: date = date(2026, 1, 1), until: date | None = None
) -> dict[str, Any]:
    """A protected state on record, as a fact."""
    return {"protections": (Protection(state, since, until, record("protected_state")),)}


def wish(kind: ActionKind) -> Wish:
    """A written wish for an action of a kind."""
    return Wish(kind.value, date(2026, 11, 2), record("wish"))
