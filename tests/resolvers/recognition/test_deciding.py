"""One deed decides the closed set: within the share, by a person's choice, once."""

import asyncio
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import recognition
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.recognition import ShareDecision
from tests.resolvers.recognition.year import BEST, PAPER, PART, Year, marks

QUARTER = ShareDecision(
    Decimal("0.25"), "30/QĐ-UBND", date(2026, 12, 1), "Có thành tích nổi trội, vượt kế hoạch"
)
WHY = {"reason": "Có mô hình được nhân rộng"}


async def _told(year: Year, unit: str = "commune", **options: Any) -> dict[str, Any]:
    found = await year.round(unit)
    return {"round": found["id"], "version": found["version"], "decision": PAPER, **options}


async def _marked(year: Year, excellent: int, good: int) -> list[Any]:
    """Two divisions of the town and more, assessed and marked; the ids of the candidates."""
    names = ["office", "culture", *await year.divisions(excellent + good - 2)]
    await year.open("commune", "chair")
    for place, name in enumerate(names):
        await year.finish(name, 95 if place < excellent else 80)
    return [(await year.review(name))["id"] for name in names[:excellent]]


class TestClosedSet:
    async def test_names_what_is_still_open(self, year: Year) -> None:
        await year.division("land")
        await year.open("commune", "chair")
        await year.division("works")
        await year.finish("office", 80)
        await year.assess("culture")
        refused = await year.refused("chair", recognition.decide_recognition, **await _told(year))
        assert refused.code == "ROUND_NOT_CLOSED"
        assert refused.facts["names"] == "culture, land, works"

    async def test_waits_for_levels_that_a_person_has_to_choose(self, year: Year) -> None:
        await year.open("commune", "chair")
        await year.finish("office", 80)
        await year.finish("culture", 84, PART)
        refused = await year.refused("chair", recognition.decide_recognition, **await _told(year))
        assert (refused.code, refused.facts["names"]) == ("ROUND_NOT_CLOSED", "culture")
        deed = recognition.choose_organisation_level
        await year.step("culture", "chair", deed, level="COMPLETED", reason="Còn việc dở dang")
        await year.decide("commune", "chair")
        assert (await year.review("culture"))["applied_level"] == "COMPLETED"

    async def test_names_what_moved_away(self, year: Year) -> None:
        await _marked(year, 0, 2)
        await year.town.owner.execute(
            "update congtam.unit_placement set during = '[2026-01-01,2026-12-01)'"
            " where unit_id = $1",
            year.town.units["culture"],
        )
        refused = await year.refused("chair", recognition.decide_recognition, **await _told(year))
        assert (refused.code, refused.facts["names"]) == ("ROUND_NOT_CLOSED", "culture")

    async def test_wants_marks_that_know_the_levels_beneath(self, year: Year) -> None:
        """The office was marked while its team was completed; then the team's marks fell."""
        await year.open("commune", "chair", also=[year.town.units["team"]])
        year.names["team"], year.above["team"] = "leader", "chair"
        await year.finish("team", 80)
        await year.finish("office", 95)
        await year.finish("culture", 80)
        await year.mark("team", 40)
        refused = await year.refused("chair", recognition.decide_recognition, **await _told(year))
        assert (refused.code, refused.facts["names"]) == ("MARKS_OUTDATED", "office")
        office = await year.mark("office", 95)
        assert (office["computed_level"], office["recommended_level"]) == (None, "GOOD")


