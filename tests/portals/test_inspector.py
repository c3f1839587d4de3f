"""An inspector follows what was found to a sheet and reads its story; he changes nothing."""

from playwright.async_api import expect

from tests.journeys.people import LENT, PEOPLE, of_unit
from tests.journeys.scoring import score, version_of
from tests.journeys.served import Served
from tests.portals.browser import OpenWindow, Window
from tests.portals.trusted import asked

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

ALIKE = "Nhiều phiếu của đơn vị cùng một tổng điểm"


async def signed(office: Served) -> None:
    """The head has given everybody of the office the same marks, and signed."""
    for key in of_unit("office"):
        await score(office, "head", key)
        told = {"sheet": office.ids.sheets[key], "version": await version_of(office, key)}
        await office.sign("head").done("signSheet", **told)


async def looked_for(mine: Window) -> None:
    await mine.press("Tìm dấu hiệu")
    await mine.told("Đã tìm dấu hiệu của tháng 06/2026")


async def found_alike(office: Served, open_window: OpenWindow) -> Window:
    """The inspector's window on the signal of a unit whose signed sheets are alike."""
    await signed(office)
    mine = await open_window()
    await mine.sign_in("inspector", "/inspector/")
    await looked_for(mine)
    await mine.follow(ALIKE)
    await mine.follow(ALIKE)
    return mine


