"""Closed sheets of somebody who moved are handed to the new agency (Decree 335/2025, art. 19.1)."""

import asyncio
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Table, select

from resolvers.core.ids import new_id
from resolvers.core.seeing import needed, shown
from resolvers.evaluations import hand_over_scores, open_month, sheet
from resolvers.people import (
    agree_transfer,
    handed_sheet,
    handover_request,
    move_posting,
    request_handover,
)
from tests.resolvers import town as stage
from tests.resolvers.cast import Cast

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
MOVED = date(2026, 6, 21)
AFTER = date(2026, 7, 6)
CITES = ["Nghị định 335/2025/NĐ-CP, Điều 14"]


async def judged(
    cast: Cast, period: date, total: str, *, state: str = "closed", who: str = "clerk"
) -> UUID:
    """A scored sheet of the clerk's post in the office."""
    id, town = new_id(), cast.town
    same = (town.agencies["commune"], town.units["office"], town.people[who])
    await town.owner.execute(
        "insert into congtam.sheet (id, period, agency_id, scoring_unit_id, person_id, unit_id,"
        " posting_id, role, state, total, level, scored_by, released_at)"
        " values ($1, $2, $3, $4, $5, $4, $6, 'staff', $7, $8, 'GOOD', $9, now())",
        id,
        period,
        *same,
        town.postings[who],
        state,
        Decimal(total),
        town.people["chief"],
    )
    await scored(cast, id, period, 1, total)
    return id


async def scored(cast: Cast, sheet: UUID, period: date, round: int, total: str) -> None:
    await cast.town.owner.execute(
        "insert into congtam.score (sheet_id, period, round, agency_id, scoring_unit_id, person_id,"
        " facts, steps, cites, total, level, scored_by, scored_at, released_at)"
        " values ($1, $2, $3, $4, $5, $6, '{}', '[]', $7, $8, 'GOOD', $9, now(), now())",
        sheet,
        period,
        round,
        cast.town.agencies["commune"],
        cast.town.units["office"],
        cast.town.people["clerk"],
        CITES,
        Decimal(total),
        cast.town.people["chief"],
    )


@pytest.fixture
async def moved(cast: Cast) -> Cast:
    """The clerk left the commune's office for the neighbour on 21 June; the chief keeps files."""
    town = cast.town
    await town.owner.execute(
        "update congtam.posting set during = daterange($1, $2) where id = $3",
        stage.FOUNDED,
        MOVED,
        town.postings["clerk"],
    )
    await stage.posting(town, "clerk", "neighbour", "member", begins=MOVED)
    await town.owner.execute(
        "update congtam.person set agency_id = $1 where id = $2",
        town.agencies["neighbour"],
        town.people["clerk"],
    )
    town.people["registrar"] = await stage.person(town, "Quách Thị Tâm", town.agencies["neighbour"])
    await stage.posting(town, "registrar", "neighbour", "member")
    await stage.mandate(town, "registrar", "personnel_officer", "neighbour")
    await stage.mandate(town, "vice", "personnel_officer", "commune")
    return cast


def told(cast: Cast, **more: Any) -> dict[str, Any]:
    return {
        "person": cast.town.people["clerk"],
        "from_agency": cast.town.agencies["commune"],
        "to_agency": cast.town.agencies["neighbour"],
        "year": 2026,
        "document_no": "12/UBND-NV",
        "document_day": date(2026, 7, 5),
        **more,
    }


async def hand(cast: Cast, by: str = "vice", **more: Any) -> UUID:
    done: UUID = await cast.do(by, hand_over_scores, today=AFTER, **told(cast, **more))
    return done


async def seen_by(cast: Cast, who: str, table: Table) -> set[UUID]:
    """The rows of a table that a person is shown, behind his fence as well."""
    reach = (await cast.request(who, AFTER)).reach
    async with cast.town.deed(reach) as tx:
        rows = await tx.rows(select(table.c.id).where(shown(table)), **needed(table, reach))
    return {row["id"] for row in rows}


