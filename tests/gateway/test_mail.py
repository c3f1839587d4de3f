"""Letters: what they say, how they leave, and that none leaves twice."""

import asyncio
import socket
import threading
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from gateway.mail import Sent, outbox, relay, send_waiting
from gateway.mail.letters import message_id
from tests.gateway.mail_server import HOST
from tests.gateway.outgoing import INBOX, SENDER, Office, letters

pytest_plugins = ("tests.gateway.outgoing_fixtures",)


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
            " Chấm điểm và ký phiếu theo dõi, đánh giá của kỳ"
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
        assert "[Công Tâm] To be done by 2026-07-03: Score and sign the period's sheets" in subjects

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

    async def test_is_emptied_past_an_address_that_is_refused(self, office: Office) -> None:
        count = await letters(office)
        office.server.refuse_recipient = "550 5.1.1 no such mailbox"
        office.server.refused = "chair@commune.example"
        told = await office.send()
        of_chair = len(await office.watch.cast.rows("mail", "address = $1", office.server.refused))
        assert 0 < of_chair < count
        assert (told.sent, told.refused) == (count - of_chair, of_chair)
        assert set(office.server.addresses) == {"chief@commune.example"}
        assert await office.states() == {"sent": count - of_chair, "refused": of_chair}

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
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The mail server took it, and nobody heard so: it is not sent again."""
        monkeypatch.setattr(outbox, "BATCH", 1)
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
