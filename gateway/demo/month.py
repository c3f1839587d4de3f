"""One month of one unit: work assigned, delivered and accepted, people assessed and scored."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from random import Random
from typing import Any
from uuid import UUID

from gateway.demo.questions import DELAYS, LINES, MEASURED, SHEETS
from gateway.demo.stage import Stage
from resolvers.core.days import last_day
from resolvers.core.ids import new_id
from resolvers.evaluations import (
    CODES,
    Leadership,
    close_month,
    open_month,
    score_sheet,
    self_assess,
    sign_sheet,
)
from resolvers.work import (
    Evidence,
    accept_delivery,
    assign_work,
    confirm_objective_cause,
    deliver_work,
    measure_process,
)

PIECES = (1, 1, 2, 3)
TASKS = 5
FULL, HALF = Decimal(1), Decimal("0.5")
URGENT, LATE, FAULTY, EXCUSED = 0.08, 0.15, 0.1, 0.3
"""How likely work is urgent, late, faulty; and a delay without the person's own fault."""
UNDONE, UNDONE_BY_WEAK = 0.05, 0.75
SHARES = (Decimal(1), Decimal("0.95"), Decimal("0.9"))
"""What is reached of a process criterion."""
WEAK = 14
"""Of so many people in a month one, on average, leaves most of the work undone."""


