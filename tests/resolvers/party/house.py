"""The Party's organisation of the town, laid out by its own deeds from the first secretary down.

province (governor)
├── office, a branch (governor, chair until they belong elsewhere)
└── commune (chair, vice; officer keeps the papers)
    ├── branch (chief, assistant): chair, vice, chief, assistant, clerk, leader, typist
    ├── second, a branch (curator): curator, archivist
    ├── leadership (chair heads it, vice sits in it)
    └── union (porter speaks for it)
"""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from resolvers import party
from resolvers.core.request import Request
from resolvers.party import Findings, Standing
from tests.resolvers.party.hall import DAY, YEAR, Hall
from tests.resolvers.town import Town, person

NUMBER = "01-QĐ/ĐU"
JOINED = date(2010, 5, 19)
BEGAN = date(2026, 1, 1)
MEMBERS = ("chief", "assistant", "clerk", "leader", "typist")
SECOND = ("curator", "archivist")
MORE = {"archivist": "Lý Thị Mơ", "porter": "Tạ Văn Tám", "officer": "Vũ Thị Tư"}
__all__ = ["DAY", "YEAR", "House", "build", "findings"]


class House(Hall):
    """The hall, with the deeds of this page's slice in short."""

    async def operate(self, deed: Any, /, **arguments: Any) -> Any:
        """One deed of the operator on the server, under the Party's roles."""
        reach = self.town.operator()
        now = datetime(DAY.year, DAY.month, DAY.day, 2, tzinfo=UTC)
        async with self.party.for_reach(reach).writing() as tx:
            return await deed(tx, Request(reach, now, DAY, channel="command"), **arguments)

    async def found(self, by: str, name: str, parent: str, kind: str, **more: Any) -> UUID:
        told = {"kind": kind, "code": name, "name": f"Tổ chức {name}", "begins": BEGAN, **more}
        id = await self.do(by, party.found_party_body, parent=self.bodies[parent], **told)
        self.bodies[name] = id
        return self.bodies[name]

    async def admit(self, by: str, who: str, body: str, **more: Any) -> UUID:
        told = {"admitted_on": JOINED, "begins": BEGAN, "decision_no": NUMBER, **more}
        id: UUID = await self.do(
            by, party.admit_party_member, person=self.person(who), body=self.bodies[body], **told
        )
        return id

    async def appoint(self, by: str, who: str, body: str, kind: str, **more: Any) -> UUID:
        told = {"begins": BEGAN, "decision_no": NUMBER, "kind": kind, **more}
        id: UUID = await self.do(
            by, party.appoint_party_office, person=self.person(who), body=self.bodies[body], **told
        )
        return id

    async def open(self, by: str, body: str, **more: Any) -> UUID:
        id: UUID = await self.do(
            by, party.open_party_campaign, body=self.bodies[body], **{"year": YEAR, **more}
        )
        self.campaigns[body] = id
        return id

    async def review_of(self, name: str) -> Any:
        """The current review of a person, or of a body by its name."""
        column, id = ("person_id", self.town.people.get(name))
        if id is None:
            column, id = "body_id", self.bodies[name]
            column += " = $1 and category = 'collective' and $1"
        (found,) = await self.rows(
            "party_review",
            f"{column} = $1 and replaced_at is null and state <> 'withdrawn'",
            id,
        )
        return found

    async def voices_of(self, name: str) -> list[Any]:
        """The voices on a review in their order, the rounds of each one after the other."""
        review = await self.review_of(name)
        found = await self.rows("party_voice", "review_id = $1", review["id"])
        return sorted(found, key=lambda row: (row["step"], row["kind"], row["round"], row["id"]))

    async def voice(self, name: str, kind: str) -> Any:
        """The voice of a kind on a review that waits, or has spoken last."""
        found = [each for each in await self.voices_of(name) if each["kind"] == kind]
        return found[-1]

    async def speak(self, by: str, about: str, kind: str, **more: Any) -> UUID:
        """One voice, with what most of them say."""
        voice = await self.voice(about, kind)
        id: UUID = await self.do(
            by, party.speak_on_party_review, **(await self.said(about, kind, voice)), **more
        )
        return id

    async def members(self) -> dict[str, Any]:
        """The reviews of members, by the name in the town."""
        names = {id: name for name, id in self.town.people.items()}
        rows = await self.rows("party_review", "category <> 'collective'")
        return {names[row["person_id"]]: row for row in rows}

    async def everybody_speaks(self) -> None:
        """Every voice but the committee's, of everybody in the commune's set."""
        for name, speaker in (("branch", "chief"), ("second", "curator"), ("leadership", "chair")):
            await self.speak(speaker, name, "self")
        await self.speak("porter", "leadership", "mass_organisation")
        await self.appoint("chair", "archivist", "second", "deputy_secretary")
        for name, row in (await self.members()).items():
            await self.speak(name, name, "self")
            second = row["body_id"] == self.bodies["second"]
            secretary, deputy = ("curator", "archivist") if second else ("chief", "assistant")
            await self.speak(deputy if name == secretary else secretary, name, "branch")

    async def said(self, about: str, kind: str, voice: Any = None) -> dict[str, Any]:
        found = voice or await self.voice(about, kind)
        told = {"voice": found["id"], "version": found["version"], "text": "Đã kiểm điểm."}
        if kind in ("temporary_branch", "mass_organisation"):
            return told
        return {**told, "findings": findings(), "level": "GOOD"}


