"""Groups of similar duties are the agency head's to approve; from a day on one replaces another."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import classification as deeds
from resolvers.core.ids import new_id
from tests.resolvers.classification.year import DAY, Year

LATER = date(2027, 1, 1)


async def _position(year: Year, code: str, agency: str = "commune") -> UUID:
    id = new_id()
    await year.cast.town.owner.execute(
        "insert into congtam.job_position (id, agency_id, code, name, opened_on)"
        " values ($1, $2, $3, $3, '2026-01-01')",
        id,
        year.cast.town.agencies[agency],
        code,
    )
    return id


def _told(year: Year, *positions: UUID, begins: date = DAY, **change: Any) -> dict[str, Any]:
    agency = year.cast.town.agencies["commune"]
    told = {"agency": agency, "code": "TH", "name": "Tham mưu", "begins": begins}
    return {**told, "positions": positions, **change}


async def _groups(year: Year) -> list[tuple[str, str, Any, Any]]:
    rows = await year.cast.rows("duty_group")
    return [(row["code"], row["name"], row["during"].lower, row["during"].upper) for row in rows]


async def test_a_group_replaces_the_one_of_its_code_from_its_day_on(year: Year) -> None:
    first, second = await _position(year, "A"), await _position(year, "B")
    await year.do("chair", deeds.define_duty_group, **_told(year, first, second))
    told = _told(year, first, begins=LATER, name="Tham mưu tổng hợp")
    await year.do("chair", deeds.define_duty_group, **told)
    assert await _groups(year) == [
        ("TH", "Tham mưu", DAY, LATER),
        ("TH", "Tham mưu tổng hợp", LATER, None),
    ]
    rows = await year.cast.rows("duty_group_position")
    assert sorted((row["position_id"] == first, row["during"].upper) for row in rows[:2]) == [
        (False, LATER),
        (True, LATER),
    ]


async def test_a_position_is_in_one_group_at_a_time(year: Year) -> None:
    position = await _position(year, "A")
    await year.do("chair", deeds.define_duty_group, **_told(year, position))
    told = _told(year, position, begins=LATER, code="MC", name="Một cửa")
    await year.do("chair", deeds.define_duty_group, **told)
    rows = await year.cast.rows("duty_group_position")
    assert [(row["during"].lower, row["during"].upper) for row in rows] == [
        (DAY, LATER),
        (LATER, None),
    ]


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("governor", "NOT_AGENCY_HEAD"),
        ("officer", "NOT_AGENCY_HEAD"),
        ("chief", "NOT_AGENCY_HEAD"),
        ("clerk", "NOT_AGENCY_HEAD"),
    ],
)
async def test_nobody_but_the_agencys_head_approves_one(year: Year, who: str, code: str) -> None:
    refusal = await year.refused(who, deeds.define_duty_group, **_told(year))
    assert refusal.code == code


async def test_a_group_has_positions_of_its_agency(year: Year) -> None:
    strange = await _position(year, "X", "neighbour")
    refusal = await year.refused("chair", deeds.define_duty_group, **_told(year, strange))
    assert refusal.code == "POSITION_NOT_OF_AGENCY"


@pytest.mark.parametrize("change", [{"code": ""}, {"name": " "}, {"code": "x" * 41}])
async def test_a_group_has_a_code_and_a_name(year: Year, change: dict[str, str]) -> None:
    refusal = await year.refused("chair", deeds.define_duty_group, **_told(year, **change))
    assert refusal.code == "TEXT_NOT_ACCEPTABLE"
