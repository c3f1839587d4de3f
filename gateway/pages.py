"""The portals' files, and the headers that keep a browser from being turned against them."""

import zlib
from collections.abc import AsyncIterator, Mapping
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope as AnyScope

from gateway.encodings import taken
from gateway.given import Given
from gateway.graphql import Receive, Scope, Send

BUILT = Path(__file__).parents[1] / "frontends" / "dist"
PORTALS = ("staff", "head", "authority", "inspector", "party")
"""Each has one page, which knows all addresses beneath its name."""
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
# GraphiQL's editor writes style elements, and images and fonts of its own as data.
DEVELOPER = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
TWINS = {"br": ".br", "gzip": ".gz"}
"""How the names of compressed twins end, by their coding, the smallest first."""
_TLS_ONLY = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")


class SafeHeaders:
    """Adds the headers to every answer, and the security policy unless the answer has its own."""

    def __init__(self, app: Any, *, tls: bool) -> None:
        self._app = app
        self._headers = [*HEADERS, _TLS_ONLY] if tls else list(HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"]
                headers.extend(self._headers)
                if not any(name == b"content-security-policy" for name, _ in headers):
                    headers.append((b"content-security-policy", STRICT.encode()))
            await send(message)

        await self._app(scope, receive, sending)


class Assets(StaticFiles):
    """The build's files. Their names change with their content, so a browser keeps them for good;
    where the build has left compressed twins beside one, the smallest that is accepted is sent.
    """

    async def get_response(self, path: str, scope: AnyScope) -> Response:
        response = await self._twin(path, scope) or await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        # Of the plain form too: whoever keeps it must not give it to who takes a smaller one.
        response.headers["vary"] = "accept-encoding"
        return response

    async def _twin(self, path: str, scope: AnyScope) -> Response | None:
        if path.endswith(tuple(TWINS.values())):
            return None
        for encoding in taken(Headers(scope=scope), TWINS):
            try:
                response = await super().get_response(path + TWINS[encoding], scope)
            except HTTPException:
                continue
            response.headers["content-encoding"] = encoding
            response.headers["content-type"] = guess_type(path)[0] or "application/octet-stream"
            return response
        return None


def routes(
    *, demo: bool, party: bool, given: Mapping[str, Given] | None = None, built: Path = BUILT
) -> list[BaseRoute]:
    """The pages; GraphiQL only in the demo, the Party's only where its module runs.

    `given` is what the pages of an entrance are given with themselves, by its path. Where nothing
    is built they say so.
    """
    portals = [name for name in PORTALS if party or name != "party"]
    known = given or {}

    async def welcome(request: Request) -> Response:
        return _portal_page(built / "welcome" / "index.html", request, known.get(""))

    async def portal(request: Request) -> Response:
        name = request.url.path.split("/")[1]
        entrance = f"/{name}" if f"/{name}" in known else ""
        return _portal_page(built / name / "index.html", request, known.get(entrance))

    async def developer(_: Request) -> Response:
        return _page(built / "developer" / "index.html", {"content-security-policy": DEVELOPER})

    async def icon(_: Request) -> Response:
        """For browsers that look for it nowhere else, and for pages that name none."""
        return _page(built / "favicon.ico", {"cache-control": "public, max-age=86400"})

    found: list[BaseRoute] = [
        Route("/", welcome),
        Route("/favicon.ico", icon),
        *(Route(f"/{name}", portal) for name in portals),
        *(Route(f"/{name}/{{screen:path}}", portal) for name in portals),
        Mount("/assets", Assets(directory=built / "assets", check_dir=False)),
    ]
    return [*found, Route("/developer/", developer)] if demo else found


def _page(file: Path, headers: Mapping[str, str]) -> Response:
    _demand(file)
    return FileResponse(file, headers={"cache-control": "no-cache", **headers})


def _portal_page(file: Path, request: Request, given: Given | None) -> Response:
    """A page with what it is given: its own, so that nobody keeps it.

    Its first part leaves at once, and the browser fetches its scripts while the rest is found out.
    """
    _demand(file)
    first, end, last = file.read_bytes().partition(b"</body>")

    async def parts() -> AsyncIterator[bytes]:
        yield first
        if given is not None and request.method == "GET":
            async for block in given.blocks(request):
                yield block
        yield end + last

    headers = {"cache-control": "no-store", "vary": "accept-encoding, cookie"}
    sent = parts()
    if taken(request.headers, ["gzip"]):
        headers["content-encoding"] = "gzip"
        sent = _packed(sent)
    return StreamingResponse(sent, headers=headers, media_type="text/html")


async def _packed(parts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Each part compressed for itself: the length of one tells nothing of a secret in another."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    async for part in parts:
        yield packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH)
    yield packer.flush()


def _demand(file: Path) -> None:
    if not file.is_file():
        raise HTTPException(503, "The portals are not built; run: make setup")
