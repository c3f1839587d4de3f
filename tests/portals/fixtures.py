"""What a story in a real browser stands on; a module that needs it names this one."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from gateway.app import graph_of
from gateway.graph import Graph
from gateway.pages import BUILT
from gateway.settings import Settings
from tests import databases
from tests.journeys.served import Made, Served, Token, served
from tests.portals.browser import PICTURES, OpenWindow, Window, chromium, window

DOCUMENTS = BUILT / "documents.json"


@pytest.fixture(scope="session")
def portal_graph() -> Graph:
    """The schema with the portals' documents, and no others for them."""
    if not DOCUMENTS.is_file():
        pytest.skip("the portals are not built (make portals)")
    return graph_of(Settings(trusted_documents=DOCUMENTS))


@pytest_asyncio.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    program = chromium()
    if program is None:
        pytest.skip("the browser tests need Chromium (make chromium)")
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
    async with async_playwright() as driver:
        opened = await driver.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        await opened.close()


@pytest_asyncio.fixture
async def office(
    server: databases.Running, prepared: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The program on a copy of `prepared`, over HTTP, at the address that the issuer knows."""
    port = urlsplit(token.portal).port
    async with served(server, prepared, portal_graph, token, port=port) as found:
        yield found


@pytest_asyncio.fixture
async def open_window(browser: Browser, office: Served) -> AsyncIterator[OpenWindow]:
    """Opens windows onto the office; at the end none of them may have complained."""
    opened: list[Window] = []

    async def open_one() -> Window:
        opened.append(await window(browser, office.settings.public_url, office.day()))
        return opened[-1]

    yield open_one
    for each in opened:
        await each.context.close()
    assert [each.complaints for each in opened] == [[] for _ in opened]
