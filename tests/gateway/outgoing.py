"""The town with letters in its outbox, a real mail server, and a clock that tests move."""

from datetime import date, datetime, time
from typing import Any

from gateway.clock import VIETNAM
from gateway.mail import RelaySettings, Sent, send_waiting
from tests.gateway.mail_server import HOST, MailServer
from tests.resolvers.duties.watch import Watch

DAY = date(2026, 6, 24)
"""June's sheets are due in seven working days: four heads are reminded."""
NOW = datetime.combine(DAY, time(8), VIETNAM)
INBOX = "https://congtam.example"
SENDER = "congtam@commune.example"


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


async def letters(office: Office) -> int:
    return len(await office.watch.cast.rows("mail"))
