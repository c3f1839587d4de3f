"""Postings: one head per unit and day, one main post per person and day, history kept."""

import asyncio
from datetime import date
from typing import Any

import pytest

from resolvers.core.errors import Refusal
from resolvers.people import appoint, end_posting, heads_of, reach_of_person, scored_by
from resolvers.positions import define_position
from tests.resolvers import town as stage
from tests.resolvers.town import FOUNDED, TODAY, Town

JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)


def officer(town: Town) -> Any:
    return town.reach("clerk", ("personnel_officer", "commune"))


def post(town: Town, name: str, unit: str, **more: Any) -> dict[str, Any]:
    values = {"person": town.people[name], "unit": town.units[unit], "office": "member"}
    return {**values, "begins": JULY, **more}


class TestAppoint:
    @pytest.fixture
    async def newcomer(self, town: Town) -> None:
        town.people["newcomer"] = await stage.person(town, "Tô Vĩnh Diện", town.agencies["commune"])

    async def test_records_the_post_with_its_decision(self, town: Town, newcomer: None) -> None:
        values = post(town, "newcomer", "office", decision_no="123/QĐ-UBND", ends=date(2031, 7, 1))
        id = await town.do(officer(town), appoint, **values)
        row = await town.owner.fetchrow(
            "select *, lower(during) as since, upper(during) as until"
            " from congtam.posting where id = $1",
            id,
        )
        assert row["agency_id"] == town.agencies["commune"]
        assert (row["since"], row["until"]) == (JULY, date(2031, 7, 1))
        assert (row["decision_no"], row["main"], row["mode"]) == ("123/QĐ-UBND", True, "appointed")
        (leaf,) = await town.leaves()
        assert (leaf["deed"], leaf["rule"]) == ("appoint", "personnel-officer-records-posts")

    async def test_puts_a_new_head_in_office_on_his_first_day(
        self, town: Town, newcomer: None
    ) -> None:
        await stage.mandate(town, "clerk", "personnel_officer", "commune")
        await town.do(
            officer(town), end_posting, posting_id=town.postings["chief"], ends=JULY, version=1
        )
        await town.do(officer(town), appoint, **post(town, "newcomer", "office", office="head"))
        async with town.database.reading() as tx:
            before = await heads_of(tx, town.units["office"], date(2026, 6, 30))
            after = await heads_of(tx, town.units["office"], JULY)
        assert (before.head, after.head) == (town.people["chief"], town.people["newcomer"])

    async def test_refuses_a_second_head_and_names_the_days(
        self, town: Town, newcomer: None
    ) -> None:
        values = post(town, "newcomer", "office", office="head")
        refused = await town.refused(officer(town), appoint, **values)
        assert (refused.code, refused.field) == ("HEAD_EXISTS", "begins")
        assert "01/01/2026 trở đi" in refused.message("vi")

    async def test_refuses_a_second_main_post_and_names_the_days(self, town: Town) -> None:
        refused = await town.refused(officer(town), appoint, **post(town, "typist", "culture"))
        assert refused.code == "POSTING_OVERLAPS"
        assert "2026-01-01…" in refused.message("en")

    async def test_lets_one_of_two_heads_appointed_at_once_win(self, town: Town) -> None:
        await town.owner.execute(
            "delete from congtam.posting where id = $1", town.postings["chief"]
        )
        people = [
            await stage.person(town, name, town.agencies["commune"])
            for name in ("Tô Vĩnh Diện", "Cù Chính Lan")
        ]
        values = {**post(town, "chief", "office", office="head"), "begins": TODAY}
        outcomes = await asyncio.gather(
            *(town.do(officer(town), appoint, **{**values, "person": each}) for each in people),
            return_exceptions=True,
        )
        refused = [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)]
        assert refused == ["HEAD_EXISTS"]

    async def test_allows_a_post_besides_the_main_one(self, town: Town) -> None:
        values = post(town, "typist", "culture", main=False, begins=TODAY)
        await town.do(officer(town), appoint, **values)
        async with town.database.reading() as tx:
            rows = await scored_by(tx, town.units["culture"], TODAY)
        assert town.people["typist"] not in {row["person_id"] for row in rows}

    async def test_takes_the_file_along_to_the_agency_of_the_main_post(self, town: Town) -> None:
        guest = await stage.person(town, "Cù Chính Lan", town.agencies["neighbour"])
        town.people["guest"] = guest
        values = post(town, "guest", "office", begins=TODAY, mode="seconded")
        await town.do(town.operator(), appoint, **values)
        row = await town.owner.fetchrow("select * from congtam.person where id = $1", guest)
        assert row["agency_id"] == town.agencies["commune"]

    @pytest.mark.parametrize(("held", "kept"), [("CC09", "CC07"), ("CC07", None)])
    async def test_leaves_a_staff_code_behind_that_somebody_holds_there(
        self, town: Town, held: str, kept: str | None
    ) -> None:
        guest = await stage.person(town, "Cù Chính Lan", town.agencies["neighbour"])
        colleague = await stage.person(town, "Ngô Mây", town.agencies["commune"])
        for id, code in ((guest, "CC07"), (colleague, held)):
            await town.owner.execute(
                "update congtam.person set staff_code = $2 where id = $1", id, code
            )
        town.people["guest"] = guest
        values = post(town, "guest", "office", begins=TODAY, mode="seconded")
        await town.do(town.operator(), appoint, **values)
        row = await town.owner.fetchrow("select * from congtam.person where id = $1", guest)
        assert (row["agency_id"], row["staff_code"]) == (town.agencies["commune"], kept)

    async def test_offers_only_positions_of_the_same_agency(
        self, town: Town, newcomer: None
    ) -> None:
        ids = [
            await town.do(
                town.operator(),
                define_position,
                agency=town.agencies[agency],
                code="VT01",
                name="Chuyên viên",
                opened_on=FOUNDED,
                channel="import",
            )
            for agency in ("commune", "neighbour")
        ]
        own = post(town, "newcomer", "office", position=ids[0])
        other = post(town, "newcomer", "office", position=ids[1])
        refused = await town.refused(town.operator(), appoint, **other)
        assert refused.code == "POSITION_NOT_OFFERED"
        await town.do(officer(town), appoint, **own)

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"office": "king"}, "INVALID_INPUT"),
            ({"mode": "elected"}, "INVALID_INPUT"),
            ({"ends": JULY}, "ENDS_BEFORE_IT_BEGINS"),
            ({"begins": date(2025, 12, 31)}, "UNIT_NOT_IN_FORCE"),
        ],
    )
    async def test_refuses_what_no_post_is(
        self, town: Town, newcomer: None, change: dict, code: str
    ) -> None:
        values = {**post(town, "newcomer", "office"), **change}
        assert (await town.refused(officer(town), appoint, **values)).code == code

    async def test_refuses_a_post_in_a_closed_unit(self, town: Town, newcomer: None) -> None:
        await town.owner.execute(
            "update congtam.unit set closed_on = $1 where id = $2", JULY, town.units["culture"]
        )
        refused = await town.refused(officer(town), appoint, **post(town, "newcomer", "culture"))
        assert refused.code == "UNIT_NOT_IN_FORCE"

    @pytest.mark.parametrize("name", ["governor", "chair", "vice", "chief", "curator"])
    async def test_refuses_heads_without_the_mandate(
        self, town: Town, newcomer: None, name: str
    ) -> None:
        refused = await town.refused(town.reach(name), appoint, **post(town, "newcomer", "office"))
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")

    async def test_refuses_an_officer_who_appoints_himself(self, town: Town) -> None:
        values = post(town, "clerk", "culture", office="deputy", main=False)
        assert (await town.refused(officer(town), appoint, **values)).code == "GRANT_TO_SELF"


