"""Calls to issuers, within bounds: a time limit for the whole call and a largest answer.

Redirects are not followed and compressed answers are refused, so that an issuer (or whoever answers
in its place) can neither send us elsewhere nor fill our memory.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import orjson

from gateway.identity.refusals import IssuerAway

SECONDS = 5.0
LARGEST = 256 * 1024


class _TooMuch(httpx2.TransportError):
    """The answer is larger than we take, or compressed although we asked for plain."""


class _Measured(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream, largest: int) -> None:
        self._stream, self._left = stream, largest

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            self._left -= len(part)
            if self._left < 0:
                raise _TooMuch("the answer is too large")
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()


class Outbound(httpx2.AsyncBaseTransport):
    """The one way out to issuers; connections are kept and shared until `shut`.

    `seconds` bounds one whole call, `largest` the bytes of one answer.
    """

    def __init__(self, *, seconds: float = SECONDS, largest: int = LARGEST) -> None:
        self.seconds = seconds
        self._largest = largest
        self._inner = httpx2.AsyncHTTPTransport(verify=ssl.create_default_context())
        self._client = httpx2.AsyncClient(transport=self, timeout=seconds)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        request.headers["accept-encoding"] = "identity"
        answer = await self._inner.handle_async_request(request)
        assert isinstance(answer.stream, httpx2.AsyncByteStream)
        if answer.headers.get("content-encoding", "identity") != "identity":
            await answer.stream.aclose()
            raise _TooMuch("the answer is compressed")
        return httpx2.Response(
            answer.status_code,
            headers=answer.headers,
            stream=_Measured(answer.stream, self._largest),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        """Nothing: a client that borrowed this transport must not close it for the others."""

    async def shut(self) -> None:
        """Close every connection, at the end of the program."""
        await self._inner.aclose()

    async def document(self, url: str) -> dict[str, Any]:
        """The JSON object at `url`; raises IssuerAway for anything else."""
        try:
            async with asyncio.timeout(self.seconds):
                answer = await self._client.get(url)
            found = orjson.loads(answer.content) if answer.status_code == 200 else None
        except (httpx2.HTTPError, TimeoutError, ValueError) as fault:
            raise IssuerAway from fault
        if not isinstance(found, dict):
            raise IssuerAway
        return found
