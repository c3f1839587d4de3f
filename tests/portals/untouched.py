"""A page that is looked at from outside, as a clock would be held beside it.

Playwright has each of its pages tell of errors, and then the browser reads a whole script once more
to say where in it one was made; React makes five while it is read, which nobody throws. That is a
tenth of a first paint, on no machine but a tester's. What is measured is therefore shown in a
context that the driver does not know, and spoken to through the browser itself.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from playwright.async_api import Browser, CDPSession, StorageState

from tests.portals.browser import DESK

Said = dict[str, Any]


class Tab:
    """One tab, in which nothing listens."""

    def __init__(self, driver: CDPSession, session: str) -> None:
        self._driver = driver
        self._session = session
        self._said = 0
        self._answers: dict[int, asyncio.Future[Said]] = {}
        driver.on("Target.receivedMessageFromTarget", self._hear)

    def _hear(self, event: Said) -> None:
        message = json.loads(event["message"])
        if event["sessionId"] == self._session and "id" in message:
            self._answers.pop(message["id"]).set_result(message)

    async def send(self, method: str, params: Said | None = None) -> Said:
        """What the browser answers to a word of its protocol."""
        self._said += 1
        self._answers[self._said] = answer = asyncio.get_running_loop().create_future()
        message = json.dumps({"id": self._said, "method": method, "params": params or {}})
        target = {"sessionId": self._session, "message": message}
        await self._driver.send("Target.sendMessageToTarget", target)
        told = await answer
        assert "error" not in told, (method, told)
        result: Said = told["result"]
        return result

    async def evaluate(self, expression: str) -> Any:
        asked = {"expression": expression, "returnByValue": True}
        return (await self.send("Runtime.evaluate", asked))["result"].get("value")


@asynccontextmanager
async def untouched(
    browser: Browser, state: StorageState
) -> AsyncIterator[Callable[[], AbstractAsyncContextManager[Tab]]]:
    """Opens tabs, one after another, with the cookies of `state` and a cache that begins empty."""
    driver = await browser.new_browser_cdp_session()
    own = {
        "browserContextId": (await driver.send("Target.createBrowserContext"))["browserContextId"]
    }
    cookies = [{**each, "session": each["expires"] == -1} for each in state["cookies"]]
    await driver.send("Storage.setCookies", {"cookies": cookies, **own})

    @asynccontextmanager
    async def tab() -> AsyncIterator[Tab]:
        target = await driver.send("Target.createTarget", {"url": "about:blank", **own})
        attached = await driver.send("Target.attachToTarget", {**target, "flatten": False})
        opened = Tab(driver, attached["sessionId"])
        size = {"width": DESK[0], "height": DESK[1], "deviceScaleFactor": 1, "mobile": False}
        await opened.send("Emulation.setDeviceMetricsOverride", size)
        yield opened
        await driver.send("Target.closeTarget", target)

    yield tab
    await driver.send("Target.disposeBrowserContext", own)
    await driver.detach()
