"""Where the province has chosen the quarter, one sheet stands for three months (art. 3.4)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import pytest_asyncio

from resolvers import evaluations, work
from resolvers.organisation import set_switch
from resolvers.results import compute_results, recomputed
from resolvers.statute.evaluation import recompute
from resolvers.work import Part
from tests.resolvers.cast import ALONE, FULL, LED, Cast

QUARTER = date(2026, 4, 1)
NEXT = date(2026, 7, 1)
JULY = date(2026, 7, 2)


@pytest_asyncio.fixture
async def quarterly(cast: Cast) -> Cast:
    await cast.choose("cycle", "quarter", "province")
    return replace(cast, period=QUARTER)


def opening(cast: Cast, period: date) -> dict[str, Any]:
    return {"unit": cast.town.units["office"], "period": period}


class TestOpening:
    async def test_makes_one_sheet_for_the_quarter(self, quarterly: Cast) -> None:
        await quarterly.open("office")
        sheets = await quarterly.rows("sheet")
        assert {sheet["period"] for sheet in sheets} == {QUARTER}
        assert len(sheets) == 4

    @pytest.mark.parametrize("period", [date(2026, 5, 1), date(2026, 6, 1)])
    async def test_refuses_a_month_inside_it(self, quarterly: Cast, period: date) -> None:
        told = opening(quarterly, period)
        refusal = await quarterly.refused("chief", evaluations.open_month, **told)
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "period")
        assert refusal.facts["allowed"] == "2026-01-01, 2026-04-01, 2026-07-01, 2026-10-01"

    async def test_counts_a_post_as_it_stood_on_its_last_day_in_the_quarter(
        self, quarterly: Cast
    ) -> None:
        move = "update congtam.posting set during = daterange(lower(during), $2) where id = $1"
        gone = date(2026, 5, 11)
        await quarterly.town.owner.execute(move, quarterly.town.postings["clerk"], gone)
        await quarterly.open("office")
        assert (await quarterly.sheet("clerk"))["person_id"] == quarterly.town.people["clerk"]


class TestWork:
    async def test_counts_in_the_quarter_of_its_deadline(self, quarterly: Cast) -> None:
        await quarterly.open("office")
        first = await quarterly.assign("clerk", due_on=date(2026, 6, 20))
        spread = (
            Part(Decimal(40), date(2026, 6, 30)),
            Part(Decimal(60), date(2026, 8, 31)),
        )
        second = await quarterly.assign("clerk", due_on=date(2026, 8, 31), spread=spread)
        assert (await quarterly.line_of(first))["period"] == QUARTER
        lines = await quarterly.rows("work_line", "assignment_id = $1", second)
        assert sorted(line["period"] for line in lines) == [QUARTER, NEXT]

    async def test_is_spread_anew_by_quarters(self, quarterly: Cast) -> None:
        await quarterly.open("office")
        assignment = await quarterly.assign("clerk")
        spread = (Part(Decimal(50), date(2026, 6, 30)), Part(Decimal(50), date(2026, 9, 30)))
        told = {"assignment": assignment, "spread": spread, "version": 1}
        await quarterly.do("chief", work.spread_work, **told)
        lines = await quarterly.rows("work_line", "assignment_id = $1", assignment)
        assert sorted(line["period"] for line in lines) == [QUARTER, NEXT]


class TestScoring:
    async def test_goes_all_the_way_after_the_quarter_is_over(self, quarterly: Cast) -> None:
        cast = quarterly
        await cast.open("office")
        for name in ("assistant", "clerk", "leader", "typist"):
            await cast.worked(name)
        for name in ("clerk", "typist", "leader", "assistant"):
            await cast.assess(name)
            await cast.step(name, "chief", evaluations.score_sheet, **await told(cast, name))
            await cast.step(name, "chief", evaluations.sign_sheet, today=JULY)
        await cast.do("chief", evaluations.close_month, **opening(cast, QUARTER), today=JULY)
        sheet = await cast.sheet("clerk")
        assert (sheet["state"], sheet["total"]) == ("closed", Decimal("100.00"))

    async def test_keeps_a_record_that_names_the_quarter(self, quarterly: Cast) -> None:
        await quarterly.open("office")
        await quarterly.worked("clerk")
        await quarterly.assess("clerk")
        sheet = await quarterly.score("clerk")
        (score,) = await quarterly.rows("score", "sheet_id = $1", sheet["id"])
        stored = score["facts"]["month"]
        assert stored["period"] == "2026-Q2"
        assert recompute(stored).total == sheet["total"]

    async def test_applies_the_agencys_rule_of_the_quarters_last_day(self, quarterly: Cast) -> None:
        """A rule that begins in June governs the quarter that ends then."""
        await quarterly.town.owner.execute(
            "insert into congtam.agency_switch (id, agency_id, name, value, during)"
            " values (gen_random_uuid(), $1, 'rounding_digits', '1', '[2026-06-01,)')",
            quarterly.town.agencies["commune"],
        )
        await quarterly.open("office")
        await quarterly.worked("clerk")
        await quarterly.assess("clerk")
        sheet = await quarterly.score("clerk")
        (score,) = await quarterly.rows("score", "sheet_id = $1", sheet["id"])
        assert score["facts"]["month"]["switches"]["rounding_digits"] == 1

    async def test_waits_with_the_lock_until_the_month_after_the_quarter(
        self, quarterly: Cast
    ) -> None:
        """A monthly sheet of April is over in June; the quarter's is not."""
        await quarterly.open("office")
        await quarterly.worked("clerk")
        late = date(2026, 8, 1)
        sheet = await quarterly.assess("clerk")
        given = {
            "sheet": sheet["id"],
            "version": sheet["version"],
            **await told(quarterly, "clerk"),
        }
        refusal = await quarterly.refused("chief", evaluations.score_sheet, **given, today=late)
        assert refusal.code == "WINDOW_OVER"
        await quarterly.do("chief", evaluations.score_sheet, **given, today=JULY)


