"""Whole agencies merged, units split, and who decides it."""

from dataclasses import replace
from typing import Any

import pytest

from resolvers.core.ids import new_id
from resolvers.people import (
    Closing,
    Opening,
    Placing,
    Reappointment,
    ReorganisationPlan,
    reorganise,
)
from tests.resolvers import town as stage
from tests.resolvers.people.plans import (
    DAY,
    MAY,
    PAST,
    carried_out,
    commune,
    merged_communes,
    merged_units,
    month,
    reach,
    refusals,
    refused_plan,
    sheet,
    staff,
)
from tests.resolvers.town import FOUNDED, Town


@pytest.fixture
async def staffed(town: Town) -> Town:
    return await staff(town)


class TestMergingAgencies:
    async def test_closes_the_agency_with_its_code(self, staffed: Town) -> None:
        old = staffed.agencies["commune"]
        await staffed.owner.execute(
            "insert into congtam.agency_code values ($1, $2, 'H40.1', daterange($3, null))",
            new_id(),
            old,
            FOUNDED,
        )
        external = (new_id(), staffed.units["office"])
        await staffed.owner.execute(
            "insert into congtam.external_code values"
            " ($1, $2, 'unit', 'noi-vu', 'VP1', $3, daterange($4, null))",
            external[0],
            old,
            external[1],
            FOUNDED,
        )
        outcome = await carried_out(staffed, merged_communes(staffed))
        assert outcome.accepted, refusals(outcome)
        row = await staffed.owner.fetchrow("select * from congtam.agency where id = $1", old)
        assert (row["closed_on"], row["succeeded_by_id"]) == (DAY, staffed.agencies["neighbour"])
        code = await staffed.owner.fetchval("select upper(during) from congtam.agency_code")
        assert code == DAY
        kept = await staffed.owner.fetchrow(
            "select target_id, upper_inf(during) as open from congtam.external_code"
        )
        assert tuple(kept) == (external[1], True)
        decision = await staffed.owner.fetchrow("select * from congtam.reorganisation")
        assert decision["agency_id"] == staffed.agencies["province"]

    async def test_takes_files_along_and_leaves_nobody_behind(self, staffed: Town) -> None:
        assert (await carried_out(staffed, merged_communes(staffed))).accepted
        rows = await staffed.owner.fetch(
            "select id, agency_id from congtam.person where id = any($1)",
            [staffed.people[name] for name in ("chair", "typist", "curator")],
        )
        assert {row["agency_id"] for row in rows} == {staffed.agencies["neighbour"]}
        left = await staffed.owner.fetchval(
            "select count(*) from congtam.posting where agency_id = $1 and upper_inf(during)",
            staffed.agencies["commune"],
        )
        assert left == 0

    async def test_past_questions_find_what_they_found(self, staffed: Town) -> None:
        for name, unit, total in (("chief", "commune", "81"), ("clerk", "office", "75.5")):
            await sheet(staffed, name, unit, MAY, total)
        await month(staffed, "office", MAY, "closed")
        await month(staffed, "commune", MAY, "closed")
        before = await staffed.owner.fetch(PAST)
        assert (await carried_out(staffed, merged_communes(staffed))).accepted
        assert await staffed.owner.fetch(PAST) == before

    async def test_hands_the_records_to_those_who_answer_for_the_successor(
        self, staffed: Town
    ) -> None:
        assert (await carried_out(staffed, merged_communes(staffed))).accepted
        head = await reach(staffed, "stranger")
        assert {staffed.units["office"], staffed.units["commune"]} <= head.units
        clerk = await reach(staffed, "clerk")
        assert clerk.agencies == {staffed.agencies["commune"], staffed.agencies["neighbour"]}
        typist = await reach(staffed, "typist")
        assert staffed.units["office"] in typist.units
        assert not typist.agencies

    async def test_takes_from_nobody_else(self, staffed: Town) -> None:
        before = {name: await reach(staffed, name) for name in ("governor", "registrar")}
        assert (await carried_out(staffed, merged_communes(staffed))).accepted
        for name, was in before.items():
            after = await reach(staffed, name)
            assert replace(after, stamp=was.stamp, mandates=()) == replace(was, mandates=())

    async def test_refuses_an_agency_that_stands_on(self, staffed: Town) -> None:
        plan = merged_communes(staffed)
        plan = replace(
            plan,
            closes=[each for each in plan.closes if each.unit != staffed.units["culture"]],
            postings=[
                each for each in plan.postings if each.posting != staffed.postings["curator"]
            ],
        )
        outcome = await refused_plan(staffed, plan)
        assert refusals(outcome) == {
            ("unit_closed", "UNIT_HAS_UNITS"),
            ("agency_closed", "AGENCY_STILL_STANDS"),
        }

    async def test_refuses_a_successor_that_nobody_would_manage(self, staffed: Town) -> None:
        outcome = await refused_plan(staffed, merged_communes(staffed, mandates=[]))
        assert refusals(outcome) == {("unit_managed", "LAST_MANAGER")}

    async def test_leaves_a_unit_in_its_agency(self, staffed: Town) -> None:
        plan = merged_communes(staffed)
        plan = replace(
            plan,
            places=[Placing(staffed.units["team"], "office")],
            closes=[each for each in plan.closes if each.unit != staffed.units["team"]],
            opens=[each for each in plan.opens if each.key != "team"],
            postings=[each for each in plan.postings if each.unit != "team"],
        )
        outcome = await refused_plan(staffed, plan)
        assert ("unit_placed", "UNIT_OF_ANOTHER_AGENCY") in refusals(outcome)


