"""A ground recorded for a year already decided is told to who decided it (art. 20.4, 21.3)."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import classification as deeds
from resolvers.classification import Ground
from resolvers.core.documents import Document
from tests.resolvers.classification.test_register import REPRIMAND
from tests.resolvers.classification.year import COMMUNE, DECISION, Year

LATER = date(2027, 1, 20)
TOLD_2027 = replace(REPRIMAND, effective_on=date(2027, 1, 15))
SUSPENDED = Ground("suspension", date(2026, 11, 2), "Tạm đình chỉ công tác.", decision=DECISION)


async def _record(year: Year, ground: Ground, who: str = "clerk", by: str = "officer") -> UUID:
    person = year.cast.town.people[who]
    done: UUID = await year.do(
        by, deeds.record_disqualifier, person=person, ground=ground, today=LATER
    )
    return done


async def _flags(year: Year) -> list[Any]:
    return await year.cast.rows("review_flag")


async def _with_a_ground(year: Year) -> UUID:
    """The commune's set, ready to be closed, with a ground against the clerk."""
    await year.results({})
    await year.one_group()
    round = await year.open()
    await year.ready(*COMMUNE)
    await _record(year, REPRIMAND)
    return round


class TestRecording:
    @pytest.mark.parametrize(
        ("ground", "cite"),
        [
            (REPRIMAND, "Decree 335/2025/NĐ-CP, art. 20(4)(c)"),
            (SUSPENDED, "Decree 170/2025/NĐ-CP, art. 56(5)(b)"),
        ],
        ids=["forces", "is to be weighed"],
    )
    async def test_flags_the_decided_class_with_its_article(
        self, year: Year, ground: Ground, cite: str
    ) -> None:
        await year.decided()
        before = await year.case("clerk")
        id = await _record(year, ground)
        (flag,) = await _flags(year)
        assert (flag["classification_id"], flag["kind"]) == (before["id"], "disqualifier")
        assert (flag["ground_id"], flag["cite"]) == (id, cite)
        assert await year.case("clerk") == before, "nothing changes by itself"
        (leaf,) = await year.cast.leaves("record_disqualifier")
        assert leaf["after"]["flagged"] == [str(before["id"])]

    @pytest.mark.parametrize(
        "ground",
        [
            replace(REPRIMAND, kind="unrelated_discipline"),
            TOLD_2027,
            Ground("unit_corruption", date(2026, 4, 1), "Kết luận.", decision=DECISION),
        ],
        ids=["unrelated", "counts next year", "not a leader"],
    )
    async def test_flags_nothing_where_it_does_not_weigh(self, year: Year, ground: Ground) -> None:
        await year.decided()
        await _record(year, ground)
        assert await _flags(year) == []

    async def test_flags_nothing_where_the_act_has_decided_that_year_already(
        self, year: Year
    ) -> None:
        """The class is the lowest by a conclusion; the decision on the act comes after it."""
        round = await _with_a_ground(year)
        await year.close(round)
        await year.decide(round)
        assert (await year.case("clerk"))["applied_level"] == "NOT_COMPLETED"
        await _record(year, replace(REPRIMAND, used_in=2026))
        assert await _flags(year) == []

    async def test_flags_nothing_before_the_decision(self, year: Year) -> None:
        await year.results({})
        await year.open()
        await _record(year, REPRIMAND)
        assert await _flags(year) == []

    async def test_a_second_ground_is_told_for_itself(self, year: Year) -> None:
        await year.decided()
        await _record(year, REPRIMAND)
        (first,) = await _flags(year)
        told = {"flag": first["id"], "version": 1, "note": "Đã báo cáo Chủ tịch."}
        await year.do("officer", deeds.clear_review_flag, **told, today=LATER)
        paper = Document("16/QĐ-UBND", date(2026, 7, 1), sha256="ee" * 32)
        await _record(year, replace(REPRIMAND, effective_on=date(2026, 7, 2), decision=paper))
        assert [flag["cleared_at"] is None for flag in await _flags(year)] == [False, True]

    async def test_the_managing_head_replaces_what_was_flagged(self, year: Year) -> None:
        await year.decided()
        id = await _record(year, REPRIMAND)
        told = {"level": "NOT_COMPLETED", "reason": "Bị khiển trách.", "decision": DECISION}
        at = await year.at("clerk")
        await year.do("governor", deeds.replace_classification, **at, **told, today=LATER)
        after = await year.case("clerk")
        assert (after["applied_level"], after["grounds"]) == ("NOT_COMPLETED", [id])

    async def test_one_who_may_not_record_raises_no_alert(self, year: Year) -> None:
        await year.decided()
        told = {"person": year.cast.town.people["clerk"], "ground": REPRIMAND}
        refusal = await year.refused("chair", deeds.record_disqualifier, **told, today=LATER)
        assert refusal.code == "NO_MANDATE"


async def test_a_ground_annulled_after_the_decision_is_told_too(year: Year) -> None:
    round = await _with_a_ground(year)
    (id,) = [row["id"] for row in await year.cast.rows("disqualifier")]
    await year.close(round)
    await year.decide(round)
    version = (await year.cast.row("disqualifier", id))["version"]
    told = {"disqualifier_id": id, "version": version, "reason": "Ghi nhầm người."}
    await year.do("officer", deeds.annul_disqualifier, **told, today=LATER)
    (flag,) = await _flags(year)
    assert (flag["kind"], flag["ground_id"]) == ("classification", id)
