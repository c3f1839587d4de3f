"""Who reads what was handed over, who asks for it, and the month in which somebody moves."""

from typing import Any

import pytest

from resolvers.core.ids import new_id
from resolvers.evaluations import open_month, sheet
from resolvers.people import (
    agree_transfer,
    handed_sheet,
    handover_request,
    move_posting,
    request_handover,
)
from tests.resolvers import town as stage
from tests.resolvers.cast import Cast
from tests.resolvers.evaluations.moved import (
    AFTER,
    JUNE,
    MAY,
    MOVED,
    hand,
    judged,
    move_the_clerk,
    seen_by,
    told,
)


@pytest.fixture
async def moved(cast: Cast) -> Cast:
    return await move_the_clerk(cast)


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
