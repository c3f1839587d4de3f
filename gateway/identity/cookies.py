"""The two cookies of an entrance: the session, and the browser that began a sign-in."""

import secrets
from dataclasses import dataclass
from typing import Self

from starlette.responses import Response

from gateway.identity.entrances import PORTAL, Entrance

SECRET_BYTES = 32
SECRET_LENGTH = 43


def new_secret() -> str:
    """256 random bits, as 43 characters that may stand in a cookie or an address."""
    return secrets.token_urlsafe(SECRET_BYTES)


@dataclass(frozen=True, slots=True)
class Cookies:
    """Their names and attributes.

    Over TLS the names begin with `__Host-`: the browser then takes them only from this host itself,
    so that no neighbouring site can plant one.
    """

    session: str
    browser: str
    secure: bool

    @classmethod
    def at(cls, public_url: str, entrance: Entrance = PORTAL) -> Self:
        """The cookies of an entrance of a site reached under `public_url`."""
        secure = public_url.startswith("https://")
        session = f"__Host-{entrance.cookie}" if secure else entrance.cookie
        return cls(session, f"{session}-login", secure)

    def give(self, response: Response, name: str, value: str, seconds: int | None = None) -> None:
        """Set a cookie; without `seconds` it ends with the browser."""
        response.set_cookie(
            name,
            value,
            max_age=seconds,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def take(self, response: Response, name: str) -> None:
        """Have the browser forget a cookie."""
        response.delete_cookie(name, path="/", secure=self.secure, httponly=True, samesite="lax")


def values(header: bytes, name: bytes) -> list[bytes]:
    """Every value that a Cookie header (RFC 6265, section 4.2) gives for `name`."""
    found = []
    for pair in header.split(b";"):
        key, _, value = pair.strip().partition(b"=")
        if key == name:
            found.append(value)
    return found
