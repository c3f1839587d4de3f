"""The town at work: a product list, a month with sheets, and somebody for every relation.

Who scores whom (art. 10.1), as the town stands:

    governor ── chair ── vice, chief, curator
                          chief ── assistant, clerk, leader, typist
                                   curator ── archivist
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import evaluations, work
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.evaluations import CODES, Leadership
from resolvers.people import reach_of_person
from resolvers.work import Evidence
from tests.resolvers.town import FOUNDED, Town, person, posting

MONTH = date(2026, 6, 1)
LATER = date(2026, 7, 1)
DAY = date(2026, 6, 15)
"""The day on which a deed is done unless a test says another."""
DUE = date(2026, 6, 30)
SCORED_BY = {
    "chair": "governor",
    "vice": "chair",
    "chief": "chair",
    "curator": "chair",
    "assistant": "chief",
    "clerk": "chief",
    "leader": "chief",
    "typist": "chief",
    "archivist": "curator",
}
FULL = dict(zip(CODES, map(Decimal, ("5", "5", *["2.5"] * 8)), strict=True))
"""Full marks of the ten general criteria: 30 points."""
LED = Leadership(Decimal(1), "Hoàn thành kế hoạch, có sáng kiến.", Decimal(1), "Nội bộ đoàn kết.")
ALONE = replace(LED, unit_result=Decimal(1), unit_result_reason="Lĩnh vực phụ trách đạt kế hoạch.")
"""For a leader under whom nobody has a score: the assistant and the vice, as the town stands."""
PROOF = (Evidence("Bản chụp văn bản", sha256="ab" * 32),)
PRODUCTS = {"paper": "1", "project": "6", "report": "1.2345"}
"""Products of the list in force, with their coefficients."""


@dataclass(frozen=True)
class Cast:
    """The town, its product list, and everybody's way in."""

    town: Town
    products: dict[str, UUID] = field(default_factory=dict)
    period: date = MONTH
    """Whose sheets the steps are about."""

    async def request(self, name: str, today: date = DAY) -> Request:
        """A request of the person named, with the reach that the program computes for the day."""
        async with self.town.database.reading() as tx:
            reach = await reach_of_person(tx, self.town.people[name], today)
        return Request(reach, datetime(today.year, today.month, today.day, 2, tzinfo=UTC), today)

    async def do(
        self,
        name: str,
        deed: Callable[..., Awaitable[Any]],
        /,
        *,
        today: date = DAY,
        **arguments: Any,
    ) -> Any:
        """One deed in one transaction, behind the fence of the person named."""
        request = await self.request(name, today)
        async with self.town.deed(request.reach) as tx:
            return await deed(tx, request, **arguments)

    async def refused(
        self,
        name: str,
        deed: Callable[..., Awaitable[Any]],
        /,
        *,
        today: date = DAY,
        **arguments: Any,
    ) -> Refusal:
        """The refusal of one deed, after making sure that nothing at all was written."""
        before = await self.town.everything()
        with pytest.raises(Refusal) as refused:
            await self.do(name, deed, today=today, **arguments)
        assert await self.town.everything() == before
        for language in ("en", "vi"):
            assert "{" not in refused.value.message(language)
        return refused.value

    async def row(self, table: str, id: UUID) -> Any:
        found = await self.town.owner.fetchrow(f"select * from congtam.{table} where id = $1", id)
        assert found is not None
        return found

    async def rows(self, table: str, where: str = "true", *values: Any) -> list[Any]:
        order = "order by 1"
        sql = f"select * from congtam.{table} where {where} {order}"
        return list(await self.town.owner.fetch(sql, *values))

    async def line_of(self, assignment: UUID) -> Any:
        """The one line of an assignment that is not spread."""
        (line,) = await self.rows("work_line", "assignment_id = $1", assignment)
        return line

    async def leaves(self, deed: str) -> list[Any]:
        """What the audit tells of a deed, in order."""
        return await self.rows("audit_leaf", "deed = $1", deed)

    # The steps of a month, each as the person whose step it is.

    async def assign(self, to: str, quantity: str = "10", **options: Any) -> UUID:
        product = self.products[options.pop("product", "paper")]
        arguments = {
            "posting": self.town.postings[to],
            "product": product,
            "quantity": Decimal(quantity),
            "due_on": DUE,
            **options,
        }
        done: UUID = await self.do(SCORED_BY[to], work.assign_work, **arguments)
        return done

    async def deliver(self, name: str, line: UUID, quantity: str = "10", **options: Any) -> UUID:
        arguments = {"id": new_id(), "evidence": PROOF, **options}
        done: UUID = await self.do(
            name, work.deliver_work, line=line, quantity=Decimal(quantity), **arguments
        )
        return done

    async def accept(self, name: str, delivery: UUID, **options: Any) -> UUID:
        version = (await self.row("delivery", delivery))["version"]
        done: UUID = await self.do(
            SCORED_BY[name], work.accept_delivery, delivery=delivery, version=version, **options
        )
        return done

    async def worked(self, name: str, quantity: str = "10", **options: Any) -> UUID:
        """Work assigned, delivered and accepted; the assignment."""
        assignment = await self.assign(name, quantity, **options)
        line = await self.line_of(assignment)
        await self.accept(name, await self.deliver(name, line["id"], quantity))
        return assignment

    async def open(self, unit: str, period: date | None = None, today: date = DAY) -> UUID:
        heads = {
            "office": "chief",
            "culture": "curator",
            "commune": "chair",
            "province": "governor",
        }
        done: UUID = await self.do(
            heads[unit],
            evaluations.open_month,
            unit=self.town.units[unit],
            period=period or self.period,
            today=today,
        )
        return done

    async def sheet(self, name: str, period: date | None = None) -> Any:
        (found,) = await self.rows(
            "sheet",
            "posting_id = $1 and period = $2",
            self.town.postings[name],
            period or self.period,
        )
        return found

    async def step(self, name: str, by: str, deed: Any, **arguments: Any) -> Any:
        """A deed on the sheet of the person named, with its current version; the sheet after it."""
        sheet = await self.sheet(name)
        await self.do(by, deed, sheet=sheet["id"], version=sheet["version"], **arguments)
        return await self.sheet(name)

    async def assess(self, name: str, **arguments: Any) -> Any:
        return await self.step(name, name, evaluations.self_assess, marks=FULL, **arguments)

    async def score(self, name: str, **arguments: Any) -> Any:
        leads = (await self.sheet(name))["role"] == "leader"
        led = ALONE if name in ("assistant", "vice") else LED
        told = {"marks": FULL, **({"leadership": led} if leads else {}), **arguments}
        return await self.step(name, SCORED_BY[name], evaluations.score_sheet, **told)

    async def sign(self, name: str) -> Any:
        return await self.step(name, SCORED_BY[name], evaluations.sign_sheet)

    async def finish(self, *names: str) -> None:
        """Take sheets all the way, in this order."""
        for name in names:
            await self.assess(name)
            await self.score(name)
            await self.sign(name)

    # What stands outside this slice, laid out by hand.

    async def lend(
        self, unit: str, by: str, to: str, *, begins: date = DAY, ends: date | None = None
    ) -> UUID:
        """Lend a head's authority, which makes an acting head."""
        id = new_id()
        await self.town.owner.execute(
            "insert into congtam.delegation"
            " (id, agency_id, unit_id, from_person_id, to_person_id, reason, during)"
            " values ($1, $2, $3, $4, $5, 'Đi công tác', daterange($6, $7))",
            id,
            self.town.agency_of(unit),
            self.town.units[unit],
            self.town.people[by],
            self.town.people[to],
            begins,
            ends or begins + timedelta(days=30),
        )
        return id

    async def choose(self, name: str, value: Any, agency: str = "commune") -> None:
        """Set a switch of the commune, or of another agency."""
        await self.town.owner.execute(
            "insert into congtam.agency_switch (id, agency_id, name, value, during)"
            " values ($1, $2, $3, $4, daterange($5, null))",
            new_id(),
            self.town.agencies[agency],
            name,
            value,
            FOUNDED,
        )

    async def scale(self, code: str, criterion: str, each: str, most: str) -> UUID:
        """A deduction scale of the commune."""
        id = new_id()
        await self.town.owner.execute(
            "insert into congtam.deduction_scale"
            " (id, agency_id, criterion, code, reason, points_each, at_most, during)"
            " values ($1, $2, $3, $4, 'Đi làm muộn', $5, $6, daterange($7, null))",
            id,
            self.town.agencies["commune"],
            criterion,
            code,
            Decimal(each),
            Decimal(most),
            FOUNDED,
        )
        return id


