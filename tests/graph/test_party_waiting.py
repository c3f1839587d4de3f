"""What the Party's record tells somebody of what waits for him, and what may be done there now."""

from typing import Any

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers import party
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from tests.graph.test_party import Undone, ask
from tests.resolvers.party.house import DAY, House, build
from tests.resolvers.town import build as build_town

CODE = "Hòm phiếu của chi bộ, năm 2026"
MINE = """query Mine($turn: Boolean!) { myPartyVoices(turn: $turn, first: 50) { nodes {
  kind turn waitsFor comments person { fullName } body { code } review { id resultsBy }
} } }"""
OF_OFFICE = """{ myPartyCampaigns(first: 5) { nodes { body { code } places { category rated
  undecided aboveLine good share places } } } myPartyMeetings(first: 5) { nodes { meetsOn } } }"""
NAMED = """query Named($review: ID!, $body: ID!) {
  partyReview(id: $review) { allowedActions voices(first: 9) { kind allowedActions } }
  partyBody(id: $body) { allowedActions officesToGrant votesInSecret }
}"""
WHO = ("chief", "assistant", "chair", "vice", "officer", "clerk", "typist", "curator", "porter")


@pytest_asyncio.fixture
async def house(database: PgDatabase, owner: Connection) -> House:
    house = await build(await build_town(database, owner))
    await house.open("chair", "commune")
    return house


async def waiting(house: House, who: str, *, turn: bool) -> list[dict[str, Any]]:
    found = await ask(house, who, MINE, turn=turn)
    nodes: list[dict[str, Any]] = found["myPartyVoices"]["nodes"]
    assert all(node["turn"] is turn for node in nodes)
    return nodes


def kinds(nodes: list[dict[str, Any]]) -> set[str]:
    return {node["kind"] for node in nodes}


async def test_a_member_owes_his_own_review_and_his_secretary_those_of_the_branch(
    house: House,
) -> None:
    (own,) = await waiting(house, "typist", turn=True)
    assert (own["kind"], own["body"], own["comments"]) == ("SELF", None, False)
    assert own["review"]["resultsBy"] == "POINTS"
    assert await waiting(house, "typist", turn=False) == []
    # The branch's own self-review is its secretary's, too; its verdicts wait for the members.
    assert [each["kind"] for each in await waiting(house, "chief", turn=True)] == ["SELF", "SELF"]
    assert kinds(await waiting(house, "chief", turn=False)) == {"BRANCH"}
    before = len(await waiting(house, "chief", turn=False))
    await house.speak("clerk", "clerk", "self")
    assert kinds(await waiting(house, "chief", turn=True)) == {"SELF", "BRANCH"}
    assert len(await waiting(house, "chief", turn=False)) == before - 1


async def test_an_office_above_owes_nothing_of_the_bodies_beneath_it(house: House) -> None:
    (own,) = await waiting(house, "officer", turn=True)
    assert (own["kind"], own["body"]) == ("SELF", None)
    assert await waiting(house, "officer", turn=False) == []


async def test_a_voice_on_a_leader_says_that_the_collective_comes_first(house: House) -> None:
    voice = await house.voice("leadership", "mass_organisation")
    assert voice["state"] == "waiting"
    (comment,) = await waiting(house, "porter", turn=False)
    assert (comment["comments"], comment["waitsFor"]) == (True, None)
    await house.open("governor", "province")
    for body, speaker in (("vice", "vice"),):
        await house.speak(speaker, body, "self")
    await house.speak("chief", "vice", "branch")
    found = [
        each for each in await waiting(house, "chair", turn=True) if each["kind"] == "LEADERSHIP"
    ]
    assert [each["waitsFor"] for each in found] == ["COLLECTIVE"]
    await house.speak("chair", "leadership", "self")
    found = [
        each for each in await waiting(house, "chair", turn=True) if each["kind"] == "LEADERSHIP"
    ]
    assert [each["waitsFor"] for each in found] == ["HEAD"]


async def test_campaigns_and_meetings_are_those_of_ones_own_offices(house: House) -> None:
    paper = Document("02-BC/CB", DAY)
    await house.do(
        "chief",
        party.prepare_party_meeting,
        review=(await house.review_of("branch"))["id"],
        draft=paper,
        draft_sent_on=DAY.replace(day=1),
        meets_on=DAY.replace(day=28),
    )
    told = {who: await ask(house, who, OF_OFFICE) for who in WHO}
    campaigns = [who for who in WHO if told[who]["myPartyCampaigns"]["nodes"]]
    assert campaigns == ["chair", "vice", "officer"]
    assert [who for who in WHO if told[who]["myPartyMeetings"]["nodes"]] == ["chief", "assistant"]


async def test_places_are_told_before_the_decision_and_counted_as_the_decision_does(
    house: House,
) -> None:
    def members(found: Any) -> Any:
        (campaign,) = found["myPartyCampaigns"]["nodes"]
        return next(each for each in campaign["places"] if each["category"] == "MEMBER")

    before = members(await ask(house, "chair", OF_OFFICE))
    assert before["undecided"] == before["rated"] > 0
    assert (before["aboveLine"], before["places"], before["share"]) == (0, 0, "0.20")
    await house.everybody_speaks()
    after = members(await ask(house, "chair", OF_OFFICE))
    assert after["undecided"] == 0
    levels = [row["lawful_level"] for row in (await house.members()).values()]
    assert (after["aboveLine"], after["good"]) == (
        levels.count("EXCELLENT"),
        levels.count("GOOD"),
    )
    assert after["places"] == (after["aboveLine"] + after["good"]) // 6


