"""The screens of a staff member's year by axe, on a desk and on a phone, light and dark."""

import pytest

from tests.journeys.served import Served
from tests.journeys.test_personnel import OBJECTION
from tests.portals.browser import OpenWindow
from tests.portals.test_authority_personnel import begun
from tests.portals.test_screens import looked_at
from tests.portals.test_staff_speaking import SEND, SPEAK
from tests.portals.test_staff_year import classified, disciplined, opened

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def test_every_screen_of_the_year_is_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    mine = await open_window()
    await mine.sign_in("staff", "/staff/classes")
    for name in ("classes", "record", "readers"):
        await mine.open(f"/staff/{name}")
        await looked_at(mine, f"staff-{name}-empty")
    await opened(office)
    await disciplined(office)
    case = await classified(office)
    for name in ("classes", "record", "readers", f"classes/{case}/form"):
        await mine.open(f"/staff/{name}")
        await looked_at(mine, f"staff-{name.replace(str(case), 'one').replace('/', '-')}")
    await mine.open("/staff/classes")
    await mine.follow("Kiến nghị")
    await mine.press("Gửi kiến nghị")
    await mine.page.get_by_text("Chưa có nội dung kiến nghị").wait_for()
    await looked_at(mine, "staff-class-petition")


async def test_my_own_word_is_accessible(office: Served, open_window: OpenWindow) -> None:
    await begun(office)
    mine = await open_window()
    await mine.sign_in("staff", "/staff/record")
    await looked_at(mine, "staff-record-heard")
    await mine.press(SPEAK)
    dialog = mine.page.get_by_role("dialog")
    await dialog.get_by_role("button", name=SEND).click()
    await dialog.get_by_text("Ông/bà điền đủ các mục trước khi thực hiện.").wait_for()
    await looked_at(mine, "staff-record-speak")
    await dialog.get_by_label("Nội dung").fill(OBJECTION)
    await dialog.get_by_label("Ý kiến", exact=True).select_option("Không đồng ý")
    await dialog.get_by_role("button", name=SEND).click()
    await mine.told("Đã gửi ý kiến")
    await looked_at(mine, "staff-record-spoken")
