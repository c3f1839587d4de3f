"""A year's classification through the contract: what each person is told of it."""

import json
from typing import Any

import pytest_asyncio

from gateway.database import PgDatabase
from gateway.graph import Ask
from gateway.postgres.roles import Connection
from resolvers import classification as deeds
from resolvers.classification import Ground
from resolvers.core.request import Request
from tests.graph.fixture_world import Counted
from tests.graphs import platform
from tests.resolvers.cast import build
from tests.resolvers.classification.year import COMMUNE, DAY, DECISION, Year
from tests.resolvers.classification.year import build as build_year
from tests.resolvers.town import build as build_town

CASE = """{
    year state office selfLevel selfText proposedLevel total computedLevel lawfulLevel
    appliedLevel quotaReason decisionNo edition allowedActions cites
    steps { text value cite } waitsFor { code text } person { fullName } round { state }
    forms(first: 5) { round level } papers(first: 5) { kind number sha256 attended }
    result { total } replaces { id }
}"""
SET = """{
    state decisionNo allowedActions unit { name }
    groups(first: 20) { dutyGroup name aboveLine good share reading places placesStrict
        placesInitial placesBroad outcome chosen reason steps { text } cites
        candidates(first: 9) { nodes { id } } }
    cases(first: 50) { totalCount nodes { person { fullName } appliedLevel } }
}"""
DISCIPLINE = Ground(
    "duty_discipline",
    DAY.replace(month=6),
    "Chậm giải quyết hồ sơ.",
    source="administrative",
    form="reprimand",
    decision=DECISION,
)


@pytest_asyncio.fixture
async def year(database: PgDatabase, owner: Connection) -> Year:
    return await build_year(await build(await build_town(database, owner)))


async def ask(year: Year, who: str, document: str, **variables: Any) -> Any:
    """What somebody is answered; a read takes one statement."""
    request = await year.cast.request(who, DAY)

    async def renewed() -> Request:
        return request

    counted = Counted(year.cast.town.database)
    told = json.loads(json.dumps(variables, default=str))
    answer = await platform().respond(
        Ask(document, variables=told), request, counted, renewed=renewed
    )
    found = json.loads(answer.body)
    assert "errors" not in found, found["errors"]
    if document.startswith("query"):
        assert len(counted.statements) == 1
    return found["data"]


async def test_each_reads_of_a_case_what_is_his_to_know(year: Year) -> None:
    clerk = year.cast.town.people["clerk"]
    await year.do("officer", deeds.record_disqualifier, person=clerk, ground=DISCIPLINE)
    id = await year.decided({"clerk": "95.00"}, published=False)
    reading = f"query($id: ID!) {{ classification(id: $id) {CASE} }}"
    case = (await year.case("clerk"))["id"]

    async def told(who: str) -> Any:
        return (await ask(year, who, reading, id=case))["classification"]

    draft = await told("chair")
    assert (draft["computedLevel"], draft["appliedLevel"]) == ("EXCELLENT", "NOT_COMPLETED")
    assert draft["total"] == "95.00"
    assert "điểm c khoản 4 Điều 20 Nghị định số 335/2025/NĐ-CP" in draft["cites"]
    before = await told("clerk")
    hidden = ("total", "computedLevel", "lawfulLevel", "appliedLevel", "decisionNo")
    assert [before[name] for name in hidden] == [None] * 5
    assert (before["steps"], before["cites"], before["forms"]) == (
        [],
        [],
        [{"round": 1, "level": "GOOD"}],
    )
    await year.publish(id)
    assert (await told("clerk"))["appliedLevel"] == "NOT_COMPLETED"
    assert [step["value"] for step in (await told("clerk"))["steps"]][-1] == "NOT_COMPLETED"
    chief = await told("chief")
    assert (chief["appliedLevel"], chief["steps"], chief["cites"]) == ("NOT_COMPLETED", [], [])
    assert [await told(who) for who in ("typist", "curator", "stranger")] == [None] * 3


