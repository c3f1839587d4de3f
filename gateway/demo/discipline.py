"""The sample's discipline, and a record that another agency has asked for and read."""

from dataclasses import dataclass
from uuid import UUID

from gateway.demo.scene import DAY, Scene
from resolvers.core.documents import Document
from resolvers.discipline import Opening, Ruling, record_discipline, record_procedure
from resolvers.dossier import ask_dossier, grant_dossier, read_dossier

OFFICER, OFFICER_ABOVE, HEAD = "personnel", "registrar", "chair"
DECIDED, ACT = 70, 40
"""Days ago on which somebody was disciplined, and days before that on which his act ended."""
TAKEN_UP, OPENED = 25, 2
"""Days before a decision, and days ago, on which a procedure was opened."""
ASKED, GRANTED, READ = 12, 10, (9, 5)
OPEN_FOR = 30
"""Days for which a record is open to whoever asked."""
APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Registers:
    """What the personnel body records of discipline, and who reads a record elsewhere."""

    scene: Scene

    async def discipline(self) -> None:
        """A reprimand that is in force."""
        scene = self.scene
        day = scene.ago(DECIDED)
        taken_up = max(day - TAKEN_UP * DAY, scene.commune.founded)
        person = scene.part("disciplined")
        about = "Chậm giải quyết nhiều hồ sơ đất đai khi không có lý do chính đáng."
        async with scene.acting(OFFICER, taken_up) as (tx, request):
            paper = Document("31/TB-UBND", taken_up)
            opening = Opening("administrative", taken_up, about, paper)
            procedure = await record_procedure(tx, request, person=person, opening=opening)
        async with scene.acting(OFFICER, day) as (tx, request):
            ruling = Ruling(
                source="administrative",
                form="reprimand",
                relation="duty",
                about=about,
                act_on=day - ACT * DAY,
                effective_on=day,
                decision=Document("64/QĐ-UBND", day),
                procedure=procedure,
            )
            await record_discipline(tx, request, person=person, ruling=ruling)

    async def accuse(self) -> None:
        """A procedure is opened on somebody whose transfer waits: it bars that by law."""
        scene = self.scene
        day = scene.ago(OPENED)
        async with scene.acting(OFFICER, day) as (tx, request):
            opening = Opening(
                "administrative",
                day,
                "Có dấu hiệu vi phạm quy định về tiếp công dân.",
                Document("97/TB-UBND", day),
            )
            await record_procedure(tx, request, person=scene.part("transferred"), opening=opening)

    async def lend(self) -> None:
        """The province asks for two records; it has read the one, the other waits."""
        scene = self.scene
        request_id = await self._ask(scene.login("staff"), ASKED)
        day = scene.ago(GRANTED)
        async with scene.acting(HEAD, day) as (tx, request):
            ends = day + OPEN_FOR * DAY
            opened = await grant_dossier(tx, request, request_id=request_id, version=1, ends=ends)
        for days in READ:
            async with scene.acting(OFFICER_ABOVE, scene.ago(days)) as (tx, request):
                await read_dossier(
                    tx,
                    request,
                    dossier_id=opened,
                    person=scene.login("staff"),
                    purpose=APPOINTMENT,
                )
        await self._ask(scene.part("term_ending"), OPENED)

    async def _ask(self, person: UUID, days: int) -> UUID:
        """The province's personnel body asks for a record, as the commune knows the person."""
        scene = self.scene
        name = next(name for name, id in scene.commune.people.items() if id == person)
        seed = next(each for each in scene.cast.people if each.name == name)
        day = scene.ago(days)
        async with scene.acting(OFFICER_ABOVE, day) as (tx, request):
            return await ask_dossier(
                tx,
                request,
                unit=scene.commune.units["province"],
                agency_code=scene.cast.commune.code,
                staff_code=seed.staff_code,
                purpose=APPOINTMENT,
                matter="Xem xét nhân sự bổ nhiệm tại cơ quan cấp tỉnh.",
                document=Document("205/CV-UBND", day),
            )
