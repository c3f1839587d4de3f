"""Where the province has chosen the quarter (art. 3.4), the pages think in quarters: titles, steps,
choosers and charts, for whoever works there."""

import re
from collections.abc import AsyncIterator
from datetime import date
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import expect

from gateway.graph import Graph
from tests import databases
from tests.journeys.served import Made, Served, Token, served
from tests.journeys.year.quarters import NEAR, quarter
from tests.journeys.year.story import Story
from tests.journeys.year.test_quarters import JANUARY, choosing
from tests.portals.browser import OpenWindow, Window
from tests.portals.test_given import questions
from tests.portals.test_screens import looked_at

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.journeys.year.fixtures",
    "tests.portals.fixtures",
)
pytestmark = pytest.mark.slow

TODAY = date(2026, 5, 20)
"""In the middle of the second quarter, and of one of its months that begins none."""
FIRST, SECOND, THIRD = "Quý I/2026", "Quý II/2026", "Quý III/2026"
MONTH = re.compile(r".*(?:(?<!06 )(?<!ngày/)[Tt]háng(?!, quý)|(?<!/)\b\d\d/2026).*")
"""A line that speaks of a month; half a year does not, nor do a day and the catalogue's reports."""


@pytest_asyncio.fixture
async def office(
    server: databases.Running, peopled: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The commune in its second quarter; the first is scored and closed."""
    port = urlsplit(token.portal).port
    async with served(server, peopled, portal_graph, token, port=port) as found:
        story = Story(found)
        found.day.today = date(2026, 1, 2)
        await story.done("province", "setSwitch", **choosing(story, "province", JANUARY))
        first, second = quarter(story, 1), quarter(story, 2)
        await first.opened(date(2026, 1, 5))
        await first.worked(date(2026, 2, 6), date(2026, 3, 20))
        await first.assessed(date(2026, 3, 25))
        await first.closed(date(2026, 4, 2))
        await second.opened(date(2026, 4, 6))
        await second.worked(date(2026, 4, 20), date(2026, 6, 19))
        found.day.today = TODAY
        yield found


async def titled(shown: Window, title: str) -> None:
    await expect(shown.page.locator("main h1").first).to_have_text(title)


async def stepped(shown: Window, turns: list[tuple[str, str, str]]) -> None:
    """By each link: its name, where it leads to, and what stands above the screen then."""
    for link, path, title in turns:
        await shown.follow(link)
        await expect(shown.page).to_have_url(re.compile(f"{path}$"))
        await titled(shown, title)


async def no_month(shown: Window, picture: str) -> None:
    """Nothing on the screen speaks of a month."""
    said = await shown.page.locator("body").inner_text()
    assert MONTH.findall(said) == [], picture
    await looked_at(shown, picture)


async def test_of_somebody_who_is_scored(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in(NEAR, "/staff/")
    asked = questions(mine.page)
    await mine.open("/staff/")
    assert asked == [], "the page was given the quarter's work, not a month's"
    await titled(mine, SECOND)
    await expect(mine.page.get_by_role("link", name="Quý của tôi")).to_be_visible()
    await expect(mine.page.locator("main table")).to_contain_text("19/06/2026")
    await no_month(mine, "quarters-staff-quarter")
    back, on = "/staff/month/2026-01-01", "/staff/month/2026-04-01"
    await stepped(mine, [(FIRST, back, FIRST), (SECOND, on, SECOND)])
    await mine.open("/staff/month/2025-12-01")
    await titled(mine, "Tháng 12/2025")
    await stepped(mine, [(FIRST, back, FIRST)])
    await mine.open("/staff/month/2026-05-01")
    await titled(mine, SECOND)

    await mine.open("/staff/year")
    await expect(
        mine.page.get_by_role("cell", name=FIRST)
        .or_(mine.page.get_by_role("rowheader", name=FIRST))
        .first
    ).to_be_visible()
    await no_month(mine, "quarters-staff-year")
    await mine.follow(FIRST)
    await titled(mine, "Kết quả quý I/2026")
    await no_month(mine, "quarters-staff-result")
    await mine.follow("Kiến nghị")
    await titled(mine, "Kiến nghị về kết quả quý I/2026")


async def test_of_a_head(office: Served, open_window: OpenWindow) -> None:
    mine, unit = await open_window(), office.ids.units["office"]
    await mine.sign_in("head", "/head/")
    name = "Văn phòng HĐND và UBND"
    await titled(mine, f"{name}, quý II/2026")
    await expect(mine.page.get_by_role("link", name="Quý của đơn vị")).to_be_visible()
    await no_month(mine, "quarters-head-quarter")
    back, on = f"/head/{unit}/2026-01-01", f"/head/{unit}/2026-04-01"
    first, second = f"{name}, quý I/2026", f"{name}, quý II/2026"
    await stepped(mine, [(FIRST, back, first), (SECOND, on, second)])
    await stepped(mine, [(THIRD, f"/head/{unit}/2026-07-01", f"{name}, quý III/2026")])
    for path, picture in (
        ("months", "quarters"),
        ("work", "work"),
        (f"work/{unit}/2026-04-01/assign", "assign"),
        (f"work/{unit}/2026-04-01/again", "again"),
        (f"{unit}/2026-04-01/score", "score"),
        ("beneath/scores", "scores"),
        ("beneath", "beneath"),
        ("petitions", "petitions"),
    ):
        await mine.open(f"/head/{path}")
        await no_month(mine, f"quarters-head-{picture}")


async def test_of_those_who_answer_for_all(office: Served, open_window: OpenWindow) -> None:
    theirs = await open_window()
    await theirs.sign_in("personnel", "/authority/periods")
    await titled(theirs, f"{SECOND} của các đơn vị")
    await no_month(theirs, "quarters-authority-periods")
    await stepped(theirs, [(FIRST, "/authority/periods/2026-01-01", f"{FIRST} của các đơn vị")])
    for path in ("duties", "locks", "forms"):
        await theirs.open(f"/authority/{path}")
        await looked_at(theirs, f"quarters-authority-{path}")
    choice = theirs.page.get_by_label("Quý", exact=True)
    assert await choice.locator("option").all_inner_texts() == [SECOND, FIRST]


async def test_of_an_inspector(office: Served, open_window: OpenWindow) -> None:
    theirs = await open_window()
    await theirs.sign_in("inspector", "/inspector/")
    shown = theirs.page.get_by_label("Quý", exact=True)
    listed = await shown.locator("option").all_inner_texts()
    assert listed[:2] == [SECOND, FIRST]
    await theirs.press("Tìm dấu hiệu")
    await theirs.told("Đã tìm dấu hiệu của quý II/2026")
    await no_month(theirs, "quarters-inspector-home")
    await theirs.open("/inspector/spread/2026-01-01")
    await titled(theirs, "Phổ điểm quý I/2026")
    await looked_at(theirs, "quarters-inspector-spread")
