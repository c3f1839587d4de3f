"""Lists of rewards and the money and rules behind them, by axe."""

import pytest

from tests.journeys.served import Served
from tests.portals.browser import OpenWindow
from tests.portals.test_authority_rewards import drawn, office
from tests.portals.test_screens import asked_at, looked_at

__all__ = ["office"]

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.journeys.year.fixtures",
    "tests.portals.fixtures",
)
pytestmark = pytest.mark.slow


async def test_rewards_are_accessible(office: Served, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/rewards")
    await looked_at(mine, "rewards")
    await drawn(office, mine)
    await mine.page.get_by_text("Xem cách tính").first.click()
    await looked_at(mine, "rewards-list")
    await mine.open("/authority/reward-rules")
    await looked_at(mine, "reward-rules")
    head = await open_window()
    await head.sign_in("chair", "/authority/rewards")
    await head.press("Điều chỉnh các phần")
    await asked_at(head, "rewards-fund")
