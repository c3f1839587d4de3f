"""A wrong result is replaced by its own authority with a reason; the old one is kept (4.4)."""

from dataclasses import replace
from typing import Any

import pytest

from resolvers import recognition
from resolvers.recognition import recognised_level
from tests.resolvers.recognition.year import BEST, PAPER, PART, YEAR, Year, marks

WHY = {"reason": "Báo cáo thiếu trung thực", "decision": replace(PAPER, number="99/QĐ-UBND")}


async def _told(year: Year, unit: str = "office", **options: Any) -> dict[str, Any]:
    found = await year.review(unit)
    told = {"review": found["id"], "version": found["version"], **WHY}
    return {**told, "marks": marks(66), "statement": BEST, **options}


async def _replaced(year: Year, unit: str = "office", **options: Any) -> Any:
    told = await _told(year, unit, **options)
    await year.do("chair", recognition.replace_recognition, **told)
    return await year.review(unit)


async def test_the_new_result_counts_and_the_old_one_stays(year: Year) -> None:
    await year.commune_decided(80, 80)
    await year.publish("commune", "chair")
    old = await year.review("office")
    new = await _replaced(year)
    assert (new["edition"], new["replaces_id"], new["applied_level"]) == (2, old["id"], "COMPLETED")
    assert new["published_at"] is not None
    assert (new["decision_no"], new["self_marks"]) == ("99/QĐ-UBND", old["self_marks"])
    (kept,) = await year.rows("select * from congtam.organisation_review where id = $1", old["id"])
    assert (kept["state"], kept["applied_level"], kept["end_reason"]) == (
        ("replaced", "GOOD", WHY["reason"])
    )
    request = await year.request("chair")
    async with year.town.deed(request.reach) as tx:
        assert await recognised_level(tx, year.town.units["office"], YEAR) == "COMPLETED"
    (leaf,) = await year.leaves("replace_recognition")
    assert (leaf["before"]["applied_level"], leaf["after"]["applied_level"]) == (
        ("GOOD", "COMPLETED")
    )
    refused = await year.refused(
        "chair",
        recognition.replace_recognition,
        **{**await _told(year), "review": kept["id"], "version": kept["version"]},
    )
    assert refused.code == "ORGANISATION_NOT_RECOGNISED"


@pytest.mark.parametrize("who", ["chief", "curator", "vice", "governor", "clerk_of_staff"])
async def test_only_the_recognising_head_replaces(year: Year, who: str) -> None:
    await year.commune_decided(80, 80)
    refused = await year.refused(who, recognition.replace_recognition, **await _told(year))
    assert refused.code in {"NOT_RECOGNISING_HEAD", "NO_SELF_RECOGNITION", "NOT_FOUND"}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"reason": " "}, "TEXT_NOT_ACCEPTABLE"),
        ({"version": 1}, "STALE_VERSION"),
        ({"marks": marks(84), "statement": PART}, "LEVEL_TO_CHOOSE"),
        ({"level": "GOOD", "level_reason": "x"}, "LEVEL_GIVEN"),
        ({"marks": marks(95), "excellent": True}, "NO_PLACE_LEFT"),
    ],
)
async def test_is_refused_without_reason_right_or_room(
    year: Year, options: dict[str, Any], code: str
) -> None:
    await year.commune_decided(80, 80)
    told = await _told(year, **options)
    assert (await year.refused("chair", recognition.replace_recognition, **told)).code == code


async def test_a_level_that_the_decree_does_not_give_is_chosen(year: Year) -> None:
    await year.commune_decided(80, 80)
    gap = {"marks": marks(84), "statement": PART, "level": "COMPLETED", "level_reason": "Dở dang"}
    new = await _replaced(year, **gap)
    assert (new["computed_level"], new["applied_level"]) == (None, "COMPLETED")


async def test_an_unfinished_year_is_not_replaced(year: Year) -> None:
    await year.open("commune", "chair")
    await year.finish("office", 80)
    refused = await year.refused("chair", recognition.replace_recognition, **await _told(year))
    assert refused.code == "ORGANISATION_NOT_RECOGNISED"


async def test_a_free_place_is_taken_and_only_when_asked_for(year: Year) -> None:
    names = ["office", "culture", *await year.divisions(4)]
    await year.open("commune", "chair")
    for name in names:
        await year.finish(name, 80)
    await year.decide("commune", "chair")
    good = await _replaced(year, marks=marks(95))
    assert (good["applied_level"], good["without_place"]) == ("GOOD", True)
    best = await _replaced(year, marks=marks(95), excellent=True)
    assert (best["edition"], best["applied_level"]) == (3, "EXCELLENT")
    told = await _told(year, "culture", marks=marks(95), excellent=True)
    refused = await year.refused("chair", recognition.replace_recognition, **told)
    assert refused.code == "NO_PLACE_LEFT"
