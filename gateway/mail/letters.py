"""A notice as a letter: headers and one text, in the language of the person written to."""

from collections.abc import Mapping
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from uuid import UUID

from resolvers.duties import closing, words

SUBJECT = "[Công Tâm]"


def message_id(mail: UUID, sender: str) -> str:
    """The letter's Message-ID: the same however often it is sent, so that a mailbox may drop a
    second copy (RFC 5322, section 3.6.4)."""
    return f"<{mail}@{sender.rpartition('@')[2]}>"


def letter(row: Mapping[str, Any], sender: str, now: datetime, inbox: str) -> bytes:
    """The letter of an outbox row with its notice's `kind` and `params`; lines end in CR LF.

    `inbox` is the address at which the whole inbox is.
    """
    language = row["language"]
    said = words(row["kind"], row["params"], language)
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = f"Công Tâm <{sender}>"
    message["To"] = row["address"]
    message["Subject"] = f"{SUBJECT} {said.title}"
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id(row["id"], sender)
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office note comes back
    message.set_content(f"{said.text}\n\n{closing(language)}\n{inbox}\n", cte="quoted-printable")
    message["Content-Language"] = language
    return message.as_bytes()
