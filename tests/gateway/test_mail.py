"""Letters: what they say, how they leave, and that none leaves twice."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from gateway.mail import RelaySettings, Sent, outbox, relay, relay_of, send_waiting
from gateway.mail.letters import message_id
from gateway.postgres.roles import Connection
from gateway.settings import Settings
from tests.gateway.mail_server import HOST, MailServer, mail_server
from tests.resolvers.cast import build
from tests.resolvers.duties.watch import Watch
from tests.resolvers.town import build as build_town

DAY = date(2026, 6, 24)
"""June's sheets are due in seven working days: four heads are reminded."""
NOW = datetime.combine(DAY, time(8), VIETNAM)
INBOX = "https://congtam.example"
SENDER = "congtam@commune.example"


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as found:
        yield found


class Office:
    """The town with letters in its outbox, and a clock that tests move."""

    def __init__(self, watch: Watch, server: MailServer) -> None:
        self.watch, self.server, self.now = watch, server, NOW
        self.relay = RelaySettings(HOST, server.port, "none", SENDER)

    async def send(self, settings: RelaySettings | None = None) -> Sent:
        database = self.watch.cast.town.database
        return await send_waiting(database, settings or self.relay, lambda: self.now, INBOX)

    async def states(self) -> dict[str, int]:
        rows = await self.watch.cast.rows("mail")
        found = [row["state"] for row in rows]
        return {state: found.count(state) for state in set(found)}

    async def set(self, **values: Any) -> None:
        for name, value in values.items():
            await self.watch.cast.town.owner.execute(f"update congtam.mail set {name} = $1", value)

    def ids(self) -> list[str]:
        return sorted(str(each["Message-ID"]) for each in self.server.taken)


@pytest_asyncio.fixture
async def office(database: PgDatabase, owner: Connection, mail: MailServer) -> Office:
    """Letters to the chief (in Vietnamese) and the chair (in English)."""
    watch = Watch(await build(await build_town(database, owner)))
    await watch.address("chief", "chief@commune.example")
    await watch.address("chair", "chair@commune.example", "en")
    await watch.sweep(DAY)
    return Office(watch, mail)


async def letters(office: Office) -> int:
    return len(await office.watch.cast.rows("mail"))


class TestALetter:
    async def test_says_what_the_notice_says(self, office: Office) -> None:
        await office.send()
        (found,) = [
            each
            for each in office.server.taken
            if each["To"] == "chief@commune.example" and "03/07/2026" in each["Subject"]
        ]
        assert found["Subject"] == (
            "[Công Tâm] Việc đến hạn ngày 03/07/2026:"
            " Chấm điểm và ký phiếu theo dõi, đánh giá của tháng"
        )
        assert found["From"] == f"Công Tâm <{SENDER}>"
        assert found["Auto-Submitted"] == "auto-generated"
        assert found["Content-Language"] == "vi"
        text = found.get_content()
        assert "office, tháng 06/2026. Hạn cuối là ngày 03/07/2026" in text
        assert INBOX in text

    async def test_is_in_the_persons_language(self, office: Office) -> None:
        await office.send()
        subjects = {
            each["Subject"] for each in office.server.taken if each["To"] == "chair@commune.example"
        }
        assert "[Công Tâm] To be done by 2026-07-03: Score and sign the month's sheets" in subjects

    async def test_has_its_rows_own_message_id(self, office: Office) -> None:
        await office.send()
        rows = await office.watch.cast.rows("mail")
        assert office.ids() == sorted(message_id(row["id"], SENDER) for row in rows)
        assert message_id(UUID(int=7), SENDER).endswith("0007@commune.example>")

    async def test_goes_to_its_person_alone(self, office: Office) -> None:
        await office.send()
        assert set(office.server.addresses) == {"chief@commune.example", "chair@commune.example"}
        for each in office.server.taken:
            assert each["Cc"] is None
            assert each["Bcc"] is None


