"""A head's evening in a real browser: deliveries, scores, signatures, the month closed."""

import pytest
from playwright.async_api import expect

from tests.journeys.people import LENT, PEOPLE
from tests.journeys.scoring import MARKS
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import OpenWindow, Window
from tests.portals.crowd import MEMBERS
from tests.portals.trusted import asked

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.portals.fixtures",
    "tests.portals.crowd_fixtures",
)

MOST_STROKES = 4
"""For each person of whom nothing is disputed, from the first mark to the signature."""
WHY = "Đủ việc, đúng hạn, có sáng kiến."


class Hands:
    """Counts what a head presses and clicks."""

    def __init__(self, window: Window) -> None:
        self.window, self.strokes = window, 0

    async def press(self, key: str) -> None:
        self.strokes += 1
        await self.window.page.keyboard.press(key)

    async def click(self, role: str, name: str) -> None:
        self.strokes += 1
        found = self.window.page.get_by_role(role, name=name)  # type: ignore[arg-type]
        await found.last.click()


async def count(office: Served, sql: str) -> int:
    found: int = await office.owner.fetchval(sql, office.ids.units["office"])
    return found


WAITING = "select count(*) from congtam.delivery where scoring_unit_id = $1 and verdict is null"
UNSIGNED = "select count(*) from congtam.sheet where scoring_unit_id = $1 and state <> 'released'"


class TestTheEvening:
    @pytest.fixture
    def office(self, crowded_office: Served) -> Served:
        """Twenty-five people, as many as the count of strokes is promised for."""
        return crowded_office

    async def test_of_a_head_ends_with_the_month_closed(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/head/")
        await self.accept(office, mine)
        hands = Hands(mine)
        await hands.click("link", f"Chấm điểm ({MEMBERS + 1})")
        await self.score(mine, hands)
        scored = hands.strokes
        await self.score_the_deputy(mine)
        await hands.click("button", f"Ký {MEMBERS + 1} phiếu")
        await expect(mine.page.get_by_role("dialog")).to_contain_text("Hoàn thành")
        await hands.click("button", "Ký")
        await mine.told("Đã ký")
        assert await count(office, UNSIGNED) == 0
        print(f"\n{MEMBERS} people: {hands.strokes} strokes ({scored} before signing)")
        assert hands.strokes <= MOST_STROKES * MEMBERS
        await mine.press("Khóa tháng")
        await mine.page.get_by_role("dialog").get_by_role("button", name="Khóa tháng").click()
        await mine.told("Đã khóa tháng")
        state = await office.owner.fetchval(
            "select state from congtam.unit_month where unit_id = $1 and period = $2",
            office.ids.units["office"],
            PERIOD,
        )
        assert state == "closed"

    async def accept(self, office: Served, mine: Window) -> None:
        """All that wait, from the keyboard alone: one box, one button."""
        waiting = await count(office, WAITING)
        assert waiting > 1
        await mine.page.get_by_label("Chọn tất cả").focus()
        await mine.page.keyboard.press("Space")
        await mine.page.get_by_role("button", name=f"Nghiệm thu ({waiting})").focus()
        await mine.page.keyboard.press("Enter")
        await mine.told("Đã nghiệm thu")
        assert await count(office, WAITING) == 0

    async def score(self, mine: Window, hands: Hands) -> None:
        """One key for each member."""
        seen = set()
        for left in range(MEMBERS + 1, 1, -1):
            await expect(mine.page.get_by_text(f"Còn {left} người")).to_be_visible()
            seen.add(await mine.page.locator("main h1").inner_text())
            await hands.press("Enter")
        assert len(seen) == MEMBERS

    async def score_the_deputy(self, mine: Window) -> None:
        """He leads: what is chosen for him needs its reasons."""
        page = mine.page
        await expect(page.get_by_role("heading", name=PEOPLE["deputy"].name)).to_be_visible()
        for what in ("đ: tổ chức thực hiện", "e: đoàn kết"):
            await page.get_by_label(f"Lý do ({what})").fill(WHY)
        await page.keyboard.press("Enter")
        await expect(page.locator(".notice[data-tone=bad]")).to_be_visible()
        await page.get_by_role("group", name="d: đơn vị").get_by_label("1", exact=True).check()
        await page.get_by_label("Lý do (d: đơn vị phụ trách)").fill("Chưa được giao phụ trách.")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("button", name="Ký")).to_be_visible()


