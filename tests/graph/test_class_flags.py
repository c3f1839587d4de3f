"""What is told of a class whose ground changed after it was decided (art. 20.4, 21.3)."""

from resolvers import classification as deeds
from tests.graph.test_classification import DISCIPLINE, ask
from tests.graph.test_classification import year as year
from tests.resolvers.classification.year import Year


async def test_a_ground_recorded_after_the_decision_waits_for_who_decided(year: Year) -> None:
    await year.decided()
    clerk = year.cast.town.people["clerk"]
    await year.do("officer", deeds.record_disqualifier, person=clerk, ground=DISCIPLINE)
    reading = """{ reviewFlagsWaiting(first: 5) { nodes { kind cite ground { form }
        person { fullName } classification { appliedLevel } allowedActions } } }"""
    beside = "query($id: ID!) { classification(id: $id) { flags(first: 5) { kind } } }"
    id = str((await year.case("clerk"))["id"])
    for who in ("chair", "governor"):
        (flag,) = (await ask(year, who, reading))["reviewFlagsWaiting"]["nodes"]
        assert flag["kind"] == "DISQUALIFIER"
        assert flag["cite"] == "điểm c khoản 4 Điều 20 Nghị định số 335/2025/NĐ-CP"
        assert (flag["classification"], flag["allowedActions"]) == ({"appliedLevel": "GOOD"}, [])
        told = await ask(year, who, beside, id=id)
        assert told["classification"]["flags"] == [{"kind": "DISQUALIFIER"}]
    for who in ("clerk", "chief", "typist", "stranger"):
        assert (await ask(year, who, reading))["reviewFlagsWaiting"]["nodes"] == []
    own = await ask(year, "clerk", beside, id=id)
    assert own["classification"]["flags"] == []
