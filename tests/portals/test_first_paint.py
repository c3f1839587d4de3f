"""How soon a head sees his worklist on an old computer and a slow line: told, never judged by time.

Twenty-five people, a processor four times slower, and "slow 4G" (1.6 Mbit/s down, 750 kbit/s up) in
both senses: 150 ms there and back, as Lighthouse reckons, and 562.5 ms for each request, as the
browser's own tools let a request wait on such a line. `make bench` prints what is told here. It is
looked at from outside (`untouched`), since a driven browser reads the scripts a second time.
"""

import asyncio
import os
from typing import Any

import pytest
from playwright.async_api import Browser, StorageState, ViewportSize

from gateway.identity.demo_issuer import PASSWORD
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import DESK
from tests.portals.crowd import MEMBERS
from tests.portals.untouched import Tab, untouched

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.portals.fixtures",
    "tests.portals.crowd_fixtures",
)
pytestmark = pytest.mark.slow

ROUNDS = int(os.environ.get("PORTAL_ROUNDS", "1"))
"""How often it is measured: the bench asks for more than the suite, which judges no time."""
LATENCIES = (150.0, 562.5)
"""Milliseconds that each request waits."""
LINE = {
    "offline": False,
    "downloadThroughput": 1_600_000 / 8 * 0.9,
    "uploadThroughput": 750_000 / 8 * 0.9,
}
SLOWER = 4
_WATCH = """
new MutationObserver(() => {
  if (window.__seen || document.querySelectorAll("main a[href*='/score/']").length < PEOPLE) return;
  window.__seen = true;
  requestAnimationFrame(() => setTimeout(() => { window.__painted = performance.now(); }));
}).observe(document, {childList: true, subtree: true});
"""
_ASKED = """
performance.getEntriesByType("resource").map((entry) => [new URL(entry.name).pathname,
  entry.startTime, entry.responseEnd])
"""


@pytest.fixture
def office(crowded_office: Served) -> Served:
    """As many people as the time is promised for."""
    return crowded_office


@pytest.mark.parametrize("latency", LATENCIES)
async def test_the_first_screen_needs_nothing_but_its_page_and_what_that_names(
    office: Served, browser: Browser, latency: float
) -> None:
    state = await signed_in(office, browser)
    cold, warm = [], []
    for _ in range(ROUNDS):
        async with untouched(browser, state) as tabs:
            async with tabs() as tab:
                painted, asked = await shown(office, tab, latency)
            cold.append(painted)
            async with tabs() as tab:
                warm.append((await shown(office, tab, latency))[0])
    needed = [entry for entry in asked if entry[1] < painted]
    assert {name.split("/")[1] for name, _, _ in needed} == {"assets"}
    # Two steps, the page and its files: each file is asked for before the first of them has come.
    assert max(start for _, start, _ in needed) < min(end for _, _, end in needed)
    print(f"\nfirst paint at {latency:g} ms cold {told(cold)} warm {told(warm)}")


def told(times: list[float]) -> str:
    """The middle one of some times, in seconds."""
    return f"{sorted(times)[len(times) // 2] / 1000:.2f}"


def path(office: Served) -> str:
    return f"/head/{office.ids.units['office']}/{PERIOD}"


async def signed_in(office: Served, browser: Browser) -> StorageState:
    """What the browser of a head keeps who has seen the page before; nothing is in its cache."""
    size = ViewportSize(width=DESK[0], height=DESK[1])
    context = await browser.new_context(viewport=size, locale="vi-VN")
    page = await context.new_page()
    address = office.settings.public_url + path(office)
    await page.goto(address)
    await page.select_option("#login", "head")
    await page.fill("#password", PASSWORD)
    await page.keyboard.press("Enter")
    await page.wait_for_url(address)
    await page.locator("main a[href*='/score/']").last.wait_for()
    state = await context.storage_state()
    await context.close()
    return state


async def shown(office: Served, tab: Tab, latency: float) -> tuple[float, list[Any]]:
    """Milliseconds until the worklist is painted, and what was fetched for it."""
    await tab.send("Network.enable")
    await tab.send("Network.emulateNetworkConditions", {**LINE, "latency": latency})
    await tab.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    await tab.send("Page.enable")
    watch = {"source": _WATCH.replace("PEOPLE", str(MEMBERS + 1))}
    await tab.send("Page.addScriptToEvaluateOnNewDocument", watch)
    await tab.send("Page.navigate", {"url": office.settings.public_url + path(office)})
    async with asyncio.timeout(60):
        while not (painted := await tab.evaluate("window.__painted ?? 0")):
            await asyncio.sleep(0.1)
    return painted, await tab.evaluate(_ASKED)
