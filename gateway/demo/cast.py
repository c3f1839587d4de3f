"""Who and what the demo consists of, as `infra/seeds/commune.toml` says."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from resolvers.recognition import Criterion

SEEDS = Path(__file__).parents[2] / "infra" / "seeds"
CATALOGUE = SEEDS / "catalogue.xlsx"
FIRST_NUMBER = 40_190_000_000
"""Personal numbers of the sample: 12 digits from here on, of nobody."""


@dataclass(frozen=True, slots=True)
class AgencySeed:
    """An agency and the name of its root unit."""

    name: str
    code: str
    root: str


@dataclass(frozen=True, slots=True)
class UnitSeed:
    """A direct-using unit of the commune."""

    key: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PositionSeed:
    """A job position of the commune."""

    code: str
    name: str
    group: str
    rank: str
    purpose: str


@dataclass(frozen=True, slots=True)
class ProcessSeed:
    """A criterion by which the work of a job position is measured; `measures` says what."""

    position: str
    code: str
    measures: str
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class SchemeSeed:
    """By which criteria the province marks its organisations."""

    title: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class PersonSeed:
    """Somebody of the sample. `number` is made up, like everything else about the person."""

    name: str
    number: str
    staff_code: str
    unit: str
    office: str = "member"
    mode: str = "appointed"
    position: str = ""
    login: str = ""
    mandate: str = ""
    mandated: str = "commune"
    """The unit of the mandate."""
    charge: tuple[str, ...] = ()
    away: bool = False
    acts_for: str = ""
    moved_from: str = ""
    moved_months_ago: int = 0
    years_in_post: int = 0
    """Whole years that will soon be over in the present post, if it is older than the records."""
    part: str = ""
    """What becomes of the person in the sample; the modules that tell it know these names."""
    party: bool = False
    """A member of the Party's branch at his unit."""


@dataclass(frozen=True, slots=True)
class AccountSeed:
    """An account of the demo, at one of the portals, and what it shows there."""

    login: str
    portal: str
    """The portal's path."""
    use: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The whole sample."""

    province: AgencySeed
    commune: AgencySeed
    units: tuple[UnitSeed, ...]
    positions: tuple[PositionSeed, ...]
    people: tuple[PersonSeed, ...]
    processes: tuple[ProcessSeed, ...]
    scheme: SchemeSeed
    accounts: tuple[AccountSeed, ...]


def cast() -> Cast:
    """Read the sample."""
    told = tomllib.loads((SEEDS / "commune.toml").read_text(encoding="utf-8"))
    return Cast(
        province=AgencySeed(**told["province"]),
        commune=AgencySeed(**told["commune"]),
        units=tuple(UnitSeed(**each) for each in told["unit"]),
        positions=tuple(PositionSeed(**each) for each in told["position"]),
        people=tuple(_person(place, each) for place, each in enumerate(told["person"], start=1)),
        processes=tuple(ProcessSeed(**each) for each in told["process"]),
        scheme=_scheme(told["scheme"]),
        accounts=tuple(AccountSeed(**each) for each in told["account"]),
    )


def _scheme(told: dict[str, Any]) -> SchemeSeed:
    criteria = (Criterion(**{**each, "most": Decimal(each["most"])}) for each in told["criterion"])
    return SchemeSeed(told["title"], tuple(criteria))


def _person(place: int, told: dict[str, Any]) -> PersonSeed:
    charge = tuple(told.pop("charge", ()))
    return PersonSeed(
        **told, charge=charge, number=f"{FIRST_NUMBER + place:012d}", staff_code=f"TL{place:03d}"
    )
