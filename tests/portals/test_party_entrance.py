"""The Party's entrance in a real browser: whom it opens to, and what passes by no other one."""

from playwright.async_api import expect

from tests.journeys.party_house import House
from tests.journeys.people import PEOPLE
from tests.portals.browser import OpenWindow
from tests.portals.party_world import kept
from tests.portals.trusted import asked

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.portals.fixtures",
    "tests.portals.party_fixtures",
)


class TestTheEntrance:
    async def test_gives_nothing_to_somebody_without_the_party(
        self, house: House, open_window: OpenWindow
    ) -> None:
        theirs = await open_window()
        await theirs.sign_in("neighbour", "/party/")
        nothing = "Ở cổng này không có nội dung nào dành cho ông/bà."
        await expect(theirs.page.get_by_role("heading", name=nothing)).to_be_visible()
        await theirs.open(f"/party/review/{await house.review('staff')}")
        await expect(theirs.page.get_by_role("heading", name=nothing)).to_be_visible()
        assert "congtam.party" not in await kept(theirs)
        await theirs.sign_in_again("/staff/")
        await theirs.press(PEOPLE["neighbour"].name)
        await expect(theirs.page.get_by_role("menuitem", name="Đảng")).to_have_count(0)

    async def test_is_offered_elsewhere_to_whoever_has_come_in_by_it(
        self, house: House, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("staff", "/staff/")
        await mine.press(PEOPLE["staff"].name)
        await expect(mine.page.get_by_role("menuitem", name="Đảng")).to_have_count(0)
        await mine.sign_in_again("/party/")
        await expect(mine.page.get_by_role("heading", name="Tổng quan")).to_be_visible()
        await mine.page.wait_for_function("localStorage.getItem('congtam.party') !== null")
        await mine.open("/staff/")
        await mine.press(PEOPLE["staff"].name)
        await expect(mine.page.get_by_role("menuitem", name="Đảng")).to_be_visible()

    async def test_is_not_passed_by_an_ordinary_session(
        self, house: House, open_window: OpenWindow
    ) -> None:
        mine, review = await open_window(), await house.review("staff")
        await mine.sign_in("head", "/head/")
        status, told = await asked(mine, "PartyOverview", at="/party")
        assert (status, told["errors"][0]["extensions"]["code"]) == (
            401,
            "NOT_SIGNED_IN",
        )
        status, told = await asked(mine, "PartyReviewShown", id=str(review))
        data = told["data"]
        assert (data["partyReview"], data["partyBallotsOfReview"]["nodes"]) == (None, [])
        before = await house.written()
        place = {"review": str(review), "body": str(house.bodies["branch"])}
        opening = {**place, "kind": "CLASS", "way": "PAPER"}
        status, told = await asked(mine, "OpenPartyBallot", **opening)
        assert told["data"]["openPartyBallot"]["code"] == "PARTY_ENTRANCE_NEEDED"
        assert await house.written() == before
        mine.complaints.clear()  # The browser notes the refused request.

    async def test_forgets_what_was_typed_at_every_entrance_when_somebody_signs_out(
        self, house: House, open_window: OpenWindow
    ) -> None:
        mine, told = await open_window(), await house.voice("staff", "self")
        await mine.sign_in("staff", f"/party/voices/{told['voice']}")
        await mine.page.get_by_label("Nội dung tự kiểm điểm").fill("Bản nháp của tôi")
        assert "Bản nháp của tôi" in await kept(mine)
        await mine.sign_in_again("/staff/")
        await mine.press(PEOPLE["staff"].name)
        await mine.page.get_by_role("menuitem", name="Đăng xuất").click()
        await mine.page.wait_for_url(lambda url: "/staff" not in url)
        await mine.page.goto(mine.address)
        await mine.page.get_by_role("link", name="Đăng nhập").wait_for()
        assert "Bản nháp của tôi" not in await kept(mine)
        answer = await mine.page.evaluate("fetch('/party/auth/session').then((s) => s.json())")
        assert answer == {"signedIn": False}
