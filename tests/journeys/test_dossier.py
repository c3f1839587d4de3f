"""A record is read across two agencies: asked for, granted, read, seen by the person, and over."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest_asyncio

from tests.journeys.client import Answer
from tests.journeys.served import Served
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

LETTER = {"number": "12/UBND-NV", "day": TODAY, "sha256": "ab" * 32}
ENDS = TODAY + timedelta(days=14)
READ = (
    "id purpose readAt classes { year level agency } months { period }"
    " discipline { form since until } person { id }"
)
REPRIMAND = {
    "source": "ADMINISTRATIVE",
    "form": "REPRIMAND",
    "relation": "DUTY",
    "about": "Chậm giải quyết hồ sơ.",
    "actOn": date(2026, 3, 2),
    "effectiveOn": date(2026, 5, 4),
    "decision": {"number": "15/QĐ-UBND", "day": date(2026, 5, 4)},
}
LEVELS = {2022: "EXCELLENT", 2023: "GOOD", 2024: "COMPLETED", 2025: "GOOD"}
CLASS = (
    "insert into congtam.classification (id, year, round_id, agency_id, classifying_agency_id,"
    " managing_agency_id, person_id, posting_id, unit_id, office, classifying_unit_id,"
    " managing_unit_id, scoring_unit_id, quota_set, duty_group, duty_group_name, state,"
    " applied_level, decided_by, decided_at, decision_no, decision_day, notified_at)"
    " values ($1, $2, $3, $4, $4, $5, $6, $7, $8, 'member', $9, $10, $8, 'staff', '', '',"
    " 'notified', $11, $12, now(), $13, $14, now())"
)
ROUND = (
    "insert into congtam.classification_round (id, agency_id, managing_agency_id,"
    " classifying_unit_id, managing_unit_id, year, opened_at)"
    " values ($1, $2, $3, $4, $5, $6, now())"
)


@pytest_asyncio.fixture
async def site(fresh: Served) -> AsyncIterator[Served]:
    """Four years' classes of one of the commune's staff, and a decision on discipline."""
    ids = fresh.ids
    places = (
        ids.agencies["commune"],
        ids.agencies["province"],
        ids.units["commune"],
        ids.units["province"],
    )
    for year, level in LEVELS.items():
        round = uuid4()
        await fresh.owner.execute(ROUND, round, *places, year)
        await fresh.owner.execute(
            CLASS,
            uuid4(),
            year,
            round,
            *places[:2],
            ids.people["staff"],
            ids.postings["staff"],
            ids.units["office"],
            *places[2:],
            level,
            ids.people["chair"],
            f"{year}/QĐ-UBND",
            date(year, 12, 10),
        )
    told = {"person": ids.people["staff"], "ruling": REPRIMAND}
    await fresh.sign("personnel").done("recordDiscipline", **told)
    yield fresh


async def code_of(site: Served, who: str) -> str:
    found: str = await site.owner.fetchval(
        "select staff_code from congtam.person where id = $1", site.ids.people[who]
    )
    return found


async def asked(site: Served, who: str = "far_chair", **changes: Any) -> Answer:
    told = {
        "unit": site.ids.units["far"],
        "agencyCode": "H40.91",
        "staffCode": await code_of(site, "staff"),
        "purpose": "APPOINTMENT",
        "matter": "Bổ nhiệm Phó Trưởng phòng Kinh tế.",
        "document": LETTER,
        **changes,
    }
    return await site.sign(who).do("askDossier", "id version person { id }", **told)


async def reading(site: Served, who: str, dossier: str, **changes: Any) -> Answer:
    told = {
        "dossierId": dossier,
        "person": site.ids.people["staff"],
        "purpose": "APPOINTMENT",
        **changes,
    }
    return await site.sign(who).do("readDossier", READ, **told)


async def granted(site: Served) -> str:
    """Asked for by the far commune's head, granted by the commune's."""
    request = await asked(site)
    assert request["person"] is None, "who is meant is told with the grant"
    found = await site.sign("chair").ask(
        "query($agency: ID!) { dossierRequestsTo(agency: $agency, first: 5) { nodes {"
        " id version means { id } allowedActions agency { id } purpose } } }",
        agency=site.ids.agencies["commune"],
    )
    (waiting,) = found["dossierRequestsTo"]["nodes"]
    assert waiting["means"] == {"id": str(site.ids.people["staff"])}
    assert waiting["allowedActions"] == ["AnswerDossierRequest"]
    told = {"requestId": waiting["id"], "version": waiting["version"], "ends": ENDS}
    for who in ("personnel", "far_chair"):
        refused = await site.sign(who).refused("grantDossier", **told)
        assert refused["code"] == "NOT_AGENCY_HEAD", who
    done = await site.sign("chair").done("grantDossier", "id cites until", **told)
    assert done["until"] == (ENDS - timedelta(days=1)).isoformat()
    assert "Điều 35 Nghị định số 170/2025/NĐ-CP" in " ".join(done["cites"])
    opened: str = done["id"]
    return opened


async def test_a_record_is_read_for_its_purpose_and_the_person_sees_it(site: Served) -> None:
    dossier = await granted(site)
    shown = await reading(site, "far_chair", dossier)
    assert [(each["year"], each["level"]) for each in shown["classes"]] == [
        (2025, "GOOD"),
        (2024, "COMPLETED"),
        (2023, "GOOD"),
    ]
    (discipline,) = shown["discipline"]
    assert discipline == {"form": "REPRIMAND", "since": "2026-05-04", "until": "2027-05-04"}
    assert shown["months"] == []
    # The person sees who has read his record, and what was shown.
    found = await site.sign("staff").ask(
        "{ myDossierReads(first: 5) { totalCount nodes {"
        f" {READ} agency {{ id }} readBy {{ id fullName }} }} }}"
        " myDossiers(first: 5) { nodes { id isOpen purpose agency { id } } } }"
    )
    (mine,) = found["myDossierReads"]["nodes"]
    assert mine["readBy"]["id"] == str(site.ids.people["far_chair"])
    assert (mine["purpose"], mine["classes"]) == ("APPOINTMENT", shown["classes"])
    (opened,) = found["myDossiers"]["nodes"]
    assert (opened["id"], opened["isOpen"]) == (dossier, True)
    # The inspector of the agency that keeps the file sees it too; colleagues do not.
    for who, count in (("inspector", 1), ("chair", 1), ("head", 0), ("far_staff", 0)):
        found = await site.sign(who).ask(
            "query($agency: ID!) { dossierReadsFrom(agency: $agency, first: 5)"
            " { totalCount nodes { purpose } } }",
            agency=site.ids.agencies["commune"],
        )
        assert found["dossierReadsFrom"]["totalCount"] == count, who


async def test_the_record_of_a_reading_shows_the_reader_nothing_again(site: Served) -> None:
    dossier = await granted(site)
    key = {"idempotencyKey": "doc-ho-so"}
    first = await reading(site, "far_chair", dossier, **key)
    assert first["classes"]
    site.day.today = TODAY + timedelta(days=1)
    again = await reading(site, "far_chair", dossier, **key)
    assert (again["id"], again["classes"], again["discipline"]) == (first["id"], [], [])
    found = await site.sign("far_chair").ask(
        "query($id: ID!) { node(id: $id) { ... on DossierRead { id classes { year } } } }",
        id=first["id"],
    )
    assert found["node"] == {"id": first["id"], "classes": []}


async def test_nobody_reads_it_later_for_something_else_or_about_somebody_else(
    site: Served,
) -> None:
    dossier = await granted(site)
    tried = (
        ("far_chair", {"purpose": "REWARD"}, "DOSSIER_PURPOSE_NOT_ALLOWED"),
        ("far_chair", {"person": site.ids.people["head"]}, "DOSSIER_OF_ANOTHER_PERSON"),
        ("far_staff", {}, "NOT_FOUND"),
        ("province", {}, "NOT_FOUND"),
        ("chair", {}, "NO_MANDATE"),
        ("staff", {}, "NO_MANDATE"),
    )
    for who, changes, code in tried:
        refused = await reading(site, who, dossier, **changes)
        assert refused["code"] == code, who
    site.day.today = ENDS
    assert (await reading(site, "far_chair", dossier))["code"] == "DOSSIER_EXPIRED"
    # Nothing was stored of them, and each is in the audit with its code.
    assert await site.owner.fetchval("select count(*) from congtam.dossier_read") == 0
    refusals = await site.owner.fetch(
        "select refusal from congtam.audit_leaf where deed = 'ReadDossier' order by seq"
    )
    assert [row["refusal"] for row in refusals] == [
        *(code for _, _, code in tried),
        "DOSSIER_EXPIRED",
    ]


async def test_asking_tells_nobody_whether_there_is_such_a_person(site: Served) -> None:
    right, wrong = await asked(site), await asked(site, staffCode="KHONG-CO")
    assert {**right, "id": ""} == {**wrong, "id": ""}
    found = await site.sign("far_chair").ask(
        "query($agency: ID!) { dossierRequestsBy(agency: $agency, first: 5)"
        " { nodes { state means { id } person { id } allowedActions } } }",
        agency=site.ids.agencies["far"],
    )
    first, second = found["dossierRequestsBy"]["nodes"]
    assert (
        first == second == {"state": "ASKED", "means": None, "person": None, "allowedActions": []}
    )


async def test_the_person_opens_it_himself_and_closes_it_again(site: Served) -> None:
    own = {"agencyCode": "H40.92", "purpose": "TRANSFER", "ends": ENDS}
    opened = await site.sign("staff").done("openDossier", "id version", **own)
    shown = await reading(site, "far_chair", opened["id"], purpose="TRANSFER")
    assert len(shown["classes"]) == 3
    told = {"dossierId": opened["id"], "version": opened["version"], "reason": "Đổi ý."}
    selection = "revokedAt reads(first: 5) { readBy { id fullName } }"
    closed = await site.sign("staff").done("revokeDossier", selection, **told)
    (read,) = closed["reads"]
    assert read["readBy"]["id"] == str(site.ids.people["far_chair"])
    refused = await reading(site, "far_chair", opened["id"], purpose="TRANSFER")
    assert refused["code"] == "DOSSIER_REVOKED"


async def test_a_declined_request_is_answered_to_who_asked(site: Served) -> None:
    request = await asked(site)
    told = {"requestId": request["id"], "version": request["version"], "reason": "Chưa đồng ý."}
    selection = "state answer askedBy { id } dossier { id }"
    declined = await site.sign("chair").done("declineDossier", selection, **told)
    assert declined["askedBy"] == {"id": str(site.ids.people["far_chair"])}
    found = await site.sign("far_chair").ask(
        "query($id: ID!) { node(id: $id) { ... on DossierRequest { state answer answeredBy { id }"
        " person { id } dossier { id } } } }",
        id=request["id"],
    )
    assert found["node"] == {
        "state": "DECLINED",
        "answer": "Chưa đồng ý.",
        "answeredBy": {"id": str(site.ids.people["chair"])},
        "person": None,
        "dossier": None,
    }
