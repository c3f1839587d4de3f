"""Scoring: the number that follows from facts, marks and law; and what is refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import evaluations, work
from tests.resolvers.cast import DAY, FULL, Cast

MARKS_26_5 = {**FULL, "I.1": Decimal("4"), "II.1": Decimal("0.5"), "III.1": Decimal("2")}


async def told(cast: Cast, name: str = "clerk", **changes: Any) -> dict[str, Any]:
    sheet = await cast.sheet(name)
    return {"sheet": sheet["id"], "version": sheet["version"], "marks": FULL, **changes}


class TestScoreOfStaff:
    async def test_follows_from_the_lines(self, cast: Cast) -> None:
        """V01: 100 units; 40 clean, 30 with one major error, 20 with two delays, 10 not done."""
        await cast.open("office")
        await cast.worked("clerk", "40")
        erring = await cast.line_of(await cast.assign("clerk", "30"))
        delivery = await cast.deliver("clerk", erring["id"], "30")
        await cast.accept("clerk", delivery, failures=("Sai căn cứ",))
        late = await cast.line_of(await cast.assign("clerk", "20", due_on=date(2026, 6, 20)))
        july = date(2026, 7, 1)
        await cast.accept(
            "clerk", await cast.deliver("clerk", late["id"], "20", today=july), today=july
        )
        await cast.town.owner.execute(
            "insert into congtam.fault (id, agency_id, scoring_unit_id, person_id, assignment_id,"
            " line_id, period, kind, reason, missed_due_on, noted_on, noted_by)"
            " select gen_random_uuid(), agency_id, scoring_unit_id, person_id, assignment_id,"
            " line_id, period, kind, reason, date '2026-06-25', noted_on, noted_by"
            " from congtam.fault where kind = 'delay'"
        )
        await cast.town.owner.execute(
            "update congtam.work_line set delays = 2 where id = $1", late["id"]
        )
        await cast.assign("clerk", "10")
        await cast.assess("clerk")
        sheet = await cast.score("clerk", marks=MARKS_26_5)
        assert (sheet["quantity"], sheet["quality"], sheet["progress"]) == (
            Decimal("0.9"),
            Decimal("0.825"),
            Decimal("0.8"),
        )
        assert (sheet["general"], sheet["total"], sheet["level"]) == (
            Decimal("26.5"),
            Decimal("85.42"),
            "GOOD",
        )
        assert sheet["raw_total"] == Decimal("85.4166666666")
        assert sheet["head_marks"] == list(MARKS_26_5.values())
        assert (sheet["state"], sheet["scored_by"]) == ("scored", cast.town.people["chief"])

    async def test_hands_over_and_takes_over_as_the_article_says(self, cast: Cast) -> None:
        """V09: 20 of 100 handed over leave 83; taken over on top of 100 they cap at 97."""
        await cast.open("office")
        marks = {**FULL, "I.1": Decimal("2")}
        await cast.worked("clerk", "80")
        await cast.worked("typist", "100")
        given = await cast.assign("clerk", "20")
        taken = await cast.do(
            "chief",
            work.hand_over_work,
            assignment=given,
            to=cast.town.postings["typist"],
            due_on=date(2026, 6, 30),
            reason="Không hoàn thành được",
            version=1,
        )
        line = (await cast.line_of(taken))["id"]
        await cast.accept("typist", await cast.deliver("typist", line, "20"))
        for name in ("clerk", "typist"):
            await cast.assess(name)
        assert (await cast.score("clerk", marks=marks))["total"] == Decimal("83.00")
        typist = await cast.score("typist", marks=marks)
        assert (typist["total"], typist["quantity"]) == (Decimal("97.00"), Decimal("1.2"))

    async def test_however_much_urgent_work_there_was_beyond_a_small_plan(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.worked("clerk", "0.001")
        for _ in range(3):
            await cast.worked("clerk", "9999", product="project", origin="urgent")
        await cast.assess("clerk")
        sheet = await cast.score("clerk")
        ratio = (3 * 9999 * 6 + Decimal("0.001")) / Decimal("0.001")
        assert sheet["quantity"] == sheet["progress"] == ratio
        assert (sheet["total"], sheet["raw_total"]) == (100, 100)
        assert (await cast.sign("clerk"))["level"] == "EXCELLENT"

    async def test_gives_no_number_where_nothing_was_assigned(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.assess("clerk")
        sheet = await cast.score("clerk")
        assert (sheet["level"], sheet["total"], sheet["raw_total"]) == (
            "INSUFFICIENT_DATA",
            None,
            None,
        )
        assert (await cast.sign("clerk"))["state"] == "released"

    @pytest.mark.parametrize(
        ("accepted", "marks", "total", "level"),
        [
            # 27 + 62.995 = 89.995 prints 90.00; a hair less prints 89.99.
            ("12599", {"III.1": "0", "III.2": "2"}, "90.00", "EXCELLENT"),
            ("12598.8", {"III.1": "0", "III.2": "2"}, "89.99", "GOOD"),
            ("14000", {"III.1": "2.5"}, "100.00", "EXCELLENT"),
            ("7000", {"I.1": "0", "I.2": "0", "III.1": "0", "III.2": "0"}, "50.00", "COMPLETED"),
            (
                "6998",
                {"I.1": "0", "I.2": "0", "III.1": "0", "III.2": "0"},
                "49.99",
                "NOT_COMPLETED",
            ),
        ],
    )
    async def test_rounds_once_and_decides_the_level_on_what_is_printed(
        self, cast: Cast, accepted: str, marks: dict[str, str], total: str, level: str
    ) -> None:
        await cast.open("office")
        line = (await cast.line_of(await cast.assign("clerk", "14000")))["id"]
        delivery = await cast.deliver("clerk", line, "14000")
        await cast.accept("clerk", delivery, quantity=Decimal(accepted))
        await cast.assess("clerk")
        given = {**FULL, **{code: Decimal(points) for code, points in marks.items()}}
        sheet = await cast.score("clerk", marks=given)
        assert (sheet["total"], sheet["level"]) == (Decimal(total), level)

    async def test_follows_the_agencys_switches_on_the_last_day(self, cast: Cast) -> None:
        await cast.choose("rounding_digits", 1)
        await cast.open("office")
        await cast.worked("clerk", "1")
        await cast.assess("clerk")
        sheet = await cast.score("clerk", marks={**FULL, "I.1": Decimal("4.86")})
        assert str(sheet["total"]) == "99.9"


class TestScoreSheet:
    async def test_waits_for_the_self_assessment_unless_the_head_says_why_not(
        self, cast: Cast
    ) -> None:
        await cast.open("office")
        await cast.worked("clerk")
        refusal = await cast.refused("chief", evaluations.score_sheet, **await told(cast))
        assert refusal.code == "NOT_YET_ASSESSED"
        sheet = await cast.score("clerk", absence="Nghỉ ốm từ ngày 10")
        assert (sheet["state"], sheet["self_marks"]) == ("scored", None)
        (score,) = await cast.rows("score")
        assert score["facts"]["judged"]["absence"] == "Nghỉ ốm từ ngày 10"
        (leaf,) = await cast.leaves("score_sheet")
        assert leaf["reason"] == "Nghỉ ốm từ ngày 10"
        refusal = await cast.refused("chief", evaluations.score_sheet, **await told(cast))
        assert refusal.code == "NOT_YET_ASSESSED"
        assert (await cast.sign("clerk"))["state"] == "released"

    async def test_needs_no_excuse_for_somebody_who_assessed_himself(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.assess("clerk")
        arguments = await told(cast, absence="Vắng mặt")
        refusal = await cast.refused("chief", evaluations.score_sheet, **arguments)
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "absence")

    async def test_may_be_repeated_until_signed(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.worked("clerk")
        await cast.assess("clerk")
        first = await cast.score("clerk")
        second = await cast.score("clerk", marks=MARKS_26_5)
        assert (first["total"], second["total"]) == (Decimal("100.00"), Decimal("96.50"))
        (score,) = await cast.rows("score")
        assert score["total"] == second["total"]

    async def test_refuses_a_mark_above_its_most_and_a_stale_version(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.assess("clerk")
        high = await told(cast, marks={**FULL, "II.4": Decimal("2.6")})
        refusal = await cast.refused("chief", evaluations.score_sheet, **high)
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "marks.II.4")
        stale = await told(cast, version=1)
        refusal = await cast.refused("chief", evaluations.score_sheet, **stale)
        assert (refusal.code, refusal.facts["current"]) == ("STALE_VERSION", 2)

    async def test_writes_the_score_its_facts_and_the_leaf_together(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.worked("clerk")
        await cast.assess("clerk")
        sheet = await cast.score("clerk", comment="Tốt")
        (score,), (leaf,) = await cast.rows("score"), await cast.leaves("score_sheet")
        assert (score["sheet_id"], score["round"], score["level"]) == (sheet["id"], 1, "EXCELLENT")
        assert (leaf["subject_id"], leaf["rule"]) == (sheet["id"], "responsible-head-scores")
        assert (leaf["before"]["state"], leaf["after"]["total"]) == ("self_assessed", "100.00")
        assert leaf["on_behalf_of"] is None

    async def test_is_shown_as_done_on_behalf_of_the_head(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.assess("clerk")
        await cast.lend("office", "chief", "assistant")
        sheet = await cast.step("clerk", "assistant", evaluations.score_sheet, marks=FULL)
        assert sheet["scored_by"] == cast.town.people["assistant"]
        assert sheet["on_behalf_of"] == cast.town.people["chief"]


class TestScoringUnit:
    async def test_is_headed_on_the_day_of_the_deed(self, cast: Cast) -> None:
        """A head who left on the day before scores no more; his successor does."""
        await cast.open("office")
        await cast.assess("clerk")
        leaving = "update congtam.posting set during = daterange('2026-01-01', $2) where id = $1"
        await cast.town.owner.execute(leaving, cast.town.postings["chief"], DAY)
        refusal = await cast.refused("chief", evaluations.score_sheet, **await told(cast))
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"
