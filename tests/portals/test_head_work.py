"""A head gives work, judges it and deducts by the agency's scale, in a real browser."""

import re
from datetime import date
from typing import Any

from playwright.async_api import Locator, expect

from tests.journeys.people import PEOPLE
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

WORK = (
    "select person_id, quantity, due_on, origin from congtam.assignment where product_id = $1"
    " order by person_id"
)
LINES = (
    "select l.share, l.due_on, l.period from congtam.work_line l"
    " join congtam.assignment a on a.id = l.assignment_id where a.product_id = $1 order by l.due_on"
)


async def look_for(mine: Window, typed: str, name: str) -> None:
    """Type into the catalogue's search, and take the first that is found by Enter."""
    await mine.page.get_by_role("searchbox", name="Tìm trong danh mục").fill(typed)
    await expect(mine.page.locator("main li").first).to_contain_text(name)
    await expect(mine.page.get_by_role("status").filter(has_text="1 sản phẩm")).to_be_visible()
    await mine.page.get_by_role("searchbox", name="Tìm trong danh mục").press("Enter")
    await expect(mine.page.get_by_role("button", name="Chọn việc khác")).to_be_visible()


async def choose(mine: Window, *people: str) -> None:
    for who in people:
        await mine.page.get_by_label(PEOPLE[who].name, exact=True).check()


async def rows(office: Served, sql: str, *given: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await office.owner.fetch(sql, *given)]


def at(office: Served, path: str, period: date = PERIOD) -> str:
    return f"/head/work/{office.ids.units['office']}/{period}{path}"


