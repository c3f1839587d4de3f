"""Who sends a request: by bearer token, by session cookie, or nobody."""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from gateway.identity.cookies import SECRET_LENGTH, Cookies, values
from gateway.identity.entrances import PARTY, PARTY_SCOPE, PORTAL, Entrance
from gateway.identity.refusals import AmbiguousCredentials, CsrfTokenMissing, InvalidToken
from gateway.identity.sessions import Session, Sessions, csrf_token
from gateway.identity.tokens import Tokens

READING = frozenset({"GET", "HEAD", "OPTIONS"})
BEARER = b"bearer "


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asks, proven. `iss` and `sub` name a subject of an issuer; empty for an anonymous one."""

    kind: Literal["bearer", "session", "anonymous"]
    iss: str = ""
    sub: str = ""
    client_id: str = ""
    """The integration client of a bearer token; empty otherwise."""
    session: UUID | None = None
    party: bool = False
    """Came in by the Party's own entrance, or with a token for Party work."""
    personal_number: str | None = field(default=None, repr=False)
    """For the first link of a bearer's subject to a person (`links.person_of`)."""


ANONYMOUS = Identity("anonymous")


class Authenticator:
    """Reads the credentials of a request; `sessions` is None where no portal is configured.

    Of the cookies it knows that of its own entrance alone.
    """

    def __init__(
        self,
        tokens: Tokens,
        sessions: Sessions | None,
        cookies: Cookies,
        entrance: Entrance = PORTAL,
    ) -> None:
        self._tokens, self._sessions = tokens, sessions
        self._party = entrance is PARTY
        self._cookie = cookies.session.encode()

    async def authenticate(self, scope: Mapping[str, Any]) -> Identity:
        """The identity behind an ASGI request.

        Raises InvalidToken, AmbiguousCredentials, CsrfTokenMissing or IssuerAway. A cookie whose
        session has ended is nobody, not an error: public pages stay open to it.
        """
        authorization, secret, csrf = self._credentials(scope["headers"])
        if authorization is not None:
            if secret is not None:
                raise AmbiguousCredentials
            return await self._bearer(authorization)
        if secret is None or self._sessions is None:
            return ANONYMOUS
        demand_csrf(scope["method"], secret, csrf)
        session = await self._sessions.current(secret)
        if session is None:
            return ANONYMOUS
        return self.of(session)

    def of(self, session: Session) -> Identity:
        """Who comes by a session of this entrance."""
        return Identity("session", session.iss, session.sub, session=session.id, party=self._party)

    async def _bearer(self, authorization: bytes) -> Identity:
        if authorization[:7].lower() != BEARER:
            raise InvalidToken("malformed")
        found = await self._tokens.check(authorization[7:].decode("latin-1"))
        return Identity(
            "bearer",
            found.iss,
            found.sub,
            found.client_id,
            party=PARTY_SCOPE in found.scope,
            personal_number=found.personal_number,
        )

    def _credentials(
        self, headers: Iterable[tuple[bytes, bytes]]
    ) -> tuple[bytes | None, str | None, bytes]:
        authorization: bytes | None = None
        cookies: list[bytes] = []
        csrf = b""
        for name, value in headers:
            if name == b"authorization":
                if authorization is not None:
                    raise AmbiguousCredentials
                authorization = value
            elif name == b"cookie":
                cookies += values(value, self._cookie)
            elif name == b"x-csrf-token":
                csrf = value
        return authorization, one_secret(cookies), csrf


def one_secret(cookies: list[bytes]) -> str | None:
    """The session's secret in the cookies of its name; None if there is none of the right shape.

    Raises AmbiguousCredentials for two: one of them may have been planted by a neighbouring site.
    """
    if len(cookies) > 1:
        raise AmbiguousCredentials
    if not cookies or len(cookies[0]) != SECRET_LENGTH:
        return None
    return cookies[0].decode("latin-1")


def demand_csrf(method: str, secret: str, given: bytes) -> None:
    """Raise CsrfTokenMissing if a changing request does not carry its session's token."""
    if method not in READING and not hmac.compare_digest(csrf_token(secret).encode(), given):
        raise CsrfTokenMissing
