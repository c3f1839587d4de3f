"""The sample's year: organisations assess themselves, and people are prepared for their class."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from gateway.demo.questions import CASES, REVIEWS
from gateway.demo.scene import JANUARY, Scene
from resolvers.classification import (
    define_duty_group,
    open_classification,
    record_minutes,
    submit_year_form,
)
from resolvers.core.database import Row
from resolvers.core.documents import Document
from resolvers.recognition import (
    OrganisationMark,
    Statement,
    assess_organisation,
    mark_organisation,
    open_recognition,
    save_organisation_draft,
)
from resolvers.results import compute_results
from resolvers.statute.evaluation.year import Span

OFFICER, OFFICER_ABOVE, HEAD = "personnel", "registrar", "chair"
OPENED, ASSESSED, MARKED = 8, 5, 2
"""Days ago on which the year of the organisations was opened, told and marked."""
STATEMENT = Statement(
    planned=120,
    completed=118,
    on_time=112,
    exceeded=36,
    late=8,
    quality=True,
    shortcomings="fixed",
)
LESS = Decimal("0.5")
"""What an organisation takes off each criterion of its own accord."""
GROUPS = {
    "TM": ("Tham mưu tổng hợp, chuyên môn", ("CM.01", "CM.02", "CM.03")),
    "TN": ("Tiếp nhận, trả kết quả và phục vụ", ("CM.04", "HT.01")),
}


@dataclass(frozen=True, slots=True)
class Year:
    """How far the review of the year has come."""

    scene: Scene

    async def organisations(self) -> None:
        """One is marked, one has told, one has begun, and one has still to begin."""
        scene = self.scene
        units, day = scene.commune.units, scene.ago(OPENED)
        for login, unit in ((OFFICER, "commune"), (OFFICER_ABOVE, "province")):
            async with scene.acting(login, day) as (tx, request):
                await open_recognition(tx, request, unit=units[unit], year=scene.year)
        rows = await scene.stage.rows(REVIEWS, year=scene.year)
        reviews = {row["unit_id"]: row["id"] for row in rows}
        told: dict[str, Any] = {"marks": self._marks(), "statement": STATEMENT, "level": "GOOD"}
        for login, unit in (("head", "office"), ("service", "service")):
            async with scene.acting(login, scene.ago(ASSESSED)) as (tx, request):
                await assess_organisation(
                    tx, request, review=reviews[units[unit]], version=1, **told
                )
        async with scene.acting("neighbour", scene.ago(MARKED)) as (tx, request):
            await save_organisation_draft(
                tx, request, review=reviews[units["economy"]], version=1, statement=STATEMENT
            )
        async with scene.acting(HEAD, scene.ago(MARKED)) as (tx, request):
            await mark_organisation(
                tx,
                request,
                review=reviews[units["office"]],
                version=2,
                marks=self._marks(),
                statement=STATEMENT,
            )

    async def people(self) -> None:
        """Groups of similar duties; where the year is reviewed, cases, forms and minutes."""
        scene = self.scene
        agency, founded = scene.commune.commune, scene.commune.founded
        async with scene.acting(HEAD, founded) as (tx, request):
            for code, (name, positions) in GROUPS.items():
                await define_duty_group(
                    tx,
                    request,
                    agency=agency,
                    code=code,
                    name=name,
                    positions=[scene.commune.positions[each] for each in positions],
                    begins=founded,
                )
        if not scene.year_is_reviewed:
            return
        async with scene.acting(OFFICER, scene.today) as (tx, request):
            first = date(scene.year, JANUARY, 1)
            await compute_results(tx, request, agency=agency, span=Span.YEAR.value, period=first)
            root = scene.commune.units["commune"]
            await open_classification(tx, request, unit=root, year=scene.year)
        async with scene.acting(OFFICER_ABOVE, scene.today) as (tx, request):
            above = scene.commune.units["province"]
            await open_classification(tx, request, unit=above, year=scene.year)
        await self._speak()

    async def _speak(self) -> None:
        """Members of one unit have submitted their forms; a meeting has spoken about them."""
        scene = self.scene
        rows = await scene.stage.rows(CASES, year=scene.year, unit=scene.commune.units["office"])
        waiting = scene.login("staff")
        said = [await self._submit(row) for row in rows if row["person_id"] != waiting]
        if not said:
            return
        async with scene.acting("head", scene.today) as (tx, request):
            await record_minutes(
                tx,
                request,
                cases=said,
                document=Document("03/BB-VP", scene.today),
                summoned=len(said) + 3,
                attended=len(said) + 2,
                passed=True,
            )

    async def _submit(self, row: Row) -> UUID:
        async with self.scene.stage.acting(row["person_id"], self.scene.today) as (tx, request):
            return await submit_year_form(
                tx,
                request,
                case=row["id"],
                version=1,
                level=row["level"],
                text="Đã hoàn thành các nhiệm vụ được giao trong năm, đúng tiến độ, chất lượng.",
            )

    def _marks(self) -> list[OrganisationMark]:
        """Each criterion with little taken off, and why."""
        return [
            OrganisationMark(each.code, each.most - LESS, "Có minh chứng kèm theo báo cáo năm.")
            for each in self.scene.cast.scheme.criteria
        ]
