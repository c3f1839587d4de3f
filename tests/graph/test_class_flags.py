"""What is told of a class whose ground changed after it was decided (art. 20.4, 21.3)."""

from resolvers import classification as deeds
from tests.graph.test_classification import DISCIPLINE, ask
from tests.graph.test_classification import year as year
from tests.resolvers.classification.replaced import criteria, replace
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
        assert flag["classification"] == {"appliedLevel": "GOOD"}
        assert flag["allowedActions"] == []
        told = await ask(year, who, beside, id=id)
        assert told["classification"]["flags"] == [{"kind": "DISQUALIFIER"}]
    for who in ("clerk", "chief", "typist", "stranger"):
        assert (await ask(year, who, reading))["reviewFlagsWaiting"]["nodes"] == []
    own = await ask(year, "clerk", beside, id=id)
    assert own["classification"]["flags"] == []


async def test_a_heads_class_waits_after_his_organisations_result_was_replaced(year: Year) -> None:
    await year.decided()
    await criteria(year)
    await replace(year, "office", 40)
    reading = """{ reviewFlagsWaiting(first: 5) { nodes { kind cite allowedActions
        person { fullName } classification { unit { name } }
        organisationResult { level organisation { name } }
    } } }"""
    beside = """query($agency: ID!) { reviewFlags(agency: $agency, first: 5) { nodes {
        kind allowedActions } } }"""
    for who in ("chair", "governor"):
        (flag,) = (await ask(year, who, reading))["reviewFlagsWaiting"]["nodes"]
        assert flag["kind"] == "ORGANISATION"
        assert flag["cite"] == "khoản 6 Điều 20 Nghị định số 335/2025/NĐ-CP"
        unit = flag["classification"]["unit"]
        assert flag["organisationResult"] == {"level": "NOT_COMPLETED", "organisation": unit}
        assert flag["allowedActions"] == ["ClearReviewFlag"]
    agency = str(year.cast.town.agencies["commune"])
    told = await ask(year, "officer", beside, agency=agency)
    assert told["reviewFlags"]["nodes"] == [{"kind": "ORGANISATION", "allowedActions": []}]
    for who in ("chief", "clerk", "curator", "stranger"):
        assert (await ask(year, who, reading))["reviewFlagsWaiting"]["nodes"] == []
        assert (await ask(year, who, beside, agency=agency))["reviewFlags"]["nodes"] == []
