"""Everybody tries every voice at every stage: only its holder speaks, and only in its turn."""

from collections.abc import Mapping
from typing import Any

from resolvers import party
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from tests.resolvers.party.house import House, findings

REFUSED = {"NOT_FOUND", "NOT_THE_VOICE", "VOICE_OUT_OF_TURN", "VOICE_GIVEN", "OWN_PARTY_REVIEW"}
SPEAKERS = {
    "self": "vice",
    "branch": "chief",
    "leadership": "chair",
    "mass_organisation": "porter",
    "agency_committee": "chair",
}
"""Who gives each voice on the vice chair, in its turn."""
MAY = {
    "self": {"vice"},
    "branch": {"chief", "assistant"},
    "leadership": {"chair"},
    "mass_organisation": {"porter"},
    "agency_committee": {"chair"},
    "deciding_committee": set[str](),
}
"""Whoever could give it then; the vice secretary of the commune is himself concerned."""


async def spoken(house: House) -> list[tuple[Any, ...]]:
    return [
        (row["kind"], row["state"], row["signed_by"], row["text"], row["version"])
        for row in await house.voices_of("vice")
    ]


async def attempt(house: House, request: Request, voice: Any) -> str:
    """The code of one attempt to speak, which is undone whatever comes of it."""
    told: dict[str, Any] = {"text": "x"}
    if voice["kind"] != "mass_organisation":
        told |= {"findings": findings(), "level": "GOOD"}
    return await undone(house, request, party.speak_on_party_review, voice, **told)


async def undone(house: House, request: Request, deed: Any, voice: Any, **told: Any) -> str:
    named = {"voice": voice["id"], "version": voice["version"]}
    try:
        async with house.party.for_reach(request.reach).writing() as tx:
            await deed(tx, request, **named, **told)
            raise Undone
    except Undone:
        return "done"
    except Refusal as refusal:
        return refusal.code


async def nobody_returns_out_of_turn(
    house: House, requests: Mapping[str, Request], turn: str
) -> None:
    """What was said goes back through the voice whose turn it is, by whoever may give that one."""
    voices = await house.voices_of("vice")
    said = [voice for voice in voices if voice["state"] == "signed"]
    for returned in said[:1] + said[-1:]:
        told = {"returned": returned["id"], "reason": "Xem lại"}
        for voice in voices:
            for name, request in requests.items():
                code = await undone(house, request, party.return_party_voice, voice, **told)
                may = voice["kind"] == turn and name in MAY[turn] - {"vice"}
                assert (code == "done") is may, (turn, voice["kind"], name, code)
                assert may or code in REFUSED


class Undone(Exception):
    pass


async def test_no_voice_sets_anothers_and_none_speaks_out_of_turn(house: House) -> None:
    await house.open("chair", "commune")
    await house.open("governor", "province")
    await house.speak("chair", "leadership", "self")
    await house.speak("chair", "chair", "self")
    await house.speak("chief", "chair", "branch")
    await house.speak("vice", "chair", "leadership")
    requests = {name: await house.request(name) for name in house.town.people}
    for turn, speaker in SPEAKERS.items():
        before = await spoken(house)
        for voice in await house.voices_of("vice"):
            for name, request in requests.items():
                code = await attempt(house, request, voice)
                may = voice["kind"] == turn and name in MAY[turn]
                assert (code == "done") is may, (turn, voice["kind"], name, code)
                assert may or code in REFUSED
        await nobody_returns_out_of_turn(house, requests, turn)
        assert await spoken(house) == before
        await house.speak(speaker, "vice", turn)
    assert [row[1] for row in await spoken(house)] == ["signed"] * 5 + ["waiting"]
