"""An entrance's doors over HTTP, under /auth or /party/auth."""

import logging
from collections.abc import Awaitable, Callable
from html import escape
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from gateway.identity.authenticator import demand_csrf, one_secret
from gateway.identity.cookies import SECRET_LENGTH, Cookies, new_secret, values
from gateway.identity.entrances import PORTAL, Entrance
from gateway.identity.limiting import LoginLimit
from gateway.identity.portal import Portal
from gateway.identity.refusals import IdentityRefusal, InvalidToken, IssuerAway, NotSignedIn
from gateway.identity.sessions import Lifetimes, Session, csrf_token

LARGEST_LOGOUT = 16 * 1024
ALONE = "default-src 'none'; img-src 'self'; frame-ancestors 'none'"
"""The policy of a page that is words and the icon of the program."""
PRIVATE = {"cache-control": "no-store", "referrer-policy": "no-referrer"}

log = logging.getLogger(__name__)

Answer = Callable[[Request], Awaitable[Response]]


class Doors:
    """The routes of one entrance."""

    def __init__(
        self,
        portal: Portal,
        cookies: Cookies,
        lifetimes: Lifetimes,
        login: int,
        limit: LoginLimit,
        entrance: Entrance = PORTAL,
    ) -> None:
        self._portal, self._cookies, self._lifetimes = portal, cookies, lifetimes
        self._login_seconds, self._limit = login, limit
        self._path = entrance.path

    def routes(self) -> list[Route]:
        """To be mounted under the entrance's path and /auth."""
        return [
            Route("/login", self._page(self.login), methods=["GET"]),
            Route("/callback", self._page(self.callback), methods=["GET"]),
            Route("/session", _data(self.session), methods=["GET"]),
            Route("/logout", _data(self.logout), methods=["POST"]),
            Route("/backchannel-logout", self.backchannel_logout, methods=["POST"]),
        ]

    async def login(self, request: Request) -> Response:
        """Send the browser to the issuer; `return_to` is the page to come back to.

        The client is whoever a trusted proxy says it is, as the server was told (`options`).
        """
        self._limit.begin(request.client.host if request.client else None)
        browser = self._browser(request) or new_secret()
        url = await self._portal.begin(browser, request.query_params.get("return_to", "/"))
        response = RedirectResponse(url, 303, PRIVATE)
        self._cookies.give(response, self._cookies.browser, browser, self._login_seconds)
        return response

    async def callback(self, request: Request) -> Response:
        """Take the issuer's answer, open the session, go on to the page wanted."""
        entered = await self._portal.finish(
            self._browser(request), request.query_params, self._secret(request)
        )
        response = RedirectResponse(entered.return_to, 303, PRIVATE)
        self._cookies.give(response, self._cookies.session, entered.secret)
        return response

    async def session(self, request: Request) -> Response:
        """Who is signed in, and the token that changes must carry."""
        told, _ = await self.standing(request)
        return JSONResponse(told, headers=PRIVATE)

    async def standing(self, request: Request) -> tuple[dict[str, Any], Session | None]:
        """What `session` tells, and the session itself. Raises AmbiguousCredentials, IssuerAway."""
        secret = self._secret(request)
        session = None if secret is None else await self._portal.sessions.current(secret)
        if secret is None or session is None:
            return {"signedIn": False}, None
        met = await self._portal.links.met(session.iss, session.sub)
        told = {
            "signedIn": True,
            "name": session.kept.name,
            "person": None if met is None else str(met.person),
            # For whom to tell it to: an administrator links it to a person.
            "unlinked": {"issuer": session.iss, "subject": session.sub} if met is None else None,
            "quarters": [] if met is None else list(met.quarters),
            "csrfToken": csrf_token(secret),
            "idleSeconds": int(self._lifetimes.idle.total_seconds()),
            "endsAt": session.ends_at.isoformat(),
        }
        return told, session

    async def logout(self, request: Request) -> Response:
        """End the session here; the answer says where the page goes to end it at the issuer."""
        secret = self._secret(request)
        if secret is None:
            raise NotSignedIn
        demand_csrf(request.method, secret, request.headers.get("x-csrf-token", "").encode())
        location = await self._portal.leave(secret)
        response = JSONResponse({"location": location or "/"}, headers=PRIVATE)
        self._cookies.take(response, self._cookies.session)
        return response

    async def backchannel_logout(self, request: Request) -> Response:
        """Somebody signed out elsewhere, the issuer says (Back-Channel Logout 1.0, section 2.8)."""
        try:
            await self._portal.leave_from_afar(await _logout_token(request))
        except InvalidToken as refusal:
            _note(request, refusal)
            told = {"error": "invalid_request", "error_description": refusal.message("en")}
            return JSONResponse(told, 400, headers=PRIVATE)
        except IssuerAway as refusal:
            return _refused(refusal)
        return Response(status_code=200, headers=PRIVATE)

    def _page(self, answer: Answer) -> Answer:
        """A refusal of `answer` becomes a page, for a person."""

        async def guarded(request: Request) -> Response:
            try:
                return await answer(request)
            except IdentityRefusal as refusal:
                _note(request, refusal)
                return _explained(refusal, self._path)

        return guarded

    def _secret(self, request: Request) -> str | None:
        return one_secret(_cookie(request, self._cookies.session))

    def _browser(self, request: Request) -> str | None:
        found = _cookie(request, self._cookies.browser)
        return found[0].decode("latin-1") if found and len(found[0]) == SECRET_LENGTH else None


def _cookie(request: Request, name: str) -> list[bytes]:
    given = b";".join(header.encode("latin-1") for header in request.headers.getlist("cookie"))
    return values(given, name.encode())


async def _logout_token(request: Request) -> str:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_LOGOUT:
            raise InvalidToken("malformed")
    fields = parse_qsl(bytes(body).decode("latin-1"), max_num_fields=20)
    tokens = [value for name, value in fields if name == "logout_token"]
    if len(tokens) != 1:
        raise InvalidToken("malformed")
    return tokens[0]


def _data(answer: Answer) -> Answer:
    """A refusal of `answer` becomes JSON, for a script."""

    async def guarded(request: Request) -> Response:
        try:
            return await answer(request)
        except IdentityRefusal as refusal:
            _note(request, refusal)
            return _refused(refusal)

    return guarded


def _note(request: Request, refusal: IdentityRefusal) -> None:
    """For whoever watches over sign-ins; neither secrets nor persons are named."""
    log.info("%s: %s", request.url.path, refusal.message("en"))


def _refused(refusal: IdentityRefusal) -> Response:
    told = {"code": refusal.code, "message": refusal.message("vi")}
    response = JSONResponse(told, refusal.status, headers=PRIVATE)
    response.raw_headers.extend(refusal.headers())
    return response


def _explained(refusal: IdentityRefusal, entrance: str) -> Response:
    body = f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Công Tâm</title></head>
<body><main><h1>Chưa đăng nhập được</h1><p>{escape(refusal.message("vi"))}</p>
<p lang="en">{escape(refusal.message("en"))}</p>
<p><a href="{entrance}/auth/login">Đăng nhập lại</a> · <a href="/">Trang đầu</a></p></main>
</body></html>"""
    headers = {**PRIVATE, "content-security-policy": ALONE}
    response = HTMLResponse(body, refusal.status, headers)
    response.raw_headers.extend(refusal.headers())
    return response
