"""What rested on a replaced result is looked at: the class of the organisation above (art. 4.4)."""

import asyncio
from dataclasses import replace
from typing import Any

from resolvers import recognition
from tests.resolvers.recognition.year import BEST, PAPER, Year, marks

WHY = {"reason": "Báo cáo thiếu trung thực", "decision": replace(PAPER, number="99/QĐ-UBND")}


async def _both_decided(year: Year) -> None:
    await year.commune_decided(80, 80)
    await year.open("province", "governor")
    for unit in ("commune", "neighbour"):
        await year.finish(unit, 80)
    await year.decide("province", "governor")


async def _replace(year: Year, unit: str, total: int, by: str = "chair") -> Any:
    found = await year.review(unit)
    told = {"review": found["id"], "version": found["version"], **WHY}
    told |= {"marks": marks(total), "statement": BEST}
    await year.do(by, recognition.replace_recognition, **told)
    return await year.review(unit)


async def _flags(year: Year) -> list[Any]:
    return await year.rows("select * from congtam.recognition_flag order by id")


async def test_the_class_of_the_organisation_above_is_flagged(year: Year) -> None:
    await _both_decided(year)
    above = await year.review("commune")
    new = await _replace(year, "office", 40)
    (flag,) = await _flags(year)
    assert (flag["review_id"], flag["because_id"]) == (above["id"], new["id"])
    assert flag["because_unit_id"] == year.town.units["office"]
    assert (flag["level_before"], flag["level_after"]) == ("GOOD", "NOT_COMPLETED")
    assert flag["recognising_unit_id"] == year.town.units["province"]
    (leaf,) = await year.leaves("replace_recognition")
    assert leaf["after"]["flagged"] == str(above["id"])
    # Nothing changes by itself.
    assert await year.review("commune") == above


async def test_each_replacement_is_flagged_for_itself(year: Year) -> None:
    await _both_decided(year)
    await _replace(year, "office", 40)
    await _replace(year, "office", 75)
    assert [(flag["level_before"], flag["level_after"]) for flag in await _flags(year)] == [
        ("GOOD", "NOT_COMPLETED"),
        ("NOT_COMPLETED", "GOOD"),
    ]


async def test_nothing_is_flagged_where_nothing_above_is_recognised_yet(year: Year) -> None:
    await year.commune_decided(80, 80)
    await year.open("province", "governor")
    await year.finish("commune", 80)
    await _replace(year, "office", 40)
    assert await _flags(year) == []
    # What is only marked above cannot be decided on the old level.
    await year.finish("neighbour", 80)
    found = await year.round("province")
    told = {"round": found["id"], "version": found["version"], "decision": PAPER}
    refused = await year.refused("governor", recognition.decide_recognition, **told)
    assert refused.code == "MARKS_OUTDATED"


async def test_the_top_of_all_has_nothing_above(year: Year) -> None:
    await _both_decided(year)
    await _replace(year, "commune", 60, by="governor")
    assert await _flags(year) == []


async def test_a_part_without_a_standing_is_passed_over(year: Year) -> None:
    desk = await year.division("desk", under="office", standing="none")
    team = await year.division("team", under="office")
    place = "update congtam.unit_placement set parent_id = $2 where unit_id = $1 returning id"
    await year.rows(place, year.town.units[team], year.town.units[desk])
    for name in ("office", "culture", team):
        year.above[name] = "chair"
    await year.open("commune", "chair")
    for name in (team, "office", "culture"):
        await year.finish(name, 80)
    await year.decide("commune", "chair")
    await _replace(year, team, 40)
    (flag,) = await _flags(year)
    assert flag["review_id"] == (await year.review("office"))["id"]


async def test_a_decision_at_the_same_time_is_flagged_or_refused(year: Year) -> None:
    await year.commune_decided(80, 80)
    await year.open("province", "governor")
    for unit in ("commune", "neighbour"):
        await year.finish(unit, 80)
    round, office = await year.round("province"), await year.review("office")
    told = {"review": office["id"], "version": office["version"], **WHY}
    decided, replaced = await asyncio.gather(
        year.do(
            "governor",
            recognition.decide_recognition,
            round=round["id"],
            version=round["version"],
            decision=PAPER,
        ),
        year.do("chair", recognition.replace_recognition, **told, marks=marks(40), statement=BEST),
        return_exceptions=True,
    )
    assert not isinstance(replaced, BaseException)
    if (await year.review("commune"))["state"] == "recognised":
        assert len(await _flags(year)) == 1
    else:
        assert getattr(decided, "code", "") == "MARKS_OUTDATED"


async def test_the_recognising_head_notes_what_became_of_it(year: Year) -> None:
    await _both_decided(year)
    await _replace(year, "office", 40)
    (flag,) = await _flags(year)
    told = {"flag": flag["id"], "version": 1, "note": "Đã rà soát: giữ nguyên mức xếp loại"}
    clear = recognition.clear_recognition_flag
    for who, code in (
        ("chair", "NO_SELF_RECOGNITION"),
        ("officer", "NOT_RECOGNISING_HEAD"),
        ("clerk_of_staff", "NOT_RECOGNISING_HEAD"),
        ("stranger", "NOT_FOUND"),
        ("chief", "NOT_FOUND"),
    ):
        assert (await year.refused(who, clear, **told)).code == code
    assert (await year.refused("governor", clear, **{**told, "version": 2})).code == "STALE_VERSION"
    blank = await year.refused("governor", clear, **{**told, "note": " "})
    assert blank.code == "TEXT_NOT_ACCEPTABLE"
    await year.do("governor", clear, **told)
    (cleared,) = await _flags(year)
    assert (cleared["cleared_by"], cleared["note"]) == (year.town.people["governor"], told["note"])
    (leaf,) = await year.leaves("clear_recognition_flag")
    assert leaf["reason"] == told["note"]
    again = await year.refused("governor", clear, **{**told, "version": 2})
    assert again.code == "RECORD_ENDED"
