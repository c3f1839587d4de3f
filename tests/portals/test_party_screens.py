"""Every screen of the Party's portal by axe, on a desk and on a phone, light and dark."""

import pytest

from tests.journeys.party_house import CODE, PAPER, House
from tests.journeys.people import PEOPLE
from tests.portals.browser import OpenWindow, Window
from tests.portals.party_world import reviewed_themselves, spoken
from tests.portals.test_screens import asked_at, looked_at

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.portals.fixtures",
    "tests.portals.party_fixtures",
)
pytestmark = pytest.mark.slow


async def dialogs(mine: Window, screen: str, *buttons: tuple[str, str]) -> None:
    """Every form that a button of the screen opens."""
    for button, name in buttons:
        await mine.press(button, exact=False)
        await mine.page.get_by_role("dialog").wait_for()
        await looked_at(mine, f"party-{screen}-{name}")
        await mine.page.keyboard.press("Escape")


async def opened(house: House, way: str = "ELECTRONIC") -> None:
    place = {"review": await house.review("staff"), "body": house.bodies["branch"]}
    opening = {**place, "kind": "CLASS", "way": way}
    code = {"code": CODE} if way == "ELECTRONIC" else {}
    await house.done("head", "openPartyBallot", **opening, **code)


async def test_a_members_screens_are_accessible(house: House, open_window: OpenWindow) -> None:
    point = {"review": await house.review("staff"), "author": house.bodies["commune"]}
    await house.done("chair", "raisePartyTopic", **point, text="Làm rõ việc chậm tiến độ quý II.")
    mine = await open_window()
    await mine.sign_in("staff", "/party/")
    await looked_at(mine, "party-home")
    for name in ("reviews", "voices", "ballots", "bodies", "nowhere"):
        await mine.open(f"/party/{name}")
        await looked_at(mine, f"party-{name}")
    await mine.open(f"/party/review/{await house.review('staff')}")
    await looked_at(mine, "party-review-own")
    await dialogs(mine, "review", ("Giải trình", "answer"))
    await mine.open(f"/party/voices/{(await house.voice('staff', 'self'))['voice']}")
    await mine.press("Gửi ý kiến")
    await looked_at(mine, "party-self-missing")
    theirs = await open_window()
    await theirs.sign_in("neighbour", "/party/")
    await looked_at(theirs, "party-nothing")


async def test_a_secretarys_screens_are_accessible(house: House, open_window: OpenWindow) -> None:
    await reviewed_themselves(house, "tl012")
    mine = await open_window()
    await mine.sign_in("head", "/party/")
    await looked_at(mine, "party-home-secretary")
    await mine.open("/party/voices")
    await looked_at(mine, "party-voices-secretary")
    await mine.open(f"/party/voices/{(await house.voice('staff', 'branch'))['voice']}")
    await mine.page.get_by_label("Nội dung ý kiến").fill("Nhất trí với bản tự kiểm điểm.")
    await mine.press("Lấy điểm của ý kiến trước")
    await looked_at(mine, "party-voice")
    await dialogs(mine, "voice", ("Trả lại ý kiến", "return"))
    await mine.open(f"/party/voices/{(await house.voice('tl012', 'branch'))['voice']}")
    await looked_at(mine, "party-voice-waits")
    await mine.open(f"/party/review/{await house.review('staff')}")
    await looked_at(mine, "party-review")
    await dialogs(mine, "review", ("Mở cuộc bỏ phiếu", "open-ballot"))


async def test_a_ballots_screens_are_accessible(house: House, open_window: OpenWindow) -> None:
    await reviewed_themselves(house)
    await opened(house)
    mine, ballot = await open_window(), f"/party/ballots/{await house.ballot()}"
    await mine.sign_in("head", ballot)
    await mine.page.get_by_role("radio").first.check()
    await looked_at(mine, "party-ballot")
    buttons = (("Kiểm phiếu", "count"), ("Hủy cuộc bỏ phiếu", "annul"))
    await dialogs(mine, "ballot", *buttons)
    await mine.page.locator("main").get_by_role("button", name="Bỏ phiếu", exact=True).click()
    await asked_at(mine, "party-ballot-sure")
    await mine.page.keyboard.press("Escape")
    vote = {"ballot": await house.ballot(), "choice": "GOOD"}
    for who in ("head", "deputy", "vice", "personnel", "admin", "inspector"):
        await house.done(who, "castPartyVote", "voted", **vote)
    await mine.open(ballot)
    await looked_at(mine, "party-ballot-voted")
    await house.done("head", "countPartyBallot", **(await house.counting()))
    await mine.open(ballot)
    await looked_at(mine, "party-ballot-counted")
    await mine.open("/party/ballots")
    await looked_at(mine, "party-ballots-secretary")