class TestWork:
    async def test_is_found_without_diacritics_and_given_to_two_people_at_once(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/head/work")
        await mine.follow("Giao việc")
        await look_for(mine, "bao cao chuyen de", "Báo cáo chuyên đề")
        await choose(mine, "staff", "personnel")
        await mine.page.get_by_label("Số lượng").fill("2,5")
        await mine.press("Giao cho 2 người")
        await expect(mine.page.get_by_text("Đã giao việc cho 2 người")).to_be_visible()
        people = sorted(office.ids.people[who] for who in ("staff", "personnel"))
        found = await rows(office, WORK, office.ids.products["CH.05"])
        assert [(who, str(quantity.normalize()), due) for who, quantity, due, _ in found] == [
            (who, "2.5", date(2026, 6, 30)) for who in people
        ]

    async def test_that_takes_long_is_spread_over_three_months(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", at(office, "/assign"))
        await look_for(mine, "bao cao chuyen de", "Báo cáo chuyên đề")
        await choose(mine, "staff")
        await mine.page.get_by_label("Thực hiện trong").select_option("3")
        await expect(mine.page.get_by_label("Phần 3, thời hạn")).to_have_value("31/08/2026")
        await mine.press("Giao cho 1 người")
        await expect(mine.page.get_by_text("Đã giao việc cho 1 người")).to_be_visible()
        found = await rows(office, LINES, office.ids.products["CH.05"])
        assert [(int(share), due, period.month) for share, due, period in found] == [
            (34, date(2026, 6, 30), 6),
            (33, date(2026, 7, 31), 7),
            (33, date(2026, 8, 31), 8),
        ]

    async def test_refused_for_its_day_keeps_what_was_typed(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", at(office, "/assign"))
        await look_for(mine, "bao cao chuyen de", "Báo cáo chuyên đề")
        await choose(mine, "staff")
        await mine.page.get_by_label("Thời hạn").fill("2026-06-01")
        await mine.page.get_by_label("Yêu cầu, ghi chú").fill("Có phụ lục số liệu.")
        await mine.press("Giao cho 1 người")
        alert = mine.page.get_by_role("alert").filter(has_text=PEOPLE["staff"].name)
        await expect(alert).to_be_visible()
        assert await rows(office, WORK, office.ids.products["CH.05"]) == []
        await mine.page.reload()
        await mine.settled()
        note = mine.page.get_by_label("Yêu cầu, ghi chú")
        await expect(note).to_have_value("Có phụ lục số liệu.")
        await expect(mine.page.get_by_text("Báo cáo chuyên đề", exact=True)).to_be_visible()

    async def test_of_last_month_is_given_again_as_one_deed_with_an_outcome_for_each_line(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        office.day.today = date(2026, 7, 1)
        mine = await open_window()
        await mine.sign_in("head", at(office, "/again", date(2026, 7, 1)))
        for who in ("staff", "personnel"):
            await mine.page.get_by_label(re.compile(PEOPLE[who].name)).check()
        row = mine.page.get_by_role("row").filter(has_text=PEOPLE["personnel"].name)
        await row.get_by_label("Thời hạn mới").fill("2026-06-20")
        await mine.press("Giao 2 việc")
        await expect(row.get_by_role("alert")).to_be_visible()
        given = mine.page.get_by_role("row").filter(has_text=PEOPLE["staff"].name)
        await expect(given).to_contain_text("Đã giao")
        found = await rows(
            office,
            "select person_id, due_on, origin from congtam.assignment where due_on >= $1",
            date(2026, 7, 1),
        )
        assert found == [(office.ids.people["staff"], date(2026, 7, 14), "planned")]

    async def test_is_handed_over_to_a_colleague(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await office.sign("head").done(
            "returnDelivery",
            delivery=office.ids.deliveries["staff"],
            version=1,
            reason="Chưa đủ nội dung",
        )
        mine = await open_window()
        await mine.sign_in("head", "/head/work")
        dialog = await opened(mine, "staff")
        await dialog.get_by_role("button", name="Chuyển cho người khác").click()
        await dialog.get_by_label("Người nhận").select_option(label=PEOPLE["personnel"].name)
        await dialog.get_by_label("Lý do").fill("Đi công tác dài ngày")
        await dialog.get_by_role("button", name="Chuyển việc").click()
        await mine.told("Đã chuyển việc")
        found = await rows(
            office,
            "select person_id from congtam.assignment where origin = 'taken_over'",
        )
        assert found == [(office.ids.people["personnel"],)]


class TestAFault:
    async def test_is_excused_by_an_objective_cause_with_its_document(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/head/work")
        dialog = await opened(mine, "staff")
        await dialog.get_by_role("button", name="Xác nhận nguyên nhân khách quan").click()
        confirm = dialog.get_by_role("button", name="Xác nhận nguyên nhân khách quan")
        await confirm.click()
        await expect(dialog.get_by_text("Chưa nêu lý do")).to_be_visible()
        await dialog.get_by_label("Nguyên nhân khách quan").fill("Mất điện toàn xã do bão")
        await dialog.get_by_label("Văn bản xác nhận").fill("45/BC-UBND")
        await confirm.click()
        await mine.told("Đã xác nhận nguyên nhân khách quan")
        await expect(dialog.get_by_text("Khách quan", exact=True)).to_be_visible()
        found = await rows(
            office,
            "select objective, objective_cause from congtam.fault where line_id = $1",
            office.ids.lines["staff"],
        )
        assert found == [(True, "Mất điện toàn xã do bão (văn bản 45/BC-UBND)")]

    async def test_of_quality_is_recorded_with_its_reason(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/head/work")
        dialog = await opened(mine, "staff")
        await dialog.get_by_role("button", name="Ghi nhận lỗi").click()
        await dialog.get_by_label("Nội dung lỗi").fill("Sai căn cứ pháp lý")
        await dialog.get_by_role("button", name="Ghi nhận", exact=True).click()
        await mine.told("Đã ghi nhận lỗi")
        found = await rows(
            office,
            "select reason from congtam.fault where line_id = $1 and kind = 'quality'",
            office.ids.lines["staff"],
        )
        assert found == [("Sai căn cứ pháp lý",)]


async def opened(mine: Window, who: str) -> Locator:
    """The dialog of somebody's line of work."""
    await mine.press(f", {PEOPLE[who].name}", exact=False)
    dialog = mine.page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    return dialog


class TestADeduction:
    async def test_is_applied_by_the_scale_beside_its_criterion_and_taken_back(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        sheet = office.ids.sheets["staff"]
        mine = await open_window()
        page = mine.page
        unit = office.ids.units["office"]
        await mine.sign_in("head", f"/head/{unit}/{PERIOD}/score/{sheet}")
        await page.get_by_label("Nhận xét của người đứng đầu").fill("Cần đi làm đúng giờ.")
        await mine.press("Trừ điểm tiêu chí I.2")
        dialog = page.get_by_role("dialog")
        await expect(dialog.get_by_label("Mức trừ theo quy chế")).to_be_visible()
        await dialog.get_by_label("Mức trừ theo quy chế").select_option(index=1)
        await dialog.get_by_label("Số lần").fill("3")
        await dialog.get_by_label("Lý do").fill("Đi muộn ngày 03, 04, 09/6")
        await dialog.get_by_label("Văn bản").fill("Biên bản 02")
        await dialog.get_by_role("button", name="Trừ điểm").click()
        await mine.told("Đã trừ điểm")
        found = await rows(office, "select criterion, times, points, reason from congtam.deduction")
        assert [(c, t, str(p), r) for c, t, p, r in found] == [
            ("I.2", 3, "1.50", "Đi muộn ngày 03, 04, 09/6 (văn bản Biên bản 02)")
        ]
        comment = page.get_by_label("Nhận xét của người đứng đầu")
        await expect(comment).to_have_value("Cần đi làm đúng giờ.")
        await mine.press("Gỡ điểm trừ tiêu chí I.2")
        await dialog.get_by_label("Lý do").fill("Có đơn xin phép")
        await dialog.get_by_role("button", name="Gỡ").click()
        await mine.told("Đã gỡ điểm trừ")
        assert await rows(office, "select id from congtam.deduction") == []
