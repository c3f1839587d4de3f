"""The statement, the opinion and the decision; and what follows for a month's score."""

import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest

from resolvers import evaluations, petitions
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.duties import sweep_duties
from resolvers.people import reach_of_operator
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
from tests.resolvers.town import posting

SAID = {"text": "Đơn vị đã chấm theo biên bản nghiệm thu."}


async def told(cast: Cast, id: Any) -> dict[str, Any]:
    """The petition and its version."""
    return {"petition": id, "version": (await cast.row("petition", id))["version"]}


async def promoted(cast: Cast, name: str) -> None:
    """Somebody of the office becomes the commune's chair on the day of the petitions."""
    owner, town = cast.town.owner, cast.town
    ended = "update congtam.posting set during = daterange(lower(during), $2) where id = $1"
    for each in ("chair", name):
        await owner.execute(ended, town.postings[each], FILED)
    await posting(town, name, "commune", "head", begins=FILED)


async def swept(cast: Cast) -> None:
    """The hourly look at the clock on that day."""
    now = datetime(FILED.year, FILED.month, FILED.day, 2, tzinfo=UTC)
    async with cast.town.database.reading() as tx:
        reach = await reach_of_operator(tx, FILED)
    async with cast.town.deed(reach) as tx:
        await sweep_duties(tx, Request(reach, now, FILED, channel="worker"))


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
        """The chief has become chair since: the governor decides about what he signed."""
        id = await advised(signed)
        await promoted(signed, "chief")
        deciding = {**await told(signed, id), **REASON, "today": FILED}
        refusal = await signed.refused("chief", petitions.reject_petition, **deciding)
        assert refusal.code == "SCORED_BY_ONESELF"
        await swept(signed)
        deciding = {**await told(signed, id), **REASON, "today": FILED}
        refusal = await signed.refused("chief", petitions.reject_petition, **deciding)
        assert refusal.code == "NOT_FOUND"
        await signed.do("governor", petitions.reject_petition, **deciding)
        row = await signed.row("petition", id)
        province = (signed.town.units["province"], signed.town.agencies["province"])
        assert (row["deciding_unit_id"], row["deciding_agency_id"]) == province
        assert row["decided_by"] == signed.town.people["governor"]

    async def test_is_a_duty_of_whoever_decides_it(self, signed: Cast) -> None:
        id = await advised(signed)
        await swept(signed)
        owed = "kind = 'decide_petition' and subject_id = $1"
        units = signed.town.units
        assert (await signed.rows("duty", owed, id))[0]["unit_id"] == units["commune"]
        await promoted(signed, "chief")
        await swept(signed)
        (duty,) = await signed.rows("duty", owed, id)
        assert duty["unit_id"] == units["province"]
        assert duty["agency_id"] == signed.town.agencies["province"]

    @pytest.mark.parametrize("name", ["chief", "clerk"])
    async def test_goes_past_who_is_concerned_from_the_beginning(
        self, signed: Cast, name: str
    ) -> None:
        """Filed after one of the two has become chair."""
        await promoted(signed, name)
        id = await file(signed)
        row = await signed.row("petition", id)
        assert row["deciding_unit_id"] == signed.town.units["province"]
        before = row["version"]
        await swept(signed)
        assert (await signed.row("petition", id))["version"] == before


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
