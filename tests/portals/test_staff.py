"""A staff member's month in a real browser."""

import re

from playwright.async_api import expect

from tests.journeys.scoring import score, version_of
from tests.journeys.served import Served
from tests.portals.browser import OpenWindow, Window
from tests.portals.told import assigned, returned

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

LINK = "https://vanban.thanhlinh.gov.vn/2026/cong-van-12.pdf"


async def deliveries(office: Served) -> int:
    count: int = await office.owner.fetchval(
        "select count(*) from congtam.delivery where person_id = $1", office.ids.people["staff"]
    )
    return count


class TestTheMonth:
    async def test_of_a_staff_member_goes_from_work_to_result(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await assigned(office)
        await returned(office)
        mine = await open_window()
        await mine.sign_in("staff", "/staff/")
        await self.report(office, mine)
        await self.assess(office, mine)
        await score(office, "head", "staff", comment="Đạt yêu cầu")
        await office.sign("head").done(
            "signSheet",
            sheet=office.ids.sheets["staff"],
            version=await version_of(office, "staff"),
        )
        await mine.open("/staff/")
        await mine.follow("Xem kết quả")
        result = mine.page.get_by_role("heading", name="Kết quả tháng 06/2026")
        await expect(result).to_be_visible()
        total = await office.owner.fetchval(
            "select total from congtam.sheet where id = $1", office.ids.sheets["staff"]
        )
        await expect(mine.page.locator(".figure")).to_have_text(str(total).replace(".", ","))
        await expect(mine.page.get_by_text("khoản 1 Điều 16 Nghị định").first).to_be_visible()

    async def report(self, office: Served, mine: Window) -> None:
        """Two presses and a pasted link report the late work."""
        row = mine.page.get_by_role("row").filter(has_text="Công văn gửi các thôn")
        await expect(row).to_contain_text("Quá hạn")
        await row.get_by_role("button").click()
        await expect(mine.page.get_by_role("dialog").get_by_role("textbox").first).to_be_focused()
        await mine.page.keyboard.type(LINK)
        await mine.press("Gửi báo cáo")
        await mine.told("Đã báo cáo")
        await expect(row).to_contain_text("Chờ nghiệm thu")
        kept = await office.owner.fetchrow(
            "select d.quantity, e.url from congtam.delivery d"
            " join congtam.evidence e on e.delivery_id = d.id where e.url = $1",
            LINK,
        )
        assert kept["quantity"] == 3

    async def assess(self, office: Served, mine: Window) -> None:
        """Ten marks on one page, from the keyboard."""
        await mine.follow("Tự đánh giá")
        await expect(mine.page.get_by_text("Xem lại điểm III.1")).to_be_visible()
        field = mine.page.get_by_role("textbox", name=re.compile("Điểm III.1"))
        await field.fill("2,25")
        await field.press("ArrowDown")
        await expect(field).to_have_value("2")
        await mine.press("Gửi tự đánh giá")
        await mine.page.get_by_role("dialog").get_by_role("button", name="Gửi tự đánh giá").click()
        await mine.told("Đã gửi tự đánh giá")
        row = await office.owner.fetchrow(
            "select state, self_marks from congtam.sheet where id = $1",
            office.ids.sheets["staff"],
        )
        assert (row["state"], str(row["self_marks"][6])) == ("self_assessed", "2.00")


class TestAPetition:
    async def test_is_filed_seen_with_its_clock_and_withdrawn(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await score(office, "head", "staff")
        signed = {"sheet": office.ids.sheets["staff"], "version": 3}
        await office.sign("head").done("signSheet", **signed)
        mine = await open_window()
        await mine.sign_in("staff", f"/staff/result/{office.ids.sheets['staff']}")
        await mine.follow("Kiến nghị")
        await mine.page.get_by_label("Nội dung kiến nghị").fill("Đề nghị xem lại điểm II.4.")
        await mine.press("Gửi kiến nghị")
        await mine.told("Đã gửi kiến nghị")
        await expect(mine.page.get_by_text("còn 7 ngày làm việc")).to_be_visible()
        await mine.press("Rút kiến nghị")
        await mine.page.get_by_role("dialog").get_by_role("button", name="Rút kiến nghị").click()
        await mine.told("Đã rút kiến nghị")
        states = await office.owner.fetch("select state from congtam.petition")
        assert [row["state"] for row in states] == ["withdrawn"]


class TestAnExpiredSession:
    async def test_loses_nothing_that_was_typed(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await returned(office)
        mine = await open_window()
        await mine.sign_in("staff", f"/staff/self/{office.ids.sheets['staff']}")
        await mine.page.get_by_label("Nhận xét của bản thân").fill("Đã xử lý 14 công văn.")
        await mine.context.clear_cookies(name="congtam")
        await mine.press("Lưu nháp")
        await expect(mine.page.get_by_text("Phiên đăng nhập đã kết thúc")).to_be_visible()
        mine.complaints.clear()  # The browser notes the refused request.
        await mine.press("Đăng nhập lại")
        await mine.told("Đã gửi sau khi đăng nhập lại")
        await expect(mine.page.get_by_label("Nhận xét của bản thân")).to_have_value(
            "Đã xử lý 14 công văn."
        )
        drafts = await office.owner.fetch(
            "select after from congtam.audit_leaf where deed = 'save_self_draft'"
        )
        assert len(drafts) == 1

    async def test_sends_what_was_being_sent_once(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await assigned(office)
        before = await deliveries(office)
        mine = await open_window()
        await mine.sign_in("staff", "/staff/")
        await mine.press("Báo cáo", exact=False)
        await mine.context.clear_cookies(name="congtam")
        await mine.page.get_by_label("Minh chứng").fill(LINK)
        await mine.press("Gửi báo cáo")
        await expect(mine.page.get_by_text("Phiên đăng nhập đã kết thúc")).to_be_visible()
        assert await deliveries(office) == before
        mine.complaints.clear()
        await mine.press("Đăng nhập lại")
        await mine.told("Đã gửi sau khi đăng nhập lại")
        await mine.open("/staff/")
        assert await deliveries(office) == before + 1


class TestANeighbour:
    async def test_finds_nothing_at_the_address_of_a_colleagues_result(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        theirs = await open_window()
        await theirs.sign_in("secondee", f"/staff/result/{office.ids.sheets['staff']}")
        await expect(theirs.page.get_by_text("hoặc ông/bà không được xem")).to_be_visible()

    async def test_who_heads_nothing_is_told_so_at_the_heads_portal(
        self, open_window: OpenWindow
    ) -> None:
        theirs = await open_window()
        await theirs.sign_in("secondee", "/head/")
        await expect(theirs.page.get_by_text("không có nhiệm vụ ở cổng")).to_be_visible()
        await theirs.press("Lê Quốc Cường")
        await expect(theirs.page.get_by_role("menuitem", name="Người đứng đầu")).to_have_count(0)
