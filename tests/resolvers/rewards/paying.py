"""The commune's money: its officer prepares, the chair approves, the governor decides the chair's.

Ten people: those whom the chair classifies, and the chair himself.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from resolvers import rewards as deeds
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from tests.resolvers.classification.year import COMMUNE, Year

QUARTER = date(2026, 7, 1)
EARLY = date(2026, 6, 20)
"""When the agency lays its rules down: before the quarter that they are for."""
DAY = date(2026, 10, 8)
PAPER = Document("15/QĐ-UBND", date(2026, 6, 20), sha256="ab" * 32)
DECISION = Document("201/QĐ-UBND", DAY, sha256="cd" * 32)
SALARIES = Decimal(5_000_000_000)
PARTS = {"quarter": 120_000_000, "half_year": 80_000_000, "year": 200_000_001, "ad_hoc": 50_000_000}
RULES = (
    deeds.SpanRule("quarter", Decimal("0.25"), Decimal(3), Decimal("2.4"), Decimal(1)),
    deeds.SpanRule("half_year", Decimal("0.5"), Decimal(3), Decimal("2.4"), Decimal(1)),
    deeds.SpanRule("year", Decimal(1), Decimal(3), Decimal("2.4"), Decimal(1)),
)
AWARDS = (
    deeds.AwardRule("M1", "Thành tích đột xuất, 5 đến 8 điểm", base_salaries=Decimal(3)),
    deeds.AwardRule("M2", "Sáng kiến cấp cơ sở", amount=Decimal(2_000_000)),
)
EVERYBODY = (*COMMUNE, "chair")
LEVELS = {"clerk": "EXCELLENT", "typist": "COMPLETED", "archivist": "NOT_COMPLETED"}
"""By name; everybody else is good."""


@dataclass(frozen=True)
class Paying:
    """The year's people, and the steps of a list, each as the person whose step it is."""

    year: Year

    @property
    def town(self) -> Any:
        return self.year.cast.town

    @property
    def agency(self) -> UUID:
        found: UUID = self.town.agencies["commune"]
        return found

    async def do(self, name: str, deed: Any, /, *, today: date = DAY, **arguments: Any) -> Any:
        return await self.year.cast.do(name, deed, today=today, **arguments)

    async def refused(self, name: str, deed: Any, /, *, today: date = DAY, **arguments: Any) -> str:
        refusal = await self.year.cast.refused(name, deed, today=today, **arguments)
        return refusal.code

    async def rows(self, table: str, where: str = "true", *values: Any) -> list[Any]:
        return await self.year.cast.rows(table, where, *values)

    async def row(self, table: str, id: UUID) -> Any:
        return await self.year.cast.row(table, id)

    async def fund(
        self, parts: dict[str, int] | None = None, *, kind: str = "bonus", today: date = EARLY
    ) -> UUID:
        """The commune's fund of 2026, a tenth of the salary fund where it is the bonus fund."""
        if kind == "bonus" and not await self.rows("salary_fund"):
            told = {"agency": self.agency, "year": 2026, "amount": SALARIES, "document": PAPER}
            await self.do("officer", deeds.record_salary_fund, today=today, **told)
        shares = [
            deeds.PartOfFund(span, Decimal(amount)) for span, amount in (parts or PARTS).items()
        ]
        options: dict[str, Any] = {} if kind == "bonus" else {"amount": Decimal(10**9)}
        done: UUID = await self.do(
            "chair",
            deeds.set_bonus_fund,
            today=today,
            agency=self.agency,
            kind=kind,
            year=2026,
            parts=shares,
            document=PAPER,
            **options,
        )
        return done

    async def propose(self, *rules: deeds.SpanRule, **options: Any) -> UUID:
        told = {
            "agency": self.agency,
            "title": "Quy chế tiền thưởng",
            "scope": "Công chức của xã.",
            "remainder": "largest",
            "spans": rules or RULES,
            "awards": AWARDS,
            **options,
        }
        done: UUID = await self.do("officer", deeds.propose_reward_regulation, today=EARLY, **told)
        return done

    async def regulated(self, *rules: deeds.SpanRule, **options: Any) -> UUID:
        """The regulation, in force before the quarter begins."""
        id = await self.propose(*rules, **options)
        told = {"regulation": id, "version": 1, "begins": EARLY, "decision": PAPER}
        done: UUID = await self.do("chair", deeds.approve_reward_regulation, today=EARLY, **told)
        return done

    async def laid_down(self) -> None:
        """Fund and regulation."""
        await self.fund()
        await self.regulated()

    async def rated(self, levels: dict[str, str] | None = None, *without: str) -> None:
        """The results of the quarter of everybody but those named."""
        for name in EVERYBODY:
            if name not in without:
                await self.result(name, {**LEVELS, **(levels or {})}.get(name, "GOOD"))

    async def result(
        self, name: str, level: str | None, *, because: str = "", span: str = "quarter"
    ) -> UUID:
        """A new edition of a person's result; `because` where the law rates him not."""
        id, months = new_id(), {"quarter": 3, "half_year": 6}[span]
        unit = await self.town.owner.fetchrow(
            "select agency_id, unit_id from congtam.posting where id = $1",
            self.town.postings[name],
        )
        await self.town.owner.execute(
            "update congtam.result set replaced_at = now() where person_id = $1 and span = $2"
            " and replaced_at is null",
            self.town.people[name],
            span,
        )
        await self.town.owner.execute(
            "insert into congtam.result (id, agency_id, scoring_unit_id, person_id, span, period,"
            " days, total, raw_total, level, rated, not_rated_because, months_worked, provisional,"
            " entries, switches, cites, edition, known, computed_at, fingerprint, inputs)"
            " select $1, $2, $3, $4, $5, $6, d, null, null, $7, $8, $9, 3, false, '[]', '{}', '{}',"
            " (select count(*) + 1 from congtam.result where person_id = $4 and span = $5), $10,"
            " now(), '', congtam.result_inputs($4, d) from (select daterange($6::date,"
            " ($6::date + make_interval(months => $11))::date) d) s",
            id,
            unit["agency_id"],
            unit["unit_id"],
            self.town.people[name],
            span,
            QUARTER,
            level,
            level is not None and level != "INSUFFICIENT_DATA",
            because or ("INSUFFICIENT_DATA" if level == "INSUFFICIENT_DATA" else ""),
            DAY,
            months,
        )
        return id

    async def draw(self, span: str = "quarter", period: date = QUARTER, **options: Any) -> UUID:
        told = {"agency": self.agency, "kind": "bonus", "span": span, "period": period, **options}
        done: UUID = await self.do("officer", deeds.draw_reward_list, **told)
        return done

    async def at(self, id: UUID) -> dict[str, Any]:
        return {"list": id, "version": (await self.row("reward_list", id))["version"]}

    async def proposed(self, id: UUID) -> UUID:
        await self.do("officer", deeds.propose_reward_list, **await self.at(id))
        return id

    async def approved(self, id: UUID) -> UUID:
        await self.proposed(id)
        told = {**await self.at(id), "decision": DECISION}
        await self.do("chair", deeds.approve_reward_list, **told)
        return id

    async def lines(self, id: UUID) -> dict[str, Any]:
        """The lines of a list, by name."""
        names = {person: name for name, person in self.town.people.items()}
        found = await self.rows("reward_line", "list_id = $1", id)
        return {names[row["person_id"]]: row for row in found}

    async def amounts(self, id: UUID) -> dict[str, int]:
        return {name: int(row["amount"]) for name, row in (await self.lines(id)).items()}

    async def committed(self, span: str = "quarter") -> tuple[int, int]:
        """What is taken from the fund, and from its part for a span."""
        (part,) = await self.rows("fund_part", "span = $1", span)
        fund = await self.row("bonus_fund", part["fund_id"])
        return int(fund["committed"]), int(part["committed"])

    async def salary(self, name: str, coefficient: str | None, begins: date = EARLY) -> UUID:
        by = "officer" if name != "officer" else None
        if by is None:
            return await self._by_hand(name, coefficient, begins)
        told = {
            "person": self.town.people[name],
            "coefficient": None if coefficient is None else Decimal(coefficient),
            "begins": begins,
            "document": PAPER,
        }
        done: UUID = await self.do(by, deeds.record_salary, **told)
        return done

    async def _by_hand(self, name: str, coefficient: str | None, begins: date) -> UUID:
        """The officer's own salary, which the operator imports."""
        id = new_id()
        await self.town.owner.execute(
            "insert into congtam.salary_fact (id, agency_id, person_id, coefficient, during,"
            " document_no, recorded_at)"
            " values ($1, $2, $3, $4, daterange($5, null), '1/QĐ', now())",
            id,
            self.agency,
            self.town.people[name],
            None if coefficient is None else Decimal(coefficient),
            begins,
        )
        return id
