"""What heads say when they score, for the journeys that only need it to be said."""

from typing import Any

from tests.journeys.client import Answer
from tests.journeys.month import FULL
from tests.journeys.people import SHEETS
from tests.journeys.served import Served

MARKS = [{"criterion": code, "points": points} for code, points in FULL.items()]
LED = {
    "organising": "1",
    "organisingReason": "Đủ việc, đúng hạn, có sáng kiến.",
    "unity": "1",
    "unityReason": "Đơn vị đoàn kết, phối hợp tốt.",
}
CHOSEN = {"unitResult": "1", "unitResultReason": "Chưa được giao phụ trách công chức nào."}
"""d of a deputy whom nobody has put in charge of anything."""


async def score(served: Served, head: str, sheet: str, **more: Any) -> Answer:
    """The score of a sheet by a head, with full marks unless `more` says otherwise."""
    version = await version_of(served, sheet)
    told: dict[str, Any] = {"marks": MARKS}
    if SHEETS[sheet].office != "member":
        told["leadership"] = LED
    return await served.sign(head).done(
        "scoreSheet",
        "id state version total level",
        sheet=served.ids.sheets[sheet],
        version=version,
        **{**told, **more},
    )


async def version_of(served: Served, sheet: str) -> int:
    """The version of a sheet as it stands."""
    found: int = await served.owner.fetchval(
        "select version from congtam.sheet where id = $1", served.ids.sheets[sheet]
    )
    return found