@dataclass(frozen=True, slots=True)
class Work:
    """The products that are assigned in a unit: its own and common ones, and those of leaders."""

    own: Sequence[UUID]
    leading: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Handed:
    """Work as it is going to be handed in, and accepted unless that day is still to come."""

    id: UUID
    line: Any
    on: date
    accepted_on: date | None
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """One unit in one month, up to `until`: what lies after that day has not happened yet."""

    stage: Stage
    unit: UUID
    period: date
    until: date
    work: Work
    chance: Random
    without_charge: frozenset[UUID]
    """Deputies whom nobody has put in charge of anything: for them d is chosen by the head."""
    listed: date
    """Since when there are products to assign: no month is opened before."""
    forgetful: bool = False
    """Whether the head lets the first delivery wait while the month is open."""
    unhurried: frozenset[UUID] | None = None
    """Who has not assessed himself while the month is open; None where nobody has."""

    @property
    def last_day(self) -> date:
        return last_day(self.period)

    @property
    def over(self) -> bool:
        """Whether the month is past, so that it was scored and closed."""
        return self.last_day < self.until

    async def go_on(self) -> None:
        """The head opens the month and assigns its work, people deliver, the head accepts."""
        day = max(self.period, self.listed)
        async with self.stage.acting(await self._head(day), day) as (tx, request):
            await open_month(tx, request, unit=self.unit, period=self.period)
        await self._assign(min(day + timedelta(days=1), self.until))
        handed = await self._handed()
        await self._deliver(handed)
        await self._accept(handed)
        await self._excuse()

    async def assess(self) -> None:
        """People assess themselves on the last day, or today in an open month."""
        day, late = min(self.last_day, self.until), frozenset() if self.over else self.unhurried
        for sheet in await self._sheets():
            if late is None or sheet["person_id"] in late:
                continue
            async with self.stage.acting(sheet["person_id"], day) as (tx, request):
                await self_assess(
                    tx,
                    request,
                    sheet=sheet["id"],
                    version=sheet["version"],
                    marks=self._marks(0.85),
                    comment="Đã hoàn thành nhiệm vụ được giao trong tháng.",
                )

    async def measure(self) -> None:
        """The head measures what nobody can hand in."""
        day = self.last_day
        lines = await self.stage.rows(MEASURED, unit=self.unit, period=self.period)
        for head, theirs in await self._by_head([(line, day) for line in lines]):
            async with self.stage.acting(head, day) as (tx, request):
                for line, _ in theirs:
                    await measure_process(
                        tx,
                        request,
                        line=line["id"],
                        achieved=self.chance.choice(SHARES),
                        reason="Theo sổ theo dõi phục vụ và ý kiến các đơn vị.",
                        version=line["version"],
                    )

    async def score(self) -> None:
        """The head scores and signs every sheet, then closes the month."""
        day = self.last_day
        sheets = sorted(await self._sheets(), key=_after_those_below)
        for head, theirs in await self._by_head([(sheet, day) for sheet in sheets]):
            async with self.stage.acting(head, day) as (tx, request):
                for sheet, _ in theirs:
                    key, version = {"sheet": sheet["id"]}, sheet["version"]
                    marks, led = self._marks(0.6), self._leadership(sheet)
                    await score_sheet(
                        tx, request, **key, version=version, marks=marks, leadership=led
                    )
                    await sign_sheet(tx, request, **key, version=version + 1)
        async with self.stage.acting(await self._head(day), day) as (tx, request):
            await close_month(tx, request, unit=self.unit, period=self.period)

    async def _assign(self, day: date) -> None:
        lines = await self.stage.rows(MEASURED, unit=self.unit, period=self.period)
        measured = {line["posting_id"] for line in lines}
        sheets = [each for each in await self._sheets() if each["posting_id"] not in measured]
        for head, theirs in await self._by_head([(sheet, day) for sheet in sheets]):
            async with self.stage.acting(head, day) as (tx, request):
                for sheet, _ in theirs:
                    products = self.work.own if sheet["office"] == "member" else self.work.leading
                    for product in self.chance.sample(list(products), TASKS):
                        await assign_work(
                            tx,
                            request,
                            posting=sheet["posting_id"],
                            product=product,
                            quantity=Decimal(self.chance.choice(PIECES)),
                            due_on=self._day(6, 24, day),
                            origin="urgent" if self._happens(URGENT) else "planned",
                        )

    async def _handed(self) -> list[Handed]:
        """What is handed in until today, and how."""
        lines = await self.stage.rows(LINES, unit=self.unit, period=self.period)
        weak = {line["person_id"] for line in lines if self._happens(1 / (WEAK * TASKS))}
        handed = [
            handed
            for line in lines
            if not self._happens(UNDONE_BY_WEAK if line["person_id"] in weak else UNDONE)
            and (handed := self._hand_in(line)).on <= self.until
        ]
        if not self.forgetful or self.over or not handed:
            return handed
        forgotten = min(handed, key=lambda each: each.on)
        return [replace(each, accepted_on=None) if each is forgotten else each for each in handed]

    def _hand_in(self, line: Any) -> Handed:
        shift = self.chance.randint(1, 3) if self._happens(LATE) else -self.chance.randint(0, 3)
        earliest = self.period + timedelta(days=2)
        on = min(max(line["due_on"] + timedelta(days=shift), earliest), self.last_day)
        accepted_on = min(on + timedelta(days=self.chance.randint(0, 2)), self.last_day)
        return Handed(
            id=new_id(),
            line=line,
            on=on,
            accepted_on=accepted_on if accepted_on <= self.until else None,
            failures=("Sai căn cứ pháp lý, phải làm lại.",) if self._happens(FAULTY) else (),
        )

    async def _deliver(self, handed: Iterable[Handed]) -> None:
        by_person = defaultdict(list)
        for each in handed:
            by_person[each.line["person_id"]].append(each)
        for person, theirs in by_person.items():
            async with self.stage.acting(person, theirs[0].on) as (tx, _):
                for each in theirs:
                    digest = sha256(each.id.bytes).hexdigest()
                    await deliver_work(
                        tx,
                        await self.stage.request(person, each.on),
                        id=each.id,
                        line=each.line["id"],
                        quantity=each.line["quantity"],
                        evidence=[Evidence(name="ket-qua.pdf", sha256=digest)],
                    )

    async def _accept(self, handed: Iterable[Handed]) -> None:
        judged = [({**each.line, "handed": each}, each.accepted_on) for each in handed]
        for head, theirs in await self._by_head([(row, day) for row, day in judged if day]):
            async with self.stage.acting(head, theirs[0][1]) as (tx, _):
                for row, day in theirs:
                    each: Handed = row["handed"]
                    request = await self.stage.request(head, day)
                    await accept_delivery(
                        tx, request, delivery=each.id, version=1, failures=each.failures
                    )

    async def _excuse(self) -> None:
        """Some delays were nobody's fault, as the head confirms."""
        delays = await self.stage.rows(DELAYS, unit=self.unit, period=self.period)
        excused = [(row, row["noted_on"]) for row in delays if self._happens(EXCUSED)]
        for head, theirs in await self._by_head(excused):
            async with self.stage.acting(head, theirs[0][1]) as (tx, _):
                for row, day in theirs:
                    await confirm_objective_cause(
                        tx,
                        await self.stage.request(head, day),
                        fault=row["id"],
                        cause="Chờ ý kiến của cơ quan phối hợp quá hạn.",
                        version=row["version"],
                    )

    async def _head(self, day: date, of: UUID | None = None) -> UUID:
        """Whoever decides in the unit on a day: the acting head, but never on himself."""
        heads = await self.stage.heads(self.unit, day)
        who = heads.head if heads.acting in (None, of) else heads.acting
        assert who is not None, "the sample leaves no unit without a head"
        return who

    async def _by_head(
        self, about: Sequence[tuple[Any, date]]
    ) -> list[tuple[UUID, list[tuple[Any, date]]]]:
        """What is to be done about rows of persons on days, in runs of one head each."""
        found = [(await self._head(day, row["person_id"]), (row, day)) for row, day in about]
        return [(head, [each for _, each in run]) for head, run in groupby(found, itemgetter(0))]

    async def _sheets(self) -> Sequence[Any]:
        return await self.stage.rows(SHEETS, unit=self.unit, period=self.period)

    def _happens(self, likely: float) -> bool:
        return self.chance.random() < likely

    def _day(self, first: int, last: int, earliest: date) -> date:
        return max(self.period.replace(day=self.chance.randint(first, last)), earliest)

    def _marks(self, generous: float) -> dict[str, Decimal]:
        """Ten marks: the most there is, or now and then a quarter or half a point less."""
        marks = {}
        for code in CODES:
            most = Decimal(5) if code.startswith("I.") else Decimal("2.5")
            less = Decimal(0) if self._happens(generous) else Decimal("0.25")
            if not self._happens(generous):
                less *= 2
            marks[code] = most - less
        return marks

    def _leadership(self, sheet: Any) -> Leadership | None:
        if sheet["office"] == "member":
            return None
        weak = self._happens(0.15)
        chosen = sheet["posting_id"] in self.without_charge
        return Leadership(
            organising=HALF if weak else FULL,
            organising_reason=(
                "Còn nhiệm vụ chậm tiến độ kéo dài." if weak else "Đủ việc, đúng hạn, có sáng kiến."
            ),
            unity=FULL,
            unity_reason="Đơn vị đoàn kết, phối hợp tốt.",
            unit_result=FULL if chosen else None,
            unit_result_reason="Chưa được giao phụ trách công chức nào." if chosen else "",
        )


def _after_those_below(sheet: Any) -> int:
    """A deputy's result rests on the heads in his field, a head's on the people of his unit."""
    return ("member", "head", "deputy").index(sheet["office"])
