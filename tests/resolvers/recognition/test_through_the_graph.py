"""The contract's words reach the deeds: a year by mutations alone."""

import json
from typing import Any

import pytest

from gateway.graph import Ask, Graph
from resolvers.core.request import Request
from resolvers.recognition import replace_recognition
from tests.graphs import platform
from tests.resolvers.recognition.year import BEST, CRITERIA, PAPER, YEAR, Year, marks

STATEMENT = {
    "planned": 100,
    "completed": 100,
    "onTime": 100,
    "exceeded": 31,
    "late": 0,
    "quality": True,
    "shortcomings": "FIXED",
}
ASSESS = """mutation($review: ID!, $version: Int!, $marks: [OrganisationMarkInput!]!,
  $statement: OrganisationStatementInput!, $level: Level!,
  $documents: [OrganisationDocumentInput!]) {
  assessOrganisation(review: $review, version: $version, marks: $marks, statement: $statement,
    level: $level, documents: $documents) {
    ... on OrganisationReview { state selfLevel version selfStatement { planned shortcomings }
      documents(first: 5) { name } assessments(first: 5) { round level marks } }
    ... on Refused { code message } } }"""
MARK = """mutation($review: ID!, $version: Int!, $marks: [OrganisationMarkInput!]!,
  $statement: OrganisationStatementInput!, $finding: OrganisationFindingInput) {
  markOrganisation(review: $review, version: $version, marks: $marks, statement: $statement,
    finding: $finding) {
    ... on OrganisationReview { computedLevel total finding { body day } steps { text } cites }
    ... on Refused { code message } } }"""
DECIDE = """mutation($round: ID!, $version: Int!, $excellent: [ID!]) {
  decideRecognition(round: $round, version: $version, excellent: $excellent, reason: "Lý do",
    decision: {number: "12/QĐ-UBND", day: "2026-12-05"}) {
    ... on RecognitionRound { state places candidates steps { text cite } allowedActions
      reviews(first: 5) { level } }
    ... on Refused { code message } } }"""
ORDER = """mutation($review: ID!, $version: Int!) {
  orderOrganisationVerification(review: $review, version: $version, ground: DISUNITY, about: "x") {
    ... on OrganisationVerification { ground orderedBy { fullName } }
    ... on Refused { code message } } }"""
WAITING = """{ recognitionFlagsWaiting(first: 5) { nodes { id levelBefore levelAfter
  organisation { name } becauseOf { name } review { level flags(first: 5) { clearedAt } }
  allowedActions } } }"""
