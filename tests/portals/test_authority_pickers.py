"""What is chosen of a register is looked for, however much there is: units, positions, products."""

from playwright.async_api import expect

from tests.journeys.served import Served
from tests.journeys.world import FOUNDED
from tests.portals.browser import OpenWindow

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

MANY = 110
"""More than the gateway lists at once."""
LAST = f"Tổ dân vận số {MANY - 1:03}"
PERSON = "tl011"


async def crowded(office: Served) -> None:
    """So many units beneath the commune that a list would be cut."""
    personnel, parent = office.sign("personnel"), office.ids.units["commune"]
    for number in range(MANY):
        told = {"name": f"Tổ dân vận số {number:03}", "standing": "NONE", "openedOn": FOUNDED}
        await personnel.done("establishUnit", parent=parent, **told)


class TestAUnitBeyondTheFirstHundred:
    async def test_takes_somebody_in_and_prints_its_forms(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await crowded(office)
        mine = await open_window()
        await mine.sign_in("personnel", f"/authority/people/{office.ids.people[PERSON]}")
        await mine.press("Điều động")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Tìm đơn vị").fill(f"to dan van so {MANY - 1:03}")
        await dialog.get_by_label("Đơn vị mới").select_option(label=LAST)
        await dialog.get_by_label("Từ ngày").fill("2026-07-01")
        await dialog.get_by_role("button", name="Điều động").click()
        await mine.told("Đã ghi nhận việc điều động")
        found = await office.owner.fetchval(
            "select u.name from congtam.posting p join congtam.unit u on u.id = p.unit_id"
            " where p.person_id = $1 and upper_inf(p.during)",
            office.ids.people[PERSON],
        )
        assert found == LAST
        await mine.open("/authority/forms")
        await mine.page.get_by_label("Tìm đơn vị").fill(f"to dan van so {MANY - 1:03}")
        await mine.page.get_by_label("Đơn vị", exact=True).select_option(label=LAST)
        await expect(mine.page.get_by_text("chưa mở tháng")).to_be_visible()


class TestAnIndicator:
    async def test_is_fed_by_one_product(self, office: Served, open_window: OpenWindow) -> None:
        mine = await open_window()
        await mine.sign_in("personnel", "/authority/positions")
        await mine.page.locator("main").get_by_role("rowheader").first.get_by_role("link").click()
        await mine.settled()
        await mine.press("Đặt chỉ tiêu")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Mã", exact=True).fill("CT.77")
        await dialog.get_by_label("Chỉ tiêu", exact=True).fill("Báo cáo chuyên đề trong năm")
        await dialog.get_by_label("Loại chỉ tiêu").select_option("HARD")
        await dialog.get_by_label("Cách đo").select_option("COUNT")
        await dialog.get_by_label("Mục tiêu").fill("12")
        await dialog.get_by_label("Đơn vị tính").fill("báo cáo")
        await dialog.get_by_label("Từ ngày").fill("2026-07-01")
        product = dialog.get_by_label("Theo một sản phẩm, công việc")
        await dialog.get_by_label("Tính vào").select_option("CRITERION")
        await expect(product).to_have_count(0)
        await dialog.get_by_label("Tính vào").select_option("RESULT_UNITS")
        await dialog.get_by_label("Tìm trong danh mục").fill("bao cao chuyen de")
        await product.select_option(label="CH.05 Báo cáo chuyên đề")
        await dialog.get_by_role("button", name="Lưu").click()
        await mine.told("Đã đặt chỉ tiêu")
        row = await office.owner.fetchrow(
            "select feeds, product_id, criterion from congtam.kpi where code = 'CT.77'"
        )
        assert tuple(row) == ("result_units", office.ids.products["CH.05"], None)
