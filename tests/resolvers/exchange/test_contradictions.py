"""A staff list that says two things of one person: neither is taken, whatever the order."""

from typing import Any

import pytest

from tests.resolvers.exchange.lists import CREATED, UNCHANGED, Imports, a_post, fates

NUMBER = "001099012345"
PEOPLE = "select * from congtam.person order by id"
BESIDE = {"main": False, "unit": "TO", "place": "hàng 2"}
"""The same person's second post."""


def rows(other: dict[str, Any]) -> list[Any]:
    told = {"staff_code": "CC.01", "personal_number": NUMBER, **BESIDE, **other}
    return [a_post(personal_number=NUMBER), a_post(**told)]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"full_name": "Lò Văn Ổi"}, ("CODE_REPEATED", "staff_code")),
        ({"personal_number": "001099054321"}, ("CODE_REPEATED", "staff_code")),
        ({"staff_code": "CC.02"}, ("NUMBER_REPEATED", "personal_number")),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
async def test_rows_that_cannot_both_be_true_are_left_alone(
    imports: Imports, other: dict[str, Any], told: tuple[str, str], turned: bool
) -> None:
    """Else the order of the rows would decide who somebody is, and what he is called."""
    both = rows(other)
    for each in both:
        assert fates(await imports.do("staff", [each], dry=True)) == [CREATED]
    before = await imports.fetch(PEOPLE)
    verdicts = await imports.do("staff", both[::-1] if turned else both)
    assert fates(verdicts) == [told, told]
    assert all("hàng 2" in (verdict.message or "") for verdict in verdicts)
    assert all(NUMBER not in (verdict.message or "") for verdict in verdicts)
    assert await imports.fetch(PEOPLE) == before


async def test_a_person_has_a_row_for_each_post_by_any_of_his_names(imports: Imports) -> None:
    assert fates(await imports.do("staff", rows({}))) == [CREATED, CREATED]
    assert fates(await imports.do("staff", rows({"personal_number": None}))) == [UNCHANGED] * 2
    (person,) = await imports.fetch("select id from congtam.person where staff_code = 'CC.01'")
    assert fates(await imports.do("staff", rows({"staff_code": str(person["id"])}))) == [
        UNCHANGED,
        UNCHANGED,
    ]
