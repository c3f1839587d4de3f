"""A head passes on what was left open by people who moved and by a closed unit, in a browser."""

from typing import Any

from playwright.async_api import Locator, expect

from tests.journeys.moved import GONE, MERGED, STAYS, left_open
from tests.journeys.people import PEOPLE
from tests.journeys.served import Served
from tests.portals.browser import OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

WHY = "Sắp xếp đơn vị theo Quyết định số 12/QĐ-UBND."
TAKEN = (
    "select t.posting_id, t.due_on::text, t.origin from congtam.assignment t"
    " join congtam.assignment f on f.id = t.taken_from_id where f.person_id = $1"
)


def row_of(mine: Window, who: str) -> Locator:
    name = mine.page.get_by_role("rowheader", name=PEOPLE[who].name)
    return mine.page.get_by_role("row").filter(has=name)


async def taken(office: Served, who: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await office.owner.fetch(TAKEN, office.ids.people[who])]


async def sent(mine: Window, count: int) -> None:
    await mine.press(f"Chuyển {count} việc")
    dialog = mine.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Chuyển việc").click()
    await expect(dialog.get_by_text("Chưa nêu lý do")).to_be_visible()
    await dialog.get_by_label("Lý do").fill(WHY)
    await dialog.get_by_role("button", name="Chuyển việc").click()
    await mine.told("Đã gửi")


class TestWorkLeftOpen:
    async def test_goes_on_with_its_person_or_to_a_colleague_as_one_deed(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await left_open(office)
        mine = await open_window()
        await mine.sign_in("head", "/head/work")
        await expect(mine.page.get_by_text("Có 3 việc dở dang")).to_be_visible()
        await mine.follow("Chuyển việc dở dang")
        await expect(row_of(mine, MERGED)).to_contain_text("kết thúc hoạt động từ 01/07/2026")
        await expect(row_of(mine, GONE)).to_contain_text("Cần chuyển cho người khác")
        await mine.page.get_by_label("Chọn tất cả (3 việc)").check()
        own = row_of(mine, STAYS).get_by_role("combobox").locator("option:checked")
        await expect(own).to_contain_text("Chính người này")
        before = await office.trace()
        await mine.press("Chuyển 3 việc")
        await expect(row_of(mine, GONE).get_by_text("Chưa chọn người nhận")).to_be_visible()
        assert await office.trace() == before
        receiver = PEOPLE["personnel"].name
        await row_of(mine, GONE).get_by_role("combobox").select_option(receiver)
        await row_of(mine, GONE).get_by_label("Thời hạn mới").fill("2026-07-31")
        await sent(mine, 3)
        await expect(mine.page.get_by_text("Không có việc nào dở dang")).to_be_visible()
        ids = office.ids.postings
        assert await taken(office, STAYS) == [(ids[f"{STAYS}_next"], "2026-07-20", "planned")]
        assert await taken(office, GONE) == [(ids["personnel"], "2026-07-31", "taken_over")]
        assert await taken(office, MERGED) == [(ids[f"{MERGED}_next"], "2026-07-20", "planned")]

    async def test_is_given_to_one_person_at_once_and_what_is_refused_stays_with_why(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        given = await left_open(office)
        mine = await open_window()
        path = f"/head/work/{office.ids.units['office']}/unfinished"
        await mine.sign_in("head", path)
        await mine.page.get_by_label("Chọn tất cả (3 việc)").check()
        receiver = PEOPLE["personnel"].name
        await mine.page.get_by_label("Giao mọi việc đã chọn").select_option(receiver)
        # Meanwhile somebody else changes one of them.
        await office.owner.execute(
            "update congtam.assignment set version = version + 1 where id = $1::text::uuid",
            given[STAYS],
        )
        await sent(mine, 3)
        await expect(row_of(mine, STAYS).get_by_role("alert")).to_be_visible()
        await expect(mine.page.get_by_role("row")).to_have_count(2)
        assert await taken(office, STAYS) == []
        assert len(await taken(office, GONE)) == len(await taken(office, MERGED)) == 1

    async def test_is_nobody_elses(self, office: Served, open_window: OpenWindow) -> None:
        await left_open(office)
        theirs = await open_window()
        path = f"/head/work/{office.ids.units['office']}/unfinished"
        await theirs.sign_in("chair", path)
        await expect(theirs.page.get_by_role("checkbox")).to_have_count(0)
        await expect(theirs.page.get_by_role("button", name="Chuyển", exact=False)).to_have_count(0)
