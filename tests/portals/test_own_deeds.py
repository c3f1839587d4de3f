"""One deed after another before the page has asked again: what its own person did is nobody else's
change, and somebody else's is still found out."""

import asyncio
from collections.abc import Callable

from playwright.async_api import Route, expect

from tests.journeys.served import Served
from tests.portals.browser import OpenWindow, Window
from tests.portals.test_inspector import found_alike
from tests.portals.told import returned

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

SAID = "Đã xử lý 14 công văn."


async def held_back(mine: Window) -> Callable[[], None]:
    """From now on only the page's deeds go through; questions wait until this is called."""
    opened = asyncio.Event()

    async def wait(route: Route) -> None:
        if "key" not in route.request.post_data_json.get("variables", {}):
            await opened.wait()
        await route.continue_()

    await mine.page.route("**/graphql", wait)
    return opened.set


async def until(office: Served, deed: str) -> None:
    """Wait until a deed is done, whatever its page knows of it."""
    leaf = "select 1 from congtam.audit_leaf where deed = $1"
    for _ in range(100):
        if await office.owner.fetchval(leaf, deed):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{deed} was not done")


async def saving(office: Served, mine: Window) -> Callable[[], None]:
    """My draft is saved, and the page still awaits what has become of it."""
    await returned(office)
    await mine.sign_in("staff", f"/staff/self/{office.ids.sheets['staff']}")
    go_on = await held_back(mine)
    await mine.page.get_by_label("Nhận xét của bản thân").fill(SAID)
    await mine.press("Lưu nháp")
    await until(office, "save_self_draft")
    return go_on


async def sent(mine: Window) -> None:
    await mine.press("Gửi tự đánh giá")
    dialog = mine.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Gửi tự đánh giá").click()


async def kept(office: Served) -> tuple[str, str]:
    """The state of the sheet, and what its person says of the month."""
    row = await office.owner.fetchrow(
        "select state, self_comment from congtam.sheet where id = $1", office.ids.sheets["staff"]
    )
    return tuple(row)


class TestASecondDeed:
    async def test_waits_for_the_first_on_the_same_signal(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await found_alike(office, open_window)
        go_on = await held_back(mine)
        await mine.page.get_by_label("Nhận định").select_option("Cần xem xét thêm")
        await mine.page.get_by_label("Nội dung xem xét").fill("Đề nghị giải trình.")
        await mine.press("Ghi nhận định")
        await until(office, "mark_signal")
        await mine.page.get_by_label("Nội dung gửi người đứng đầu").fill("Đề nghị xem lại.")
        await mine.press("Gửi người đứng đầu đơn vị")
        go_on()
        await mine.told("Đã gửi người đứng đầu đơn vị")
        await expect(mine.page.locator("main")).to_contain_text("Đề nghị xem lại.")

    async def test_sends_what_was_typed_and_just_saved(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        go_on = await saving(office, mine)
        await sent(mine)
        go_on()
        await mine.told("Đã gửi tự đánh giá")
        assert await kept(office) == ("self_assessed", SAID)

    async def test_is_refused_where_somebody_else_came_between(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        go_on = await saving(office, mine)
        change = "update congtam.sheet set version = version + 1 where id = $1"
        await office.owner.execute(change, office.ids.sheets["staff"])
        await sent(mine)
        go_on()
        alert = mine.page.locator("main").get_by_role("alert")
        await expect(alert).to_contain_text("Đã có người khác lưu trước")
        assert await kept(office) == ("open", SAID)


class TestADeed:
    async def test_is_told_once_its_page_shows_what_has_become_of_it(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        """And its button keeps the keyboard's focus until then."""
        mine = await open_window()
        go_on = await saving(office, mine)
        button = mine.page.get_by_role("button", name="Lưu nháp")
        await expect(button).to_have_attribute("data-pending", "true")
        await expect(button).to_be_focused()
        await expect(mine.page.get_by_role("alertdialog")).to_have_count(0)
        go_on()
        await mine.told("Đã lưu nháp")
        await expect(button).to_be_focused()
        await expect(mine.page.get_by_label("Nhận xét của bản thân")).to_have_value(SAID)
