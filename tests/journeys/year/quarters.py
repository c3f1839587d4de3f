"""A quarter of the commune over HTTP: opened, worked, self-assessed, scored and closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tests.journeys.client import Answer
from tests.journeys.scoring import CHOSEN, LED, MARKS
from tests.journeys.year.people import HEADS
from tests.journeys.year.story import Story

UNITS = ("office", "economy", "commune", "province")
"""From the lowest up, as their heads score: a deputy's result rests on that of his unit's head."""
NEAR = "inspector"
"""Just above the line of excellence in every quarter."""
_SHEETS = """select s.id, s.version, s.state, s.role, s.person_id, s.posting_id, p.office
from congtam.sheet s join congtam.posting p on p.id = s.posting_id
where s.scoring_unit_id = $1 and s.period = $2
order by p.office = 'deputy', s.role desc, s.id"""
_LINES = """select id, posting_id, person_id from congtam.work_line
where posting_id = any($1) and period = $2 order by id"""


def marks(points: str) -> list[dict[str, Any]]:
    """So many points for each of the ten general criteria, at most 2.5."""
    return [{**each, "points": points} for each in MARKS]


PLAIN, HIGH = marks("1"), marks("2.2")
"""With all work done 80 points, and 92."""


@dataclass
class Quarter:
    """One quarter of the story, and who heads what in it."""

    story: Story
    period: date
    heads: Mapping[str, str]

    @property
    def ids(self) -> Any:
        return self.story.served.ids

    def today(self, day: date) -> None:
        self.story.served.day.today = day

    def of(self, unit: str) -> dict[str, Any]:
        return {"unit": self.ids.units[unit], "period": self.period}

    async def sheets(self, unit: str) -> Sequence[Any]:
        rows: Sequence[Any] = await self.story.served.owner.fetch(
            _SHEETS, self.ids.units[unit], self.period
        )
        return rows

    async def sheet_of(self, unit: str, who: str) -> Any:
        """Somebody's sheet that the head of a unit scores."""
        person = self.ids.people[who]
        (found,) = [row for row in await self.sheets(unit) if row["person_id"] == person]
        return found

    async def opened(self, day: date) -> None:
        self.today(day)
        for unit in UNITS:
            await self.story.done(self.heads[unit], "openMonth", **self.of(unit))

    async def worked(self, day: date, due_on: date) -> None:
        """Everybody is given work, delivers it and has it accepted."""
        self.today(day)
        for unit in UNITS:
            posts = [row["posting_id"] for row in await self.sheets(unit)]
            await self.work(self.heads[unit], posts, due_on)

    async def work(self, head: str, posts: Sequence[UUID], due_on: date) -> None:
        product = self.ids.products["CH.01"]
        told = {"product": product, "quantity": "2", "dueOn": due_on}
        rows = [{"posting": post, **told} for post in posts]
        await self._many(head, "assignWorkMany", rows)
        delivered = []
        for line in await self.story.served.owner.fetch(_LINES, posts, self.period):
            proof = [{"name": "ket-qua.pdf", "sha256": "ab" * 32}]
            delivery = {"id": uuid4(), "line": line["id"], "quantity": "2", "evidence": proof}
            await self.story.done(self.key_of(line["person_id"]), "deliverWork", **delivery)
            delivered.append({"delivery": delivery["id"], "version": 1})
        await self._many(head, "acceptDeliveryMany", delivered)

    async def assessed(self, day: date) -> None:
        self.today(day)
        for unit in UNITS:
            for row in await self.sheets(unit):
                told = {"sheet": row["id"], "version": row["version"], "marks": MARKS}
                await self.story.done(self.key_of(row["person_id"]), "selfAssess", **told)

    async def closed(
        self, day: date, *units: str, given: Mapping[str, list[dict[str, Any]]] | None = None
    ) -> None:
        """Each head scores, signs and closes, with the marks given or PLAIN ones."""
        self.today(day)
        for unit in units or UNITS:
            for row in await self.sheets(unit):
                who = self.key_of(row["person_id"])
                chosen = (given or {}).get(who, HIGH if who == NEAR else PLAIN)
                await self.signed(self.heads[unit], row, chosen)
            await self.story.done(self.heads[unit], "closeMonth", **self.of(unit))

    async def signed(self, head: str, row: Any, given: list[dict[str, Any]]) -> None:
        told: dict[str, Any] = {"sheet": row["id"], "version": row["version"], "marks": given}
        if row["role"] == "leader":
            in_charge = row["person_id"] == self.ids.people["vice"]
            of_nothing = row["office"] == "deputy" and not in_charge
            told["leadership"] = {**LED, **CHOSEN} if of_nothing else LED
        done = await self.story.done(head, "scoreSheet", "version", **told)
        await self.story.done(head, "signSheet", sheet=row["id"], version=done["version"])

    def key_of(self, person: UUID) -> str:
        return next(key for key, id in self.ids.people.items() if id == person)

    async def _many(self, who: str, deed: str, rows: Sequence[Answer]) -> None:
        if rows:
            found = await self.story.done(who, deed, rows=rows, allOrNothing=True)
            assert [each.get("code") for each in found["outcomes"]] == [None] * len(rows), found


def quarter(story: Story, number: int, **heads: str) -> Quarter:
    """A quarter of 2026; `heads` names who heads a unit by then, where that has changed."""
    return Quarter(story, date(2026, 3 * number - 2, 1), {**HEADS, **heads})


async def post_since(story: Story, who: str, day: date) -> UUID:
    """The post that somebody has held since a day."""
    found = await story.row(
        "select id from congtam.posting where person_id = $1 and lower(during) = $2",
        story.served.ids.people[who],
        day,
    )
    id: UUID = found["id"]
    return id


async def results(story: Story, who: str) -> dict[tuple[str, str], Answer]:
    """What somebody is told of his results, by span and first day."""
    found = await story.sign(who).ask(
        "{ myResults(first: 20) { nodes { span period total level provisional"
        " months { period months standing sheets { days total } } } } }"
    )
    return {(each["span"], each["period"]): each for each in found["myResults"]["nodes"]}


async def summed(story: Story, span: str, period: date) -> Answer:
    """The commune's results of a span are computed by its personnel officer."""
    told = {"agency": story.served.ids.agencies["commune"], "span": span, "period": period}
    return await story.done("personnel", "computeResults", "people written incomplete", **told)
