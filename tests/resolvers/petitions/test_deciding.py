"""The statement, the opinion and the decision; and what follows for a month's score."""

import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest

from resolvers import evaluations, petitions
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from tests.resolvers.cast import FULL, Cast
from tests.resolvers.petitions.story import (
    ANSWER_BY,
    FILED,
    REASON,
    UPHELD,
    advised,
    file,
    step,
)

SAID = {"text": "Đơn vị đã chấm theo biên bản nghiệm thu."}


async def told(cast: Cast, id: Any) -> dict[str, Any]:
    """The petition and its version."""
    return {"petition": id, "version": (await cast.row("petition", id))["version"]}


class TestTheStatement:
    async def test_is_asked_for_and_given_by_the_head_who_scored(self, signed: Cast) -> None:
        id = await file(signed)
        asked = await step(signed, id, "chair", petitions.ask_petition_statement)
        assert asked["statement_asked_by"] == signed.town.people["chair"]
        given = await step(signed, id, "chief", petitions.give_petition_statement, **SAID)
        assert (given["statement"], given["stated_by"]) == (
            SAID["text"],
            signed.town.people["chief"],
        )
        again = {**await told(signed, id), **SAID}
        refusal = await signed.refused("chief", petitions.give_petition_statement, **again)
        assert refusal.code == "STATEMENT_NOT_ASKED"

    async def test_is_not_given_unasked(self, signed: Cast) -> None:
        """Before he is asked the head does not even see it."""
        unasked = {**await told(signed, await file(signed)), **SAID}
        refusal = await signed.refused("chief", petitions.give_petition_statement, **unasked)
        assert refusal.code == "NOT_FOUND"

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("chief", "NOT_FOUND"),
            ("governor", "NOT_FOUND"),
            ("officer", "NOT_PETITION_AUTHORITY"),
            ("clerk", "OWN_PETITION"),
        ],
    )
    async def test_is_asked_for_by_the_authority_alone(
        self, signed: Cast, name: str, code: str
    ) -> None:
        asking = await told(signed, await file(signed))
        refusal = await signed.refused(name, petitions.ask_petition_statement, **asking)
        assert refusal.code == code


class TestTheOpinion:
    async def test_is_the_personnel_bodys_and_given_once(self, signed: Cast) -> None:
        id = await file(signed)
        paper = [Document("07/BC", date(2026, 6, 17))]
        row = await step(
            signed, id, "officer", petitions.give_petition_opinion, **SAID, documents=paper
        )
        assert (row["opinion"], row["opinion_by"]) == (SAID["text"], signed.town.people["officer"])
        (kept,) = await signed.rows("petition_document")
        assert (kept["part"], kept["document_no"]) == ("opinion", "07/BC")
        again = {**await told(signed, id), **SAID}
        refusal = await signed.refused("officer", petitions.give_petition_opinion, **again)
        assert refusal.code == "OPINION_GIVEN"

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("chair", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
            ("clerk", "OWN_PETITION"),
            ("chief", "NOT_FOUND"),
            ("neighbouring", "NOT_FOUND"),
            ("administrator", "NOT_FOUND"),
        ],
    )
    async def test_is_nobody_elses(self, signed: Cast, name: str, code: str) -> None:
        giving = {**await told(signed, await file(signed)), **SAID}
        refusal = await signed.refused(name, petitions.give_petition_opinion, **giving)
        assert refusal.code == code


class TestRejecting:
    async def test_keeps_the_result_and_says_why(self, signed: Cast) -> None:
        before = await signed.sheet("clerk")
        row = await step(
            signed, await advised(signed), "chair", petitions.reject_petition, **REASON
        )
        assert (row["state"], row["decision_reason"]) == ("rejected", REASON["reason"])
        assert await signed.sheet("clerk") == before
        (leaf,) = await signed.leaves("decide_petition")
        assert (leaf["rule"], leaf["reason"]) == (
            "authority-decides-the-petition",
            REASON["reason"],
        )

    async def test_needs_a_reason(self, signed: Cast) -> None:
        deciding = {**await told(signed, await advised(signed)), "reason": ""}
        refusal = await signed.refused("chair", petitions.reject_petition, **deciding)
        assert refusal.code == "TEXT_NOT_ACCEPTABLE"

    async def test_follows_the_opinion(self, signed: Cast) -> None:
        deciding = {**await told(signed, await file(signed)), **REASON}
        refusal = await signed.refused("chair", petitions.reject_petition, **deciding)
        assert refusal.code == "OPINION_MISSING"

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("chief", "NOT_FOUND"),
            ("governor", "NOT_FOUND"),
            ("curator", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
            ("vice", "NOT_FOUND"),
            ("typist", "NOT_FOUND"),
            ("administrator", "NOT_FOUND"),
            ("officer", "NOT_PETITION_AUTHORITY"),
            ("inspector", "NOT_PETITION_AUTHORITY"),
            ("clerk", "OWN_PETITION"),
        ],
    )
    async def test_is_the_authoritys_alone(self, signed: Cast, name: str, code: str) -> None:
        deciding = {**await told(signed, await advised(signed)), **REASON}
        refusal = await signed.refused(name, petitions.reject_petition, **deciding)
        assert refusal.code == code

    async def test_is_not_for_the_one_who_signed_the_score(self, signed: Cast) -> None:
        """The chief has become chair since: he does not decide about his own score."""
        id = await advised(signed)
        owner, town = signed.town.owner, signed.town
        ended = "update congtam.posting set during = daterange(lower(during), $2) where id = $1"
        for name in ("chair", "chief"):
            await owner.execute(ended, town.postings[name], FILED)
        await owner.execute(
            "update congtam.posting set unit_id = $1, during = daterange($2, null) where id = $3",
            town.units["commune"],
            FILED,
            town.postings["chief"],
        )
        deciding = {**await told(signed, id), **REASON, "today": FILED}
        refusal = await signed.refused("chief", petitions.reject_petition, **deciding)
        assert refusal.code == "SCORED_BY_ONESELF"


