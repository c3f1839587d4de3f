"""A year of organisations at work: the town's scheme in force, and the steps of each person.

Who recognises what (art. 5), as the town stands:

    governor ── commune, neighbour           chair ── office, culture
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import recognition
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.people import reach_of_person
from resolvers.recognition import (
    Criterion,
    Document,
    OrganisationMark,
    PaperDecision,
    Statement,
)
from tests.resolvers.town import FOUNDED, Town, mandate, person, posting

DAY = date(2026, 12, 5)
YEAR = 2026
HEADS = {"commune": "chair", "neighbour": "stranger", "office": "chief", "culture": "curator"}
"""The head of each organisation of the town."""
ABOVE = {"commune": "governor", "neighbour": "governor", "office": "chair", "culture": "chair"}
"""Who recognises it."""
CRITERIA = (
    *(Criterion(f"6.{group}", f"I.{group}", f"Nhóm {group}", Decimal(10)) for group in (1, 2, 3)),
    Criterion("7.a", "II.a", "Thể chế hóa", Decimal(10)),
    Criterion("7.b", "II.b", "Tỷ lệ hoàn thành nhiệm vụ", Decimal(20)),
    *(Criterion(f"7.{item}", f"II.{item}", item, Decimal(10)) for item in ("c", "d", "dd", "e")),
)
"""A scheme that leaves out what is asked for only where there is any, and gives its points to b."""
PAPER = PaperDecision("12/QĐ-UBND", DAY)
PROOF = (Document("Báo cáo tổng kết", "45/BC-UBND", DAY, "ab" * 32),)
BEST = Statement(100, 100, 100, 31, 0, True, "none")
"""All tasks in time and of quality, 31 % beyond what was asked."""

PART = Statement(100, 96, 96, 0, 0, True, "none")
"""Four tasks of a hundred not completed: a case that the decree leaves open."""


def marks(total: Decimal | str | int, reason: str = "Có minh chứng") -> list[OrganisationMark]:
    """Marks of the scheme that sum to `total`."""
    left, given = Decimal(total), []
    for criterion in CRITERIA:
        points = min(criterion.most, left)
        left -= points
        given.append(OrganisationMark(criterion.code, points, reason))
    assert not left
    return given


@dataclass(frozen=True)
class Year:
    """The town, its scheme, and everybody's way in."""

    town: Town
    scheme: UUID
    names: dict[str, str] = field(default_factory=lambda: dict(HEADS))
    """The head of each organisation by the unit's name; tests add theirs."""
    above: dict[str, str] = field(default_factory=lambda: dict(ABOVE))

    async def request(self, name: str, today: date = DAY) -> Request:
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

    async def review(self, unit: str) -> Any:
        """The review of a unit's year that counts."""
        found = await self.town.owner.fetchrow(
            "select * from congtam.organisation_review where unit_id = $1 and year = $2"
            " and state not in ('replaced', 'withdrawn')",
            self.town.units[unit],
            YEAR,
        )
        assert found is not None
        return found

    async def round(self, unit: str) -> Any:
        found = await self.town.owner.fetchrow(
            "select * from congtam.recognition_round where unit_id = $1 and year = $2",
            self.town.units[unit],
            YEAR,
        )
        assert found is not None
        return found

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        return list(await self.town.owner.fetch(sql, *values))

    async def leaves(self, deed: str) -> list[Any]:
        return await self.rows("select * from congtam.audit_leaf where deed = $1", deed)

    # The steps of a year, each as the person whose step it is.

    async def open(self, unit: str, by: str, **options: Any) -> UUID:
        done: UUID = await self.do(
            by, recognition.open_recognition, unit=self.town.units[unit], year=YEAR, **options
        )
        return done

    async def step(self, unit: str, by: str, deed: Any, **arguments: Any) -> Any:
        """A deed on a unit's review with its current version; the review after it."""
        found = await self.review(unit)
        await self.do(by, deed, review=found["id"], version=found["version"], **arguments)
        return await self.review(unit)

    async def assess(self, unit: str, **options: Any) -> Any:
        told = {
            "marks": marks(92),
            "statement": BEST,
            "level": "EXCELLENT",
            "documents": PROOF,
            **options,
        }
        return await self.step(unit, self.names[unit], recognition.assess_organisation, **told)

    async def mark(
        self,
        unit: str,
        total: Decimal | str | int = 92,
        statement: Statement = BEST,
        **options: Any,
    ) -> Any:
        told = {"marks": marks(total), "statement": statement, **options}
        return await self.step(unit, self.above[unit], recognition.mark_organisation, **told)

    async def finish(
        self, unit: str, total: Decimal | str | int = 92, statement: Statement = BEST
    ) -> Any:
        """Assessed and marked, so that only the decision on the whole set is left."""
        await self.assess(unit)
        return await self.mark(unit, total, statement)

    async def decide(self, unit: str, by: str, **options: Any) -> Any:
        """Decide a round; the round after it."""
        found = await self.round(unit)
        told = {"decision": PAPER, **options}
        await self.do(
            by,
            recognition.decide_recognition,
            round=found["id"],
            version=found["version"],
            **told,
        )
        return await self.round(unit)

    async def publish(self, unit: str, by: str) -> Any:
        found = await self.round(unit)
        await self.do(
            by, recognition.publish_recognition, round=found["id"], version=found["version"]
        )
        return await self.round(unit)

    async def commune_decided(self, office: int = 92, culture: int = 80) -> None:
        """The commune's own round, opened, marked and decided by the chair."""
        await self.open("commune", "chair")
        await self.finish("office", office)
        await self.finish("culture", culture)
        await self.decide("commune", "chair")

    async def divisions(self, count: int, under: str = "commune") -> list[str]:
        """More direct-using units of the commune, each with a head; their names."""
        return [await self.division(f"division_{number:02}", under) for number in range(count)]

    async def division(
        self, name: str, under: str = "commune", standing: str = "direct_using"
    ) -> str:
        agency = self.town.agency_of(under)
        unit = self.town.units[name] = new_id()
        await self.town.owner.execute(
            "insert into congtam.unit (id, agency_id, name, opened_on) values ($1, $2, $3, $4)",
            unit,
            agency,
            name,
            FOUNDED,
        )
        await self.town.owner.execute(
            "insert into congtam.unit_placement (id, unit_id, parent_id, standing, during)"
            " values ($1, $2, $3, $4, daterange($5, null))",
            new_id(),
            unit,
            self.town.units[under],
            standing,
            FOUNDED,
        )
        head = f"head_of_{name}"
        self.town.people[head] = await person(self.town, "Hà Văn Tư", agency)
        await _head(self.town, head, unit, agency)
        self.names[name], self.above[name] = head, "chair"
        return name


