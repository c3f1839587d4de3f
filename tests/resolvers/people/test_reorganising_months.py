"""A unit ends when everybody in it has a sheet of its last days: afterwards nobody can make one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from resolvers.core.spelling import Months
from resolvers.organisation import close_unit
from resolvers.people import Closing, Opening, Reappointment, ReorganisationPlan
from tests.resolvers.people.plans import (
    DAY,
    MAY,
    carried_out,
    commune,
    merged_units,
    month,
    refusals,
    refused_plan,
    sheet,
    staff,
)
from tests.resolvers.town import FOUNDED, Town

MID_JUNE = date(2026, 6, 11)
SCORED_IN_THE_OFFICE = ("assistant", "clerk", "leader", "typist")


@pytest.fixture
async def staffed(town: Town) -> Town:
    return await staff(town)


def split_office(town: Town, day: date) -> ReorganisationPlan:
    """The culture division and the office of the commune become two others."""
    closes, names = ("office", "culture"), ("first", "second")
    return ReorganisationPlan(
        kind="split",
        day=day,
        decision_no="90/NQ-HĐND",
        closes=[Closing(town.units[name]) for name in closes],
        opens=[Opening(name, name, "direct_using", str(commune(town))) for name in names],
        places=merged_units(town).places[:0],
        postings=[
            Reappointment(town.postings[name], "first") for name in ("chief", "assistant", "clerk")
        ],
    )


async def sheets_of_the_office(town: Town, period: date, *, but: str = "") -> None:
    for name in SCORED_IN_THE_OFFICE:
        if name != but:
            unit = "team" if name in ("leader", "typist") else "office"
            await sheet(town, name, unit, period, "80")
    await month(town, "office", period, "closed")


async def not_opened(town: Town, plan: ReorganisationPlan) -> str:
    """What the one refusal of a plan says, which is that the office's months are not opened."""
    outcome = await refused_plan(town, plan)
    (told,) = [each for each in outcome.verdicts if each.code == "MONTHS_NOT_OPENED"]
    # In the culture division its head stands alone, and he is scored in the commune.
    assert told.subject == str(town.units["office"])
    assert told.message is not None
    return told.message


class TestEndingAUnit:
    @pytest.mark.parametrize("plan", [merged_units, split_office])
    async def test_asks_for_the_month_in_which_it_ends(self, staffed: Town, plan: Any) -> None:
        message = await not_opened(staffed, plan(staffed, day=MID_JUNE))
        assert "đơn vị office kết thúc hoạt động vào ngày 11/06/2026" in message
        assert "kỳ đánh giá 06/2026 tại đơn vị: còn thiếu 4 phiếu" in message

    async def test_is_possible_when_everybody_there_has_a_sheet(self, staffed: Town) -> None:
        plan = merged_units(staffed, day=MID_JUNE)
        await sheets_of_the_office(staffed, DAY, but="typist")
        assert "còn thiếu 1 phiếu" in await not_opened(staffed, plan)
        await sheet(staffed, "typist", "team", DAY, "80")
        assert (await carried_out(staffed, plan)).accepted

    async def test_asks_for_the_month_before_while_that_one_takes_entries(
        self, staffed: Town
    ) -> None:
        """On the fifteenth of June, May is over by default; with this choice it is not."""
        await staffed.owner.execute(
            "insert into congtam.agency_switch (id, agency_id, name, value, basis, during)"
            " values (gen_random_uuid(), $1, 'entry_closes_day', '15', 'QC', daterange($2, null))",
            staffed.agencies["commune"],
            FOUNDED,
        )
        assert "05/2026" in await not_opened(staffed, merged_units(staffed))
        await sheets_of_the_office(staffed, MAY)
        assert (await carried_out(staffed, merged_units(staffed))).accepted

    async def test_asks_for_the_quarter_where_there_are_no_months(self, staffed: Town) -> None:
        await staffed.owner.execute(
            "insert into congtam.agency_switch (id, agency_id, name, value, basis, during)"
            " values (gen_random_uuid(), $1, 'cycle', '\"quarter\"', 'QC', daterange($2, null))",
            staffed.agencies["province"],
            FOUNDED,
        )
        assert "quý II/2026" in await not_opened(staffed, merged_units(staffed))


async def test_a_unit_closed_by_itself_is_asked_the_same(staffed: Town) -> None:
    """Also when its closing is recorded ahead: nobody would open its last month then either."""
    for day in (MID_JUNE, date(2026, 9, 1)):
        await staffed.owner.execute(
            "update congtam.posting set during = daterange(lower(during), $1) where unit_id = $2",
            day,
            staffed.units["team"],
        )
        await staffed.owner.execute(
            "update congtam.unit_placement set standing = 'direct_using' where unit_id = $1",
            staffed.units["team"],
        )
        told = {"unit": staffed.units["team"], "closed_on": day, "version": 1}
        officer = staffed.reach("clerk", ("personnel_officer", "commune"))
        refused = await staffed.refused(officer, close_unit, **told)
        assert refused.code == "MONTHS_NOT_OPENED"
        assert refused.facts["months"] == Months(
            (date(2026, 6, 1),) if day == MID_JUNE else (date(2026, 7, 1), date(2026, 8, 1))
        )


@pytest.mark.parametrize("listed", [True, False])
async def test_no_post_ends_before_a_period_that_was_signed_on_it_above(
    staffed: Town, listed: bool
) -> None:
    """The head of what ends is scored above it, where a later month may be signed already."""
    await sheet(staffed, "chief", "commune", DAY, "80")
    plan = merged_units(staffed)
    chief = staffed.postings["chief"]
    if not listed:
        plan = replace(plan, postings=[each for each in plan.postings if each.posting != chief])
    outcome = await refused_plan(staffed, plan)
    step = "posting_continued" if listed else "posting_ended"
    assert refusals(outcome) == {(step, "POST_HAS_SIGNED_SHEETS")}
