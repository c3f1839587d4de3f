"""What was signed on a post stays in its holder's year: the post does not end before it (17.3)."""

from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from resolvers import evaluations, people
from tests.resolvers.cast import DAY, MONTH, Cast
from tests.resolvers.town import mandate, person, posting

LATE = date(2026, 7, 2)
"""The day on which somebody wants the past to have been otherwise."""
HIDDEN = date(2026, 5, 20)
"""A day before the month that was signed."""


@pytest_asyncio.fixture
async def signed(cast: Cast) -> Cast:
    """The clerk's June, signed; and the commune's personnel officer."""
    town = cast.town
    town.people["officer"] = await person(town, "Tạ Thị Vân", town.agencies["commune"])
    town.postings["officer"] = await posting(town, "officer", "commune", "member")
    await mandate(town, "officer", "personnel_officer", "commune")
    await cast.open("office")
    await cast.worked("clerk")
    await cast.finish("clerk")
    return cast


async def _post(cast: Cast) -> dict[str, Any]:
    version = (await cast.row("posting", cast.town.postings["clerk"]))["version"]
    return {"posting_id": cast.town.postings["clerk"], "version": version, "today": LATE}


@pytest.mark.parametrize("ends", [HIDDEN, MONTH])
async def test_a_post_does_not_end_before_a_period_that_was_signed_on_it(
    signed: Cast, ends: date
) -> None:
    told = await _post(signed)
    refusal = await signed.refused("officer", people.end_posting, **told, ends=ends)
    assert (refusal.code, refusal.field) == ("POST_HAS_SIGNED_SHEETS", "ends")
    assert "06/2026" in refusal.message("vi")


async def test_nor_does_it_by_a_move_that_is_dated_back(signed: Cast) -> None:
    told = await _post(signed) | {"unit": signed.town.units["culture"]}
    refusal = await signed.refused("officer", people.move_posting, **told, begins=HIDDEN)
    assert (refusal.code, refusal.field) == ("POST_HAS_SIGNED_SHEETS", "begins")


async def test_it_ends_inside_the_period_and_after_it(signed: Cast) -> None:
    await signed.do("officer", people.end_posting, **await _post(signed), ends=DAY)
    assert (await signed.sheet("clerk"))["state"] == "released"
    (left,) = await signed.rows("posting", "id = $1", signed.town.postings["clerk"])
    assert left["during"].upper == DAY


async def test_what_was_reopened_holds_it_back_no_more(signed: Cast) -> None:
    sheet = await signed.sheet("clerk")
    told = {"sheet": sheet["id"], "version": sheet["version"], "reason": "Đã chuyển công tác."}
    await signed.do("chair", evaluations.reopen_sheet, **told)
    await signed.do("officer", people.end_posting, **await _post(signed), ends=HIDDEN)
    (left,) = await signed.rows("posting", "id = $1", signed.town.postings["clerk"])
    assert left["during"].upper == HIDDEN
