"""Who sees what of a year: peers see the published class and nothing else; hidden is absent."""

from datetime import date
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Table, select

from resolvers import classification as deeds
from resolvers.classification import (
    DECISION_SHOWN,
    FINDINGS_SHOWN,
    Ground,
    case_paper,
    classification,
    classification_round,
    disqualifier,
    published_class,
    review_flag,
    round_group,
    year_form,
)
from resolvers.core.documents import Document
from resolvers.core.seeing import needed, shown
from tests.resolvers.classification.year import COMMUNE, DECISION, Year

PAPER = Document("9/KL", date(2026, 6, 1))
GROUND = Ground("degradation", date(2026, 6, 2), "Kết luận của cấp có thẩm quyền.", decision=PAPER)
EVERYBODY = (
    *("governor", "registrar", "inspector", "stranger", "chair", "officer", "vice", "chief"),
    *("assistant", "clerk", "leader", "typist", "curator", "archivist"),
)
PREPARES = {"chair", "officer"}
"""Who prepares and takes the decision on the clerk."""


async def _who(year: Year, table: Table, of: str) -> set[str]:
    """Who sees rows of the table that are about the person named, of everybody who is tried."""
    rows = select(table.c.id).where(shown(table))
    if "person_id" in table.c:
        rows = rows.where(table.c.person_id == year.cast.town.people[of])
    elif "classification_id" in table.c:
        rows = rows.where(table.c.classification_id == (await year.case(of))["id"])
    found = set()
    for name in EVERYBODY:
        reach = (await year.cast.request(name)).reach
        async with year.cast.town.database.reading() as tx:
            if await tx.rows(rows, **needed(table, reach)):
                found.add(name)
    return found


async def _reads(year: Year, when: Any, of: str) -> set[str]:
    """Who reads a guarded column of the person's case."""
    person = year.cast.town.people[of]
    rows = select(classification.c.id).where(
        shown(classification), when, classification.c.person_id == person
    )
    found = set()
    for name in EVERYBODY:
        reach = (await year.cast.request(name)).reach
        async with year.cast.town.database.reading() as tx:
            if await tx.rows(rows, **needed(classification, reach), today=reach.today):
                found.add(name)
    return found


@pytest_asyncio.fixture
async def closed(year: Year) -> Year:
    """The commune's set, with a ground against the clerk, closed and not decided."""
    clerk = year.cast.town.people["clerk"]
    await year.do("officer", deeds.record_disqualifier, person=clerk, ground=GROUND)
    await year.results({})
    id = await year.open()
    await year.ready(*COMMUNE)
    await year.close(id)
    return year


CONCERNED = {"clerk", "chief", "chair", "officer", "inspector", "governor"}
"""Of the clerk's case: himself, the heads who answer, who replaces, personnel and inspector."""


class TestCase:
    async def test_is_seen_by_those_it_concerns(self, closed: Year) -> None:
        assert await _who(closed, classification, "clerk") == CONCERNED

    @pytest.mark.parametrize("table", [year_form, case_paper], ids=lambda table: table.name)
    async def test_shows_its_forms_and_papers_to_the_same(self, closed: Year, table: Table) -> None:
        assert await _who(closed, table, "clerk") == CONCERNED

    async def test_of_a_head_is_not_seen_beneath_him(self, closed: Year) -> None:
        assert await _who(closed, classification, "chief") == (
            {"chief", "chair", "officer", "inspector", "governor"}
        )

    async def test_keeps_its_draft_for_those_who_decide(self, closed: Year) -> None:
        assert await _reads(closed, DECISION_SHOWN, "clerk") == PREPARES | {"inspector"}
        assert await _reads(closed, FINDINGS_SHOWN, "clerk") == PREPARES | {"inspector"}

    async def test_keeps_ones_own_draft_from_the_personnel_officer(self, closed: Year) -> None:
        assert "officer" not in await _reads(closed, DECISION_SHOWN, "officer")

    async def test_tells_the_level_after_the_notice_and_the_findings_to_few(
        self, closed: Year
    ) -> None:
        (row,) = await closed.cast.rows("classification_round")
        await closed.decide(row["id"])
        await closed.do("chair", deeds.notify_classification, **await closed.round(row["id"]))
        assert await _reads(closed, DECISION_SHOWN, "clerk") == CONCERNED
        assert await _reads(closed, FINDINGS_SHOWN, "clerk") == (
            {"clerk", "chair", "officer", "inspector"}
        )


class TestRegister:
    async def test_is_shown_to_the_person_the_classifying_head_and_personnel(
        self, closed: Year
    ) -> None:
        assert await _who(closed, disqualifier, "clerk") == (
            {"clerk", "chair", "officer", "inspector"}
        )

    async def test_follows_the_person_to_the_head_who_classifies_him(self, closed: Year) -> None:
        """Recorded by the commune, seen by the neighbour's head once the case is his."""
        town = closed.cast.town
        await town.owner.execute(
            "update congtam.classification set classifying_unit_id = $1 where person_id = $2",
            town.units["neighbour"],
            town.people["clerk"],
        )
        assert "stranger" in await _who(closed, disqualifier, "clerk")


class TestSet:
    @pytest.mark.parametrize(
        "table", [classification_round, round_group], ids=lambda table: table.name
    )
    async def test_is_seen_by_those_who_decide_it(self, closed: Year, table: Table) -> None:
        assert await _who(closed, table, "clerk") == {"chair", "officer", "inspector", "governor"}


class TestPublishedClass:
    async def test_is_nobodys_before_it_is_published(self, closed: Year) -> None:
        assert await _who(closed, published_class, "clerk") == set()

    async def test_is_all_that_colleagues_see(self, year: Year) -> None:
        await year.decided({"clerk": "95.00"})
        colleagues = {*COMMUNE, "chair", "inspector"}
        assert await _who(year, published_class, "clerk") == colleagues
        columns = set(published_class.c.keys())
        assert not columns & {"total", "computed_level", "steps", "quota_reason"}
        assert await _who(year, classification, "clerk") == CONCERNED

    async def test_that_was_replaced_is_no_colleagues_business(self, year: Year) -> None:
        await year.decided()
        told = {"level": "COMPLETED", "reason": "Báo cáo sai.", "decision": DECISION}
        await year.do("governor", deeds.replace_classification, **await year.at("clerk"), **told)
        rows = select(published_class.c.level).where(
            shown(published_class), published_class.c.person_id == year.cast.town.people["clerk"]
        )
        for name, levels in (
            ("typist", {"COMPLETED"}),
            ("clerk", {"GOOD", "COMPLETED"}),
            ("officer", {"GOOD", "COMPLETED"}),
            ("stranger", set()),
        ):
            reach = (await year.cast.request(name)).reach
            async with year.cast.town.database.reading() as tx:
                found = await tx.rows(rows, **needed(published_class, reach))
            assert {row["level"] for row in found} == levels
        assert await _who(year, review_flag, "clerk") == {"officer", "inspector"}
