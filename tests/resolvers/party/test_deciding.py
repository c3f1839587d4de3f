"""A committee decides its closed set: once, lower first, within the share, with reasons."""

import asyncio
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from resolvers import party
from resolvers.core.errors import Refusal
from resolvers.party import PartyGroupChoice, PartyLevelChoice, VotingRule
from tests.resolvers.party.hall import DAY, PAPER, VOTERS, Hall, build, campaign
from tests.resolvers.town import Town

REASON = "Có sáng kiến được công nhận trong năm."
OTHERS = VOTERS[2:]
"""Six members good by law, besides the chief and the assistant, who are excellent by law."""


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    """Eight members: of two excellent by law one has a place, by a fifth of those good."""
    hall = await build(town)
    for name in VOTERS:
        await hall.review(name, lawful="GOOD" if name in OTHERS else "EXCELLENT")
    await closed(hall)
    return hall


async def closed(hall: Hall, name: str = "commune", state: str = "closed") -> None:
    sql = "update congtam_party.party_campaign set state = $1 where id = $2"
    await hall.town.owner.execute(sql, state, hall.campaigns[name])


def deciding(hall: Hall, *chosen: str, **more: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"campaign": hall.campaigns["commune"], "version": 1, "decision": PAPER}
    if chosen:
        ids = [hall.reviews[name] for name in chosen]
        told["choices"] = [PartyGroupChoice("member", ids, REASON)]
    return {**told, **more}


async def levels(hall: Hall) -> dict[UUID, str]:
    return {row["person_id"]: row["applied_level"] for row in await hall.rows("party_review")}


class TestDeciding:
    async def test_gives_the_places_to_those_chosen_and_tells_the_others_why(
        self, hall: Hall
    ) -> None:
        await hall.do("chair", party.decide_party_campaign, **deciding(hall, "assistant"))
        found = await levels(hall)
        assert found[hall.person("assistant")] == "EXCELLENT"
        assert {found[hall.person(name)] for name in VOTERS if name != "assistant"} == {"GOOD"}
        chief = await hall.row("party_review", hall.reviews["chief"])
        assert (chief["state"], chief["applied_reason"]) == ("decided", REASON)
        assert chief["steps"][-1]["key"] == "class_quota"
        assert (chief["decision_no"], chief["decided_by"]) == (PAPER.number, hall.person("chair"))
        (group,) = await hall.rows("party_group")
        counted = [group[name] for name in ("rated", "above_line", "good", "places", "chosen")]
        assert counted == [8, 2, 6, 1, 1]
        voices = await hall.rows("party_voice")
        assert {voice["state"] for voice in voices} == {"signed"}
        assert [voice["level"] for voice in voices].count("EXCELLENT") == 1

    async def test_needs_no_choice_where_everybody_has_a_place(self, hall: Hall) -> None:
        await hall.town.owner.execute(
            "update congtam_party.party_review set lawful_level = 'GOOD' where id = $1",
            hall.reviews["chief"],
        )
        await hall.do("vice", party.decide_party_campaign, **deciding(hall))
        assert (await levels(hall))[hall.person("assistant")] == "EXCELLENT"

    @pytest.mark.parametrize(
        ("chosen", "code"),
        [
            ((), "PARTY_CHOICE_NEEDED"),
            (("chief", "assistant"), "PARTY_QUOTA_EXCEEDED"),
            (("clerk",), "PARTY_NOT_ABOVE_THE_LINE"),
        ],
    )
    async def test_is_refused_outside_the_share(
        self, hall: Hall, chosen: tuple[str, ...], code: str
    ) -> None:
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, *chosen)
        )
        assert refusal.code == code

    @pytest.mark.parametrize(
        ("by", "code"),
        [
            ("officer", "NOT_DECIDING_COMMITTEE"),
            ("curator", "NOT_DECIDING_COMMITTEE"),
            ("governor", "NOT_DECIDING_COMMITTEE"),
            ("chief", "NOT_FOUND"),
            ("clerk", "NOT_FOUND"),
        ],
    )
    async def test_is_the_committees_alone(self, hall: Hall, by: str, code: str) -> None:
        refusal = await hall.refused(by, party.decide_party_campaign, **deciding(hall, "chief"))
        assert refusal.code == code

    async def test_is_not_signed_by_somebody_who_is_in_the_set(self, hall: Hall) -> None:
        await hall.town.owner.execute(
            "update congtam_party.party_review set person_id = $1 where id = $2",
            hall.person("chair"),
            hall.reviews["driver"],
        )
        told = deciding(hall, "chief")
        refusal = await hall.refused("chair", party.decide_party_campaign, **told)
        assert refusal.code == "OWN_PARTY_REVIEW"
        await hall.do("vice", party.decide_party_campaign, **told)

    async def test_follows_the_closing(self, hall: Hall) -> None:
        await closed(hall, state="open")
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, "chief")
        )
        assert refusal.code == "PARTY_CAMPAIGN_NOT_CLOSED"

    async def test_waits_for_the_committees_beneath(self, hall: Hall) -> None:
        await campaign(hall, "province", "closed")
        await hall.review("governor2", body="commune", campaign="province", category="collective")
        told = {"campaign": hall.campaigns["province"], "version": 1, "decision": PAPER}
        refusal = await hall.refused("governor", party.decide_party_campaign, **told)
        assert refusal.code == "PARTY_LOWER_UNDECIDED"
        await hall.do("chair", party.decide_party_campaign, **deciding(hall, "chief"))
        await hall.do("governor", party.decide_party_campaign, **told)

    async def test_of_an_empty_set_is_refused(self, hall: Hall) -> None:
        await hall.town.owner.execute("update congtam_party.party_review set state = 'withdrawn'")
        refusal = await hall.refused("chair", party.decide_party_campaign, **deciding(hall))
        assert refusal.code == "PARTY_NOTHING_TO_DECIDE"

    async def test_twice_at_once_gives_one_decision(self, hall: Hall) -> None:
        outcomes = await asyncio.gather(
            hall.do("chair", party.decide_party_campaign, **deciding(hall, "chief")),
            hall.do("vice", party.decide_party_campaign, **deciding(hall, "assistant")),
            return_exceptions=True,
        )
        (refusal,) = [each for each in outcomes if isinstance(each, Refusal)]
        assert refusal.code == "PARTY_CAMPAIGN_NOT_CLOSED"
        assert list((await levels(hall)).values()).count("EXCELLENT") == 1


