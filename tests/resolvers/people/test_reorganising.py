"""Units and whole agencies merged or split: one decision, everything or nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from authz.reach import Reach
from resolvers.core.ids import new_id
from resolvers.people import (
    AgencyClosing,
    Closing,
    Opening,
    Placing,
    Reappointment,
    Regrant,
    ReorganisationPlan,
    Reorganised,
    heads_of,
    reach_of_person,
    reorganise,
)
from tests.resolvers import town as stage
from tests.resolvers.town import FOUNDED, TODAY, Town

DAY = date(2026, 6, 1)
MAY = date(2026, 5, 1)


@pytest.fixture
async def staffed(town: Town) -> Town:
    """An officer of the province keeps its posts and those beneath; each commune is managed."""
    for name, unit in (("registrar", "province"), ("keeper", "neighbour")):
        town.people[name] = await stage.person(town, "Quách Thị Tâm", town.agency_of(unit))
        town.postings[name] = await stage.posting(town, name, unit, "member")
    for name, kind, unit in (
        ("registrar", "personnel_officer", "province"),
        ("clerk", "personnel_officer", "commune"),
        ("assistant", "administrator", "commune"),
        ("typist", "inspector", "office"),
        ("keeper", "personnel_officer", "neighbour"),
    ):
        town.postings[kind + " " + unit] = await stage.mandate(town, name, kind, unit)
    return town


async def reach(town: Town, name: str, day: date = TODAY) -> Reach:
    async with town.database.reading() as tx:
        return await reach_of_person(tx, town.people[name], day)


def merged_units(town: Town, **changes: Any) -> ReorganisationPlan:
    """The office and the culture division become one, headed by the curator."""
    posts = {"chief": "deputy", "curator": "head", "assistant": None, "clerk": None}
    plan = ReorganisationPlan(
        kind="merge",
        day=DAY,
        decision_no="88/NQ-HĐND",
        closes=[Closing(town.units[name], "both") for name in ("office", "culture")],
        opens=[Opening("both", "Phòng Văn hóa và Văn phòng", "direct_using", str(commune(town)))],
        places=[Placing(town.units["team"], "both")],
        postings=[
            Reappointment(town.postings[name], "both", office) for name, office in posts.items()
        ],
        mandates=[Regrant(town.postings["inspector office"], "both")],
    )
    return replace(plan, **changes)


def commune(town: Town) -> UUID:
    return town.units["commune"]


def merged_communes(town: Town, **changes: Any) -> ReorganisationPlan:
    """The commune goes up in its neighbour, whose head stays."""
    neighbour = town.units["neighbour"]
    into = str(neighbour)
    divisions = {"office": "văn phòng", "culture": "văn hóa", "team": "tổ"}
    standings = {"office": "direct_using", "culture": "direct_using", "team": "none"}
    posts = {
        "chair": (into, "deputy"),
        "vice": (into, "deputy"),
        "chief": ("office", "head"),
        "assistant": ("office", None),
        "clerk": ("office", None),
        "leader": ("team", "head"),
        "typist": ("team", None),
        "curator": ("culture", "head"),
    }
    plan = ReorganisationPlan(
        kind="merge",
        day=DAY,
        decision_no="1685/NQ-UBTVQH15",
        into=[neighbour],
        closes=[
            Closing(commune(town), into),
            *(Closing(town.units[name], name) for name in divisions),
        ],
        opens=[
            Opening(name, title, standings[name], "office" if name == "team" else into)
            for name, title in divisions.items()
        ],
        postings=[
            Reappointment(town.postings[name], unit, office)
            for name, (unit, office) in posts.items()
        ],
        mandates=[
            Regrant(town.postings["administrator commune"], into),
            Regrant(town.postings["personnel_officer commune"], into),
            Regrant(town.postings["inspector office"], "office"),
        ],
        agencies=[AgencyClosing(town.agencies["commune"], town.agencies["neighbour"])],
    )
    return replace(plan, **changes)


async def carried_out(
    town: Town, plan: ReorganisationPlan, *, by: str = "registrar", dry_run: bool = False
) -> Reorganised:
    done: Reorganised = await town.do(await reach(town, by), reorganise, plan=plan, dry_run=dry_run)
    return done


async def opened_unit(town: Town) -> Any:
    (opened,) = await town.owner.fetch("select * from congtam.unit where opened_on = $1", DAY)
    return opened


def refusals(outcome: Reorganised) -> set[tuple[str, str | None]]:
    return {(each.step.value, each.code) for each in outcome.verdicts if not each.done}


async def month(town: Town, unit: str, period: date, state: str) -> None:
    await town.owner.execute(
        "insert into congtam.unit_month (id, agency_id, unit_id, period, state, opened_by,"
        " opened_at) values ($1, $2, $3, $4, $5, $6, now())",
        new_id(),
        town.agency_of(unit),
        town.units[unit],
        period,
        state,
        town.people["chair"],
    )


async def sheet(town: Town, name: str, unit: str, period: date, total: str) -> None:
    """A closed sheet of somebody's post, scored in a unit."""
    await town.owner.execute(
        "insert into congtam.sheet (id, period, agency_id, scoring_unit_id, person_id, unit_id,"
        " posting_id, role, state, total, level, scored_by, released_at)"
        " select $1, $2, agency_id, $3, person_id, unit_id, id, 'staff', 'closed', $4, 'GOOD',"
        " $5, now() from congtam.posting where id = $6",
        new_id(),
        period,
        town.units[unit],
        Decimal(total),
        town.people["governor"],
        town.postings[name],
    )


