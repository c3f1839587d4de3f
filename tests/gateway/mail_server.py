"""A real mail server (SMTP) for tests: what it took, and what it refuses."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

HOST = "127.0.0.1"


@dataclass
class MailServer:
    """What a mail server does with each letter; `taken` are those it said 250 to."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    refuse_recipient: str = ""
    """An answer to RCPT TO, such as "550 5.1.1 no such mailbox"."""
    refused: str = ""
    """The one address that is answered so; without it every address."""
    refuse_content: str = ""
    """An answer to the letter itself."""
    hang_up_after: bool = False
    """Take the letter, and break the connection instead of saying so."""
    users: dict[bytes, bytes] = field(default_factory=dict)
    pipelining: bool = False
    """Announce that it takes several commands at once (RFC 2920)."""

    async def handle_EHLO(
        self, server: SMTP, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        name, *able = responses
        return [name, *(["250-PIPELINING"] if self.pipelining else []), *able]

    async def handle_RCPT(
        self, server: SMTP, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.refuse_recipient and self.refused in ("", address):
            return self.refuse_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        if self.refuse_content:
            return self.refuse_content
        self.keep(envelope.content)
        self.addresses.extend(envelope.rcpt_tos)
        if self.hang_up_after:
            assert server.transport is not None
            server.transport.abort()
        return "250 OK"

    def keep(self, content: bytes) -> None:
        """Have a letter that was taken."""
        found = message_from_bytes(content, policy=policy.default)
        assert isinstance(found, EmailMessage)
        self.taken.append(found)

    def authenticate(
        self, server: SMTP, session: Any, envelope: Any, mechanism: str, given: Any
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        known = self.users.get(given.login) == given.password
        return AuthResult(success=known, handled=False)


@contextmanager
def mail_server(found: MailServer | None = None, **options: Any) -> Iterator[MailServer]:
    """A mail server on a free port, in a thread of its own."""
    found = found or MailServer()
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        found.port = probe.getsockname()[1]
    controller = Controller(found, HOST, found.port, authenticator=found.authenticate, **options)
    controller.start()
    try:
        yield found
    finally:
        controller.stop()
