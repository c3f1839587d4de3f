"""An office of twenty-five, besides its head and his deputy: the size that the count of keys and
clicks, and the first paint of a worklist, are promised for.

Its newcomers' month is done in few transactions.
"""

from uuid import UUID

from sqlalchemy import select

from gateway.demo.stage import Stage
from resolvers.core.ids import new_id
from resolvers.evaluations import open_sheet, self_assess
from resolvers.people import appoint, register_person
from resolvers.work import Evidence, accept_delivery, assign_work, deliver_work, work_line
from tests.journeys.month import BEGUN, DUE, FULL, PIECES
from tests.journeys.people import of_unit
from tests.journeys.world import FOUNDED, PERIOD, TODAY, Ids

MEMBERS = 25
UNIT, HEAD = "office", "head"
_LINES = select(work_line.c.id, work_line.c.posting_id)
_NAMES = (
    "Bùi Thị Bích Liên", "Cao Xuân Tùng", "Chu Thị Hạnh", "Đặng Quốc Bảo", "Đinh Văn Thắng",
    "Hà Thị Kim Cúc", "Hoàng Minh Tuấn", "Lương Thị Yến", "Lưu Đình Phúc", "Mai Thị Quyên",
    "Nguyễn Thị Tuyết", "Phan Trọng Nghĩa", "Tạ Thị Xuân", "Trịnh Công Sáng", "Võ Thị Hòa",
    "Vũ Đức Kiên",
)  # fmt: skip


async def crowd(stage: Stage, ids: Ids) -> None:
    """In a prepared month the office gets its twenty-five; what the newcomers did is accepted."""
    assert len(of_unit(UNIT)) + len(_NAMES) == MEMBERS
    people = await _appointed(stage, ids)
    await stage.authority_changed()
    async with stage.acting(ids.people[HEAD], BEGUN) as (tx, request):
        sheets = {}
        for person, posting in people.items():
            sheets[person] = await open_sheet(tx, request, posting=posting, period=PERIOD)
            await assign_work(
                tx,
                request,
                posting=posting,
                product=ids.products["CH.01"],
                quantity=PIECES,
                due_on=DUE,
            )
    lines = {row["posting_id"]: row["id"] for row in await stage.rows(_LINES)}
    handed = []
    for person, posting in people.items():
        async with stage.acting(person, TODAY) as (tx, request):
            handed.append(
                await deliver_work(
                    tx,
                    request,
                    id=new_id(),
                    line=lines[posting],
                    quantity=PIECES,
                    evidence=[Evidence("ket-qua.pdf", sha256="ab" * 32)],
                )
            )
            await self_assess(tx, request, sheet=sheets[person], version=1, marks=FULL)
    async with stage.acting(ids.people[HEAD], TODAY) as (tx, request):
        for delivery in handed:
            await accept_delivery(tx, request, delivery=delivery, version=1)


async def _appointed(stage: Stage, ids: Ids) -> dict[UUID, UUID]:
    """The newcomers' posts, by person."""
    found = {}
    async with stage.acting(None, FOUNDED) as (tx, request):
        for name in _NAMES:
            person = await register_person(
                tx, request, agency=ids.agencies["commune"], full_name=name
            )
            found[person] = await appoint(
                tx,
                request,
                person=person,
                unit=ids.units[UNIT],
                office="member",
                begins=FOUNDED,
                decision_no="07/QĐ-UBND",
            )
    return found
