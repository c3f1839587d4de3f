"""Scoring heads and deputies: d follows from their people, đ and e are chosen with a reason."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from resolvers import evaluations
from tests.resolvers.cast import ALONE, FULL, LED, Cast


async def told(cast: Cast, name: str, **changes: Any) -> dict[str, Any]:
    sheet = await cast.sheet(name)
    return {"sheet": sheet["id"], "version": sheet["version"], "marks": FULL, **changes}


class TestScoreOfLeaders:
    async def ready(self, cast: Cast) -> None:
        """Everybody of the office, and the chief himself, has worked and assessed himself."""
        for unit in ("office", "commune"):
            await cast.open(unit)
        for name in ("assistant", "clerk", "leader", "typist", "chief"):
            await cast.worked(name)
            await cast.assess(name)

    async def test_counts_one_subordinate_below_fifty(self, cast: Cast) -> None:
        await self.ready(cast)
        await cast.town.owner.execute(
            "update congtam.work_line set accepted = 0 where person_id = $1",
            cast.town.people["clerk"],
        )
        for name in ("clerk", "typist", "leader", "assistant"):
            await cast.score(name)
        sheet = await cast.score("chief")
        assert (sheet["unit_result"], sheet["organising"], sheet["unity"]) == (Decimal("0.5"), 1, 1)
        assert sheet["total"] == Decimal("94.17")
        (score,) = await cast.rows("score", "sheet_id = $1", sheet["id"])
        assert score["facts"]["subordinates"] == {
            "totals": ["100", "100", "100", "30"],
            "unscored": 0,
            "insufficient": 0,
        }

    async def test_waits_for_the_subordinates(self, cast: Cast) -> None:
        await self.ready(cast)
        await cast.score("clerk")
        arguments = await told(cast, "chief", leadership=LED)
        refusal = await cast.refused("chair", evaluations.score_sheet, **arguments)
        assert (refusal.code, refusal.facts["count"]) == ("SUBORDINATES_NOT_SCORED", 3)

    async def test_measures_a_deputy_by_what_he_is_in_charge_of(self, cast: Cast) -> None:
        await self.ready(cast)
        await cast.worked("vice")
        await cast.assess("vice")
        for charged, column in (("culture", "unit_id"), ("typist", "person_id")):
            ids = cast.town.units if column == "unit_id" else cast.town.people
            await cast.town.owner.execute(
                f"insert into congtam.charge (id, agency_id, posting_id, {column}, during)"
                " values (gen_random_uuid(), $1, $2, $3, daterange('2026-01-01', null))",
                cast.town.agencies["commune"],
                cast.town.postings["vice"],
                ids[charged],
            )
        arguments = await told(cast, "vice", leadership=LED)
        refusal = await cast.refused("chair", evaluations.score_sheet, **arguments)
        # The curator and the archivist of culture, and the typist.
        assert (refusal.code, refusal.facts["count"]) == ("SUBORDINATES_NOT_SCORED", 3)
        await cast.score("typist")
        refusal = await cast.refused("chair", evaluations.score_sheet, **arguments)
        assert refusal.facts["count"] == 2

    async def test_takes_d_as_met_where_the_agency_wants_it_so(self, cast: Cast) -> None:
        """Nobody is in the assistant's charge, so nobody's score decides."""
        await cast.choose("no_subordinates", "met")
        await self.ready(cast)
        sheet = await cast.score("assistant", leadership=LED)
        assert sheet["unit_result"] == 1

    async def test_lets_the_head_choose_d_where_nobody_has_a_score(self, cast: Cast) -> None:
        await self.ready(cast)
        arguments = await told(cast, "assistant", leadership=LED)
        refusal = await cast.refused("chief", evaluations.score_sheet, **arguments)
        assert refusal.code == "UNIT_RESULT_TO_CHOOSE"
        chosen = replace(LED, unit_result=Decimal("0.5"))
        refusal = await cast.refused(
            "chief", evaluations.score_sheet, **{**arguments, "leadership": chosen}
        )
        assert refusal.field == "leadership.unit_result_reason"
        chosen = replace(chosen, unit_result_reason="Lĩnh vực phụ trách chậm tiến độ")
        sheet = await cast.score("assistant", leadership=chosen)
        assert sheet["unit_result"] == Decimal("0.5")
        assert (await cast.sign("assistant"))["state"] == "released"

    @pytest.mark.parametrize(
        ("name", "leadership", "code"),
        [
            ("assistant", None, "LEADERSHIP_REQUIRED"),
            ("assistant", replace(ALONE, organising=Decimal("0.75")), "INVALID_INPUT"),
            ("assistant", replace(ALONE, unit_result=Decimal("0.75")), "INVALID_INPUT"),
            ("assistant", replace(ALONE, unity_reason=" "), "TEXT_NOT_ACCEPTABLE"),
            ("leader", ALONE, "UNIT_RESULT_DECIDED"),
            ("clerk", LED, "LEADERSHIP_NOT_ALLOWED"),
        ],
    )
    async def test_refuses(self, cast: Cast, name: str, leadership: Any, code: str) -> None:
        await cast.open("office")
        for each in {"typist", name}:
            await cast.worked(each)
            await cast.assess(each)
        if name == "leader":
            await cast.score("typist")
        arguments = await told(cast, name, leadership=leadership)
        refusal = await cast.refused("chief", evaluations.score_sheet, **arguments)
        assert refusal.code == code