class TestSplitting:
    async def test_makes_two_of_one_and_one_of_them_keeps_the_records(self, staffed: Town) -> None:
        root = str(commune(staffed))
        plan = ReorganisationPlan(
            kind="split",
            day=DAY,
            decision_no="90/NQ-HĐND",
            closes=[Closing(staffed.units["office"], "staff")],
            opens=[
                Opening("staff", "Văn phòng", "direct_using", root),
                Opening("law", "Phòng Tư pháp", "direct_using", root),
            ],
            places=[Placing(staffed.units["team"], "law")],
            postings=[
                Reappointment(staffed.postings["chief"], "staff"),
                Reappointment(staffed.postings["clerk"], "staff"),
                Reappointment(staffed.postings["assistant"], "law", "head"),
            ],
        )
        outcome = await carried_out(staffed, plan)
        assert outcome.accepted, refusals(outcome)
        assert staffed.units["office"] in (await reach(staffed, "chief")).units
        assistant = await reach(staffed, "assistant")
        assert staffed.units["office"] not in assistant.units
        assert staffed.units["team"] in assistant.units

    async def test_may_leave_the_old_unit_standing(self, staffed: Town) -> None:
        plan = ReorganisationPlan(
            kind="split",
            day=DAY,
            decision_no="90/NQ-HĐND",
            into=[staffed.units["office"]],
            opens=[Opening("law", "Phòng Tư pháp", "direct_using", str(commune(staffed)))],
            postings=[Reappointment(staffed.postings["assistant"], "law", "head")],
        )
        assert (await carried_out(staffed, plan)).accepted
        assert set((await reach(staffed, "chief")).headed) == {staffed.units["office"]}
        assert len((await reach(staffed, "assistant")).headed) == 1


class TestTransferring:
    async def test_takes_the_agency_along_with_its_root_unit(self, staffed: Town) -> None:
        root = commune(staffed)
        plan = ReorganisationPlan(
            kind="transfer",
            day=DAY,
            decision_no="91/QĐ-UBND",
            into=[root],
            places=[Placing(staffed.units["neighbour"], str(root), "direct_using")],
        )
        outcome = await carried_out(staffed, plan)
        assert outcome.accepted, refusals(outcome)
        managing = await staffed.owner.fetchval(
            "select managing_agency_id from congtam.agency where id = $1",
            staffed.agencies["neighbour"],
        )
        assert managing == staffed.agencies["commune"]
        assert staffed.units["neighbour"] in (await reach(staffed, "chair")).units


class TestWhoDecides:
    @pytest.mark.parametrize("name", ["governor", "chair", "keeper", "leader"])
    async def test_refuses_everybody_without_the_mandate(self, staffed: Town, name: str) -> None:
        refused = await staffed.refused(
            await reach(staffed, name), reorganise, plan=merged_units(staffed), dry_run=True
        )
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")

    async def test_refuses_an_officer_who_is_listed_himself(self, staffed: Town) -> None:
        refused = await staffed.refused(
            await reach(staffed, "clerk"), reorganise, plan=merged_units(staffed)
        )
        assert refused.code == "GRANT_TO_SELF"

    async def test_lets_the_agencys_own_officer_merge_what_he_covers(self, staffed: Town) -> None:
        await stage.mandate(staffed, "vice", "personnel_officer", "commune")
        outcome = await carried_out(staffed, merged_units(staffed), by="vice")
        assert outcome.accepted
        refused = await staffed.refused(
            await reach(staffed, "vice"), reorganise, plan=merged_communes(staffed)
        )
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")

    async def test_refuses_a_unit_that_is_closed_already(self, staffed: Town) -> None:
        assert (await carried_out(staffed, merged_units(staffed))).accepted
        plan = merged_units(staffed, postings=[], mandates=[])
        refused = await staffed.refused(await reach(staffed, "registrar"), reorganise, plan=plan)
        assert refused.code == "UNIT_CLOSED"

    @pytest.mark.parametrize(
        "change",
        [
            {"kind": "abolish"},
            {"opens": [], "postings": [], "mandates": []},
            {"closes": [], "places": []},
            {"decision_no": ""},
        ],
    )
    async def test_refuses_a_plan_out_of_shape(self, staffed: Town, change: Any) -> None:
        plan = merged_units(staffed, **change)
        refused = await staffed.refused(await reach(staffed, "registrar"), reorganise, plan=plan)
        assert refused.code in ("INVALID_INPUT", "TEXT_NOT_ACCEPTABLE")
