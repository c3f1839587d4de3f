"""The voices on a review: each its own, in order, returned with a reason, never overwritten."""

from typing import Any

import pytest
import pytest_asyncio

from resolvers import party
from tests.resolvers.party.house import House, findings

CHAIN_OF_LEADER = [
    *("self", "branch", "leadership", "mass_organisation", "agency_committee"),
    "deciding_committee",
]


@pytest_asyncio.fixture
async def opened(house: House) -> House:
    """The commune and the province have opened the year."""
    await house.open("chair", "commune")
    await house.open("governor", "province")
    return house


async def kinds(house: House, name: str) -> list[str]:
    return [each["kind"] for each in await house.voices_of(name)]


class TestChains:
    async def test_a_member_has_himself_his_branch_and_who_decides(self, opened: House) -> None:
        assert await kinds(opened, "clerk") == ["self", "branch", "deciding_committee"]
        review = await opened.review_of("clerk")
        assert (review["category"], review["deciding_body_id"]) == (
            "member",
            opened.bodies["commune"],
        )

    async def test_a_leader_is_reviewed_in_two_places_and_decided_by_who_manages_him(
        self, opened: House
    ) -> None:
        assert await kinds(opened, "vice") == CHAIN_OF_LEADER
        voices = {each["kind"]: each["holder_body_id"] for each in await opened.voices_of("vice")}
        assert voices["branch"] == opened.bodies["branch"]
        assert voices["leadership"] == opened.bodies["leadership"]
        assert voices["deciding_committee"] == opened.bodies["province"]
        assert (await opened.review_of("vice"))["category"] == "leader"

    async def test_a_leadership_collective_hears_the_mass_organisations(
        self, opened: House
    ) -> None:
        assert await kinds(opened, "leadership") == [
            *("self", "mass_organisation", "deciding_committee")
        ]

    async def test_a_guest_is_rated_where_he_belongs_with_a_comment_from_where_he_is_active(
        self, house: House
    ) -> None:
        await house.admit("chair", "clerk", "second", activity="temporary")
        await house.open("chair", "commune")
        assert await kinds(house, "clerk") == [
            *("self", "temporary_branch", "branch", "deciding_committee")
        ]
        await house.speak("clerk", "clerk", "self")
        assert await refused(house, "chief", "clerk", "branch") == "VOICE_OUT_OF_TURN"
        await house.speak("curator", "clerk", "temporary_branch")
        await house.speak("chief", "clerk", "branch")

    async def test_the_office_branch_is_the_provinces(self, opened: House) -> None:
        assert (await opened.review_of("office"))["deciding_body_id"] == opened.bodies["province"]


async def refused(house: House, by: str, about: str, kind: str, **more: Any) -> str:
    told = {**(await house.said(about, kind)), **more}
    return (await house.refused(by, party.speak_on_party_review, **told)).code


class TestOrder:
    async def test_nobody_speaks_before_the_self_review(self, opened: House) -> None:
        assert await refused(opened, "chief", "clerk", "branch") == "VOICE_OUT_OF_TURN"

    async def test_a_voice_speaks_once(self, opened: House) -> None:
        await opened.speak("clerk", "clerk", "self")
        assert await refused(opened, "clerk", "clerk", "self") == "VOICE_GIVEN"

    async def test_the_committee_that_decides_speaks_by_its_decision_alone(
        self, opened: House
    ) -> None:
        await opened.speak("clerk", "clerk", "self")
        await opened.speak("chief", "clerk", "branch")
        told = await opened.said("clerk", "deciding_committee")
        refusal = await opened.refused("chair", party.speak_on_party_review, **told)
        assert refusal.code == "NOT_THE_VOICE"

    async def test_the_collective_comes_before_individuals_and_the_head_first(
        self, opened: House
    ) -> None:
        for name in ("chair", "vice"):
            await opened.speak(name, name, "self")
            await opened.speak("chief", name, "branch")
        assert await refused(opened, "chair", "vice", "leadership") == "PARTY_COLLECTIVE_FIRST"
        await opened.speak("chair", "leadership", "self")
        assert await refused(opened, "chair", "vice", "leadership") == "PARTY_HEAD_FIRST"
        await opened.speak("vice", "chair", "leadership")
        await opened.speak("chair", "vice", "leadership")
        spoken = [each["state"] for each in await opened.voices_of("vice")]
        assert spoken == ["signed"] * 3 + ["waiting"] * 3


class TestWhose:
    @pytest.mark.parametrize(
        ("by", "code"),
        [
            ("assistant", "NOT_THE_VOICE"),
            ("chief", "NOT_THE_VOICE"),
            ("chair", "NOT_THE_VOICE"),
            ("officer", "NOT_THE_VOICE"),
            ("governor", "NOT_THE_VOICE"),
            ("curator", "NOT_FOUND"),
            ("leader", "NOT_FOUND"),
            ("porter", "NOT_FOUND"),
        ],
    )
    async def test_nobody_reviews_himself_through_another(
        self, opened: House, by: str, code: str
    ) -> None:
        """Who has no voice in it does not learn that there is a review."""
        told = await opened.said("clerk", "self")
        refusal = await opened.refused(by, party.speak_on_party_review, **told)
        assert refusal.code == code

    async def test_a_secretary_is_spoken_on_by_his_deputy(self, opened: House) -> None:
        await opened.speak("chief", "chief", "self")
        # He sees nothing of what is said on him before it is released, his body's voice neither.
        assert await refused(opened, "chief", "chief", "branch") == "NOT_FOUND"
        await opened.speak("assistant", "chief", "branch")
        assert (await opened.voice("chief", "branch"))["signed_by"] == opened.person("assistant")

    async def test_the_committee_above_does_not_speak_for_the_branch(self, opened: House) -> None:
        await opened.speak("clerk", "clerk", "self")
        for by in ("chair", "vice", "officer"):
            assert await refused(opened, by, "clerk", "branch") == "NOT_THE_VOICE"

    async def test_the_mass_organisation_comments_and_gives_no_points(self, opened: House) -> None:
        await opened.speak("chair", "leadership", "self")
        told = await opened.said("leadership", "mass_organisation")
        with_points = {**told, "findings": findings(), "level": "GOOD"}
        refusal = await opened.refused("porter", party.speak_on_party_review, **with_points)
        assert refusal.code == "INVALID_INPUT"
        await opened.do("porter", party.speak_on_party_review, **told)


async def test_the_floor_of_the_database_lets_nobody_speak_for_another(opened: House) -> None:
    """Beneath the deeds: a constraint, whatever code writes the row."""
    voice = await opened.voice("clerk", "self")
    branch = await opened.voice("clerk", "branch")
    sql = (
        "update congtam_party.party_voice set state = 'signed', text = 'x', signed_at = now(),"
        " signed_by = $2 where id = $1"
    )
    for id, by in ((voice["id"], "chief"), (branch["id"], "clerk")):
        with pytest.raises(Exception, match="party_voice_a_voice_is_its_holders_check"):
            await opened.town.owner.execute(sql, id, opened.person(by))
