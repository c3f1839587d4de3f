"""The sample's Party record: a committee with its branches, and a campaign in its course."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from gateway.database import PgDatabase
from gateway.demo.cast import PersonSeed
from gateway.demo.questions import PARTY_REVIEWS, VOICES
from gateway.demo.scene import DAY, DECEMBER, Acting, Scene
from gateway.demo.stage import PartyStage
from resolvers.core.documents import Document
from resolvers.party import (
    Findings,
    Standing,
    admit_party_member,
    answer_party_topic,
    appoint_party_office,
    cast_party_vote,
    count_party_ballot,
    end_party_membership,
    found_party_body,
    open_party_ballot,
    open_party_campaign,
    raise_party_topic,
    speak_on_party_review,
)

NUMBER = "01-QĐ/ĐU"
IN_THE_PARTY = 6_000
"""Days since the members of the sample were admitted to the Party."""
TOP, SECRETARY, DEPUTY = "province", "chair", "Lê Thị Minh Nguyệt"
"""Who speaks for the committee above, and for the commune's."""
BRANCHES = {"office": "head", "economy": "neighbour", "society": "acting", "service": "service"}
"""By unit the account of its branch's secretary. Leaders of the commune belong to the office's."""
CODE = "Chi bộ Văn phòng, hòm phiếu mẫu"
"""Locks the boxes of the sample's ballots: whoever counts types it."""
OPENED, RAISED, SPOKEN, VOTED, COUNTED = 14, 12, 9, 6, 5
"""Days ago."""
LATE = ("staff", "inspector")
"""Accounts in the branch of the office that have still to review themselves."""
COUNTED_ON, OPEN_ON = "personnel", "admin"
"""Whose class the branch has voted on, and on whose it is voting."""
TELLERS = ("head", "deputy", "admin")
GOOD = Findings(general=Decimal(26), results=Decimal(58))
SAID = "Đã thực hiện nghiêm túc nhiệm vụ được giao; có tinh thần đoàn kết, cầu thị."
TOPICS = {
    "deputy": "Làm rõ trách nhiệm trong việc chậm số hóa hồ sơ lưu trữ.",
    "neighbour": "Làm rõ tiến độ giải ngân vốn đầu tư công của phòng.",
}
"""What the committee asks two of those who are reviewed; the first has answered."""


