"""A set that is not complete cannot be closed, and the refusal names who is open and why."""

from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from resolvers import classification as deeds
from resolvers.classification import Ground
from resolvers.core.documents import Document
from tests.resolvers.classification.year import COMMUNE, DECISION, Year
from tests.resolvers.town import person, posting

CLERK, CHIEF = "Hồ Văn Ẩn", "Lê Hoàng Ân"
SUSPENDED = Ground("suspension", date(2026, 5, 4), "Tạm đình chỉ 15 ngày.", decision=DECISION)


@pytest_asyncio.fixture
async def ready(year: Year) -> Year:
    """The commune's set, in which every case has come to its last step."""
    await year.results({})
    await year.open()
    await year.ready(*COMMUNE)
    return year


async def _round(year: Year) -> Any:
    (row,) = await year.cast.rows("classification_round")
    return row["id"]


async def _open_cases(year: Year) -> str:
    refusal = await year.refused(
        "chair", deeds.close_classification, **await year.round(await _round(year))
    )
    assert refusal.code == "CLASSIFICATION_INCOMPLETE"
    assert refusal.message("vi").startswith("Chưa thể chốt danh sách")
    return str(refusal.message("en"))


async def test_a_complete_set_is_closed_and_its_places_are_counted(ready: Year) -> None:
    await ready.close(await _round(ready))
    (row,) = await ready.cast.rows("classification_round")
    assert (row["state"], bool(row["fingerprint"])) == ("closed", True)
    cases = await ready.cast.rows("classification")
    assert {(row["computed_level"], row["lawful_level"]) for row in cases} == {("GOOD", "GOOD")}
    assert {row["applied_level"] for row in cases} == {None}
    groups = await ready.cast.rows("round_group")
    assert {(row["duty_group"], row["rated"]) for row in groups} == {
        ("", 9),
        ("office:head", 3),
        ("office:deputy", 2),
        ("office:member", 4),
    }


async def test_steps_that_were_not_taken_are_named(year: Year) -> None:
    await year.results({})
    await year.open()
    await year.ready(*(name for name in COMMUNE if name not in ("clerk", "chief")))
    await year.submit("chief")
    said = await _open_cases(year)
    assert "2 cases are open" in said
    assert f"{CLERK} (form 02, minutes of the meeting)" in said
    waits = "minutes of the meeting, Party committee's comment, personnel body's proposal"
    assert f"{CHIEF} ({waits})" in said


async def test_a_missing_result_and_months_without_a_score_are_named(year: Year) -> None:
    await year.results({})
    await year.result("typist", None)
    await year.open()
    await year.ready(*COMMUNE)
    assert "Bùi Gia Bảo (months without a score)" in await _open_cases(year)


async def test_a_month_without_a_score_is_named_with_who_owes_it(year: Year) -> None:
    await year.results({})
    id, town = await year.result("typist", None), year.cast.town
    missing = [{"because": "NOT_SIGNED", "days": 31, "unit": str(town.units["office"])}]
    await town.owner.execute(
        "update congtam.result set entries = $1 where id = $2",
        [{"period": "2026-03-01", "days": 31, "standing": "missing", "missing": missing}],
        id,
    )
    await year.open()
    await year.ready(*COMMUNE)
    said = await _open_cases(year)
    assert f"Bùi Gia Bảo (months without a score: 2026-03 – office – {CHIEF})" in said


async def test_a_result_that_was_computed_anew_is_taken_over_first(ready: Year) -> None:
    await ready.result("clerk", "65.00")
    assert f"{CLERK} (result to be computed anew)" in await _open_cases(ready)
    await ready.open()
    await ready.close(await _round(ready))
    assert (await ready.case("clerk"))["computed_level"] == "COMPLETED"


async def test_a_result_whose_facts_changed_is_named(ready: Year) -> None:
    town = ready.cast.town
    await town.owner.execute(
        "insert into congtam.absence (id, agency_id, scoring_unit_id, person_id, kind, during,"
        " document_no, recorded_by, recorded_at) values (gen_random_uuid(), $1, $2, $3, 'sick',"
        " daterange('2026-05-01', '2026-05-10'), '1', $4, now())",
        town.agencies["commune"],
        town.units["office"],
        town.people["clerk"],
        town.people["officer"],
    )
    assert f"{CLERK} (result to be computed anew)" in await _open_cases(ready)


