"""Every screen of the registers by axe, on a desk and on a phone, light and dark; with pictures."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.gateway.imports.books import STAFF, book
from tests.journeys.served import Served
from tests.journeys.world import PERIOD, TODAY
from tests.portals.browser import OpenWindow, Window
from tests.portals.test_screens import asked_at
from tests.portals.test_screens import looked_at as looked_at_once_there

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def looked_at(shown: Window, name: str) -> None:
    """As for every screen, once its question is answered: it waits for who is here, then asks."""
    await shown.page.locator("main .card").first.wait_for()
    await shown.settled()
    await looked_at_once_there(shown, name)


async def test_what_waits_is_accessible(office: Served, open_window: OpenWindow) -> None:
    agency, personnel = office.ids.agencies["commune"], office.sign("personnel")
    draft = await personnel.done("newEdition", "id version", agency=agency)
    told = {"catalogueId": draft["id"], "version": draft["version"]}
    await personnel.done("proposeCatalogue", **told)
    mine = await open_window()
    await mine.sign_in("province", "/authority/")
    await looked_at(mine, "authority-home")
    await mine.follow("Danh mục sản phẩm chờ ông/bà phê duyệt")
    await looked_at(mine, "authority-catalogue-waiting")
    await mine.follow("Lần ban hành 2")
    await mine.press("Phê duyệt")
    await asked_at(mine, "authority-edition-approve")


async def test_units_are_accessible(office: Served, open_window: OpenWindow) -> None:
    await office.sign("personnel").done(
        "recordAbsence",
        person=office.ids.people["staff"],
        kind="SICK",
        begins=TODAY - timedelta(days=3),
        ends=TODAY + timedelta(days=9),
        document={"number": "7/GCN", "day": TODAY - timedelta(days=3)},
    )
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/units")
    await looked_at(mine, "authority-units")
    await mine.open(f"/authority/units/{office.ids.units['office']}")
    await looked_at(mine, "authority-unit")
    await mine.open(f"/authority/units/{office.ids.units['society']}")
    await looked_at(mine, "authority-unit-lent")


@pytest.mark.parametrize(
    ("button", "name"),
    [("Bổ nhiệm, phân công vào đơn vị", "appoint"), ("Giải thể đơn vị", "close")],
)
async def test_what_is_done_to_a_unit_is_accessible(
    office: Served, open_window: OpenWindow, button: str, name: str
) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", f"/authority/units/{office.ids.units['office']}")
    await mine.press(button)
    await mine.page.get_by_role("dialog").wait_for()
    await looked_at(mine, f"authority-unit-{name}")


async def test_people_are_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/people")
    await looked_at(mine, "authority-people")
    await mine.open(f"/authority/people/{office.ids.people['inspector']}")
    await looked_at(mine, "authority-person")
    await mine.press("Điều động")
    await mine.page.get_by_role("dialog").wait_for()
    await looked_at(mine, "authority-person-move")


async def test_positions_are_accessible(open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/positions")
    await looked_at(mine, "authority-positions")
    await mine.page.locator("main").get_by_role("rowheader").first.get_by_role("link").click()
    await mine.settled()
    await looked_at(mine, "authority-position")
    await mine.press("Đặt chỉ tiêu")
    await mine.page.get_by_role("dialog").wait_for()
    await looked_at(mine, "authority-position-kpi")


async def test_lists_are_accessible(open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/catalogue")
    await looked_at(mine, "authority-catalogue")
    await mine.press("Lập lần ban hành mới")
    dialog = mine.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Lập lần ban hành mới").click()
    await mine.told("Đã lập dự thảo")
    await looked_at(mine, "authority-edition")
    await mine.press("Thêm sản phẩm")
    await asked_at(mine, "authority-edition-product")


async def test_months_and_their_locks_are_accessible(open_window: OpenWindow) -> None:
    chair = await open_window()
    await chair.sign_in("chair", f"/authority/periods/{PERIOD}")
    await looked_at(chair, "authority-months")
    await chair.press("Mở khóa")
    dialog = chair.page.get_by_role("dialog")
    await dialog.get_by_label("Đến hết ngày").fill(str(TODAY + timedelta(days=2)))
    await dialog.get_by_label("Lý do").fill("Mất điện hai ngày")
    await looked_at(chair, "authority-months-lock")
    await dialog.get_by_role("button", name="Mở khóa").click()
    await chair.told("Đã mở khóa")
    await chair.open("/authority/locks")
    await looked_at(chair, "authority-locks")


@pytest.mark.parametrize("name", ["duties", "absences", "results", "deductions", "switches"])
async def test_what_a_head_keeps_is_accessible(open_window: OpenWindow, name: str) -> None:
    chair = await open_window()
    await chair.sign_in("chair", f"/authority/{name}")
    await looked_at(chair, f"authority-{name}")
    if name == "results":
        await chair.press("Tính kết quả")
        dialog = chair.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="Tính kết quả").click()
        await chair.told("Đã tính xong")
        await looked_at(chair, "authority-results-computed")
    if name == "switches":
        await chair.press("Quy định")
        await asked_at(chair, "authority-switches-choose")


async def test_an_import_is_accessible(
    office: Served, open_window: OpenWindow, tmp_path: Path
) -> None:
    unit = str(office.ids.units["office"])
    rows = [
        ["CC.77", "Lò Văn Ổi", unit, "Công chức", "1/7/2026"],
        ["CC.78", "Vi Thị Na", unit, "Vua", "1/7/2026"],
    ]
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(book({"A": [STAFF, *rows]}).content)
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/import")
    await mine.page.get_by_label("Loại dữ liệu").select_option("staff")
    await mine.page.get_by_label("Tệp").set_input_files(file)
    await looked_at(mine, "authority-import")
    await mine.press("Kiểm tra trước")
    await mine.page.get_by_text("Chưa ghi dữ liệu nào.").wait_for()
    await looked_at(mine, "authority-import-tried")
    await mine.press("Nhập dữ liệu")
    await mine.page.get_by_role("dialog").get_by_role("button", name="Nhập dữ liệu").click()
    await mine.page.get_by_text("Đã nhập dữ liệu.").wait_for()
    await looked_at(mine, "authority-import-done")
