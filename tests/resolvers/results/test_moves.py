"""People who change the agency within a year: the new one computes it (art. 19.1)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import results
from tests.resolvers.cast import Cast
from tests.resolvers.results.year import AFTER, MONTHS, YEAR, Year
from tests.resolvers.town import mandate, posting

MOVED = date(2026, 6, 11)


@pytest.fixture
async def year(cast: Cast) -> Year:
    """The clerk goes to the neighbour in the middle of June."""
    year = Year(cast)
    await mandate(cast.town, "inspector", "personnel_officer", "neighbour")
    for period in MONTHS[:6]:
        await year.sheet("clerk", period, "80.00")
    await year.move("clerk", MOVED)
    post = await posting(cast.town, "clerk", "neighbour", "member", begins=MOVED)
    for period in MONTHS[5:]:
        await year.sheet("clerk", period, "90.00", post=post, unit="neighbour")
    return year


async def computed(year: Year, agency: str, by: str) -> None:
    told = {"agency": year.cast.town.agencies[agency], "span": "year", "period": YEAR}
    await year.cast.do(by, results.compute_results, today=AFTER, **told)


async def current(year: Year) -> Any:
    found = await year.cast.rows(
        "result",
        "person_id = $1 and replaced_at is null",
        year.cast.town.people["clerk"],
    )
    return found[0] if found else None


async def test_the_old_agency_computes_nothing(year: Year) -> None:
    await computed(year, "commune", "officer")
    assert await current(year) is None


async def test_the_new_one_waits_for_what_the_old_one_has_not_handed_over(year: Year) -> None:
    await computed(year, "neighbour", "inspector")
    row = await current(year)
    town = year.cast.town
    assert (row["agency_id"], row["level"]) == (town.agencies["neighbour"], "INSUFFICIENT_DATA")
    owed = [entry["missing"][0] for entry in row["entries"][:6]]
    assert {(each["because"], each["agency"]) for each in owed} == {
        ("NOT_HANDED_OVER", str(town.agencies["commune"]))
    }
    assert [each["days"] for each in owed] == [31, 28, 31, 30, 31, 10]
    assert "unit" not in owed[0]


async def test_what_was_handed_over_counts_by_its_days(year: Year) -> None:
    await computed(year, "neighbour", "inspector")
    for period in MONTHS[:6]:
        await year.hand_over("clerk", period, "commune", "neighbour", "80.00")
    assert await year.stale() == ["clerk"]
    await computed(year, "neighbour", "inspector")
    row = await current(year)
    june = row["entries"][5]["sheets"]
    assert [(each["total"], each["days"]) for each in june] == [
        ("80.00", 10),
        ("90.00", 20),
    ]
    # Five months of 80, June of (10 × 80 + 20 × 90) / 30, six months of 90.
    assert (row["total"], row["level"], row["edition"]) == (Decimal("85.56"), "GOOD", 2)


async def test_what_was_handed_to_somebody_else_does_not(year: Year) -> None:
    for period in MONTHS[:6]:
        await year.hand_over("clerk", period, "commune", "province", "80.00")
    await computed(year, "neighbour", "inspector")
    assert (await current(year))["level"] == "INSUFFICIENT_DATA"


async def test_the_operator_finds_the_same_without_a_fence(year: Year) -> None:
    for period in MONTHS[:6]:
        await year.hand_over("clerk", period, "commune", "neighbour", "80.00")
    await computed(year, "neighbour", "inspector")
    before = await year.cast.town.everything()
    reach = year.cast.town.operator()
    told = {"agency": year.cast.town.agencies["neighbour"], "span": "year", "period": YEAR}
    async with year.cast.town.deed(reach) as tx:
        await results.compute_results(tx, year.request(reach), **told)
    assert await year.cast.town.everything() == before


async def test_an_absence_at_the_old_agency_excuses_its_month(year: Year) -> None:
    await year.absent("clerk", "sick", date(2026, 1, 1), date(2026, 2, 1))
    await computed(year, "neighbour", "inspector")
    assert (await current(year))["entries"][0]["standing"] == "excused"


async def test_a_result_of_the_old_agency_gives_way(year: Year) -> None:
    await computed(year, "neighbour", "inspector")
    first = await current(year)
    await year.cast.town.owner.execute(
        "update congtam.result set agency_id = $1 where id = $2",
        year.cast.town.agencies["commune"],
        first["id"],
    )
    await computed(year, "commune", "officer")
    assert (await current(year))["id"] == first["id"]
    await year.change("clerk", MONTHS[11], "50.00")
    await computed(year, "neighbour", "inspector")
    second = await current(year)
    assert (second["edition"], second["agency_id"]) == (2, year.cast.town.agencies["neighbour"])