async def test_places_are_not_told_to_whoever_is_reviewed_in_the_set(house: House) -> None:
    await house.appoint("chair", "chief", "commune", "committee_member")
    found = await ask(house, "chief", OF_OFFICE)
    assert [each["places"] for each in found["myPartyCampaigns"]["nodes"]] == [[]]


async def named(house: House, who: str, about: str = "clerk") -> tuple[set[str], Any]:
    """What a review, its voices and the branch say that somebody may do."""
    told = {
        "review": str((await house.review_of(about))["id"]),
        "body": str(house.bodies["branch"]),
    }
    found = await ask(house, who, NAMED, **told)
    review = found["partyReview"] or {"allowedActions": [], "voices": []}
    # The committee that decides may vote, too: what is tried here is the branch's vote.
    mine = [each for each in review["voices"] if each["kind"] != "DECIDING_COMMITTEE"]
    voices = [name for each in mine for name in each["allowedActions"]]
    return {*review["allowedActions"], *voices}, found["partyBody"]


async def tried(house: House, who: str, deed: Any, **arguments: Any) -> bool:
    """Whether the policies let the deed be done; what is wrong with its arguments is not theirs."""
    request = await house.request(who)
    try:
        async with house.party.for_reach(request.reach).writing() as tx:
            await deed(tx, request, **arguments)
            raise Undone
    except Undone:
        return True
    except Refusal:
        return False


@pytest.mark.parametrize("action", ["OpenPartyBallot", "RaisePartyTopic", "RecordPartyMeeting"])
async def test_what_a_review_names_is_what_the_deed_does(house: House, action: str) -> None:
    about = "branch" if action == "RecordPartyMeeting" else "clerk"
    review = (await house.review_of(about))["id"]
    paper = Document("02-BC/CB", DAY)
    meets = {"draft_sent_on": DAY.replace(day=1), "meets_on": DAY.replace(day=28)}
    deeds: dict[str, tuple[Any, dict[str, Any]]] = {
        "OpenPartyBallot": (
            party.open_party_ballot,
            {"body": house.bodies["branch"], "kind": "class", "way": "electronic", "code": CODE},
        ),
        "RaisePartyTopic": (
            party.raise_party_topic,
            {"author": house.bodies["commune"], "text": "Làm rõ."},
        ),
        "RecordPartyMeeting": (party.prepare_party_meeting, {"draft": paper, **meets}),
    }
    deed, arguments = deeds[action]
    may = {who for who in WHO if action in (await named(house, who, about))[0]}
    done = {who for who in WHO if await tried(house, who, deed, review=review, **arguments)}
    assert may == done != set()


async def test_nothing_more_is_named_where_it_is_done(house: House) -> None:
    await house.speak("clerk", "clerk", "self")
    assert "RaisePartyTopic" not in (await named(house, "chair"))[0]
    assert "OpenPartyBallot" in (await named(house, "chief"))[0]
    await house.speak("chief", "clerk", "branch")
    assert "OpenPartyBallot" not in (await named(house, "chief"))[0]


async def test_offices_are_named_to_whoever_may_give_them(house: House) -> None:
    all_of_them = [
        *("SECRETARY", "DEPUTY_SECRETARY", "STANDING_MEMBER", "COMMITTEE_MEMBER"),
        "PERSONNEL_OFFICER",
    ]
    told = {
        who: (await named(house, who))[1]["officesToGrant"]
        for who in ("chair", "vice", "chief", "assistant", "officer", "clerk")
    }
    assert told == {
        "chair": all_of_them,
        "vice": all_of_them[1:],
        "chief": all_of_them[1:],
        **{who: [] for who in ("assistant", "officer", "clerk")},
    }


async def test_a_body_tells_whether_it_votes_in_secret(house: House) -> None:
    (_, body) = await named(house, "clerk")
    assert (body["votesInSecret"], body["allowedActions"]) == (True, [])
    (_, body) = await named(house, "chief")
    assert "SetPartyBallotRule" in body["allowedActions"]
    rule = party.VotingRule(secret=False)
    regulation = Document("05-QC/CB", DAY)
    laying = {"body": house.bodies["branch"], "rule": rule, "regulation": regulation}
    await house.do("chief", party.set_party_ballot_rule, **laying, begins=DAY)
    assert (await named(house, "clerk"))[1]["votesInSecret"] is False


async def test_without_a_body_all_ballots_are_found_that_one_may_see(house: House) -> None:
    review = (await house.review_of("clerk"))["id"]
    opening = {"review": review, "body": house.bodies["branch"], "kind": "class"}
    await house.do("chief", party.open_party_ballot, **opening, way="electronic", code=CODE)
    document = "{ partyBallots(first: 5) { nodes { body { code } } } }"
    seen = {who: (await ask(house, who, document))["partyBallots"]["nodes"] for who in WHO}
    assert [who for who in WHO if seen[who]] == [
        *("chief", "assistant", "chair", "vice", "officer", "clerk", "typist")
    ]