class TestTheOutbox:
    async def test_is_emptied_once(self, office: Office) -> None:
        count = await letters(office)
        first, second = await office.send(), await office.send()
        assert (first.sent, second.sent) == (count, 0)
        assert len(office.server.taken) == len(set(office.ids())) == count
        assert await office.states() == {"sent": count}

    async def test_is_emptied_in_several_rounds(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(outbox, "BATCH", 2)
        count = await letters(office)
        assert count > 4
        assert (await office.send()).sent == count

    async def test_is_shared_by_several_workers(self, office: Office) -> None:
        count = await letters(office)
        told = await asyncio.gather(*(office.send() for _ in range(4)))
        assert sum(each.sent for each in told) == count
        assert len(set(office.ids())) == len(office.server.taken) == count

    async def test_waits_without_a_mail_server_and_expires(self, office: Office) -> None:
        count = await letters(office)
        database = office.watch.cast.town.database
        assert await send_waiting(database, None, lambda: office.now, INBOX) == Sent()
        assert await office.states() == {"waiting": count}
        office.now += timedelta(days=4)
        await office.send()
        assert await office.states() == {"expired": count}
        assert office.server.taken == []

    async def test_waits_longer_each_time_while_the_mail_server_is_away(
        self, office: Office
    ) -> None:
        count = await letters(office)
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            nowhere = replace(office.relay, port=probe.getsockname()[1])
        waits = []
        for _ in range(3):
            with pytest.raises(OSError, match="refused"):
                await office.send(nowhere)
            (until,) = {row["not_before"] for row in await office.watch.cast.rows("mail")}
            waits.append(until - office.now)
            office.now = until
        assert waits == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
        assert (await office.send()).sent == count

    @pytest.mark.parametrize("where", ["refuse_recipient", "refuse_content"])
    async def test_gives_up_where_the_mail_server_says_never(
        self, office: Office, where: str
    ) -> None:
        count = await letters(office)
        setattr(office.server, where, "550 5.1.1 no such mailbox")
        told = await office.send()
        assert (told.sent, told.refused) == (0, count)
        assert await office.states() == {"refused": count}
        (reply,) = {row["reply"] for row in await office.watch.cast.rows("mail")}
        assert reply == "550 5.1.1 no such mailbox"

    @pytest.mark.parametrize("where", ["refuse_recipient", "refuse_content"])
    async def test_tries_again_where_the_mail_server_says_not_now(
        self, office: Office, where: str
    ) -> None:
        count = await letters(office)
        setattr(office.server, where, "451 4.3.0 come back later")
        assert (await office.send()).put_off == count
        assert (await office.send()).put_off == 0
        setattr(office.server, where, "")
        office.now += timedelta(minutes=2)
        assert (await office.send()).sent == count
        assert len(office.ids()) == count


class TestAWorkerThatDies:
    async def test_before_it_handed_over_loses_its_claim_in_time(self, office: Office) -> None:
        count = await letters(office)
        await office.set(state="claimed", not_before=office.now + outbox.LEASE)
        assert (await office.send()).sent == 0
        office.now += outbox.LEASE
        assert (await office.send()).sent == count

    async def test_while_it_handed_over_is_never_repeated(self, office: Office) -> None:
        count = await letters(office)
        await office.set(state="handing_over", not_before=office.now + outbox.LEASE)
        assert (await office.send()).unknown == 0
        office.now += outbox.LEASE
        assert (await office.send()).unknown == count
        office.now += timedelta(days=1)
        assert (await office.send()).sent == 0
        assert await office.states() == {"unknown": count}
        assert office.server.taken == []

    async def test_a_connection_that_breaks_after_the_letter_counts_the_same(
        self, office: Office
    ) -> None:
        """The mail server took it, and nobody heard so: it is not sent again."""
        count = await letters(office)
        office.server.hang_up_after = True
        with pytest.raises(OSError, match=r"closed|reset|unexpectedly"):
            await office.send()
        office.server.hang_up_after = False
        taken = len(office.server.taken)
        assert taken == min(outbox.LINES, count)
        office.now += timedelta(hours=1)
        told = await office.send()
        assert (told.sent, told.unknown) == (count - taken, taken)
        assert len(set(office.ids())) == len(office.server.taken) == count

    async def test_that_lost_its_claim_sends_nothing_any_more(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Slower than the lease: the row is another worker's when this one would hand it over."""
        offered, go_on = threading.Event(), threading.Event()
        real = relay.Relay.offer

        def slow(self: relay.Relay, address: str) -> None:
            real(self, address)
            offered.set()
            go_on.wait(10)

        monkeypatch.setattr(relay.Relay, "offer", slow)
        sending = asyncio.create_task(office.send())
        await asyncio.to_thread(offered.wait, 10)
        await office.set(not_before=office.now + 2 * outbox.LEASE)
        go_on.set()
        with pytest.raises(ConnectionAbortedError):
            await sending
        assert office.server.taken == []
        assert await office.states() == {"claimed": await letters(office)}


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
    talk = relay.connect(office.relay)
    talk.offer("chief@commune.example")
    talk.hand_over(b"Subject: dots\r\n\r\n.one\r\n..two\r\n.\r\n")
    talk.quit()
    (found,) = office.server.taken
    assert found.get_content().split() == [".one", "..two", "."]
