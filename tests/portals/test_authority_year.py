"""An authority's year in a real browser: decided within the places, replaced, petitioned against.

One story in chapters: each goes on where the one before it ended.
"""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Locator, expect

from gateway.graph import Graph
from tests import databases
from tests.journeys.people import PEOPLE
from tests.journeys.served import Made, Served, Token
from tests.journeys.year.laying import DAY
from tests.journeys.year.people import BEST, SET
from tests.journeys.year.saying import replaced_organisation
from tests.journeys.year.story import Story, chapter
from tests.portals.browser import OpenWindow, Window
from tests.portals.year import (
    at_the_years_end,
    everybody_has_spoken,
    organisations_recognised,
    scheme_approved,
    years_opened,
)

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.journeys.year.fixtures",
    "tests.portals.fixtures",
)

WHY = "Nhiều sáng kiến hơn."
EXCELLENT, GOOD = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"


@pytest_asyncio.fixture(scope="module")
async def story(
    server: databases.Running, laid: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Story]:
    """Everybody has spoken: the lists may be closed."""
    async with at_the_years_end(server, laid, portal_graph, token) as begun:
        await scheme_approved(begun)
        await years_opened(begun)
        await organisations_recognised(begun)
        await everybody_has_spoken(begun)
        yield begun


@pytest_asyncio.fixture(scope="module")
async def office(story: Story) -> Served:
    """What the windows look at."""
    return story.served


def dialog(mine: Window) -> Locator:
    return mine.page.get_by_role("dialog")


async def confirmed(mine: Window, what: str) -> None:
    """Press what opens a dialog, and the same words in it."""
    await mine.press(what)
    await dialog(mine).get_by_role("button", name=what).click()


async def paper(mine: Window, number: str) -> None:
    await dialog(mine).get_by_label("Số văn bản").fill(number)
    await dialog(mine).get_by_label("Ngày văn bản").fill(str(DAY))


@chapter(1)
async def test_a_head_chooses_within_the_places_and_decides_the_whole_list_once(
    story: Story, open_window: OpenWindow
) -> None:
    mine = await open_window()
    await mine.sign_in("chair", "/authority/classes")
    await mine.follow("Lãnh đạo")
    await confirmed(mine, "Chốt danh sách")
    await mine.told("Đã chốt danh sách")
    group = mine.page.locator("section").filter(
        has=mine.page.get_by_role("heading", name="Tham mưu tổng hợp")
    )
    await expect(group).to_contain_text("Phải lựa chọn, nêu lý do")
    # Where nobody is above the line, no place is promised.
    nobody = mine.page.locator("section").filter(has_text="Không ai đủ điều kiện")
    for each in await nobody.all():
        await expect(each.get_by_text("Đủ điều kiện xuất sắc").locator("xpath=../dd")).to_have_text(
            "0"
        )
    await expect(nobody.first).to_be_visible()
    await expect(mine.page.get_by_text("Đủ chỉ tiêu cho tất cả")).to_have_count(0)
    for who in BEST:
        await (
            group.get_by_role("row")
            .filter(has_text=PEOPLE[who].name)
            .get_by_role("checkbox")
            .check()
        )
    await group.get_by_label("Lý do lựa chọn").fill(WHY)

    before = await story.served.trace()
    await mine.press("Quyết định xếp loại")
    await paper(mine, "345/QĐ-UBND")
    await dialog(mine).get_by_role("button", name="Ký quyết định").click()
    await expect(dialog(mine).get_by_role("alert")).to_contain_text(
        "Đã chọn 2 người ở Tham mưu tổng hợp, trong khi chỉ có 1 chỉ tiêu."
    )
    assert await story.served.trace() == before
    await dialog(mine).get_by_role("button", name="Thôi").click()

    best, second = BEST
    second_row = group.get_by_role("row").filter(has_text=PEOPLE[second].name)
    await second_row.get_by_role("checkbox").uncheck()
    await mine.press("Quyết định xếp loại")
    listed = dialog(mine).get_by_role("row")
    await expect(listed.filter(has_text=PEOPLE[best].name)).to_contain_text(EXCELLENT)
    await expect(listed.filter(has_text=PEOPLE[second].name)).to_contain_text(GOOD)
    await expect(dialog(mine)).to_contain_text("Quyết định số 345/QĐ-UBND ngày 08/12/2026")
    await dialog(mine).get_by_role("button", name="Ký quyết định").click()
    await mine.told("Đã quyết định xếp loại")
    rows = await story.served.owner.fetch(
        "select p.full_name, c.applied_level, c.quota_reason, c.decision_no"
        " from congtam.classification c join congtam.person p on p.id = c.person_id"
        " where c.lawful_level = 'EXCELLENT' order by c.applied_level"
    )
    assert [tuple(row) for row in rows] == [
        (PEOPLE[best].name, "EXCELLENT", None, "345/QĐ-UBND"),
        (PEOPLE[second].name, "GOOD", WHY, "345/QĐ-UBND"),
    ]
    await confirmed(mine, "Thông báo kết quả")
    await mine.told("Đã thông báo kết quả")
    await confirmed(mine, "Công khai kết quả")
    await mine.told("Đã công khai kết quả")
    published = await story.row("select count(*) from congtam.published_class")
    assert published["count"] == len(SET)


