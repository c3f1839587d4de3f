"""Documents are kept where an agency keeps them; a row has their number, day, hash and link.

One value that deeds take, one check of a hash and of a link, one set of columns.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import CheckConstraint, Column, ColumnElement, Date, LargeBinary, Table, Text, func
from sqlalchemy.schema import SchemaItem

from resolvers.core.arguments import line
from resolvers.core.errors import InvalidInput

MOST_NUMBER = 100
MOST_LINK = 2000
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Document:
    """A document kept elsewhere: its number, its day, and its content's hash or a link to it."""

    number: str
    day: date | None = None
    sha256: str | None = None
    """64 hexadecimal digits, in lower case."""
    url: str | None = None

    def columns(self, prefix: str = "document", *, dated: bool = False) -> dict[str, Any]:
        """As a row keeps it, by the names of `columns`; with `dated` it must have a day.

        Raises TextNotAcceptable and InvalidInput.
        """
        if dated and self.day is None:
            raise InvalidInput(what="document.day", allowed="YYYY-MM-DD", field="document.day")
        number, day, sha256, url = names(prefix)
        return {
            number: line(self.number, "document.number", most=MOST_NUMBER),
            day: self.day,
            sha256: digest(self.sha256, "document.sha256"),
            url: link(self.url, "document.url"),
        }


def names(prefix: str) -> tuple[str, str, str, str]:
    """What the columns of a document are called: number, day, hash and link."""
    if not prefix:
        return "number", "day", "sha256", "url"
    return f"{prefix}_no", f"{prefix}_day", f"{prefix}_sha256", f"{prefix}_url"


def columns(
    prefix: str = "document",
    *,
    null: bool = False,
    dated: bool = False,
    check: str = "sha256_length",
) -> list[SchemaItem]:
    """The columns of a document, not null unless said; with `dated` it always has a day.

    `check` names the constraint on the hash: in a table with several documents, one for each.
    """
    number, day, sha256, url = names(prefix)
    return [
        Column(number, Text, nullable=null),
        Column(day, Date, nullable=null or not dated),
        Column(sha256, LargeBinary),
        Column(url, Text),
        CheckConstraint(f"length({sha256}) = 32", name=check),
    ]


def digest(sha256: str | None, field: str) -> bytes | None:
    """The SHA-256 of a file's content as a column keeps it; raises InvalidInput."""
    if sha256 is None:
        return None
    if not _SHA256.fullmatch(sha256):
        raise InvalidInput(what=field, allowed="64 hexadecimal digits", field=field)
    return bytes.fromhex(sha256)


def link(url: str | None, field: str) -> str | None:
    """A link over https; raises InvalidInput.

    Anything else ("javascript:", "file:") would run something for whoever clicks on it.
    """
    if url is not None and not _is_link(url):
        raise InvalidInput(what=field, allowed="a link that begins with https://", field=field)
    return url


def hash_of(table: Table, name: str = "sha256") -> ColumnElement[str]:
    """The SHA-256 of a document in a row, as people write it."""
    return func.encode(table.c[name], "hex", type_=Text)


def _is_link(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isprintable() and " " not in url
    return plain and len(url) <= MOST_LINK and parts.scheme == "https" and bool(parts.hostname)
