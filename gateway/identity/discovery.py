"""Where an issuer's doors are (OpenID Connect Discovery 1.0, RFC 8414)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gateway.identity.outbound import Outbound
from gateway.identity.refusals import IssuerAway
from gateway.settings.issuers import Issuer, web_address

PAUSE = 30.0
"""Seconds for which an issuer that did not answer is left alone, while its old addresses serve."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """An issuer's addresses; None for what it does not offer."""

    keys: str
    authorization: str | None
    token: str | None
    end_session: str | None
    revocation: str | None
    names_itself: bool
    """Its answers to the browser carry `iss` (RFC 9207), so one without it is not its answer."""


class Discovery:
    """Asks an issuer for its addresses every `lifetime` seconds; keeps the old while it is away."""

    def __init__(
        self, issuer: Issuer, outbound: Outbound, *, lifetime: float, clock: Callable[[], float]
    ) -> None:
        self._issuer, self._outbound = issuer, outbound
        self._lifetime, self._clock = lifetime, clock
        self._known: Endpoints | None = None
        self._ask_at = 0.0

    async def endpoints(self) -> Endpoints:
        """Raises IssuerAway if the issuer was never reached or describes another issuer."""
        now = self._clock()
        if self._known is None or now >= self._ask_at:
            try:
                found = await self._outbound.document(self._issuer.metadata_url)
                self._known = _read(found, self._issuer.issuer)
                self._ask_at = now + self._lifetime
            except IssuerAway:
                if self._known is None:
                    raise
                self._ask_at = now + PAUSE
        return self._known


def _read(found: dict[str, Any], issuer: str) -> Endpoints:
    # Section 4.3: the issuer in the document must be the one asked, or somebody else answers.
    if found.get("issuer") != issuer:
        raise IssuerAway
    keys = _address(found, "jwks_uri")
    if keys is None:
        raise IssuerAway
    return Endpoints(
        keys=keys,
        authorization=_address(found, "authorization_endpoint"),
        token=_address(found, "token_endpoint"),
        end_session=_address(found, "end_session_endpoint"),
        revocation=_address(found, "revocation_endpoint"),
        names_itself=found.get("authorization_response_iss_parameter_supported") is True,
    )


def _address(found: dict[str, Any], name: str) -> str | None:
    value = found.get(name)
    if value is None:
        return None
    try:
        return web_address(value)
    except (TypeError, ValueError, AttributeError) as fault:
        raise IssuerAway from fault
