"""Long lists on a phone: fifteen cards at once, also of a list that comes in parts."""

from playwright.async_api import Locator, expect

from tests.journeys.served import Served
from tests.portals.browser import PHONE, OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

PRODUCTS, PART, CARDS = 55, 50, 15
"""In force in the demo's commune; what one answer holds; what a phone shows at once."""


async def listed(office: Served, mine: Window) -> Locator:
    """The cards of the commune's products."""
    edition = await office.owner.fetchval(
        "select id from congtam.catalogue where agency_id = $1", office.ids.agencies["commune"]
    )
    await mine.sign_in("personnel", f"/authority/catalogue/{edition}")
    return mine.page.locator("main tbody tr")


class TestAListInParts:
    async def test_shows_its_cards_by_the_fifteen_and_goes_on_to_the_next_part(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        cards = await listed(office, mine)
        codes: list[str] = []
        for count in (CARDS, CARDS, CARDS, PART % CARDS, PRODUCTS - PART):
            if codes:
                await mine.press("Sau")
                await expect(cards.filter(has_text=codes[-1])).to_have_count(0)
            await expect(cards).to_have_count(count)
            codes += await cards.locator("[data-title=Mã]").all_inner_texts()
        assert len(set(codes)) == PRODUCTS
        await mine.press("Trước")
        await expect(cards.last).to_contain_text(codes[PART - 1])
        await expect(cards).to_have_count(PART % CARDS)

    async def test_stays_whole_on_a_desk(self, office: Served, open_window: OpenWindow) -> None:
        mine = await open_window()
        cards = await listed(office, mine)
        await expect(cards).to_have_count(PART)
        await mine.press("Sau")
        await expect(cards).to_have_count(PRODUCTS - PART)
