"""A suspension and a secondment end before their last day, in a real browser."""

from playwright.async_api import expect

from tests.journeys.served import Served
from tests.portals.browser import OpenWindow, Window
from tests.portals.personnel import HOME, Action, seconded, suspended
from tests.portals.test_authority_personnel import papered

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

WHY = "Đã làm rõ, không có vi phạm."
NUMBER = "400/QĐ-UBND"
EARLY = "Chấm dứt trước thời hạn"


def path(action: Action) -> str:
    return f"/authority/actions/{action['action']}"


async def ended(mine: Window, day: str) -> None:
    """What the form for ending early asks for; it stays open until it is right."""
    dialog = mine.page.get_by_role("dialog")
    await dialog.get_by_label("Hết hiệu lực từ ngày").fill(day)
    await papered(dialog, "Quyết định", NUMBER, "2026-06-15")
    await dialog.get_by_label("Lý do").fill(WHY)
    await dialog.get_by_role("button", name=EARLY).click()


class TestASuspension:
    async def test_ends_early_by_the_head_who_decided_it(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        action = await suspended(office)
        theirs = await open_window()
        await theirs.sign_in("personnel", path(action))
        await expect(theirs.page.get_by_text("Đã có hiệu lực").first).to_be_visible()
        await expect(theirs.page.get_by_role("button", name=EARLY)).to_have_count(0)

        mine = await open_window()
        await mine.sign_in("chair", path(action))
        await mine.press(EARLY)
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_role("button", name=EARLY).click()
        await expect(dialog.get_by_text("Chưa điền mục này").first).to_be_visible()
        before = [row for row in await office.trace() if row[0] != "congtam.audit_leaf"]
        await ended(mine, "2026-12-01")
        await expect(dialog.get_by_role("alert")).to_contain_text("từ 16/06/2026 đến 06/07/2026")
        assert [row for row in await office.trace() if row[0] != "congtam.audit_leaf"] == before
        await ended(mine, "2026-06-22")
        await mine.told("Đã chấm dứt trước thời hạn")
        told = mine.page.locator("section").filter(has_text=WHY)
        await expect(told).to_contain_text("22/06/2026")
        await expect(told).to_contain_text(NUMBER)
        await expect(mine.page.get_by_role("button", name=EARLY)).to_have_count(0)
        row = await office.owner.fetchrow(
            "select upper(a.lasting) as over, e.reason, e.document_no"
            " from congtam.personnel_action a join congtam.action_ending e on e.action_id = a.id"
        )
        assert (str(row["over"]), row["reason"], row["document_no"]) == ("2026-06-22", WHY, NUMBER)


class TestASecondment:
    async def test_ends_early_and_the_person_is_back_in_the_own_unit(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        action = await seconded(office)
        mine = await open_window()
        await mine.sign_in("chair", path(action))
        await mine.press(EARLY)
        await ended(mine, "2026-10-01")
        await mine.told("Đã chấm dứt trước thời hạn")
        rows = await office.owner.fetch(
            "select unit_id, upper(during) as until from congtam.posting"
            " where person_id = $1 and main and not isempty(during) and upper(during) > $2"
            " or person_id = $1 and main and upper_inf(during) order by lower(during)",
            office.ids.people["staff"],
            HOME,
        )
        units = office.ids.units
        assert [(row["unit_id"], str(row["until"])) for row in rows] == [
            (units["far_office"], "2026-10-01"),
            (units["office"], "None"),
        ]
        his = await open_window()
        await his.sign_in("staff", "/staff/record")
        await expect(his.page.get_by_text("01/10/2026")).to_be_visible()