PAST = """
select s.scoring_unit_id, s.unit_id, s.agency_id, s.period, count(*), sum(total),
    array_agg(s.id order by s.id)
from congtam.sheet s group by 1, 2, 3, 4
union all select unit_id, unit_id, agency_id, period, count(*), 0, array_agg(id order by id)
from congtam.unit_month group by 1, 2, 3, 4 order by 1, 2, 3, 4, 5, 6
"""
"""What is asked of the past: sheets by scoring unit, unit, agency and month, and the months."""


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
        outcome = await self.refused(staffed, plan)
        assert refusals(outcome) == {("unit_closed", "UNIT_HAS_UNITS")}

    async def test_refuses_two_heads_for_one_unit(self, staffed: Town) -> None:
        plan = merged_units(staffed)
        heads = [replace(each, office="head") for each in plan.postings[:2]]
        plan = replace(plan, postings=[*heads, *plan.postings[2:]])
        outcome = await self.refused(staffed, plan)
        assert refusals(outcome) == {("posting_continued", "HEAD_EXISTS")}

    async def test_refuses_to_leave_the_last_managers_out(self, staffed: Town) -> None:
        """The commune's administrator and its personnel officer have their posts in the office."""
        plan = merged_units(staffed)
        outcome = await self.refused(staffed, replace(plan, postings=plan.postings[:2]))
        assert refusals(outcome) == {
            ("posting_ended", "LAST_MANAGER"),
            ("unit_managed", "LAST_MANAGER"),
        }

    @pytest.mark.parametrize(("period", "state"), [(MAY, "open"), (DAY, "open"), (DAY, "closed")])
    async def test_refuses_months_in_the_way_and_names_them(
        self, staffed: Town, period: date, state: str
    ) -> None:
        await month(staffed, "office", period, state)
        outcome = await self.refused(staffed, merged_units(staffed))
        assert refusals(outcome) == {("unit_closed", "MONTHS_IN_THE_WAY")}
        (told,) = [each.message for each in outcome.verdicts if not each.done]
        assert f"{period:%Y-%m}" in told
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
        outcome = await self.refused(staffed, replace(plan, postings=strays))
        assert refusals(outcome) == {("posting_continued", "NOT_PART_OF_IT")}

    async def test_names_every_row_that_is_refused(self, staffed: Town) -> None:
        plan = merged_units(staffed, places=[])
        opening = replace(plan.opens[0], standing="using")
        outcome = await self.refused(staffed, replace(plan, opens=[opening]))
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
        outcome = await self.refused(staffed, plan)
        assert refusals(outcome) == {("mandate_continued", "MANDATE_WOULD_WIDEN")}

    async def refused(self, town: Town, plan: ReorganisationPlan) -> Reorganised:
        """The outcome of a plan with refused rows, of which nothing at all was written."""
        before = await town.everything()
        dry = await carried_out(town, plan, dry_run=True)
        outcome = await carried_out(town, plan)
        assert await town.everything() == before
        assert (outcome.accepted, outcome.reorganisation) == (False, None)
        assert outcome == dry
        return outcome


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
        plan = merged_units(staffed, day=date(2026, 7, 1))
        assert (await carried_out(staffed, plan, dry_run=True)).accepted
        refused = await staffed.refused(await reach(staffed, "registrar"), reorganise, plan=plan)
        assert refused.code == "REORGANISATION_AHEAD"


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
        outcome = await TestMergingUnits().refused(staffed, plan)
        assert refusals(outcome) == {
            ("unit_closed", "UNIT_HAS_UNITS"),
            ("agency_closed", "AGENCY_STILL_STANDS"),
        }

    async def test_refuses_a_successor_that_nobody_would_manage(self, staffed: Town) -> None:
        outcome = await TestMergingUnits().refused(staffed, merged_communes(staffed, mandates=[]))
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
        outcome = await TestMergingUnits().refused(staffed, plan)
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
