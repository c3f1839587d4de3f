"""Additional income by the schemes of two cities, and rewards out of turn."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest

from resolvers import insight
from resolvers import rewards as deeds
from tests.resolvers.rewards.paying import (
    DAY,
    EARLY,
    EVERYBODY,
    PAPER,
    QUARTER,
    Paying,
)

CITY = {
    "locality": "ho_chi_minh_city",
    "most": Decimal("1.8"),
    "excellent": Decimal(1),
    "good": Decimal("0.8"),
    "completed": Decimal(0),
    "others": Decimal(3_000_000),
}
CAPITAL = {
    "locality": "ha_noi",
    "most": Decimal("0.5"),
    "excellent": Decimal(3),
    "good": Decimal("2.4"),
    "completed": Decimal(1),
}
MONEY = {"month": 500_000_000, "quarter": 400_000_000}
INCOME: dict[str, Any] = {"kind": "income"}


def terms(locality: str, **numbers: Any) -> dict[str, Any]:
    return {"locality": locality, "terms": deeds.IncomeTerms(**numbers)}


async def chosen(paying: Paying, today: date = EARLY, **numbers: Any) -> UUID:
    told = {"agency": paying.agency, "begins": today, "document": PAPER, **terms(**numbers)}
    done: UUID = await paying.do("chair", deeds.choose_income_scheme, today=today, **told)
    return done


async def paid_by_rank(paying: Paying) -> None:
    """Everybody has a coefficient of 3.33 but the archivist, who has no such salary."""
    for name in EVERYBODY:
        await paying.salary(name, None if name == "archivist" else "3.33")


class TestHoChiMinhCity:
    async def test_a_quarter_goes_by_level_and_salary(self, paying: Paying) -> None:
        await chosen(paying, **CITY)
        await paying.fund(MONEY, kind="income")
        await paying.rated({"archivist": "GOOD"})
        await paid_by_rank(paying)
        await paying.salary("vice", "4.32", date(2026, 9, 1))
        id = await paying.draw(**INCOME)
        amounts = await paying.amounts(id)
        assert amounts["clerk"] == 3 * 15_164_820
        assert amounts["chief"] == 3 * 12_131_856
        assert (amounts["typist"], amounts["archivist"]) == (0, 3 * 2_400_000)
        salaries = (2 * Decimal("3.33") + Decimal("4.32")) * 2_530_000
        assert amounts["vice"] == int(salaries * Decimal("1.44"))
        found = await paying.row("reward_list", id)
        assert (found["pool"], found["rounding"]) == (None, "down")
        assert int(found["total"]) == sum(amounts.values())
        line = (await paying.lines(id))["vice"]
        assert [step["key"] for step in line["steps"]] == [*["income_month"] * 3, "reward_down"]
        assert line["months"] == 3
        assert "People's Council Resolution 27/2025/NQ-HĐND" in line["cites"]

    async def test_is_refused_where_a_salary_is_missing(self, paying: Paying) -> None:
        await chosen(paying, **CITY)
        await paying.fund(MONEY, kind="income")
        await paying.rated()
        for name in EVERYBODY[1:]:
            await paying.salary(name, "3.33")
        told = {"agency": paying.agency, "kind": "income", "span": "quarter", "period": QUARTER}
        refusal = await paying.year.refused("officer", deeds.draw_reward_list, **told)
        assert (refusal.code, refusal.facts["names"]) == ("SALARIES_MISSING", "Đặng Văn Phúc")

    async def test_is_refused_beyond_what_there_is(self, paying: Paying) -> None:
        await chosen(paying, **CITY)
        await paying.fund({"quarter": 1_000_000}, kind="income")
        await paying.rated()
        await paid_by_rank(paying)
        told = {"agency": paying.agency, "kind": "income", "span": "quarter", "period": QUARTER}
        assert await paying.refused("officer", deeds.draw_reward_list, **told) == "FUND_EXCEEDED"

    async def test_a_replaced_result_is_settled_by_the_person_himself(self, paying: Paying) -> None:
        await chosen(paying, **CITY)
        await paying.fund(MONEY, kind="income")
        await paying.rated()
        await paid_by_rank(paying)
        id = await paying.approved(await paying.draw(**INCOME))
        await paying.result("clerk", "GOOD")
        told = {**await paying.at(id), "reason": "Kết quả mới."}
        corrected = await paying.do("officer", deeds.draw_correction, **told)
        assert await paying.amounts(corrected) == {"clerk": 3 * (12_131_856 - 15_164_820)}

    async def test_pays_for_no_other_span(self, paying: Paying) -> None:
        await chosen(paying, **CITY)
        told = {"agency": paying.agency, "kind": "income", "span": "month", "period": QUARTER}
        assert await paying.refused("officer", deeds.draw_reward_list, **told) == "NO_INCOME_SCHEME"

    @pytest.mark.parametrize(
        "beyond",
        [
            {"most": Decimal("1.81")},
            {"good": Decimal("0.9")},
            {"completed": Decimal("0.1")},
            {"others": Decimal(3_000_001)},
        ],
    )
    async def test_an_agency_stays_within_the_text(
        self, paying: Paying, beyond: dict[str, Any]
    ) -> None:
        told = {"agency": paying.agency, "begins": DAY, "document": PAPER}
        told |= terms(**{**CITY, **beyond})
        code = await paying.refused("chair", deeds.choose_income_scheme, **told)
        assert code == "INCOME_BEYOND_LIMIT"

    async def test_the_scheme_is_the_heads_choice_for_days_to_come(self, paying: Paying) -> None:
        told = {"agency": paying.agency, "document": PAPER, **terms(**CITY)}
        choose = deeds.choose_income_scheme
        assert await paying.refused("officer", choose, **told, begins=DAY) == "NOT_AGENCY_HEAD"
        assert await paying.refused("chair", choose, **told, begins=EARLY) == (
            "REGULATION_IN_THE_PAST"
        )


class TestHaNoi:
    async def test_a_month_is_half_of_everybodys_salary_without_any_result(
        self, paying: Paying
    ) -> None:
        await chosen(paying, **CAPITAL)
        await paying.fund(MONEY, kind="income")
        await paid_by_rank(paying)
        id = await paying.draw("month", QUARTER, **INCOME)
        amounts = await paying.amounts(id)
        assert amounts == {**dict.fromkeys(EVERYBODY, 4_212_450), "archivist": 0}
        assert {row["level"] for row in (await paying.lines(id)).values()} == {None}

    async def test_the_years_pool_is_shared_by_class_among_those_who_completed(
        self, paying: Paying
    ) -> None:
        await chosen(paying, **CAPITAL)
        day = date(2026, 12, 20)
        await paying.year.decided({"clerk": "65.00", "typist": "40.00"})
        for name in EVERYBODY:
            await paying.salary(name, "3.00", date(2026, 11, 1))
        pool = int(Fraction(3, 10) * 3 * 2_530_000 * 2 * len(EVERYBODY))
        await paying.fund({"year": pool}, kind="income", today=day)
        left = [deeds.LeftOut(paying.town.people["chair"], "Cấp trên chưa xếp loại.")]
        id = await paying.draw("year", date(2026, 1, 1), **INCOME, left_out=left, today=day)
        amounts = await paying.amounts(id)
        assert (await paying.row("reward_list", id))["pool"] == pool
        assert sum(amounts.values()) == pool
        assert amounts["typist"] == 0
        share = pool * Fraction(12, 5) / (7 * Fraction(12, 5) + 1)
        assert amounts["vice"] - int(share) in (0, 1)


class TestAwards:
    async def accepted(self, paying: Paying, name: str = "clerk") -> UUID:
        """The chief proposes the clerk's urgent work, the chair accepts it."""
        await paying.year.cast.worked(name)
        await paying.year.cast.worked(name, "4", origin="urgent", title="Trực bão")
        month = {"posting": paying.town.postings[name], "period": date(2026, 6, 1)}
        day = date(2026, 6, 16)
        id: UUID = await paying.do(
            "chief", insight.propose_reward, **month, reason="Chống bão.", today=day
        )
        told = {"id": id, "version": 1, "accept": True, "reason": "Đồng ý."}
        await paying.do("chair", insight.decide_reward, **told, today=day)
        return id

    async def test_give_so_many_base_salaries_of_the_day(self, paying: Paying) -> None:
        proposal = await self.accepted(paying)
        await paying.laid_down()
        told = {"agency": paying.agency, "awards": [deeds.AwardOf(proposal, "M1")]}
        id = await paying.do("officer", deeds.draw_awards, **told)
        line = (await paying.lines(id))["clerk"]
        assert (int(line["amount"]), line["proposal_id"]) == (7_590_000, proposal)
        await paying.approved(id)
        assert await paying.committed("ad_hoc") == (7_590_000, 7_590_000)

    async def test_are_given_once_for_a_proposal(self, paying: Paying) -> None:
        proposal = await self.accepted(paying)
        await paying.laid_down()
        told = {"agency": paying.agency, "awards": [deeds.AwardOf(proposal, "M2")]}
        id = await paying.do("officer", deeds.draw_awards, **told)
        draw = deeds.draw_awards
        assert await paying.refused("officer", draw, **told) == "REWARD_NOT_ACCEPTED"
        withdraw = {**await paying.at(id), "reason": "Lập lại."}
        await paying.do("officer", deeds.withdraw_reward_list, **withdraw)
        await paying.do("officer", draw, **told)

    async def test_rest_on_an_accepted_proposal_and_a_known_award(self, paying: Paying) -> None:
        proposal = await self.accepted(paying)
        told = {"agency": paying.agency, "awards": [deeds.AwardOf(proposal, "M1")]}
        draw = deeds.draw_awards
        assert await paying.refused("officer", draw, **told) == "NO_REGULATION_IN_FORCE"
        await paying.laid_down()
        unknown = {**told, "awards": [deeds.AwardOf(proposal, "M9")]}
        assert await paying.refused("officer", draw, **unknown) == "AWARD_UNKNOWN"
        await paying.town.owner.execute(
            "update congtam.reward_proposal set state = 'declined' where id = $1", proposal
        )
        assert await paying.refused("officer", draw, **told) == "REWARD_NOT_ACCEPTED"
        for awards in ([], [deeds.AwardOf(proposal, "M1")] * 2):
            wrong = {**told, "awards": awards}
            assert await paying.refused("officer", draw, **wrong) == "INVALID_INPUT"
        assert await paying.refused("chair", draw, **told) == "NO_MANDATE"

    async def test_nobody_puts_his_own_on_the_list(self, paying: Paying) -> None:
        proposal = await self.accepted(paying)
        await paying.laid_down()
        await paying.town.owner.execute(
            "update congtam.reward_proposal set person_id = $1 where id = $2",
            paying.town.people["officer"],
            proposal,
        )
        told = {"agency": paying.agency, "awards": [deeds.AwardOf(proposal, "M1")]}
        assert await paying.refused("officer", deeds.draw_awards, **told) == "NO_SELF_REWARD"
