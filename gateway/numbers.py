"""Keeps personal numbers unreadable at rest, and finds them again (`resolvers.people.Sealer`)."""

import hashlib
import hmac

from gateway.identity.vault import Vault

PURPOSE = "congtam personal numbers"


class NumberSealer:
    """Seals with one key derived from the installation's secret, and hashes with another."""

    def __init__(self, secret: bytes) -> None:
        self._vault = Vault(secret, PURPOSE)
        self._key = hmac.digest(secret, f"{PURPOSE}: look-up".encode(), hashlib.sha256)

    def seal(self, clear: bytes) -> bytes:
        """The text encrypted and authenticated; differs each time."""
        return self._vault.seal(clear, b"person")

    def hash(self, clear: bytes) -> bytes:
        """A keyed hash, the same each time."""
        return hmac.digest(self._key, clear, hashlib.sha256)
