"""What a person says himself on an action about him, in a real browser."""

from playwright.async_api import expect

from tests.journeys.served import Served
from tests.journeys.test_personnel import OBJECTION
from tests.portals.browser import OpenWindow
from tests.portals.test_authority_personnel import SAID, begun

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

SPEAK, SEND = "Nêu ý kiến của tôi", "Gửi ý kiến"


class TestMyWord:
    async def test_is_said_once_and_read_by_whoever_decides(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        action = await begun(office)
        mine = await open_window()
        await mine.sign_in("staff", "/staff/record")
        await expect(mine.page.get_by_text(SAID)).to_be_visible()
        await mine.press(SPEAK)
        dialog = mine.page.get_by_role("dialog")
        before = await office.trace()
        await dialog.get_by_label("Nội dung").fill(OBJECTION)
        await dialog.get_by_role("button", name=SEND).click()
        await expect(dialog.get_by_role("alert")).to_be_visible()
        assert await office.trace() == before
        await dialog.get_by_label("Ý kiến", exact=True).select_option("Không đồng ý")
        await dialog.get_by_role("button", name=SEND).click()
        await mine.told("Đã gửi ý kiến")
        await expect(mine.page.get_by_text(OBJECTION)).to_be_visible()
        await expect(mine.page.get_by_role("button", name=SPEAK)).to_have_count(0)
        said = await office.owner.fetchrow(
            "select stance, said, person_id from congtam.action_statement"
        )
        assert tuple(said) == ("objection", OBJECTION, office.ids.people["staff"])

        theirs = await open_window()
        await theirs.sign_in("chair", f"/authority/actions/{action['action']}")
        await expect(theirs.page.get_by_text(OBJECTION)).to_be_visible()

    async def test_is_refused_where_it_was_decided_meanwhile(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        action = await begun(office)
        mine = await open_window()
        await mine.sign_in("staff", "/staff/record")
        await mine.press(SPEAK)
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Ý kiến", exact=True).select_option("Không đồng ý")
        await dialog.get_by_label("Nội dung").fill(OBJECTION)
        await office.sign("chair").done("refusePersonnelAction", **action, reason="Chưa đủ căn cứ.")
        await dialog.get_by_role("button", name=SEND).click()
        await expect(dialog.get_by_role("alert")).to_be_visible()
        await expect(dialog.get_by_label("Nội dung")).to_have_value(OBJECTION)
        assert await office.owner.fetchval("select count(*) from congtam.action_statement") == 0
