"""Keeps an issuer's tokens unreadable in the database, and derives each key from the one secret."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


class Unreadable(Exception):
    """What was kept was not sealed with this key, for this place."""


class Vault:
    """Seals bytes with AES-256-GCM under a key derived from `secret` for one `purpose`."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        key = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode())
        self._cipher = AESGCM(key.derive(secret))

    def seal(self, plain: bytes, place: bytes) -> bytes:
        """`plain`, unreadable; it opens only with the same `place` (the row it belongs to)."""
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, plain, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """What `seal` was given. Raises Unreadable: another secret, another place, or tampering."""
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], place)
        except (InvalidTag, ValueError) as fault:
            raise Unreadable from fault
