"""A year opens for exactly what one authority recognises, and what left it drops out."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import recognition
from resolvers.core.request import Request
from resolvers.people import reach_of_operator
from tests.resolvers.recognition.year import DAY, YEAR, Year


def _told(year: Year, unit: str, **options: Any) -> dict[str, Any]:
    return {"unit": year.town.units[unit], "year": YEAR, **options}


async def _opened(year: Year, unit: str) -> set[str]:
    rows = await year.rows(
        "select unit_id from congtam.organisation_review where recognising_unit_id = $1",
        year.town.units[unit],
    )
    names = {id: name for name, id in year.town.units.items()}
    return {names[UUID(str(row["unit_id"]))] for row in rows}


async def test_opens_what_stands_beneath_down_to_the_next_authority(year: Year) -> None:
    await year.open("commune", "chair")
    await year.open("province", "governor")
    assert await _opened(year, "commune") == {"office", "culture"}
    assert await _opened(year, "province") == {"commune", "neighbour"}


async def test_opens_parts_without_a_standing_when_they_are_named(year: Year) -> None:
    await year.open("commune", "chair", also=[year.town.units["team"]])
    assert await _opened(year, "commune") == {"office", "culture", "team"}


async def test_opened_again_adds_what_is_missing_and_leaves_the_rest(year: Year) -> None:
    first = await year.open("commune", "chair")
    await year.finish("office")
    await year.division("land")
    assert await year.open("commune", "clerk_of_staff") == first
    assert await _opened(year, "commune") == {"office", "culture", "land"}
    assert (await year.review("office"))["state"] == "marked"


async def test_is_prepared_by_the_operator_too(year: Year) -> None:
    async with year.town.database.reading() as tx:
        reach = await reach_of_operator(tx, DAY)
    told = await year.request("chair")
    request = Request(reach, told.now, DAY, channel="command")
    async with year.town.deed(reach) as tx:
        await recognition.open_recognition(tx, request, **_told(year, "commune"))
    assert await _opened(year, "commune") == {"office", "culture"}
    assert (await year.round("commune"))["opened_by"] is None


@pytest.mark.parametrize("who", ["governor", "chief", "vice", "auditor", "stranger", "officer"])
async def test_is_refused_to_everybody_else(year: Year, who: str) -> None:
    refused = await year.refused(who, recognition.open_recognition, **_told(year, "commune"))
    assert refused.code == "NOT_RECOGNISING_HEAD"


@pytest.mark.parametrize(
    ("unit", "who", "options", "code"),
    [
        ("office", "chief", {}, "NOTHING_TO_RECOGNISE"),
        ("neighbour", "stranger", {}, "NOTHING_TO_RECOGNISE"),
        ("commune", "chair", {"year": 2027}, "INVALID_INPUT"),
        ("commune", "chair", {"year": 2025}, "INVALID_INPUT"),
        ("commune", "chair", {"year": 0}, "INVALID_INPUT"),
    ],
)
async def test_is_refused_for_what_cannot_be_recognised(
    year: Year, unit: str, who: str, options: Any, code: str
) -> None:
    told = {**_told(year, unit), **options}
    assert (await year.refused(who, recognition.open_recognition, **told)).code == code


async def test_is_refused_for_a_part_of_another_authority(year: Year) -> None:
    told = _told(year, "commune", also=[year.town.units["neighbour"]])
    assert (
        await year.refused("chair", recognition.open_recognition, **told)
    ).code == "NOT_IN_SCOPE"


async def test_needs_a_scheme_in_force(year: Year) -> None:
    await year.town.owner.execute(
        "update congtam.organisation_scheme set in_force_from = $1", date(2026, 12, 6)
    )
    refused = await year.refused("chair", recognition.open_recognition, **_told(year, "commune"))
    assert refused.code == "NO_ORGANISATION_SCHEME"


async def test_a_decided_year_is_not_opened_again(year: Year) -> None:
    await year.commune_decided(80, 80)
    refused = await year.refused("chair", recognition.open_recognition, **_told(year, "commune"))
    assert refused.code == "RECOGNITION_DECIDED"


class TestWithdrawing:
    async def test_leaves_the_rest_to_be_decided(self, year: Year) -> None:
        await year.open("commune", "chair", also=[year.town.units["team"]])
        team = await year.review("team")
        told = {"review": team["id"], "version": 1, "reason": "Mở nhầm"}
        await year.do("chair", recognition.withdraw_organisation_review, **told)
        await year.finish("office", 80)
        await year.finish("culture", 80)
        assert (await year.decide("commune", "chair"))["organisations"] == 2

    async def test_is_the_recognising_heads(self, year: Year) -> None:
        await year.open("commune", "chair")
        told = {"review": (await year.review("office"))["id"], "version": 1, "reason": "Rút"}
        for who in ("chief", "clerk_of_staff", "governor"):
            deed = recognition.withdraw_organisation_review
            assert (await year.refused(who, deed, **told)).code in {
                "NOT_RECOGNISING_HEAD",
                "NOT_FOUND",
            }
