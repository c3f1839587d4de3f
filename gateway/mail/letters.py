"""A notice as a letter: headers and one text, in the language of the person written to."""

from collections.abc import Mapping
from datetime import datetime
from email.header import Header
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from typing import Any
from uuid import UUID

from resolvers.duties import closing, words

SUBJECT = "[Công Tâm]"
UTF8 = "utf-8"
_POLICY = compat32.clone(linesep="\r\n")
"""The older of the standard library's two: with Vietnamese headers it is twenty times as fast."""


def message_id(mail: UUID, sender: str) -> str:
    """The letter's Message-ID: the same however often it is sent, so that a mailbox may drop a
    second copy (RFC 5322, section 3.6.4)."""
    return f"<{mail}@{sender.rpartition('@')[2]}>"


def letter(row: Mapping[str, Any], sender: str, now: datetime, inbox: str) -> bytes:
    """The letter of an outbox row with its notice's `kind` and `params`; lines end in CR LF.

    `inbox` is the address at which the whole inbox is. Texts of people are put into encoded words,
    so that no line break in them begins another header.
    """
    language = row["language"]
    said = words(row["kind"], row["params"], language)
    message = MIMEText(f"{said.text}\n\n{closing(language)}\n{inbox}\n", "plain", UTF8)
    message["From"] = f"{Header('Công Tâm', UTF8).encode()} <{sender}>"
    message["To"] = row["address"]
    message["Subject"] = Header(f"{SUBJECT} {said.title}", UTF8, header_name="Subject")
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id(row["id"], sender)
    message["Content-Language"] = language
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office note comes back
    return message.as_bytes(policy=_POLICY)
