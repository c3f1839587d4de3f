"""A quarter's bonus in a real browser: drawn, approved within the fund, downloaded to the đồng."""

import io
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest_asyncio
from openpyxl import load_workbook
from playwright.async_api import expect

from gateway.graph import Graph
from tests import databases
from tests.journeys.served import Made, Served, Token, served
from tests.journeys.year.rewarding import DECISION, POOL, laid_down
from tests.portals.browser import OpenWindow, Window

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.journeys.year.fixtures",
    "tests.portals.fixtures",
)

TOTAL = f"{POOL:,} đồng".replace(",", ".")


@pytest_asyncio.fixture
async def office(
    server: databases.Running, laid: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The commune after its year, with the quarter's money, rule and results."""
    port = urlsplit(token.portal).port
    async with served(server, laid, portal_graph, token, port=port) as found:
        await laid_down(found)
        yield found


async def the_list(office: Served) -> Any:
    """The list, what its lines add up to, and what the fund's part has given."""
    return await office.owner.fetchrow(
        "select l.state, l.total, p.committed,"
        " (select sum(amount) from congtam.reward_line where list_id = l.id) as lines"
        " from congtam.reward_list l join congtam.fund_part p"
        " on p.fund_id = l.fund_id and p.span = l.span"
    )


async def drawn(office: Served, mine: Window) -> None:
    """The personnel body draws the quarter's list and proposes it."""
    page = mine.page
    await mine.press("Lập danh sách")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Nguồn").select_option(label="Tiền thưởng")
    await dialog.get_by_label("Kỳ").select_option(label="Quý III/2026")
    await dialog.get_by_role("button", name="Lập danh sách").click()
    await mine.told("Đã lập danh sách")
    await expect(page.get_by_text(TOTAL).first).to_be_visible()


async def test_a_list_is_drawn_and_approved_within_the_fund(
    office: Served, open_window: OpenWindow
) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/rewards")
    await drawn(office, mine)
    path = urlsplit(mine.page.url).path
    await mine.press("Trình phê duyệt")
    confirm = mine.page.get_by_role("dialog").get_by_role("button", name="Trình phê duyệt")
    await confirm.click()
    await mine.told("Đã trình phê duyệt")
    await expect(mine.page.get_by_role("button", name="Phê duyệt", exact=True)).to_have_count(0)
    head = await open_window()
    await head.sign_in("chair", path)
    await head.press("Phê duyệt")
    dialog = head.page.get_by_role("dialog")
    await expect(dialog).to_contain_text(TOTAL)
    group = dialog.get_by_role("group", name="Quyết định")
    await group.get_by_label("Số, ký hiệu").fill(DECISION["number"])
    await group.get_by_label("Ngày", exact=True).fill(DECISION["day"].isoformat())
    await dialog.get_by_role("button", name="Phê duyệt").click()
    await head.told("Đã phê duyệt danh sách")
    assert tuple(await the_list(office)) == ("approved", POOL, POOL, POOL)
    await self_same(head)


async def self_same(head: Window) -> None:
    """The spreadsheet says what the page says."""
    async with head.page.expect_download() as fetched:
        await head.page.get_by_role("link", name="Tải tệp Excel").click()
    path = await (await fetched.value).path()
    sheet = load_workbook(io.BytesIO(path.read_bytes()))["Danh sách"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[-1][8] == POOL
    lines = head.page.get_by_role("table", name="Danh sách công chức").get_by_role("row")
    assert await lines.count() == len(rows) - 1
