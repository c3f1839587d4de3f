"""The clock over the town: sweeps on any day, and what they left behind, told by names.

governor (province) ── chair (commune) ── chief (office), curator (culture)
                    └─ stranger (neighbour), who scores nobody
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from gateway.clock import VIETNAM
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.duties import Swept, sweep_duties
from resolvers.people import reach_of_operator
from tests.resolvers.cast import MONTH, Cast

SCORING = ("province", "commune", "office", "culture")


@dataclass(frozen=True)
class Watch:
    """The cast, and the clock."""

    cast: Cast

    async def sweep(self, day: date, at: time = time(8)) -> Swept:
        """One sweep in its own transaction, as the worker does it."""
        now = datetime.combine(day, at, VIETNAM)
        database = self.cast.town.database
        async with database.reading() as tx:
            reach = await reach_of_operator(tx, day)
        request = Request(reach, now, day, channel="worker")
        async with database.writing(reach) as tx:
            return await sweep_duties(tx, request)

    async def duty(self, kind: str, unit: str, period: date) -> Any:
        (found,) = await self.cast.rows(
            "duty",
            "kind = $1 and unit_id = $2 and period = $3",
            kind,
            self.cast.town.units[unit],
            period,
        )
        return found

    async def notices(self, kind: str, unit: str, period: date = MONTH) -> list[tuple[str, str]]:
        """What was told about a unit's step of a kind: (the notice's kind, to whom)."""
        found = await self.cast.town.owner.fetch(
            "select n.kind, n.person_id from congtam.notice n join congtam.duty d on d.id = duty_id"
            " where d.kind = $1 and d.unit_id = $2 and d.period = $3 order by n.created_at, n.kind",
            kind,
            self.cast.town.units[unit],
            period,
        )
        return [(row["kind"], self.name(row["person_id"])) for row in found]

    def name(self, person: UUID) -> str:
        return {id: name for name, id in self.cast.town.people.items()}[person]

    async def address(self, name: str, email: str, language: str = "vi") -> None:
        """A person's address, from the first day on."""
        await self.cast.town.owner.execute(
            "insert into congtam.contact (id, agency_id, person_id, email, language, during)"
            " select $1, agency_id, id, $2, $3, daterange('2026-01-01', null)"
            " from congtam.person where id = $4",
            new_id(),
            email,
            language,
            self.cast.town.people[name],
        )
