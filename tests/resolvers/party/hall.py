"""The stage of the Party's votes: a provincial committee, a commune's, a branch of eight, a year's
reviews as they stand before the committee decides.

    province (governor)
    └── commune (chair, vice; officer keeps the papers)
        ├── branch (chief, assistant)      votes about its members
        └── leadership (chair, vice)
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from asyncpg import Range

from gateway.database import PgDatabase
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.party import enter_party
from resolvers.people import reach_of_person
from tests.resolvers.town import FOUNDED, Town, person

DAY = date(2026, 12, 7)
YEAR = 2026
PAPER = Document("12-QĐ/ĐU", DAY, sha256="ab" * 32)
BODIES = {
    "province": (None, "committee"),
    "commune": ("province", "grassroots_committee"),
    "branch": ("commune", "branch"),
    "leadership": ("commune", "leadership"),
    "neighbour": ("commune", "branch"),
}
OFFICES = [
    ("governor", "province", "secretary"),
    ("chair", "commune", "secretary"),
    ("vice", "commune", "deputy_secretary"),
    ("curator", "commune", "committee_member"),
    ("officer", "commune", "personnel_officer"),
    ("chief", "branch", "secretary"),
    ("assistant", "branch", "deputy_secretary"),
    ("chair", "leadership", "head"),
    ("vice", "leadership", "leader"),
    ("stranger", "neighbour", "secretary"),
]
VOTERS = ("chief", "assistant", "clerk", "leader", "typist", "archivist", "porter", "driver")
"""The official members of the branch."""
MORE = {
    "archivist": "Lý Thị Mơ",
    "porter": "Tạ Văn Tám",
    "driver": "Ngô Thị Bảy",
    "candidate": "Hà Văn Chín",
    "retired": "Đinh Thị Mười",
    "suspended": "Cao Văn Sáu",
    "guest": "Lâm Thị Năm",
    "officer": "Vũ Thị Tư",
}


@dataclass(frozen=True)
class Hall:
    """The town with its Party organisations, and the way in by the Party's entrance."""

    town: Town
    party: PgDatabase
    bodies: dict[str, UUID] = field(default_factory=dict)
    reviews: dict[str, UUID] = field(default_factory=dict)
    campaigns: dict[str, UUID] = field(default_factory=dict)

    def person(self, name: str) -> UUID:
        return self.town.people[name]

    async def request(self, name: str, today: date = DAY) -> Request:
        """A request of the person named, who came in by the Party's entrance."""
        async with self.party.reading() as tx:
            reach = await reach_of_person(tx, self.person(name), today)
            reach = await enter_party(tx, reach)
        return Request(reach, datetime(today.year, today.month, today.day, 2, tzinfo=UTC), today)

    async def do(
        self,
        name: str,
        deed: Callable[..., Awaitable[Any]],
        /,
        *,
        today: date = DAY,
        **arguments: Any,
    ) -> Any:
        """One deed in one transaction, behind the Party's fence of the person named."""
        request = await self.request(name, today)
        async with self.party.for_reach(request.reach).writing() as tx:
            return await deed(tx, request, **arguments)

    async def refused(
        self,
        name: str,
        deed: Callable[..., Awaitable[Any]],
        /,
        *,
        today: date = DAY,
        **arguments: Any,
    ) -> Refusal:
        """The refusal of one deed, after making sure that nothing at all was written."""
        before = await self.everything()
        with pytest.raises(Refusal) as refused:
            await self.do(name, deed, today=today, **arguments)
        assert await self.everything() == before
        for language in ("en", "vi"):
            assert "{" not in refused.value.message(language)
        return refused.value

    async def everything(self) -> dict[str, list[str]]:
        """Every row of every table of both schemas, as text, in the order of the text."""
        return {name: sorted(rows) for name, rows in (await self.town.everything()).items()}

    async def row(self, table: str, id: UUID) -> Any:
        sql = f"select * from congtam_party.{table} where id = $1"
        found = await self.town.owner.fetchrow(sql, id)
        assert found is not None
        return found

    async def rows(self, table: str, where: str = "true", *values: Any) -> list[Any]:
        sql = f"select * from congtam_party.{table} where {where} order by 1, 2, 3"
        return list(await self.town.owner.fetch(sql, *values))

    async def put(self, table: str, **values: Any) -> None:
        """One row, laid out by hand."""
        names = ", ".join(values)
        marks = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        sql = f"insert into congtam_party.{table} ({names}) values ({marks})"
        await self.town.owner.execute(sql, *values.values())

    async def review(
        self,
        name: str,
        *,
        body: str = "branch",
        campaign: str = "commune",
        category: str = "member",
        lawful: str | None = "GOOD",
        computed: str | None = None,
    ) -> UUID:
        """One more review, every voice of it but the committee's having spoken."""
        collective = category == "collective"
        id = self.reviews[name] = new_id()
        who = None if collective else self.person(name)
        holders = [self.bodies[body], self.bodies[campaign]]
        member = None
        if who is not None:
            member = await self.town.owner.fetchval(
                "select id from congtam_party.party_member where person_id = $1", who
            )
        await self.put(
            "party_review",
            id=id,
            campaign_id=self.campaigns[campaign],
            deciding_body_id=self.bodies[campaign],
            body_id=self.bodies[body],
            holders=holders,
            year=YEAR,
            scheme="central",
            scheme_version=date(2025, 8, 30),
            law_day=date(YEAR, 12, 31),
            category=category,
            person_id=who,
            member_id=member,
            computed_level=computed or lawful or "GOOD",
            lawful_level=lawful,
            steps=[],
            cites=[],
        )
        await self.put(
            "party_voice",
            id=new_id(),
            review_id=id,
            kind="deciding_committee",
            step=9,
            holder_body_id=self.bodies[campaign],
            person_id=who,
            holders=holders,
        )
        return id