async def test_colleagues_read_the_class_and_find_nothing_else(year: Year) -> None:
    await year.decided({"clerk": "95.00"})
    classes = "query($agency: ID!) { publishedClasses(agency: $agency, year: 2026, first: 50) {"
    classes += " totalCount nodes { level year person { fullName } } } }"
    agency = year.cast.town.agencies["commune"]
    found = (await ask(year, "typist", classes, agency=agency))["publishedClasses"]
    assert found["totalCount"] == len(COMMUNE)
    assert {"level": "EXCELLENT", "year": 2026, "person": {"fullName": "Hồ Văn Ẩn"}} in found[
        "nodes"
    ]
    assert (await ask(year, "stranger", classes, agency=agency))["publishedClasses"] == {
        "totalCount": 0,
        "nodes": [],
    }
    others = "query($person: ID!) { classificationsOfPerson(person: $person, first: 5) {"
    others += " totalCount } registerOf(person: $person, first: 5) { totalCount } }"
    clerk = year.cast.town.people["clerk"]
    assert await ask(year, "typist", others, person=clerk) == {
        "classificationsOfPerson": {"totalCount": 0},
        "registerOf": {"totalCount": 0},
    }


async def test_the_board_shows_places_by_reading_and_the_choice(year: Year) -> None:
    await year.results({"clerk": "95.00", "typist": "94.00"})
    await year.one_group()
    id = await year.open()
    await year.ready(*COMMUNE)
    await year.close(id)
    reading = f"query($id: ID!) {{ classificationRound(id: $id) {SET} }}"
    board = (await ask(year, "chair", reading, id=id))["classificationRound"]
    whole, group = board["groups"]
    assert (group["dutyGroup"], group["aboveLine"], group["good"]) == ("group:TH", 2, 7)
    places = [group[f"places{name}"] for name in ("", "Strict", "Initial", "Broad")]
    assert places == [1, 1, 1, 1]
    assert (whole["dutyGroup"], group["share"], group["chosen"]) == ("", "0.20", None)
    assert board["allowedActions"] == ["DecideClassification", "ReopenClassification"]
    decide = """mutation($round: ID!, $version: Int!, $case: ID!) {
        decideClassification(round: $round, version: $version,
            decision: {number: "345/QĐ-UBND", day: "2026-12-08"},
            choices: [{dutyGroup: "group:TH", chosen: [$case], reason: "Nhiều sáng kiến."}])
        { ... on Refused { code message } ... on ClassificationRound { state decisionNo
            groups(first: 5) { dutyGroup chosen reason } } } }"""
    assert (group["outcome"], whole["candidates"]["nodes"]) == ("CHOICE", [])
    above = {str((await year.case(name))["id"]) for name in ("clerk", "typist")}
    assert {each["id"] for each in group["candidates"]["nodes"]} == above
    clerks = (await ask(year, "officer", reading, id=id))["classificationRound"]["groups"][1]
    assert {each["id"] for each in clerks["candidates"]["nodes"]} == above
    told = {**await year.round(id), "case": (await year.case("typist"))["id"]}
    decided = (await ask(year, "chair", decide, **told))["decideClassification"]
    assert (decided["state"], decided["decisionNo"]) == ("DECIDED", "345/QĐ-UBND")
    assert decided["groups"][1] == {
        "dutyGroup": "group:TH",
        "chosen": 1,
        "reason": "Nhiều sáng kiến.",
    }
    told["version"] += 1
    again = (await ask(year, "chair", decide, **told))["decideClassification"]
    assert again["code"] == "CLASSIFICATION_DECIDED"