@dataclass(slots=True)
class Party:
    """The Party's record of the commune, as of the sample's day."""

    scene: Scene
    stage: PartyStage
    bodies: dict[str, UUID] = field(default_factory=dict)

    @classmethod
    def beside(cls, scene: Scene, database: PgDatabase) -> "Party":
        """The Party's record beside a commune that stands; under its own database roles."""
        return cls(scene, PartyStage(database))

    async def found(self) -> None:
        """The tree, its secretaries and its roll: all of it begins with the records."""
        await self._found_top()
        for unit in self.scene.cast.units:
            await self._found(SECRETARY, unit.key, "commune", "branch", f"Chi bộ {unit.name}")
        name = "Tập thể lãnh đạo Ủy ban nhân dân xã"
        await self._found(SECRETARY, "leadership", "commune", "leadership", name)
        name = "Công đoàn cơ sở xã Thanh Lĩnh"
        await self._found(SECRETARY, "union", "commune", "mass_organisation", name)
        members = [each for each in self.scene.cast.people if each.party]
        # The deputy secretary first: she alone can admit the secretary.
        for seed in sorted(members, key=lambda each: each.name != DEPUTY):
            if seed.login != SECRETARY:
                await self._admit(SECRETARY, seed)
        await self._appoint(SECRETARY, self._named(DEPUTY), "commune", "deputy_secretary")
        await self._admit(DEPUTY, next(each for each in members if each.login == SECRETARY))
        for branch, login in BRANCHES.items():
            await self._appoint(SECRETARY, self.scene.login(login), branch, "secretary")
        deputy = self.scene.login("deputy")
        await self._appoint(SECRETARY, deputy, "office", "deputy_secretary")
        await self._appoint(DEPUTY, self.scene.login(SECRETARY), "leadership", "head")
        for person in (self._named(DEPUTY), self.scene.part("voted_on")):
            await self._appoint(SECRETARY, person, "leadership", "leader")
        await self._appoint(SECRETARY, self.scene.part("unionist"), "union", "representative")

    async def review(self) -> None:
        """A campaign of the year, or of the quarter that is over: half of it is done."""
        scene = self.scene
        async with self._acting(SECRETARY, scene.ago(OPENED)) as (tx, request):
            year, quarter = self._span()
            body = self.bodies["commune"]
            await open_party_campaign(tx, request, body=body, year=year, quarter=quarter)
        await self._topics()
        members = [each for each in scene.cast.people if each.party and each.unit == "office"]
        speaking = [each for each in members if each.login not in LATE]
        for seed in speaking:
            await self._speak(seed.name, seed.name, "self", SPOKEN)
        await self._vote(COUNTED_ON, [each for each in members if each.login != COUNTED_ON])
        await self._speak(self._login("head"), self._login(COUNTED_ON), "branch", COUNTED)
        others = (OPEN_ON, "head", COUNTED_ON)
        for seed in speaking:
            if seed.login not in others:
                await self._speak(self._login("head"), seed.name, "branch", COUNTED)
        await self._vote(OPEN_ON, speaking[:2], count=False)

    async def _found_top(self) -> None:
        """The operator installs the committee above and its secretary; he founds the commune's."""
        scene, day = self.scene, self.scene.commune.founded
        async with self.stage.acting(None, day) as (tx, request):
            self.bodies["top"] = await found_party_body(
                tx,
                request,
                kind="committee",
                code="UBT",
                name="Đảng bộ Ủy ban nhân dân tỉnh Nghệ An",
                begins=day,
                agency=scene.commune.province,
            )
            await appoint_party_office(
                tx,
                request,
                person=scene.login(TOP),
                body=self.bodies["top"],
                kind="secretary",
                begins=day,
                decision_no=NUMBER,
            )
        self.stage.forget()
        await self._found(TOP, "desk", "top", "branch", "Chi bộ Văn phòng Ủy ban nhân dân tỉnh")
        # A secretary belongs to the Party above before the committee that he leads is there.
        secretary = scene.login(SECRETARY)
        async with self._acting(TOP, day) as (tx, request):
            member = await admit_party_member(
                tx,
                request,
                person=secretary,
                body=self.bodies["desk"],
                admitted_on=day - IN_THE_PARTY * DAY,
                begins=day,
                decision_no=NUMBER,
            )
        name = "Đảng bộ Ủy ban nhân dân xã Thanh Lĩnh"
        await self._found(TOP, "commune", "top", "grassroots_committee", name)
        await self._appoint(TOP, secretary, "commune", "secretary")
        async with self._acting(TOP, day) as (tx, request):
            await end_party_membership(
                tx, request, member=member, version=1, ends=day + DAY, decision_no=NUMBER
            )

    async def _found(self, by: str, key: str, parent: str, kind: str, name: str) -> None:
        scene, day = self.scene, self.scene.commune.founded
        async with self._acting(by, day) as (tx, request):
            self.bodies[key] = await found_party_body(
                tx,
                request,
                parent=self.bodies[parent],
                kind=kind,
                code=key,
                name=name,
                begins=day,
                agency=scene.commune.province if parent == "top" else scene.commune.commune,
            )
        self.stage.forget()

    async def _admit(self, by: str, seed: PersonSeed) -> None:
        """Those who lead the commune are cadres of the committee above: it reviews them."""
        day = self.scene.commune.founded
        above = seed.login == SECRETARY or seed.name == DEPUTY
        branch = seed.unit if seed.unit in BRANCHES else "office"
        async with self._acting(by, day) as (tx, request):
            await admit_party_member(
                tx,
                request,
                person=self.scene.commune.people[seed.name],
                body=self.bodies[branch],
                admitted_on=day - IN_THE_PARTY * DAY,
                begins=day + DAY if seed.login == SECRETARY else day,
                decision_no=NUMBER,
                standing=Standing(managed_by=self.bodies["top"]) if above else None,
            )

    async def _appoint(self, by: str, person: UUID, body: str, kind: str) -> None:
        day = self.scene.commune.founded
        async with self._acting(by, day) as (tx, request):
            await appoint_party_office(
                tx,
                request,
                person=person,
                body=self.bodies[body],
                kind=kind,
                begins=day,
                decision_no=NUMBER,
            )
        self.stage.forget()

    async def _topics(self) -> None:
        for login, text in TOPICS.items():
            person = self.scene.login(login)
            async with self._acting(SECRETARY, self.scene.ago(RAISED)) as (tx, request):
                topic = await raise_party_topic(
                    tx,
                    request,
                    review=await self._review(person),
                    author=self.bodies["commune"],
                    text=text,
                )
            if login == next(iter(TOPICS)):
                async with self._acting(login, self.scene.ago(SPOKEN)) as (tx, request):
                    answer = "Đã phân công người phụ trách; hoàn thành trong tháng tới."
                    await answer_party_topic(tx, request, topic=topic, version=1, text=answer)

    async def _speak(self, by: str, about: str, kind: str, days: int) -> None:
        """One voice, by its name, on the review of somebody."""
        review = await self._review(self._named(about))
        rows = await self.stage.rows(VOICES)
        voice = next(row for row in rows if (row["review_id"], row["kind"]) == (review, kind))
        at = {"voice": voice["id"], "version": voice["version"]}
        async with self._acting(by, self.scene.ago(days)) as (tx, request):
            await speak_on_party_review(tx, request, **at, text=SAID, findings=GOOD, level="GOOD")

    async def _vote(self, about: str, voters: Sequence[PersonSeed], *, count: bool = True) -> None:
        """The branch of the office votes in secret about the class of one of its members."""
        scene, day = self.scene, self.scene.ago(VOTED)
        branch = self.bodies["office"]
        async with self._acting("head", day) as (tx, request):
            ballot = await open_party_ballot(
                tx,
                request,
                review=await self._review(scene.login(about)),
                body=branch,
                kind="class",
                way="electronic",
                code=CODE,
            )
        for place, seed in enumerate(voters):
            async with self._acting(seed.name, day) as (tx, request):
                choice = "COMPLETED" if place == 1 else "GOOD"
                await cast_party_vote(tx, request, ballot=ballot, choice=choice)
        if not count:
            return
        async with self._acting("head", scene.ago(COUNTED)) as (tx, request):
            await count_party_ballot(
                tx,
                request,
                ballot=ballot,
                version=1,
                present=len(voters) + 1,
                minutes=Document("05-BB/CB", scene.ago(COUNTED)),
                commission=[scene.login(login) for login in TELLERS],
                code=CODE,
            )

    async def _review(self, person: UUID) -> UUID:
        rows = await self.stage.rows(PARTY_REVIEWS)
        found: UUID = next(row["id"] for row in rows if row["person_id"] == person)
        return found

    def _span(self) -> tuple[int, int | None]:
        """The year at its end and while it is reviewed, else the quarter before; the first at
        least."""
        scene, month = self.scene, self.scene.today.month
        if month == DECEMBER or scene.year < scene.today.year:
            return scene.year, None
        return scene.year, max((month - 1) // 3, 1)

    def _login(self, login: str) -> str:
        return next(each.name for each in self.scene.cast.people if each.login == login)

    def _named(self, name: str) -> UUID:
        return self.scene.commune.people[name]

    def _acting(self, by: str, day: date) -> Acting:
        """A transaction of an account, or of somebody by his name."""
        known = self.scene.commune.people
        return self.stage.acting(known[by] if by in known else self.scene.login(by), day)
