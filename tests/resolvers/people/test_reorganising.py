"""Units merged: one decision, everything or nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from resolvers.people import Reappointment, Regrant, heads_of, reorganise
from tests.resolvers import town as stage
from tests.resolvers.people.plans import (
    DAY,
    MAY,
    carried_out,
    commune,
    merged_communes,
    merged_units,
    month,
    reach,
    refusals,
    refused_plan,
    staff,
)
from tests.resolvers.town import FOUNDED, Town


@pytest.fixture
async def staffed(town: Town) -> Town:
    return await staff(town)


class TestMergingUnits:
    async def test_closes_the_old_units_and_keeps_where_they_stood(self, staffed: Town) -> None:
        outcome = await carried_out(staffed, merged_units(staffed))
        assert outcome.accepted, refusals(outcome)
        rows = await staffed.owner.fetch(
            "select u.id, closed_on, kept_by_id, upper(during) as until, parent_id"
            " from congtam.unit u join congtam.unit_placement p on p.unit_id = u.id"
            " where u.id = any($1)",
            [staffed.units["office"], staffed.units["culture"]],
        )
        opened = await staffed.owner.fetchrow(
            "select * from congtam.unit where opened_on = $1", DAY
        )
        for row in rows:
            assert (row["closed_on"], row["until"]) == (DAY, DAY)
            assert (row["parent_id"], row["kept_by_id"]) == (commune(staffed), opened["id"])
        assert opened["name"] == "Phòng Văn hóa và Văn phòng"
        decision = await staffed.owner.fetchrow("select * from congtam.reorganisation")
        assert decision["id"] == outcome.reorganisation
        assert set(decision["from_units"]) == {row["id"] for row in rows}
        assert decision["to_units"] == [opened["id"]]
        assert decision["agency_id"] == staffed.agencies["commune"]

    async def test_the_one_unit_that_comes_out_keeps_what_nobody_was_named_to_keep(
        self, staffed: Town
    ) -> None:
        plan = merged_units(staffed)
        plan = replace(plan, closes=[replace(each, kept_by=None) for each in plan.closes])
        outcome = await carried_out(staffed, plan)
        assert outcome.accepted, refusals(outcome)
        kept = await staffed.owner.fetch(
            "select k.opened_on from congtam.unit u join congtam.unit k on k.id = u.kept_by_id"
            " where u.closed_on = $1",
            DAY,
        )
        assert [row["opened_on"] for row in kept] == [DAY, DAY]

    async def test_reappoints_those_who_are_listed_and_ends_the_rest(self, staffed: Town) -> None:
        plan = merged_units(staffed)
        plan = replace(plan, postings=[each for each in plan.postings if each.office != "deputy"])
        assert (await carried_out(staffed, plan)).accepted
        (opened,) = await staffed.owner.fetch(
            "select id from congtam.unit where opened_on = $1", DAY
        )
        names = {id: name for name, id in staffed.people.items()}
        rows = await staffed.owner.fetch(
            "select person_id, office from congtam.posting where unit_id = $1", opened["id"]
        )
        assert {(names[row["person_id"]], row["office"]) for row in rows} == {
            ("curator", "head"),
            ("assistant", "deputy"),
            ("clerk", "member"),
        }
        chief = await staffed.owner.fetch(
            "select upper(during) from congtam.posting where person_id = $1",
            staffed.people["chief"],
        )
        assert [row[0] for row in chief] == [DAY]
        async with staffed.database.reading() as tx:
            assert (await heads_of(tx, opened["id"], DAY)).head == staffed.people["curator"]
            assert (await heads_of(tx, staffed.units["office"], DAY)).head is None
            assert (await heads_of(tx, staffed.units["office"], MAY)).head is not None

    async def test_places_the_children_and_leaves_their_posts(self, staffed: Town) -> None:
        assert (await carried_out(staffed, merged_units(staffed))).accepted
        posts = await staffed.owner.fetchval(
            "select count(*) from congtam.posting where unit_id = $1 and upper_inf(during)",
            staffed.units["team"],
        )
        assert posts == 2
        leader = await reach(staffed, "leader")
        assert set(leader.headed) == {staffed.units["team"]}

    async def test_lends_nothing_on(self, staffed: Town) -> None:
        await stage.delegation(staffed, "chief", "assistant", "office", FOUNDED, date(2026, 9, 1))
        outcome = await carried_out(staffed, merged_units(staffed))
        assert ("delegation_ended", True) in {(e.step.value, e.done) for e in outcome.verdicts}
        assert not (await reach(staffed, "assistant")).headed

    async def test_refuses_units_left_beneath(self, staffed: Town) -> None:
        plan = merged_units(staffed, places=[])
        outcome = await refused_plan(staffed, plan)
        assert refusals(outcome) == {("unit_closed", "UNIT_HAS_UNITS")}

    async def test_refuses_two_heads_for_one_unit(self, staffed: Town) -> None:
        plan = merged_units(staffed)
        heads = [replace(each, office="head") for each in plan.postings[:2]]
        plan = replace(plan, postings=[*heads, *plan.postings[2:]])
        outcome = await refused_plan(staffed, plan)
        assert refusals(outcome) == {("posting_continued", "HEAD_EXISTS")}

    async def test_refuses_to_leave_the_last_managers_out(self, staffed: Town) -> None:
        """The commune's administrator and its personnel officer have their posts in the office."""
        plan = merged_units(staffed)
        outcome = await refused_plan(staffed, replace(plan, postings=plan.postings[:2]))
        assert refusals(outcome) == {
            ("posting_ended", "LAST_MANAGER"),
            ("unit_managed", "LAST_MANAGER"),
        }

    @pytest.mark.parametrize(("period", "state"), [(MAY, "open"), (DAY, "open"), (DAY, "closed")])
    async def test_refuses_months_in_the_way_and_names_them(
        self, staffed: Town, period: date, state: str
    ) -> None:
        await month(staffed, "office", period, state)
        outcome = await refused_plan(staffed, merged_units(staffed))
        assert refusals(outcome) == {("unit_closed", "MONTHS_IN_THE_WAY")}
        (told,) = [each.message for each in outcome.verdicts if not each.done]
        assert f"{period:%m/%Y}" in told
        assert "office" in told

    async def test_takes_closed_months_as_they_are(self, staffed: Town) -> None:
        await month(staffed, "office", MAY, "closed")
        assert (await carried_out(staffed, merged_units(staffed))).accepted

    async def test_refuses_a_post_that_is_no_part_of_it(self, staffed: Town) -> None:
        plan = merged_units(staffed)
        strays = [
            *plan.postings,
            Reappointment(staffed.postings["vice"], "both"),
        ]
        outcome = await refused_plan(staffed, replace(plan, postings=strays))
        assert refusals(outcome) == {("posting_continued", "NOT_PART_OF_IT")}

    async def test_names_every_row_that_is_refused(self, staffed: Town) -> None:
        plan = merged_units(staffed, places=[])
        opening = replace(plan.opens[0], standing="using")
        outcome = await refused_plan(staffed, replace(plan, opens=[opening]))
        assert {
            ("unit_opened", "STANDING_OUT_OF_ORDER"),
            ("posting_continued", "PLACE_NOT_OPENED"),
            ("unit_closed", "PLACE_NOT_OPENED"),
        } <= refusals(outcome)

    async def test_does_not_widen_a_role_to_the_unit_above(self, staffed: Town) -> None:
        root = str(commune(staffed))
        plan = merged_units(
            staffed,
            into=[commune(staffed)],
            mandates=[Regrant(staffed.postings["inspector office"], root)],
        )
        outcome = await refused_plan(staffed, plan)
        assert refusals(outcome) == {("mandate_continued", "MANDATE_WOULD_WIDEN")}


class TestDryRun:
    @pytest.mark.parametrize("plan", [merged_units, merged_communes])
    async def test_writes_nothing_and_tells_the_same(self, staffed: Town, plan: Any) -> None:
        before = await staffed.everything()
        dry = await carried_out(staffed, plan(staffed), dry_run=True)
        assert await staffed.everything() == before
        done = await carried_out(staffed, plan(staffed))
        assert (dry.accepted, dry.verdicts) == (True, done.verdicts)
        assert dry.reorganisation is None
        assert done.reorganisation is not None

    async def test_may_be_of_a_day_to_come(self, staffed: Town) -> None:
        """All but what is still to be scored by then is found as it will be."""
        plan = merged_units(staffed, day=date(2026, 7, 1))
        tried = await carried_out(staffed, plan, dry_run=True)
        assert refusals(tried) == {("unit_closed", "MONTHS_NOT_OPENED")}
        refused = await staffed.refused(await reach(staffed, "registrar"), reorganise, plan=plan)
        assert refused.code == "REORGANISATION_AHEAD"
