"""The year's classification: organisations, people, what changes afterwards, and a late head.

One story in chapters, each by the people whose step it is, over HTTP; at each step somebody else
tries it first.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.journeys.people import PEOPLE
from tests.journeys.test_forms import cells, written
from tests.journeys.year.grounds import a_ground_recorded_now_is_told_to_who_decided
from tests.journeys.year.laying import DAY, DELAY
from tests.journeys.year.people import BEST, DELAYED, MOTHER, SCORED, SET
from tests.journeys.year.saying import (
    COMMENT,
    GOOD_YEAR,
    LEAVE_OF_MOTHER,
    MEETING,
    PROPOSAL,
    SCHEME,
    STATEMENT,
    decided_organisations,
    january,
    minutes,
    organisation_marks,
    recognised,
    result_of_year,
    settled,
    swept,
)
from tests.journeys.year.story import DECISION, Story, chapter

pytest_plugins = ("tests.journeys.fixtures", "tests.journeys.year.fixtures")


@chapter(1)
async def test_the_command_adds_the_year_up_and_prepares_a_case_for_everybody(
    story: Story, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mother = story.served.ids.people[MOTHER]
    await story.done("personnel", "recordAbsence", person=mother, **LEAVE_OF_MOTHER)
    report = await story.command(monkeypatch, tmp_path, "all", "--year", "2026")
    spans = [(each["span"], each["people"], each["incomplete"]) for each in report["summed"]]
    assert spans == [("quarter", 10, 0)] * 4 + [("half_year", 10, 0)] * 2 + [("year", 10, 0)]
    assert report["cases"]["added"] == len(SET) + 1
    again = await story.command(monkeypatch, tmp_path, "all", "--year", "2026")
    assert {each["written"] for each in again["summed"]} == {0}
    assert set(again["cases"].values()) == {0}


@chapter(2)
async def test_organisations_assess_themselves_and_the_head_above_recognises_them(
    story: Story,
) -> None:
    ids = story.served.ids
    scheme = {"agency": ids.agencies["province"], "title": "Bộ tiêu chí 2026", "criteria": SCHEME}
    await story.refused("personnel", "proposeOrganisationScheme", "NO_MANDATE", **scheme)
    proposed = await story.done("nobody", "proposeOrganisationScheme", **scheme)
    approval = {
        "scheme": proposed["id"],
        "version": 1,
        "decisionNo": "01/QĐ-UBND",
        "inForceFrom": DAY,
    }
    await story.refused("nobody", "approveOrganisationScheme", "NOT_MANAGING_HEAD", **approval)
    await story.done("province", "approveOrganisationScheme", **approval)

    of_commune = {"unit": ids.units["commune"], "year": 2026}
    await story.refused("head", "openRecognition", "NOT_RECOGNISING_HEAD", **of_commune)
    await story.done("personnel", "openRecognition", **of_commune)
    await story.done("nobody", "openRecognition", unit=ids.units["province"], year=2026)
    marks = {"marks": organisation_marks(92), "statement": STATEMENT}
    office = {**await story.review("office"), **marks}
    await story.refused("neighbour", "assessOrganisation", "NOT_FOUND", level="GOOD", **office)
    await recognised(story, "office", 92, "head", "chair")
    office = {**await story.review("office"), **marks}
    await story.refused("head", "markOrganisation", "NO_SELF_RECOGNITION", **office)
    await recognised(story, "economy", 80, "neighbour", "chair")
    paper = {"decision": {"number": "19/QĐ-UBND", "day": DAY}}
    told = {**await story.recognition("commune"), **paper}
    await story.refused("vice", "decideRecognition", "NOT_FOUND", **told)
    await decided_organisations(story, "commune", "chair", "personnel")
    await recognised(story, "commune", 85, "chair", "province")
    await decided_organisations(story, "province", "province", "nobody")
    levels = await story.served.owner.fetch(
        "select u.name, r.computed_level, r.applied_level from congtam.organisation_review r"
        " join congtam.unit u on u.id = r.unit_id order by r.total desc"
    )
    # One excellent and one good: a fifth of one is no place.
    assert [tuple(row)[1:] for row in levels] == [
        ("EXCELLENT", "GOOD"),
        ("GOOD", "GOOD"),
        ("GOOD", "GOOD"),
    ]


@chapter(3)
async def test_everybody_speaks_at_his_step_and_nobody_at_anothers(story: Story) -> None:
    ids = story.served.ids
    positions = [
        row["id"]
        for row in await story.served.owner.fetch(
            "select id from congtam.job_position where code in ('CM.01', 'CM.02')"
        )
    ]
    group = {
        "agency": ids.agencies["commune"],
        "code": "TH",
        "name": "Tham mưu tổng hợp",
        "positions": positions,
        "begins": DAY,
    }
    await story.refused("personnel", "defineDutyGroup", "NOT_AGENCY_HEAD", **group)
    await story.done("chair", "defineDutyGroup", **group)
    of_commune = {"unit": ids.units["commune"], "year": 2026}
    await story.refused("head", "openClassification", "NOT_CLASSIFYING_HEAD", **of_commune)
    await story.done("personnel", "openClassification", **of_commune)

    form = {**await story.case("staff"), **GOOD_YEAR}
    await story.refused("head", "submitYearForm", "NOT_THE_PERSON", **form)
    for who in (*SET, "chair"):
        await story.done(who, "submitYearForm", **await story.case(who), **GOOD_YEAR)
    own = [(await story.case("personnel"))["case"]]
    await story.refused("personnel", "recordMinutes", "NO_SELF_CLASSIFYING", cases=own, **MEETING)
    await minutes(story, "head", *SCORED["office"])
    await minutes(story, "neighbour", "economist")
    await minutes(story, "chair", *SCORED["commune"])
    await minutes(story, "personnel", "chair")
    told = {**await story.case("vice"), **COMMENT}
    await story.refused("vice", "recordPartyComment", "NO_SELF_CLASSIFYING", **told)
    for who in (*SCORED["commune"], "chair"):
        await story.done("personnel", "recordPartyComment", **await story.case(who), **COMMENT)
    told = {**await story.case("chair"), **PROPOSAL}
    await story.refused("personnel", "proposeLevel", "NO_MANDATE", **told)
    await story.done("nobody", "proposeLevel", **told)
    for who in ("head", "neighbour"):
        await story.done("personnel", "proposeLevel", **await story.case(who), **PROPOSAL)


@chapter(4)
async def test_the_set_is_decided_once_within_the_quota_with_a_reason_for_the_choice(
    story: Story,
) -> None:
    closing = await story.set_of("commune")
    await story.refused("head", "closeClassification", "NOT_FOUND", **closing)
    board = "id groups(first: 20) { dutyGroup aboveLine good places }"
    closed = await story.done("chair", "closeClassification", board, **closing)
    (group,) = (each for each in closed["groups"] if each["dutyGroup"] == "group:TH")
    assert (group["aboveLine"], group["good"], group["places"]) == (2, 4, 1)

    told = {**await story.set_of("commune"), "decision": DECISION, "choices": []}
    await story.refused("vice", "decideClassification", "NOT_FOUND", **told)
    await story.refused("chair", "decideClassification", "CHOICE_NEEDED", **told)
    both = [(await story.case(who))["case"] for who in BEST]
    choice = {"dutyGroup": "group:TH", "chosen": both, "reason": "Nhiều sáng kiến hơn."}
    await story.refused(
        "chair", "decideClassification", "QUOTA_EXCEEDED", **{**told, "choices": [choice]}
    )
    await settled(story, "commune", "chair", choices=[{**choice, "chosen": both[:1]}])
    again = {**await story.set_of("commune"), "decision": DECISION, "choices": []}
    await story.refused("chair", "decideClassification", "CLASSIFICATION_DECIDED", **again)
    await story.done("province", "closeClassification", **await story.set_of("province"))
    await settled(story, "province", "province")

    mine = "{ myClassifications(first: 1) { nodes { appliedLevel quotaReason total } } }"
    (passed,) = (await story.sign("economist").ask(mine))["myClassifications"]["nodes"]
    assert passed == {
        "appliedLevel": "GOOD",
        "quotaReason": "Nhiều sáng kiến hơn.",
        "total": "100.00",
    }


@chapter(5)
async def test_colleagues_read_the_published_class_and_nothing_else(story: Story) -> None:
    classes = """query($agency: ID!) { publishedClasses(agency: $agency, year: 2026, first: 50) {
        nodes { level person { fullName } } } }"""
    agency = story.served.ids.agencies["commune"]
    found = (await story.sign("inspector").ask(classes, agency=agency))["publishedClasses"]
    assert len(found["nodes"]) == len(SET) + 1
    assert {"level": "EXCELLENT", "person": {"fullName": PEOPLE["staff"].name}} in found["nodes"]
    case = (await story.case("staff"))["case"]
    hidden = "query($id: ID!) { classification(id: $id) { appliedLevel total } }"
    assert (await story.sign("economist").ask(hidden, id=case))["classification"] is None
    assert (await story.sign("staff").ask(hidden, id=case))["classification"] == {
        "appliedLevel": "EXCELLENT",
        "total": "100.00",
    }


@chapter(6)
async def test_the_official_forms_have_the_figures_of_the_api(story: Story) -> None:
    ids, sheet = story.served.ids, story.served.ids.sheets["staff"]
    month = await story.row(
        "select id from congtam.unit_month where unit_id = $1 and period = $2",
        ids.units["office"],
        DELAY,
    )
    results = dict(cells(await story.printed("staff", f"sheet/{sheet}.xlsx"), "Kết quả"))
    assert Decimal(str(results["Tổng điểm"])) == Decimal("100.00")
    summary = cells(await story.printed("head", f"unit_month/{month['id']}.xlsx"), "Tổng hợp")
    assert {row[1]: str(row[5]) for row in summary}[PEOPLE[DELAYED].name] == "74.17"

    case = (await story.case(MOTHER))["case"]
    form = await story.printed(MOTHER, f"classification/{case}.xlsx")
    rows = cells(form, "Kết quả")
    year = await result_of_year(story, MOTHER)
    assert Decimal(str(rows[-1][1])) == Decimal(year["total"])
    assert rows[2][2] == "nghỉ thai sản"
    assert rows[11][2] == "điểm tạm tính"
    told = written(await story.printed(MOTHER, f"classification/{case}.docx"))
    assert "345/QĐ-UBND" in told
    assert "BẢN DỰ THẢO" not in told

    round = (await story.set_of("commune"))["round"]
    listed = cells(await story.printed("personnel", f"publication/{round}.xlsx"), "Công khai")
    assert {row[1]: row[4] for row in listed}[PEOPLE["staff"].name] == (
        "Hoàn thành xuất sắc nhiệm vụ"
    )
    assert len(listed) == len(SET)


@chapter(7)
async def test_a_class_is_replaced_from_above_and_the_free_place_answers_a_petition(
    story: Story,
) -> None:
    case = (await story.case("economist"))["case"]
    filing = {"classification": case, "text": "Kết quả của tôi cũng đạt 100 điểm."}
    await story.refused("staff", "petitionClass", "NOT_FOUND", **filing)
    filed = await story.done("economist", "petitionClass", "id oldLevel", **filing)
    story.petitions["class"] = filed["id"]
    opinion = {"text": "Đề nghị xem xét khi còn chỉ tiêu."}
    await story.done("personnel", "givePetitionOpinion", **await story.petition("class"), **opinion)
    decision = {"decision": DECISION, "level": "EXCELLENT", "reason": "Kết quả nổi trội."}
    upheld = {**await story.petition("class"), **decision}
    await story.refused("head", "upholdClassPetition", "NOT_FOUND", **upheld)
    await story.refused("chair", "upholdClassPetition", "NO_FREE_PLACE", **upheld)

    lower = {**decision, "level": "GOOD", "reason": "Sáng kiến đã kê khai không có thật."}
    replaced = {**await story.case("staff"), **lower}
    await story.refused("chair", "replaceClassification", "NOT_MANAGING_HEAD", **replaced)
    edition = "id edition appliedLevel replaces { id }"
    told = await story.done("province", "replaceClassification", edition, **replaced)
    assert (told["edition"], told["appliedLevel"]) == (2, "GOOD")
    signed = written(await story.printed("province", f"classification/{told['id']}.docx"))
    assert PEOPLE["province"].name in signed
    assert PEOPLE["chair"].name not in signed
    flags = await story.served.owner.fetch(
        "select kind from congtam.review_flag where classification_id = $1 order by kind",
        told["replaces"]["id"],
    )
    assert [row["kind"] for row in flags] == ["bonus", "national_database", "party_rating"]

    await story.done("chair", "upholdClassPetition", **upheld)
    mine = "{ myClassifications(first: 2) { nodes { edition appliedLevel } } }"
    nodes = (await story.sign("economist").ask(mine))["myClassifications"]["nodes"]
    assert {"edition": 2, "appliedLevel": "EXCELLENT"} in nodes
    await a_ground_recorded_now_is_told_to_who_decided(story)


@chapter(8)
async def test_an_overdue_head_is_escalated_once_and_his_superior_decides_what_it_costs(
    story: Story,
) -> None:
    await january(story, date(2027, 1, 4))
    assert (await swept(story)).escalated == 0
    story.served.day.today = date(2027, 1, 7)
    once, again = await swept(story), await swept(story)
    assert (once.escalated, once.breaches) == (1, 1)
    assert (again.escalated, again.breaches, again.notices) == (0, 0, 0)

    waits = "{ dutiesEscalatedToMe(first: 9) { nodes { kind unit { name } } } }"
    (duty,) = (await story.sign("chair").ask(waits))["dutiesEscalatedToMe"]["nodes"]
    assert duty == {"kind": "ASSIGN_WORK", "unit": {"name": "Phòng Kinh tế"}}
    breach = await story.row("select id, version from congtam.breach")
    told = {"breach": breach["id"], "version": breach["version"], "reason": "Không có lý do."}
    await story.refused("neighbour", "acceptBreach", "NO_SELF_SCORING", **told)
    await story.refused("head", "acceptBreach", "NOT_FOUND", **told)
    await story.done("chair", "acceptBreach", **told)
    cost = await story.row(
        "select d.points, d.criterion, s.period from congtam.deduction d"
        " join congtam.sheet s on s.id = d.sheet_id where s.person_id = $1",
        story.served.ids.people["neighbour"],
    )
    assert tuple(cost) == (Decimal("0.5"), "II.3", date(2027, 1, 1))
