"""How soon a head sees his worklist on an old computer and a slow line: told, never judged by time.

Slow 4G as Chromium's own tools have it (1.6 Mbit/s down, 750 kbit/s up, 562.5 ms for each request)
and a processor four times slower. `make bench` prints what is told here.
"""

import asyncio
import os
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, StorageState, ViewportSize

from gateway.identity.demo_issuer import PASSWORD
from tests.journeys.served import Served
from tests.journeys.world import PERIOD
from tests.portals.browser import DESK

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow

ROUNDS = int(os.environ.get("PORTAL_ROUNDS", "1"))
"""How often it is measured: the bench asks for more than the suite, which judges no time."""
LINE = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1_600_000 / 8 * 0.9,
    "uploadThroughput": 750_000 / 8 * 0.9,
}
SLOWER = 4
_WATCH = """
new MutationObserver(() => {
  if (window.__seen || !document.querySelector("main .card table tbody tr")) return;
  window.__seen = true;
  requestAnimationFrame(() => setTimeout(() => { window.__painted = performance.now(); }));
}).observe(document, {childList: true, subtree: true});
"""
_ASKED = """
performance.getEntriesByType("resource").map((entry) => [new URL(entry.name).pathname,
  entry.startTime, entry.responseEnd])
"""


async def test_the_first_questions_are_asked_once_while_the_page_is_on_its_way(
    office: Served, browser: Browser
) -> None:
    state = await signed_in(office, browser)
    cold, warm = [], []
    for _ in range(ROUNDS):
        context = await opened(browser, state)
        painted, asked = await shown(office, context)
        cold.append(painted)
        warm.append((await shown(office, context))[0])
        await context.close()
    questions = [entry for entry in asked if entry[0] == "/graphql"]
    sessions = [entry for entry in asked if entry[0] == "/auth/session"]
    assert (len(sessions), len(questions)) == (1, 2)
    # Not one after the other: who is signed in is asked while scripts are still coming.
    begun = sessions[0][1]
    assert any(
        name.endswith(".js") and start < begun < end
        for name, start, end in asked
        if name.startswith("/assets/")
    )
    print(f"\nfirst paint cold {told(cold)} warm {told(warm)}")


def told(times: list[float]) -> str:
    """The middle one of some times, in seconds."""
    return f"{sorted(times)[len(times) // 2] / 1000:.2f}"


def path(office: Served) -> str:
    return f"/head/{office.ids.units['office']}/{PERIOD}"


async def opened(browser: Browser, state: StorageState | None = None) -> BrowserContext:
    size = ViewportSize(width=DESK[0], height=DESK[1])
    return await browser.new_context(viewport=size, locale="vi-VN", storage_state=state)


async def signed_in(office: Served, browser: Browser) -> StorageState:
    """What the browser of a head keeps who has seen the page before; nothing is in its cache."""
    context = await opened(browser)
    page = await context.new_page()
    address = office.settings.public_url + path(office)
    await page.goto(address)
    await page.select_option("#login", "head")
    await page.fill("#password", PASSWORD)
    await page.keyboard.press("Enter")
    await page.wait_for_url(address)
    await page.locator("main .card table tbody tr").first.wait_for()
    state = await context.storage_state()
    await context.close()
    return state


async def shown(office: Served, context: BrowserContext) -> tuple[float, list[Any]]:
    """Milliseconds until the worklist is painted, and what was fetched for it."""
    page = await context.new_page()
    driver = await context.new_cdp_session(page)
    await driver.send("Network.enable")
    await driver.send("Network.emulateNetworkConditions", LINE)
    await driver.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    await page.add_init_script(_WATCH)
    await page.goto(office.settings.public_url + path(office), wait_until="commit")
    async with asyncio.timeout(60):
        while not (painted := await page.evaluate("window.__painted ?? 0")):
            await asyncio.sleep(0.1)
    asked = await page.evaluate(_ASKED)
    await page.close()
    return painted, asked
