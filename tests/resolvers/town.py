"""A province with two communes, laid out in an empty database: the stage of these slices' tests.

    province (managing)
    ├── commune (using)
    │   ├── office (direct_using) ── team (none)
    │   └── culture (direct_using)
    └── neighbour (using)

Each unit has its root in an agency of its own name, each named person one post that began on
`FOUNDED` and has no end.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from authz.reach import NOBODY, Headship, Mandate, Reach
from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.people import person_name

FOUNDED = date(2026, 1, 1)
TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, 2, 0, tzinfo=UTC)

UNITS = {
    "province": (None, "managing", "province"),
    "commune": ("province", "using", "commune"),
    "office": ("commune", "direct_using", "commune"),
    "team": ("office", "none", "commune"),
    "culture": ("commune", "direct_using", "commune"),
    "neighbour": ("province", "using", "neighbour"),
}
PEOPLE = {
    "governor": ("Trần Quốc Khánh", "province", "head"),
    "chair": ("Nguyễn Thị Minh Khai", "commune", "head"),
    "vice": ("Đặng Văn Phúc", "commune", "deputy"),
    "chief": ("Lê Hoàng Ân", "office", "head"),
    "assistant": ("Phạm Thu Hà", "office", "deputy"),
    "clerk": ("Hồ Văn Ẩn", "office", "member"),
    "leader": ("Võ Thị Ánh", "team", "head"),
    "typist": ("Bùi Gia Bảo", "team", "member"),
    "curator": ("Đỗ Đức Anh", "culture", "head"),
    "stranger": ("Mai Xuân Đông", "neighbour", "head"),
}


@dataclass(frozen=True)
class Town:
    """The ids of everything by its name, and the two ways in."""

    database: PgDatabase
    owner: Connection
    agencies: dict[str, UUID] = field(default_factory=dict)
    units: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    postings: dict[str, UUID] = field(default_factory=dict)

    def agency_of(self, unit: str) -> UUID:
        return self.agencies[UNITS[unit][2]]

    def headship(self, unit: str, **lent: Any) -> Headship:
        whole = unit in self.agencies
        return Headship(self.units[unit], agency=self.agency_of(unit), whole=whole, **lent)

    def mandate(self, kind: str, unit: str) -> Mandate:
        agency = self.agency_of(unit)
        covers = frozenset(self.units[name] for name in beneath(unit))
        return Mandate(kind, self.units[unit], agency, covers, whole=unit in self.agencies)

    def reach(
        self,
        name: str,
        *mandates: tuple[str, str],
        heads: tuple[str, ...] | None = None,
        lent: tuple[Headship, ...] = (),
    ) -> Reach:
        """What a person of the town reaches: his own headship, and mandates as (kind, unit)."""
        _, unit, office = PEOPLE[name]
        own = heads if heads is not None else ((unit,) if office == "head" else ())
        headed = {held.unit: held for held in (*map(self.headship, own), *lent)}
        held = tuple(self.mandate(*each) for each in mandates)
        touched = {self.agency_of(unit), *(each.agency for each in held)}
        touched |= {self.agency_of(lower) for head in own for lower in beneath(head)}
        return Reach(
            person=self.people[name],
            today=TODAY,
            stamp=1,
            headed=MappingProxyType(headed),
            units=frozenset(headed),
            colleagues=frozenset({self.agency_of(unit)}),
            fence=frozenset(touched),
            mandates=held,
        )

    def operator(self) -> Reach:
        """The command line on the server."""
        fence = frozenset(self.agencies.values())
        return Reach(person=NOBODY, today=TODAY, stamp=1, fence=fence, operator=True)

    def bare(self, person: UUID) -> Reach:
        """Somebody who reaches himself alone."""
        return Reach(person=person, today=TODAY, stamp=1)

    @asynccontextmanager
    async def deed(self, reach: Reach) -> AsyncIterator[Transaction]:
        """A transaction behind the fence of `reach`, committed at its end.

        Under the Party's roles for somebody who came in by the Party's entrance.
        """
        party = self.database.party if reach.party_person != NOBODY else None
        async with (party or self.database).for_reach(reach).writing() as tx:
            yield tx

    async def do(
        self, reach: Reach, deed: Callable[..., Awaitable[Any]], /, **arguments: Any
    ) -> Any:
        """Do one deed as the person of a reach."""
        channel = arguments.pop("channel", "api")
        async with self.deed(reach) as tx:
            return await deed(tx, request(reach, channel=channel), **arguments)

    async def refused(
        self, reach: Reach, deed: Callable[..., Awaitable[Any]], /, **arguments: Any
    ) -> Refusal:
        """The refusal of one deed, after making sure that nothing at all was written."""
        before = await self.everything()
        with pytest.raises(Refusal) as refused:
            await self.do(reach, deed, **arguments)
        assert await self.everything() == before
        for language in ("en", "vi"):
            assert "{" not in refused.value.message(language)
        return refused.value

    async def everything(self) -> dict[str, list[str]]:
        """Every row of every table, as text."""
        names = await self.owner.fetch(
            "select format('%I.%I', schemaname, tablename) from pg_tables"
            " where schemaname in ('congtam', 'congtam_party') order by 1"
        )
        # One statement: to ask each table by itself takes longer than most tests do.
        parts = (f"select '{name}', t::text from {name} t" for (name,) in names)
        found: dict[str, list[str]] = {name: [] for (name,) in names}
        for name, row in await self.owner.fetch(" union all ".join(parts)):
            found[name].append(row)
        return found

    async def leaves(self) -> list[Any]:
        """The leaves of the audit, in order."""
        found = await self.owner.fetch("select * from congtam.audit_leaf order by seq")
        return list(found)


def beneath(unit: str) -> list[str]:
    """A unit and every unit beneath it, by name."""
    below = [
        each for name, (upper, _, _) in UNITS.items() if upper == unit for each in beneath(name)
    ]
    return [unit, *below]


def request(reach: Reach, *, channel: str = "api", today: date = TODAY) -> Request:
    return Request(reach=replace(reach, today=today), now=NOW, today=today, channel=channel)


async def build(database: PgDatabase, owner: Connection) -> Town:
    """Lay the town out."""
    town = Town(database, owner)
    for name, (upper, standing, agency) in UNITS.items():
        if name == agency:
            await _agency(town, name, upper)
        await _unit(town, name, upper, standing)
    for name, (full, unit, office) in PEOPLE.items():
        town.people[name] = await person(town, full, town.agency_of(unit))
        town.postings[name] = await posting(town, name, unit, office)
    return town


async def _agency(town: Town, name: str, upper: str | None) -> None:
    town.agencies[name] = new_id()
    await town.owner.execute(
        "insert into congtam.agency (id, name, kind, managing_agency_id, opened_on)"
        " values ($1, $2, $3, $4, $5)",
        town.agencies[name],
        name,
        "province" if upper is None else "commune",
        None if upper is None else town.agencies[upper],
        FOUNDED,
    )


async def _unit(town: Town, name: str, upper: str | None, standing: str) -> None:
    town.units[name] = new_id()
    await town.owner.execute(
        "insert into congtam.unit (id, agency_id, name, opened_on) values ($1, $2, $3, $4)",
        town.units[name],
        town.agency_of(name),
        name,
        FOUNDED,
    )
    await town.owner.execute(
        "insert into congtam.unit_placement (id, unit_id, parent_id, standing, during)"
        " values ($1, $2, $3, $4, daterange($5, null))",
        new_id(),
        town.units[name],
        None if upper is None else town.units[upper],
        standing,
        FOUNDED,
    )


async def person(town: Town, full_name: str, agency: UUID) -> UUID:
    """One more person with a file in an agency, and no post."""
    id, name = new_id(), person_name(full_name)
    await town.owner.execute(
        "insert into congtam.person (id, agency_id, full_name, given_name, sort_key, search_key)"
        " values ($1, $2, $3, $4, $5, $6)",
        id,
        agency,
        name.full,
        name.given,
        name.sort_key,
        name.search_key,
    )
    return id


async def posting(
    town: Town,
    name: str,
    unit: str,
    office: str,
    *,
    main: bool = True,
    begins: date = FOUNDED,
    ends: date | None = None,
) -> UUID:
    """One more post of a person."""
    id = new_id()
    await town.owner.execute(
        "insert into congtam.posting"
        " (id, person_id, agency_id, unit_id, office, mode, main, during)"
        " values ($1, $2, $3, $4, $5, 'appointed', $6, daterange($7, $8))",
        id,
        town.people[name],
        town.agency_of(unit),
        town.units[unit],
        office,
        main,
        begins,
        ends,
    )
    return id


async def mandate(town: Town, name: str, kind: str, unit: str, *, ends: date | None = None) -> UUID:
    """One more mandate of a person."""
    id = new_id()
    await town.owner.execute(
        "insert into congtam.mandate (id, person_id, agency_id, unit_id, kind, during)"
        " values ($1, $2, $3, $4, $5, daterange($6, $7))",
        id,
        town.people[name],
        town.agency_of(unit),
        town.units[unit],
        kind,
        FOUNDED,
        ends,
    )
    return id


async def delegation(
    town: Town, lender: str, acting: str, unit: str, begins: date, ends: date
) -> UUID:
    """A head's authority lent for some days."""
    id = new_id()
    await town.owner.execute(
        "insert into congtam.delegation"
        " (id, agency_id, unit_id, from_person_id, to_person_id, reason, during)"
        " values ($1, $2, $3, $4, $5, 'đi công tác', daterange($6, $7))",
        id,
        town.agency_of(unit),
        town.units[unit],
        town.people[lender],
        town.people[acting],
        begins,
        ends,
    )
    return id
