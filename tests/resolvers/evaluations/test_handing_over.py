"""Closed sheets of somebody who moved are handed to the new agency (Decree 335/2025, art. 19.1)."""

import asyncio
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers.core.ids import new_id
from resolvers.evaluations import hand_over_scores
from tests.resolvers.cast import Cast
from tests.resolvers.evaluations.moved import (
    AFTER,
    CITES,
    JUNE,
    MAY,
    hand,
    judged,
    move_the_clerk,
    scored,
    told,
)


@pytest.fixture
async def moved(cast: Cast) -> Cast:
    return await move_the_clerk(cast)


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


async def test_a_quarters_sheet_goes_with_all_its_days(cast: Cast) -> None:
    """Where one score stands for three months, who came in its second has served in it too."""
    await cast.choose("cycle", "quarter", "province")
    moved = await move_the_clerk(cast)
    await moved.town.owner.execute(
        "update congtam.posting set during = daterange('2026-05-11', upper(during)) where id = $1",
        moved.town.postings["clerk"],
    )
    sheet = await judged(moved, date(2026, 4, 1), "81")
    await hand(moved)
    (row,) = await moved.rows("handed_sheet")
    assert (row["sheet_id"], row["days"]) == (sheet, 21 + 20)
