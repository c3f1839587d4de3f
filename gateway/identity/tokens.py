"""Bearer tokens of the API: JWT access tokens (RFC 9068) of trusted issuers only."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from typing import Any

from gateway.identity import claims as claimed
from gateway.identity import signed
from gateway.identity.keys import IssuerKeys
from gateway.identity.refusals import InvalidToken
from gateway.settings.issuers import Issuer

TYPES = frozenset({"at+jwt"})
REQUIRED = frozenset({"exp", "iat", "jti"})
MOST_REMEMBERED = 10_000
RECHECK = 300.0
"""Seconds after which a token is checked again, so that a withdrawn key ends its tokens."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a checked access token says: who, until when, through which client; never a role."""

    iss: str
    sub: str
    client_id: str
    exp: float
    jti: str
    scope: frozenset[str]
    personal_number: str | None = field(default=None, repr=False)
    """Only where the issuer's mapping names the claim; for the first link to a person."""


@dataclass(frozen=True, slots=True)
class TrustedIssuer:
    """One issuer with its keys."""

    settings: Issuer
    keys: IssuerKeys


class Tokens:
    """Checks bearer tokens and remembers those that passed, by their digest, until they expire."""

    def __init__(
        self, issuers: Iterable[TrustedIssuer], *, leeway: int, clock: Callable[[], float]
    ) -> None:
        self._issuers: Mapping[str, TrustedIssuer] = {
            issuer.settings.issuer: issuer for issuer in issuers
        }
        self._algorithms = frozenset(
            name for issuer in self._issuers.values() for name in issuer.settings.algorithms
        )
        self._leeway, self._clock = leeway, clock
        self._remembered: dict[bytes, tuple[float, Claims]] = {}

    async def check(self, bearer: str) -> Claims:
        """What the token says, once it is proven.

        Raises InvalidToken with its reason, or IssuerAway if its issuer's keys were never fetched.
        """
        now = self._clock()
        digest = sha256(bearer.encode("utf-8", "surrogateescape")).digest()
        remembered = self._remembered.get(digest)
        if remembered is not None and now < remembered[0]:
            return remembered[1]
        found = await self._checked(bearer, now)
        self._remember(digest, found, now)
        return found

    async def _checked(self, bearer: str, now: float) -> Claims:
        token = signed.take_apart(bearer, types=TYPES, algorithms=self._algorithms)
        issuer = self._issuers.get(token.issuer)
        if issuer is None:
            raise InvalidToken("unknown_issuer")
        if token.algorithm not in issuer.settings.algorithms:
            raise InvalidToken("algorithm_refused")
        proven = await signed.prove(token, issuer.keys)
        return self._read(proven, issuer.settings, now)

    def _read(self, proven: dict[str, Any], issuer: Issuer, now: float) -> Claims:
        claimed.hold(
            proven,
            issuer=issuer.issuer,
            audience=issuer.audience,
            required=set(REQUIRED),
            now=now,
            leeway=self._leeway,
        )
        scope = proven.get("scope")
        return Claims(
            iss=issuer.issuer,
            sub=claimed.subject(proven, issuer.claims),
            client_id=_client(proven),
            exp=float(proven["exp"]),
            jti=claimed.text(proven, "jti"),
            scope=frozenset(scope.split()) if isinstance(scope, str) else frozenset(),
            personal_number=claimed.personal_number(proven, issuer.claims),
        )

    def _remember(self, digest: bytes, found: Claims, now: float) -> None:
        if len(self._remembered) >= MOST_REMEMBERED:
            for oldest in list(islice(self._remembered, MOST_REMEMBERED // 4)):
                del self._remembered[oldest]
        # Taken out first, so that a token checked again counts as young.
        self._remembered.pop(digest, None)
        self._remembered[digest] = min(found.exp + self._leeway, now + RECHECK), found


def _client(proven: dict[str, Any]) -> str:
    # RFC 9068 says client_id; Keycloak says azp unless it is told otherwise.
    return claimed.text(proven, "client_id" if "client_id" in proven else "azp")