async def test_a_vote_on_paper_is_accessible(house: House, open_window: OpenWindow) -> None:
    await reviewed_themselves(house)
    await opened(house, "PAPER")
    mine = await open_window()
    await mine.sign_in("head", f"/party/ballots/{await house.ballot()}")
    await dialogs(mine, "ballot", ("Nhập kết quả kiểm phiếu", "enter"))


async def test_a_committees_screens_are_accessible(house: House, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("chair", "/party/bodies")
    await looked_at(mine, "party-tree")
    await mine.open(f"/party/bodies/{house.bodies['branch']}")
    await looked_at(mine, "party-branch")
    forms = (
        *(("Tiếp nhận đảng viên", "admit"), ("Thay đổi", "change"), ("Chuyển sinh hoạt", "move")),
        *(("Kết thúc", "end"), ("Ghi nhận chức vụ", "appoint"), ("Thôi giữ", "end-office")),
    )
    await dialogs(mine, "branch", *forms)
    await mine.open(f"/party/bodies/{house.bodies['commune']}")
    await looked_at(mine, "party-committee")
    forms = (
        *(("Mở đợt kiểm điểm", "open"), ("Thành lập tổ chức", "found")),
        ("Ban hành quy chế", "rule"),
    )
    await dialogs(mine, "committee", *forms)
    await mine.open(f"/party/review/{await house.review('branch')}")
    await looked_at(mine, "party-review-collective")
    forms = (
        *(("Nêu gợi ý", "raise"), ("Xem xét bất khả kháng", "excuse")),
        ("Rút khỏi danh sách", "withdraw"),
    )
    await dialogs(mine, "review", *forms)


async def test_a_campaigns_screens_are_accessible(house: House, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("chair", "/party/")
    await spoken(house)
    campaign = f"/party/campaigns/{(await house.campaign())['campaign']}"
    await mine.open(campaign)
    await looked_at(mine, "party-campaign")
    forms = (("Nâng tỷ lệ", "share"), ("Lùi thời hạn", "extend"), ("Mở lại", "reopen"))
    await dialogs(mine, "campaign", *forms)
    await mine.follow("Quyết định xếp loại")
    await mine.page.get_by_label(PEOPLE["staff"].name).first.check()
    await mine.page.locator("summary").first.click()
    await mine.press("Quyết định")
    await mine.page.get_by_text("Còn thiếu:").wait_for()
    await looked_at(mine, "party-deciding")
    decision = {**(await house.campaign()), "decision": PAPER, **(await house.choice("staff"))}
    await house.done("chair", "decidePartyCampaign", **decision)
    for deed in ("notifyPartyCampaign", "publishPartyCampaign"):
        await house.done("chair", deed, **(await house.campaign()))
    await mine.open(campaign)
    await looked_at(mine, "party-campaign-published")
    await mine.open(f"/party/review/{await house.review('staff')}")
    await looked_at(mine, "party-review-decided")
    await dialogs(mine, "review", ("Thay thế mức xếp loại", "replace"))
    await mine.open(f"/party/bodies/{house.bodies['branch']}")
    await looked_at(mine, "party-branch-published")


async def test_a_collectives_meeting_is_accessible(house: House, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("head", f"/party/review/{await house.review('branch')}")
    await dialogs(mine, "review", ("Chuẩn bị hội nghị", "meeting"))
    draft = {"review": await house.review("branch"), "draft": PAPER}
    meets = {"draftSentOn": "2026-12-01", "meetsOn": "2026-12-08"}
    await house.done("head", "preparePartyMeeting", **draft, **meets)
    await mine.open(f"/party/bodies/{house.bodies['branch']}")
    await looked_at(mine, "party-branch-meeting")
    await dialogs(mine, "branch", ("Ghi nhận đã họp", "hold"))
    await mine.open("/party/")
    await looked_at(mine, "party-home-meeting")