async def test_open_cases_say_what_they_wait_for(year: Year) -> None:
    await year.results({})
    id = await year.open()
    await year.ready(*(name for name in COMMUNE if name != "vice"))
    await year.submit("vice")
    reading = """query($round: ID!) { openCases(round: $round, first: 50) { nodes {
        person { fullName } state waitsFor { code text } } } }"""
    (found,) = (await ask(year, "chair", reading, round=id))["openCases"]["nodes"]
    assert found == {
        "person": {"fullName": "Đặng Văn Phúc"},
        "state": "SELF_REVIEWED",
        "waitsFor": [
            {"code": "MINUTES", "text": "biên bản họp"},
            {"code": "COMMENT", "text": "nhận xét của cấp ủy"},
        ],
    }


async def test_minutes_are_recorded_for_several_at_once(year: Year) -> None:
    await year.results({})
    await year.open()
    for name in ("clerk", "typist"):
        await year.submit(name)
    record = """mutation($cases: [ID!]!) { recordMinutes(cases: $cases, summoned: 9, attended: 8,
        passed: true, document: {number: "12/BB", day: "2026-12-04", sha256: null})
        { ... on Refused { code message } ... on RecordMinutesPayload { cases {
            state papers(first: 2) { kind attended } } } } }"""
    cases = [(await year.case(name))["id"] for name in ("clerk", "typist")]
    done = (await ask(year, "chief", record, cases=cases))["recordMinutes"]
    expected = {"state": "DISCUSSED", "papers": [{"kind": "minutes", "attended": 8}]}
    assert done == {"cases": [expected, expected]}


async def test_the_register_and_the_groups_are_read_by_those_concerned(year: Year) -> None:
    clerk = year.cast.town.people["clerk"]
    await year.do("officer", deeds.record_disqualifier, person=clerk, ground=DISCIPLINE)
    await year.one_group()
    mine = "query { myRegister(first: 5) { nodes { kind form decisionNo decisionSha256 } } }"
    (record,) = (await ask(year, "clerk", mine))["myRegister"]["nodes"]
    assert record == {
        "kind": "DUTY_DISCIPLINE",
        "form": "REPRIMAND",
        "decisionNo": "345/QĐ-UBND",
        "decisionSha256": "cd" * 32,
    }
    groups = "query($agency: ID!) { dutyGroups(agency: $agency, first: 5) { code"
    groups += " positions(first: 5) { code } } }"
    agency = year.cast.town.agencies["commune"]
    assert (await ask(year, "clerk", groups, agency=agency))["dutyGroups"] == [
        {"code": "TH", "positions": [{"code": "CV"}]}
    ]


async def test_flags_are_read_by_the_personnel_body(year: Year) -> None:
    await year.decided()
    told = {"level": "COMPLETED", "reason": "Báo cáo sai.", "decision": DECISION}
    await year.do("governor", deeds.replace_classification, **await year.at("clerk"), **told)
    reading = """query($agency: ID!) { reviewFlags(agency: $agency, first: 5) { nodes {
        kind person { fullName } classification { edition appliedLevel } } } }"""
    agency = year.cast.town.agencies["commune"]
    found = (await ask(year, "officer", reading, agency=agency))["reviewFlags"]["nodes"]
    assert {flag["kind"] for flag in found} == {"PARTY_RATING", "BONUS", "NATIONAL_DATABASE"}
    assert found[0]["classification"] == {"edition": 1, "appliedLevel": "GOOD"}
    assert (await ask(year, "typist", reading, agency=agency))["reviewFlags"]["nodes"] == []


async def test_nobody_reads_among_the_candidates_that_he_is_one(year: Year) -> None:
    await year.results({"officer": "95.00", "typist": "94.00"})
    await year.one_group()
    id = await year.open()
    await year.ready(*COMMUNE)
    await year.close(id)
    reading = f"query($id: ID!) {{ classificationRound(id: $id) {SET} }}"
    group = (await ask(year, "officer", reading, id=id))["classificationRound"]["groups"][1]
    typist = str((await year.case("typist"))["id"])
    assert (group["aboveLine"], group["candidates"]["nodes"]) == (2, [{"id": typist}])


