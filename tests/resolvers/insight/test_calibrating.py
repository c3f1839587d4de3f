"""The next head up looks at the spread and asks, never scores; both numbers stay."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest_asyncio

from resolvers import evaluations, work
from tests.resolvers import town as stage
from tests.resolvers.cast import FULL, MONTH, Cast
from tests.resolvers.insight.asking import ask

STAFF = ("clerk", "typist", "leader", "assistant")
LESS = {**FULL, "I.1": Decimal(1)}
WHY = "Điểm cao hơn hẳn các đơn vị cùng cấp."
SPREAD = """query($unit: ID!, $period: Date!) {
  scoresBeneath(unit: $unit, period: $period, first: 20) {
  scope standing sheets signed excellent lowest firstQuarter middle thirdQuarter highest mean
    unit { id } } }"""


@pytest_asyncio.fixture
async def signed(cast: Cast) -> Cast:
    """The office is signed and its month still open; the clerk has less than the others."""
    await cast.open("office")
    for name in STAFF:
        await cast.worked(name)
        await cast.assess(name)
        await cast.score(name, marks=LESS if name == "clerk" else FULL)
        await cast.sign(name)
    return cast


async def asked(cast: Cast, name: str = "typist", by: str = "chair") -> UUID:
    sheet = await cast.sheet(name)
    told = {"sheet": sheet["id"], "version": sheet["version"], "reason": WHY}
    id: UUID = await cast.do(by, evaluations.ask_reconsideration, **told)
    return id


def close(cast: Cast) -> dict[str, Any]:
    return {"unit": cast.town.units["office"], "period": MONTH}


class TestAskReconsideration:
    async def test_returns_the_sheet_and_keeps_what_stood(self, signed: Cast) -> None:
        before = await signed.sheet("typist")
        row = await signed.row("calibration", await asked(signed))
        sheet = await signed.sheet("typist")
        assert (sheet["state"], sheet["round"], sheet["total"]) == ("self_assessed", 2, None)
        assert (row["before_total"], row["before_level"]) == (before["total"], "EXCELLENT")
        assert (row["reason"], row["asked_by"]) == (WHY, signed.town.people["chair"])
        (leaf,) = await signed.leaves("ask_reconsideration")
        assert (leaf["rule"], leaf["reason"]) == ("next-head-up-asks-to-reconsider", WHY)
        (reopened,) = await signed.leaves("reopen_sheet")
        assert reopened["actor_id"] == signed.town.people["chair"]

    async def test_an_acting_head_asks_on_behalf_of_the_head(self, signed: Cast) -> None:
        await signed.lend("commune", "chair", "vice")
        row = await signed.row("calibration", await asked(signed, by="vice"))
        assert row["asked_by"] == signed.town.people["vice"]
        assert row["on_behalf_of"] == signed.town.people["chair"]

    async def test_refuses_everybody_but_the_next_head_up(self, signed: Cast) -> None:
        sheet = await signed.sheet("typist")
        told = {"sheet": sheet["id"], "version": sheet["version"], "reason": WHY}
        for who in ("chief", "governor", "curator", "inspector", "stranger"):
            refusal = await signed.refused(who, evaluations.ask_reconsideration, **told)
            assert refusal.code == "NOT_NEXT_HEAD_UP"
        refusal = await signed.refused("typist", evaluations.ask_reconsideration, **told)
        assert refusal.code == "NO_SELF_SCORING"

    async def test_refuses_a_score_that_is_not_signed(self, cast: Cast) -> None:
        await cast.open("office")
        sheet = await cast.sheet("typist")
        told = {"sheet": sheet["id"], "version": sheet["version"], "reason": WHY}
        refusal = await cast.refused("chair", evaluations.ask_reconsideration, **told)
        assert refusal.code == "NOT_YET_SIGNED"

    async def test_refuses_a_closed_month_and_a_missing_reason(self, signed: Cast) -> None:
        sheet = await signed.sheet("typist")
        told = {"sheet": sheet["id"], "version": sheet["version"], "reason": " "}
        refusal = await signed.refused("chair", evaluations.ask_reconsideration, **told)
        assert refusal.code == "TEXT_NOT_ACCEPTABLE"
        await signed.do("chief", evaluations.close_month, **close(signed))
        told |= {"version": sheet["version"] + 1, "reason": WHY}
        refusal = await signed.refused("chair", evaluations.ask_reconsideration, **told)
        assert refusal.code == "MONTH_CLOSED"

    async def test_the_superior_cannot_score(self, signed: Cast) -> None:
        await asked(signed)
        sheet = await signed.sheet("typist")
        told = {"sheet": sheet["id"], "version": sheet["version"], "marks": LESS}
        refusal = await signed.refused("chair", evaluations.score_sheet, **told)
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"


class TestAnswering:
    async def test_keeping_signs_the_same_number_again_and_says_why(self, signed: Cast) -> None:
        before = await signed.sheet("leader")
        id = await asked(signed, "leader")
        told = {"calibration": id, "reason": "Đã đối chiếu minh chứng."}
        await signed.do("chief", evaluations.keep_score, **told)
        after = await signed.sheet("leader")
        row = await signed.row("calibration", id)
        for name in ("total", "level", "head_marks", "head_comment", "organising", "unity"):
            assert after[name] == before[name]
        assert (after["state"], after["round"]) == ("released", 2)
        assert (row["outcome"], row["after_total"], row["after_round"]) == (
            "kept",
            before["total"],
            2,
        )
        assert (row["answer"], row["answered_by"]) == (
            "Đã đối chiếu minh chứng.",
            signed.town.people["chief"],
        )

    async def test_keeping_keeps_why_somebody_could_not_assess_himself(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.worked("clerk")
        await cast.score("clerk", absence="Nghỉ ốm dài ngày.")
        await cast.sign("clerk")
        id = await asked(cast, "clerk")
        await cast.do("chief", evaluations.keep_score, calibration=id, reason="Giữ nguyên.")
        first, second = await cast.rows("score", "true")
        assert first["facts"]["judged"] == second["facts"]["judged"]

    async def test_keeping_refuses_where_the_facts_have_changed(self, signed: Cast) -> None:
        id = await asked(signed)
        (line,) = await signed.rows("work_line", "posting_id = $1", signed.town.postings["typist"])
        fault = {"line": line["id"], "kind": "quality", "reason": "Sai số liệu"}
        await signed.do("chief", work.record_fault, **fault)
        told = {"calibration": id, "reason": "Giữ nguyên."}
        refusal = await signed.refused("chief", evaluations.keep_score, **told)
        assert refusal.code == "FACTS_CHANGED"

    async def test_another_score_is_told_by_its_number(self, signed: Cast) -> None:
        before = await signed.sheet("typist")
        id = await asked(signed)
        await signed.score("typist", marks=LESS)
        await signed.sign("typist")
        told = {"calibration": id, "reason": "Chấm lại mục I.1."}
        await signed.do("chief", evaluations.answer_reconsideration, **told)
        row = await signed.row("calibration", id)
        assert row["outcome"] == "rescored"
        assert (row["before_total"], row["after_total"]) == (before["total"], before["total"] - 4)
        (leaf,) = await signed.leaves("answer_reconsideration")
        assert leaf["before"]["before_total"] == str(before["total"])
        assert leaf["after"]["after_total"] == str(before["total"] - 4)

    async def test_refuses_before_the_sheet_is_signed_again(self, signed: Cast) -> None:
        told = {"calibration": await asked(signed), "reason": "Đã xem."}
        refusal = await signed.refused("chief", evaluations.answer_reconsideration, **told)
        assert refusal.code == "NOT_YET_SIGNED"

    async def test_refuses_a_second_answer(self, signed: Cast) -> None:
        told = {"calibration": await asked(signed), "reason": "Giữ nguyên."}
        await signed.do("chief", evaluations.keep_score, **told)
        for deed in (evaluations.keep_score, evaluations.answer_reconsideration):
            assert (await signed.refused("chief", deed, **told)).code == "CALIBRATION_ANSWERED"

    async def test_refuses_everybody_but_the_responsible_head(self, signed: Cast) -> None:
        told = {"calibration": await asked(signed), "reason": "Giữ nguyên."}
        for who in ("chair", "governor", "curator", "typist", "inspector", "stranger"):
            for deed in (evaluations.keep_score, evaluations.answer_reconsideration):
                assert (await signed.refused(who, deed, **told)).code in (
                    "NOT_RESPONSIBLE_HEAD",
                    "NO_SELF_SCORING",
                )


class TestCloseMonth:
    async def test_waits_for_every_answer(self, signed: Cast) -> None:
        id = await asked(signed)
        refusal = await signed.refused("chief", evaluations.close_month, **close(signed))
        assert refusal.code == "MONTH_HAS_OPEN_SHEETS"
        await signed.score("typist")
        await signed.sign("typist")
        refusal = await signed.refused("chief", evaluations.close_month, **close(signed))
        assert refusal.code == "CALIBRATION_UNANSWERED"
        told = {"calibration": id, "reason": "Giữ nguyên."}
        await signed.do("chief", evaluations.answer_reconsideration, **told)
        await signed.do("chief", evaluations.close_month, **close(signed))
        assert (await signed.row("calibration", id))["outcome"] == "kept"


async def test_the_graph_shows_both_numbers_and_who_may_answer(signed: Cast) -> None:
    document = """query($unit: ID!, $period: Date!) { calibrationsOfUnit(unit: $unit,
      period: $period, first: 5) { nodes { beforeTotal afterTotal outcome reason allowedActions
      sheet { id } askedBy { id } answeredBy { id } } } }"""
    told = {"unit": signed.town.units["office"], "period": MONTH}
    id = await asked(signed)

    async def read(who: str) -> list[Any]:
        nodes: list[Any] = (await ask(signed, who, document, **told))["calibrationsOfUnit"]["nodes"]
        return nodes

    assert [(await read(who))[0]["allowedActions"] for who in ("chief", "chair", "typist")] == [
        ["AnswerReconsideration"],
        [],
        [],
    ]
    assert await read("clerk") == await read("curator") == await read("stranger") == []
    await signed.do("chief", evaluations.keep_score, calibration=id, reason="Giữ nguyên.")
    (row,) = await read("chief")
    assert (row["beforeTotal"], row["afterTotal"], row["outcome"]) == ("100.00", "100.00", "KEPT")
    assert (row["allowedActions"], row["answeredBy"]["id"]) == (
        [],
        str(signed.town.people["chief"]),
    )


class TestSpread:
    async def test_shows_the_superior_each_unit_beside_its_like(self, signed: Cast) -> None:
        await signed.open("culture")
        await signed.open("commune")
        commune = signed.town.units["commune"]
        told = await ask(signed, "chair", SPREAD, unit=commune, period=MONTH)
        rows = {(row["scope"], (row["unit"] or {}).get("id")): row for row in told["scoresBeneath"]}
        office = rows["UNIT", str(signed.town.units["office"])]
        assert (office["sheets"], office["signed"], office["excellent"]) == (4, 4, 4)
        assert (office["lowest"], office["firstQuarter"]) == ("96", "99")
        assert (office["middle"], office["highest"], office["mean"]) == ("100", "100", "99")
        culture = rows["UNIT", str(signed.town.units["culture"])]
        assert (culture["sheets"], culture["signed"], culture["middle"]) == (1, 0, None)
        whole = [row for row in told["scoresBeneath"] if row["scope"] == "ALL"]
        # The chair's own sheet is scored above him.
        assert [(row["sheets"], row["signed"]) for row in whole] == [(8, 4)]

    async def test_counts_no_draft_of_the_heads(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.worked("clerk")
        await cast.assess("clerk")
        await cast.score("clerk")
        for who in ("chief", "chair"):
            told = await ask(cast, who, SPREAD, unit=cast.town.units["office"], period=MONTH)
            (row,) = (each for each in told["scoresBeneath"] if each["scope"] == "ALL")
            assert (row["sheets"], row["signed"], row["middle"]) == (4, 0, None)

    async def test_shows_others_nothing_but_their_own(self, signed: Cast) -> None:
        office = signed.town.units["office"]
        for who, sheets in (("curator", 0), ("stranger", 0), ("clerk", 1)):
            told = await ask(signed, who, SPREAD, unit=office, period=MONTH)
            (row,) = (each for each in told["scoresBeneath"] if each["scope"] == "ALL")
            assert row["sheets"] == sheets

    async def test_names_the_scores_outside_the_fences(self, signed: Cast) -> None:
        await signed.open("commune")
        document = """query($unit: ID!, $period: Date!) { scoreOutliers(unit: $unit,
          period: $period, first: 5) { total low high compared person { id } sheet { id } } }"""
        told = {"unit": signed.town.units["commune"], "period": MONTH}
        (found,) = (await ask(signed, "chair", document, **told))["scoreOutliers"]
        assert found["person"]["id"] == str(signed.town.people["clerk"])
        assert found["sheet"]["id"] == str((await signed.sheet("clerk"))["id"])
        numbers = [found[name] for name in ("total", "low", "high", "compared")]
        assert numbers == ["96.00", "97.5", "101.5", 4]
        await asked(signed)
        await signed.score("typist", marks=LESS)
        await signed.sign("typist")
        # Where half of them have it, it is no outlier.
        assert (await ask(signed, "chair", document, **told))["scoreOutliers"] == []


async def test_an_inspector_reads_all_of_an_agency_and_answers_none(signed: Cast) -> None:
    document = """query($agency: ID!, $period: Date!) { calibrationsOfAgency(agency: $agency,
      period: $period, first: 5) { totalCount nodes { id reason allowedActions } } }"""
    await stage.mandate(signed.town, "curator", "inspector", "commune")
    told = {"agency": signed.town.agencies["commune"], "period": MONTH}
    id = await asked(signed)
    found = {
        who: (await ask(signed, who, document, **told))["calibrationsOfAgency"]
        for who in ("curator", "chief", "typist", "clerk", "stranger")
    }
    assert found["curator"]["nodes"] == [{"id": str(id), "reason": WHY, "allowedActions": []}]
    assert {who: each["totalCount"] for who, each in found.items()} == {
        **dict.fromkeys(("curator", "chief", "typist"), 1),
        **dict.fromkeys(("clerk", "stranger"), 0),
    }
