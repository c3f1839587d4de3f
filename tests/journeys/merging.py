"""Two divisions of the commune become one: how it is decided, and what comes before and after."""

from datetime import date, datetime
from typing import Any

from gateway.clock import VIETNAM
from tests.journeys.client import Answer
from tests.journeys.people import SHEETS, of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS
from tests.journeys.served import Served
from tests.journeys.test_reorganisation import MERGING, held
from tests.journeys.world import PERIOD

OLD = ("economy", "society")


def scored_in(commune: Served, unit: str) -> set[str]:
    return {
        str(commune.ids.sheets[key]) for key, paper in SHEETS.items() if paper.scored_in == unit
    }


async def signed_and_closed(commune: Served, unit: str, head: str) -> None:
    sheets = commune.ids.sheets
    rows: list[dict[str, Any]] = [
        {"sheet": sheets[key], "version": 2, "marks": MARKS} for key in of_unit(unit)
    ]
    led = {"leadership": {**LED, **CHOSEN}}
    rows += [
        {"sheet": sheets[key], "version": 2, "marks": MARKS, **led}
        for key in of_unit(unit, "deputy")
    ]
    await in_bulk(commune, unit, head, PERIOD, rows)


async def in_bulk(
    commune: Served, unit: str, head: str, period: date, rows: list[dict[str, Any]]
) -> None:
    """The head scores and signs them all, and closes the month."""
    client = commune.sign(head)
    signed = [{"sheet": row["sheet"], "version": row["version"] + 1} for row in rows]
    for deed, told in (("scoreSheetMany", rows), ("signSheetMany", signed)):
        outcomes = (await client.done(deed, rows=told, allOrNothing=True))["outcomes"]
        assert [each.get("code") for each in outcomes] == [None] * len(rows), deed
    await client.done("closeMonth", unit=commune.ids.units[unit], period=period)


async def plan(commune: Served, day: date) -> dict[str, Any]:
    """One division of both; the head of the economy's heads it, the other one is his deputy."""
    units = commune.ids.units
    closes = [units[name] for name in OLD]
    posts = [each for each in await held(commune, "posting") if each["unit_id"] in closes]
    deputy = commune.ids.people["away"]
    return {
        "kind": "MERGE",
        "day": day,
        "decisionNo": "35/QĐ-UBND",
        "closes": [{"unit": unit, "keptBy": "both"} for unit in closes],
        "opens": [
            {
                "key": "both",
                "name": "Phòng Kinh tế và Văn hóa - Xã hội",
                "standing": "DIRECT_USING",
                "parent": units["commune"],
            }
        ],
        "postings": [
            {
                "posting": post["id"],
                "unit": "both",
                **({"office": "DEPUTY"} if post["person_id"] == deputy else {}),
            }
            for post in posts
        ],
    }


async def merge(commune: Served, day: date, language: str = "vi", **more: Any) -> Answer:
    told = await plan(commune, day)
    found = await commune.sign("personnel").ask(MERGING, language=language, plan=told, **more)
    answer: Answer = found["reorganise"]
    return answer


def refused(answer: Answer) -> list[tuple[str, str]]:
    assert not answer["accepted"]
    return sorted((each["subject"], each["code"]) for each in answer["verdicts"] if each["code"])


async def new_unit(commune: Served) -> str:
    found = await commune.sign("neighbour").ask("{ myUnits(first: 5) { id } }")
    (unit,) = found["myUnits"]
    id: str = unit["id"]
    return id


async def uphold(commune: Served, petition: str, version: int) -> None:
    await commune.sign("chair").done(
        "upholdScorePetition",
        petition=petition,
        version=version,
        reason="Thiếu một việc.",
        instructions="Chấm lại.",
        answerBy=datetime(2026, 6, 20, 10, tzinfo=VIETNAM),
    )
