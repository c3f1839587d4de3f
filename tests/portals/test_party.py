"""The Party's year in a real browser: a secret ballot, voices in turn, a decision in its share."""

from playwright.async_api import expect

from tests.journeys.party_house import CODE, VOTES, House
from tests.journeys.people import PEOPLE
from tests.portals.browser import OpenWindow, Window
from tests.portals.party_world import kept, paper, reviewed_themselves, spoken

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.portals.fixtures",
    "tests.portals.party_fixtures",
)

LABELS = {
    "EXCELLENT": "Hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Hoàn thành tốt nhiệm vụ",
    None: "Không chọn mức nào (phiếu trắng)",
}
SECRET = "Không ai xem được ông/bà đã chọn gì, và phiếu đã bỏ không thay đổi được."
TELLERS = ("deputy", "personnel", "admin")


async def confirmed(window: Window, name: str) -> None:
    """Says yes in the dialog that is open."""
    await window.page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


class TestASecretBallot:
    async def test_is_opened_voted_and_counted_and_nothing_tells_who_voted_what(
        self, house: House, open_window: OpenWindow
    ) -> None:
        await reviewed_themselves(house)
        secretary = await open_window()
        await self.open_ballot(house, secretary)
        for who, choice in VOTES.items():
            await self.vote(await open_window(), who, LABELS[choice])
        await self.concerned(await open_window())
        await self.count(secretary)
        await self.nobody_is_told(house)

    async def open_ballot(self, house: House, mine: Window) -> None:
        await mine.sign_in("head", f"/party/review/{await house.review('staff')}")
        await mine.press("Mở cuộc bỏ phiếu", exact=False)
        await mine.page.get_by_label("Mã khóa hòm phiếu").fill("ngắn")
        await confirmed(mine, "Mở bỏ phiếu")
        await expect(mine.page.get_by_text("Còn mục bắt buộc")).to_be_visible()
        await mine.page.get_by_label("Mã khóa hòm phiếu").fill(CODE)
        await confirmed(mine, "Mở bỏ phiếu")
        await mine.told("Đã mở cuộc bỏ phiếu")
        await expect(mine.page.get_by_role("heading", level=1)).to_contain_text("Ngô Thị Lan Anh")
        assert CODE not in await kept(mine)

    async def vote(self, mine: Window, who: str, label: str) -> None:
        await mine.sign_in(who, "/party/")
        await mine.follow("Bỏ phiếu")
        await mine.page.get_by_label(label, exact=True).check()
        await mine.page.locator("main").get_by_role("button", name="Bỏ phiếu", exact=True).click()
        await expect(mine.page.get_by_role("dialog")).to_contain_text(SECRET)
        await confirmed(mine, "Bỏ phiếu")
        await mine.told("Đã bỏ phiếu")
        await expect(mine.page.get_by_text("Ông/bà đã bỏ phiếu.")).to_be_visible()
        await mine.page.reload()
        await mine.settled()
        await expect(mine.page.get_by_role("radio")).to_have_count(0)
        await expect(mine.page.locator("main")).not_to_contain_text("Hoàn thành")
        left = await kept(mine)
        assert not any(choice in left for choice in ("EXCELLENT", "GOOD", "BLANK")), left

    async def concerned(self, mine: Window) -> None:
        """Whom the vote is about has no vote."""
        await mine.sign_in("staff", "/party/ballots")
        await expect(mine.page.get_by_text("Không có phiếu nào chờ ông/bà.")).to_be_visible()

    async def count(self, mine: Window) -> None:
        await mine.page.reload()
        await mine.settled()
        await expect(mine.page.get_by_text("7 trên 9 người")).to_be_visible()
        await mine.press("Kiểm phiếu")
        code = mine.page.get_by_label("Mã khóa hòm phiếu")
        await code.fill(f"{CODE}, lần hai")
        await mine.page.get_by_label("Có mặt", exact=True).fill("8")
        for who in TELLERS:
            await mine.page.get_by_label(PEOPLE[who].name).check()
        await paper(mine, "Biên bản kiểm phiếu", "03-BB/CB")
        await confirmed(mine, "Kiểm phiếu")
        await expect(mine.page.get_by_role("dialog").get_by_role("alert")).to_contain_text(
            "Mã khóa hòm phiếu không đúng"
        )
        await code.fill(CODE)
        await confirmed(mine, "Kiểm phiếu")
        await mine.told("Đã kiểm phiếu")
        await expect(mine.page.get_by_text("Đủ phiếu: Hoàn thành xuất sắc")).to_be_visible()
        row = mine.page.get_by_role("row").filter(has_text="Hoàn thành tốt")
        await expect(row.get_by_role("cell")).to_have_text("1")
        assert CODE not in await kept(mine)

    async def nobody_is_told(self, house: House) -> None:
        ballot = await house.row(
            "select state, chosen, valid, invalid, choices from congtam_party.party_ballot"
        )
        assert (ballot["state"], ballot["chosen"]) == ("counted", "EXCELLENT")
        assert (ballot["valid"], ballot["invalid"], ballot["choices"]["GOOD"]) == (6, 1, 1)
        empty = "select count(*) as rows from congtam_party.party_open_vote"
        assert (await house.row(empty))["rows"] == 0
        roll = await house.served.owner.fetch("select * from congtam_party.party_ballot_voter")
        assert set(roll[0].keys()) == {"ballot_id", "body_id", "person_id", "may_vote", "voted"}
        leaves = await house.served.owner.fetch(
            "select l::text as all from congtam.audit_leaf l where deed = 'CastPartyVote'"
        )
        assert len(leaves) == len(VOTES)
        assert not any("EXCELLENT" in each["all"] or "GOOD" in each["all"] for each in leaves)

    async def test_a_vote_that_the_session_outlived_is_written_down_nowhere(
        self, house: House, open_window: OpenWindow
    ) -> None:
        await reviewed_themselves(house)
        place = {"review": await house.review("staff"), "body": house.bodies["branch"]}
        opening = {**place, "kind": "CLASS", "way": "ELECTRONIC", "code": CODE}
        await house.done("head", "openPartyBallot", **opening)
        mine = await open_window()
        await mine.sign_in("personnel", f"/party/ballots/{await house.ballot()}")
        await mine.page.get_by_label(LABELS["GOOD"], exact=True).check()
        await mine.context.clear_cookies(name="congtam-party")
        await mine.page.locator("main").get_by_role("button", name="Bỏ phiếu", exact=True).click()
        await confirmed(mine, "Bỏ phiếu")
        await expect(mine.page.get_by_text("không được giữ trên máy này")).to_be_visible()
        mine.complaints.clear()  # The browser notes the refused request.
        assert "GOOD" not in await kept(mine)
        await mine.press("Đăng nhập lại")
        await mine.settled()
        await expect(mine.page.get_by_role("radio", checked=True)).to_have_count(0)
        voted = "select count(*) as rows from congtam_party.party_ballot_voter where voted"
        assert (await house.row(voted))["rows"] == 0


