"""A voice that came before one's own is returned with a reason: both versions stay."""

from typing import Any

import pytest_asyncio

from resolvers import party
from tests.resolvers.party.house import House, findings


@pytest_asyncio.fixture
async def opened(house: House) -> House:
    await house.open("chair", "commune")
    return house


class TestReturning:
    async def spoken(self, house: House) -> None:
        await house.speak("clerk", "clerk", "self")
        await house.speak("chief", "clerk", "branch")

    async def back(self, house: House, by: str, mine: str, returned: str, **more: Any) -> Any:
        own = await house.voice("clerk", mine)
        told = {"voice": own["id"], "version": own["version"], "reason": "Chưa nêu rõ hạn chế"}
        about = (await house.voice("clerk", returned))["id"]
        return {"by": by, "told": {**told, "returned": about, **more}}

    async def test_both_versions_stay_and_what_rested_on_it_speaks_again(
        self, opened: House
    ) -> None:
        await self.spoken(opened)
        how = await self.back(opened, "chair", "deciding_committee", "self")
        await opened.do(how["by"], party.return_party_voice, **how["told"])
        told = [
            (each["kind"], each["round"], each["state"]) for each in await opened.voices_of("clerk")
        ]
        assert told == [
            ("self", 1, "returned"),
            ("self", 2, "waiting"),
            ("branch", 1, "returned"),
            ("branch", 2, "waiting"),
            ("deciding_committee", 1, "waiting"),
        ]
        returned = (await opened.voices_of("clerk"))[0]
        assert (returned["text"], returned["returned_reason"]) == (
            *("Đã kiểm điểm.", "Chưa nêu rõ hạn chế"),
        )
        assert (await opened.review_of("clerk"))["points"] is None
        await self.spoken(opened)
        assert (await opened.review_of("clerk"))["points"] == 80

    async def test_the_findings_that_are_left_are_those_of_the_voice_before(
        self, opened: House
    ) -> None:
        told = {**(await opened.said("clerk", "self")), "findings": findings(general=20)}
        await opened.do("clerk", party.speak_on_party_review, **told)
        await opened.speak("chief", "clerk", "branch")
        how = await self.back(opened, "chair", "deciding_committee", "branch")
        await opened.do(how["by"], party.return_party_voice, **how["told"])
        assert (await opened.review_of("clerk"))["points"] == 75

    async def test_only_whose_turn_it_is_returns(self, opened: House) -> None:
        await opened.speak("clerk", "clerk", "self")
        too_early = await self.back(opened, "chair", "deciding_committee", "self")
        refusal = await opened.refused("chair", party.return_party_voice, **too_early["told"])
        assert refusal.code == "VOICE_OUT_OF_TURN"
        not_his = await self.back(opened, "chair", "branch", "self")
        refusal = await opened.refused("chair", party.return_party_voice, **not_his["told"])
        assert refusal.code == "NOT_THE_VOICE"

    async def test_only_what_was_said_before_is_returned(self, opened: House) -> None:
        await opened.speak("clerk", "clerk", "self")
        after = await self.back(opened, "chief", "branch", "deciding_committee")
        refusal = await opened.refused("chief", party.return_party_voice, **after["told"])
        assert refusal.code == "VOICE_NOT_BEFORE_YOURS"
        other = (await opened.voice("typist", "self"))["id"]
        elsewhere = {**after["told"], "returned": other}
        refusal = await opened.refused("chief", party.return_party_voice, **elsewhere)
        assert refusal.code == "VOICE_NOT_BEFORE_YOURS"

    async def test_a_return_has_a_reason(self, opened: House) -> None:
        await opened.speak("clerk", "clerk", "self")
        how = await self.back(opened, "chief", "branch", "self", reason="")
        refusal = await opened.refused("chief", party.return_party_voice, **how["told"])
        assert refusal.code == "TEXT_NOT_ACCEPTABLE"
