"""What `looked_at` would find: of each kind of fault one, planted in a page that has no other."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.journeys.client import Day
from tests.portals.browser import Window, window
from tests.portals.test_screens import looked_at

pytest_plugins = ("tests.portals.fixtures",)
pytestmark = pytest.mark.slow

PAGE = """<!doctype html>
<html lang="vi"><head><meta name="viewport" content="width=device-width"><title>Thử</title><style>
:root {{ color-scheme: light dark; }}
body {{ color: #111; background: #fff; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #eee; background: #111; }} }}
{style}
</style></head><body><main><h1>Thử</h1>{body}</main></body></html>"""
BUTTONS = '<button type="button">A</button><button type="button">B</button>'


@pytest_asyncio.fixture
async def shown(browser: Browser) -> AsyncIterator[Window]:
    """A window onto nothing yet."""
    opened = await window(browser, "about:blank", Day()())
    yield opened
    await opened.context.close()


async def told(shown: Window, body: str, style: str = "") -> str:
    """What the looks say of a page."""
    await shown.page.set_content(PAGE.format(body=body, style=style))
    with pytest.raises(AssertionError) as said:
        await looked_at(shown, "planted")
    return str(said.value)


async def test_a_page_without_fault_is_passed(shown: Window) -> None:
    await shown.page.set_content(PAGE.format(body="<p>Chữ</p>", style=""))
    await looked_at(shown, "nothing planted")


async def test_a_field_without_a_label_is_found_in_every_look(shown: Window) -> None:
    said = await told(shown, "<input>")
    assert "'label'" in said
    assert ("desk-light" in said, "phone-dark" in said) == (True, True)


@pytest.mark.parametrize(
    ("scheme", "other", "colour"),
    [("dark", "light", "#444"), ("light", "dark", "#ccc")],
)
async def test_pale_text_is_found_in_the_scheme_where_it_is_pale(
    shown: Window, scheme: str, other: str, colour: str
) -> None:
    pale = f"@media (prefers-color-scheme: {scheme}) {{ p {{ color: {colour}; }} }}"
    said = await told(shown, "<p>Chữ</p>", pale)
    assert "color-contrast" in said
    assert (f"-{scheme}" in said, f"-{other}" in said) == (True, False)


async def test_a_target_too_small_for_a_finger_is_found_on_the_phone(shown: Window) -> None:
    small = "@media (width < 600px) { button { inline-size: 12px; block-size: 12px; padding: 0 } }"
    said = await told(shown, BUTTONS, f"button {{ min-block-size: 0; }} {small}")
    assert "target-size" in said
    assert ("phone" in said, "desk" in said) == (True, False)


async def test_a_fault_that_comes_later_is_found_in_the_same_document(shown: Window) -> None:
    """What looks is injected once for each document, and asked anew each time."""
    await shown.page.set_content(PAGE.format(body="<p>Chữ</p>", style=""))
    assert await shown.findings() == []
    await shown.page.locator("main").evaluate(
        "main => main.append(document.createElement('input'))"
    )
    ((rule, _),) = await shown.findings()
    assert rule == "label"
    await shown.page.set_content(PAGE.format(body="<input>", style=""))
    ((rule, _),) = await shown.findings()
    assert rule == "label"