class TestAVoice:
    async def test_is_written_by_the_member_himself_first(
        self, house: House, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("staff", "/party/")
        await mine.follow("Viết bản kiểm điểm")
        await mine.page.get_by_label("Nội dung tự kiểm điểm").fill("Hoàn thành nhiệm vụ.")
        await mine.press("Gửi ý kiến")
        await expect(mine.page.get_by_text("Còn thiếu hoặc chưa đúng")).to_contain_text("điểm")
        for name, value in (
            *(("Nhóm tiêu chí chung", "28"), ("Kết quả thực hiện nhiệm vụ", "65,5")),
            ("Hoàn thành vượt mức", "40"),
        ):
            await mine.page.get_by_role("textbox", name=name).fill(value)
        await mine.page.get_by_label("Tự xếp loại").select_option(label=LABELS["EXCELLENT"])
        await mine.page.reload()
        await mine.settled()
        text = mine.page.get_by_label("Nội dung tự kiểm điểm")
        await expect(text).to_have_value("Hoàn thành nhiệm vụ.")
        await mine.press("Gửi ý kiến")
        await confirmed(mine, "Gửi ý kiến")
        await mine.told("Đã ghi nhận ý kiến")
        voice = await house.voice("staff", "self")
        row = await house.row(
            "select state, points, level, facts from congtam_party.party_voice where id = $1",
            voice["voice"],
        )
        assert (row["state"], str(row["points"]), row["level"]) == ("signed", "93.5", "EXCELLENT")
        assert row["facts"]["exceeded"] == "0.4"
        assert "Hoàn thành nhiệm vụ" not in await kept(mine)

    async def test_out_of_turn_says_for_whom_it_waits(
        self, house: House, open_window: OpenWindow
    ) -> None:
        await reviewed_themselves(house, "tl012")
        mine = await open_window()
        await mine.sign_in("head", "/party/voices")
        name = PEOPLE["tl012"].name
        row = mine.page.get_by_role("row").filter(has_text=name)
        await expect(row).to_contain_text("đang chờ: Tự kiểm điểm")
        await expect(row.get_by_role("link", name="Cho ý kiến")).to_have_count(0)
        voice = await house.voice("tl012", "branch")
        await mine.open(f"/party/voices/{voice['voice']}")
        await expect(mine.page.get_by_text("Chưa đến lượt, đang chờ")).to_be_visible()
        await expect(mine.page.get_by_role("button", name="Gửi ý kiến")).to_have_count(0)

    async def test_that_a_colleague_gave_meanwhile_is_refused_beside_the_form(
        self, house: House, open_window: OpenWindow
    ) -> None:
        await reviewed_themselves(house)
        mine, told = await open_window(), await house.voice("staff", "branch")
        await mine.sign_in("deputy", f"/party/voices/{told['voice']}")
        await mine.page.get_by_label("Nội dung ý kiến").fill("Nhất trí.")
        await mine.press("Lấy điểm của ý kiến trước")
        await mine.page.get_by_label("Mức xếp loại đề nghị").select_option(
            label=LABELS["EXCELLENT"]
        )
        await house.speak("head", "staff", "branch")
        before = await house.written()
        await mine.press("Gửi ý kiến")
        await confirmed(mine, "Gửi ý kiến")
        await expect(mine.page.get_by_role("main")).to_contain_text("đã được ghi nhận")
        assert await house.written() == before

    async def test_is_sent_once_after_signing_in_again_at_the_partys_entrance(
        self, house: House, open_window: OpenWindow
    ) -> None:
        mine, told = await open_window(), await house.voice("staff", "self")
        await mine.sign_in("staff", f"/party/voices/{told['voice']}")
        await mine.page.get_by_label("Nội dung tự kiểm điểm").fill("Đã kiểm điểm.")
        await mine.page.get_by_role("textbox", name="Nhóm tiêu chí chung").fill("25")
        await mine.page.get_by_role("textbox", name="Kết quả thực hiện nhiệm vụ").fill("55")
        await mine.page.get_by_label("Tự xếp loại").select_option(label=LABELS["GOOD"])
        await mine.context.clear_cookies(name="congtam-party")
        await mine.press("Gửi ý kiến")
        await confirmed(mine, "Gửi ý kiến")
        await expect(mine.page.get_by_text("Phiên đăng nhập đã kết thúc")).to_be_visible()
        mine.complaints.clear()
        await mine.press("Đăng nhập lại")
        await mine.told("Đã gửi sau khi đăng nhập lại")
        leaves = await house.served.owner.fetch(
            "select 1 from congtam.audit_leaf where deed = 'SpeakOnPartyReview'"
        )
        assert len(leaves) == 1


class TestTheRoll:
    async def test_grows_by_somebody_found_by_a_part_of_his_name(
        self, house: House, open_window: OpenWindow
    ) -> None:
        mine, person = await open_window(), house.served.ids.people["tl013"]
        await mine.sign_in("chair", f"/party/bodies/{house.bodies['branch']}")
        await mine.press("Tiếp nhận đảng viên")
        given = PEOPLE["tl013"].name.split()[-1]
        await mine.page.get_by_label("Tìm theo họ tên").fill(given)
        await mine.page.get_by_label("Người được chọn").select_option(value=str(person))
        await mine.page.get_by_label("Ngày vào Đảng").fill("2015-05-19")
        await mine.page.get_by_label("Số quyết định").fill("07-QĐ/ĐU")
        await confirmed(mine, "Tiếp nhận đảng viên")
        await mine.told("Đã tiếp nhận đảng viên")
        await expect(mine.page.get_by_role("heading", name="Đảng viên (11)")).to_be_visible()
        row = await house.row(
            "select body_id, decision_no from congtam_party.party_member where person_id = $1",
            person,
        )
        assert (row["body_id"], row["decision_no"]) == (house.bodies["branch"], "07-QĐ/ĐU")


class TestTheDecision:
    async def test_of_a_committee_stays_within_its_quota(
        self, house: House, open_window: OpenWindow
    ) -> None:
        await spoken(house)
        mine, campaign = await open_window(), (await house.campaign())["campaign"]
        await mine.sign_in("chair", "/party/")
        await mine.open(f"/party/campaigns/{campaign}")
        await mine.follow("Quyết định xếp loại")
        for who in ("staff", "deputy"):
            await mine.page.get_by_label(PEOPLE[who].name).first.check()
        await mine.page.get_by_label("Lý do lựa chọn").fill("Có sáng kiến được công nhận.")
        await paper(mine, "Quyết định", "12-QĐ/ĐU")
        before = await house.written()
        await mine.press("Quyết định")
        await confirmed(mine, "Quyết định")
        refusal = "Đã chọn 2 trường hợp ở nhóm"
        await expect(mine.page.get_by_role("alert").filter(has_text=refusal)).to_be_visible()
        assert await house.written() == before
        await mine.page.get_by_label(PEOPLE["deputy"].name).first.uncheck()
        await mine.press("Quyết định")
        await confirmed(mine, "Quyết định")
        await mine.told("Đã quyết định xếp loại")
        await self.told_everybody(mine)
        row = await house.row(
            "select state, published_at from congtam_party.party_campaign where id = $1", campaign
        )
        assert row["state"] == "published"
        levels = await house.served.owner.fetch(
            "select person_id, applied_level from congtam_party.party_review"
            " where applied_level = 'EXCELLENT' and person_id is not null"
        )
        assert [row["person_id"] for row in levels] == [house.served.ids.people["staff"]]
        await self.read_by_the_member(house, await open_window())

    async def told_everybody(self, mine: Window) -> None:
        for button, told in (
            ("Thông báo kết quả", "Đã thông báo kết quả"),
            ("Công khai kết quả", "Đã công khai kết quả"),
        ):
            await mine.press(button)
            await confirmed(mine, button)
            await mine.told(told)

    async def read_by_the_member(self, house: House, mine: Window) -> None:
        """His class is not the state's, and his paper can be downloaded."""
        await mine.sign_in("staff", "/party/reviews")
        await mine.follow("Xem")
        await expect(mine.page.get_by_text("Xếp loại công chức của Nhà nước")).to_be_visible()
        for kind in ("docx", "pdf"):
            link = mine.page.get_by_role("link", name=f"Mẫu 2B ({kind.upper()})")
            async with mine.page.expect_download() as download:
                await link.click()
            assert (await download.value).suggested_filename == f"mau-2b-2026.{kind}"
