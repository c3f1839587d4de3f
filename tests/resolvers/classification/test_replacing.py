"""A decided case is decided anew from above or after a petition; the earlier edition is kept."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from resolvers import classification as deeds
from resolvers.core.documents import Document
from tests.resolvers.classification.year import DECISION, Year
from tests.resolvers.town import mandate

NEW = Document("12/QĐ-UBND", date(2027, 3, 10), sha256="ee" * 32)
LATER = date(2027, 3, 10)
TOTALS = ("92.00", "91.00", *["80.00"] * 9, "60.00")
"""Two above the line, nine good: one place."""


@pytest_asyncio.fixture
async def decided(year: Year) -> Year:
    """The neighbour's set, decided and published; o1 is excellent."""
    id = await year.officers(*TOTALS)
    await year.close(id, by="stranger")
    await year.decide(id, await year.chosen("o1"), by="stranger")
    await year.publish(id, by="stranger")
    return year


def _told(level: str, **more: Any) -> dict[str, Any]:
    return {
        "level": level,
        "reason": "Phát hiện báo cáo không trung thực.",
        "decision": NEW,
        **more,
    }


async def _replace(year: Year, name: str, level: str, by: str = "governor") -> UUID:
    done: UUID = await year.do(
        by, deeds.replace_classification, **await year.at(name), **_told(level), today=LATER
    )
    return done


async def _refused(year: Year, name: str, level: str, by: str = "governor") -> str:
    refusal = await year.refused(
        by, deeds.replace_classification, **await year.at(name), **_told(level), today=LATER
    )
    return str(refusal.code)


class TestVector21:
    async def test_the_new_decision_takes_the_place_of_the_old_one(self, decided: Year) -> None:
        """Decided good; in March a false report is found, recomputed 66.0: completed."""
        year, old = decided, await decided.case("o3")
        result = await year.result("o3", "66.00")
        id = await _replace(year, "o3", "COMPLETED")
        new, before = await year.case("o3"), await year.cast.row("classification", old["id"])
        assert (new["id"], new["edition"], new["replaces_id"]) == (id, 2, old["id"])
        assert (new["applied_level"], new["computed_level"]) == ("COMPLETED", "COMPLETED")
        assert (new["result_id"], new["decision_no"]) == (result, "12/QĐ-UBND")
        assert (before["applied_level"], before["replaced_reason"]) == (
            "GOOD",
            _told("")["reason"],
        )
        assert before["replaced_at"] is not None
        assert new["steps"][-1]["key"] == "class_replaced"
        assert new["notified_at"] == new["decided_at"]

    async def test_what_hung_on_the_old_one_is_flagged_until_somebody_looked(
        self, decided: Year
    ) -> None:
        year, old = decided, await decided.case("o3")
        await _replace(year, "o3", "COMPLETED")
        flags = await year.cast.rows("review_flag")
        assert {(flag["kind"], flag["classification_id"]) for flag in flags} == {
            (kind, old["id"]) for kind in ("party_rating", "bonus", "national_database")
        }
        town = year.cast.town
        await mandate(town, "registrar", "personnel_officer", "neighbour")
        told = {"flag": flags[0]["id"], "note": "Đã đồng bộ lại."}
        await year.do("registrar", deeds.clear_review_flag, version=1, **told, today=LATER)
        refusal = await year.refused(
            "registrar", deeds.clear_review_flag, version=2, **told, today=LATER
        )
        assert refusal.code == "RECORD_ENDED"
        refusal = await year.refused(
            "stranger", deeds.clear_review_flag, version=2, **told, today=LATER
        )
        assert refusal.code == "NOT_FOUND"

    async def test_the_published_class_follows(self, decided: Year) -> None:
        await _replace(decided, "o3", "COMPLETED")
        rows = await decided.cast.rows(
            "published_class", "person_id = $1", decided.cast.town.people["o3"]
        )
        assert [(row["level"], row["replaced_at"] is None) for row in rows] == [
            ("GOOD", False),
            ("COMPLETED", True),
        ]


