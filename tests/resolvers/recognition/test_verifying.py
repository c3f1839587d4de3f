"""Complaints and signs of disunity are verified first; until then nothing is decided."""

from datetime import date
from typing import Any

import pytest

from resolvers import recognition
from tests.resolvers.recognition.year import PAPER, Year

ORDER = {"ground": "disunity", "about": "Đơn phản ánh mất đoàn kết"}
CONCLUSION = {
    "founded": False,
    "conclusion": "Không có cơ sở",
    "document_no": "09/KL-TTr",
    "document_day": date(2026, 12, 4),
}


async def _ordered(year: Year) -> dict[str, Any]:
    await year.open("commune", "chair")
    await year.finish("office", 80)
    await year.finish("culture", 80)
    deed = recognition.order_organisation_verification
    await year.step("office", "chair", deed, **ORDER)
    (row,) = await year.rows("select id, version from congtam.organisation_verification")
    return {"verification": row["id"], "version": row["version"]}


async def test_an_open_verification_blocks_the_decision_and_is_named(year: Year) -> None:
    told = await _ordered(year)
    round = await year.round("commune")
    deciding = {"round": round["id"], "version": round["version"], "decision": PAPER}
    refused = await year.refused("chair", recognition.decide_recognition, **deciding)
    assert (refused.code, refused.facts["names"]) == ("VERIFICATION_OPEN", "office")
    await year.do("chair", recognition.conclude_organisation_verification, **told, **CONCLUSION)
    assert (await year.decide("commune", "chair"))["state"] == "decided"


@pytest.mark.parametrize("who", ["chief", "curator", "governor", "clerk_of_staff", "auditor"])
async def test_only_the_recognising_head_concludes_it(year: Year, who: str) -> None:
    told = await _ordered(year)
    deed = recognition.conclude_organisation_verification
    refused = await year.refused(who, deed, **told, **CONCLUSION)
    assert refused.code in {"NOT_RECOGNISING_HEAD", "NO_SELF_RECOGNITION", "NOT_FOUND"}


async def test_it_is_concluded_once(year: Year) -> None:
    told = await _ordered(year)
    deed = recognition.conclude_organisation_verification
    await year.do("chair", deed, **told, **CONCLUSION)
    again = {**told, "version": 2}
    assert (
        await year.refused("chair", deed, **again, **CONCLUSION)
    ).code == "VERIFICATION_CONCLUDED"


async def test_its_grounds_are_the_decrees(year: Year) -> None:
    await year.open("commune", "chair")
    found = await year.review("office")
    told = {"review": found["id"], "version": 1, "ground": "gossip", "about": "x"}
    deed = recognition.order_organisation_verification
    assert (await year.refused("chair", deed, **told)).code == "INVALID_INPUT"
