"""A file that one agency keeps and another asks for, and what stands in it."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers import dossier as deeds
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from resolvers.core.seeing import needed, shown
from tests.resolvers.classification.year import DAY, Year

LETTER = Document("88/UBND-NV", date(2026, 12, 1), sha256="ab" * 32)
ENDS = date(2026, 12, 21)
CODES = {"commune": "H40.91", "neighbour": "H40.92", "province": "H40"}
STAFF = {"clerk": "CB-07", "typist": "CB-08", "chair": "CB-01"}


@dataclass(frozen=True)
class Files:
    """The year, and the neighbour's way to a file of the commune."""

    year: Year

    @property
    def town(self) -> Any:
        return self.year.cast.town

    def person(self, name: str) -> UUID:
        found: UUID = self.town.people[name]
        return found

    async def name_everybody(self) -> None:
        for agency, code in CODES.items():
            await self.town.owner.execute(
                "insert into congtam.agency_code (id, agency_id, code, during)"
                " values ($1, $2, $3, daterange('2026-01-01', null))",
                new_id(),
                self.town.agencies[agency],
                code,
            )
        for name, code in STAFF.items():
            await self.town.owner.execute(
                "update congtam.person set staff_code = $1 where id = $2", code, self.person(name)
            )

    async def ask(self, by: str = "registrar", *, today: date = DAY, **changes: Any) -> UUID:
        done: UUID = await self.year.do(by, deeds.ask_dossier, today=today, **self.asked(**changes))
        return done

    def asked(self, **changes: Any) -> dict[str, Any]:
        """What the neighbour asks for."""
        return {
            "unit": self.town.units["neighbour"],
            "agency_code": CODES["commune"],
            "staff_code": STAFF["clerk"],
            "purpose": "appointment",
            "matter": "Bổ nhiệm Phó Trưởng phòng.",
            "document": LETTER,
            **changes,
        }

    async def grant(
        self, request: UUID, by: str = "chair", *, ends: date = ENDS, today: date = DAY
    ) -> UUID:
        at = await self.at("dossier_request", request)
        told = {"request_id": request, "version": at, "ends": ends}
        done: UUID = await self.year.do(by, deeds.grant_dossier, today=today, **told)
        return done

    async def opened(self, **changes: Any) -> UUID:
        """Asked for and granted."""
        return await self.grant(await self.ask(**changes))

    async def read(
        self,
        dossier: UUID,
        by: str = "registrar",
        *,
        purpose: str = "appointment",
        person: str = "clerk",
        today: date = DAY,
    ) -> dict[str, Any]:
        """What one reading shows, as its record keeps it."""
        told = {"dossier_id": dossier, "purpose": purpose, "person": self.person(person)}
        id = await self.year.do(by, deeds.read_dossier, today=today, **told)
        row = await self.year.cast.row("dossier_read", id)
        found = row["shown"]
        return dict(json.loads(found) if isinstance(found, str) else found)

    async def refused(
        self,
        dossier: UUID,
        by: str = "registrar",
        *,
        purpose: str = "appointment",
        person: str = "clerk",
        today: date = DAY,
    ) -> str:
        """The code of the refusal of a reading; nothing is written."""
        told = {"dossier_id": dossier, "purpose": purpose, "person": self.person(person)}
        refusal = await self.year.refused(by, deeds.read_dossier, today=today, **told)
        return str(refusal.code)

    async def at(self, table: str, id: UUID) -> int:
        version: int = (await self.year.cast.row(table, id))["version"]
        return version

    async def sees(self, who: str, table: Table, id: UUID) -> bool:
        """Whether somebody is shown a row; the fence does not keep it back."""
        request = await self.year.cast.request(who, DAY)
        question = select(table.c.id).where(
            shown(table), table.c.id == bindparam("id", type_=UuidType(as_uuid=True))
        )
        binds = {**needed(table, request.reach), "id": id}
        async with self.town.database.reading() as tx:
            found = bool(await tx.rows(question, **binds))
        async with self.town.deed(request.reach) as tx:
            assert bool(await tx.rows(question, **binds)) == found
        return found

    # What stands in the file, laid out by hand.

    async def class_of(
        self, name: str, year: int, level: str, *, notified: bool = True, replaced: bool = False
    ) -> None:
        """The class of a year, decided in the commune."""
        town, round = self.town, await self._round(year)
        await town.owner.execute(
            "insert into congtam.classification (id, year, round_id, agency_id,"
            " classifying_agency_id, managing_agency_id, person_id, posting_id, unit_id, office,"
            " classifying_unit_id, managing_unit_id, scoring_unit_id, quota_set, duty_group,"
            " duty_group_name, state, applied_level, decided_by, decided_at, decision_no,"
            " decision_day, notified_at, replaced_at, replaced_reason, edition)"
            " values ($1, $2, $3, $4, $4, $5, $6, $7, $8, 'member', $9, $10, $8, 'staff', '', '',"
            " 'notified', $11, $12, now(), $13, $14, case when $15 then now() end,"
            " case when $16 then now() end, case when $16 then 'Sửa' end,"
            " case when $16 then 1 else 2 end)",
            new_id(),
            year,
            round,
            town.agencies["commune"],
            town.agencies["province"],
            town.people[name],
            town.postings[name],
            town.units["office"],
            town.units["commune"],
            town.units["province"],
            level,
            town.people["governor"],
            f"{year}/QĐ",
            date(year, 12, 10),
            notified,
            replaced,
        )

    async def _round(self, year: int) -> UUID:
        town = self.town
        known = await town.owner.fetchval(
            "select id from congtam.classification_round where year = $1", year
        )
        if known is not None:
            found: UUID = known
            return found
        id = new_id()
        await town.owner.execute(
            "insert into congtam.classification_round (id, agency_id, managing_agency_id,"
            " classifying_unit_id, managing_unit_id, year, opened_at)"
            " values ($1, $2, $3, $4, $5, $6, now())",
            id,
            town.agencies["commune"],
            town.agencies["province"],
            town.units["commune"],
            town.units["province"],
            year,
        )
        return id

    async def handed(self, name: str, period: date, total: str, to: str = "neighbour") -> None:
        """A month that the commune handed over."""
        town, act = self.town, new_id()
        between = (town.agencies[to], town.units[to], town.people[name])
        giving = (town.agencies["commune"], town.units["office"])
        await town.owner.execute(
            "insert into congtam.handover (id, agency_id, scoring_unit_id, person_id,"
            " from_agency_id, from_scoring_unit_id, year, document_no, handed_by, handed_at)"
            " values ($1, $2, $3, $4, $5, $6, $7, '1', $8, now())",
            act,
            *between,
            *giving,
            period.year,
            town.people["chair"],
        )
        await town.owner.execute(
            "insert into congtam.handed_sheet (id, agency_id, scoring_unit_id, person_id,"
            " from_agency_id, from_scoring_unit_id, handover_id, sheet_id, round, period, days,"
            " role, unit_name, total, level, cites, handed_by, handed_at)"
            " values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, 30, 'staff', 'Văn phòng', $10,"
            " 'GOOD', '{}', $11, now())",
            new_id(),
            *between,
            *giving,
            act,
            new_id(),
            period,
            Decimal(total),
            town.people["chair"],
        )