class TestReplacing:
    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("stranger", "NOT_MANAGING_HEAD"),
            ("registrar", "NOT_FOUND"),
            ("chair", "NOT_FOUND"),
            ("o3", "NO_SELF_CLASSIFYING"),
            ("o4", "NOT_FOUND"),
        ],
    )
    async def test_is_the_managing_heads_alone(self, decided: Year, who: str, code: str) -> None:
        assert await _refused(decided, "o3", "COMPLETED", by=who) == code

    async def test_never_goes_above_the_law(self, decided: Year) -> None:
        assert await _refused(decided, "o3", "EXCELLENT") == "LEVEL_ABOVE_THE_LAW"
        await decided.result("o3", "49.99")
        assert await _refused(decided, "o3", "COMPLETED") == "LEVEL_ABOVE_THE_LAW"

    async def test_into_the_excellent_needs_a_free_place(self, decided: Year) -> None:
        year = decided
        assert await _refused(year, "o2", "EXCELLENT") == "NO_FREE_PLACE"
        await _replace(year, "o1", "GOOD")
        await _replace(year, "o2", "EXCELLENT")
        levels = await year.levels()
        assert (levels["o1"], levels["o2"]) == ("GOOD", "EXCELLENT")
        board = await year.cast.rows("round_group", "duty_group <> ''")
        assert [(row["chosen"], row["places"]) for row in board] == [(1, 1)]

    async def test_counts_the_group_anew(self, decided: Year) -> None:
        await _replace(decided, "o4", "COMPLETED")
        (board,) = await decided.cast.rows("round_group", "duty_group <> ''")
        assert (board["good"], board["above_line"], board["rated"]) == (8, 2, 12)

    async def test_of_an_edition_that_was_replaced_is_refused(self, decided: Year) -> None:
        old = await decided.at("o3")
        await _replace(decided, "o3", "COMPLETED")
        old["version"] += 1
        refusal = await decided.refused(
            "governor", deeds.replace_classification, **old, **_told("COMPLETED"), today=LATER
        )
        assert refusal.code == "CASE_REPLACED"

    async def test_of_a_case_that_is_not_decided_is_refused(self, year: Year) -> None:
        id = await year.officers("80.00")
        assert await _refused(year, "o1", "GOOD") == "CASE_NOT_DECIDED"
        await year.close(id, by="stranger")
        assert await _refused(year, "o1", "GOOD") == "CASE_NOT_DECIDED"

    async def test_before_the_notice_keeps_the_notice_waiting(self, year: Year) -> None:
        id = await year.officers("80.00")
        await year.close(id, by="stranger")
        await year.decide(id, by="stranger")
        await _replace(year, "o1", "COMPLETED")
        case = await year.case("o1")
        assert (case["state"], case["notified_at"]) == ("decided", None)
        await year.publish(id, by="stranger")
        (row,) = await year.cast.rows("published_class")
        assert (row["level"], row["classification_id"]) == ("COMPLETED", case["id"])

    async def test_keeps_the_decisions_reference_and_tells_the_audit(self, decided: Year) -> None:
        id = await _replace(decided, "o3", "COMPLETED")
        (paper,) = await decided.cast.rows("case_paper")
        assert (paper["classification_id"], paper["kind"], paper["number"]) == (
            id,
            "decision",
            "12/QĐ-UBND",
        )
        (leaf,) = await decided.cast.leaves("replace_classification")
        assert (leaf["before"]["applied_level"], leaf["after"]["applied_level"]) == (
            "GOOD",
            "COMPLETED",
        )
        assert leaf["rule"] == "managing-head-replaces"


class TestReconsidering:
    async def test_is_the_same_authoritys_after_a_petition(self, decided: Year) -> None:
        year = decided
        await year.result("o12", "71.00")
        told = {"level": "GOOD", "reason": "Kiến nghị được chấp nhận.", "decision": DECISION}
        at = await year.at("o12")
        refusal = await year.refused("governor", deeds.reconsider, **at, **told, today=LATER)
        assert refusal.code == "NOT_CLASSIFYING_HEAD"
        await year.do("stranger", deeds.reconsider, **at, **told, today=LATER)
        case = await year.case("o12")
        assert (case["applied_level"], case["edition"]) == ("GOOD", 2)
        assert case["steps"][-1]["key"] == "class_reconsidered"

    async def test_re_runs_the_quota(self, decided: Year) -> None:
        told = {"level": "EXCELLENT", "reason": "Kiến nghị.", "decision": DECISION}
        refusal = await decided.refused(
            "stranger", deeds.reconsider, **await decided.at("o2"), **told, today=LATER
        )
        assert refusal.code == "NO_FREE_PLACE"
