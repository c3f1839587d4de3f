"""A year that is decided on a provisional December, or last quarter, which then ends otherwise."""

from datetime import date, datetime

from gateway.clock import VIETNAM
from tests.journeys.client import Answer
from tests.journeys.year.deciding import organisations, spoken
from tests.journeys.year.people import SET
from tests.journeys.year.quarters import NEAR, PLAIN, Quarter, results, summed
from tests.journeys.year.saying import settled
from tests.journeys.year.story import DECISION, Story

YEAR = date(2026, 1, 1)


async def decided(story: Story, economy: str) -> None:
    """Somebody just above the line is excellent, by a result of which the end is provisional.

    `economy` names who heads that division by then.
    """
    ids = story.served.ids
    group = {
        "agency": ids.agencies["commune"],
        "code": "TH",
        "name": "Tham mưu tổng hợp",
        "positions": [
            (await story.row("select id from congtam.job_position where code = 'CM.01'"))["id"]
        ],
        "begins": story.served.day.today,
    }
    await story.done("chair", "defineDutyGroup", **group)
    await organisations(story, economy)
    unit = ids.units["commune"]
    await story.done("personnel", "openClassification", unit=unit, year=2026)
    await spoken(story, SET)
    share = {"share": "0.25", "document": DECISION, "reason": "Tập thể có thành tích nổi trội."}
    await story.done("province", "decideQuotaShare", **await story.set_of("commune"), **share)
    await story.done("chair", "closeClassification", **await story.set_of("commune"))
    await settled(story, "commune", "chair")
    assert await level_of(story) == "EXCELLENT"


async def scored_anew(story: Story, last: Quarter, total: str) -> None:
    """The next head up lets his sheet of the last period be scored once more in the first days of
    January; `total` is what his year comes to then."""
    last.today(date(2027, 1, 4))
    row = await last.sheet_of("office", NEAR)
    again = {"sheet": row["id"], "version": row["version"], "reason": "Kết quả đã khác."}
    await story.refused("head", "reopenSheet", "NOT_NEXT_HEAD_UP", **again)
    until = {
        "endsAt": datetime(2027, 1, 8, 17, tzinfo=VIETNAM),
        "reason": "Kỳ cuối năm đã kết thúc.",
    }
    who = {"person": story.served.ids.people[NEAR]}
    await story.done("chair", "grantLockException", **last.of("office"), **until, **who)
    await story.done("chair", "reopenSheet", **again)
    await summed(story, "YEAR", YEAR)
    assert await waiting(story, "chair") == [], "a year that lacks a score says nothing yet"
    await last.signed("head", await last.sheet_of("office", NEAR), PLAIN)
    assert (await last.sheet_of("office", NEAR))["state"] == "closed"
    assert (await summed(story, "YEAR", YEAR))["written"] == 1
    year = (await results(story, NEAR))["YEAR", "2026-01-01"]
    assert (year["total"], year["level"], year["provisional"]) == (total, "GOOD", False)


async def told_and_replaced(story: Story, total: str) -> None:
    """Whoever decided is told, and whoever may replace the class; these two alone."""
    assert await level_of(story) == "EXCELLENT", "nothing changes by itself"
    for head in ("chair", "province"):
        (flag,) = await waiting(story, head)
        assert flag["kind"] == "RESULT"
        assert flag["cite"] == "khoản 3 Điều 21 Nghị định số 335/2025/NĐ-CP"
        # The managing head reads in the case itself what it comes to now.
        assert flag["yearResult"] == ({"total": total} if head == "chair" else None)
    for other in ("head", NEAR, "economist", "staff"):
        assert await waiting(story, other) == [], other
    await summed(story, "YEAR", YEAR)
    assert len(await waiting(story, "chair")) == 1, "it is told once"

    anew = {"decision": DECISION, "reason": "Kết quả năm đã thay đổi."}
    case = {**await story.case(NEAR), **anew}
    wrong = {**case, "level": "EXCELLENT"}
    await story.refused("province", "replaceClassification", "LEVEL_ABOVE_THE_LAW", **wrong)
    await story.done("province", "replaceClassification", **case, level="GOOD")
    assert await level_of(story) == "GOOD"
    (flag,) = await waiting(story, "chair")
    note = {"flag": flag["id"], "version": flag["version"], "note": "Đã thay thế quyết định."}
    await story.refused("personnel", "clearReviewFlag", "NO_MANDATE", **note)
    await story.done("chair", "clearReviewFlag", **note)
    assert await waiting(story, "province") == []


async def level_of(story: Story) -> str:
    """The class in force of whoever stood just above the line."""
    row = await story.row(
        "select applied_level from congtam.classification"
        " where person_id = $1 and replaced_at is null",
        story.served.ids.people[NEAR],
    )
    level: str = row["applied_level"]
    return level


async def waiting(story: Story, who: str) -> list[Answer]:
    """The flags on classes that somebody decided or may replace, as he is told of them."""
    found = await story.sign(who).ask(
        "{ reviewFlagsWaiting(first: 5) { nodes { id version kind cite yearResult { total } } } }"
    )
    nodes: list[Answer] = found["reviewFlagsWaiting"]["nodes"]
    return nodes
