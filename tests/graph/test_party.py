"""The Party's record through the contract: the tree, one's own review, voices and what they may."""

import json
from typing import Any

import pytest_asyncio

from gateway.database import PgDatabase
from gateway.graph import Ask
from gateway.postgres.roles import Connection
from resolvers.core.errors import Refusal
from resolvers.party import speak_on_party_review
from tests.graphs import platform
from tests.resolvers.party.house import House, build, findings
from tests.resolvers.town import build as build_town

TREE = """query {
  partyBodies(first: 5) {
    nodes {
      code kind since parent { code } agency { name } allowedActions
      offices(first: 5) { kind person { fullName } allowedActions }
      bodies(first: 9) {
        nodes { code kind bodies(first: 9) { nodes {
          code kind members(first: 9) { totalCount nodes { standing person { fullName } } }
        } } }
      }
    }
  }
}"""
MINE = """query {
  myPartyReviews(first: 3) {
    nodes {
      id year category state points appliedLevel lawfulLevel stateLevel steps { text cite } cites
      body { name } decidingBody { name } allowedActions
      voices(first: 9) { id kind step round state text findings points level version body { code }
        allowedActions }
    }
  }
}"""
TO_GIVE = """query {
  partyVoicesToGive(first: 9) {
    nodes { id kind version person { fullName } body { code } allowedActions
      review { points lawfulLevel } }
  }
}"""
SPEAK = """mutation Speak($voice: ID!, $version: Int!, $findings: PartyFindingsInput) {
  speakOnPartyReview(
    voice: $voice, version: $version, text: "Đã kiểm điểm.", findings: $findings, level: GOOD
  ) {
    ... on PartyVoice { state points level computedLevel allowedActions
      review { points lawfulLevel gaps steps { text } cites } }
    ... on Refused { code message field }
  }
}"""
FINDINGS = {"general": "26", "results": "65", "exceeded": "0.25"}


@pytest_asyncio.fixture
async def house(database: PgDatabase, owner: Connection) -> House:
    house = await build(await build_town(database, owner))
    await house.open("chair", "commune")
    return house


async def ask(house: House, who: str, document: str, **variables: Any) -> Any:
    """The answer to somebody who came in by the Party's entrance."""
    answer = await platform().respond(
        Ask(document, variables=variables),
        await house.request(who),
        house.town.database,
        renewed=lambda: house.request(who),
    )
    told = json.loads(answer.body)
    assert "errors" not in told, told
    return told["data"]


async def test_the_tree_is_read_from_the_top_by_whoever_reads_it(house: House) -> None:
    (top,) = (await ask(house, "governor", TREE))["partyBodies"]["nodes"]
    assert (top["code"], top["kind"], top["parent"]) == ("province", "COMMITTEE", None)
    assert top["offices"][0] == {
        "kind": "SECRETARY",
        "person": {"fullName": "Trần Quốc Khánh"},
        "allowedActions": [],
    }
    assert top["allowedActions"] == [
        *("AppointPartyOffice", "FoundPartyBody", "OpenPartyCampaign", "SetPartyBallotRule")
    ]
    beneath = {body["code"]: body for body in top["bodies"]["nodes"]}
    branches = {body["code"]: body for body in beneath["commune"]["bodies"]["nodes"]}
    assert branches["branch"]["members"]["totalCount"] == 7
    assert set(branches) == {"branch", "second", "leadership", "union"}
    assert (await ask(house, "clerk", TREE))["partyBodies"]["nodes"] == []


