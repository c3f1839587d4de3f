"""The sample's petitions against scores: one in each state that a petition can come to."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from gateway.demo.questions import SHEET
from gateway.demo.scene import DAY, Scene
from gateway.demo.stage import WORKING_HOUR
from resolvers.core.database import Row
from resolvers.core.days import last_day
from resolvers.evaluations import CODES, score_sheet, sign_sheet
from resolvers.petitions import (
    HolidaysNotLaidDown,
    ask_petition_statement,
    give_petition_opinion,
    give_petition_statement,
    petition_score,
    reject_petition,
    uphold_score_petition,
    withdraw_petition,
)

OFFICER, HEAD = "personnel", "chair"
ANSWER = 2
"""Days in which the personnel body and the head have answered."""
LATELY = 5
"""Days ago on which the petition was filed that is only to be decided."""
FULL = {code: Decimal(5) if code.startswith("I.") else Decimal("2.5") for code in CODES}


@dataclass(frozen=True, slots=True)
class Petitions:
    """Petitions against the scores of a closed month, filed since."""

    scene: Scene
    period: date

    async def file(self) -> None:
        """All of them; none where the holidays are not laid down by which days are counted."""
        try:
            await self._rejected()
            await self._heard()
            await self._upheld()
            await self._withdrawn()
            yesterday = max(self._day(0), self.scene.today - DAY)
            text = "Đề nghị xem xét lại điểm tiêu chí phối hợp công tác."
            await self._file(self.scene.login("staff"), yesterday, text)
        except HolidaysNotLaidDown:
            return

    def _day(self, later: int) -> date:
        """So many days after the month, but not after today."""
        return min(last_day(self.period) + (1 + later) * DAY, self.scene.today)

    async def _file(self, person: UUID, day: date, text: str) -> UUID:
        row = await self._sheet(person)
        async with self.scene.stage.acting(person, day) as (tx, request):
            return await petition_score(tx, request, sheet=row["id"], text=text)

    async def _sheet(self, person: UUID) -> Row:
        (row,) = await self.scene.stage.rows(SHEET, person=person, period=self.period)
        return row

    async def _rejected(self) -> None:
        text = "Việc giao ngày cuối tháng bị tính là chậm tiến độ."
        petition = await self._file(self.scene.part("rejected"), self._day(0), text)
        await self._advise(petition, 1, "Sổ giao việc cho thấy việc được giao từ đầu tháng.")
        async with self.scene.acting(HEAD, self._day(ANSWER)) as (tx, request):
            await reject_petition(
                tx, request, petition=petition, version=2, reason="Việc được giao từ đầu tháng."
            )

    async def _heard(self) -> None:
        """The head of the unit and the personnel body have spoken; it waits for the decision."""
        text = "Sản phẩm bị trả lại do thay đổi yêu cầu, không phải lỗi của tôi."
        day = max(self._day(0), self.scene.ago(LATELY))
        petition = await self._file(self.scene.part("heard"), day, text)
        async with self.scene.acting(HEAD, day) as (tx, request):
            await ask_petition_statement(tx, request, petition=petition, version=1)
        async with self.scene.acting("neighbour", day) as (tx, request):
            said = "Đơn vị đã chấm theo biên bản nghiệm thu; yêu cầu có điều chỉnh một lần."
            await give_petition_statement(tx, request, petition=petition, version=2, text=said)
        said = "Đề nghị xem xét lại một đầu việc theo biên bản."
        await self._advise(petition, 3, said, max(day, self.scene.ago(1)))

    async def _upheld(self) -> None:
        """It is upheld, and the same head alone scores anew."""
        scene, person = self.scene, self.scene.part("upheld")
        petition = await self._file(person, self._day(0), "Chưa tính nhiệm vụ trực ngày nghỉ.")
        await self._advise(petition, 1, "Có phân công trực; kiến nghị có cơ sở.")
        day = self._day(ANSWER)
        async with scene.acting(HEAD, day) as (tx, request):
            await uphold_score_petition(
                tx,
                request,
                petition=petition,
                version=2,
                reason="Có lịch phân công trực kèm theo.",
                instructions="Chấm lại nhóm tiêu chí chung theo lịch phân công.",
                answer_by=datetime.combine(day + ANSWER * DAY, WORKING_HOUR),
            )
        row = await self._sheet(person)
        at = {"sheet": row["id"], "version": row["version"]}
        async with scene.acting("service", day) as (tx, request):
            await score_sheet(tx, request, **at, marks=FULL)
            await sign_sheet(tx, request, sheet=row["id"], version=row["version"] + 1)

    async def _withdrawn(self) -> None:
        person = self.scene.part("withdrew")
        petition = await self._file(person, self._day(0), "Đề nghị giải thích điểm tiến độ.")
        async with self.scene.stage.acting(person, self._day(1)) as (tx, request):
            reason = "Đã được người đứng đầu giải thích rõ."
            await withdraw_petition(tx, request, petition=petition, version=1, reason=reason)

    async def _advise(
        self, petition: UUID, version: int, text: str, day: date | None = None
    ) -> None:
        async with self.scene.acting(OFFICER, day or self._day(ANSWER)) as (tx, request):
            await give_petition_opinion(tx, request, petition=petition, version=version, text=text)