async def build(town: Town) -> Cast:
    """The archivist, and the commune's product list in force."""
    town.people["archivist"] = await person(town, "Lý Thị Mơ", town.agencies["commune"])
    town.postings["archivist"] = await posting(town, "archivist", "culture", "member")
    cast = Cast(town)
    approved = await _catalogue(town, 1, "approved")
    for code, coefficient in PRODUCTS.items():
        cast.products[code] = await _product(town, approved, code, coefficient)
    draft = await _catalogue(town, 2, "draft")
    cast.products["drafted"] = await _product(town, draft, "drafted", "1")
    return cast


async def _catalogue(town: Town, edition: int, state: str) -> UUID:
    id, approved = new_id(), state == "approved"
    await town.owner.execute(
        "insert into congtam.catalogue (id, agency_id, edition, title, standard_unit,"
        " standard_points, state, in_force_from, approved_by)"
        " values ($1, $2, $3, 'Danh mục sản phẩm', 'Văn bản', 5, $4, $5, $6)",
        id,
        town.agencies["commune"],
        edition,
        state,
        FOUNDED if approved else None,
        town.people["governor"] if approved else None,
    )
    return id


async def _product(town: Town, catalogue: UUID, code: str, coefficient: str) -> UUID:
    id = new_id()
    await town.owner.execute(
        "insert into congtam.product (id, agency_id, catalogue_id, code, name, search_key,"
        " group_no, points, coefficient) values ($1, $2, $3, $4, $4, $4, 1, 5, $5)",
        id,
        town.agencies["commune"],
        catalogue,
        code,
        Decimal(coefficient),
    )
    return id
