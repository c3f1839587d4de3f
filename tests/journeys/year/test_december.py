"""A year of months is decided on a December that was closed before its end (art. 19.2, 17.3).

One story in chapters, each by the people whose step it is, over HTTP; `test_quarters.py` tells the
same of a last quarter.
"""

from collections.abc import AsyncIterator
from datetime import date, datetime

import pytest_asyncio

from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from gateway.graph import Graph
from gateway.numbers import NumberSealer
from tests import databases
from tests.journeys.served import SECRET, Made, Token, served
from tests.journeys.test_forms import cells, written
from tests.journeys.year.deciding import summed_up
from tests.journeys.year.laying import DAY, NEARLY, lay_year
from tests.journeys.year.people import HEADS
from tests.journeys.year.provisional import YEAR, decided, scored_anew, told_and_replaced, waiting
from tests.journeys.year.quarters import HIGH, NEAR, Quarter, results, summed
from tests.journeys.year.story import Story, chapter

pytest_plugins = ("tests.journeys.fixtures", "tests.journeys.year.fixtures")

DECEMBER = date(2026, 12, 1)
ANOTHER = "staff"
"""Good by far: one month more or less changes nothing for her."""
ANEW = "89.63"
"""Eleven months of 90.5 points and one of 80, divided by twelve."""


@pytest_asyncio.fixture(scope="module")
async def year(
    server: databases.Running, worker_id: str, graph: Graph, token: Token
) -> AsyncIterator[Story]:
    """Twelve closed months in which one person stands just above the line, and nobody else."""
    name = f"{databases.worker_name(worker_id)}_december"
    access = await databases.copy(server, name)
    async with PgDatabase(access) as database:
        sealer = NumberSealer(SECRET.get_secret_value().encode())
        ids = await lay_year(database, sealer, token.issuer.url, {NEAR: NEARLY})
    async with served(server, Made(name, ids), graph, token) as found:
        found.day.today = DAY
        yield Story(found)
    await databases.drop(server, name)


def december(story: Story) -> Quarter:
    """The last period of a year of months."""
    return Quarter(story, DECEMBER, HEADS)


@chapter(1)
async def test_the_year_counts_a_december_that_is_not_over(year: Story) -> None:
    await summed_up(year)
    for who, total, level in ((NEAR, "90.50", "EXCELLENT"), (ANOTHER, "80.00", "GOOD")):
        told = (await results(year, who))["YEAR", "2026-01-01"]
        assert (told["total"], told["level"], told["provisional"]) == (total, level, True)
        assert [each["months"] for each in told["months"]] == [1] * 12
    # The months before it were closed when they were over, and so is what they add up to.
    await summed(year, "QUARTER", date(2026, 7, 1))
    await summed(year, "QUARTER", date(2026, 10, 1))
    found = await results(year, NEAR)
    assert found["QUARTER", "2026-07-01"]["provisional"] is False
    assert found["QUARTER", "2026-10-01"]["provisional"] is True


@chapter(2)
async def test_the_year_is_decided_on_it_and_its_form_says_so(year: Story) -> None:
    await decided(year, economy="neighbour")
    case = (await year.case(NEAR))["case"]
    rows = cells(await year.printed(NEAR, f"classification/{case}.xlsx"), "Kết quả")
    assert [row[0] for row in rows][-2:] == [12, "Trung bình cả năm"]
    assert [row[2] for row in rows[:-1]].count("điểm tạm tính") == 1
    assert rows[-2][2] == "điểm tạm tính"
    assert "90,50" in written(await year.printed(NEAR, f"classification/{case}.docx"))


@chapter(3)
async def test_a_december_that_changes_no_level_is_told_to_nobody(year: Story) -> None:
    last = december(year)
    last.today(date(2027, 1, 4))
    row = await last.sheet_of("office", ANOTHER)
    again = {"sheet": row["id"], "version": row["version"], "reason": "Kết quả đã khác."}
    await year.refused("head", "reopenSheet", "NOT_NEXT_HEAD_UP", **again)
    until = {"endsAt": datetime(2027, 1, 8, 17, tzinfo=VIETNAM), "reason": "Đã hết năm."}
    who = {"person": year.served.ids.people[ANOTHER]}
    await year.done("chair", "grantLockException", **last.of("office"), **until, **who)
    await year.done("chair", "reopenSheet", **again)
    await last.signed("head", await last.sheet_of("office", ANOTHER), HIGH)
    assert (await summed(year, "YEAR", YEAR))["written"] == 1
    told = (await results(year, ANOTHER))["YEAR", "2026-01-01"]
    assert (told["total"], told["level"], told["provisional"]) == ("81.00", "GOOD", False)
    for head in ("chair", "province"):
        assert await waiting(year, head) == [], head


@chapter(4)
async def test_a_december_that_ends_otherwise_is_told_to_who_decided(year: Story) -> None:
    """Nothing changes by itself; the managing head replaces the class (art. 21.3)."""
    await scored_anew(year, december(year), ANEW)
    await told_and_replaced(year, ANEW)
