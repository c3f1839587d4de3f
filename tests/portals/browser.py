"""A person's browser before the portals: real Chromium, real sign-in."""

import json
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from gateway.identity.demo_issuer import PASSWORD

AXE = Path(__file__).parents[2] / "frontends" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = os.environ.get("PORTAL_SCREENS")
"""A folder that takes a picture of every screen, where it is named."""
DESK, PHONE = (1366, 768), (390, 844)
SIZES = {"desk": DESK, "phone": PHONE}
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
LOOKS = [(size, scheme) for size in SIZES for scheme in SCHEMES]
_FINDINGS = """
typeof axe !== "undefined" && axe.run(document, {
  resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
}).then((found) => JSON.stringify(
  found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.html.slice(0, 200))])))
"""
"""False in a document without axe, which leaves the rule new in WCAG 2.2 to who asks for it."""


def chromium() -> str | None:
    """The system's browser; None where there is none.

    First the one without a window: its pages are the same, at two thirds of the work.
    """
    names = ("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser")
    return next((found for name in names if (found := shutil.which(name))), None)


@dataclass(slots=True)
class Window:
    """One tab of one person's browser; what the browser complains of is kept."""

    page: Page
    context: BrowserContext
    address: str
    complaints: list[str] = field(default_factory=list)

    async def sign_in(self, who: str, path: str) -> None:
        """Open a page of a portal as somebody who has to sign in first."""
        await self.page.goto(self.address + path)
        await self.page.select_option("#login", who)
        await self.page.fill("#password", PASSWORD)
        await self.page.keyboard.press("Enter")
        await self.page.wait_for_url(self.address + path)
        await self.settled()

    async def sign_in_again(self, path: str) -> None:
        """Open a page at another entrance: being signed in at the issuer is enough."""
        await self.page.goto(self.address + path)
        await self.page.wait_for_url(self.address + path)
        await self.settled()

    async def open(self, path: str) -> None:
        await self.page.goto(self.address + path)
        await self.settled()

    async def settled(self) -> None:
        """Wait until nothing is being fetched and nothing is awaited on the screen."""
        await expect(self.page.locator("main h1").first).to_be_visible()
        await expect(self.page.get_by_text("Đang tải…")).to_have_count(0)

    async def press(self, name: str, *, exact: bool = True) -> None:
        await self.page.get_by_role("button", name=name, exact=exact).first.click()

    async def follow(self, name: str) -> None:
        await self.page.locator("main").get_by_role("link", name=name).first.click()
        await self.settled()

    async def told(self, text: str) -> None:
        """A notice says `text`."""
        await expect(self.page.get_by_role("alertdialog").filter(has_text=text)).to_be_visible()

    async def findings(self) -> list[Any]:
        """What axe finds; injected through the driver, since the page's policy lets nothing in.

        It stays in the document, and is asked again in the next look.
        """
        driver = await self.context.new_cdp_session(self.page)
        asked = {"expression": _FINDINGS, "awaitPromise": True, "returnByValue": True}
        answer = await driver.send("Runtime.evaluate", asked)
        if answer["result"]["value"] is False:
            await driver.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
            answer = await driver.send("Runtime.evaluate", asked)
        await driver.detach()
        found: list[Any] = json.loads(answer["result"]["value"])
        return found

    async def looks(self) -> AsyncIterator[str]:
        """Shows the page on a desk and on a phone, light and dark, and as it was at the end.

        Where no pictures are wanted, on a light desk and on a dark phone: each of them once.
        """
        for name, scheme in LOOKS if PICTURES else LOOKS[::3]:
            width, height = SIZES[name]
            await self.page.set_viewport_size({"width": width, "height": height})
            await self.page.emulate_media(color_scheme=scheme)
            yield f"{name}-{scheme}"
        await self.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})

    async def picture(self, name: str) -> None:
        """Keep a picture of the whole screen, where pictures are wanted."""
        if PICTURES:
            # From its top: what sticks there would stand in the middle of a page that was scrolled.
            await self.page.evaluate("scrollTo(0, 0)")
            await self.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


OpenWindow = Callable[[], Awaitable[Window]]
"""Opens a window onto the office."""


async def window(browser: Browser, address: str, now: datetime) -> Window:
    """A browser of its own, with the program's clock."""
    context = await browser.new_context(
        viewport={"width": DESK[0], "height": DESK[1]}, locale="vi-VN"
    )
    context.set_default_timeout(15_000)
    await context.clock.set_fixed_time(now)
    page = await context.new_page()
    opened = Window(page, context, address)

    def complain(message: ConsoleMessage) -> None:
        # The sign-in page is the issuer's: what it lacks is no business of the portals.
        if message.type == "error" and message.location["url"].startswith(address):
            opened.complaints.append(message.text)

    page.on("console", complain)
    page.on("pageerror", lambda fault: opened.complaints.append(str(fault)))
    return opened