class TestLevels:
    @pytest.mark.parametrize(
        ("level", "code"),
        [("EXCELLENT", "PARTY_CLASS_ABOVE_THE_LAW"), ("SPLENDID", "INVALID_INPUT")],
    )
    async def test_above_the_law_are_refused(self, hall: Hall, level: str, code: str) -> None:
        chosen = [PartyLevelChoice(hall.reviews["clerk"], level, REASON)]
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, "chief", levels=chosen)
        )
        assert refusal.code == code

    async def test_below_it_are_a_decision_with_a_reason(self, hall: Hall) -> None:
        chosen = [PartyLevelChoice(hall.reviews["clerk"], "COMPLETED", REASON)]
        await hall.do(
            "chair", party.decide_party_campaign, **deciding(hall, "chief", levels=chosen)
        )
        row = await hall.row("party_review", hall.reviews["clerk"])
        assert (row["applied_level"], row["applied_reason"]) == ("COMPLETED", REASON)
        assert row["steps"][-1]["key"] == "party_decided"

    async def test_that_the_law_leaves_open_are_chosen_by_somebody(self, hall: Hall) -> None:
        await hall.town.owner.execute(
            "update congtam_party.party_review set lawful_level = null, computed_level = 'GOOD'"
            " where id = $1",
            hall.reviews["clerk"],
        )
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, "chief")
        )
        assert refusal.code == "PARTY_LEVEL_NEEDED"
        best = [PartyLevelChoice(hall.reviews["clerk"], "EXCELLENT", REASON)]
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, "chief", levels=best)
        )
        assert refusal.code == "PARTY_CLASS_ABOVE_THE_LAW"
        chosen = [PartyLevelChoice(hall.reviews["clerk"], "COMPLETED", REASON)]
        await hall.do(
            "chair", party.decide_party_campaign, **deciding(hall, "chief", levels=chosen)
        )


