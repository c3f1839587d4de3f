"""A body opens a vote about a review, and its members vote; every refusal by its code."""

import asyncio
from typing import Any

import pytest
import pytest_asyncio

from resolvers import party
from resolvers.core.errors import Refusal
from tests.resolvers.party.balloting import (
    CODE,
    GOOD_MAJORITY,
    USUAL,
    counting,
    opened,
    rule,
    vote,
)
from tests.resolvers.party.hall import VOTERS, Hall, build
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    hall = await build(town)
    await hall.review("clerk")
    return hall


class TestOpening:
    async def test_calls_the_official_members_who_may_vote(self, hall: Hall) -> None:
        """Not a candidate, a guest, or who is exempt or suspended; nor the subject."""
        ballot = await opened(hall)
        roll = await hall.rows("party_ballot_voter", "ballot_id = $1", ballot)
        may = {row["person_id"]: row["may_vote"] for row in roll}
        assert may == {hall.person(name): name != "clerk" for name in VOTERS}
        assert not any(row["voted"] for row in roll)
        row = await hall.row("party_ballot", ballot)
        assert (row["summoned"], row["round"], row["secret"]) == (7, 1, True)
        assert (row["quorum"], row["majority"], row["base"]) == ("2/3", "1/2", "summoned")

    async def test_of_a_committee_calls_its_members(self, hall: Hall) -> None:
        ballot = await opened(hall, "chair", body=hall.bodies["commune"])
        roll = await hall.rows("party_ballot_voter", "ballot_id = $1", ballot)
        assert {row["person_id"] for row in roll} == {
            hall.person(name) for name in ("chair", "vice", "curator")
        }

    async def test_keeps_the_code_nowhere(self, hall: Hall) -> None:
        await opened(hall)
        kept = "\n".join(line for rows in (await hall.everything()).values() for line in rows)
        assert CODE not in kept
        assert CODE.encode().hex() not in kept

    async def test_keeps_the_roll_when_a_member_leaves_or_comes(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await hall.town.owner.execute(
            "update congtam_party.party_member set during = 'empty' where person_id = $1",
            hall.person("driver"),
        )
        await vote(hall, ballot, driver="GOOD")
        refusal = await hall.refused("candidate", party.cast_party_vote, ballot=ballot)
        assert refusal.code == "NOT_FOUND"

    @pytest.mark.parametrize(
        ("by", "change", "code"),
        [
            ("typist", {}, "NOT_FOUND"),
            ("stranger", {}, "NOT_FOUND"),
            ("chair", {}, "NO_PARTY_OFFICE"),
            ("chief", {"about": "chief"}, "OWN_PARTY_REVIEW"),
            ("chief", {"kind": "beauty"}, "INVALID_INPUT"),
            ("chief", {"way": "telepathy"}, "INVALID_INPUT"),
            ("chief", {"code": None}, "INVALID_INPUT"),
            ("chief", {"code": "quá ngắn"}, "INVALID_INPUT"),
            ("chief", {"way": "paper"}, "INVALID_INPUT"),
        ],
    )
    async def test_is_refused(self, hall: Hall, by: str, change: dict[str, Any], code: str) -> None:
        if change.get("about") == "chief":
            await hall.review("chief")
        told = {"code": CODE, **USUAL, "body": hall.bodies["branch"], **change}
        told["review"] = hall.reviews[told.pop("about", "clerk")]
        refusal = await hall.refused(by, party.open_party_ballot, **told)
        assert refusal.code == code

    async def test_is_refused_to_a_body_without_a_voice(self, hall: Hall) -> None:
        told = {"code": CODE, **USUAL, "review": hall.reviews["clerk"]}
        refusal = await hall.refused(
            "chair", party.open_party_ballot, body=hall.bodies["leadership"], **told
        )
        assert refusal.code == "BODY_HAS_NO_VOICE"

    async def test_is_refused_about_a_decided_review(self, hall: Hall) -> None:
        await hall.town.owner.execute(
            "update congtam_party.party_review set state = 'withdrawn' where id = $1",
            hall.reviews["clerk"],
        )
        told = {"code": CODE, **USUAL, "review": hall.reviews["clerk"]}
        refusal = await hall.refused(
            "chief", party.open_party_ballot, body=hall.bodies["branch"], **told
        )
        assert refusal.code == "PARTY_REVIEW_NOT_OPEN"

    async def test_twice_at_once_gives_one_ballot(self, hall: Hall) -> None:
        outcomes = await asyncio.gather(
            opened(hall), opened(hall, "assistant"), return_exceptions=True
        )
        (refusal,) = [each for each in outcomes if isinstance(each, BaseException)]
        assert isinstance(refusal, Refusal)
        assert refusal.code == "BALLOT_STANDS"
        assert len(await hall.rows("party_ballot")) == 1

    async def test_where_nobody_may_vote_is_refused(self, hall: Hall) -> None:
        await hall.town.owner.execute(
            "update congtam_party.party_member set suspended = true where person_id <> $1",
            hall.person("clerk"),
        )
        told = {"code": CODE, **USUAL, "review": hall.reviews["clerk"]}
        refusal = await hall.refused(
            "chief", party.open_party_ballot, body=hall.bodies["branch"], **told
        )
        assert refusal.code == "BALLOT_WITHOUT_VOTERS"


class TestVoting:
    async def test_is_ticked_off_and_nothing_else_is_told(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, typist="COMPLETED", leader=None)
        roll = await hall.rows("party_ballot_voter", "ballot_id = $1 and voted", ballot)
        assert {row["person_id"] for row in roll} == {hall.person("typist"), hall.person("leader")}
        row = await hall.row("party_ballot", ballot)
        assert (row["state"], row["choices"], row["returned"], row["version"]) == (
            "open",
            None,
            None,
            1,
        )
        assert await hall.rows("party_open_vote") == []

    @pytest.mark.parametrize(
        ("by", "choice", "code"),
        [
            ("clerk", "EXCELLENT", "OWN_BALLOT"),
            ("chair", "GOOD", "NOT_A_VOTER"),
            ("candidate", "GOOD", "NOT_FOUND"),
            ("suspended", "GOOD", "NOT_FOUND"),
            ("stranger", "GOOD", "NOT_FOUND"),
            ("typist", "SPLENDID", "INVALID_INPUT"),
            ("typist", "LOW", "INVALID_INPUT"),
        ],
    )
    async def test_is_refused(self, hall: Hall, by: str, choice: str, code: str) -> None:
        ballot = await opened(hall)
        refusal = await hall.refused(by, party.cast_party_vote, ballot=ballot, choice=choice)
        assert refusal.code == code

    async def test_twice_is_refused_whatever_the_second_choice(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, typist="GOOD")
        for choice in ("GOOD", "COMPLETED", None):
            refusal = await hall.refused(
                "typist", party.cast_party_vote, ballot=ballot, choice=choice
            )
            assert refusal.code == "VOTED_ALREADY"

    async def test_twice_at_once_counts_once(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        attempts = [
            hall.do("driver", party.cast_party_vote, ballot=ballot, choice="GOOD") for _ in "ab"
        ]
        outcomes = await asyncio.gather(*attempts, return_exceptions=True)
        assert [each.code for each in outcomes if isinstance(each, Refusal)] == ["VOTED_ALREADY"]
        await hall.do("chief", party.count_party_ballot, **counting(hall, ballot))
        assert (await hall.row("party_ballot", ballot))["choices"]["GOOD"] == 6

    async def test_of_many_at_once_loses_nobodys_vote(self, hall: Hall) -> None:
        ballot = await opened(hall)
        voters = [name for name in VOTERS if name != "clerk"]
        await asyncio.gather(
            *(hall.do(name, party.cast_party_vote, ballot=ballot, choice="GOOD") for name in voters)
        )
        await hall.do("chief", party.count_party_ballot, **counting(hall, ballot))
        assert (await hall.row("party_ballot", ballot))["choices"]["GOOD"] == 7

    async def test_after_the_close_is_refused(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        await hall.do("chief", party.count_party_ballot, **counting(hall, ballot))
        refusal = await hall.refused("driver", party.cast_party_vote, ballot=ballot)
        assert refusal.code == "BALLOT_OVER"

    async def test_about_oneself_is_allowed_where_the_bodys_rule_says_so(self, hall: Hall) -> None:
        await rule(hall, subject_votes=True)
        ballot = await opened(hall)
        await vote(hall, ballot, clerk="EXCELLENT")
        assert (await hall.row("party_ballot", ballot))["summoned"] == 8

    async def test_on_paper_is_not_done_here(self, hall: Hall) -> None:
        ballot = await opened(hall, way="paper", code=None)
        refusal = await hall.refused("typist", party.cast_party_vote, ballot=ballot)
        assert refusal.code == "BALLOT_ON_PAPER"
