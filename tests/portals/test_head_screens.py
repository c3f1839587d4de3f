"""The head's screens by axe, on a desk and on a phone, light and dark; pictures of each."""

import pytest
from playwright.async_api import expect

from tests.journeys.moved import left_open
from tests.journeys.people import PEOPLE
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import OpenWindow
from tests.portals.test_head_above import signed
from tests.portals.test_head_work import at, choose, look_for, opened
from tests.portals.test_screens import asked_at, looked_at

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def test_the_work_of_a_month_is_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("head", "/head/work")
    await looked_at(mine, "head-work")
    dialog = await opened(mine, "staff")
    await looked_at(mine, "head-work-line")
    await dialog.get_by_role("button", name="Trải ra nhiều tháng").click()
    await dialog.get_by_label("Phần 2, tỷ lệ").wait_for()
    await looked_at(mine, "head-work-spread")
    await mine.open(at(office, "/again"))
    await looked_at(mine, "head-again-nothing")


async def test_assigning_is_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("head", at(office, "/assign"))
    await looked_at(mine, "head-assign")
    await look_for(mine, "bao cao chuyen de", "Báo cáo chuyên đề")
    await choose(mine, "staff", "personnel")
    await mine.page.get_by_label("Thực hiện trong").select_option("3")
    await looked_at(mine, "head-assign-spread")


async def test_a_deduction_is_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    sheet, unit = office.ids.sheets["staff"], office.ids.units["office"]
    await mine.sign_in("head", f"/head/{unit}/{PERIOD}/score/{sheet}")
    await mine.press("Trừ điểm tiêu chí I.2")
    await expect(mine.page.get_by_label("Mức trừ theo quy chế")).to_be_visible()
    await looked_at(mine, "head-deduct")


async def test_what_lies_beneath_is_accessible(office: Served, open_window: OpenWindow) -> None:
    await signed(office)
    told = {"sheet": office.ids.sheets["staff"], "text": "Đề nghị xem lại điểm II.4."}
    filed = await office.sign("staff").done("petitionScore", "id version", **told)
    await office.sign("personnel").done(
        "givePetitionOpinion",
        petition=filed["id"],
        version=filed["version"],
        text="Kết quả có căn cứ.",
    )
    mine = await open_window()
    await mine.sign_in("chair", "/head/months")
    await looked_at(mine, "head-months")
    for name in ("beneath", "beneath/overdue", "beneath/scores", "delegation"):
        await mine.open(f"/head/{name}")
        await looked_at(mine, f"head-{name.replace('/', '-')}")
    await mine.open(f"/head/beneath/{office.ids.units['office']}/{PERIOD}")
    await mine.press(f"Trả lại phiếu đã ký: {PEOPLE['staff'].name}")
    await asked_at(mine, "head-beneath-return")
    await mine.open("/head/petitions")
    await mine.press("Giải quyết")
    await mine.page.get_by_label("Quyết định").select_option("uphold")
    await looked_at(mine, "head-petition-decide")


async def test_unfinished_work_is_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    path = f"/head/work/{office.ids.units['office']}/unfinished"
    await mine.sign_in("head", path)
    await looked_at(mine, "head-unfinished-none")
    await left_open(office)
    await mine.open("/head/work")
    await looked_at(mine, "head-work-unfinished")
    await mine.open(path)
    await looked_at(mine, "head-unfinished")
    await mine.page.get_by_label("Chọn tất cả", exact=False).check()
    await mine.press("Chuyển 3 việc")
    await mine.page.get_by_text("Chưa chọn người nhận").first.wait_for()
    await looked_at(mine, "head-unfinished-lacking")
    receiver = PEOPLE["personnel"].name
    await mine.page.get_by_label("Giao mọi việc đã chọn").select_option(receiver)
    await mine.press("Chuyển 3 việc")
    await mine.page.get_by_role("dialog").wait_for()
    await looked_at(mine, "head-unfinished-sure")