class TestTheShare:
    async def granted(self, hall: Hall, **more: Any) -> dict[str, Any]:
        told = {"share": Decimal("0.25"), "document": PAPER, "reason": REASON}
        return {"campaign": hall.campaigns["commune"], "version": 1, **told, **more}

    async def test_of_a_quarter_is_by_decision_and_gives_its_places(self, hall: Hall) -> None:
        """Of eight lawfully good or better a fifth is one, and a quarter is one; of ten, two."""
        for name in ("guest", "candidate"):
            await hall.town.owner.execute(
                "update congtam_party.party_member set activity = 'official' where person_id = $1",
                hall.person(name),
            )
            await hall.review(name)
        told = deciding(hall, "chief", "assistant", version=2)
        await hall.do("chair", party.decide_party_share, **await self.granted(hall))
        await hall.do("chair", party.decide_party_campaign, **told)
        (group,) = await hall.rows("party_group")
        assert (group["share"], group["places"], group["chosen"]) == (Decimal("0.25"), 2, 2)

    @pytest.mark.parametrize(
        ("share", "code"),
        [
            ("0.2501", "INVALID_INPUT"),
            ("0.20", "INVALID_INPUT"),
            ("NaN", "INVALID_INPUT"),
        ],
    )
    async def test_stays_within_the_regulation(self, hall: Hall, share: str, code: str) -> None:
        told = await self.granted(hall, share=Decimal(share))
        assert (await hall.refused("chair", party.decide_party_share, **told)).code == code

    async def test_is_settled_before_the_decision(self, hall: Hall) -> None:
        await hall.do("chair", party.decide_party_campaign, **deciding(hall, "chief"))
        told = await self.granted(hall, version=2)
        refusal = await hall.refused("chair", party.decide_party_share, **told)
        assert refusal.code == "PARTY_CAMPAIGN_DECIDED"


class TestTheCommitteesOwnVote:
    async def ruled(self, hall: Hall) -> None:
        """The committee's regulation: by show of hands, and no class without a vote."""
        rule = VotingRule(secret=False, needed=True)
        told = {"rule": rule, "regulation": PAPER, "begins": DAY}
        body = hall.bodies["commune"]
        await hall.do("chair", party.set_party_ballot_rule, body=body, **told)

    async def voted(self, hall: Hall, about: str, **votes: str) -> None:
        told = {"review": hall.reviews[about], "body": hall.bodies["commune"]}
        ballot = await hall.do(
            "chair", party.open_party_ballot, kind="class", way="electronic", **told
        )
        for name, choice in votes.items():
            await hall.do(name, party.cast_party_vote, ballot=ballot, choice=choice)
        counting = {"ballot": ballot, "version": 1, "present": 3, "minutes": PAPER}
        await hall.do("chair", party.count_party_ballot, **counting)

    async def test_is_needed_where_its_rule_says_so(self, hall: Hall) -> None:
        await self.ruled(hall)
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, "chief")
        )
        assert refusal.code == "BALLOT_MISSING"

    async def test_decides_and_one_vote_short_does_not(self, hall: Hall) -> None:
        """Three are summoned: two votes are more than half of them, one is not."""
        await self.ruled(hall)
        for name in VOTERS[1:]:
            choice = "GOOD"
            await self.voted(hall, name, chair=choice, vice=choice)
        await self.voted(hall, "chief", chair="EXCELLENT")
        told = deciding(hall, "chief")
        refusal = await hall.refused("chair", party.decide_party_campaign, **told)
        assert refusal.code == "BALLOT_NOT_REACHED"
        await self.voted(hall, "chief", chair="EXCELLENT", vice="EXCELLENT")
        await hall.do("chair", party.decide_party_campaign, **told)

    async def test_for_another_level_stands_against_the_decision(self, hall: Hall) -> None:
        await self.ruled(hall)
        for name in VOTERS:
            await self.voted(hall, name, chair="GOOD", vice="GOOD")
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, "chief")
        )
        assert refusal.code == "BALLOT_CHOSE_OTHERWISE"

    async def test_must_be_over(self, hall: Hall) -> None:
        told = {"review": hall.reviews["clerk"], "body": hall.bodies["commune"]}
        await hall.do("chair", party.open_party_ballot, kind="class", way="paper", **told)
        refusal = await hall.refused(
            "chair", party.decide_party_campaign, **deciding(hall, "chief")
        )
        assert refusal.code == "BALLOT_STILL_OPEN"
