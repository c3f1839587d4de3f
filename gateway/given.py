"""What a page is given with itself: who is signed in, and its first answers (decision 0032).

They stand in the page as data, which no browser runs. Whatever cannot be had is left out: then the
page asks for it, as it asks for everything else.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Collection
from contextlib import aclosing
from dataclasses import dataclass
from html import escape
from typing import Any

import orjson
from starlette.requests import Request as HttpRequest

from gateway.clock import Clock
from gateway.first import FirstQuestions
from gateway.graph import Ask
from gateway.graphql import GraphqlDoor
from gateway.identity import Identity, IdentityRefusal, Way
from resolvers.core.database import Unavailable
from resolvers.core.days import MONTH, QUARTER, first_day
from resolvers.core.request import Language

LANGUAGE = "congtam-language"
"""The cookie in which a page keeps that its reader has chosen English."""
PATIENCE = 4.0
"""Seconds that a page waits for what it is given; what has not come by then it asks for."""
_UNSAFE = (
    (b"<", rb"\u003c"),
    (b">", rb"\u003e"),
    (b"&", rb"\u0026"),
    ("\u2028".encode(), rb"\u2028"),
    ("\u2029".encode(), rb"\u2029"),
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Given:
    """Gives the pages of one entrance what they would ask first."""

    way: Way
    door: GraphqlDoor
    questions: FirstQuestions
    clock: Clock

    async def blocks(self, request: HttpRequest) -> AsyncIterator[bytes]:
        """Script elements that hold data, each as soon as it is known."""
        until = asyncio.get_running_loop().time() + PATIENCE
        try:
            async with aclosing(self._blocks(request)) as blocks:
                while True:
                    async with asyncio.timeout_at(until):
                        block = await anext(blocks, None)
                    if block is None:
                        return
                    yield block
        except (IdentityRefusal, Unavailable, TimeoutError) as problem:
            log.info("a page is sent without all that it asks first: %s", type(problem).__name__)
        except Exception:
            log.exception("a page is sent without all that it asks first")

    async def _blocks(self, request: HttpRequest) -> AsyncGenerator[bytes, None]:
        if self.way.standing is None:
            return
        told, identity = await self.way.standing(request)
        yield session_block(told)
        if identity is not None:
            async for block in self._answers(request, identity, told["quarters"]):
                yield block

    async def _answers(
        self, request: HttpRequest, who: Identity, quarters: Collection[int]
    ) -> AsyncIterator[bytes]:
        said, today = spoken(request), self.clock().date()
        period = first_day(today, QUARTER if today.year in quarters else MONTH)
        for asked in self.questions.of(request.url.path, period):
            ask = Ask.of(asked)
            answer = await self.door.given(ask, who, said, request.headers.get("traceparent"))
            if answer.status == 200:
                yield answer_block(asked, said, answer.body)


def spoken(request: HttpRequest) -> Language:
    """The language of the page, not of the browser: Vietnamese, unless its reader chose English."""
    return "en" if request.cookies.get(LANGUAGE) == "en" else "vi"


def session_block(told: dict[str, Any]) -> bytes:
    """Who is signed in, as `/auth/session` tells it."""
    return b'<script type="application/json" id="session">%s</script>\n' % quoted(
        orjson.dumps(told)
    )


def answer_block(asked: dict[str, Any], said: Language, body: bytes) -> bytes:
    """An answer, beside the question as the page would send it, its names in order."""
    question = orjson.dumps(asked, option=orjson.OPT_SORT_KEYS).decode()
    return (
        f'<script type="application/json" data-language="{said}"'
        f' data-asked="{escape(question)}">'.encode()
        + quoted(body)
        + b"</script>\n"
    )


def quoted(text: bytes) -> bytes:
    """JSON that says the same and ends no element, whatever its strings hold."""
    for mark, instead in _UNSAFE:
        text = text.replace(mark, instead)
    return text
