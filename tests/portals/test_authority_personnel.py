"""Personnel work in a real browser: a lower post after a year not completed, to its effect."""

from typing import Any

from playwright.async_api import Locator, expect

from tests.journeys.people import PEOPLE
from tests.journeys.personnel import DECISION, JULY, PAPER, classed
from tests.journeys.served import Served
from tests.journeys.world import FOUNDED
from tests.portals.browser import OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

WHO = PEOPLE["staff"].name
REASON = "Không hoàn thành nhiệm vụ năm 2025."
SAID = "Tôi đã hiểu và chấp hành phân công."
MANY = 110
LOWER = "Thay đổi xuống vị trí việc làm xếp ngạch thấp hơn"


async def papered(scope: Locator, legend: str, number: str, day: str) -> None:
    """Fill in a paper's number and day."""
    group = scope.get_by_role("group", name=legend)
    await group.get_by_label("Số, ký hiệu").fill(number)
    await group.get_by_label("Ngày", exact=True).fill(day)


async def actions(office: Served) -> list[Any]:
    rows: list[Any] = await office.owner.fetch(
        "select id, state, version, decision_no from congtam.personnel_action order by id"
    )
    return rows


async def begun(office: Served) -> dict[str, Any]:
    """The lower post proposed, and its first two steps done, over the API; the action as deeds
    ask for it."""
    lowest = await classed(office, "staff", "NOT_COMPLETED", 2025)
    officer, ids = office.sign("personnel"), office.ids
    proposed = await officer.done(
        "proposePersonnelAction",
        kind="LOWER_POST",
        posting=ids.postings["staff"],
        reason=REASON,
        target={"unit": ids.units["economy"], "office": "MEMBER"},
        grounds=[{"classification": lowest}],
    )
    action = {"action": proposed["id"]}
    step = {"step": "propose", "document": PAPER}
    await officer.done("recordPersonnelStep", **action, version=1, **step)
    heard = {"said": SAID, "document": PAPER}
    await officer.done("hearPersonnelSubject", **action, version=2, **heard)
    return {**action, "version": 3}