class TestHandOverScores:
    async def test_copies_what_is_closed_with_its_days_and_texts(self, moved: Cast) -> None:
        may, june = await judged(moved, MAY, "81.25"), await judged(moved, JUNE, "77.5")
        act = await hand(moved)
        rows = await moved.rows("handed_sheet", "handover_id = $1", act)
        found = {row["sheet_id"]: (row["period"], row["days"]) for row in rows}
        assert found == {may: (MAY, 31), june: (JUNE, 20)}
        first = next(row for row in rows if row["sheet_id"] == may)
        assert (first["total"], first["level"]) == (Decimal("81.25"), "GOOD")
        assert (first["role"], first["days"]) == ("staff", 31)
        assert (first["unit_name"], first["cites"]) == ("office", CITES)
        assert first["agency_id"] == moved.town.agencies["neighbour"]
        assert first["from_agency_id"] == moved.town.agencies["commune"]
        assert first["handed_by"] == moved.town.people["vice"]
        (leaf,) = await moved.leaves("hand_over_scores")
        assert leaf["rule"] == "personnel-officer-hands-over-scores"
        assert leaf["agency_id"] == moved.town.agencies["commune"]

    async def test_leaves_out_what_is_not_closed_or_of_another_year(self, moved: Cast) -> None:
        may = await judged(moved, MAY, "81")
        await judged(moved, JUNE, "77", state="released")
        await judged(moved, date(2025, 12, 1), "60")
        await hand(moved)
        assert [row["sheet_id"] for row in await moved.rows("handed_sheet")] == [may]

    async def test_again_adds_what_is_new_and_touches_nothing_else(self, moved: Cast) -> None:
        await judged(moved, MAY, "81")
        first = await hand(moved)
        before = await moved.town.everything()
        assert await hand(moved) == first
        assert await moved.town.everything() == before
        june = await judged(moved, JUNE, "77")
        (may_row,) = await moved.rows("handed_sheet")
        second = await hand(moved)
        assert second != first
        assert await moved.row("handed_sheet", may_row["id"]) == may_row
        (added,) = await moved.rows("handed_sheet", "handover_id = $1", second)
        assert added["sheet_id"] == june

    async def test_a_corrected_sheet_gets_a_new_row_and_the_old_one_stays(
        self, moved: Cast
    ) -> None:
        may = await judged(moved, MAY, "81")
        await hand(moved)
        (old,) = await moved.rows("handed_sheet")
        await moved.town.owner.execute(
            "update congtam.sheet set round = 2, total = 84 where id = $1", may
        )
        await scored(moved, may, MAY, 2, "84")
        await hand(moved)
        before, after = await moved.rows("handed_sheet")
        assert before["replaced_at"] is not None
        assert {**before, "replaced_at": None} == dict(old)
        assert (after["round"], after["total"]) == (2, 84)
        assert (after["replaces_id"], after["replaced_at"]) == (old["id"], None)

    async def test_two_at_once_copy_each_sheet_once(self, moved: Cast) -> None:
        await judged(moved, MAY, "81")
        acts = await asyncio.gather(hand(moved), hand(moved, by="chair"))
        assert acts[0] == acts[1]
        assert len(await moved.rows("handed_sheet")) == 1

    async def test_the_head_of_the_old_agency_may_too(self, moved: Cast) -> None:
        await judged(moved, MAY, "81")
        await hand(moved, by="chair")
        (leaf,) = await moved.leaves("hand_over_scores")
        assert leaf["rule"] == "head-hands-over-scores"

    @pytest.mark.parametrize(
        "name", ["governor", "chief", "curator", "clerk", "registrar", "stranger", "leader"]
    )
    async def test_refuses_everybody_else(self, moved: Cast, name: str) -> None:
        await judged(moved, MAY, "81")
        refused = await moved.refused(name, hand_over_scores, today=AFTER, **told(moved))
        assert refused.code == "NO_MANDATE"

    async def test_refuses_where_nothing_is_closed_as_for_a_stranger(self, moved: Cast) -> None:
        await judged(moved, MAY, "81", state="released")
        for person in (moved.town.people["clerk"], new_id()):
            refused = await moved.refused(
                "vice", hand_over_scores, today=AFTER, **told(moved, person=person)
            )
            assert (refused.code, refused.field) == ("NOTHING_TO_HAND_OVER", "person")

    @pytest.mark.parametrize(
        ("to", "code"),
        [("province", "NOT_SERVING_THERE"), ("commune", "INVALID_INPUT")],
    )
    async def test_refuses_an_agency_where_the_person_does_not_serve(
        self, moved: Cast, to: str, code: str
    ) -> None:
        await judged(moved, MAY, "81")
        to_agency = moved.town.agencies[to]
        refused = await moved.refused(
            "vice", hand_over_scores, today=AFTER, **told(moved, to_agency=to_agency)
        )
        assert (refused.code, refused.field) == (code, "toAgency")

    @pytest.mark.parametrize(
        ("change", "code"),
        [({"year": 2024}, "INVALID_INPUT"), ({"document_no": " "}, "TEXT_NOT_ACCEPTABLE")],
    )
    async def test_refuses_what_no_hand_over_is(
        self, moved: Cast, change: dict[str, Any], code: str
    ) -> None:
        await judged(moved, MAY, "81")
        refused = await moved.refused(
            "vice", hand_over_scores, today=AFTER, **told(moved, **change)
        )
        assert refused.code == code

    async def test_refuses_an_agency_that_is_not_there(self, moved: Cast) -> None:
        refused = await moved.refused(
            "vice", hand_over_scores, today=AFTER, **told(moved, from_agency=new_id())
        )
        assert refused.code == "NOT_FOUND"