class TestUpholding:
    async def test_opens_a_new_round_for_the_head_who_answers(self, signed: Cast) -> None:
        id = await advised(signed)
        row = await step(signed, id, "chair", petitions.uphold_score_petition, **UPHELD)
        assert (row["state"], row["instructions"]) == ("upheld", UPHELD["instructions"])
        assert (row["new_round"], row["answer_by"]) == (2, ANSWER_BY)
        sheet = await signed.sheet("clerk")
        assert (sheet["state"], sheet["round"], sheet["total"]) == ("self_assessed", 2, None)
        exception = await signed.row("lock_exception", row["exception_id"])
        people, units = signed.town.people, signed.town.units
        assert (exception["unit_id"], exception["person_id"]) == (units["office"], people["clerk"])
        assert (exception["granted_by"], exception["ends_at"]) == (people["chair"], ANSWER_BY)
        assert exception["petition_id"] == id

    async def test_lets_nobody_score_in_the_heads_name(self, signed: Cast) -> None:
        await step(
            signed, await advised(signed), "chair", petitions.uphold_score_petition, **UPHELD
        )
        sheet = await signed.sheet("clerk")
        scoring = {"sheet": sheet["id"], "version": sheet["version"], "marks": FULL}
        for name in ("chair", "officer", "governor", "clerk"):
            refusal = await signed.refused(name, evaluations.score_sheet, **scoring)
            assert refusal.code in ("NOT_RESPONSIBLE_HEAD", "NO_SELF_SCORING"), name

    async def test_is_signed_on_behalf_of_the_head_who_is_away(self, signed: Cast) -> None:
        id = await advised(signed)
        await signed.lend("commune", "chair", "vice", begins=FILED)
        row = await step(signed, id, "vice", petitions.uphold_score_petition, **UPHELD)
        people = signed.town.people
        assert (row["decided_by"], row["on_behalf_of"]) == (people["vice"], people["chair"])

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"instructions": ""}, "TEXT_NOT_ACCEPTABLE"),
            ({"reason": ""}, "TEXT_NOT_ACCEPTABLE"),
            ({"answer_by": datetime(2026, 6, 1, tzinfo=UTC)}, "INVALID_INPUT"),
            ({"answer_by": datetime(2026, 9, 1, tzinfo=UTC)}, "INVALID_INPUT"),
            ({"documents": [Document("1", url="http://xa.gov.vn")]}, "INVALID_INPUT"),
        ],
    )
    async def test_says_what_and_until_when(
        self, signed: Cast, wrong: dict[str, Any], code: str
    ) -> None:
        deciding = {**await told(signed, await advised(signed)), **UPHELD, **wrong}
        refusal = await signed.refused("chair", petitions.uphold_score_petition, **deciding)
        assert refusal.code == code

    async def test_waits_where_the_sheet_is_in_rework_already(self, signed: Cast) -> None:
        id = await advised(signed)
        sheet = await signed.sheet("clerk")
        again = {"sheet": sheet["id"], "version": sheet["version"], **REASON}
        await signed.do("chair", evaluations.reopen_sheet, **again)
        deciding = {**await told(signed, id), **UPHELD}
        refusal = await signed.refused("chair", petitions.uphold_score_petition, **deciding)
        assert refusal.code == "RESULT_IN_REWORK"

    async def test_and_rejecting_at_once_give_one_decision(self, signed: Cast) -> None:
        id = await advised(signed)
        await signed.lend("commune", "chair", "vice", begins=FILED)
        deciding = await told(signed, id)
        outcomes = await asyncio.gather(
            signed.do("chair", petitions.uphold_score_petition, today=FILED, **deciding, **UPHELD),
            signed.do("vice", petitions.reject_petition, today=FILED, **deciding, **REASON),
            return_exceptions=True,
        )
        (refusal,) = [each for each in outcomes if isinstance(each, Refusal)]
        assert refusal.code == "PETITION_OVER"
        assert [each for each in outcomes if not isinstance(each, Refusal)] == [id]
        assert len(await signed.leaves("decide_petition")) == 1
