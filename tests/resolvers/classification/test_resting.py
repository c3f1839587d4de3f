"""A head's class is looked at when the result of his organisation is replaced (art. 20.6, 21.3)."""

import asyncio
from typing import Any

import pytest

from resolvers import classification as deeds
from resolvers import recognition
from tests.resolvers.classification.replaced import criteria, replace, told_of
from tests.resolvers.classification.test_alerting import LATER
from tests.resolvers.classification.year import COMMUNE, DAY, DECISION, Year


async def _flags(year: Year) -> list[Any]:
    return await year.cast.rows("review_flag")


async def _flag_of_chief(year: Year) -> Any:
    await year.decided()
    await criteria(year)
    await replace(year, "office", 40)
    (flag,) = await _flags(year)
    return flag


class TestReplacing:
    async def test_flags_the_class_of_the_head_and_of_nobody_else(self, year: Year) -> None:
        await year.decided()
        await criteria(year)
        before = await year.case("chief")
        new = await replace(year, "office", 40)
        (flag,) = await _flags(year)
        assert (flag["classification_id"], flag["person_id"]) == (
            before["id"],
            before["person_id"],
        )
        assert (flag["kind"], flag["review_id"]) == ("organisation", new)
        assert flag["cite"] == "Decree 335/2025/NĐ-CP, art. 20(6)"
        assert await year.case("chief") == before, "nothing changes by itself"
        (leaf,) = await year.cast.leaves("replace_recognition")
        assert leaf["after"]["flagged_classes"] == [str(before["id"])]

    async def test_flags_nothing_where_the_level_is_the_same(self, year: Year) -> None:
        await year.decided()
        await criteria(year)
        await replace(year, "office", 75)
        assert await _flags(year) == []

    async def test_flags_each_change_for_itself(self, year: Year) -> None:
        await year.decided()
        await criteria(year)
        new = [await replace(year, "office", 40), await replace(year, "office", 75)]
        assert [flag["review_id"] for flag in await _flags(year)] == new

    async def test_flags_nothing_before_the_class_is_decided(self, year: Year) -> None:
        await year.results({})
        await year.open()
        await criteria(year)
        await replace(year, "office", 40)
        assert await _flags(year) == []

    async def test_flags_a_head_who_is_classified_from_another_agency(self, year: Year) -> None:
        for name in ("chair", "stranger", "registrar", "inspector"):
            await year.result(name, "80.00")
        round = await year.open("governor", "province")
        await year.cast.town.owner.execute(
            "update congtam.classification set state ="
            " case office when 'head' then 'proposed' else 'discussed' end"
        )
        await year.close(round, by="governor")
        await year.decide(round, by="governor")
        await criteria(year)
        await replace(year, "commune", 60, by="governor")
        (flag,) = await _flags(year)
        assert flag["classification_id"] == (await year.case("chair"))["id"]
        told = {"flag": flag["id"], "version": 1, "note": "Giữ nguyên."}
        clear = deeds.clear_review_flag
        # The personnel officer of the commune is the chair's own subordinate.
        for who, code in (("chair", "NOT_FOUND"), ("officer", "NO_MANDATE")):
            assert (await year.refused(who, clear, **told, today=LATER)).code == code
        await year.do("governor", clear, **told, today=LATER)


async def _closed(year: Year) -> tuple[dict[str, Any], dict[str, Any]]:
    """A set ready to be decided, and what replaces the result that its head's class rests on."""
    await year.results({})
    await year.one_group()
    round = await year.open()
    await year.ready(*COMMUNE)
    await year.close(round)
    await criteria(year)
    return await year.round(round), await told_of(year, "office", 40)


async def test_a_class_that_is_just_being_decided_is_flagged(year: Year) -> None:
    at, told = await _closed(year)
    request = await year.cast.request("chair", DAY)
    async with year.cast.town.deed(request.reach) as tx:
        await deeds.decide_classification(tx, request, **at, decision=DECISION)
        late = asyncio.create_task(year.do("chair", recognition.replace_recognition, **told))
        await asyncio.sleep(0.3)
        assert not late.done()
    await late
    assert [flag["kind"] for flag in await _flags(year)] == ["organisation"]


async def test_a_result_that_is_just_being_replaced_stops_the_decision(year: Year) -> None:
    at, told = await _closed(year)
    request = await year.cast.request("chair", DAY)
    decide = deeds.decide_classification
    async with year.cast.town.deed(request.reach) as tx:
        await recognition.replace_recognition(tx, request, **told)
        late = asyncio.create_task(year.do("chair", decide, **at, decision=DECISION))
        await asyncio.sleep(0.3)
        assert not late.done()
    (outcome,) = await asyncio.gather(late, return_exceptions=True)
    assert getattr(outcome, "code", "") == "CLASSIFICATION_OUTDATED"
    assert await _flags(year) == []


class TestLooking:
    async def test_is_for_whoever_decided_the_class(self, year: Year) -> None:
        flag = await _flag_of_chief(year)
        told = {"flag": flag["id"], "version": 1, "note": "Đã trình Chủ tịch tỉnh thay thế."}
        clear = deeds.clear_review_flag
        for who, code in (
            ("chief", "NOT_FOUND"),
            ("clerk", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
            ("officer", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
        ):
            assert (await year.refused(who, clear, **told, today=LATER)).code == code
        stale = await year.refused("chair", clear, **{**told, "version": 2}, today=LATER)
        assert stale.code == "STALE_VERSION"
        blank = await year.refused("chair", clear, **{**told, "note": " "}, today=LATER)
        assert blank.code == "TEXT_NOT_ACCEPTABLE"
        await year.do("chair", clear, **told, today=LATER)
        (cleared,) = await _flags(year)
        assert (cleared["cleared_by"], cleared["note"]) == (
            year.cast.town.people["chair"],
            told["note"],
        )
        (leaf,) = await year.cast.leaves("clear_review_flag")
        assert (leaf["reason"], leaf["rule"]) == (
            told["note"],
            "classifying-head-looks-at-a-flagged-class",
        )
        again = await year.refused("governor", clear, **{**told, "version": 2}, today=LATER)
        assert again.code == "RECORD_ENDED"

    async def test_and_for_the_head_who_alone_may_replace_it(self, year: Year) -> None:
        flag = await _flag_of_chief(year)
        told = {
            "level": "NOT_COMPLETED",
            "reason": "Tổ chức không hoàn thành.",
            "decision": DECISION,
        }
        at = await year.at("chief")
        await year.do("governor", deeds.replace_classification, **at, **told, today=LATER)
        noted = {"flag": flag["id"], "version": 1, "note": "Đã thay thế."}
        await year.do("governor", deeds.clear_review_flag, **noted, today=LATER)
        (leaf,) = await year.cast.leaves("clear_review_flag")
        assert leaf["rule"] == "managing-head-looks-at-a-flagged-class"
        assert (await year.case("chief"))["applied_level"] == "NOT_COMPLETED"

    @pytest.mark.parametrize("who", ["chair", "governor"])
    async def test_a_better_level_than_the_organisations_is_not_lawful_any_more(
        self, year: Year, who: str
    ) -> None:
        await _flag_of_chief(year)
        told = {"level": "GOOD", "reason": "Giữ nguyên.", "decision": DECISION}
        at = await year.at("chief")
        refused = await year.refused(who, deeds.replace_classification, **at, **told, today=LATER)
        expected = {"governor": "LEVEL_ABOVE_THE_LAW", "chair": "NOT_MANAGING_HEAD"}
        assert refused.code == expected[who]