class TestEndPosting:
    def ending(self, town: Town, name: str, **more: Any) -> dict[str, Any]:
        return {"posting_id": town.postings[name], "ends": JULY, "version": 1, **more}

    async def test_keeps_the_days_until_then(self, town: Town) -> None:
        await town.do(officer(town), end_posting, **self.ending(town, "assistant"))
        row = await town.owner.fetchrow(
            "select lower(during) as since, upper(during) as until, version"
            " from congtam.posting where id = $1",
            town.postings["assistant"],
        )
        assert tuple(row) == (FOUNDED, JULY, 2)

    async def test_ends_what_the_head_lent_with_his_office(self, town: Town) -> None:
        await stage.mandate(town, "clerk", "personnel_officer", "commune")
        await stage.delegation(
            town, "chief", "assistant", "office", date(2026, 6, 1), date(2026, 9, 1)
        )
        await town.do(officer(town), end_posting, **self.ending(town, "chief"))
        until = await town.owner.fetchval("select upper(during) from congtam.delegation")
        assert until == JULY

    async def test_ends_what_was_lent_to_whoever_leaves_the_agency(self, town: Town) -> None:
        await stage.delegation(
            town, "chief", "assistant", "office", date(2026, 6, 1), date(2026, 9, 1)
        )
        await town.do(officer(town), end_posting, **self.ending(town, "assistant"))
        async with town.database.reading() as tx:
            heads = await heads_of(tx, town.units["office"], JULY)
        assert heads.acting is None

    async def test_ends_roles_of_other_agencies_with_the_last_post_anywhere(
        self, town: Town
    ) -> None:
        await stage.mandate(town, "assistant", "inspector", "neighbour")
        await stage.posting(town, "assistant", "province", "member", main=False, ends=AUGUST)

        async def roles(day: date) -> int:
            async with town.database.reading() as tx:
                return len((await reach_of_person(tx, town.people["assistant"], day)).mandates)

        await town.do(officer(town), end_posting, **self.ending(town, "assistant"))
        assert await roles(JULY) == 1
        elsewhere = await town.owner.fetchval(
            "select id from congtam.posting where upper(during) = $1", AUGUST
        )
        told = {"posting_id": elsewhere, "ends": date(2026, 7, 15), "version": 1}
        await town.do(town.operator(), end_posting, **told)
        assert [await roles(day) for day in (date(2026, 7, 14), date(2026, 7, 15))] == [1, 0]

    async def test_refuses_a_head_whose_successor_nobody_could_record(self, town: Town) -> None:
        refused = await town.refused(officer(town), end_posting, **self.ending(town, "chief"))
        assert refused.code == "LAST_MANAGER"

    @pytest.mark.parametrize("days", [(JULY, AUGUST), (AUGUST, JULY), (JULY, JULY)])
    async def test_refuses_the_last_administrator_in_whatever_order_they_leave(
        self, town: Town, days: tuple[date, date]
    ) -> None:
        await stage.mandate(town, "assistant", "administrator", "commune")
        await stage.mandate(town, "typist", "administrator", "commune")
        first, last = days
        await town.do(officer(town), end_posting, **self.ending(town, "assistant", ends=first))
        refused = await town.refused(
            officer(town), end_posting, **self.ending(town, "typist", ends=last)
        )
        assert refused.code == "LAST_MANAGER"

    async def test_refuses_a_post_that_ended_before(self, town: Town) -> None:
        await town.do(officer(town), end_posting, **self.ending(town, "assistant"))
        again = self.ending(town, "assistant", version=2, ends=date(2026, 8, 1))
        assert (await town.refused(officer(town), end_posting, **again)).code == "POSTING_OVER"

    async def test_refuses_a_version_that_somebody_has_changed(self, town: Town) -> None:
        refused = await town.refused(
            officer(town), end_posting, **self.ending(town, "assistant", version=3)
        )
        assert (refused.code, refused.facts["current"]) == ("STALE_VERSION", 1)

    async def test_refuses_the_head_of_the_person(self, town: Town) -> None:
        refused = await town.refused(
            town.reach("chief"), end_posting, **self.ending(town, "assistant")
        )
        assert refused.code == "NO_MANDATE"
