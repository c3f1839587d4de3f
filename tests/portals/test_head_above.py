"""What a head does over units beneath, petitions and his own authority, in a real browser."""

from datetime import date, timedelta

from playwright.async_api import expect

from tests.journeys.people import PEOPLE
from tests.journeys.scoring import score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD, TODAY
from tests.portals.browser import OpenWindow

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")


async def signed(office: Served) -> None:
    """The head of the office has scored and signed the staff member's sheet."""
    await score(office, "head", "staff")
    sheet = office.ids.sheets["staff"]
    version = await version_of(office, "staff")
    await office.sign("head").done("signSheet", sheet=sheet, version=version)


async def state_of(office: Served) -> tuple[str, int]:
    row = await office.owner.fetchrow(
        "select state, round from congtam.sheet where id = $1", office.ids.sheets["staff"]
    )
    return row["state"], row["round"]


class TestASignedSheet:
    async def test_is_returned_by_the_next_head_up(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await signed(office)
        mine = await open_window()
        await mine.sign_in("chair", "/head/beneath")
        unit = mine.page.locator("section.card").filter(has_text="Văn phòng HĐND và UBND")
        await unit.get_by_role("link", name="Xem phiếu").first.click()
        await mine.settled()
        await mine.press(f"Trả lại phiếu đã ký: {PEOPLE['staff'].name}")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Lý do").fill("Có tình tiết mới")
        await dialog.get_by_role("button", name="Trả lại phiếu đã ký").click()
        await mine.told("Đã trả lại phiếu")
        assert await state_of(office) != ("released", 1)

    async def test_is_asked_to_be_reconsidered_and_kept_by_its_head(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await signed(office)
        asked = await office.sign("chair").done(
            "askReconsideration",
            sheet=office.ids.sheets["staff"],
            version=await version_of(office, "staff"),
            reason="Cao hơn hẳn các đơn vị tương đương",
        )
        mine = await open_window()
        await mine.sign_in("head", "/head/beneath/scores")
        await mine.press("Giữ nguyên")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Lý do").fill("Đã đối chiếu từng sản phẩm")
        await dialog.get_by_role("button", name="Giữ nguyên").click()
        await mine.told("Đã trả lời")
        row = await office.owner.fetchrow(
            "select outcome, answer from congtam.calibration where id = $1", asked["id"]
        )
        assert tuple(row) == ("kept", "Đã đối chiếu từng sản phẩm")


class TestALock:
    async def test_is_opened_to_a_unit_beneath_for_some_days(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("chair", "/head/beneath")
        unit = mine.page.locator("section.card").filter(has_text="Văn phòng HĐND và UBND")
        await unit.get_by_role("button", name="Mở khóa có thời hạn").first.click()
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Lý do").fill("Hệ thống ngừng hai ngày")
        await dialog.get_by_role("button", name="Mở khóa có thời hạn").click()
        await mine.told("Đã mở khóa có thời hạn")
        row = await office.owner.fetchrow("select unit_id, reason from congtam.lock_exception")
        assert tuple(row) == (office.ids.units["office"], "Hệ thống ngừng hai ngày")


class TestAPetition:
    async def test_is_answered_by_the_head_who_scored_and_decided_by_the_next_one(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await signed(office)
        sheet = office.ids.sheets["staff"]
        filed = await office.sign("staff").done(
            "petitionScore", "id version", sheet=sheet, text="Đề nghị xem lại điểm II.4."
        )
        chair = await open_window()
        await chair.sign_in("chair", "/head/petitions")
        await expect(chair.page.get_by_text("còn 7 ngày làm việc")).to_be_visible()
        await chair.press("Yêu cầu người chấm giải trình")
        await chair.told("Đã yêu cầu giải trình")
        head = await open_window()
        await head.sign_in("head", "/head/petitions")
        await head.press("Gửi giải trình")
        dialog = head.page.get_by_role("dialog")
        await dialog.get_by_label("Nội dung giải trình").fill("Điểm II.4 theo biên bản họp.")
        await dialog.get_by_role("button", name="Gửi giải trình").click()
        await head.told("Đã gửi giải trình")
        await office.sign("personnel").done(
            "givePetitionOpinion", petition=filed["id"], version=3, text="Kết quả có căn cứ."
        )
        await chair.open("/head/petitions")
        await expect(chair.page.get_by_text("Điểm II.4 theo biên bản họp.")).to_be_visible()
        await chair.press("Giải quyết")
        dialog = chair.page.get_by_role("dialog")
        await dialog.get_by_label("Lý do").fill("Điểm chấm có căn cứ")
        await dialog.get_by_role("button", name="Ban hành quyết định").click()
        await chair.told("Đã giải quyết kiến nghị")
        row = await office.owner.fetchrow(
            "select state, statement, decision_reason from congtam.petition"
        )
        assert tuple(row) == ("rejected", "Điểm II.4 theo biên bản họp.", "Điểm chấm có căn cứ")


class TestADelegation:
    async def test_is_given_for_some_days_and_taken_back(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/head/delegation")
        await mine.page.get_by_label("Người được ủy quyền").select_option(
            label=PEOPLE["deputy"].name
        )
        last = TODAY + timedelta(days=4)
        await mine.page.get_by_label("Đến hết ngày").fill(str(last))
        await mine.page.get_by_label("Lý do").fill("Đi tập huấn")
        await mine.press("Ủy quyền")
        await mine.told("Đã ủy quyền")
        lent = (
            "select lower(during) as begins, upper(during) as ends, revoked_at"
            " from congtam.delegation where to_person_id = $1"
        )
        deputy = office.ids.people["deputy"]
        row = await office.owner.fetchrow(lent, deputy)
        assert tuple(row) == (TODAY, last + timedelta(days=1), None)
        await mine.press("Thu hồi ủy quyền")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Lý do").fill("Về sớm")
        await dialog.get_by_role("button", name="Thu hồi ủy quyền").click()
        await mine.told("Đã thu hồi ủy quyền")
        assert await office.owner.fetchval(
            "select revoked_at is not null from congtam.delegation where to_person_id = $1", deputy
        )


class TestTheDay:
    async def test_of_the_pages_is_the_gateways_not_the_machines(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        office.day.today = date(2026, 7, 3)
        await mine.sign_in("head", "/head/")
        await expect(mine.page.locator("main h1")).to_contain_text("tháng 07/2026")
        assert str(PERIOD) == "2026-06-01"
