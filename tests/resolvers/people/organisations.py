"""Small organisations for tests of reach: said in a few words, stored as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.dialects.postgresql import Range

from authz.reach import NOBODY, Reach
from gateway.database import PgDatabase
from resolvers.core.ids import new_id
from resolvers.organisation import agency, unit, unit_placement
from resolvers.people import delegation, login, mandate, person, posting

TODAY = date(2026, 11, 20)
LONG_AGO = TODAY - timedelta(days=1000)
ISSUER = "https://issuer.example"
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FROM_CONSOLE = Reach(NOBODY, TODAY, stamp=0, operator=True)


@dataclass(frozen=True)
class Days:
    """From a day up to, not including, another; open without one. Days count from today."""

    begins: int = -1000
    ends: int | None = None

    def include(self, day: int) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)

    def range(self) -> Range[date]:
        return Range(day(self.begins), None if self.ends is None else day(self.ends), bounds="[)")


ALWAYS = Days()


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def id_of(kind: str, name: str) -> UUID:
    return uuid5(NAMESPACE_OID, f"{kind} {name}")


@dataclass(frozen=True)
class Unit:
    agency: str
    places: tuple[tuple[str | None, Days], ...]
    """The unit above, or None, on the days."""
    stands: Days = ALWAYS
    kept_by: str | None = None
    """The unit that keeps its records once it is closed."""
    standing: str = "using"


@dataclass(frozen=True)
class Post:
    person: str
    unit: str
    office: str = "member"
    days: Days = ALWAYS

    @property
    def id(self) -> UUID:
        return id_of("posting", f"{self.office} {self.person} {self.unit} {self.days}")


@dataclass(frozen=True)
class Loan:
    """A delegation of the unit's headship."""

    lender: str
    to: str
    unit: str
    days: Days = ALWAYS
    revoked: bool = False
    deeds: tuple[str, ...] | None = None

    @property
    def id(self) -> UUID:
        return id_of("delegation", f"{self.unit} {self.to} {self.days}")


@dataclass(frozen=True)
class Role:
    person: str
    unit: str
    kind: str
    days: Days = ALWAYS

    @property
    def id(self) -> UUID:
        return id_of("mandate", f"{self.kind} {self.person} {self.unit} {self.days}")


@dataclass(frozen=True)
class Organisation:
    units: dict[str, Unit]
    posts: Sequence[Post] = ()
    loans: Sequence[Loan] = ()
    roles: Sequence[Role] = ()
    others: Sequence[str] = field(default=())
    """Persons without a post."""
    successors: Mapping[str, str] = field(default_factory=dict)
    """By a closed agency, the one that keeps its records."""
    managing: Mapping[str, str] = field(default_factory=dict)
    """By an agency, the one that manages it."""

    def persons(self) -> list[str]:
        named = {each.person for each in (*self.posts, *self.roles)} | set(self.others)
        return sorted(named | {name for loan in self.loans for name in (loan.lender, loan.to)})


def unit_in(agency: str, above: str | None = None, stands: Days = ALWAYS) -> Unit:
    """A unit that stands beneath another on all its days."""
    return Unit(agency, ((above, stands),), stands)


async def store(database: PgDatabase, told: Organisation) -> None:
    """Write the organisation's rows, past everything that deeds would check."""
    async with database.writing(FROM_CONSOLE) as tx:
        for table, rows in _rows(told):
            await tx.run_many(insert(table) if isinstance(table, Table) else table, rows)


def _rows(told: Organisation) -> list[tuple[Any, list[dict[str, Any]]]]:
    agencies = sorted({each.agency for each in told.units.values()})
    return [
        (agency, [_agency(name) for name in agencies]),
        (_SUCCEEDED, _pairs("agency", told.successors)),
        (_MANAGED, _pairs("agency", told.managing)),
        (unit, [_unit(name, each) for name, each in told.units.items()]),
        (_KEPT, _pairs("unit", {name: each.kept_by for name, each in told.units.items()})),
        (unit_placement, [row for name, each in told.units.items() for row in _places(name, each)]),
        (person, [_person(name, agencies[0]) for name in told.persons()]),
        (login, [_login(name) for name in told.persons()]),
        (posting, [_post(each, told) for each in told.posts]),
        (mandate, [_role(each, told) for each in told.roles]),
        (delegation, [_loan(each, told) for each in told.loans]),
    ]


_SUCCEEDED, _MANAGED, _KEPT = (
    update(table)
    .where(table.c.id == bindparam("by_id", type_=table.c.id.type))
    .values({column: bindparam("other", type_=table.c.id.type), **more})
    for table, column, more in (
        (agency, "succeeded_by_id", {"closed_on": TODAY}),
        (agency, "managing_agency_id", {}),
        (unit, "kept_by_id", {}),
    )
)
"""What one row says of another one of its table: written when both are there."""


def _pairs(kind: str, pairs: Mapping[str, str | None]) -> list[dict[str, Any]]:
    return [
        {"by_id": id_of(kind, name), "other": id_of(kind, other)}
        for name, other in pairs.items()
        if other is not None
    ]


def _agency(name: str) -> dict[str, Any]:
    return {"id": id_of("agency", name), "name": name, "kind": "other", "opened_on": LONG_AGO}


def _unit(name: str, told: Unit) -> dict[str, Any]:
    return {
        "id": id_of("unit", name),
        "agency_id": id_of("agency", told.agency),
        "name": name,
        "opened_on": day(told.stands.begins),
        "closed_on": None if told.stands.ends is None else day(told.stands.ends),
    }


def _places(name: str, told: Unit) -> list[dict[str, Any]]:
    return [
        {
            "id": new_id(),
            "unit_id": id_of("unit", name),
            "parent_id": None if above is None else id_of("unit", above),
            "standing": told.standing,
            "during": days.range(),
        }
        for above, days in told.places
    ]


def _person(name: str, agency: str) -> dict[str, Any]:
    return {
        "id": id_of("person", name),
        "agency_id": id_of("agency", agency),
        "full_name": name,
        "given_name": name,
        "sort_key": name,
        "search_key": name,
    }


def _login(name: str) -> dict[str, Any]:
    return {
        "id": new_id(),
        "person_id": id_of("person", name),
        "issuer": ISSUER,
        "subject": name,
        "linked_at": NOW,
    }


def _post(told: Post, all: Organisation) -> dict[str, Any]:
    return {
        "id": told.id,
        "person_id": id_of("person", told.person),
        **_place(told.unit, all),
        "office": told.office,
        "mode": "appointed",
        "main": False,
        "during": told.days.range(),
    }


def _role(told: Role, all: Organisation) -> dict[str, Any]:
    return {
        "id": told.id,
        "person_id": id_of("person", told.person),
        **_place(told.unit, all),
        "kind": told.kind,
        "during": told.days.range(),
    }


def _loan(told: Loan, all: Organisation) -> dict[str, Any]:
    return {
        "id": told.id,
        "from_person_id": id_of("person", told.lender),
        "to_person_id": id_of("person", told.to),
        **_place(told.unit, all),
        "deeds": None if told.deeds is None else list(told.deeds),
        "reason": "leave",
        "during": told.days.range(),
        "revoked_at": NOW if told.revoked else None,
    }


def _place(unit: str, all: Organisation) -> dict[str, UUID]:
    return {
        "unit_id": id_of("unit", unit),
        "agency_id": id_of("agency", all.units[unit].agency),
    }
