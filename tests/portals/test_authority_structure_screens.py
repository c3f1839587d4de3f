"""The screens of logins, agency codes and decisions on organisation, by axe."""

import pytest

from tests.journeys.people import STRANGER
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import OpenWindow
from tests.portals.test_authority_screens import looked_at
from tests.portals.test_authority_structure import ONE, begun, merged, two_teams
from tests.portals.test_screens import looked_at as looked_at_once_there

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def test_logins_are_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("admin", f"/authority/people/{office.ids.people['staff']}")
    await looked_at(mine, "authority-person-logins")
    await mine.press("Bỏ liên kết")
    dialog = mine.page.get_by_role("dialog")
    await dialog.wait_for()
    await looked_at(mine, "authority-login-unlink")
    await dialog.get_by_role("button", name="Bỏ liên kết").click()
    await mine.told("Đã bỏ liên kết tài khoản")
    await mine.press("Liên kết tài khoản")
    await dialog.get_by_label("Mã tài khoản").fill("sub-head")
    await dialog.get_by_role("button", name="Liên kết với").click()
    await dialog.get_by_role("alert").wait_for()
    await looked_at(mine, "authority-login-link")


async def test_an_account_of_nobody_is_accessible(open_window: OpenWindow) -> None:
    theirs = await open_window()
    await theirs.sign_in(STRANGER, "/staff/")
    await theirs.page.get_by_text("sub-stranger").wait_for()
    await looked_at_once_there(theirs, "shell-unlinked")


async def test_an_agency_and_its_codes_are_accessible(open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("admin", "/authority/agency")
    await looked_at(mine, "authority-agency")
    await mine.press("Thêm mã")
    await mine.page.get_by_role("dialog").get_by_label("Mã", exact=True).fill("xã 95")
    await looked_at(mine, "authority-agency-code")


async def test_a_decision_on_organisation_is_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    teams = await two_teams(office)
    mine = await open_window()
    await mine.sign_in("personnel", f"/authority/units/{teams[ONE]}/reorganise")
    await looked_at(mine, "authority-reorganise-begun")
    await merged(mine)
    await looked_at(mine, "authority-reorganise")
    await mine.press("Xem trước")
    await mine.page.get_by_text("Chưa thực hiện được").wait_for()
    await looked_at(mine, "authority-reorganise-refused")
    await mine.page.get_by_label("Chức vụ mới của").last.select_option("MEMBER")
    await mine.press("Xem trước")
    await mine.press("Thực hiện quyết định")
    dialog = mine.page.get_by_role("dialog")
    await dialog.wait_for()
    await looked_at(mine, "authority-reorganise-sure")
    await dialog.get_by_role("button", name="Thực hiện quyết định").click()
    await mine.page.get_by_text("Đã thực hiện quyết định.").wait_for()
    await looked_at(mine, "authority-reorganise-done")


async def test_a_unit_with_an_open_month_is_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", f"/authority/units/{office.ids.units['economy']}/reorganise")
    await begun(mine, "Chia, tách", "22/QĐ-UBND")
    await mine.page.get_by_text(f"Tháng {PERIOD:%m/%Y} chưa khóa").wait_for()
    await looked_at(mine, "authority-reorganise-open-month")
    await mine.page.get_by_label("Chuyển về trực thuộc đơn vị khác").check()
    await looked_at(mine, "authority-reorganise-transfer")
