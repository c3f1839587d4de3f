"""Results of quarter, half-year and year, computed through the database."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import results
from tests.resolvers.cast import Cast
from tests.resolvers.results.year import AFTER, MONTHS, TOTALS, YEAR, Year
from tests.resolvers.town import posting


@pytest.fixture
def year(cast: Cast) -> Year:
    return Year(cast)


async def computed(year: Year, name: str = "officer", **changes: Any) -> Any:
    """Compute as somebody; the run."""
    told = {"agency": year.cast.town.agencies["commune"], "span": "year", "period": YEAR, **changes}
    day = told.pop("today", AFTER)
    run = await year.cast.do(name, results.compute_results, today=day, **told)
    return await year.cast.row("result_run", run)


async def result_of(year: Year, name: str, span: str = "year") -> Any:
    (found,) = await year.cast.rows(
        "result",
        "person_id = $1 and span = $2 and replaced_at is null",
        year.cast.town.people[name],
        span,
    )
    return found


class TestComputeResults:
    async def test_is_the_mean_of_twelve_closed_months(self, year: Year) -> None:
        await year.whole("clerk")
        run = await computed(year)
        row = await result_of(year, "clerk")
        assert (row["total"], row["level"], row["rated"]) == (Decimal("90.00"), "EXCELLENT", True)
        assert row["agency_id"] == year.cast.town.agencies["commune"]
        assert row["scoring_unit_id"] == year.cast.town.units["office"]
        assert (row["edition"], row["provisional"], row["months_worked"]) == (1, False, 12)
        used = {each["sheets"][0]["sheet"]: each["sheets"][0]["days"] for each in row["entries"]}
        assert list(used) == [str(year.sheets["clerk", month]) for month in MONTHS]
        assert list(used.values()) == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        assert "Decree 335/2025/NĐ-CP, art. 17(3)" in row["cites"]
        assert (run["computed_by"], run["incomplete"]) == (
            year.cast.town.people["officer"],
            run["people"] - 1,
        )
        (leaf,) = await year.cast.leaves("compute_results")
        assert leaf["rule"] == "personnel-officer-computes-results"

    async def test_says_which_unit_owes_what_is_missing(self, year: Year) -> None:
        """Never zero, never full marks: without a month there is no number."""
        await year.whole("clerk", TOTALS[:8])
        open_sheet = await year.sheet("clerk", MONTHS[8], state="scored")
        await year.sheet("clerk", MONTHS[9], state="released")
        await year.sheet("clerk", MONTHS[10], None)
        run = await computed(year)
        row = await result_of(year, "clerk")
        assert (row["total"], row["raw_total"], row["level"]) == (None, None, "INSUFFICIENT_DATA")
        assert (row["rated"], row["not_rated_because"]) == (False, "INSUFFICIENT_DATA")
        assert run["incomplete"] == run["people"]
        owed = {entry["period"][:7]: entry["missing"] for entry in row["entries"][8:]}
        assert {month: missing["because"] for month, (missing,) in owed.items()} == {
            "2026-09": "NOT_SIGNED",
            "2026-10": "NOT_CLOSED",
            "2026-11": "NOTHING_ASSIGNED",
            "2026-12": "NOT_OPENED",
        }
        office = str(year.cast.town.units["office"])
        assert all(missing["unit"] == office for (missing,) in owed.values())
        assert owed["2026-09"][0]["sheet"] == str(open_sheet)
        assert owed["2026-12"][0]["days"] == 31
        assert [entry["standing"] for entry in row["entries"]] == ["used"] * 8 + ["missing"] * 4

    async def test_asks_the_next_head_up_for_a_heads_sheet(self, year: Year) -> None:
        await computed(year)
        for name, unit in (("chair", "province"), ("chief", "commune"), ("typist", "office")):
            (owed,) = (await result_of(year, name))["entries"][0]["missing"]
            assert owed["unit"] == str(year.cast.town.units[unit])

    @pytest.mark.parametrize(
        ("span", "period", "total"),
        [
            ("quarter", date(2026, 1, 1), "87.90"),
            ("quarter", date(2026, 4, 1), "90.57"),
            ("half_year", date(2026, 1, 1), "89.23"),
            ("half_year", date(2026, 7, 1), "90.77"),
        ],
    )
    async def test_forms_every_span(self, year: Year, span: str, period: date, total: str) -> None:
        await year.whole("clerk")
        await computed(year, span=span, period=period)
        row = await result_of(year, "clerk", span)
        assert (row["total"], row["period"]) == (Decimal(total), period)

    async def test_takes_recorded_absences_out_of_the_mean(self, year: Year) -> None:
        """Five months of maternity leave, as the decree excepts them (art. 11.2)."""
        for period in MONTHS[5:]:
            await year.sheet("clerk", period, "86.00")
        await year.absent("clerk", "maternity", date(2026, 1, 1), date(2026, 6, 1))
        await computed(year)
        row = await result_of(year, "clerk")
        assert (row["total"], row["level"], row["months_worked"]) == (Decimal("86.00"), "GOOD", 7)
        assert [entry["standing"] for entry in row["entries"][:6]] == ["excused"] * 5 + ["used"]
        (absent,) = row["entries"][0]["absent"]
        assert (absent["kind"], absent["days"]) == ("maternity", 31)
        assert "sheets" not in row["entries"][0]

    async def test_counts_days_of_service_without_those_of_absence(self, year: Year) -> None:
        await year.whole("clerk")
        await year.absent("clerk", "sick", date(2026, 3, 1), date(2026, 3, 11))
        await computed(year)
        march = (await result_of(year, "clerk"))["entries"][2]
        assert (march["days"], march["sheets"][0]["days"], march["standing"]) == (31, 21, "used")

    async def test_of_less_than_six_months_is_no_rating(self, year: Year) -> None:
        await year.cast.town.owner.execute(
            "update congtam.posting set during = daterange('2026-08-01', null) where id = $1",
            year.cast.town.postings["clerk"],
        )
        for period in MONTHS[7:]:
            await year.sheet("clerk", period, "81.30")
        run = await computed(year)
        row = await result_of(year, "clerk")
        assert (row["level"], row["rated"]) == (None, False)
        assert (row["not_rated_because"], row["months_worked"]) == ("UNDER_SIX_MONTHS", 5)
        assert [entry["standing"] for entry in row["entries"][:7]] == ["outside"] * 7
        assert run["unrated"] == 1

    async def test_weighs_two_posts_of_one_month_by_their_days(self, year: Year) -> None:
        await year.move("clerk", date(2026, 1, 11))
        post = await posting(year.cast.town, "clerk", "culture", "member", begins=date(2026, 1, 11))
        await year.sheet("clerk", MONTHS[0], "90.00")
        await year.sheet("clerk", MONTHS[0], "59.00", post=post, unit="culture")
        for period in MONTHS[1:3]:
            await year.sheet("clerk", period, "70.00", post=post, unit="culture")
        await computed(year, span="quarter")
        row = await result_of(year, "clerk", "quarter")
        # (10 × 90 + 21 × 59) / 31 = 69, and two months of 70.
        assert row["total"] == Decimal("69.67")
        assert [each["days"] for each in row["entries"][0]["sheets"]] == [10, 21]
        assert row["scoring_unit_id"] == year.cast.town.units["culture"]

    async def test_marks_a_december_that_was_signed_early(self, year: Year) -> None:
        await year.whole("clerk", TOTALS[:11])
        await year.sheet("clerk", MONTHS[11], "89.50", signed=date(2026, 12, 10))
        await computed(year)
        row = await result_of(year, "clerk")
        assert (row["provisional"], row["total"]) == (True, Decimal("90.00"))
        assert row["entries"][11]["sheets"][0]["provisional"] is True

    async def test_rolls_from_december_to_november_where_the_agency_says_so(
        self, year: Year
    ) -> None:
        await year.cast.choose("december", "rolling_year")
        await year.whole("clerk", TOTALS[:11])
        await computed(year, today=date(2026, 12, 10))
        row = await result_of(year, "clerk")
        # December 2025 was before the decree.
        assert len(row["entries"]) == 11
        assert (row["total"], row["provisional"]) == (Decimal("90.05"), False)

    async def test_forms_the_year_from_quarters_where_the_agency_scores_so(
        self, year: Year
    ) -> None:
        await year.cast.choose("cycle", "quarter", "province")
        for month, total in ((1, "80"), (4, "90"), (7, "70"), (10, "85")):
            await year.sheet("clerk", date(2026, month, 1), total)
        await year.absent("clerk", "unpaid", date(2026, 1, 1), date(2026, 2, 1))
        await computed(year)
        row = await result_of(year, "clerk")
        assert (row["total"], row["months_worked"]) == (Decimal("81.25"), 11)
        assert [part["days"] for part in row["entries"][0]["parts"]] == [31, 28, 31]
        assert row["entries"][0]["sheets"][0]["days"] == 59

    async def test_is_done_by_the_head_and_by_the_system_alike(self, year: Year) -> None:
        await year.whole("clerk")
        await computed(year, "chair")
        before = await year.cast.town.everything()
        await computed(year, "officer")
        told = {"agency": year.cast.town.agencies["commune"], "span": "year", "period": YEAR}
        reach = year.cast.town.operator()
        async with year.cast.town.deed(reach) as tx:
            await results.compute_results(tx, year.request(reach), **told)
        assert await year.cast.town.everything() == before


class TestEditions:
    async def test_computing_again_writes_nothing(self, year: Year) -> None:
        await year.whole("clerk")
        first = await computed(year)
        before = await year.cast.town.everything()
        again = await computed(year, today=date(2027, 2, 1))
        assert again["id"] == first["id"]
        assert await year.cast.town.everything() == before

    async def test_keep_what_was_replaced(self, year: Year) -> None:
        await year.whole("clerk")
        await computed(year)
        old = await result_of(year, "clerk")
        await year.change("clerk", MONTHS[0], "76.20")
        run = await computed(year)
        new = await result_of(year, "clerk")
        assert (new["total"], new["edition"], new["replaced_at"]) == (Decimal("89.00"), 2, None)
        kept = await year.cast.row("result", old["id"])
        assert kept["replaced_at"] == new["computed_at"]
        assert {**dict(kept), "replaced_at": None} == dict(old)
        assert (run["written"], len(await year.cast.leaves("compute_results"))) == (1, 2)

    @pytest.mark.parametrize("what", ["sheet", "absence", "post", "handed"])
    async def test_are_stale_once_anything_has_changed(self, year: Year, what: str) -> None:
        await year.whole("clerk")
        await year.whole("typist")
        await computed(year)
        assert await year.stale() == []
        if what == "sheet":
            await year.change("clerk", MONTHS[3], "10.00")
        elif what == "absence":
            await year.absent("clerk", "sick", date(2026, 5, 5), date(2026, 5, 6))
        elif what == "post":
            await year.move("clerk", date(2026, 11, 30))
        else:
            await year.hand_over("clerk", MONTHS[0], "neighbour", "commune", "90.00")
        assert await year.stale() == ["clerk"]
        await computed(year)
        assert await year.stale() == []

    async def test_of_a_month_that_somebody_reopened_are_stale(self, year: Year) -> None:
        await year.whole("clerk")
        await computed(year)
        await year.cast.town.owner.execute(
            "update congtam.sheet set state = 'released' where id = $1",
            year.sheets["clerk", MONTHS[0]],
        )
        assert await year.stale() == ["clerk"]
        await computed(year)
        assert (await result_of(year, "clerk"))["level"] == "INSUFFICIENT_DATA"

    async def test_end_with_a_post_that_never_was(self, year: Year) -> None:
        await year.whole("clerk")
        await computed(year)
        old = await result_of(year, "clerk")
        await year.cast.town.owner.execute(
            "update congtam.posting set during = 'empty' where id = $1",
            year.cast.town.postings["clerk"],
        )
        await computed(year)
        kept = await year.cast.row("result", old["id"])
        assert kept["replaced_at"] is not None
        before = await year.cast.town.everything()
        await computed(year)
        assert await year.cast.town.everything() == before
