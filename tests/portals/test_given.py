"""A page shows its first screen from what it was given with itself, and asks where it was not."""

import re
from typing import Any

from playwright.async_api import Page, Route, expect

from tests.journeys.people import PEOPLE
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

HIDDEN = "Đã thực hiện. Kết quả không còn trong phạm vi được xem của ông/bà."
NAME = 'Ngô <b>"Lan"</b> </script><script>window.caught = 1</script> & Anh'


def questions(page: Page) -> list[str]:
    """What the page asks from now on, by its path."""
    asked: list[str] = []

    def note(request: Any) -> None:
        path = re.sub("^https?://[^/]*", "", request.url)
        if path in ("/auth/session", "/graphql"):
            asked.append(path)

    page.on("request", note)
    return asked


def month(office: Served) -> str:
    return f"/head/{office.ids.units['office']}/{PERIOD}"


async def rows(mine: Window) -> list[str]:
    found = mine.page.locator("main table.folds tbody tr")
    await expect(found.first).to_be_visible()
    return await found.all_inner_texts()


class TestTheFirstScreen:
    async def test_asks_nothing_and_shows_the_same_as_one_that_asks(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        change = "update congtam.person set full_name = $2 where id = $1"
        await office.owner.execute(change, office.ids.people["staff"], NAME)
        mine = await open_window()
        await mine.sign_in("head", month(office))
        asked = questions(mine.page)
        await mine.open(month(office))
        given = await rows(mine)
        assert asked == []
        await expect(mine.page.locator(".foreseen")).to_have_count(0)
        assert any(NAME in row for row in given)

        async def bare(route: Route) -> None:
            page = await route.fetch()
            left = re.sub('<script type="application/json".*?</script>', "", await page.text())
            await route.fulfill(response=page, body=left)

        await mine.page.route(f"**{month(office)}", bare)
        await mine.open(month(office))
        assert await rows(mine) == given
        assert sorted(asked) == ["/auth/session", "/graphql", "/graphql"]
        assert await mine.page.evaluate("window.caught") is None

    async def test_of_a_staff_member_asks_nothing_for_the_month_of_today(
        self, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("staff", "/staff/")
        asked = questions(mine.page)
        await mine.open("/staff/")
        await rows(mine)
        assert asked == []

    async def test_is_given_in_the_language_that_its_reader_chose(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", month(office))
        asked = questions(mine.page)
        await mine.press(PEOPLE["head"].name)
        await mine.page.get_by_role("menuitem", name="English").click()
        await expect(mine.page.get_by_role("link", name="Petitions")).to_be_visible()
        await rows(mine)
        assert asked == []
        await mine.press(PEOPLE["head"].name)
        await mine.page.get_by_role("menuitem", name="Tiếng Việt").click()
        await rows(mine)
        assert asked == []

    async def test_shows_nothing_to_whoever_goes_back_to_it_after_signing_out(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", month(office))
        await mine.open(month(office))
        await mine.press(PEOPLE["head"].name)
        await mine.page.get_by_role("menuitem", name="Đăng xuất").click()
        await expect(mine.page.get_by_role("link", name="Đăng nhập")).to_be_visible()
        kept = f"fetch('{month(office)}').then((page) => page.text())"
        page = await mine.page.evaluate(kept)
        assert '{"signedIn":false}' in page
        assert PEOPLE["staff"].name not in page
        await mine.page.go_back()
        # The form of the issuer, since there is no session any more.
        await expect(mine.page.locator("#login")).to_be_visible()


class TestAPageThatIsBroughtBack:
    async def test_as_it_was_left_is_loaded_anew(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        """Browsers keep some pages as they were left; the driver's keeps none, and is told so."""
        mine = await open_window()
        await mine.sign_in("head", month(office))
        before = await rows(mine)
        change = "update congtam.person set full_name = $2 where id = $1"
        await office.owner.execute(change, office.ids.people["staff"], NAME)
        assert await rows(mine) == before
        brought = "new PageTransitionEvent('pageshow', {persisted: true})"
        async with mine.page.expect_navigation():
            await mine.page.evaluate(f"dispatchEvent({brought})")
        await mine.settled()
        assert any(NAME in row for row in await rows(mine))

    async def test_by_going_back_tells_what_stands_now(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("head", month(office))
        await mine.open("/staff/")
        change = "update congtam.person set full_name = $2 where id = $1"
        await office.owner.execute(change, office.ids.people["staff"], NAME)
        await mine.page.go_back()
        await mine.settled()
        assert any(NAME in row for row in await rows(mine))


class TestADeedDoneOutOfSight:
    async def test_is_told_as_done(self, office: Served, open_window: OpenWindow) -> None:
        mine = await open_window()
        await mine.sign_in("head", "/head/")

        async def hidden(route: Route) -> None:
            """The gateway's own answer to a deed whose result its reader may see no longer."""
            asked = route.request.post_data_json
            if "rows" not in asked.get("variables", {}):
                await route.continue_()
                return
            answer = await route.fetch()
            error = {"message": HIDDEN, "extensions": {"code": "RESULT_HIDDEN"}}
            await route.fulfill(response=answer, json={"data": None, "errors": [error]})

        await mine.page.route("**/graphql", hidden)
        await mine.page.get_by_label(PEOPLE["staff"].name).check()
        await mine.press("Nghiệm thu (1)")
        await mine.told(HIDDEN)
        verdict = "select verdict from congtam.delivery where id = $1"
        delivery = office.ids.deliveries["staff"]
        assert await office.owner.fetchval(verdict, delivery) == "accepted"