async def test_decided_classes_are_listed_for_who_decided_and_who_alone_replaces(
    year: Year,
) -> None:
    await year.decided({"clerk": "95.00"})
    told = {"level": "COMPLETED", "reason": "Báo cáo sai.", "decision": DECISION}
    await year.do("governor", deeds.replace_classification, **await year.at("clerk"), **told)
    reading = """query($agency: ID!, $replaced: Boolean) {
        decidedClassifications(agency: $agency, year: 2026, replaced: $replaced, first: 50) {
            totalCount nodes { appliedLevel edition
                replaces { appliedLevel flags(first: 5) { kind allowedActions } } } }
        classificationRoundsManaged(agency: $agency, year: 2026, first: 5) {
            nodes { agency { name } } } }"""
    commune, province = (year.cast.town.agencies[name] for name in ("commune", "province"))
    listed = await ask(year, "chair", reading, agency=commune)
    assert listed["decidedClassifications"]["totalCount"] == len(COMMUNE)
    assert listed["classificationRoundsManaged"]["nodes"] == []
    first = await ask(year, "chair", reading, agency=commune, replaced=False)
    assert first["decidedClassifications"]["totalCount"] == len(COMMUNE) - 1
    above = await ask(year, "governor", reading, agency=province, replaced=True)
    (found,) = above["decidedClassifications"]["nodes"]
    assert (found["appliedLevel"], found["edition"]) == ("COMPLETED", 2)
    assert found["replaces"]["appliedLevel"] == "EXCELLENT"
    assert len(above["classificationRoundsManaged"]["nodes"]) == 1
    own = await ask(year, "typist", reading, agency=commune)
    assert own["decidedClassifications"]["totalCount"] == 1
    none = await ask(year, "stranger", reading, agency=commune)
    assert none["decidedClassifications"]["totalCount"] == 0
    own = await ask(year, "officer", reading, agency=commune, replaced=True)
    flags = own["decidedClassifications"]["nodes"][0]["replaces"]["flags"]
    assert flags == [
        {"kind": kind, "allowedActions": ["ClearReviewFlag"]}
        for kind in ("BONUS", "NATIONAL_DATABASE", "PARTY_RATING")
    ]


async def test_a_unit_says_who_may_begin_its_year(year: Year) -> None:
    reading = """query($agency: ID!) { decidingUnits(agency: $agency, first: 5) {
        nodes { name mayOpenClassification mayOpenRecognition } } }"""
    agency = year.cast.town.agencies["commune"]
    may = {"mayOpenClassification": True, "mayOpenRecognition": True}
    for who in ("chair", "officer"):
        (unit,) = (await ask(year, who, reading, agency=agency))["decidingUnits"]["nodes"]
        assert {name: unit[name] for name in may} == may, who
        assert await year.open(who) is not None
    for who in ("chief", "governor"):
        (unit,) = (await ask(year, who, reading, agency=agency))["decidingUnits"]["nodes"]
        assert not any(unit[name] for name in may), who
        told = {"unit": year.cast.town.units["commune"], "year": 2026}
        refused = await year.refused(who, deeds.open_classification, **told)
        assert refused.code == "NOT_CLASSIFYING_HEAD"


async def test_a_case_tells_the_grounds_on_record_to_those_who_may_read_them(year: Year) -> None:
    clerk = year.cast.town.people["clerk"]
    await year.do("officer", deeds.record_disqualifier, person=clerk, ground=DISCIPLINE)
    await year.results({})
    await year.open()
    case = (await year.case("clerk"))["id"]
    reading = "query($id: ID!) { classification(id: $id) { register(first: 5) { kind form } } }"
    recorded = [{"kind": "DUTY_DISCIPLINE", "form": "REPRIMAND"}]
    assert (await ask(year, "chair", reading, id=case))["classification"]["register"] == recorded