class TestASignal:
    async def test_leads_to_a_sheet_and_the_story_of_its_score(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await found_alike(office, open_window)
        await expect(mine.page.get_by_text("phiếu đã ký của đơn vị có cùng tổng")).to_be_visible()
        await mine.follow(PEOPLE["staff"].name)
        await expect(mine.page.locator(".figure")).to_have_text("30,00")
        await self.story(mine)

    async def story(self, mine: Window) -> None:
        """Who, what, when, by which rule, and what changed, in words."""
        await mine.page.get_by_role("link", name="Diễn biến", exact=True).click()
        await mine.settled()
        acts = mine.page.locator("main .steps > li")
        names = await acts.get_by_role("heading").all_inner_texts()
        assert names[0] == "Mở kỳ đánh giá của đơn vị"
        assert {"Giao nhiệm vụ", "Tự đánh giá", "Ký và thông báo kết quả"} <= set(names)
        scored = acts.filter(has=mine.page.get_by_role("heading", name="Chấm điểm"))
        await expect(scored).to_contain_text(f"{PEOPLE['head'].name}, 15/06/2026 09:30")
        await expect(scored).to_contain_text("Trạng thái: từ “Chờ chấm điểm” thành")
        await expect(scored).to_contain_text("Tổng điểm: 30,00")
        rule = "khoản 1 Điều 10 Nghị định số 335/2025/NĐ-CP (quy tắc responsible-head-scores)"
        await expect(scored).to_contain_text(rule)
        await expect(scored).to_contain_text("Chờ niêm phong")

    async def test_is_marked_and_shared_with_the_head(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await found_alike(office, open_window)
        await mine.press("Ghi nhận định")
        await expect(mine.page.get_by_text("Chưa chọn nhận định")).to_be_visible()
        await mine.page.get_by_label("Nhận định").select_option("Cần xem xét thêm")
        await mine.page.get_by_label("Nội dung xem xét").fill("Đề nghị giải trình.")
        await mine.press("Ghi nhận định")
        await mine.told("Đã ghi nhận định")
        await mine.page.get_by_label("Nội dung gửi người đứng đầu").fill("Đề nghị xem lại.")
        await mine.press("Gửi người đứng đầu đơn vị")
        await mine.told("Đã gửi người đứng đầu đơn vị")
        row = await office.owner.fetchrow(
            "select finding, finding_note, share_note, looked_by from congtam.signal"
            " where kind = 'identical_scores'"
        )
        assert tuple(row) == (
            "to_be_examined",
            "Đề nghị giải trình.",
            "Đề nghị xem lại.",
            office.ids.people["inspector"],
        )


class TestTheStory:
    async def test_says_on_whose_behalf_an_acting_head_scored(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        lender, acting = LENT["society"]
        sheet = next(key for key in of_unit("society") if key != acting)
        await score(office, acting, sheet)
        mine = await open_window()
        path = f"/inspector/sheet/{office.ids.sheets[sheet]}/story"
        await mine.sign_in("inspector", path)
        told = f"{PEOPLE[acting].name} (thay mặt {PEOPLE[lender].name})"
        acts = mine.page.locator("main .steps > li")
        scored = acts.filter(has=mine.page.get_by_role("heading", name="Chấm điểm"))
        await expect(scored).to_contain_text(told)

    async def test_is_found_by_the_persons_name_without_accents(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("inspector", "/inspector/people")
        await mine.page.get_by_role("searchbox").fill("lan anh")
        await expect(mine.page.get_by_role("row")).to_have_count(2)
        await mine.follow(PEOPLE["staff"].name)
        await mine.follow("Diễn biến")
        title = f"Diễn biến phiếu của {PEOPLE['staff'].name}, tháng 06/2026"
        await expect(mine.page.get_by_role("heading", name=title)).to_be_visible()


class TestWhoWasRefused:
    async def test_is_told_with_how_often(self, office: Served, open_window: OpenWindow) -> None:
        attempt = {
            "person": office.ids.people["staff"],
            "kind": "TRANSFER",
            "said": "Xin chuyển công tác.",
        }
        for _ in range(2):
            await office.sign("neighbour").refused("stateWish", **attempt)
        mine = await open_window()
        await mine.sign_in("inspector", "/inspector/attempts")
        row = mine.page.get_by_role("row").filter(has_text=PEOPLE["neighbour"].name)
        await expect(row.get_by_role("cell").nth(2)).to_have_text("2")
        await expect(mine.page.locator("main .badge", has_text="Bị từ chối")).to_have_count(2)


class TestAnInspector:
    async def test_is_shown_no_action_and_a_forged_one_writes_nothing(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        sheet = office.ids.sheets["staff"]
        await score(office, "head", "staff")
        mine = await open_window()
        await mine.sign_in("inspector", f"/inspector/sheet/{sheet}")
        for path in ("", "/story"):
            await mine.open(f"/inspector/sheet/{sheet}{path}")
            await expect(mine.page.locator("main .button:not(a)")).to_have_count(0)
        before = await office.trace()
        rows = [{"sheet": str(sheet), "version": await version_of(office, "staff")}]
        _, answer = await asked(mine, "SignSheets", rows=rows)
        ((outcome,),) = (each["outcomes"] for each in answer["data"].values())
        assert outcome["code"] == "NOT_RESPONSIBLE_HEAD"
        assert await office.trace() == before

    async def test_is_who_has_the_mandate_and_nobody_else(self, open_window: OpenWindow) -> None:
        theirs = await open_window()
        await theirs.sign_in("staff", "/inspector/")
        await expect(theirs.page.get_by_text("không có nhiệm vụ ở cổng")).to_be_visible()
        await theirs.press(PEOPLE["staff"].name)
        await expect(theirs.page.get_by_role("menuitem", name="Thanh tra")).to_have_count(0)


class TestAScoreAskedToBeReconsidered:
    async def test_is_read_with_before_after_reasons_and_names(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await signed(office)
        asked_of = await office.sign("chair").done(
            "askReconsideration",
            sheet=office.ids.sheets["staff"],
            version=await version_of(office, "staff"),
            reason="Cao hơn hẳn các đơn vị tương đương",
        )
        mine = await open_window()
        await mine.sign_in("inspector", "/inspector/spread")
        row = mine.page.get_by_role("row").filter(has_text="Cao hơn hẳn")
        await expect(row).to_contain_text("Chưa trả lời")
        await office.sign("head").done(
            "keepScore", calibration=asked_of["id"], reason="Đã đối chiếu từng sản phẩm"
        )
        before = await office.trace()
        await mine.open("/inspector/spread")
        for told in (PEOPLE["staff"].name, "30,00", PEOPLE["chair"].name, PEOPLE["head"].name):
            await expect(row).to_contain_text(told)
        await expect(row).to_contain_text("Đã đối chiếu từng sản phẩm")
        await expect(mine.page.get_by_role("button", name="Giữ nguyên")).to_have_count(0)
        await row.get_by_role("link", name=PEOPLE["staff"].name).click()
        await expect(mine.page.locator(".figure")).to_have_text("30,00")
        assert await office.trace() == before
