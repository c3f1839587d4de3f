"""The way to the mail server: encrypted, signed in, and every byte as it was."""

import socket
import ssl
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from gateway.mail import RelaySettings, relay, relay_of
from gateway.settings import Settings
from tests.gateway.mail_server import HOST, MailServer, mail_server
from tests.gateway.outgoing import SENDER, Office, letters

pytest_plugins = ("tests.gateway.outgoing_fixtures",)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that signs itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2025, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2125, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("certificate") / "server.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


class TestTheWayThere:
    @pytest.fixture
    def trusting(self, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
        """The mail server's own context; the program trusts its certificate."""
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        return context

    async def test_is_encrypted_and_signed_in(
        self, office: Office, trusting: ssl.SSLContext
    ) -> None:
        with mail_server(tls_context=trusting, require_starttls=True, auth_required=True) as strict:
            strict.users[b"congtam"] = b"a secret"
            there = RelaySettings(
                "localhost", strict.port, "starttls", SENDER, "congtam", "a secret"
            )
            count = await letters(office)
            assert (await office.send(there)).sent == count
            assert len(strict.taken) == count

    async def test_ends_at_a_wrong_password_without_telling_it(
        self, office: Office, trusting: ssl.SSLContext
    ) -> None:
        with mail_server(tls_context=trusting, require_starttls=True, auth_required=True) as strict:
            there = RelaySettings(
                "localhost", strict.port, "starttls", SENDER, "congtam", "a guess"
            )
            with pytest.raises(OSError, match="535"):
                await office.send(there)
            assert strict.taken == []
        assert "a guess" not in repr(there)
        for row in await office.watch.cast.rows("mail"):
            assert "a guess" not in row["reply"]

    async def test_ends_at_a_certificate_that_nobody_vouches_for(
        self, office: Office, certificate: Path
    ) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        with mail_server(tls_context=context, require_starttls=True) as strict:
            there = RelaySettings("localhost", strict.port, "starttls", SENDER)
            with pytest.raises(ssl.SSLCertVerificationError):
                await office.send(there)
            assert strict.taken == []

    async def test_ends_where_encryption_is_asked_for_and_not_offered(self, office: Office) -> None:
        with pytest.raises(OSError, match="STARTTLS"):
            await office.send(replace(office.relay, security="starttls"))
        assert office.server.taken == []

    def test_is_none_without_a_mail_server(self) -> None:
        assert relay_of(Settings()) is None
        found = relay_of(Settings(smtp_host="mail.example", mail_from=SENDER))
        assert found == RelaySettings("mail.example", 587, "starttls", SENDER)


async def test_a_line_that_begins_with_a_dot_arrives_as_it_is(office: Office) -> None:
    await office.watch.cast.town.owner.execute(
        'update congtam.notice set params = params || \'{"unit": ".hidden"}\''
    )
    talk = relay.connect(office.relay, relay.trusted(office.relay))
    talk.offer("chief@commune.example")
    talk.hand_over(b"Subject: dots\r\n\r\n.one\r\n..two\r\n.\r\n")
    talk.quit()
    (found,) = office.server.taken
    assert found.get_content().split() == [".one", "..two", "."]


class Scripted:
    """A mail server that says what is written down, one answer after the other, and keeps the lines
    that it is told."""

    def __init__(self, *answers: str) -> None:
        self.lines: list[str] = []
        self._answers = ["220 ready", "250-server\r\n250 PIPELINING", *answers, "221 bye"]
        self._door = socket.create_server((HOST, 0))
        self.port: int = self._door.getsockname()[1]
        self._talk = threading.Thread(target=self._listen)

    def __enter__(self) -> "Scripted":
        self._talk.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._talk.join(10)
        self._door.close()

    def _listen(self) -> None:
        talk, _ = self._door.accept()
        with talk, talk.makefile("rwb") as lines:
            for answer in self._answers:
                lines.write(f"{answer}\r\n".encode())
                lines.flush()
                if told := lines.readline():
                    self.lines.append(told.decode().rstrip())


class TestInOneBreath:
    def test_a_letter_and_the_next_offer_are_sent_at_once(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sent: list[bytes] = []
        with mail_server(MailServer(pipelining=True)) as server:
            talk = relay.connect(RelaySettings(HOST, server.port, "none", SENDER), None)
            real = talk._smtp.send
            monkeypatch.setattr(talk._smtp, "send", lambda told: (sent.append(told), real(told)))
            talk.offer("one@commune.example")
            talk.hand_over(b"Subject: one\r\n\r\n1\r\n", then="two@commune.example")
            talk.offer("two@commune.example")
            talk.hand_over(b"Subject: two\r\n\r\n2\r\n")
            assert len(sent) == 3
            talk.quit()
        assert server.addresses == ["one@commune.example", "two@commune.example"]
        assert [each["Subject"] for each in server.taken] == ["one", "two"]

    def test_what_is_refused_and_waited_for_all_the_same_gets_no_words(self) -> None:
        """RFC 2920, section 3.1: a server may say 354 although it took no recipient."""
        answers = ("250 sender", "550 nobody here", "354 go ahead", "554 no recipient", "250 reset")
        with Scripted(*answers) as server:
            talk = relay.connect(RelaySettings(HOST, server.port, "none", SENDER), None)
            with pytest.raises(relay.Refused, match="550 nobody here"):
                talk.offer("chief@commune.example")
            talk.quit()
        assert server.lines[1:] == [
            f"MAIL FROM:<{SENDER}>",
            "RCPT TO:<chief@commune.example>",
            "DATA",
            ".",
            "rset",
            "quit",
        ]

    @pytest.mark.parametrize("end", ["\r\n", "\n"])
    def test_an_address_begins_no_command_of_its_own(self, end: str) -> None:
        with mail_server(MailServer(pipelining=True)) as server:
            talk = relay.connect(RelaySettings(HOST, server.port, "none", SENDER), None)
            talk.offer(f"a@b.example>{end}RCPT TO:<c@d.example")
            talk.hand_over(b"Subject: one\r\n\r\n1\r\n")
            talk.quit()
        assert server.addresses == ["a@b.example"]
