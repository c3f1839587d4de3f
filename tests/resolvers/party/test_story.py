"""A committee's year from the first voice to the published class, by deeds alone."""

from typing import Any

from resolvers import party
from tests.resolvers.party.hall import PAPER
from tests.resolvers.party.house import House, findings


async def step(house: House, deed: Any, **more: Any) -> None:
    """One deed of the chair on the commune's set, with its version."""
    campaign = await house.row("party_campaign", house.campaigns["commune"])
    told = {"campaign": campaign["id"], "version": campaign["version"], **more}
    await house.do("chair", deed, **told)


async def test_a_year_is_spoken_on_closed_decided_notified_and_published(house: House) -> None:
    await house.open("chair", "commune")
    best = findings(general=28, results=65, exceeded="0.4")
    await house.everybody_speaks()
    own = await house.voice("clerk", "deciding_committee")
    branch = await house.voice("clerk", "branch")
    again = {"voice": own["id"], "version": 1, "returned": branch["id"], "reason": "Tính lại"}
    await house.do("chair", party.return_party_voice, **again)
    told = {**(await house.said("clerk", "branch")), "findings": best, "level": "EXCELLENT"}
    await house.do("chief", party.speak_on_party_review, **told)
    await step(house, party.close_party_campaign)
    await step(house, party.decide_party_campaign, decision=PAPER)
    decided = await house.members()
    assert {row["state"] for row in decided.values()} == {"decided"}
    assert decided["clerk"]["applied_level"] == "EXCELLENT"
    assert {row["applied_level"] for name, row in decided.items() if name != "clerk"} == {"GOOD"}
    voice = await house.voice("clerk", "deciding_committee")
    assert (voice["state"], voice["level"]) == ("signed", "EXCELLENT")
    await step(house, party.notify_party_campaign)
    await step(house, party.publish_party_campaign)
    published = await house.rows("party_published", "level = 'EXCELLENT'")
    assert [row["person_id"] for row in published] == [house.person("clerk")]
    refusal = await house.refused(
        "chief", party.speak_on_party_review, **(await house.said("clerk", "branch"))
    )
    assert refusal.code == "PARTY_REVIEW_NOT_OPEN"