class TestALowerPost:
    async def test_is_proposed_heard_decided_and_effective(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await classed(office, "staff", "NOT_COMPLETED", 2025)
        mine = await open_window()
        await mine.sign_in("personnel", "/authority/personnel")
        await mine.follow(WHO)
        await mine.follow("Đề xuất mới")
        await self.barred(office, mine)
        await self.proposed(office, mine)
        await self.stepped(mine)
        await expect(mine.page.get_by_role("button", name="Quyết định", exact=True)).to_have_count(
            0
        )
        theirs = await open_window()
        await theirs.sign_in("chair", "/authority/personnel")
        await expect(theirs.page.get_by_text("Chờ ông/bà quyết định")).to_be_visible()
        await theirs.follow(WHO)
        await self.decided(office, theirs)
        office.day.today = JULY
        later = await open_window()
        await later.sign_in("personnel", "/authority/actions")
        await later.page.get_by_label("Tình trạng").select_option(label="Đã có kết quả")
        await later.settled()
        await expect(later.page.get_by_role("row", name=WHO)).to_contain_text("Đã có hiệu lực")

    async def test_goes_to_a_unit_that_is_found_among_many(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        """More than the gateway lists at once: what is typed is looked for, not what was listed."""
        await classed(office, "staff", "NOT_COMPLETED", 2025)
        for number in range(MANY):
            told = {"name": f"Tổ dân vận số {number:03}", "standing": "NONE", "openedOn": FOUNDED}
            parent = office.ids.units["commune"]
            await office.sign("personnel").done("establishUnit", parent=parent, **told)
        mine = await open_window()
        await mine.sign_in("personnel", f"/authority/file/{office.ids.people['staff']}/propose")
        page = mine.page
        await page.get_by_label("Loại công tác cán bộ").select_option(label=LOWER)
        await expect(page.get_by_text("Còn nhiều kết quả khác")).to_be_visible()
        last = f"Tổ dân vận số {MANY - 1:03}"
        await page.get_by_label("Tìm đơn vị").fill(f"to dan van so {MANY - 1:03}")
        await page.get_by_label("Đơn vị mới").select_option(label=last)
        await page.get_by_label("Tìm đơn vị").fill("không có đơn vị này")
        chosen = page.get_by_label("Đơn vị mới").locator("option:checked")
        await expect(chosen).to_have_text(last)
        await page.get_by_label("Đối với chức vụ, vị trí").select_option(index=1)
        await page.get_by_label("Chức vụ mới").select_option(label="Công chức không giữ chức vụ")
        await page.get_by_label("Viện dẫn xếp loại năm 2025").check()
        await page.get_by_label("Lý do đề xuất").fill(REASON)
        await self.proposed(office, mine)
        found = await office.owner.fetchval(
            "select u.name from congtam.personnel_action a"
            " join congtam.unit u on u.id = a.target_unit_id"
        )
        assert found == last

    async def barred(self, office: Served, mine: Window) -> None:
        """A closed gate is explained with its article and record before anything is proposed."""
        page = mine.page
        await page.get_by_label("Loại công tác cán bộ").select_option(
            label="Thay đổi lên vị trí việc làm xếp ngạch cao hơn"
        )
        gate = page.get_by_role("listitem").filter(has_text="Năm liền trước hoàn thành tốt")
        await expect(gate).to_contain_text("Chưa đáp ứng")
        await expect(gate).to_contain_text("Điều 23 Nghị định số 170/2025/NĐ-CP")
        await expect(gate.get_by_role("link", name="kết quả xếp loại")).to_be_visible()
        await self.filled(mine)
        await mine.press("Gửi đề xuất")
        told = page.get_by_role("alert")
        await expect(told).to_contain_text("Chưa đáp ứng điều kiện “Năm liền trước")
        await expect(told).to_contain_text("Nghị định số 170/2025/NĐ-CP")
        assert await actions(office) == []

    async def filled(self, mine: Window) -> None:
        page = mine.page
        await page.get_by_label("Đối với chức vụ, vị trí").select_option(index=1)
        await page.get_by_label("Đơn vị mới").select_option(label="Phòng Kinh tế")
        await page.get_by_label("Chức vụ mới").select_option(label="Công chức không giữ chức vụ")
        await page.get_by_label("Viện dẫn xếp loại năm 2025").check()
        await page.get_by_label("Lý do đề xuất").fill(REASON)

    async def proposed(self, office: Served, mine: Window) -> None:
        page = mine.page
        await page.get_by_label("Loại công tác cán bộ").select_option(label=LOWER)
        await expect(page.get_by_text("Đáp ứng các điều kiện.")).to_be_visible()
        await mine.press("Gửi đề xuất")
        await mine.told("Đã gửi đề xuất")
        await expect(page.get_by_role("heading", level=1)).to_contain_text(WHO)
        ((_, state, *_),) = await actions(office)
        assert state == "proposed"

    async def stepped(self, mine: Window) -> None:
        """The proposal is put on paper, and the person is heard."""
        await mine.press("Ghi nhận đã thực hiện")
        dialog = mine.page.get_by_role("dialog")
        await mine.page.get_by_role("dialog").get_by_role("button", name="Ghi nhận").click()
        await expect(dialog.get_by_text("Chưa điền mục này").first).to_be_visible()
        await papered(dialog, "Văn bản", PAPER["number"], "2026-06-15")
        await dialog.get_by_role("button", name="Ghi nhận").click()
        await mine.told("Đã ghi nhận")
        await mine.press("Ghi nhận ý kiến công chức")
        await dialog.get_by_label("Ý kiến của công chức").fill(SAID)
        await papered(dialog, "Biên bản", PAPER["number"], "2026-06-15")
        await dialog.get_by_role("button", name="Ghi nhận").click()
        await mine.told("Đã ghi nhận ý kiến")
        await expect(mine.page.get_by_text(SAID)).to_be_visible()

    async def decided(self, office: Served, mine: Window) -> None:
        await mine.press("Quyết định")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Có hiệu lực từ").fill(JULY.isoformat())
        await papered(dialog, "Quyết định", DECISION["number"], "2026-06-15")
        await dialog.get_by_role("button", name="Ký quyết định").click()
        await mine.told("Đã ký quyết định")
        ((_, state, _, number),) = await actions(office)
        assert (state, number) == ("decided", DECISION["number"])


class TestAnotherHead:
    async def test_does_not_get_the_action_and_is_refused(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        action = await begun(office)
        path = f"/authority/actions/{action['action']}"
        above = await open_window()
        await above.sign_in("province", path)
        await expect(above.page.get_by_text("Không có đề xuất này")).to_be_visible()
        before = await actions(office)
        forged = {**action, "effectiveOn": JULY, "decision": DECISION}
        for who, code in (
            ("province", "NOT_FOUND"),
            ("head", "NOT_FOUND"),
            ("personnel", "NOT_DECIDING_HEAD"),
        ):
            refused = await office.sign(who).refused("decidePersonnelAction", **forged)
            assert refused["code"] == code
        assert await actions(office) == before
        decides = await open_window()
        await decides.sign_in("chair", path)
        await decides.press("Không chấp thuận")
        dialog = decides.page.get_by_role("dialog")
        await dialog.get_by_label("Lý do").fill("Chưa đủ căn cứ.")
        await dialog.get_by_role("button", name="Không chấp thuận").click()
        await decides.told("Đã không chấp thuận đề xuất")
        ((_, state, *_),) = await actions(office)
        assert state == "refused"