async def test_a_member_speaks_and_reads_his_own_and_nothing_of_the_others(house: House) -> None:
    (before,) = (await ask(house, "clerk", MINE))["myPartyReviews"]["nodes"]
    assert (before["category"], before["state"], before["points"]) == ("MEMBER", "OPEN", None)
    (own,) = before["voices"]
    assert (own["kind"], own["allowedActions"]) == ("SELF", ["SpeakOnPartyReview"])
    told = {"voice": own["id"], "version": own["version"], "findings": FINDINGS}
    spoken = (await ask(house, "clerk", SPEAK, **told))["speakOnPartyReview"]
    assert (spoken["state"], spoken["points"], spoken["computedLevel"]) == (
        *("SIGNED", "91", "EXCELLENT"),
    )
    # What the law makes of it is read by those who decide, until it is released.
    assert spoken["review"] == {
        **dict.fromkeys(("points", "lawfulLevel", "gaps")),
        "steps": [],
        "cites": [],
    }
    again = (await ask(house, "clerk", SPEAK, **told))["speakOnPartyReview"]
    assert again["code"] == "VOICE_GIVEN"
    (after,) = (await ask(house, "clerk", MINE))["myPartyReviews"]["nodes"]
    assert json.loads(after["voices"][0]["findings"])["results"] == "65"


async def test_the_branch_is_told_whose_turn_it_is_and_the_committee_what_the_law_says(
    house: House,
) -> None:
    (own,) = (await ask(house, "clerk", MINE))["myPartyReviews"]["nodes"][0]["voices"]
    await ask(house, "clerk", SPEAK, voice=own["id"], version=1, findings=FINDINGS)
    waiting = (await ask(house, "chief", TO_GIVE))["partyVoicesToGive"]["nodes"]
    (branch,) = [each for each in waiting if each["kind"] == "BRANCH"]
    assert branch["allowedActions"] == [
        *("OpenPartyBallot", "ReturnPartyVoice", "SpeakOnPartyReview")
    ]
    assert branch["review"]["points"] is None
    told = {"voice": branch["id"], "version": 1, "findings": FINDINGS}
    assert (await ask(house, "chief", SPEAK, **told))["speakOnPartyReview"]["level"] == "GOOD"
    review = await house.review_of("clerk")
    document = """query Review($id: ID!) { partyReview(id: $id) {
      points computedLevel lawfulLevel gaps cites steps { text } allowedActions
      voices(first: 9) { kind state allowedActions } } }"""
    seen = (await ask(house, "chair", document, id=str(review["id"])))["partyReview"]
    assert (seen["points"], seen["computedLevel"], seen["lawfulLevel"]) == (
        *("91", "EXCELLENT", "GOOD"),
    )
    assert "Điều 11 Quy định số 366-QĐ/TW" in seen["cites"]
    assert seen["allowedActions"] == ["ExcusePartyReview", "WithdrawPartyReview"]
    assert seen["voices"][-1] == {
        "kind": "DECIDING_COMMITTEE",
        "state": "WAITING",
        "allowedActions": ["OpenPartyBallot", "ReturnPartyVoice"],
    }
    assert (await ask(house, "curator", document, id=str(review["id"])))["partyReview"] is None


async def test_what_may_be_done_with_a_voice_is_what_the_deed_does(house: House) -> None:
    await house.speak("clerk", "clerk", "self")
    document = """query Voices($body: ID!) { partyReviews(body: $body, year: 2026, first: 20) {
      nodes { voices(first: 9) { id version kind allowedActions } } } }"""
    body = str(house.bodies["branch"])
    tried = set()
    for who in ("chief", "assistant", "chair", "officer", "governor"):
        request = await house.request(who)
        nodes = (await ask(house, who, document, body=body))["partyReviews"]["nodes"]
        for voice in (each for node in nodes for each in node["voices"]):
            told = {"voice": voice["id"], "version": voice["version"], "text": "x"}
            try:
                async with house.party.for_reach(request.reach).writing() as tx:
                    await speak_on_party_review(
                        tx, request, **told, findings=findings(), level="GOOD"
                    )
                    raise Undone
            except (Undone, Refusal) as outcome:
                done = isinstance(outcome, Undone)
            assert ("SpeakOnPartyReview" in voice["allowedActions"]) is done, (who, voice)
            tried.add((voice["kind"], done))
    assert {("BRANCH", True), ("BRANCH", False), ("SELF", False)} <= tried


class Undone(Exception):
    """The deed was allowed; take it back."""
