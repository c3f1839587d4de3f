"""The commune's open month, laid out by deeds: what the heads find on their desks."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from gateway.database import PgDatabase
from gateway.demo.stage import Stage
from resolvers.core.ids import new_id
from resolvers.evaluations import CODES, open_month, self_assess, sheet
from resolvers.people import delegate_headship
from resolvers.work import Evidence, assign_work, deliver_work, record_fault, work_line
from tests.journeys.people import AGENCY, HEADS, LENT, SHEETS, UPPER, head_of
from tests.journeys.world import PERIOD, TODAY, Ids

BEGUN = date(2026, 6, 12)
"""The day on which the months are opened, work is assigned and two heads lend their authority."""
DUE = date(2026, 6, 14)
LENT_UNTIL = date(2026, 7, 31)
FULL = {code: Decimal(5 if code.startswith("I.") else "2.5") for code in CODES}
"""Full marks of the ten general criteria: 30 points."""
PIECES = Decimal(2)
_SHEETS = select(sheet.c.id, sheet.c.posting_id)
_LINES = select(work_line.c.id, work_line.c.posting_id)


async def prepare(database: PgDatabase, ids: Ids) -> None:
    """Everybody has worked and assessed himself; no head has judged anything yet.

    Each sheet has one line, with a delivery that waits and one noted delay; but for that of a post
    that is over, which takes no more work.
    """
    stage = Stage(database)
    await stage.authority_changed()
    await lend(stage, ids)
    for unit in UPPER:
        async with stage.acting(ids.people[HEADS[unit]], BEGUN) as (tx, request):
            await open_month(tx, request, unit=ids.units[unit], period=PERIOD)
    by_posting = {row["posting_id"]: row["id"] for row in await stage.rows(_SHEETS)}
    ids.sheets = {key: by_posting[id] for key, id in ids.postings.items() if id in by_posting}
    await _assign(stage, ids)
    await _deliver(stage, ids)
    for key, paper in SHEETS.items():
        async with stage.acting(ids.people[paper.person], TODAY) as (tx, request):
            await self_assess(tx, request, sheet=ids.sheets[key], version=1, marks=FULL)


async def lend(stage: Stage, ids: Ids) -> None:
    """Two heads lend their authority for some weeks."""
    for unit, (lender, acting) in LENT.items():
        async with stage.acting(ids.people[lender], BEGUN) as (tx, request):
            ids.delegations[unit] = await delegate_headship(
                tx,
                request,
                unit=ids.units[unit],
                to_person=ids.people[acting],
                begins=BEGUN,
                ends=LENT_UNTIL,
                reason="Đi học tập trung",
            )
    await stage.authority_changed()


async def _assign(stage: Stage, ids: Ids) -> None:
    for key, paper in SHEETS.items():
        if key == "promoted_before":
            continue
        product = "far" if AGENCY[paper.unit] == "far" else "CH.01"
        async with stage.acting(ids.people[head_of(key)], BEGUN) as (tx, request):
            await assign_work(
                tx,
                request,
                posting=ids.postings[key],
                product=ids.products[product],
                quantity=PIECES,
                due_on=DUE,
            )
    by_posting = {row["posting_id"]: row["id"] for row in await stage.rows(_LINES)}
    ids.lines = {key: by_posting[id] for key, id in ids.postings.items() if id in by_posting}


async def _deliver(stage: Stage, ids: Ids) -> None:
    for key, line in ids.lines.items():
        async with stage.acting(ids.people[SHEETS[key].person], TODAY) as (tx, request):
            ids.deliveries[key] = await deliver_work(
                tx,
                request,
                id=new_id(),
                line=line,
                quantity=PIECES,
                evidence=[Evidence("ket-qua.pdf", sha256="ab" * 32)],
            )
        async with stage.acting(ids.people[head_of(key)], TODAY) as (tx, request):
            ids.faults[key] = await record_fault(
                tx, request, line=line, kind="delay", reason="Chậm một ngày so với hạn"
            )
