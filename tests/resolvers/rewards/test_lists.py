"""A quarter's bonus list: drawn from current results, approved once, to the đồng."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import pytest_asyncio

from resolvers import rewards as deeds
from tests.resolvers.rewards.paying import (
    DAY,
    DECISION,
    EVERYBODY,
    LEVELS,
    PAPER,
    PARTS,
    QUARTER,
    Paying,
)

POOL = PARTS["quarter"] // 4
MULTIPLES = {"EXCELLENT": Fraction(3), "GOOD": Fraction("2.4"), "COMPLETED": Fraction(1)}


@pytest_asyncio.fixture
async def ready(paying: Paying) -> Paying:
    """Money, rules and results."""
    await paying.laid_down()
    await paying.rated()
    return paying


def asking(paying: Paying, **options: Any) -> dict[str, Any]:
    told = {"agency": paying.agency, "kind": "bonus", "span": "quarter", "period": QUARTER}
    return {**told, **options}


class TestDraw:
    async def test_shares_the_pool_out_to_the_dong(self, ready: Paying) -> None:
        id = await ready.draw()
        found, lines = await ready.row("reward_list", id), await ready.lines(id)
        assert set(lines) == set(EVERYBODY)
        assert found["pool"] == found["total"] == POOL
        assert sum(int(row["amount"]) for row in lines.values()) == POOL
        weights = sum(MULTIPLES.get(LEVELS.get(name, "GOOD"), Fraction(0)) for name in EVERYBODY)
        assert Fraction(found["weights"]) == weights
        for name, row in lines.items():
            own = MULTIPLES.get(LEVELS.get(name, "GOOD"), Fraction(0))
            assert Fraction(row["exact"]) == POOL * own / weights
            assert int(row["amount"]) - int(Fraction(row["exact"])) in (0, 1)
        assert lines["archivist"]["amount"] == 0

    async def test_names_the_result_and_the_edition_that_each_line_rests_on(
        self, ready: Paying
    ) -> None:
        again = await ready.result("clerk", "GOOD")
        line = (await ready.lines(await ready.draw()))["clerk"]
        assert (line["result_id"], line["edition"], line["level"]) == (again, 2, "GOOD")
        assert "Decree 335/2025/NĐ-CP, art. 23(1)(d)" in line["cites"]
        assert "Decree 161/2026/NĐ-CP, art. 4(4)" in line["cites"]

    async def test_the_heads_line_is_decided_above(self, ready: Paying) -> None:
        lines = await ready.lines(await ready.draw())
        units = ready.town.units
        assert lines["chair"]["deciding_unit_id"] == units["province"]
        assert lines["vice"]["deciding_unit_id"] == units["commune"]

    async def test_refuses_where_somebody_has_no_current_result(self, paying: Paying) -> None:
        await paying.laid_down()
        await paying.rated(None, "leader")
        refusal = await paying.year.refused("officer", deeds.draw_reward_list, **asking(paying))
        assert refusal.code == "RESULTS_MISSING"
        assert "Võ Thị Ánh" in refusal.message("vi")
        await paying.result("leader", "INSUFFICIENT_DATA")
        assert await paying.refused("officer", deeds.draw_reward_list, **asking(paying)) == (
            "RESULTS_MISSING"
        )

    async def test_a_stale_result_is_missing_too(self, ready: Paying) -> None:
        await ready.town.owner.execute(
            "update congtam.result set inputs = '\\x00' where person_id = $1",
            ready.town.people["clerk"],
        )
        refusal = await ready.year.refused("officer", deeds.draw_reward_list, **asking(ready))
        assert (refusal.code, refusal.facts["count"]) == ("RESULTS_MISSING", 1)

    async def test_whom_the_law_rates_not_stands_there_with_the_reason(self, ready: Paying) -> None:
        await ready.result("leader", None, because="NOTHING_WORKED")
        line = (await ready.lines(await ready.draw()))["leader"]
        told = (line["state"], line["reason"], line["amount"])
        assert told == ("not_rated", "NOTHING_WORKED", 0)

    async def test_somebody_is_left_out_with_a_reason_alone(self, paying: Paying) -> None:
        await paying.laid_down()
        await paying.rated(None, "leader")
        people = paying.town.people
        without = [deeds.LeftOut(people["leader"], "Chuyển công tác, chưa có hồ sơ.")]
        lines = await paying.lines(await paying.draw(left_out=without))
        assert (lines["leader"]["state"], lines["leader"]["amount"]) == ("left_out", 0)
        for who, code in (("officer", "NO_SELF_REWARD"), ("stranger", "NOT_AMONG_THEM")):
            told = asking(paying, left_out=[deeds.LeftOut(people[who], "Lý do.")])
            assert await paying.refused("officer", deeds.draw_reward_list, **told) == code

    async def test_refuses_everybody_but_the_personnel_body(self, ready: Paying) -> None:
        for who in ("chair", "vice", "clerk", "inspector", "registrar", "governor"):
            code = await ready.refused(who, deeds.draw_reward_list, **asking(ready))
            assert code == "NO_MANDATE"

    async def test_refuses_what_nobody_laid_down(self, paying: Paying) -> None:
        await paying.rated()
        draw = deeds.draw_reward_list
        assert await paying.refused("officer", draw, **asking(paying)) == "NO_REGULATION_IN_FORCE"
        await paying.regulated()
        assert await paying.refused("officer", draw, **asking(paying)) == "NO_FUND"
        income = asking(paying, kind="income")
        assert await paying.refused("officer", draw, **income) == "NO_INCOME_SCHEME"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"period": date(2026, 8, 1)},
            {"period": date(2027, 1, 1)},
            {"span": "ad_hoc"},
            {"kind": "gift"},
        ],
    )
    async def test_refuses_what_is_no_span(self, ready: Paying, wrong: dict[str, Any]) -> None:
        told = asking(ready, **wrong)
        assert await ready.refused("officer", deeds.draw_reward_list, **told) == "INVALID_INPUT"

    async def test_one_list_stands_for_a_span(self, ready: Paying) -> None:
        first = await ready.draw()
        draw = deeds.draw_reward_list
        assert await ready.refused("officer", draw, **asking(ready)) == "REWARD_LIST_EXISTS"
        told = {**await ready.at(first), "reason": "Lập lại."}
        await ready.do("officer", deeds.withdraw_reward_list, **told)
        assert {row["state"] for row in (await ready.lines(first)).values()} == {"withdrawn"}
        await ready.draw()

    async def test_a_half_year_rests_on_its_own_results(self, ready: Paying) -> None:
        told = asking(ready, span="half_year")
        assert await ready.refused("officer", deeds.draw_reward_list, **told) == "RESULTS_MISSING"
        for name in EVERYBODY:
            await ready.result(name, LEVELS.get(name, "GOOD"), span="half_year")
        id = await ready.draw("half_year")
        assert sum((await ready.amounts(id)).values()) == PARTS["half_year"] // 2
        assert "Decree 335/2025/NĐ-CP, art. 23(2)(d)" in (await ready.lines(id))["clerk"]["cites"]

    async def test_keeps_the_rest_in_the_fund_where_the_rule_says_so(self, paying: Paying) -> None:
        await paying.fund()
        await paying.regulated(remainder="kept")
        await paying.rated()
        id = await paying.approved(await paying.draw())
        found, amounts = await paying.row("reward_list", id), await paying.amounts(id)
        assert int(found["total"]) == sum(amounts.values()) < POOL
        assert await paying.committed() == (sum(amounts.values()),) * 2
        assert len({amounts[name] for name in ("vice", "chief", "curator")}) == 1

    async def test_nobody_gets_anything_where_nobody_completed(self, paying: Paying) -> None:
        await paying.laid_down()
        await paying.rated(dict.fromkeys(EVERYBODY, "NOT_COMPLETED"))
        code = await paying.refused("officer", deeds.draw_reward_list, **asking(paying))
        assert code == "NOBODY_TO_REWARD"


class TestApprove:
    async def test_takes_the_sum_from_the_fund(self, ready: Paying) -> None:
        id = await ready.approved(await ready.draw())
        assert await ready.committed() == (POOL, POOL)
        found, lines = await ready.row("reward_list", id), await ready.lines(id)
        assert (found["state"], found["decision_no"]) == ("approved", DECISION.number)
        assert found["approved_by"] == ready.town.people["chair"]
        told = {name: row["state"] for name, row in lines.items()}
        assert told == {**dict.fromkeys(EVERYBODY, "approved"), "chair": "listed"}
        assert all(row["told_at"] is not None for row in lines.values())
        (leaf,) = await ready.year.cast.leaves("approve_reward_list")
        assert leaf["rule"] == "agency-head-approves-the-list"

    async def test_refuses_everybody_but_the_agencys_head(self, ready: Paying) -> None:
        id = await ready.proposed(await ready.draw())
        told = {**await ready.at(id), "decision": DECISION}
        for who, code in (
            ("officer", "NO_SELF_REWARD"),
            ("inspector", "NOT_AGENCY_HEAD"),
            ("registrar", "NOT_FOUND"),
            ("vice", "NOT_FOUND"),
            ("clerk", "NOT_FOUND"),
            ("governor", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
        ):
            assert await ready.refused(who, deeds.approve_reward_list, **told) == code

    async def test_an_acting_head_does_not_approve_what_pays_him(self, ready: Paying) -> None:
        id = await ready.proposed(await ready.draw())
        lent = await ready.year.cast.lend("commune", "chair", "vice", begins=DAY)
        told = {**await ready.at(id), "decision": DECISION}
        approve = deeds.approve_reward_list
        assert await ready.refused("vice", approve, **told) == "NO_SELF_REWARD"
        await ready.town.owner.execute(
            "update congtam.delegation set deeds = '{ApproveRewardList}' where id = $1", lent
        )
        assert await ready.refused("vice", approve, **told) == "NO_SELF_REWARD"

    async def test_refuses_a_list_that_is_not_proposed_or_was_approved(self, ready: Paying) -> None:
        id = await ready.draw()
        told = {**await ready.at(id), "decision": DECISION}
        approve = deeds.approve_reward_list
        assert await ready.refused("chair", approve, **told) == "REWARD_LIST_NOT_PROPOSED"
        await ready.approved(id)
        told = {**await ready.at(id), "decision": DECISION}
        assert await ready.refused("chair", approve, **told) == "REWARD_LIST_APPROVED"
        withdraw = {**await ready.at(id), "reason": "Lập lại."}
        code = await ready.refused("officer", deeds.withdraw_reward_list, **withdraw)
        assert code == "REWARD_LIST_APPROVED"

    async def test_refuses_a_list_whose_grounds_have_changed(self, ready: Paying) -> None:
        id = await ready.proposed(await ready.draw())
        await ready.result("clerk", "GOOD")
        told = {**await ready.at(id), "decision": DECISION}
        assert await ready.refused("chair", deeds.approve_reward_list, **told) == (
            "REWARD_LIST_STALE"
        )
        await ready.do("chair", deeds.return_reward_list, **await ready.at(id), reason="Lập lại.")
        assert await ready.refused("officer", deeds.propose_reward_list, **await ready.at(id)) == (
            "REWARD_LIST_STALE"
        )

    async def test_refuses_more_than_the_part_has_left(self, ready: Paying) -> None:
        id = await ready.proposed(await ready.draw())
        (fund,) = await ready.rows("bonus_fund")
        less = [deeds.PartOfFund("quarter", Decimal(POOL - 1))]
        told = {"agency": ready.agency, "kind": "bonus", "year": 2026, "parts": less}
        await ready.do(
            "chair", deeds.set_bonus_fund, **told, document=PAPER, version=fund["version"]
        )
        told = {**await ready.at(id), "decision": DECISION}
        assert await ready.refused("chair", deeds.approve_reward_list, **told) == "FUND_EXCEEDED"

    async def test_refuses_a_stale_version(self, ready: Paying) -> None:
        id = await ready.proposed(await ready.draw())
        told = {"list": id, "version": 1, "decision": DECISION}
        assert await ready.refused("chair", deeds.approve_reward_list, **told) == "STALE_VERSION"
