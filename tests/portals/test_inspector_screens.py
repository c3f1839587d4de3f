"""Every screen of the inspector by axe, on a desk and on a phone, light and dark."""

import pytest

from tests.journeys.people import of_unit
from tests.journeys.scoring import version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import OpenWindow
from tests.portals.test_inspector import ALIKE, looked_for, signed
from tests.portals.test_screens import looked_at

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def test_every_screen_of_the_inspector_is_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    await signed(office)
    attempt = {"person": office.ids.people["staff"], "kind": "TRANSFER", "said": "Xin chuyển."}
    await office.sign("neighbour").refused("stateWish", **attempt)
    mine = await open_window()
    await mine.sign_in("inspector", "/inspector/")
    await looked_at(mine, "inspector-home-empty")
    await looked_for(mine)
    await mine.page.get_by_role("alertdialog").get_by_role("button").click()
    await looked_at(mine, "inspector-home")
    await mine.follow(ALIKE)
    await looked_at(mine, "inspector-signals")
    await mine.follow(ALIKE)
    await mine.press("Ghi nhận định")
    await mine.page.get_by_text("Chưa chọn nhận định").wait_for()
    await looked_at(mine, "inspector-signal")
    sheet = office.ids.sheets["staff"]
    for path in (
        "spread",
        "people",
        f"people/{office.ids.people['staff']}",
        f"sheet/{sheet}",
        f"sheet/{sheet}/story",
        "trail",
        f"trail/by/{office.ids.people['head']}",
        "attempts",
        f"signals/{PERIOD.replace(month=1)}",
        f"story/{sheet}",
        f"story/{office.ids.people['staff']}",
        f"sheet/{office.ids.people['staff']}",
    ):
        await mine.open(f"/inspector/{path}")
        if path == "spread":
            await mine.page.locator(".chart").wait_for()
        name = path.replace(str(sheet), "one").replace(str(office.ids.people["staff"]), "person")
        name = name.replace(str(office.ids.people["head"]), "head").replace("/", "-")
        await looked_at(mine, f"inspector-{name}")


async def test_scores_asked_to_be_reconsidered_are_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    await signed(office)
    asked = [
        await office.sign("chair").done(
            "askReconsideration",
            sheet=office.ids.sheets[key],
            version=await version_of(office, key),
            reason="Cao hơn hẳn các đơn vị tương đương",
        )
        for key in of_unit("office")[:2]
    ]
    kept = {"calibration": asked[0]["id"], "reason": "Đã đối chiếu từng sản phẩm"}
    await office.sign("head").done("keepScore", **kept)
    mine = await open_window()
    await mine.sign_in("inspector", "/inspector/spread")
    await mine.page.get_by_text("Chưa trả lời").wait_for()
    await looked_at(mine, "inspector-spread-reconsidered")