async def build(town: Town) -> Hall:
    """Lay the hall out: bodies, offices, members, and the commune's open campaign."""
    assert town.database.party is not None
    hall = Hall(town, town.database.party)
    for name, (upper, kind) in BODIES.items():
        hall.bodies[name] = new_id()
        await hall.put(
            "party_body",
            id=hall.bodies[name],
            parent_id=None if upper is None else hall.bodies[upper],
            kind=kind,
            code=name,
            name=f"Tổ chức {name}",
            agency_id=town.agencies["province" if upper is None else "commune"],
            during=_from(FOUNDED),
        )
    for name, full in MORE.items():
        town.people[name] = await person(town, full, town.agencies["commune"])
    for name in VOTERS:
        await member(hall, name)
    await member(hall, "candidate", standing="probationary")
    await member(hall, "retired", exempt=True)
    await member(hall, "suspended", suspended=True)
    await member(hall, "guest", activity="temporary")
    await member(hall, "stranger", body="neighbour")
    for name, body, kind in OFFICES:
        await hall.put(
            "party_office",
            id=new_id(),
            person_id=hall.person(name),
            body_id=hall.bodies[body],
            kind=kind,
            decision_no="01-QĐ/ĐU",
            during=_from(FOUNDED),
        )
    await campaign(hall, "commune")
    return hall


async def member(hall: Hall, name: str, body: str = "branch", **values: Any) -> None:
    """One spell of membership."""
    await hall.put(
        "party_member",
        id=new_id(),
        person_id=hall.person(name),
        body_id=hall.bodies[body],
        **{"standing": "official", **values},
        admitted_on=date(2010, 1, 1),
        decision_no="01-QĐ/ĐU",
        during=_from(FOUNDED),
    )


async def campaign(hall: Hall, body: str, state: str = "open") -> UUID:
    """A committee's reviews of the year."""
    id = hall.campaigns[body] = new_id()
    await hall.put(
        "party_campaign",
        id=id,
        body_id=hall.bodies[body],
        year=YEAR,
        scheme="central",
        scheme_version=date(2025, 8, 30),
        law_day=date(YEAR, 12, 31),
        state=state,
        opened_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
    return id


def _from(day: date) -> Any:
    return Range(day, None)
