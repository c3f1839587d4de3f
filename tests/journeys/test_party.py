"""A branch reviews its members for the Party's own record, beside the state's class.

One story in chapters, over HTTP at the Party's entrance, each step by the person whose it is; at
each somebody else tries it first. It begins with the operator and ends with a member who reads what
was decided about him.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from gateway.graph import Graph
from tests import databases
from tests.journeys.party_house import (
    BALLOT,
    BEGAN,
    BEST,
    BODIES,
    CODE,
    DAY,
    MEMBERS,
    MOVED,
    NUMBER,
    PAPER,
    VOTES,
    YEAR,
    House,
)
from tests.journeys.served import Made, Token, served
from tests.journeys.test_personnel import classed
from tests.journeys.year.story import chapter

pytest_plugins = ("tests.journeys.fixtures",)


@pytest_asyncio.fixture(scope="module")
async def story(
    server: databases.Running, established: Made, graph: Graph, token: Token
) -> AsyncIterator[House]:
    """The commune, whose state has notified one of its staff of a good year."""
    async with served(server, established, graph, token) as found:
        found.day.today = DAY
        await classed(found, "staff", "GOOD", YEAR)
        yield House(found)


@chapter(1)
async def test_the_operator_installs_the_first_body_and_its_secretary_once(
    story: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    people, agency = story.served.ids.people, story.served.ids.agencies["province"]
    top = ("found", "Đảng bộ tỉnh Nghệ An", "--code", "province", "--begins", str(BEGAN))
    said = await story.operate(monkeypatch, tmp_path, *top, "--agency", str(agency))
    province = story.bodies["province"] = UUID(said.stdout.strip())
    office = ("--begins", str(BEGAN), "--decision", "01-QĐ/TU")
    installing = {
        who: ("secretary", str(province), str(people[who]), *office)
        for who in ("province", "chair")
    }
    said = await story.operate(monkeypatch, tmp_path, *installing["province"])
    assert said.exit_code == 0, said.output
    before = await story.written()
    said = await story.operate(monkeypatch, tmp_path, *installing["chair"])
    assert (said.exit_code, said.stderr.split(": ")[1]) == (1, "NO_PARTY_OFFICE")
    assert await story.written() == before


@chapter(2)
async def test_the_tree_the_roll_and_the_offices_grow_by_deeds_from_above(story: House) -> None:
    province = story.bodies["province"]
    founding = {"parent": province, "kind": "BRANCH", "code": "desk", "name": "Chi bộ Cơ quan"}
    founding["begins"] = BEGAN
    for client in story.ordinary("province"):
        await story.refuses(client, "foundPartyBody", "PARTY_ENTRANCE_NEEDED", **founding)
    await story.refused("neighbour", "foundPartyBody", "NOT_FOUND", **founding)
    await story.found("province", "desk", "province", "BRANCH", "Chi bộ Cơ quan")
    first = await story.done("province", "admitPartyMember", **story.membership("chair", "desk"))
    for name, (parent, kind, full) in BODIES.items():
        await story.found("province" if parent == "province" else "chair", name, parent, kind, full)
        if name == "commune":
            secretary = story.office("chair", name, "SECRETARY")
            await story.refused("chair", "appointPartyOffice", "NOT_FOUND", **secretary)
            await story.done("province", "appointPartyOffice", **secretary)

    above = {"standing": {"managedBy": province}}
    chairs = story.membership("chair", "branch", begins=MOVED, **above)
    await story.refused("chair", "admitPartyMember", "OWN_RECORD", **chairs)
    await story.done("chair", "admitPartyMember", **story.membership("vice", "branch", **above))
    for who in MEMBERS:
        await story.done("chair", "admitPartyMember", **story.membership(who, "branch"))
    for who, body, kind in [
        *(("vice", "commune", "DEPUTY_SECRETARY"), ("head", "branch", "SECRETARY")),
        *(("deputy", "branch", "DEPUTY_SECRETARY"), ("head", "leadership", "LEADER")),
        *(("vice", "leadership", "LEADER"), ("away", "union", "REPRESENTATIVE")),
    ]:
        await story.done("chair", "appointPartyOffice", **story.office(who, body, kind))
    leads = story.office("chair", "leadership", "HEAD")
    await story.refused("chair", "appointPartyOffice", "GRANT_TO_SELF", **leads)
    await story.done("vice", "appointPartyOffice", **leads)
    leaving = {"member": first["id"], "version": 1, "ends": MOVED}
    leaving["decisionNo"] = NUMBER["decisionNo"]
    await story.done("province", "endPartyMembership", **leaving)
    more = story.membership("tl013", "branch")
    await story.refused("head", "admitPartyMember", "NO_PARTY_OFFICE", **more)
    await story.done("vice", "admitPartyMember", **chairs)


@chapter(3)
async def test_a_campaign_is_opened_and_everybody_reviews_himself_first(story: House) -> None:
    opening = {"body": story.bodies["commune"], "year": YEAR}
    await story.refused("head", "openPartyCampaign", "NOT_FOUND", **opening)
    await story.refused("province", "openPartyCampaign", "NOT_DECIDING_COMMITTEE", **opening)
    await story.done("chair", "openPartyCampaign", **opening)
    await story.refused("vice", "openPartyCampaign", "PARTY_CAMPAIGN_OPENED", **opening)

    speak = "speakOnPartyReview"
    own, branch = await story.said("staff", "self"), await story.said("staff", "branch")
    await story.refused("head", speak, "NOT_THE_VOICE", **own)
    await story.refused("deputy", speak, "VOICE_OUT_OF_TURN", **branch)
    await story.refused("chair", speak, "NOT_THE_VOICE", **branch)
    for who in ("personnel", "away", "neighbour"):
        await story.refused(who, speak, "NOT_FOUND", **own)
    await story.refused("staff", speak, "NOT_FOUND", **branch)
    for client in story.ordinary("staff"):
        await story.refuses(client, speak, "PARTY_ENTRANCE_NEEDED", **own)
    for who in MEMBERS:
        told = await story.speak(who, who, "self")
        assert (told["state"], told["level"]) == ("SIGNED", "EXCELLENT" if who in BEST else "GOOD")
    await story.refused("staff", speak, "VOICE_GIVEN", **own)
    review = await story.own_review("staff")
    assert (review["state"], review["points"], review["stateLevel"]) == ("OPEN", None, None)
    assert [voice["kind"] for voice in review["voices"]] == ["SELF"]


@chapter(4)
async def test_the_branch_votes_in_secret_and_nobody_reads_a_partial_count(story: House) -> None:
    place = {"review": await story.review("staff"), "body": story.bodies["branch"]}
    opening = {**place, "kind": "CLASS", "way": "ELECTRONIC", "code": CODE}
    await story.refused("chair", "openPartyBallot", "NO_PARTY_OFFICE", **opening)
    await story.refused("personnel", "openPartyBallot", "NOT_FOUND", **opening)
    await story.refused("head", "openPartyBallot", "INVALID_INPUT", **{**opening, "code": "ngắn"})
    on_himself = {**opening, "review": await story.review("head")}
    await story.refused("head", "openPartyBallot", "OWN_PARTY_REVIEW", **on_himself)
    await story.done("head", "openPartyBallot", **opening)
    await story.refused("head", "openPartyBallot", "BALLOT_STANDS", **opening)
    vote: dict[str, Any] = {"ballot": await story.ballot(), "choice": "EXCELLENT"}
    for client in story.ordinary("head"):
        await story.refuses(client, "castPartyVote", "PARTY_ENTRANCE_NEEDED", **vote)
    for who, code in [("staff", "OWN_BALLOT"), ("province", "NOT_A_VOTER")]:
        await story.refused(who, "castPartyVote", code, **vote)
    for who in ("neighbour", "away"):
        await story.refused(who, "castPartyVote", "NOT_FOUND", **vote)

    for turnout, (who, choice) in enumerate(VOTES.items(), 1):
        told = await story.done(
            who, "castPartyVote", "voted turnout valid", **{**vote, "choice": choice}
        )
        assert (told["voted"], told["turnout"], told["valid"]) == (True, turnout, None)
        again = {**vote, "choice": "NOT_COMPLETED"}
        await story.refused(who, "castPartyVote", "VOTED_ALREADY", **again)
    for who in ("head", "chair", "tl012", "staff"):
        found = (await story.sign(who).ask(BALLOT, ballot=vote["ballot"]))["partyBallot"]
        assert (found["state"], found["secret"], found["turnout"]) == ("OPEN", True, len(VOTES))
        assert (found["choices"], found["valid"], found["chosen"]) == (None, None, None)
        assert found["openVotes"] == []

    own = await story.said("staff", "branch")
    await story.refused("head", "speakOnPartyReview", "BALLOT_STILL_OPEN", **own)
    count = "countPartyBallot"
    wrong = await story.counting(code=f"{CODE}, lần hai")
    await story.refused("head", count, "BALLOT_CODE_WRONG", **wrong)
    await story.refused("head", count, "INVALID_INPUT", **(await story.counting(code=None)))
    await story.refused("chair", count, "NO_PARTY_OFFICE", **(await story.counting()))
    await story.refused("tl012", count, "NO_PARTY_OFFICE", **(await story.counting()))
    few = await story.counting(present=len(VOTES) - 1)
    await story.refused("head", count, "BALLOT_MORE_THAN_PEOPLE", **few)
    await story.done("head", count, **(await story.counting()))
    found = (await story.sign("tl012").ask(BALLOT, ballot=vote["ballot"]))["partyBallot"]
    votes = {each["choice"]: each["votes"] for each in found["choices"]}
    assert votes == {"EXCELLENT": 5, "GOOD": 1, "COMPLETED": 0, "NOT_COMPLETED": 0}
    assert (found["summoned"], found["valid"], found["chosen"]) == (9, 6, "EXCELLENT")
    assert found["openVotes"] == []
    await story.refused("tl012", "castPartyVote", "BALLOT_OVER", **vote)
    await story.refused("head", count, "BALLOT_OVER", **(await story.counting()))


@chapter(5)
async def test_the_other_voices_speak_in_their_order(story: House) -> None:
    speak = "speakOnPartyReview"
    for who in MEMBERS:
        if who != "head":
            told = await story.said(who, "branch")
            if who == "deputy":
                await story.refused(who, speak, "NOT_FOUND", **told)
            await story.speak("head", who, "branch")
    await story.refused("head", speak, "NOT_FOUND", **(await story.said("head", "branch")))
    leading = await story.said("head", "leadership")
    await story.refused("chair", speak, "VOICE_OUT_OF_TURN", **leading)
    await story.speak("deputy", "head", "branch")
    # A leader is reviewed by the collective too, once that has reviewed itself.
    await story.refused("chair", speak, "PARTY_COLLECTIVE_FIRST", **leading)
    await story.refused("deputy", speak, "NOT_FOUND", **leading)
    heard = await story.said("head", "mass_organisation")
    await story.refused("away", speak, "VOICE_OUT_OF_TURN", **heard)
    closing = await story.campaign()
    await story.refused("chair", "closePartyCampaign", "PARTY_VOICES_MISSING", **closing)
    for by, about, kind in [
        *(("chair", "leadership", "self"), ("away", "leadership", "mass_organisation")),
        *(("head", "branch", "self"), ("chair", "head", "leadership")),
        ("away", "head", "mass_organisation"),
    ]:
        await story.speak(by, about, kind)
    last = await story.said("staff", "deciding_committee")
    await story.refused("chair", speak, "NOT_THE_VOICE", **last)


@chapter(6)
async def test_the_committee_decides_within_its_share_and_gives_notice(story: House) -> None:
    closing = await story.campaign()
    await story.refused("head", "closePartyCampaign", "NOT_FOUND", **closing)
    early = {**closing, "decision": PAPER}
    await story.refused("chair", "decidePartyCampaign", "PARTY_CAMPAIGN_NOT_CLOSED", **early)
    await story.done("vice", "closePartyCampaign", **closing)

    at, decide = await story.campaign(), "decidePartyCampaign"
    told = {**at, "decision": PAPER}
    for client in story.ordinary("chair"):
        await story.refuses(client, decide, "PARTY_ENTRANCE_NEEDED", **told)
    await story.refused("province", decide, "NOT_DECIDING_COMMITTEE", **told)
    await story.refused("head", decide, "NOT_FOUND", **told)
    await story.refused("chair", decide, "PARTY_CHOICE_NEEDED", **told)
    many, low = await story.choice(*BEST), await story.choice("personnel")
    await story.refused("chair", decide, "PARTY_QUOTA_EXCEEDED", **told, **many)
    await story.refused("chair", decide, "PARTY_NOT_ABOVE_THE_LINE", **told, **low)
    await story.refused("chair", "notifyPartyCampaign", "PARTY_CAMPAIGN_NOT_DECIDED", **at)
    await story.done("chair", decide, **told, **(await story.choice("staff")))
    again = {**(await story.campaign()), "decision": PAPER}
    await story.refused("vice", decide, "PARTY_CAMPAIGN_NOT_CLOSED", **again)

    decided = await story.own_review("staff")
    assert (decided["state"], decided["appliedLevel"]) == ("DECIDED", None)
    assert [voice["kind"] for voice in decided["voices"]] == ["SELF"]
    at = await story.campaign()
    await story.refused("head", "notifyPartyCampaign", "NOT_FOUND", **at)
    await story.refused("chair", "publishPartyCampaign", "PARTY_CAMPAIGN_NOT_NOTIFIED", **at)
    await story.done("chair", "notifyPartyCampaign", **at)
    late = await story.said("staff", "branch")
    await story.refused("head", "speakOnPartyReview", "PARTY_REVIEW_NOT_OPEN", **late)


@chapter(7)
async def test_each_reads_his_own_class_which_is_not_the_states(story: House) -> None:
    review = await story.own_review("staff")
    assert (review["state"], review["points"]) == ("DECIDED", "93")
    assert (review["appliedLevel"], review["stateLevel"]) == ("EXCELLENT", "GOOD")
    assert review["classification"] == {"appliedLevel": "GOOD"}
    assert review["decisionNo"] == PAPER["number"]
    assert [voice["kind"] for voice in review["voices"]] == ["SELF", "BRANCH", "DECIDING_COMMITTEE"]
    assert {voice["level"] for voice in review["voices"]} == {"EXCELLENT"}
    states = "{ myClassifications(first: 5) { nodes { year appliedLevel } } }"
    for client in (story.sign("staff"), *story.ordinary("staff")):
        (found,) = (await client.ask(states))["myClassifications"]["nodes"]
        assert found == {"year": YEAR, "appliedLevel": "GOOD"}
    passed = await story.own_review("deputy")
    assert (passed["lawfulLevel"], passed["appliedLevel"]) == ("EXCELLENT", "GOOD")
    assert "sáng kiến" in passed["appliedReason"]
    led = await story.own_review("head")
    kinds = ["SELF", "BRANCH", "LEADERSHIP", "MASS_ORGANISATION", "DECIDING_COMMITTEE"]
    assert [voice["kind"] for voice in led["voices"]] == kinds


@chapter(8)
async def test_others_read_what_is_published_and_nobody_from_outside_anything(
    story: House,
) -> None:
    at = await story.campaign()
    await story.refused("province", "publishPartyCampaign", "NOT_DECIDING_COMMITTEE", **at)
    await story.done("vice", "publishPartyCampaign", **at)
    review = await story.review("staff")
    branch = {"partyBody": 1, "partyBallot": 1, "partyBallots": 1, "partyPublishedClasses": 9}
    whole = {**branch, "partyReview": 1, "node": 1, "partyReviews": 9, "partyMembers": 10}
    everything = await story.seen(story.sign("chair"))
    assert everything == {**whole, "partyBodies": 1, "myPartyOffices": 2}
    # A fellow member finds his own review and membership there, and nobody else's.
    his = {"partyReviews": 1, "myPartyReviews": 1, "partyMembers": 1}
    assert await story.seen(story.sign("personnel")) == {**branch, **his}
    outside = (*story.ordinary("staff"), *story.ordinary("head"), *story.ordinary("chair"))
    for client in (story.sign("neighbour"), *outside):
        assert await story.seen(client) == {}
        assert await story.printed_for(client, review) == 404
    assert await story.printed_for(story.sign("staff"), review) == 200
    assert await story.printed_for(story.sign("personnel"), review) == 404
