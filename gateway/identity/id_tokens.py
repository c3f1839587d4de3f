"""Who signed in (ID token, OpenID Connect Core 1.0 §3.1.3.7) and who signed out (logout token)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from gateway.identity import claims as claimed
from gateway.identity import signed
from gateway.identity.keys import IssuerKeys
from gateway.identity.refusals import InvalidToken
from gateway.settings.issuers import Issuer

ID_TOKEN_TYPES = frozenset({None, "jwt"})
LOGOUT_TYPES = frozenset({"logout+jwt"})
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
OLDEST_LOGOUT = 600.0
"""Seconds for which a logout token without `exp` is taken: its jti need not be kept for ever."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The person in a checked ID token; `sid` is the issuer's session."""

    iss: str
    sub: str
    sid: str | None
    name: str | None
    personal_number: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignedOut:
    """Whose sessions end: those of `sid`, or all of `sub`; at least one is given."""

    iss: str
    sub: str | None
    sid: str | None
    jti: str
    ends_at: float


class IdTokens:
    """Checks what the portals' issuer says about somebody."""

    def __init__(
        self,
        issuer: Issuer,
        keys: IssuerKeys,
        *,
        client_id: str,
        leeway: int,
        clock: Callable[[], float],
    ) -> None:
        self._issuer, self._keys, self._client_id = issuer, keys, client_id
        self._leeway, self._clock = leeway, clock

    async def signed_in(self, text: str, *, nonce: str | None) -> SignedIn:
        """The person an ID token names; `nonce` is that of the sign-in, None for a renewed token.

        Raises InvalidToken or IssuerAway.
        """
        proven = await self._proven(text, ID_TOKEN_TYPES, {"exp", "iat", "sub"})
        if nonce is not None and proven.get("nonce") != nonce:
            raise InvalidToken("invalid_claim")
        _demand_party(proven, self._client_id)
        name = proven.get("name")
        return SignedIn(
            iss=self._issuer.issuer,
            sub=claimed.subject(proven, self._issuer.claims),
            sid=claimed.text(proven, "sid") if "sid" in proven else None,
            name=name if isinstance(name, str) else None,
            personal_number=claimed.personal_number(proven, self._issuer.claims),
        )

    async def signed_out(self, text: str) -> SignedOut:
        """Whom a logout token (Back-Channel Logout 1.0, section 2.6) signs out.

        Raises InvalidToken or IssuerAway; whether it was used before is for the caller to check.
        """
        proven = await self._proven(text, LOGOUT_TYPES, {"iat", "jti"})
        events = proven.get("events")
        if not isinstance(events, dict) or not isinstance(events.get(LOGOUT_EVENT), dict):
            raise InvalidToken("missing_claim")
        if "nonce" in proven:
            # The one thing that tells an ID token in disguise from a logout token.
            raise InvalidToken("invalid_claim")
        sub = claimed.subject(proven, self._issuer.claims) if "sub" in proven else None
        sid = claimed.text(proven, "sid") if "sid" in proven else None
        if sub is None and sid is None:
            raise InvalidToken("missing_claim")
        return SignedOut(
            iss=self._issuer.issuer,
            sub=sub,
            sid=sid,
            jti=claimed.text(proven, "jti"),
            ends_at=self._last_use(proven),
        )

    async def _proven(self, text: str, types: frozenset[Any], required: set[str]) -> dict[str, Any]:
        token = signed.take_apart(text, types=types, algorithms=self._issuer.algorithms)
        if token.issuer != self._issuer.issuer:
            raise InvalidToken("unknown_issuer")
        proven = await signed.prove(token, self._keys)
        claimed.hold(
            proven,
            issuer=self._issuer.issuer,
            audience=self._client_id,
            required=required,
            now=self._clock(),
            leeway=self._leeway,
        )
        return proven

    def _last_use(self, proven: dict[str, Any]) -> float:
        """The moment after which this logout token is refused as too old."""
        last = float(proven["iat"]) + OLDEST_LOGOUT
        if "exp" in proven:
            last = min(last, float(proven["exp"]))
        if last + self._leeway <= self._clock():
            raise InvalidToken("expired")
        return last + self._leeway


def _demand_party(proven: dict[str, Any], client_id: str) -> None:
    """Several audiences need an authorized party, and a named party must be us (points 4 and 5)."""
    audience, party = proven["aud"], proven.get("azp")
    several = isinstance(audience, list) and len(audience) > 1
    if (several or party is not None) and party != client_id:
        raise InvalidToken("wrong_audience")
