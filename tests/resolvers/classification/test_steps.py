"""Each step of article 21 is taken by its owner, in its order, and stays."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from resolvers import classification as deeds
from resolvers.core.documents import Document
from tests.resolvers.classification.year import DAY, PAPER, Year
from tests.resolvers.town import delegation

SAID = {"level": "GOOD", "text": "Hoàn thành nhiệm vụ."}
MET = {"document": PAPER, "summoned": 12, "attended": 11, "passed": True}
PROPOSED = {"level": "GOOD", "reason": "Đủ điều kiện."}


@pytest_asyncio.fixture
async def opened(year: Year) -> Year:
    """The commune's set, with everybody's result."""
    await year.results({})
    await year.open()
    return year


async def _refused(year: Year, who: str, deed: Any, whose: str, **arguments: Any) -> str:
    refusal = await year.refused(who, deed, **await year.at(whose), **arguments)
    return str(refusal.code)


class TestForm:
    async def test_keeps_what_was_said_and_the_result_it_rests_on(self, opened: Year) -> None:
        await opened.submit("clerk")
        case = await opened.case("clerk")
        (form,) = await opened.cast.rows("year_form")
        assert (case["state"], case["self_level"]) == ("self_reviewed", "GOOD")
        assert (form["round"], form["result_id"]) == (1, case["result_id"])
        (leaf,) = await opened.cast.leaves("submit_year_form")
        assert leaf["after"]["total"] == "80.00"

    @pytest.mark.parametrize("who", ["chief", "chair", "officer"])
    async def test_is_the_persons_own(self, opened: Year, who: str) -> None:
        assert await _refused(opened, who, deeds.submit_year_form, "clerk", **SAID) == (
            "NOT_THE_PERSON"
        )

    async def test_of_somebody_else_is_not_even_seen(self, opened: Year) -> None:
        assert await _refused(opened, "typist", deeds.submit_year_form, "clerk", **SAID) == (
            "NOT_FOUND"
        )

    async def test_freezes_when_it_is_submitted(self, opened: Year) -> None:
        await opened.submit("clerk")
        assert await _refused(opened, "clerk", deeds.submit_year_form, "clerk", **SAID) == (
            "FORM_SUBMITTED"
        )

    @pytest.mark.parametrize("who", ["chief", "chair"])
    async def test_changes_after_a_return_and_both_stay_readable(
        self, opened: Year, who: str
    ) -> None:
        await opened.submit("clerk")
        told = {**await opened.at("clerk"), "reason": "Bổ sung kết quả quý IV."}
        await opened.do(who, deeds.return_year_form, **told)
        await opened.submit("clerk", "COMPLETED")
        first, second = await opened.cast.rows("year_form")
        assert (first["level"], first["returned_reason"]) == ("GOOD", told["reason"])
        assert (second["level"], second["round"], second["returned_at"]) == ("COMPLETED", 2, None)

    async def test_needs_the_years_result(self, year: Year) -> None:
        await year.open()
        assert await _refused(year, "clerk", deeds.submit_year_form, "clerk", **SAID) == (
            "RESULT_MISSING"
        )

    async def test_names_a_level_that_there_is(self, opened: Year) -> None:
        told = {**SAID, "level": "INSUFFICIENT_DATA"}
        assert await _refused(opened, "clerk", deeds.submit_year_form, "clerk", **told) == (
            "INVALID_INPUT"
        )

    async def test_is_not_saved_over_what_somebody_changed(self, opened: Year) -> None:
        at = await opened.at("clerk")
        refusal = await opened.refused(
            "clerk", deeds.submit_year_form, case=at["case"], version=at["version"] + 1, **SAID
        )
        assert refusal.code == "STALE_VERSION"

    async def test_may_be_excused_with_a_reason(self, opened: Year) -> None:
        told = {"reason": "Nghỉ thai sản."}
        assert await _refused(opened, "chief", deeds.excuse_year_form, "clerk", **told) == (
            "NOT_CLASSIFYING_HEAD"
        )
        await opened.do("chair", deeds.excuse_year_form, **await opened.at("clerk"), **told)
        await opened.meet("clerk")
        case = await opened.case("clerk")
        assert (case["state"], case["excuse"]) == ("discussed", "Nghỉ thai sản.")


class TestMinutes:
    async def test_are_recorded_for_everybody_heard(self, opened: Year) -> None:
        for name in ("clerk", "assistant"):
            await opened.submit(name)
        await opened.meet("clerk", "assistant", by="chief")
        papers = await opened.cast.rows("case_paper")
        assert {paper["classification_id"] for paper in papers} == {
            (await opened.case(name))["id"] for name in ("clerk", "assistant")
        }
        assert {(paper["number"], paper["attended"]) for paper in papers} == {("12/BB-UBND", 11)}

    async def test_follow_the_form(self, opened: Year) -> None:
        await opened.submit("clerk")
        cases = [(await opened.case(name))["id"] for name in ("clerk", "typist")]
        refusal = await opened.refused("chief", deeds.record_minutes, cases=cases, **MET)
        assert refusal.code == "FORM_MISSING"

    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("curator", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
            ("clerk", "NO_SELF_CLASSIFYING"),
            ("governor", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
        ],
    )
    async def test_are_recorded_by_the_head_or_the_personnel_body(
        self, opened: Year, who: str, code: str
    ) -> None:
        await opened.submit("clerk")
        cases = [(await opened.case("clerk"))["id"]]
        refusal = await opened.refused(who, deeds.record_minutes, cases=cases, **MET)
        assert refusal.code == code

    async def test_about_himself_are_not_the_personnel_officers(self, opened: Year) -> None:
        await opened.submit("officer")
        cases = [(await opened.case("officer"))["id"]]
        refusal = await opened.refused("officer", deeds.record_minutes, cases=cases, **MET)
        assert refusal.code == "NO_SELF_CLASSIFYING"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"attended": 13}, "ATTENDANCE_CONTRADICTS"),
            ({"attended": 0}, "ATTENDANCE_CONTRADICTS"),
            ({"passed": False}, "MINUTES_NOT_PASSED"),
            ({"document": replace(PAPER, day=None)}, "INVALID_INPUT"),
            ({"document": replace(PAPER, sha256="xy")}, "INVALID_INPUT"),
            ({"document": replace(PAPER, number="")}, "TEXT_NOT_ACCEPTABLE"),
        ],
    )
    async def test_tell_a_meeting_that_can_have_been(
        self, opened: Year, change: dict[str, Any], code: str
    ) -> None:
        await opened.submit("clerk")
        cases = [(await opened.case("clerk"))["id"]]
        refusal = await opened.refused(
            "chief", deeds.record_minutes, cases=cases, **{**MET, **change}
        )
        assert refusal.code == code

    async def test_of_an_acting_head_leave_out_the_head_who_lent(self, year: Year) -> None:
        """The assistant acts for the chief: the chief's own year is not his to speak about."""
        town = year.cast.town
        await year.results({})
        await year.open()
        await delegation(town, "chair", "vice", "commune", DAY, date(2026, 12, 31))
        await year.submit("clerk")
        await year.meet("clerk", by="vice")
        (leaf,) = await year.cast.leaves("record_minutes")
        assert leaf["on_behalf_of"] == town.people["chair"]