async def _head(town: Town, name: str, unit: UUID, agency: UUID) -> None:
    await town.owner.execute(
        "insert into congtam.posting (id, person_id, agency_id, unit_id, office, mode, during)"
        " values ($1, $2, $3, $4, 'head', 'appointed', daterange($5, null))",
        new_id(),
        town.people[name],
        agency,
        unit,
        FOUNDED,
    )


async def build(town: Town) -> Year:
    """Officers of the province and the commune, an inspector, and the scheme in force."""
    for name, kind, unit in (
        ("officer", "personnel_officer", "province"),
        ("clerk_of_staff", "personnel_officer", "commune"),
        ("auditor", "inspector", "commune"),
    ):
        town.people[name] = await person(town, "Phan Thị Yến", town.agency_of(unit))
        town.postings[name] = await posting(town, name, unit, "member")
        await mandate(town, name, kind, unit)
    year = Year(town, new_id())
    scheme = await year.do(
        "officer",
        recognition.propose_organisation_scheme,
        agency=town.agencies["province"],
        title="Bộ tiêu chí năm 2026",
        criteria=CRITERIA,
    )
    await year.do(
        "governor",
        recognition.approve_organisation_scheme,
        scheme=scheme,
        version=1,
        decision_no="01/QĐ-UBND",
        in_force_from=FOUNDED,
    )
    return replace(year, scheme=scheme)


async def undecided(year: Year, names: Sequence[str]) -> list[UUID]:
    """The ids of reviews by their units' names, in that order."""
    return [(await year.review(name))["id"] for name in names]
