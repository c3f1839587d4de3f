"""Form 02 in a real browser, at the end of the year's story."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import expect

from gateway.graph import Graph
from tests import databases
from tests.journeys.served import Made, Served, Token, served
from tests.journeys.year.laying import DAY
from tests.journeys.year.story import Story
from tests.portals.browser import OpenWindow
from tests.portals.test_screens import looked_at

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.journeys.year.fixtures",
    "tests.portals.fixtures",
)
pytestmark = pytest.mark.slow

WORDS = "Hoàn thành các nhiệm vụ được giao; còn chậm ở báo cáo quý."


@pytest_asyncio.fixture
async def office(
    server: databases.Running, laid: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The commune with its closed year, the day after."""
    port = urlsplit(token.portal).port
    async with served(server, laid, portal_graph, token, port=port) as found:
        found.day.today = DAY
        yield found


async def prepared_year(
    office: Served, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> tuple[Story, str]:
    """The year's results and cases by the command, the set open; the story and the case's id."""
    story = Story(office)
    await story.command(monkeypatch, folder, "all", "--year", "2026")
    told = {"unit": office.ids.units["commune"], "year": 2026}
    await story.done("personnel", "openClassification", **told)
    return story, str((await story.case("staff"))["case"])


async def test_form_02_is_kept_submitted_returned_with_its_reason_and_submitted_again(
    office: Served, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    story, case = await prepared_year(office, monkeypatch, tmp_path)
    mine = await open_window()
    await mine.sign_in("staff", "/staff/classes")
    await looked_at(mine, "staff-classes-open")
    await mine.follow("Lập phiếu tự đánh giá năm")
    await mine.press("Nộp phiếu")
    await expect(mine.page.get_by_text("Chưa có nội dung tự nhận xét")).to_be_visible()
    await mine.page.get_by_label("Tự nhận xét về năm công tác").fill(WORDS)
    await mine.page.get_by_label("Mức tự xếp loại").select_option("Hoàn thành tốt nhiệm vụ")
    await mine.open(f"/staff/classes/{case}/form")
    await expect(mine.page.get_by_label("Tự nhận xét về năm công tác")).to_have_value(WORDS)
    await looked_at(mine, "staff-form02")
    await mine.press("Nộp phiếu")
    await looked_at(mine, "staff-form02-sure")
    await mine.page.get_by_role("dialog").get_by_role("button", name="Nộp phiếu").click()
    await mine.told("Đã nộp phiếu")
    row = await office.owner.fetchrow(
        "select level, text from congtam.year_form where classification_id = $1", case
    )
    assert tuple(row) == ("GOOD", WORDS)
    await expect(mine.page.get_by_role("link", name="Tải phiếu (PDF)")).to_be_visible()
    returned = {**await story.case("staff"), "reason": "Bổ sung kết quả quý IV."}
    await story.done("head", "returnYearForm", **returned)
    await mine.open("/staff/classes")
    await expect(mine.page.get_by_text("Bổ sung kết quả quý IV.")).to_be_visible()
    await mine.follow("Lập phiếu tự đánh giá năm")
    await expect(mine.page.get_by_label("Tự nhận xét về năm công tác")).to_have_value(WORDS)
    await mine.press("Nộp phiếu")
    await mine.page.get_by_role("dialog").get_by_role("button", name="Nộp phiếu").click()
    await mine.told("Đã nộp phiếu")
    rounds = await office.owner.fetchval(
        "select array_agg(round order by round) from congtam.year_form"
        " where classification_id = $1",
        case,
    )
    assert rounds == [1, 2]
