"""The twelve months of the year, laid out by the program's own deeds as nobody disputes them."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select

from gateway.database import PgDatabase
from gateway.demo.founding import found
from gateway.demo.questions import PRODUCTS
from gateway.demo.stage import Stage
from resolvers.catalogue import set_deduction_scale
from resolvers.core.ids import new_id
from resolvers.evaluations import (
    CODES,
    Leadership,
    close_month,
    open_month,
    score_sheet,
    self_assess,
    sheet,
    sign_sheet,
)
from resolvers.people import Sealer, grant_mandate, link_login
from resolvers.work import Evidence, accept_delivery, assign_work, deliver_work, record_fault
from resolvers.work import work_line as lines
from tests.journeys.month import FULL
from tests.journeys.people import PEOPLE
from tests.journeys.world import FOUNDED, Ids
from tests.journeys.year.people import BEST, DELAYED, HEADS, MOTHER, SCORED, few

YEAR = 2026
DAY = date(YEAR, 12, 8)
"""The day after December was closed, provisionally: the year is classified before the 15th."""
DECEMBER_CLOSED = date(YEAR, 12, 7)
LEAVE, DELAY = date(YEAR, 3, 1), date(YEAR, 11, 1)
PIECES = Decimal(2)
PLAIN = dict.fromkeys(CODES, Decimal(1))
"""Ten points of thirty: with all work done, good."""
NEARLY = dict.fromkeys(CODES, Decimal("2.05"))
"""Half a point above the line of excellence, with all work done."""
Given = Mapping[str, Mapping[str, Decimal]]
"""Whoever gets other marks than PLAIN ones in every month."""
THE_BEST: Given = dict.fromkeys(BEST, FULL)
LED = Leadership(
    organising=Decimal(1),
    organising_reason="Đủ việc, đúng hạn.",
    unity=Decimal(1),
    unity_reason="Đơn vị đoàn kết.",
)
_SHEETS = select(sheet.c.id, sheet.c.posting_id, sheet.c.period)
_LINES = select(lines.c.id, lines.c.posting_id, lines.c.period)


async def lay_people(database: PgDatabase, sealer: Sealer, issuer: str) -> Ids:
    """The commune before its first month; everybody can sign in at `issuer`."""
    stage, ids = Stage(database), Ids()
    commune = await found(stage, few(), sealer, FOUNDED, FOUNDED)
    names = {each.name: key for key, each in PEOPLE.items()}
    ids.agencies = {"province": commune.province, "commune": commune.commune}
    ids.units = dict(commune.units)
    ids.people = {names[name]: id for name, id in commune.people.items()}
    ids.postings = {names[name]: id for name, id in commune.postings.items()}
    rows = await stage.rows(PRODUCTS, agency=commune.commune)
    ids.products = {row["code"]: row["id"] for row in rows}
    await _allow(stage, ids, issuer)
    return ids


async def lay_year(
    database: PgDatabase, sealer: Sealer, issuer: str, given: Given = THE_BEST
) -> Ids:
    """The commune with its closed year."""
    ids, stage = await lay_people(database, sealer, issuer), Stage(database)
    for month in range(1, 13):
        await _Month(stage, ids, date(YEAR, month, 1), given).whole()
    await _remember(stage, ids)
    return ids


async def _allow(stage: Stage, ids: Ids, issuer: str) -> None:
    """Logins, the province's personnel officer, and what a missed duty may cost."""
    async with stage.acting(None, FOUNDED) as (tx, request):
        for key, person in ids.people.items():
            await link_login(tx, request, person=person, issuer=issuer, subject=f"sub-{key}")
        await grant_mandate(
            tx,
            request,
            person=ids.people["nobody"],
            unit=ids.units["province"],
            kind="personnel_officer",
            begins=FOUNDED,
        )
    await stage.authority_changed()
    async with stage.acting(ids.people["chair"], FOUNDED) as (tx, request):
        ids.scales["duty"] = await set_deduction_scale(
            tx,
            request,
            agency=ids.agencies["commune"],
            criterion="II.3",
            code="TRE",
            reason="Chậm thực hiện trách nhiệm của người đứng đầu",
            points_each=Decimal("0.5"),
            at_most=Decimal("2.5"),
            begins=FOUNDED,
        )


