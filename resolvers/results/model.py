"""The values of this slice: the document behind an absence."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from resolvers.core.arguments import line
from resolvers.core.errors import InvalidInput

MOST_REASON = 2000
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Document:
    """A document kept elsewhere: its number, its day, and its content's hash or a link to it."""

    number: str
    day: date | None = None
    sha256: str | None = None
    """64 hexadecimal digits, in lower case."""
    url: str | None = None

    def columns(self) -> dict[str, object]:
        """As a row keeps it; raises TextNotAcceptable and InvalidInput."""
        if self.sha256 is not None and not _SHA256.fullmatch(self.sha256):
            raise InvalidInput(
                what="document.sha256", allowed="64 hexadecimal digits", field="document.sha256"
            )
        if self.url is not None and not _is_link(self.url):
            raise InvalidInput(
                what="document.url",
                allowed="a link that begins with https://",
                field="document.url",
            )
        return {
            "document_no": line(self.number, "document.number", most=100),
            "document_day": self.day,
            "document_sha256": None if self.sha256 is None else bytes.fromhex(self.sha256),
            "document_url": self.url,
        }


def _is_link(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isprintable() and " " not in url
    return plain and len(url) <= 2000 and parts.scheme == "https" and bool(parts.hostname)
