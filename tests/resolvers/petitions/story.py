"""The steps of a petition against the clerk's June, each as the person whose step it is."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from resolvers import petitions
from resolvers.petitions import NEW_LEVEL, NEW_TOTAL, petition
from tests.resolvers.cast import Cast

FILED = date(2026, 6, 16)
"""The day after the sheet was signed."""
REASON = {"reason": "Chậm tiến độ do cơ quan phối hợp."}
ANSWER_BY = datetime(2026, 6, 30, 2, 0, tzinfo=UTC)
UPHELD = {
    **REASON,
    "instructions": "Xác nhận nguyên nhân khách quan rồi chấm điểm lại.",
    "answer_by": ANSWER_BY,
}


async def file(cast: Cast, today: date = FILED, who: str = "clerk", **more: Any) -> UUID:
    sheet = (await cast.sheet(who))["id"]
    told = {"sheet": sheet, "text": "Tôi không nhất trí với kết quả.", **more}
    id: UUID = await cast.do(who, petitions.petition_score, today=today, **told)
    return id


async def step(
    cast: Cast, id: UUID, by: str, deed: Any, today: date = FILED, **arguments: Any
) -> Any:
    """A deed on the petition, with its current version; the petition after it."""
    version = (await cast.row("petition", id))["version"]
    await cast.do(by, deed, today=today, petition=id, version=version, **arguments)
    return await cast.row("petition", id)


async def advise(cast: Cast, id: UUID, by: str = "officer") -> Any:
    opinion = "Kiến nghị có cơ sở."
    return await step(cast, id, by, petitions.give_petition_opinion, text=opinion)


async def advised(cast: Cast) -> UUID:
    """Filed, and commented on by the personnel body."""
    id = await file(cast)
    await advise(cast, id)
    return id


async def answers(cast: Cast, id: Any) -> tuple[Any, ...]:
    """The old and the new result, as the graph reads them."""
    question = select(petition.c.old_total, NEW_TOTAL, petition.c.old_level, NEW_LEVEL)
    async with cast.town.database.reading() as tx:
        row = await tx.row(question.where(petition.c.id == id))
    assert row is not None
    return tuple(row.values())
