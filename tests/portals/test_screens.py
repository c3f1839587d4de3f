"""Every screen by axe (WCAG 2.2 AA), on a desk and on a phone, light and dark; pictures of each.

`make screens` keeps the pictures.
"""

import pytest

from tests.journeys.people import of_unit
from tests.journeys.scoring import score
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import OpenWindow, Window
from tests.portals.told import assigned, returned

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def looked_at(shown: Window, name: str) -> None:
    """Pictures of what is shown, and what axe says of it: nothing."""
    found = {}
    async for look in shown.looks():
        await shown.picture(f"{name}-{look}")
        if findings := await shown.findings():
            found[look] = findings
    assert found == {}, name


async def asked_at(shown: Window, name: str) -> None:
    """The same of the dialog that opens, which may still be on its way."""
    await shown.page.get_by_role("dialog").first.wait_for()
    await looked_at(shown, name)


async def test_every_staff_screen_is_accessible(office: Served, open_window: OpenWindow) -> None:
    await assigned(office)
    await score(office, "head", "staff")
    mine = await open_window()
    await mine.sign_in("staff", "/staff/")
    await looked_at(mine, "staff-month")
    await mine.press("Báo cáo", exact=False)
    await asked_at(mine, "staff-report")
    await mine.page.keyboard.press("Escape")
    await mine.press("Ngô Thị Lan Anh")
    await mine.page.get_by_role("menuitem", name="Đăng xuất").wait_for()
    await looked_at(mine, "staff-menu")
    await office.sign("head").done("signSheet", sheet=office.ids.sheets["staff"], version=3)
    for name in ("year", "petitions", "inbox", "nowhere", "month/2026-09-01"):
        await mine.open(f"/staff/{name}")
        await looked_at(mine, f"staff-{name.replace('/', '-')}")
    await mine.open(f"/staff/result/{office.ids.sheets['staff']}")
    await looked_at(mine, "staff-result")
    await mine.follow("Kiến nghị")
    await looked_at(mine, "staff-petition")
    await mine.page.get_by_label("Nội dung kiến nghị").fill("Đề nghị xem lại điểm II.4.")
    await mine.press("Gửi kiến nghị")
    await mine.told("Đã gửi kiến nghị")
    await looked_at(mine, "staff-petition-filed")


async def test_the_self_assessment_is_accessible(office: Served, open_window: OpenWindow) -> None:
    await returned(office)
    mine = await open_window()
    await mine.sign_in("staff", f"/staff/self/{office.ids.sheets['staff']}")
    field = mine.page.get_by_role("textbox").first
    await field.fill("9")
    await looked_at(mine, "staff-self-wrong")
    await field.fill("5")
    await mine.press("Gửi tự đánh giá")
    await asked_at(mine, "staff-self-sure")
    await mine.page.keyboard.press("Escape")
    await mine.context.clear_cookies(name="congtam")
    await mine.press("Lưu nháp")
    await mine.page.get_by_text("Phiên đăng nhập đã kết thúc").wait_for()
    mine.complaints.clear()  # The browser notes the refused request.
    await looked_at(mine, "staff-ended")


async def test_every_screen_of_the_head_is_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    for key in of_unit("office")[1:]:
        await score(office, "head", key)
    mine = await open_window()
    await mine.sign_in("head", "/head/")
    await looked_at(mine, "head-month")
    await mine.press("Ký", exact=False)
    await asked_at(mine, "head-sign")
    await mine.page.keyboard.press("Escape")
    await mine.page.get_by_label("Chọn tất cả").check()
    await mine.press("Trả lại", exact=False)
    await asked_at(mine, "head-return")
    await mine.page.keyboard.press("Escape")
    score_of = f"/head/{office.ids.units['office']}/{PERIOD}/score"
    await mine.open(score_of)
    await looked_at(mine, "head-score")
    await mine.open(f"{score_of}/{office.ids.sheets['deputy']}")
    await looked_at(mine, "head-score-deputy")


async def test_the_first_page_is_accessible(open_window: OpenWindow) -> None:
    visitor = await open_window()
    await visitor.page.goto(visitor.address)
    await visitor.page.get_by_role("link", name="Đăng nhập").wait_for()
    await looked_at(visitor, "welcome")
