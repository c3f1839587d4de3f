"""The screens of a merger of agencies, by axe."""

import pytest

from tests.journeys.served import Served
from tests.portals.browser import OpenWindow
from tests.portals.test_authority_merge import chosen, filled, possible
from tests.portals.test_authority_merge import office as office
from tests.portals.test_screens import looked_at

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def test_a_merger_of_agencies_is_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("province", "/authority/agency/merge")
    await looked_at(mine, "authority-merge-choosing")
    await chosen(mine)
    await mine.press("Lập phương án sáp nhập")
    await filled(mine)
    await looked_at(mine, "authority-merge")
    await mine.press("Xem trước")
    await possible(mine)
    await mine.press("Thực hiện quyết định")
    await mine.page.get_by_role("dialog").wait_for()
    await looked_at(mine, "authority-merge-sure")