def findings(**more: Any) -> Findings:
    """Eighty points, everything on time."""
    return Findings(**{"general": 25, "results": 55, **more})


async def build(town: Town) -> House:
    """Lay the house out."""
    assert town.database.party is not None
    house = House(town, town.database.party)
    for name, full in MORE.items():
        town.people[name] = await person(town, full, town.agencies["commune"])
    house.bodies["province"] = await house.operate(
        party.found_party_body,
        kind="committee",
        code="province",
        name="Đảng bộ tỉnh",
        begins=BEGAN,
        agency=town.agencies["province"],
    )
    await house.operate(
        party.appoint_party_office,
        person=house.person("governor"),
        body=house.bodies["province"],
        kind="secretary",
        begins=BEGAN,
        decision_no=NUMBER,
    )
    await house.found("governor", "office", "province", "branch")
    chair = await house.admit("governor", "chair", "office")
    agency = town.agencies["commune"]
    await house.found("governor", "commune", "province", "grassroots_committee", agency=agency)
    await house.appoint("governor", "chair", "commune", "secretary")
    await house.found("chair", "branch", "commune", "branch")
    await house.found("chair", "second", "commune", "branch")
    await house.found("chair", "leadership", "commune", "leadership", agency=agency)
    await house.found("chair", "union", "commune", "mass_organisation", agency=agency)
    above = Standing(managed_by=house.bodies["province"])
    await house.admit("chair", "vice", "branch", standing=above)
    for name in MEMBERS:
        await house.admit("chair", name, "branch")
    for name in SECOND:
        await house.admit("chair", name, "second")
    await house.admit("chair", "officer", "second")
    await _offices(house)
    await house.do(
        "governor",
        party.end_party_membership,
        member=chair,
        version=1,
        ends=date(2026, 2, 1),
        decision_no=NUMBER,
    )
    await house.admit("vice", "chair", "branch", begins=date(2026, 2, 1), standing=above)
    return house


async def _offices(house: House) -> None:
    await house.appoint("chair", "vice", "commune", "deputy_secretary")
    await house.appoint("chair", "officer", "commune", "personnel_officer")
    await house.appoint("chair", "chief", "branch", "secretary")
    await house.appoint("chair", "assistant", "branch", "deputy_secretary")
    await house.appoint("chair", "curator", "second", "secretary")
    await house.appoint("vice", "chair", "leadership", "head")
    await house.appoint("chair", "vice", "leadership", "leader")
    await house.appoint("chair", "porter", "union", "representative")
