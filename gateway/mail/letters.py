"""A notice as a letter (RFC 5322, MIME): in the language of the person written to.

Written out by hand: what the standard library makes of a message with Vietnamese headers takes ten
times as long, and a thousand letters at once are to be on their way in seconds.
"""

from base64 import encodebytes
from collections.abc import Mapping
from datetime import datetime
from email.header import Header
from email.utils import format_datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from resolvers.duties import closing, words

SUBJECT = "[Công Tâm]"
_END = "\r\n"


def message_id(mail: UUID, sender: str) -> str:
    """The letter's Message-ID: the same however often it is sent, so that a mailbox may drop a
    second copy (RFC 5322, section 3.6.4)."""
    return f"<{mail}@{sender.rpartition('@')[2]}>"


def letter(row: Mapping[str, Any], sender: str, now: datetime, inbox: str) -> bytes:
    """The letter of an outbox row with its notice's `kind` and `params`; lines end in CR LF.

    `inbox` is the address at which the whole inbox is. Texts are put into encoded words and into
    base64, so that no line break in them begins another header.
    """
    language = row["language"]
    said = words(row["kind"], row["params"], language)
    headers = {
        "From": f"{_encoded('Công Tâm')} <{sender}>",
        "To": row["address"],
        "Subject": _encoded(f"{SUBJECT} {said.title}"),
        "Date": format_datetime(now),
        "Message-ID": message_id(row["id"], sender),
        "MIME-Version": "1.0",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "base64",
        "Content-Language": language,
        "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office note comes back
    }
    head = "".join(f"{name}: {value}{_END}" for name, value in headers.items())
    body = encodebytes(f"{said.text}\n\n{closing(language)}\n{inbox}\n".encode())
    return head.encode("ascii") + b"\r\n" + body.replace(b"\n", b"\r\n")


@lru_cache(maxsize=256)
def _encoded(text: str) -> str:
    """Encoded words (RFC 2047) on as many lines as it takes; heads get the same titles."""
    return Header(text, "utf-8", header_name="Subject").encode(linesep=_END)