@chapter(2)
async def test_a_petition_finds_no_place_until_the_managing_head_replaces_another_class(
    story: Story, open_window: OpenWindow
) -> None:
    best, second = BEST
    filing = {
        "classification": (await story.case(second))["case"],
        "text": "Tôi cũng đạt 100 điểm.",
    }
    filed = await story.done(second, "petitionClass", **filing)
    theirs = await open_window()
    await theirs.sign_in("personnel", "/authority/petitions")
    row = theirs.page.get_by_role("row").filter(has_text=PEOPLE[second].name)
    await expect(row).to_contain_text("còn 7 ngày làm việc")
    await expect(row).to_contain_text("chờ ý kiến bộ phận tổ chức cán bộ")
    await theirs.follow(PEOPLE[second].name)
    await theirs.press("Cho ý kiến")
    await dialog(theirs).get_by_label("Ý kiến").fill("Đề nghị xem xét khi còn chỉ tiêu.")
    await dialog(theirs).get_by_role("button", name="Cho ý kiến").click()
    await theirs.told("Đã cho ý kiến")

    mine = await open_window()
    await mine.sign_in("chair", f"/authority/petitions/{filed['id']}")
    before = await story.served.trace()
    await mine.press("Chấp nhận kiến nghị")
    await dialog(mine).get_by_label("Mức xếp loại mới").select_option(EXCELLENT)
    await dialog(mine).get_by_label("Lý do").fill("Kết quả nổi trội.")
    await paper(mine, "360/QĐ-UBND")
    uphold = dialog(mine).get_by_role("button", name="Chấp nhận kiến nghị")
    await uphold.click()
    await expect(dialog(mine).get_by_role("alert")).to_contain_text("chỉ tiêu")
    assert await story.served.trace() == before

    await replaced(story, open_window, best)
    # What was typed still stands in the dialog: it is sent as it is.
    await uphold.click()
    await mine.told("Đã chấp nhận kiến nghị")
    await expect(mine.page.get_by_role("link", name="Hồ sơ mới (lần 2)")).to_be_visible()
    state = await story.row("select state from congtam.petition where id = $1", filed["id"])
    assert state["state"] == "upheld"
    levels = await story.served.owner.fetch(
        "select c.edition, c.applied_level from congtam.classification c where c.person_id = $1"
        " order by c.edition",
        story.served.ids.people[second],
    )
    assert [tuple(row) for row in levels] == [(1, "GOOD"), (2, "EXCELLENT")]


