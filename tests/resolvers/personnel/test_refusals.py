"""What is refused, by its own code, with nothing written: proposals, steps, decisions."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from resolvers import personnel as deeds
from resolvers.core.documents import Document
from resolvers.discipline import Opening, record_procedure
from resolvers.evaluations import score_sheet, self_assess, sign_sheet
from tests.resolvers.cast import DAY, FULL
from tests.resolvers.personnel.story import DECISION, JULY, PAPER, REASON, Personnel, later
from tests.resolvers.personnel.test_lower_post import proposed


def proposal(personnel: Personnel, kind: str, who: str, **more: Any) -> dict[str, Any]:
    town = personnel.cast.town
    told = {"kind": kind, "posting": town.postings[who], "reason": REASON, **more}
    if "to" in told:
        unit, office = told.pop("to")
        told["target"] = deeds.Target(town.units[unit], office)
    return told


class TestProposing:
    async def refused(self, personnel: Personnel, by: str, kind: str, who: str, **more: Any) -> Any:
        told = proposal(personnel, kind, who, **more)
        return await personnel.refused(by, deeds.propose_personnel_action, **told)

    @pytest.mark.parametrize(
        ("by", "code"),
        [
            ("clerk", "OWN_ACTION"),
            ("curator", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
            ("administrator", "NO_MANDATE"),
            ("assistant", "NO_MANDATE"),
            ("stranger", "NOT_FOUND"),
            ("neighbouring", "NOT_FOUND"),
        ],
    )
    async def test_is_not_everybodys(self, personnel: Personnel, by: str, code: str) -> None:
        refused = await self.refused(personnel, by, "transfer", "clerk", to=("culture", "member"))
        assert refused.code == code

    async def test_names_a_closed_gate_with_its_article(self, personnel: Personnel) -> None:
        await personnel.classed("clerk", "COMPLETED")
        case = deeds.Cited(classification=await personnel.classed("clerk", "GOOD", 2024))
        told = {"to": ("office", "member"), "grounds": [case]}
        refused = await self.refused(personnel, "officer", "higher_post", "clerk", **told)
        assert refused.code == "GATE_CLOSED"
        said = refused.message("vi")
        assert "“Năm liền trước hoàn thành tốt nhiệm vụ trở lên”" in said
        assert "Nghị định số 170/2025/NĐ-CP" in said
        assert "Decree" in refused.message("en")

    async def test_of_somebody_under_discipline_is_barred(self, personnel: Personnel) -> None:
        opening = Opening("administrative", date(2026, 6, 1), "Vi phạm nội quy.", PAPER)
        who = personnel.cast.town.people["clerk"]
        await personnel.do("officer", record_procedure, person=who, opening=opening)
        told = {"to": ("culture", "member")}
        refused = await self.refused(personnel, "officer", "transfer", "clerk", **told)
        assert refused.code == "GATE_CLOSED"

    async def test_rests_on_results(self, personnel: Personnel) -> None:
        await personnel.classed("clerk")
        told = {"to": ("team", "member")}
        refused = await self.refused(personnel, "officer", "lower_post", "clerk", **told)
        assert refused.code == "GROUNDS_MISSING"

    async def test_cites_what_is_in_force_and_the_persons_own(self, personnel: Personnel) -> None:
        other = deeds.Cited(classification=await personnel.classed("typist"))
        told: dict[str, Any] = {"to": ("team", "member"), "grounds": [other]}
        refused = await self.refused(personnel, "officer", "lower_post", "clerk", **told)
        assert refused.code == "GROUND_NOT_IN_FORCE"
        case = await personnel.classed("clerk")
        await replaced(personnel, case)
        told["grounds"] = [deeds.Cited(classification=case)]
        refused = await self.refused(personnel, "officer", "lower_post", "clerk", **told)
        assert refused.code == "GROUND_NOT_IN_FORCE"

    @pytest.mark.parametrize(
        ("kind", "who", "more"),
        [
            ("transfer", "clerk", {}),
            ("termination", "clerk", {"to": ("team", "member")}),
            ("removal", "clerk", {}),
            ("transfer", "clerk", {"to": ("team", "member"), "own_wish": True}),
            ("transfer", "clerk", {"to": ("team", "member"), "ground_on": later(1)}),
            ("transfer", "clerk", {"to": ("team", "king")}),
            ("promotion", "clerk", {}),
            # An office comes by an appointment, never by a change of rank or the end of another.
            ("higher_post", "clerk", {"to": ("culture", "deputy")}),
            ("lower_post", "clerk", {"to": ("office", "deputy"), "own_wish": True}),
            ("lower_post", "assistant", {"to": ("culture", "deputy")}),
            ("removal", "chief", {"to": ("culture", "head")}),
            ("resignation", "assistant", {"to": ("office", "deputy")}),
        ],
    )
    async def test_makes_sense(
        self, personnel: Personnel, kind: str, who: str, more: dict[str, Any]
    ) -> None:
        assert (await self.refused(personnel, "officer", kind, who, **more)).code == "INVALID_INPUT"

    async def test_of_the_top_is_nobodys_to_decide(self, personnel: Personnel) -> None:
        refused = await self.refused(
            personnel, "provincial", "removal", "governor", paper=paper("other_ground")
        )
        assert refused.code == "NOBODY_DECIDES"


class TestSteps:
    async def test_are_taken_in_their_order(self, personnel: Personnel) -> None:
        id = await proposed(personnel)
        early = {**await personnel.at(id), "step": "decide", "document": PAPER}
        refused = await personnel.refused("officer", deeds.record_personnel_step, **early)
        assert refused.code == "STEP_OUT_OF_ORDER"
        hearing = {**await personnel.at(id), "said": "Tôi đồng ý."}
        refused = await personnel.refused("officer", deeds.hear_personnel_subject, **hearing)
        assert refused.code == "HEARING_NOT_DUE"

    async def test_are_recorded_by_their_owner_with_their_paper(self, personnel: Personnel) -> None:
        id = await proposed(personnel)
        told = {**await personnel.at(id), "step": "propose"}
        for by, code in (
            ("chair", "NO_MANDATE"),
            ("clerk", "NOT_FOUND"),
            ("inspector", "NO_MANDATE"),
            ("officer", "DOCUMENT_MISSING"),
        ):
            refused = await personnel.refused(by, deeds.record_personnel_step, **told)
            assert refused.code == code
        later_on = {**told, "document": PAPER, "done_on": later(1)}
        refused = await personnel.refused("officer", deeds.record_personnel_step, **later_on)
        assert refused.code == "INVALID_INPUT"

    async def test_that_hear_the_person_are_no_ordinary_ones(self, personnel: Personnel) -> None:
        id = await proposed(personnel)
        await personnel.walk(id, "clerk", "chair", until="hear")
        told = {**await personnel.at(id), "step": "hear", "document": PAPER}
        refused = await personnel.refused("officer", deeds.record_personnel_step, **told)
        assert refused.code == "STEP_OF_ANOTHER_KIND"

    async def test_over_somebody_elses_change_are_stale(self, personnel: Personnel) -> None:
        id = await proposed(personnel)
        told = {**await personnel.at(id), "step": "propose", "document": PAPER}
        await personnel.do("officer", deeds.record_personnel_step, **told)
        hearing = {"action": id, "version": told["version"], "said": "Tôi đồng ý."}
        refused = await personnel.refused("officer", deeds.hear_personnel_subject, **hearing)
        assert refused.code == "STALE_VERSION"


class TestDeciding:
    async def ready(self, personnel: Personnel) -> Any:
        id = await proposed(personnel)
        await personnel.walk(id, "clerk", "chair")
        return id

    async def told(self, personnel: Personnel, id: Any, **more: Any) -> dict[str, Any]:
        days = {"effective_on": JULY, "decision": DECISION}
        return {**await personnel.at(id), **days, **more}

    async def refused(self, personnel: Personnel, by: str, id: Any, **more: Any) -> str:
        told = await self.told(personnel, id, **more)
        refused = await personnel.refused(by, deeds.decide_personnel_action, **told)
        return str(refused.code)

    @pytest.mark.parametrize(
        ("by", "code"),
        [
            ("governor", "NOT_FOUND"),
            ("chief", "NOT_FOUND"),
            ("officer", "NOT_DECIDING_HEAD"),
            ("inspector", "NOT_DECIDING_HEAD"),
            ("administrator", "NOT_FOUND"),
            ("clerk", "OWN_ACTION"),
        ],
    )
    async def test_is_the_right_heads_alone(self, personnel: Personnel, by: str, code: str) -> None:
        assert await self.refused(personnel, by, await self.ready(personnel)) == code

    async def test_comes_after_every_step(self, personnel: Personnel) -> None:
        assert await self.refused(personnel, "chair", await proposed(personnel)) == "STEPS_MISSING"

    async def test_sees_a_gate_that_has_shut_since(self, personnel: Personnel) -> None:
        id = await personnel.propose("transfer", "clerk", to=("culture", "member"))
        await personnel.walk(id, "clerk", "chair")
        await personnel.do(
            "officer",
            deeds.record_protected_state,
            person=personnel.cast.town.people["clerk"],
            state="pregnancy",
            since=DAY,
            document=PAPER,
        )
        assert await self.refused(personnel, "chair", id) == "GATE_SHUT_SINCE"
        (kept,) = await personnel.cast.rows("action_gate", "code like '%pregnan%'")
        assert (kept["moment"], kept["open"]) == ("proposal", True)

    async def test_sees_that_a_ground_was_replaced(self, personnel: Personnel) -> None:
        case = await personnel.classed("clerk")
        again = deeds.PaperGround("not_meeting_requirements", PAPER)
        grounds = [deeds.Cited(classification=case)]
        id = await personnel.propose(
            "lower_post", "clerk", to=("team", "member"), grounds=grounds, paper=again
        )
        await personnel.walk(id, "clerk", "chair")
        await replaced(personnel, case)
        assert await self.refused(personnel, "chair", id) == "GROUND_REPLACED"

    @pytest.mark.parametrize(
        "change",
        [
            {"effective_on": later(-1)},
            {"until": date(2027, 1, 1)},
            {"decision": replace(DECISION, day=None)},
        ],
    )
    async def test_has_lawful_days(self, personnel: Personnel, change: dict[str, Any]) -> None:
        id = await self.ready(personnel)
        assert await self.refused(personnel, "chair", id, **change) == "INVALID_INPUT"

    async def test_is_taken_once(self, personnel: Personnel) -> None:
        id = await self.ready(personnel)
        await personnel.decide(id, "chair")
        assert await self.refused(personnel, "chair", id) == "ACTION_OVER"

    async def test_waits_for_no_other_decision_on_the_same_days(self, personnel: Personnel) -> None:
        first = await self.ready(personnel)
        second = await personnel.propose("transfer", "clerk", to=("culture", "member"))
        await personnel.walk(second, "clerk", "chair")
        await personnel.decide(first, "chair")
        code = await self.refused(personnel, "chair", second, effective_on=later(3))
        assert code == "ACTIONS_OVERLAP"

    async def test_ends_no_post_before_a_month_that_was_signed_on_it(
        self, personnel: Personnel
    ) -> None:
        """On the first of a month its sheet may be signed before somebody decides, that day."""
        id = await self.ready(personnel)
        cast, town = personnel.cast, personnel.cast.town
        await cast.open("office", JULY, today=JULY)
        month = replace(cast, period=JULY)
        told = {"marks": FULL, "today": JULY}
        await month.step("clerk", "clerk", self_assess, **told)
        await month.step("clerk", "chief", score_sheet, **told)
        await month.step("clerk", "chief", sign_sheet, today=JULY)
        code = await self.refused(personnel, "chair", id, effective_on=JULY, today=JULY)
        assert code == "POST_HAS_SIGNED_SHEETS"
        await personnel.decide(id, "chair", later(1, JULY), today=JULY)
        assert (await personnel.held("clerk"))[0][-1] == later(1, JULY)
        assert (await month.sheet("clerk"))["posting_id"] == town.postings["clerk"]

    async def test_lasts_no_longer_than_the_law_allows(self, personnel: Personnel) -> None:
        id = await personnel.propose("suspension", "clerk", paper=paper("misconduct"))
        await personnel.walk(id, "clerk", "chair")
        told = {"effective_on": DAY, "until": date(2026, 7, 8)}
        assert await self.refused(personnel, "chair", id, **told) == "LASTS_TOO_LONG"

    async def test_does_not_double_a_head(self, personnel: Personnel) -> None:
        grounds = await personnel.three_years("assistant")
        await personnel.since("assistant", date(2023, 1, 1))
        await personnel.fact("assistant", "retirement", date(2050, 1, 1))
        told = {"to": ("culture", "head"), "grounds": grounds, "effective_on": JULY}
        id = await personnel.propose("appointment", "assistant", **told)
        await personnel.walk(id, "assistant", "governor")
        assert await self.refused(personnel, "governor", id) == "HEAD_EXISTS"


def paper(code: str) -> deeds.PaperGround:
    return deeds.PaperGround(code, Document("3/BC", DAY))


async def replaced(personnel: Personnel, case: Any) -> None:
    """Another edition stands in the place of a class."""
    await personnel.cast.town.owner.execute(
        "update congtam.classification set replaced_at = now(), replaced_reason = '-'"
        " where id = $1",
        case,
    )
