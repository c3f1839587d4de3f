"""The sample's personnel work: what is on record of people, and actions in several steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from gateway.demo.founding import DUE
from gateway.demo.questions import CLOSED_SHEETS, MAIN_POST
from gateway.demo.scene import DAY, Scene
from resolvers.core.documents import Document
from resolvers.personnel import (
    Cited,
    ServiceFact,
    Target,
    decide_personnel_action,
    hear_personnel_subject,
    list_periodic_position,
    propose_personnel_action,
    record_personnel_step,
    record_protected_state,
    record_service_fact,
)
from resolvers.statute.months import months_after

OFFICER = "personnel"
PERIODIC = "CM.02", 2
"""A position of the list of posts that are changed, and after how many years."""
TERM_LEFT, TERM = 60, -5 * 12
"""Days until a term is over, and the months that it has lasted then."""
LONG_TERM = 900
CLASSED = 3
"""Years before this one of which a class is on record, on paper."""
SCALE = "Theo quy định tại thời điểm xếp loại"
NOTICE = (12, 20)
YEARS_TO_RETIREMENT = 18
SHORT_ROTATION = 24
"""Months, fewer than the law asks for: it leaves the case to whoever decides."""
Step = tuple[str, str, int]
"""Whose account, the code of the step, and how many days ago it was done."""
ROTATION: tuple[Step, ...] = (
    (OFFICER, "rotation_policy", 28),
    (OFFICER, "rotation_proposal", 24),
    (OFFICER, "party_opinion", 18),
    (OFFICER, "sending_assessment", 14),
    ("registrar", "receiving_opinion", 9),
    (OFFICER, "hear", 4),
)
TRANSFER: tuple[Step, ...] = (
    (OFFICER, "plan", 18),
    (OFFICER, "measures", 14),
    (OFFICER, "hear", 7),
)
BEFORE_THE_MONTH = 8
"""Days before an open month begins on which a transfer to its first day is decided."""


@dataclass(slots=True)
class _Action:
    """A personnel action on its way."""

    scene: Scene
    id: UUID
    version: int = field(default=1)

    async def take(self, steps: Iterable[Step], before: date) -> None:
        """Take steps in their order, so many days before a day."""
        for number, (login, code, days) in enumerate(steps, start=1):
            day = max(before - days * DAY, self.scene.commune.founded)
            paper = Document(f"{number:02d}/{code.upper()[:2]}-UBND", day)
            at: dict[str, Any] = {"action": self.id, "version": self.version}
            async with self.scene.acting(login, day) as (tx, request):
                if code == "hear":
                    said = "Tôi đã được nghe giải thích rõ và chấp hành phân công của tổ chức."
                    await hear_personnel_subject(tx, request, **at, said=said, document=paper)
                else:
                    await record_personnel_step(tx, request, **at, step=code, document=paper)
            self.version += 1


@dataclass(frozen=True, slots=True)
class Personnel:
    """What the personnel body of the commune does, as of the sample's day."""

    scene: Scene

    async def record(self) -> None:
        """What is known of terms, retirement, confidence and earlier years, and the list."""
        scene = self.scene
        day, told = scene.commune.founded, []
        ends = scene.today + TERM_LEFT * DAY
        for part, last in (("term_ending", ends), ("voted_on", ends + LONG_TERM * DAY)):
            began = months_after(last, TERM)
            fact = ServiceFact("term", last, self._paper(), scene.posting(part), began)
            told.append((scene.part(part), fact))
        retires = date(scene.today.year + YEARS_TO_RETIREMENT, 1, 1)
        for part in ("term_ending", "rotated", "voted_on"):
            told.append((scene.part(part), ServiceFact("retirement", retires, self._paper())))
        vote = ServiceFact("confidence", day, self._paper(), low=3, ballots=38)
        told.append((scene.part("voted_on"), vote))
        code, years = PERIODIC
        async with scene.acting(OFFICER, day) as (tx, request):
            for person, fact in told:
                await record_service_fact(tx, request, person=person, fact=fact)
            position = scene.commune.positions[code]
            await list_periodic_position(
                tx, request, position=position, years=years, document=self._paper()
            )
            await record_protected_state(
                tx,
                request,
                person=scene.part("expecting"),
                state="pregnancy",
                since=day,
                document=self._paper(),
            )

        async with scene.acting(OFFICER, scene.today) as (tx, request):
            for person in (scene.part("rotated"), scene.login("staff")):
                for year in range(scene.today.year - CLASSED, scene.today.year):
                    await record_service_fact(tx, request, person=person, fact=_class(year))

    async def move(self, period: date) -> None:
        """Somebody is transferred from a month on, by a decision taken before it."""
        scene = self.scene
        unit, position = scene.commune.units["service"], scene.commune.positions["CM.04"]
        target = Target(unit, position=position)
        decided = max(period - BEFORE_THE_MONTH * DAY, scene.commune.founded)
        action = await self._propose("moved", "transfer", target, decided - 20 * DAY, period)
        await action.take(TRANSFER, decided)
        async with scene.acting("chair", decided) as (tx, request):
            await decide_personnel_action(
                tx,
                request,
                action=action.id,
                version=action.version,
                effective_on=period,
                decision=Document("118/QĐ-UBND", decided),
            )
        await scene.stage.authority_changed()
        (post,) = await scene.stage.rows(MAIN_POST, person=scene.part("moved"), day=period)
        scene.commune.postings[scene.named("moved")] = post["id"]

    async def propose(self) -> None:
        """Two wait for those who decide, one of them as a special case, and one for a hearing."""
        scene, units = self.scene, self.scene.commune.units
        transfer = Target(units["service"], position=scene.commune.positions["CM.04"])
        waiting = await self._propose("transferred", "transfer", transfer, scene.ago(20))
        await waiting.take(TRANSFER, scene.today)
        periodic = Target(units["office"], position=scene.commune.positions["CM.01"])
        due = scene.today + DUE
        changed = await self._propose("changed", "periodic_change", periodic, scene.ago(20), due)
        await changed.take(TRANSFER[:-1], scene.ago(0))
        months = await scene.stage.rows(CLOSED_SHEETS, person=scene.part("rotated"))
        if not months:
            return
        begins = months_after(scene.today.replace(day=1), 2)
        rotation = await self._propose(
            "rotated",
            "rotation",
            Target(units["province"], office="deputy"),
            scene.ago(30),
            begins,
            until=months_after(begins, SHORT_ROTATION),
            grounds=[Cited(sheet=row["id"]) for row in months],
            special="Luân chuyển theo nhiệm vụ của Ban chỉ đạo cấp tỉnh, trong 24 tháng.",
        )
        await rotation.take(ROTATION, scene.today)

    async def _propose(
        self,
        part: str,
        kind: str,
        target: Target,
        day: date,
        effective_on: date | None = None,
        *,
        until: date | None = None,
        grounds: Sequence[Cited] = (),
        special: str | None = None,
    ) -> _Action:
        scene = self.scene
        async with scene.acting(OFFICER, max(day, scene.commune.founded)) as (tx, request):
            id = await propose_personnel_action(
                tx,
                request,
                kind=kind,
                posting=scene.posting(part),
                reason=REASONS[kind],
                target=target,
                effective_on=effective_on,
                until=until,
                grounds=grounds,
                special_case=special,
            )
        return _Action(scene, id)

    def _paper(self) -> Document:
        return Document("Hồ sơ mẫu", self.scene.commune.founded)


def _class(year: int) -> ServiceFact:
    """The class of a year, as the paper of the office says that gave it."""
    noticed = date(year, *NOTICE)
    paper = Document(f"90/TB-{year}", noticed)
    level = "EXCELLENT" if year % 2 else "GOOD"
    return ServiceFact("earlier_class", noticed, paper, year=year, level=level, scale=SCALE)


REASONS = {
    "transfer": "Bố trí người cho bộ phận tiếp nhận hồ sơ.",
    "periodic_change": "Đến thời hạn định kỳ chuyển đổi vị trí công tác.",
    "rotation": "Đào tạo, bồi dưỡng công chức lãnh đạo trong quy hoạch.",
}