class TestResults:
    async def test_are_drawn_from_the_quarters_sheet(self, quarterly: Cast) -> None:
        await quarterly.open("office")
        await quarterly.worked("clerk")
        await quarterly.assess("clerk")
        await quarterly.score("clerk")
        await quarterly.sign("clerk")
        await quarterly.town.owner.execute(
            "update congtam.sheet set state = 'closed' where released_at is not null"
        )
        await quarterly.town.owner.execute(
            "insert into congtam.mandate (id, person_id, agency_id, unit_id, kind, during)"
            " values (gen_random_uuid(), $1, $2, $3, 'personnel_officer', '[2026-01-01,)')",
            quarterly.town.people["archivist"],
            quarterly.town.agencies["commune"],
            quarterly.town.units["commune"],
        )
        asked = {"agency": quarterly.town.agencies["commune"], "period": QUARTER}
        await quarterly.do("archivist", compute_results, span="quarter", **asked, today=JULY)
        (found,) = await quarterly.rows("result", "person_id = $1", quarterly.town.people["clerk"])
        assert (found["total"], found["months_worked"]) == (Decimal("100.00"), Decimal(3))
        inputs = {
            "span": "quarter",
            "period": QUARTER.isoformat(),
            "entries": found["entries"],
            "switches": found["switches"],
            "known": found["known"].isoformat(),
        }
        assert recomputed(inputs).total == found["total"]


class TestChoosing:
    def choose(self, cast: Cast, agency: str, begins: date) -> dict[str, Any]:
        told = {"agency_id": cast.town.agencies[agency], "name": "cycle", "value": "quarter"}
        return {**told, "begins": begins, "basis": "Quyết định số 15/QĐ-UBND"}

    async def test_is_the_highest_agencys(self, cast: Cast) -> None:
        told = self.choose(cast, "commune", date(2027, 1, 1))
        refusal = await cast.refused("chair", set_switch, **told)
        assert refusal.code == "CYCLE_FROM_ABOVE"

    async def test_begins_with_a_year(self, cast: Cast) -> None:
        told = self.choose(cast, "province", date(2026, 7, 1))
        refusal = await cast.refused("governor", set_switch, **told)
        assert (refusal.code, refusal.facts["allowed"]) == ("INVALID_INPUT", "2027-01-01")

    async def test_comes_too_late_once_a_unit_beneath_has_opened_a_month(self, cast: Cast) -> None:
        told = self.choose(cast, "province", date(2026, 1, 1))
        await cast.open("office")
        refusal = await cast.refused("governor", set_switch, **told)
        assert refusal.code == "CYCLE_IN_USE"

    async def test_leaves_the_years_before_by_the_month(self, cast: Cast) -> None:
        await cast.do("governor", set_switch, **self.choose(cast, "province", date(2027, 1, 1)))
        await cast.open("office")
        due = (Part(Decimal(50), date(2026, 12, 20)), Part(Decimal(50), date(2027, 3, 20)))
        assignment = await cast.assign("clerk", due_on=date(2027, 3, 20), spread=due)
        lines = await cast.rows("work_line", "assignment_id = $1", assignment)
        assert sorted(line["period"] for line in lines) == [date(2026, 12, 1), date(2027, 1, 1)]


async def told(cast: Cast, name: str) -> dict[str, Any]:
    """What scoring a sheet is told."""
    if (await cast.sheet(name))["role"] == "staff":
        return {"marks": FULL}
    return {"marks": FULL, "leadership": ALONE if name == "assistant" else LED}