class TestPartyComment:
    async def test_follows_the_meeting(self, opened: Year) -> None:
        await opened.submit("vice")
        told = {"document": Document("07-NX/ĐU", date(2026, 12, 5))}
        assert await _refused(opened, "officer", deeds.record_party_comment, "vice", **told) == (
            "MINUTES_MISSING"
        )
        await opened.meet("vice")
        await opened.comment("vice")
        assert (await opened.case("vice"))["state"] == "commented"

    async def test_is_recorded_by_the_personnel_body(self, opened: Year) -> None:
        await opened.submit("vice")
        await opened.meet("vice")
        told = {"document": Document("07-NX/ĐU", date(2026, 12, 5))}
        assert await _refused(opened, "chair", deeds.record_party_comment, "vice", **told) == (
            "NO_MANDATE"
        )


class TestProposal:
    async def test_for_a_head_follows_the_comment(self, opened: Year) -> None:
        await opened.submit("chief")
        await opened.meet("chief")
        assert await _refused(opened, "officer", deeds.propose_level, "chief", **PROPOSED) == (
            "COMMENT_MISSING"
        )
        await opened.comment("chief")
        await opened.propose("chief")
        assert (await opened.case("chief"))["proposed_level"] == "GOOD"

    async def test_for_a_member_follows_the_meeting(self, opened: Year) -> None:
        await opened.submit("clerk")
        assert await _refused(opened, "officer", deeds.propose_level, "clerk", **PROPOSED) == (
            "MINUTES_MISSING"
        )
        await opened.meet("clerk")
        await opened.propose("clerk", "EXCELLENT")
        assert (await opened.case("clerk"))["state"] == "proposed"

    async def test_comes_from_the_authoritys_own_personnel_body(self, opened: Year) -> None:
        """The chair is classified by the governor, so the province's personnel officer proposes."""
        year = opened
        await year.open("governor", "province")
        await year.result("chair", "85.00")
        await year.open("governor", "province")
        await year.submit("chair")
        await year.meet("chair", by="officer")
        await year.comment("chair")
        assert await _refused(year, "officer", deeds.propose_level, "chair", **PROPOSED) == (
            "NO_MANDATE"
        )
        await year.propose("chair", by="registrar")
        assert (await year.case("chair"))["proposed_by"] == year.cast.town.people["registrar"]


class TestWithdrawing:
    async def test_keeps_the_case_readable_and_out_of_the_set(self, opened: Year) -> None:
        at = await opened.at("clerk")
        told = {"reason": "Đã điều động sang cơ quan khác."}
        await opened.do("officer", deeds.withdraw_case, **at, **told)
        row = await opened.cast.row("classification", at["case"])
        assert (row["state"], row["replaced_reason"]) == ("withdrawn", told["reason"])
        refusal = await opened.refused(
            "clerk", deeds.submit_year_form, case=at["case"], version=row["version"], **SAID
        )
        assert refusal.code == "CASE_REPLACED"