async def replaced(story: Story, open_window: OpenWindow, who: str) -> None:
    """The managing head replaces a class, and reads both editions and what was flagged."""
    theirs = await open_window()
    await theirs.sign_in("province", "/authority/decided")
    await theirs.follow(PEOPLE[who].name)
    await theirs.press("Quyết định thay thế")
    await dialog(theirs).get_by_label("Mức xếp loại").select_option(GOOD)
    await dialog(theirs).get_by_label("Lý do").fill("Sáng kiến đã kê khai không có thật.")
    await paper(theirs, "77/QĐ-UBND")
    await dialog(theirs).get_by_role("button", name="Quyết định thay thế").click()
    await theirs.told("Đã ra quyết định thay thế")
    for told in ("Quyết định trước đây (lần 1)", "Mức xếp loại (lần 2)"):
        await expect(theirs.page.get_by_role("heading", name=told)).to_be_visible()
    await expect(theirs.page.get_by_text("Sáng kiến đã kê khai không có thật.")).to_be_visible()
    editions = await story.served.owner.fetch(
        "select edition, applied_level, decision_no, replaced_at is null as current"
        " from congtam.classification where person_id = $1 order by edition",
        story.served.ids.people[who],
    )
    assert [tuple(row) for row in editions] == [
        (1, "EXCELLENT", "345/QĐ-UBND", False),
        (2, "GOOD", "77/QĐ-UBND", True),
    ]
    flags = await story.row("select count(*) from congtam.review_flag")
    assert flags["count"] == 3


@chapter(3)
async def test_what_a_replaced_class_left_behind_is_looked_at_by_the_personnel_body(
    story: Story, open_window: OpenWindow
) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/decided")
    flag = mine.page.locator(".told").filter(has_text="Tiền thưởng, thu nhập tăng thêm")
    flag = flag.filter(has_text=PEOPLE[BEST[0]].name)
    await flag.get_by_role("button", name="Ghi kết quả rà soát").click()
    await dialog(mine).get_by_label("Kết quả rà soát").fill("Đã thu hồi quyết định thưởng.")
    await dialog(mine).get_by_role("button", name="Ghi kết quả rà soát").click()
    await mine.told("Đã ghi kết quả rà soát")
    cleared = await story.row(
        "select kind, note from congtam.review_flag where cleared_at is not null"
    )
    assert tuple(cleared) == ("bonus", "Đã thu hồi quyết định thưởng.")


@chapter(4)
async def test_a_result_above_a_replaced_one_is_looked_at_by_the_head_who_recognised_it(
    story: Story, open_window: OpenWindow
) -> None:
    await replaced_organisation(story, "economy", 40, "chair")
    path = f"/authority/organisations/{(await story.review('commune'))['review']}"
    theirs = await open_window()
    await theirs.sign_in("chair", path)
    await expect(theirs.page.get_by_text("Cần xem lại kết quả")).to_be_visible()
    note = "Ghi kết quả xem lại"
    await expect(theirs.page.get_by_role("button", name=note)).to_have_count(0)

    mine = await open_window()
    await mine.sign_in("province", "/authority/")
    await mine.follow("Kết quả tổ chức cần xem lại")
    await expect(mine.page).to_have_url(mine.address + path)
    flag = mine.page.locator("section").filter(has_text="Cần xem lại kết quả")
    await expect(flag).to_contain_text("Phòng Kinh tế")
    await expect(flag).to_contain_text(f"từ {GOOD} thành Không hoàn thành nhiệm vụ")
    before = await story.served.trace()
    await confirmed(mine, note)
    await expect(dialog(mine).get_by_role("alert")).to_be_visible()
    assert await story.served.trace() == before
    await dialog(mine).get_by_label("Kết quả xem lại").fill("Giữ nguyên mức xếp loại.")
    await dialog(mine).get_by_role("button", name=note).click()
    await mine.told("Đã ghi kết quả xem lại")
    await expect(flag).to_contain_text("Giữ nguyên mức xếp loại.")
    await expect(mine.page.get_by_role("button", name=note)).to_have_count(0)
    row = await story.row("select note, cleared_by from congtam.recognition_flag")
    assert tuple(row) == ("Giữ nguyên mức xếp loại.", story.served.ids.people["province"])