CLEAR = """mutation($flag: ID!) {
  clearRecognitionFlag(flag: $flag, version: 1, note: "Đã rà soát") {
  ... on RecognitionFlag { note allowedActions }
  ... on Refused { code message } } }"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    return platform()


async def _sent(graph: Graph, year: Year, who: str, document: str, **variables: Any) -> Any:
    request = await year.request(who)

    async def renewed() -> Request:
        return request

    ask = Ask(document, variables=variables)
    answer = await graph.respond(ask, request, year.town.database, renewed=renewed)
    told = json.loads(answer.body)
    assert "errors" not in told, told
    (payload,) = told["data"].values()
    return payload


async def _review(year: Year, unit: str) -> dict[str, Any]:
    found = await year.review(unit)
    return {"review": str(found["id"]), "version": found["version"]}


async def test_a_year_is_assessed_marked_and_decided_by_mutations(graph: Graph, year: Year) -> None:
    opened = await _sent(
        graph,
        year,
        "chair",
        "mutation($unit: ID!, $of: Int!) { openRecognition(unit: $unit, year: $of) {"
        " ... on RecognitionRound { state year } ... on Refused { code } } }",
        unit=str(year.town.units["commune"]),
        of=YEAR,
    )
    assert opened == {"state": "OPEN", "year": YEAR}
    marks = [
        {"criterion": each.code, "points": str(each.most), "reason": "Có minh chứng"}
        for each in CRITERIA
    ]
    told = {"marks": marks, "statement": STATEMENT}
    for unit, head in (("office", "chief"), ("culture", "curator")):
        said = await _sent(
            graph,
            year,
            head,
            ASSESS,
            **await _review(year, unit),
            **told,
            level="EXCELLENT",
            documents=[{"name": "Báo cáo", "sha256": "ab" * 32, "day": "2026-12-01"}],
        )
        assert (said["state"], said["selfLevel"]) == ("SUBMITTED", "EXCELLENT")
        assert said["selfStatement"] == {"planned": 100, "shortcomings": "fixed"}
        assert said["documents"] == [{"name": "Báo cáo"}]
        assert said["assessments"][0]["round"] == 1
    finding = {"about": "Bè phái", "body": "Thanh tra", "number": "7", "day": "2026-10-01"}
    office = await _sent(graph, year, "chair", MARK, **await _review(year, "office"), **told)
    assert (office["computedLevel"], office["total"]) == ("EXCELLENT", "100.00")
    assert all(step["text"] for step in office["steps"])
    assert office["cites"][0].endswith("Nghị định số 335/2025/NĐ-CP")
    culture = await _sent(
        graph, year, "chair", MARK, **await _review(year, "culture"), **told, finding=finding
    )
    assert culture["computedLevel"] == "NOT_COMPLETED"
    assert culture["finding"] == {"body": "Thanh tra", "day": "2026-10-01"}
    round = await year.round("commune")
    ids = {"round": str(round["id"]), "version": round["version"]}
    decided = await _sent(graph, year, "chair", DECIDE, **ids)
    assert (decided["state"], decided["candidates"], decided["places"]) == ("DECIDED", 1, 0)
    assert sorted(each["level"] for each in decided["reviews"]) == ["GOOD", "NOT_COMPLETED"]
    assert decided["allowedActions"] == ["PublishRecognition"]
    assert all(step["text"] and step["cite"] for step in decided["steps"])


async def test_a_refusal_comes_as_data(graph: Graph, year: Year) -> None:
    await year.open("commune", "chair")
    told = await _review(year, "office")
    refused = await _sent(graph, year, "chief", ORDER, **told)
    assert refused["code"] == "NO_SELF_RECOGNITION"
    done = await _sent(graph, year, "chair", ORDER, **told)
    assert (done["ground"], bool(done["orderedBy"]["fullName"])) == ("DISUNITY", True)


SCHEMES = """query($agency: ID!) { agency(id: $agency) { mayProposeScheme }
  organisationSchemes(agency: $agency, first: 5) { nodes { state allowedActions } } }"""
PROPOSE = """mutation($agency: ID!, $criteria: [OrganisationCriterionInput!]!) {
  proposeOrganisationScheme(agency: $agency, title: "Bộ tiêu chí 2027", criteria: $criteria) {
    ... on OrganisationScheme { state allowedActions }
    ... on Refused { code message } } }"""


async def _asked(graph: Graph, year: Year, who: str, document: str, **variables: Any) -> Any:
    request = await year.request(who)

    async def renewed() -> Request:
        return request

    ask = Ask(document, variables=variables)
    told = json.loads((await graph.respond(ask, request, year.town.database, renewed=renewed)).body)
    assert "errors" not in told, told
    return told["data"]


async def test_a_scheme_names_what_may_be_done_with_it(graph: Graph, year: Year) -> None:
    province = str(year.town.agencies["province"])
    criteria = [
        {"item": each.item, "code": each.code, "name": each.name, "most": str(each.most)}
        for each in CRITERIA
    ]
    told = {"agency": province, "criteria": criteria}
    for who, may in (("governor", False), ("officer", True), ("chair", False)):
        found = await _asked(graph, year, who, SCHEMES, agency=province)
        assert found["agency"]["mayProposeScheme"] is may, who
        proposed = await _sent(graph, year, who, PROPOSE, **told)
        assert ("code" in proposed) is not may, (who, proposed)
    both = ["ApproveOrganisationScheme", "ReturnOrganisationScheme"]
    for who, named in (("governor", both), ("officer", []), ("chair", [])):
        found = await _asked(graph, year, who, SCHEMES, agency=province)
        assert found["organisationSchemes"]["nodes"][0] == {
            "state": "PROPOSED",
            "allowedActions": named,
        }


async def test_an_agency_lists_its_rounds_and_its_own_organisations(
    graph: Graph, year: Year
) -> None:
    await year.open("commune", "chair")
    listed = """query($agency: ID!) {
      recognitionRoundsOfAgency(agency: $agency, year: 2026, first: 5) {
        nodes { reviews(first: 9) { organisation { name } } } }
      reviewsOfAgency(agency: $agency, year: 2026, first: 9) { totalCount } }"""
    agency = str(year.town.agencies["commune"])
    found = await _asked(graph, year, "chair", listed, agency=agency)
    (round,) = found["recognitionRoundsOfAgency"]["nodes"]
    assert len(round["reviews"]) == found["reviewsOfAgency"]["totalCount"] == 2
    hidden = await _asked(graph, year, "typist", listed, agency=agency)
    assert hidden["recognitionRoundsOfAgency"]["nodes"] == []
    assert hidden["reviewsOfAgency"]["totalCount"] == 0


async def test_a_flagged_result_waits_for_the_head_who_recognised_it(
    graph: Graph, year: Year
) -> None:
    await year.commune_decided(80, 80)
    await year.open("province", "governor")
    for unit in ("commune", "neighbour"):
        await year.finish(unit, 80)
    await year.decide("province", "governor")
    found = await year.review("office")
    told = {"review": found["id"], "version": found["version"], "reason": "Báo cáo sai"}
    judged = {"marks": marks(40), "statement": BEST, "decision": PAPER}
    await year.do("chair", replace_recognition, **told, **judged)
    for who in ("chair", "chief", "officer"):
        assert await _sent(graph, year, who, WAITING) == {"nodes": []}, who
    (flag,) = (await _sent(graph, year, "governor", WAITING))["nodes"]
    id = flag.pop("id")
    assert flag == {
        "levelBefore": "GOOD",
        "levelAfter": "NOT_COMPLETED",
        "organisation": {"name": (await _name(year, "commune"))},
        "becauseOf": {"name": (await _name(year, "office"))},
        "review": {"level": "GOOD", "flags": [{"clearedAt": None}]},
        "allowedActions": ["ClearRecognitionFlag"],
    }
    refused = await _sent(graph, year, "chair", CLEAR, flag=id)
    assert refused == {
        "code": "NO_SELF_RECOGNITION",
        "message": "Không ai được xét, công nhận kết quả của tổ chức do chính mình đứng đầu.",
    }
    cleared = await _sent(graph, year, "governor", CLEAR, flag=id)
    assert cleared == {"note": "Đã rà soát", "allowedActions": []}
    assert await _sent(graph, year, "governor", WAITING) == {"nodes": []}


async def _name(year: Year, unit: str) -> str:
    (row,) = await year.rows("select name from congtam.unit where id = $1", year.town.units[unit])
    name: str = row["name"]
    return name