class TestReading:
    async def test_the_new_agency_reads_the_copies_and_not_the_sheets(self, moved: Cast) -> None:
        may = await judged(moved, MAY, "81")
        await hand(moved)
        (row,) = await moved.rows("handed_sheet")
        for who in ("stranger", "registrar"):
            assert await seen_by(moved, who, handed_sheet) == {row["id"]}, who
            assert await seen_by(moved, who, sheet) == set(), who
        for who in ("clerk", "chief", "chair", "vice"):
            assert row["id"] in await seen_by(moved, who, handed_sheet), who
            assert may in await seen_by(moved, who, sheet), who

    async def test_nobody_else_reads_them(self, moved: Cast) -> None:
        await judged(moved, MAY, "81")
        await hand(moved)
        for who in ("curator", "assistant", "typist", "archivist"):
            assert await seen_by(moved, who, handed_sheet) == set(), who

    async def test_the_old_agency_reads_nothing_of_the_new_sheets(self, moved: Cast) -> None:
        await judged(moved, MAY, "81")
        await hand(moved)
        town = moved.town
        there = await town.owner.fetchval(
            "select id from congtam.posting where person_id = $1 and agency_id = $2",
            town.people["clerk"],
            town.agencies["neighbour"],
        )
        await town.owner.execute(
            "insert into congtam.sheet (id, period, agency_id, scoring_unit_id, person_id, unit_id,"
            " posting_id, role) values ($1, $2, $3, $4, $5, $4, $6, 'staff')",
            new_id(),
            JUNE,
            town.agencies["neighbour"],
            town.units["neighbour"],
            town.people["clerk"],
            there,
        )
        for who in ("vice", "chair", "chief"):
            found = await seen_by(moved, who, sheet)
            rows = await moved.rows("sheet", "id = any($1)", found)
            agencies = {row["agency_id"] for row in rows}
            assert agencies == {town.agencies["commune"]}, who


class TestRequestHandover:
    async def test_is_open_until_the_old_agency_answers_it(self, moved: Cast) -> None:
        asked = await moved.do("registrar", request_handover, today=AFTER, **told(moved))
        for who in ("registrar", "stranger", "vice", "chair", "chief"):
            assert await seen_by(moved, who, handover_request) == {asked}, who
        for who in ("typist", "curator"):
            assert await seen_by(moved, who, handover_request) == set(), who
        row = await moved.row("handover_request", asked)
        assert (row["purpose"], row["answered_at"]) == ("transfer", None)
        await judged(moved, MAY, "81")
        await hand(moved)
        assert (await moved.row("handover_request", asked))["answered_at"] is not None

    async def test_is_one_while_it_is_open(self, moved: Cast) -> None:
        first = await moved.do("registrar", request_handover, today=AFTER, **told(moved))
        before = await moved.town.everything()
        assert await moved.do("stranger", request_handover, today=AFTER, **told(moved)) == first
        assert await moved.town.everything() == before

    @pytest.mark.parametrize("name", ["vice", "chair", "clerk", "governor"])
    async def test_is_the_receiving_agencys_to_make(self, moved: Cast, name: str) -> None:
        refused = await moved.refused(name, request_handover, today=AFTER, **told(moved))
        assert refused.code == "NO_MANDATE"

    @pytest.mark.parametrize(
        ("change", "field"),
        [({"year": 2027}, "fromAgency"), ({"person": "typist"}, "toAgency")],
    )
    async def test_needs_a_person_who_served_in_both(
        self, moved: Cast, change: dict[str, Any], field: str
    ) -> None:
        if "person" in change:
            change = {"person": moved.town.people[change["person"]]}
        refused = await moved.refused(
            "registrar", request_handover, today=AFTER, **told(moved, **change)
        )
        assert (refused.code, refused.field) == ("NOT_SERVING_THERE", field)


class TestTheMonthOfAMove:
    async def test_has_a_sheet_for_each_post_with_its_own_head_and_work(self, cast: Cast) -> None:
        """Also from one agency to another: the old head scores the days until then."""
        town = cast.town
        await stage.mandate(town, "vice", "personnel_officer", "commune")
        town.people["registrar"] = await stage.person(
            town, "Quách Thị Tâm", town.agencies["neighbour"]
        )
        await stage.posting(town, "registrar", "neighbour", "member")
        await stage.mandate(town, "registrar", "personnel_officer", "neighbour")
        await cast.open("office")
        assignment = await cast.assign("clerk")
        old = town.postings["clerk"]
        agreed = {"to_agency": town.agencies["neighbour"], "leaves_on": MOVED}
        await cast.do("vice", agree_transfer, posting_id=old, decision_no="45/QĐ", **agreed)
        moving = {"unit": town.units["neighbour"], "begins": MOVED, "version": 1}
        new = await cast.do("registrar", move_posting, posting_id=old, **moving)
        there = {"unit": town.units["neighbour"], "period": JUNE}
        await cast.do("stranger", open_month, today=MOVED, **there)
        rows = await cast.rows("sheet", "person_id = $1", town.people["clerk"])
        assert {(row["posting_id"], row["unit_id"], row["scoring_unit_id"]) for row in rows} == {
            (old, town.units["office"], town.units["office"]),
            (new, town.units["neighbour"], town.units["neighbour"]),
        }
        line = await cast.line_of(assignment)
        assert (line["posting_id"], line["agency_id"]) == (old, town.agencies["commune"])