async def test_a_head_waits_for_his_organisation(ready: Year) -> None:
    await ready.cast.town.owner.execute(
        "update congtam.organisation_review set state = 'open' where unit_id = $1",
        ready.cast.town.units["office"],
    )
    said = await _open_cases(ready)
    assert "1 cases are open" in said
    assert f"{CHIEF} (class of the organisation)" in said


async def test_somebody_who_came_and_somebody_who_went_are_named(ready: Year) -> None:
    town = ready.cast.town
    town.people["new"] = await person(town, "Lâm Thị Mới", town.agencies["commune"])
    await posting(town, "new", "office", "member", begins=date(2026, 12, 1))
    await town.owner.execute(
        "update congtam.posting set during = daterange(lower(during), '2026-12-01') where id = $1",
        town.postings["clerk"],
    )
    said = await _open_cases(ready)
    assert "Lâm Thị Mới (no case: prepare the set again)" in said
    assert f"{CLERK} (changed post: prepare the set again, result to be computed anew)" in said


async def test_a_suspension_is_weighed_by_a_person_with_a_reason(ready: Year) -> None:
    """Vector V16: a ground to consider; it changes nothing by itself."""
    year = ready
    clerk = year.cast.town.people["clerk"]
    await year.do("officer", deeds.record_disqualifier, person=clerk, ground=SUSPENDED)
    assert f"{CLERK} (decision on a suspension)" in await _open_cases(year)
    told = {"counts": True, "reason": "Vi phạm làm gián đoạn công việc của bộ phận."}
    await year.do("chair", deeds.consider_suspension, **await year.at("clerk"), **told)
    await year.close(await _round(year))
    case = await year.case("clerk")
    assert (case["computed_level"], case["lawful_level"]) == ("GOOD", "NOT_COMPLETED")
    assert "Decree 170/2025/NĐ-CP, art. 56(5)(b)" in case["cites"]


@pytest.mark.parametrize("who", ["chief", "officer", "clerk"])
async def test_a_suspension_is_weighed_by_the_classifying_head(ready: Year, who: str) -> None:
    told = {"counts": False, "reason": "Không."}
    refusal = await ready.refused(who, deeds.consider_suspension, **await ready.at("clerk"), **told)
    assert refusal.code in ("NOT_CLASSIFYING_HEAD", "NO_SELF_CLASSIFYING")


async def test_a_suspension_that_does_not_count_leaves_the_level(ready: Year) -> None:
    clerk = ready.cast.town.people["clerk"]
    await ready.do("officer", deeds.record_disqualifier, person=clerk, ground=SUSPENDED)
    told = {"counts": False, "reason": "Kết luận không có vi phạm."}
    await ready.do("chair", deeds.consider_suspension, **await ready.at("clerk"), **told)
    await ready.close(await _round(ready))
    assert (await ready.case("clerk"))["lawful_level"] == "GOOD"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("chief", "NOT_FOUND"),
        ("governor", "NOT_CLASSIFYING_HEAD"),
        ("officer", "NOT_CLASSIFYING_HEAD"),
        ("stranger", "NOT_FOUND"),
        ("clerk", "NOT_FOUND"),
    ],
)
async def test_nobody_but_the_classifying_head_closes_it(ready: Year, who: str, code: str) -> None:
    refusal = await ready.refused(
        who, deeds.close_classification, **await ready.round(await _round(ready))
    )
    assert refusal.code == code


async def test_cases_of_a_closed_set_stand_still_until_it_is_opened_again(ready: Year) -> None:
    id = await _round(ready)
    await ready.close(id)
    told = {"document": Document("8", date(2026, 12, 6))}
    refusal = await ready.refused(
        "officer", deeds.record_party_comment, **await ready.at("vice"), **told
    )
    assert refusal.code == "CLASSIFICATION_NOT_OPEN"
    again = {"reason": "Bổ sung nhận xét của cấp ủy."}
    await ready.do("chair", deeds.reopen_classification, **await ready.round(id), **again)
    assert (await ready.case("vice"))["lawful_level"] is None
    await ready.comment("vice")
    await ready.close(id)


async def test_an_empty_set_is_not_closed(year: Year) -> None:
    id = await year.open()
    for name in COMMUNE:
        told = {"reason": "Lập nhầm."}
        await year.do("chair", deeds.withdraw_case, **await year.at(name), **told)
    refusal = await year.refused("chair", deeds.close_classification, **await year.round(id))
    assert refusal.code == "NOBODY_TO_CLASSIFY"
