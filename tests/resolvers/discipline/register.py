"""Discipline of the town's people, as the personnel officers record it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from resolvers import discipline as deeds
from resolvers.core.documents import Document
from resolvers.core.seeing import needed, shown
from resolvers.discipline import Opening, Ruling
from tests.resolvers.classification.year import DAY, Year

DECISION = Document("15/QĐ-UBND", date(2026, 6, 1), sha256="cc" * 32)
PARTY = Document("07-QĐ/ĐU", date(2026, 5, 20), sha256="dd" * 32)
NOTICE = Document("03/TB-UBND", date(2026, 4, 6), sha256="ee" * 32)
CONCLUSION = Document("21/KL-TTr", date(2026, 12, 1), sha256="ff" * 32)
REPRIMAND = Ruling(
    source="administrative",
    form="reprimand",
    relation="duty",
    about="Chậm giải quyết hồ sơ, gây phiền hà.",
    act_on=date(2026, 3, 2),
    effective_on=date(2026, 6, 5),
    decision=DECISION,
)
OPENING = Opening(
    "administrative", date(2026, 4, 6), "Chậm giải quyết hồ sơ.", NOTICE, date(2026, 3, 10)
)


@dataclass(frozen=True)
class Register:
    """The year, and what is recorded in it."""

    year: Year

    def person(self, name: str) -> UUID:
        return self.year.cast.town.people[name]

    async def record(
        self,
        ruling: Ruling = REPRIMAND,
        name: str = "clerk",
        by: str = "officer",
        *,
        today: date = DAY,
    ) -> UUID:
        told: dict[str, Any] = {"person": self.person(name), "ruling": ruling}
        done: UUID = await self.year.do(by, deeds.record_discipline, today=today, **told)
        return done

    async def refused(
        self, ruling: Ruling, name: str = "clerk", by: str = "officer", *, today: date = DAY
    ) -> str:
        """The code of the refusal of a decision; nothing is written."""
        told: dict[str, Any] = {"person": self.person(name), "ruling": ruling}
        refusal = await self.year.refused(by, deeds.record_discipline, today=today, **told)
        return str(refusal.code)

    async def open(
        self,
        opening: Opening = OPENING,
        name: str = "clerk",
        by: str = "officer",
        *,
        today: date = DAY,
    ) -> UUID:
        told: dict[str, Any] = {"person": self.person(name), "opening": opening}
        done: UUID = await self.year.do(by, deeds.record_procedure, today=today, **told)
        return done

    async def at(self, id: UUID) -> dict[str, Any]:
        """A procedure and its version, as a deed asks for them."""
        row = await self.year.cast.row("discipline_procedure", id)
        return {"procedure": id, "version": row["version"]}

    async def annul(
        self,
        id: UUID,
        because: str = "wrong",
        by: str = "officer",
        *,
        conclusion: Document | None = CONCLUSION,
        today: date = DAY,
    ) -> None:
        row = await self.year.cast.row("discipline_decision", id)
        told: dict[str, Any] = {
            "decision_id": id,
            "version": row["version"],
            "because": because,
            "reason": "Kết luận không có hành vi vi phạm.",
            "conclusion": conclusion,
        }
        await self.year.do(by, deeds.annul_discipline, today=today, **told)

    async def in_force(self, name: str, day: date, by: str = "officer") -> list[Any]:
        """What a gate is told, asked by somebody."""
        return await self._asked(deeds.in_force, name, day, by)

    async def under_way(self, name: str, day: date, by: str = "officer") -> list[Any]:
        """What a gate is told, asked by somebody."""
        return await self._asked(deeds.blocking_procedures, name, day, by)

    async def _asked(self, asked: Any, name: str, day: date, by: str) -> list[Any]:
        request = await self.year.cast.request(by)
        async with self.year.cast.town.deed(request.reach) as tx:
            found: list[Any] = await asked(tx, self.person(name), day)
            return found

    async def sees(self, who: str, table: Table) -> int:
        """How many rows of a table somebody is shown; the fence keeps none of them back."""
        request, question = await self.year.cast.request(who), select(table.c.id)
        asked = question.where(shown(table)), needed(table, request.reach)
        async with self.year.cast.town.database.reading() as tx:
            found = len(await tx.rows(asked[0], **asked[1]))
        async with self.year.cast.town.deed(request.reach) as tx:
            assert len(await tx.rows(asked[0], **asked[1])) == found
        return found
