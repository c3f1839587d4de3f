"""What heads owe where the province has chosen the quarter (art. 3.4)."""

from datetime import date, time

import pytest

from resolvers.duties import words
from tests.resolvers.duties.watch import SCORING, Watch

QUARTER = date(2026, 4, 1)
QUARTERS = ("assign_work", "score_sheets", "close_month")


async def kinds(watch: Watch, day: date) -> set[tuple[str, date]]:
    """The kinds of steps, with their periods, that are on the clock after a sweep of a day."""
    await watch.sweep(day)
    found = await watch.cast.rows("duty", "kind = any($1)", list(QUARTERS))
    return {(row["kind"], row["period"]) for row in found}


class TestSteps:
    async def test_begin_and_end_with_the_quarter(self, watch: Watch) -> None:
        await watch.cast.choose("cycle", "quarter", "province")
        assert await kinds(watch, date(2026, 4, 1)) == {
            ("score_sheets", date(2026, 1, 1)),
            ("close_month", date(2026, 1, 1)),
            ("assign_work", QUARTER),
        }
        assert await kinds(watch, date(2026, 5, 20)) == await kinds(watch, date(2026, 5, 31))
        assert ("score_sheets", QUARTER) in await kinds(watch, date(2026, 6, 1))

    @pytest.mark.parametrize(
        ("kind", "day", "due"),
        [
            ("assign_work", date(2026, 4, 1), date(2026, 4, 6)),
            ("score_sheets", date(2026, 6, 1), date(2026, 7, 3)),
            ("close_month", date(2026, 6, 1), date(2026, 7, 6)),
        ],
    )
    async def test_are_due_after_its_last_month(
        self, watch: Watch, kind: str, day: date, due: date
    ) -> None:
        await watch.cast.choose("cycle", "quarter", "province")
        await watch.sweep(day)
        for unit in SCORING:
            assert (await watch.duty(kind, unit, QUARTER))["due_on"] == due

    async def test_a_missed_one_counts_on_the_heads_sheet_of_its_quarter(
        self, watch: Watch
    ) -> None:
        await watch.cast.choose("cycle", "quarter", "province")
        await watch.sweep(date(2026, 6, 1))
        await watch.sweep(date(2026, 8, 3), time(9))
        found = await watch.cast.rows("breach")
        assert {row["period"] for row in found} == {date(2026, 7, 1)}

    def test_are_told_with_the_quarter(self) -> None:
        params = {
            "step": "score_sheets",
            "unit": "Văn phòng",
            "period": "2026-04-01",
            "months": 3,
            "due_on": "2026-07-03",
            "subject": "",
        }
        assert "Văn phòng, quý II/2026" in words("overdue", params, "vi").text
        assert "Văn phòng, quarter 2/2026" in words("overdue", params, "en").text
