"""An issuer's public keys: fetched, kept, renewed, and still served while the issuer is away."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey
from joserfc.util import base64_to_int

from gateway.identity.discovery import Discovery
from gateway.identity.outbound import Outbound
from gateway.identity.refusals import InvalidToken, IssuerAway
from gateway.settings.issuers import Issuer

KEY_TYPES = {"RS256": "RSA", "ES256": "EC"}
SHORTEST_RSA = 2048
PAUSE = 30.0
"""Seconds between two fetches forced by unknown keys, so that invented key ids cost us nothing."""
PAUSE_WITHOUT_KEYS = 2.0

Key = RSAKey | ECKey

log = logging.getLogger(__name__)


class IssuerKeys:
    """The keys of one issuer, found by key id.

    They are fetched at the first need and again, beside the requests, when older than `lifetime`
    seconds. An unknown key id forces one fetch, shared by all who wait for it, at most every PAUSE.
    """

    def __init__(
        self,
        issuer: Issuer,
        discovery: Discovery,
        outbound: Outbound,
        *,
        lifetime: float,
        clock: Callable[[], float],
    ) -> None:
        self._issuer, self._discovery, self._outbound = issuer, discovery, outbound
        self._lifetime, self._clock = lifetime, clock
        self._keys: dict[tuple[str, str], Key] = {}
        self._renew_at = 0.0
        self._not_before = 0.0
        self._fetching: asyncio.Task[None] | None = None

    @property
    def held(self) -> bool:
        """Whether tokens can be checked now, even if the issuer goes away."""
        return bool(self._keys)

    async def find(self, kid: str, algorithm: str) -> Key:
        """The key `kid` for `algorithm`.

        Raises InvalidToken("unknown_key"), or IssuerAway if no key was ever fetched.
        """
        wanted = kid, KEY_TYPES[algorithm]
        if wanted in self._keys:
            if self._clock() >= self._renew_at:
                self._fetch_beside()
            return self._keys[wanted]
        await self.fetch()
        if not self._keys:
            raise IssuerAway
        if wanted not in self._keys:
            raise InvalidToken("unknown_key")
        return self._keys[wanted]

    async def fetch(self) -> None:
        """Fetch the keys now, unless that was done a moment ago; a failure keeps the old ones."""
        now = self._clock()
        if self._fetching is None:
            if now < self._not_before:
                return
            # The very first keys are no answer to an invented key id: they start no pause.
            self._not_before = now + PAUSE if self._keys else 0.0
            self._fetch_beside()
        assert self._fetching is not None
        # Shielded: one request that gives up must not take the answer from those who wait with it.
        await asyncio.shield(self._fetching)

    def _fetch_beside(self) -> None:
        if self._fetching is None:
            self._fetching = asyncio.create_task(self._fetch())

    async def _fetch(self) -> None:
        try:
            url = self._issuer.jwks_url or (await self._discovery.endpoints()).keys
            keys = _readable(await self._outbound.document(url))
            if not keys:
                raise IssuerAway
            self._keys = keys
            self._renew_at = self._clock() + self._lifetime
        except IssuerAway:
            now = self._clock()
            self._renew_at = now + PAUSE
            if not self._keys:
                self._not_before = now + PAUSE_WITHOUT_KEYS
            log.warning("the keys of %s could not be fetched", self._issuer.issuer)
        finally:
            self._fetching = None


def _readable(document: dict[str, Any]) -> dict[tuple[str, str], Key]:
    """The signing keys of a JWK set (RFC 7517) that we can use; others are passed over."""
    keys = {}
    entries = document.get("keys")
    for entry in entries if isinstance(entries, list) else []:
        key = _signing_key(entry)
        if key is not None:
            keys[str(entry["kid"]), key.key_type] = key
    return keys


def _signing_key(entry: Any) -> Key | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("kid"), str):
        return None
    if entry.get("use", "sig") != "sig" or entry.get("kty") not in KEY_TYPES.values():
        return None
    try:
        # Measured before it is imported: the library warns of a short key, but takes it.
        if entry["kty"] == "RSA" and base64_to_int(entry["n"]).bit_length() < SHORTEST_RSA:
            return None
        key = JWKRegistry.import_key(entry)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    if isinstance(key, ECKey):
        return key if key.curve_name == "P-256" else None
    return key if isinstance(key, RSAKey) else None
