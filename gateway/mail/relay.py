"""The mail server that takes our letters, spoken to by SMTP (RFC 5321) in steps.

The standard library's client, which blocks, so call it in a thread. It is taken apart at the one
place that matters: between the offer of a letter, which the server may still refuse at no cost, and
its handing over, after which nobody can call it back.
"""

import re
import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from gateway.settings import Settings

PATIENCE = 20.0
"""Seconds after which a mail server that does not answer counts as away."""
_TAKEN = 250
_STEPS = (range(200, 300), range(200, 300), range(354, 355))
"""What the server answers to the steps of an offer where it agrees: MAIL, RCPT, DATA."""
_LEADING_DOT = re.compile(rb"(?m)^\.")

Security = Literal["none", "starttls", "tls"]
Answer = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class RelaySettings:
    """Where letters go, and in whose name."""

    host: str
    port: int
    security: Security
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)


class Refused(Exception):
    """The mail server said no, so it did not take the letter; `lasting` if it always will."""

    def __init__(self, code: int, reply: bytes) -> None:
        self.code, self.lasting = code, code >= 500
        self.reply = f"{code} {reply.decode(errors='replace')}"[:500]
        super().__init__(self.reply)


def relay_of(settings: Settings) -> RelaySettings | None:
    """The mail server of the settings; None where none is set."""
    if settings.smtp_host is None or settings.mail_from is None:
        return None
    given = settings.smtp_password
    return RelaySettings(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_security,
        settings.mail_from,
        settings.smtp_user,
        None if given is None else given.get_secret_value(),
    )


class Relay:
    """One conversation with the mail server: for each letter first `offer`, then `hand_over`.

    A server that announces PIPELINING (RFC 2920), as most do, is told in one breath what needs no
    answer in between: a letter and the offer of the next one take one way there and back, not four.
    """

    def __init__(self, smtp: smtplib.SMTP, sender: str) -> None:
        self._smtp, self._sender = smtp, sender
        self._in_one_breath = smtp.has_extn("pipelining")
        self._told_ahead: str | None = None

    def offer(self, address: str) -> None:
        """Name sender and recipient, and wait until the server is ready for the letter.

        Nothing is sent yet that anybody could read. Raises Refused, OSError.
        """
        asked = self._at_once if self._in_one_breath else self._one_by_one
        for answer, wanted in zip(asked(address), _STEPS, strict=True):
            if answer[0] not in wanted:
                self._smtp.rset()
                raise Refused(*answer)

    def hand_over(self, letter: bytes, then: str | None = None) -> str:
        """Send the letter that was offered; what the server answered when it took it.

        `letter` has lines that end in CR LF. `then` is the address that is offered next. Raises
        Refused where the server did not take it. With an OSError nobody knows.
        """
        told = _LEADING_DOT.sub(b"..", letter) + b".\r\n"
        if then is not None and self._in_one_breath:
            told += self._offering(then)
            self._told_ahead = then
        self._smtp.send(told)
        answer = self._smtp.getreply()
        if answer[0] != _TAKEN:
            raise Refused(*answer)
        return f"{answer[0]} {answer[1].decode(errors='replace')}"[:500]

    def quit(self) -> None:
        """End the conversation in order."""
        try:
            self._smtp.quit()
        except OSError:
            self._smtp.close()

    def drop(self) -> None:
        """Break off: a letter that was offered and not handed over is none."""
        self._smtp.close()

    def _one_by_one(self, address: str) -> Iterator[Answer]:
        yield self._smtp.mail(self._sender)
        yield self._smtp.rcpt(address)
        yield self._smtp.docmd("DATA")

    def _at_once(self, address: str) -> list[Answer]:
        if self._told_ahead != address:
            self._smtp.send(self._offering(address))
        self._told_ahead = None
        answers = [self._smtp.getreply() for _ in _STEPS]
        agreed = [answer[0] in wanted for answer, wanted in zip(answers, _STEPS, strict=True)]
        if agreed[-1] and not all(agreed):  # it refuses, and waits for the letter all the same
            self._smtp.send(b".\r\n")
            self._smtp.getreply()
        return answers

    def _offering(self, address: str) -> bytes:
        sender, to = smtplib.quoteaddr(self._sender), smtplib.quoteaddr(address)
        return f"MAIL FROM:{sender}\r\nRCPT TO:{to}\r\nDATA\r\n".encode("ascii")


def trusted(settings: RelaySettings) -> ssl.SSLContext | None:
    """Whom to believe that he is the mail server: whom the system vouches for; None unencrypted.

    Reading its certificates takes longer than many letters: once for many conversations.
    """
    return None if settings.security == "none" else ssl.create_default_context()


def connect(settings: RelaySettings, context: ssl.SSLContext | None) -> Relay:
    """A conversation with the mail server; raises OSError (the errors of `smtplib` are such)."""
    if settings.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            settings.host, settings.port, timeout=PATIENCE, context=context
        )
    else:
        smtp = smtplib.SMTP(settings.host, settings.port, timeout=PATIENCE)
    try:
        if settings.security == "starttls":
            smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()
        if settings.user is not None and settings.password is not None:
            smtp.login(settings.user, settings.password)
    except BaseException:
        smtp.close()
        raise
    return Relay(smtp, settings.sender)