class TestShare:
    async def test_leaves_the_choice_to_a_person_with_a_reason(self, year: Year) -> None:
        candidates = await _marked(year, 3, 5)
        # 3 candidates of 8: the strict fifth is one place.
        for excellent in ([], candidates[:2]):
            told = await _told(year, excellent=excellent, **WHY)
            refused = await year.refused("chair", recognition.decide_recognition, **told)
            assert (refused.code, refused.facts["places"]) == ("EXCELLENT_TO_CHOOSE", 1)
        told = await _told(year, excellent=candidates[1:2])
        refused = await year.refused("chair", recognition.decide_recognition, **told)
        assert refused.code == "TEXT_NOT_ACCEPTABLE"
        round = await year.decide("commune", "chair", excellent=candidates[1:2], **WHY)
        counts = tuple(round[name] for name in ("organisations", "candidates", "good", "places"))
        assert counts == (8, 3, 5, 1)
        rows = await year.rows(
            "select id, applied_level, without_place from congtam.organisation_review"
        )
        levels = {row["id"]: (row["applied_level"], row["without_place"]) for row in rows}
        assert [levels[id] for id in candidates] == [
            ("GOOD", True),
            ("EXCELLENT", False),
            ("GOOD", True),
        ]
        (leaf,) = await year.leaves("decide_recognition")
        assert (leaf["reason"], leaf["after"]["places"]) == (WHY["reason"], 1)

    async def test_is_a_quarter_by_a_stored_decision(self, year: Year) -> None:
        candidates = await _marked(year, 2, 8)
        told = {"excellent": candidates, "share": QUARTER, **WHY}
        round = await year.decide("commune", "chair", **told)
        assert (round["places"], round["share"]) == (2, Decimal("0.250"))
        assert (round["share_decision_no"], round["share_decision_day"]) == (
            (QUARTER.number, QUARTER.day)
        )
        assert any(QUARTER.number in str(step) for step in round["steps"])

    @pytest.mark.parametrize("share", ["0.26", "0.20", "0", "-1", "NaN"])
    async def test_is_never_above_a_quarter(self, year: Year, share: str) -> None:
        await _marked(year, 1, 2)
        granted = ShareDecision(Decimal(share), "30/QĐ-UBND", date(2026, 12, 1), "Nổi trội")
        told = await _told(year, share=granted)
        refused = await year.refused("chair", recognition.decide_recognition, **told)
        assert refused.code == "SHARE_NOT_ALLOWED"

    async def test_goes_to_candidates_only(self, year: Year) -> None:
        candidates = await _marked(year, 2, 5)
        good = (await year.review("division_04"))["id"]
        for wrong, code in (
            ([good], "NOT_A_CANDIDATE"),
            ([new_id()], "NOT_A_CANDIDATE"),
            ([candidates[0]] * 2, "INVALID_INPUT"),
        ):
            told = await _told(year, excellent=wrong, **WHY)
            refused = await year.refused("chair", recognition.decide_recognition, **told)
            assert refused.code == code

    async def test_is_every_candidates_where_there_is_room(self, year: Year) -> None:
        await _marked(year, 1, 5)
        round = await year.decide("commune", "chair")
        assert round["places"] == 1
        assert (await year.review("office"))["applied_level"] == "EXCELLENT"


class TestOnce:
    @pytest.mark.parametrize("who", ["governor", "vice", "chief", "clerk_of_staff", "auditor"])
    async def test_by_the_recognising_head_alone(self, year: Year, who: str) -> None:
        await _marked(year, 0, 2)
        refused = await year.refused(who, recognition.decide_recognition, **await _told(year))
        assert refused.code in {"NOT_RECOGNISING_HEAD", "NOT_FOUND"}

    async def test_simultaneous_decisions_give_one_success(self, year: Year) -> None:
        candidates = await _marked(year, 3, 5)
        deeds = [
            year.do(
                "chair",
                recognition.decide_recognition,
                **await _told(year, excellent=[candidate], **WHY),
            )
            for candidate in candidates
        ]
        outcomes = await asyncio.gather(*deeds, return_exceptions=True)
        codes = [each.code for each in outcomes if isinstance(each, Refusal)]
        assert codes == ["RECOGNITION_DECIDED"] * 2
        rows = await year.rows(
            "select count(*) from congtam.organisation_review where applied_level = 'EXCELLENT'"
        )
        assert rows[0][0] == 1
        assert len(await year.leaves("decide_recognition")) == 1

    async def test_a_mark_that_comes_with_the_decision_is_first_or_refused(
        self, year: Year
    ) -> None:
        await _marked(year, 0, 2)
        found = await year.review("office")
        marking = year.do(
            "chair",
            recognition.mark_organisation,
            review=found["id"],
            version=found["version"],
            marks=marks(60),
            statement=BEST,
        )
        deciding = year.do("chair", recognition.decide_recognition, **await _told(year))
        outcomes = await asyncio.gather(deciding, marking, return_exceptions=True)
        refused = [each.code for each in outcomes if isinstance(each, Refusal)]
        assert refused in ([], ["ORGANISATION_SETTLED"])
        after = await year.review("office")
        expected = "GOOD" if refused else "COMPLETED"
        assert (after["state"], after["applied_level"]) == ("recognised", expected)

    async def test_then_nothing_in_it_changes(self, year: Year) -> None:
        await _marked(year, 0, 2)
        round = await year.decide("commune", "chair")
        refused = await year.refused("chair", recognition.decide_recognition, **await _told(year))
        assert refused.code == "RECOGNITION_DECIDED"
        await year.publish("commune", "chair")
        told = {"round": round["id"], "version": round["version"] + 1}
        refused = await year.refused("chair", recognition.publish_recognition, **told)
        assert refused.code == "RECOGNITION_NOT_DECIDED"
