"""The sample's rewards: what is laid down about money, and lists of people who get some."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from gateway.demo.questions import BEYOND, LISTED
from gateway.demo.scene import DAY, Scene
from resolvers.core.documents import Document
from resolvers.insight import decide_reward, propose_reward
from resolvers.rewards import (
    AwardOf,
    AwardRule,
    PartOfFund,
    SpanRule,
    approve_reward_list,
    approve_reward_regulation,
    decide_heads_reward,
    draw_awards,
    draw_reward_list,
    mark_rewards_paid,
    propose_reward_list,
    propose_reward_regulation,
    record_regulation_sent,
    record_salary,
    record_salary_fund,
    set_bonus_fund,
)
from resolvers.statute.evaluation.year import Span, first_of, last_of

OFFICER, HEAD, ABOVE = "personnel", "chair", "province"
SALARIES = Decimal(4_212_000_000)
"""Đồng a year for the whole commune; the fund is the decree's tenth of it."""
PARTS = (("quarter", 280_000_000), ("year", 100_000_000), ("ad_hoc", 40_000_000))
QUARTERLY = Decimal("0.25")
MULTIPLES = (Decimal(3), Decimal("2.4"), Decimal(1))
COEFFICIENTS = {
    "head": Decimal("4.98"),
    "deputy": Decimal("4.65"),
    "CM": Decimal("3.33"),
    "HT": Decimal("2.46"),
}
AWARD, AWARDED = "DX", Decimal(3_000_000)
UNITS = {"office": "head", "economy": "neighbour", "service": "service", "society": "acting"}
"""Units in which somebody is proposed for a reward out of turn, and the account that does it."""


@dataclass(frozen=True, slots=True)
class Rewards:
    """Who lays down, draws, approves and pays."""

    scene: Scene

    async def lay_down(self) -> None:
        """Before the first month: salaries, the fund and the regulation."""
        scene = self.scene
        agency, day = scene.commune.commune, scene.commune.founded
        paper = Document("15/QĐ-UBND", day)
        years = range(day.year, scene.today.year + 1)
        async with scene.acting(OFFICER, day) as (tx, request):
            for year in years:
                await record_salary_fund(
                    tx, request, agency=agency, year=year, amount=SALARIES, document=paper
                )
            for person, coefficient in self._coefficients():
                await record_salary(
                    tx,
                    request,
                    person=person,
                    coefficient=coefficient,
                    begins=day,
                    document=paper,
                )
            regulation = await propose_reward_regulation(
                tx,
                request,
                agency=agency,
                title="Quy chế thực hiện chế độ tiền thưởng",
                scope="Công chức đang công tác tại Ủy ban nhân dân xã.",
                remainder="largest",
                spans=[SpanRule("quarter", QUARTERLY, *MULTIPLES)],
                awards=[AwardRule(AWARD, "Thưởng đột xuất", amount=AWARDED)],
            )
        async with scene.acting(HEAD, day) as (tx, request):
            parts = [PartOfFund(span, Decimal(amount)) for span, amount in PARTS]
            for year in years:
                await set_bonus_fund(
                    tx, request, agency=agency, kind="bonus", year=year, parts=parts, document=paper
                )
            await approve_reward_regulation(
                tx, request, regulation=regulation, version=1, begins=day, decision=paper
            )
        async with scene.acting(OFFICER, day) as (tx, request):
            letter = Document("44/CV-UBND", day)
            await record_regulation_sent(
                tx, request, regulation=regulation, version=2, document=letter
            )

    async def quarters(self) -> None:
        """The last quarter's list waits for the head, the one before is paid."""
        firsts = self._quarters()
        for first in firsts[-2:-1]:
            await self._pay(await self._list(first), last_of(Span.QUARTER, first) + DAY)
        for first in firsts[-1:]:
            await self._list(first)

    async def awards(self, period: date) -> None:
        """Out of turn, for a closed month: one is paid, one waits on its list, one for the head."""
        proposals = await self._proposals(period)
        day = self.scene.ago(1)
        for number, proposal in enumerate(proposals[:-1][:2]):
            async with self.scene.acting(HEAD, day) as (tx, request):
                await decide_reward(
                    tx, request, id=proposal, version=1, accept=True, reason="Nhất trí."
                )
            async with self.scene.acting(OFFICER, day) as (tx, request):
                awards = [AwardOf(proposal, AWARD)]
                agency = self.scene.commune.commune
                list = await draw_awards(tx, request, agency=agency, awards=awards)
                await propose_reward_list(tx, request, list=list, version=1)
            if number == 0:
                await self._pay(list, day)

    async def _list(self, first: date) -> UUID:
        """Draw a quarter's list and propose it, the day after the quarter."""
        day = last_of(Span.QUARTER, first) + DAY
        async with self.scene.acting(OFFICER, day) as (tx, request):
            list = await draw_reward_list(
                tx,
                request,
                agency=self.scene.commune.commune,
                kind="bonus",
                span="quarter",
                period=first,
            )
            await propose_reward_list(tx, request, list=list, version=1)
        return list

    async def _pay(self, list: UUID, day: date) -> None:
        """The head approves, the head above decides about him, and the personnel body pays."""
        scene = self.scene
        async with scene.acting(HEAD, day) as (tx, request):
            paper = Document("201/QĐ-UBND", day)
            await approve_reward_list(tx, request, list=list, version=2, decision=paper)
        of_head = await scene.stage.rows(LISTED, list=list, person=scene.login(HEAD))
        for row in of_head:
            async with scene.acting(ABOVE, day) as (tx, request):
                told = {"line": row["id"], "version": row["version"]}
                await decide_heads_reward(tx, request, **told, accept=True, reason="Đúng quy chế.")
        async with scene.acting(OFFICER, day) as (tx, request):
            await mark_rewards_paid(tx, request, list=list, version=3, paid_on=day)

    async def _proposals(self, period: date) -> Sequence[UUID]:
        """The heads of some units propose whoever did the most beyond the plan."""
        scene, found = self.scene, []
        for unit, head in UNITS.items():
            rows = await scene.stage.rows(
                BEYOND,
                agency=scene.commune.commune,
                period=period,
                unit=scene.commune.units[unit],
                officer=scene.login(OFFICER),
            )
            for row in rows[:1]:
                async with scene.acting(head, scene.ago(1)) as (tx, request):
                    found.append(
                        await propose_reward(
                            tx,
                            request,
                            posting=row["posting_id"],
                            period=period,
                            reason="Hoàn thành nhiệm vụ đột xuất đúng hạn, không có sai sót.",
                        )
                    )
        return found

    def _quarters(self) -> list[date]:
        """The first days of the quarters that are over and are on record from their first month."""
        scene, found = self.scene, []
        first = first_of(Span.QUARTER, scene.commune.founded)
        while last_of(Span.QUARTER, first) < scene.today:
            if first >= scene.commune.founded:
                found.append(first)
            first = last_of(Span.QUARTER, first) + DAY
        return found

    def _coefficients(self) -> list[tuple[UUID, Decimal]]:
        """By person; nobody records his own."""
        return [
            (
                self.scene.commune.people[each.name],
                COEFFICIENTS.get(each.office) or COEFFICIENTS[each.position[:2]],
            )
            for each in self.scene.cast.people
            if each.unit in self.scene.commune.units
            and each.unit != "province"
            and each.login != OFFICER
        ]