class TestADelivery:
    async def test_is_returned_with_its_reason(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/head/")
        await mine.page.get_by_label(PEOPLE["staff"].name).check()
        await mine.press("Trả lại (1)")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="Trả lại").click()
        await expect(dialog.get_by_text("Chưa nêu lý do")).to_be_visible()
        await dialog.get_by_label("Lý do trả lại").fill("Thiếu căn cứ pháp lý")
        await dialog.get_by_role("button", name="Trả lại").click()
        await mine.told("Đã trả lại")
        row = await office.owner.fetchrow(
            "select verdict, verdict_reason from congtam.delivery where id = $1",
            office.ids.deliveries["staff"],
        )
        assert tuple(row) == ("returned", "Thiếu căn cứ pháp lý")


class TestAnActingHead:
    async def test_sees_on_whose_behalf_he_acts(self, open_window: OpenWindow) -> None:
        lender, acting = LENT["society"]
        theirs = await open_window()
        await theirs.sign_in(acting, "/head/")
        await expect(theirs.page.get_by_text(f"thay mặt {PEOPLE[lender].name}")).to_be_visible()

    async def test_accepts_what_waits_on_the_heads_behalf(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        lender, acting = LENT["society"]
        unit = office.ids.units["society"]
        theirs = await open_window()
        await theirs.sign_in(acting, f"/head/{unit}/{PERIOD}")
        row = theirs.page.get_by_role("row").filter(has=theirs.page.get_by_role("checkbox")).first
        label = row.get_by_role("rowheader").locator("label")
        who = (await label.inner_text()).splitlines()[0]
        await row.get_by_role("checkbox").check()
        await theirs.press("Nghiệm thu (1)")
        await theirs.told("Đã nghiệm thu")
        rows = await office.owner.fetch(
            "select p.full_name, d.verdict, d.decided_by, d.decided_on_behalf_of"
            " from congtam.delivery d join congtam.person p on p.id = d.person_id"
            " where d.scoring_unit_id = $1 and d.verdict is not null",
            unit,
        )
        people = office.ids.people
        assert [tuple(each) for each in rows] == [(who, "accepted", people[acting], people[lender])]
        leaf = await office.owner.fetchrow(
            "select actor_id, on_behalf_of from congtam.audit_leaf"
            " where deed = 'accept_delivery' order by seq desc limit 1"
        )
        assert tuple(leaf) == (people[acting], people[lender])


class TestANeighbour:
    async def test_finds_no_sheet_of_another_unit_and_scores_none(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        sheet, unit = office.ids.sheets["staff"], office.ids.units["office"]
        theirs = await open_window()
        await theirs.sign_in("neighbour", "/head/")
        await expect(theirs.page.get_by_text(PEOPLE["staff"].name)).to_have_count(0)
        await theirs.open(f"/head/{unit}/{PERIOD}/score/{sheet}")
        await expect(theirs.page.get_by_text("hoặc ông/bà không được xem")).to_be_visible()
        before = [row for row in await office.trace() if row[0] != "congtam.receipt"]
        marks = [{**mark, "points": str(mark["points"])} for mark in MARKS]
        told = {"sheet": str(sheet), "version": 2, "marks": marks}
        _, answer = await asked(theirs, "ScoreSheet", **told)
        refused = answer["data"]["scoreSheet"]
        assert (refused["__typename"], refused["code"]) == ("Refused", "NOT_RESPONSIBLE_HEAD")
        after = [row for row in await office.trace() if row[0] != "congtam.receipt"]
        assert after == before


class TestTheFirstPage:
    async def test_leads_to_the_portal_used_last_and_another_is_one_choice_away(
        self, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/staff/")
        await mine.press(PEOPLE["head"].name)
        await mine.page.get_by_role("menuitem", name="Người đứng đầu").click()
        await mine.page.wait_for_url(mine.address + "/head/")
        # A page that has not started yet is not the one used last.
        await mine.settled()
        await mine.page.goto(mine.address)
        await mine.page.wait_for_url(mine.address + "/head/")
        await mine.settled()
        await mine.press(PEOPLE["head"].name)
        await mine.page.get_by_role("menuitem", name="Đăng xuất").click()
        await expect(mine.page.get_by_role("link", name="Đăng nhập")).to_be_visible()
        kept = await mine.page.evaluate("Object.keys(localStorage).join()")
        assert "draft" not in kept
