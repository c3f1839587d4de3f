"""A class or a result is replaced: the line is flagged, another list settles the difference."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest_asyncio

from resolvers import classification
from resolvers import rewards as deeds
from resolvers.core.documents import Document
from tests.resolvers.classification.year import COMMUNE
from tests.resolvers.rewards.paying import DAY, DECISION, PARTS, Paying

WHY = "Kết quả được xem xét lại."
REPLACED = date(2027, 3, 2)
YEAR = date(2026, 1, 1)


@pytest_asyncio.fixture
async def standing(paying: Paying) -> Paying:
    """An approved list of the quarter."""
    await paying.laid_down()
    await paying.rated()
    await paying.approved(await paying.draw())
    return paying


async def first(paying: Paying) -> UUID:
    (found,) = await paying.rows("reward_list", "corrects_id is null and state <> 'withdrawn'")
    id: UUID = found["id"]
    return id


async def correct(paying: Paying, **options: Any) -> UUID:
    told = {**await paying.at(await first(paying)), "reason": WHY, **options}
    done: UUID = await paying.do("officer", deeds.draw_correction, **told)
    return done


async def uncorrected(paying: Paying) -> str:
    told = {**await paying.at(await first(paying)), "reason": WHY}
    return await paying.refused("officer", deeds.draw_correction, **told)


class TestCorrection:
    async def test_of_nothing_is_refused(self, standing: Paying) -> None:
        assert await uncorrected(standing) == "NOTHING_TO_CORRECT"

    async def test_takes_back_what_a_lower_level_is_less(self, standing: Paying) -> None:
        id = await first(standing)
        before = await standing.amounts(id)
        taken = (await standing.committed())[0]
        await standing.result("clerk", "GOOD")
        of = await standing.row("reward_list", id)
        corrected = await standing.approved(await correct(standing))
        line = (await standing.lines(corrected))["clerk"]
        due = int(Fraction(12, 5) * int(of["pool"]) / Fraction(of["weights"]))
        assert (int(line["due"]), int(line["granted_before"])) == (due, before["clerk"])
        assert int(line["amount"]) == due - before["clerk"] < 0
        assert line["steps"][-1]["key"] == "reward_settled"
        assert (await standing.committed())[0] == taken + int(line["amount"])
        assert await standing.amounts(id) == before, "the approved list stays as it was signed"
        assert list(await standing.lines(corrected)) == ["clerk"]

    async def test_a_second_one_settles_against_both(self, standing: Paying) -> None:
        paid = (await standing.amounts(await first(standing)))["clerk"]
        await standing.result("clerk", "COMPLETED")
        one = (await standing.amounts(await standing.approved(await correct(standing))))["clerk"]
        await standing.result("clerk", "EXCELLENT")
        # The pool was shared out to the last đồng, so the part has what was taken back.
        two = await correct(standing)
        line = (await standing.lines(two))["clerk"]
        assert int(line["granted_before"]) == paid + one
        assert int(line["due"]) in (paid, paid - 1)
        assert await uncorrected(standing) == "REWARD_LIST_EXISTS"

    async def test_more_comes_from_what_the_fund_has_left(self, standing: Paying) -> None:
        await standing.result("typist", "EXCELLENT")
        id = await standing.approved(await correct(standing))
        more = (await standing.amounts(id))["typist"]
        assert more > 0
        assert await standing.committed() == (PARTS["quarter"] // 4 + more,) * 2

    async def test_is_refused_where_the_fund_has_nothing_left(self, standing: Paying) -> None:
        (fund,) = await standing.rows("bonus_fund")
        told = {"agency": standing.agency, "kind": "bonus", "year": 2026, "document": DECISION}
        spent = [deeds.PartOfFund("quarter", Decimal(PARTS["quarter"] // 4))]
        await standing.do(
            "chair", deeds.set_bonus_fund, **told, parts=spent, version=fund["version"]
        )
        await standing.result("typist", "EXCELLENT")
        assert await uncorrected(standing) == "FUND_EXCEEDED"

    async def test_waits_for_a_current_result(self, standing: Paying) -> None:
        await standing.result("clerk", "INSUFFICIENT_DATA")
        assert await uncorrected(standing) == "RESULTS_MISSING"

    async def test_the_heads_difference_is_decided_above(self, standing: Paying) -> None:
        await standing.result("chair", "COMPLETED")
        id = await standing.approved(await correct(standing))
        line = (await standing.lines(id))["chair"]
        assert line["state"] == "listed"
        assert line["deciding_unit_id"] == standing.town.units["province"]

    async def test_is_for_the_personnel_body_and_an_approved_list(self, standing: Paying) -> None:
        await standing.result("clerk", "GOOD")
        told = {**await standing.at(await first(standing)), "reason": WHY}
        for who, code in (("chair", "NO_MANDATE"), ("clerk", "NOT_FOUND")):
            assert await standing.refused(who, deeds.draw_correction, **told) == code
        corrected = await standing.approved(await correct(standing))
        told = {**await standing.at(corrected), "reason": WHY}
        assert await standing.refused("officer", deeds.draw_correction, **told) == (
            "REWARD_LIST_CORRECTS"
        )


class TestWhoWasLeftOut:
    async def test_for_want_of_a_result_is_paid_once_he_has_one(self, paying: Paying) -> None:
        await paying.laid_down()
        await paying.rated(None, "leader")
        without = [deeds.LeftOut(paying.town.people["leader"], "Chưa có kết quả.")]
        await paying.approved(await paying.draw(left_out=without))
        await paying.result("leader", "GOOD")
        line = (await paying.lines(await correct(paying)))["leader"]
        of = await paying.row("reward_list", await first(paying))
        assert int(line["due"]) == int(Fraction(12, 5) * Fraction(of["base"]))

    async def test_knowingly_stays_so(self, paying: Paying) -> None:
        await paying.laid_down()
        await paying.rated()
        without = [deeds.LeftOut(paying.town.people["leader"], "Không thuộc đối tượng.")]
        await paying.approved(await paying.draw(left_out=without))
        await paying.result("leader", "EXCELLENT")
        assert await uncorrected(paying) == "NOTHING_TO_CORRECT"


async def test_a_replaced_class_flags_the_bonus_of_the_year(paying: Paying) -> None:
    """The managing head replaces a class of the year: the flag, the line, and what it comes to."""
    await paying.laid_down()
    await paying.year.decided({"clerk": "65.00"})
    told: dict[str, Any] = {"span": "year", "period": YEAR}
    left = [deeds.LeftOut(paying.town.people["chair"], "Cấp trên chưa xếp loại.")]
    day = date(2026, 12, 20)
    list = await paying.draw(**told, left_out=left, today=day)
    lines = await paying.lines(list)
    assert set(lines) == {*COMMUNE, "chair"}
    assert (lines["clerk"]["level"], lines["vice"]["level"]) == ("COMPLETED", "GOOD")
    assert sum(int(row["amount"]) for row in lines.values()) == PARTS["year"]
    await paying.do("officer", deeds.propose_reward_list, **await paying.at(list), today=day)
    paper = Document("301/QĐ-UBND", day)
    await paying.do(
        "chair", deeds.approve_reward_list, **await paying.at(list), decision=paper, today=day
    )

    replacing = {"level": "NOT_COMPLETED", "reason": "Khai báo không đúng.", "decision": DECISION}
    await paying.do(
        "governor",
        classification.replace_classification,
        **await paying.year.at("clerk"),
        **replacing,
        today=REPLACED,
    )
    case = lines["clerk"]["classification_id"]
    flags = await paying.rows("review_flag", "classification_id = $1 and kind = 'bonus'", case)
    assert len(flags) == 1
    (outdated,) = await paying.town.owner.fetch(
        "select l.person_id from congtam.reward_line l join congtam.classification c"
        " on c.id = l.classification_id where c.replaced_at is not null"
    )
    assert outdated["person_id"] == paying.town.people["clerk"]
    corrected = await correct(paying, today=REPLACED)
    line = (await paying.lines(corrected))["clerk"]
    assert (int(line["due"]), int(line["amount"])) == (0, -int(lines["clerk"]["amount"]))
    assert line["edition"] == 2
    assert DAY < REPLACED
