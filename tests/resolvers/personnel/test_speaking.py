"""The person says himself what he thinks of an action about him, where he is heard (art. 25)."""

from typing import Any
from uuid import UUID

import pytest

from resolvers import personnel as deeds
from tests.resolvers.personnel.story import Personnel
from tests.resolvers.personnel.test_lower_post import proposed

SAID = "Tôi không đồng ý vì đang theo dõi hai nhiệm vụ dở dang."


async def _heard(personnel: Personnel) -> UUID:
    id = await proposed(personnel)
    await personnel.walk(id, "clerk", "chair")
    return id


async def _told(personnel: Personnel, id: UUID, **more: Any) -> dict[str, Any]:
    said = {"step": "hear", "stance": "objection", "said": SAID}
    return {**await personnel.at(id), **said, **more}


async def _speak(personnel: Personnel, id: UUID, **more: Any) -> None:
    told = await _told(personnel, id, **more)
    await personnel.do("clerk", deeds.speak_on_personnel_action, **told)


async def test_the_person_speaks_where_he_was_heard(personnel: Personnel) -> None:
    id = await _heard(personnel)
    await _speak(personnel, id)
    (row,) = await personnel.cast.rows("action_statement")
    (step,) = [each for each in await personnel.steps(id) if each["code"] == "hear"]
    assert (row["step_id"], row["stance"], row["said"]) == (step["id"], "objection", SAID)
    (leaf,) = await personnel.cast.leaves("speak_on_personnel_action")
    assert leaf["after"]["stance"] == "objection"
    # It bars nothing: the authority decides.
    await personnel.decide(id, "chair")
    assert (await personnel.row(id))["state"] == "decided"


async def test_whoever_decides_has_read_it(personnel: Personnel) -> None:
    id = await _heard(personnel)
    seen = await personnel.at(id)
    await _speak(personnel, id)
    told = {**seen, "reason": "Chưa đủ rõ."}
    refused = await personnel.refused("chair", deeds.refuse_personnel_action, **told)
    assert refused.code == "STALE_VERSION"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("chair", "NOT_THE_PERSON"),
        ("officer", "NOT_THE_PERSON"),
        ("typist", "NOT_FOUND"),
        ("stranger", "NOT_FOUND"),
    ],
)
async def test_nobody_speaks_for_him(personnel: Personnel, who: str, code: str) -> None:
    id = await _heard(personnel)
    told = await _told(personnel, id)
    refused = await personnel.refused(who, deeds.speak_on_personnel_action, **told)
    assert refused.code == code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"step": "propose"}, "NOT_HEARD_YET"),
        ({"step": "nowhere"}, "NOT_HEARD_YET"),
        ({"stance": "maybe"}, "INVALID_INPUT"),
        ({"said": " "}, "TEXT_NOT_ACCEPTABLE"),
        ({"version": 1}, "STALE_VERSION"),
    ],
)
async def test_is_refused_where_it_has_no_place(
    personnel: Personnel, more: dict[str, Any], code: str
) -> None:
    id = await _heard(personnel)
    told = await _told(personnel, id, **more)
    refused = await personnel.refused("clerk", deeds.speak_on_personnel_action, **told)
    assert refused.code == code


async def test_he_speaks_once_and_before_the_decision(personnel: Personnel) -> None:
    id = await _heard(personnel)
    await _speak(personnel, id)
    deed = deeds.speak_on_personnel_action
    again = await personnel.refused("clerk", deed, **await _told(personnel, id, stance="consent"))
    assert again.code == "SPOKEN_ALREADY"
    late = await _heard_and_decided(personnel)
    refused = await personnel.refused("archivist", deed, **await _told(personnel, late))
    assert refused.code == "ACTION_OVER"


async def _heard_and_decided(personnel: Personnel) -> UUID:
    grounds = [deeds.Cited(classification=await personnel.classed("archivist"))]
    told = {"to": ("team", "member"), "grounds": grounds}
    id = await personnel.propose("lower_post", "archivist", **told)
    await personnel.walk(id, "archivist", "chair")
    await personnel.decide(id, "chair")
    return id


async def test_before_he_is_heard_he_knows_of_nothing(personnel: Personnel) -> None:
    id = await proposed(personnel)
    told = await _told(personnel, id)
    refused = await personnel.refused("clerk", deeds.speak_on_personnel_action, **told)
    assert refused.code == "NOT_FOUND"