async def _remember(stage: Stage, ids: Ids) -> None:
    """The ids of the sheets and lines of November, and of one delay in it."""
    keys = {id: key for key, id in ids.postings.items()}
    for known, rows in ((ids.sheets, _SHEETS), (ids.lines, _LINES)):
        for row in await stage.rows(rows):
            if row["period"] == DELAY:
                known[keys[row["posting_id"]]] = row["id"]


class _Month:
    """One month of the whole commune."""

    def __init__(self, stage: Stage, ids: Ids, period: date, given: Given) -> None:
        self.stage, self.ids, self.period, self.given = stage, ids, period, given
        last = period.replace(day=monthrange(period.year, period.month)[1])
        self.begun, self.done, self.judged = (period.replace(day=day) for day in (2, 3, 4))
        self.closed = min(last, DECEMBER_CLOSED)

    async def whole(self) -> None:
        for unit, head in HEADS.items():
            async with self.stage.acting(self.ids.people[head], self.begun) as (tx, request):
                await open_month(tx, request, unit=self.ids.units[unit], period=self.period)
        of_month = await self.stage.rows(_SHEETS.where(sheet.c.period == self.period))
        self.sheets = {row["posting_id"]: row["id"] for row in of_month}
        for unit, people in SCORED.items():
            await self._work(HEADS[unit], [key for key in people if not self._away(key)])
        for unit, people in SCORED.items():
            await self._score(unit, people)

    async def _work(self, head: str, people: Sequence[str]) -> None:
        ids = self.ids
        async with self.stage.acting(ids.people[head], self.begun) as (tx, request):
            for key in people:
                await assign_work(
                    tx,
                    request,
                    posting=ids.postings[key],
                    product=ids.products["CH.01"],
                    quantity=PIECES,
                    due_on=self.done,
                )
        rows = await self.stage.rows(_LINES.where(lines.c.period == self.period))
        line = {row["posting_id"]: row["id"] for row in rows}
        for key in people:
            await self._deliver(head, key, line[ids.postings[key]])

    async def _deliver(self, head: str, key: str, line: UUID) -> None:
        proof = [Evidence("ket-qua.pdf", sha256="ab" * 32)]
        told: dict[str, Any] = {"id": new_id(), "line": line, "quantity": PIECES}
        async with self.stage.acting(self.ids.people[key], self.done) as (tx, request):
            delivery = await deliver_work(tx, request, **told, evidence=proof)
            await self_assess(tx, request, sheet=self._sheet(key), version=1, marks=FULL)
        async with self.stage.acting(self.ids.people[head], self.judged) as (tx, request):
            await accept_delivery(tx, request, delivery=delivery, version=1)
            if (key, self.period) == (DELAYED, DELAY):
                self.ids.faults[key] = await record_fault(
                    tx, request, line=line, kind="delay", reason="Chậm một ngày so với hạn"
                )

    async def _score(self, unit: str, people: Sequence[str]) -> None:
        async with self.stage.acting(self.ids.people[HEADS[unit]], self.closed) as (tx, request):
            for key in people:
                away, id = self._away(key), self._sheet(key)
                await score_sheet(
                    tx,
                    request,
                    sheet=id,
                    version=1 if away else 2,
                    marks=self.given.get(key, PLAIN),
                    leadership=None if unit in ("office", "economy") else LED,
                    absence="Nghỉ thai sản" if away else "",
                )
                await sign_sheet(tx, request, sheet=id, version=2 if away else 3)
            await close_month(tx, request, unit=self.ids.units[unit], period=self.period)

    def _sheet(self, key: str) -> UUID:
        found: UUID = self.sheets[self.ids.postings[key]]
        return found

    def _away(self, key: str) -> bool:
        return (key, self.period) == (MOTHER, LEAVE)
