"""What lists rest on: salaries, the fund and its parts, the regulation, the scheme of income."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import rewards as deeds
from resolvers.core.documents import Document
from tests.resolvers.rewards.paying import DAY, EARLY, PAPER, PARTS, RULES, Paying

SENT = Document("77/UBND", date(2026, 6, 25), sha256="ee" * 32)


def parts(**amounts: int) -> list[deeds.PartOfFund]:
    return [deeds.PartOfFund(span, Decimal(amount)) for span, amount in amounts.items()]


class TestSalaries:
    async def test_a_later_one_ends_the_earlier(self, paying: Paying) -> None:
        await paying.salary("clerk", "2.34")
        await paying.salary("clerk", "2.67", date(2026, 9, 1))
        rows = await paying.rows("salary_fact", "person_id = $1", paying.town.people["clerk"])
        told = {row["coefficient"]: row["during"].upper for row in rows}
        assert told == {Decimal("2.340"): date(2026, 9, 1), Decimal("2.670"): None}

    async def test_are_recorded_by_the_personnel_body_and_by_nobody_of_himself(
        self, paying: Paying
    ) -> None:
        told = {"coefficient": Decimal("3"), "begins": EARLY, "document": PAPER}
        for who, whose, code in (
            ("officer", "officer", "OWN_RECORD"),
            ("chair", "clerk", "NO_MANDATE"),
            ("clerk", "clerk", "OWN_RECORD"),
            ("registrar", "clerk", "NO_MANDATE"),
        ):
            person = paying.town.people[whose]
            refused = await paying.refused(who, deeds.record_salary, person=person, **told)
            assert refused == code

    @pytest.mark.parametrize("wrong", ["0", "-1", "20.001", "2.3456", "NaN"])
    async def test_are_numbers_that_there_can_be(self, paying: Paying, wrong: str) -> None:
        told = {"person": paying.town.people["clerk"], "begins": EARLY, "document": PAPER}
        refused = await paying.refused(
            "officer", deeds.record_salary, **told, coefficient=Decimal(wrong)
        )
        assert refused == "NUMBER_NOT_ACCEPTABLE"


class TestFund:
    async def test_is_a_tenth_of_the_salary_fund(self, paying: Paying) -> None:
        found = await paying.row("bonus_fund", await paying.fund())
        assert (found["amount"], found["committed"]) == (500_000_000, 0)
        assert found["cites"] == ["Decree 161/2026/NĐ-CP, art. 4(4)"]
        spans = {row["span"]: int(row["amount"]) for row in await paying.rows("fund_part")}
        assert spans == PARTS

    async def test_waits_for_the_salary_fund(self, paying: Paying) -> None:
        told = {"agency": paying.agency, "kind": "bonus", "year": 2026, "document": PAPER}
        set_fund = deeds.set_bonus_fund
        assert await paying.refused("chair", set_fund, **told, parts=[]) == "NO_SALARY_FUND"

    async def test_its_parts_are_never_more_than_it(self, paying: Paying) -> None:
        (await paying.fund(),)
        told = {"agency": paying.agency, "kind": "bonus", "year": 2026, "document": PAPER}
        more = parts(quarter=300_000_000, year=200_000_001)
        code = await paying.refused("chair", deeds.set_bonus_fund, **told, parts=more, version=1)
        assert code == "PARTS_EXCEED_FUND"

    async def test_what_lists_have_taken_stays_in_their_part(self, paying: Paying) -> None:
        await paying.laid_down()
        await paying.rated()
        await paying.approved(await paying.draw())
        (fund,) = await paying.rows("bonus_fund")
        told = {"agency": paying.agency, "kind": "bonus", "year": 2026, "document": PAPER}
        told["version"] = fund["version"]
        taken = PARTS["quarter"] // 4
        set_fund = deeds.set_bonus_fund
        less = parts(quarter=taken - 1)
        assert await paying.refused("chair", set_fund, **told, parts=less) == "PART_COMMITTED"
        assert await paying.refused("chair", set_fund, **told, parts=[]) == "PART_COMMITTED"
        await paying.do("chair", set_fund, **told, parts=parts(quarter=taken, year=400_000_000))
        spans = {row["span"]: int(row["amount"]) for row in await paying.rows("fund_part")}
        assert spans == {"quarter": taken, "year": 400_000_000, "half_year": 0, "ad_hoc": 0}

    async def test_is_the_heads_and_guarded_by_its_version(self, paying: Paying) -> None:
        await paying.fund()
        told = {"agency": paying.agency, "kind": "bonus", "year": 2026, "document": PAPER}
        for who in ("officer", "vice", "governor", "inspector"):
            code = await paying.refused(who, deeds.set_bonus_fund, **told, parts=[], version=1)
            assert code == "NOT_AGENCY_HEAD"
        code = await paying.refused("chair", deeds.set_bonus_fund, **told, parts=[])
        assert code == "STALE_VERSION"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"parts": parts(quarter=1) * 2},
            {"parts": [deeds.PartOfFund("week", Decimal(1))]},
            {"parts": [deeds.PartOfFund("year", Decimal("0.5"))]},
            {"kind": "gift"},
            {"year": 1999},
            {"amount": Decimal(1)},
        ],
    )
    async def test_refuses_what_is_no_fund(self, paying: Paying, wrong: dict[str, Any]) -> None:
        told = {"agency": paying.agency, "kind": "bonus", "year": 2026, "document": PAPER}
        told |= {"parts": [], **wrong}
        assert await paying.refused("chair", deeds.set_bonus_fund, **told) == "INVALID_INPUT"

    async def test_the_database_itself_keeps_it_from_being_overdrawn(self, paying: Paying) -> None:
        await paying.fund()
        for table in ("bonus_fund", "fund_part"):
            with pytest.raises(Exception, match="never_overdrawn"):
                await paying.town.owner.execute(
                    f"update congtam.{table} set committed = amount + 1"
                )


class TestRegulation:
    async def test_is_proposed_issued_published_and_sent(self, paying: Paying) -> None:
        id = await paying.regulated()
        found = await paying.row("reward_regulation", id)
        assert (found["state"], found["during"].lower) == ("approved", EARLY)
        assert found["superior_id"] == paying.town.agencies["province"]
        told = {"regulation": id, "version": found["version"], "document": SENT}
        for who, code in (("chair", "NO_MANDATE"), ("registrar", "NOT_FOUND")):
            assert await paying.refused(who, deeds.record_regulation_sent, **told) == code
        await paying.do("officer", deeds.record_regulation_sent, **told)
        told["version"] += 1
        code = await paying.refused("officer", deeds.record_regulation_sent, **told)
        assert code == "REGULATION_NOT_TO_SEND"

    async def test_is_issued_by_the_agencys_head_for_days_to_come(self, paying: Paying) -> None:
        told = {"regulation": await paying.propose(), "version": 1, "decision": PAPER}
        approve = deeds.approve_reward_regulation
        for who, code in (("officer", "NOT_AGENCY_HEAD"), ("vice", "NOT_FOUND")):
            assert await paying.refused(who, approve, **told, begins=DAY) == code
        assert await paying.refused("chair", approve, **told, begins=EARLY) == (
            "REGULATION_IN_THE_PAST"
        )
        await paying.do("chair", approve, **told, begins=DAY)
        again = {**told, "version": 2, "begins": DAY}
        assert await paying.refused("chair", approve, **again) == "REGULATION_DECIDED"

    async def test_the_next_one_ends_it(self, paying: Paying) -> None:
        first = await paying.regulated()
        second = await paying.propose()
        told = {"regulation": second, "version": 1, "begins": DAY, "decision": PAPER}
        await paying.do("chair", deeds.approve_reward_regulation, **told)
        assert (await paying.row("reward_regulation", first))["during"].upper == DAY
        assert (await paying.row("reward_regulation", second))["edition"] == 2

    async def test_may_be_declined(self, paying: Paying) -> None:
        told = {"regulation": await paying.propose(), "version": 1, "reason": "Cần lấy ý kiến."}
        await paying.do("chair", deeds.decline_reward_regulation, **told)
        (found,) = await paying.rows("reward_regulation")
        assert (found["state"], found["during"]) == ("declined", None)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"spans": [deeds.SpanRule("year", Decimal(1), Decimal(1), Decimal(2), Decimal(0))]},
            {"spans": [deeds.SpanRule("ad_hoc", Decimal(1), Decimal(2), Decimal(1), Decimal(0))]},
            {"spans": RULES[:1] * 2},
            {"remainder": "lost"},
            {"spans": [], "awards": []},
            {"awards": [deeds.AwardRule("a", "A", Decimal(1), Decimal(1))]},
            {"awards": [deeds.AwardRule("a", "A", amount=Decimal(0))]},
        ],
    )
    async def test_refuses_what_is_no_rule(self, paying: Paying, wrong: dict[str, Any]) -> None:
        told = {"agency": paying.agency, "title": "Quy chế", "scope": "Xã", "remainder": "kept"}
        told |= {"spans": RULES, "awards": (), **wrong}
        code = await paying.refused("officer", deeds.propose_reward_regulation, **told)
        assert code == "INVALID_INPUT"

    async def test_a_share_is_of_the_whole_part_at_most(self, paying: Paying) -> None:
        rule = deeds.SpanRule("year", Decimal("1.1"), Decimal(3), Decimal(2), Decimal(1))
        told = {"agency": paying.agency, "title": "Quy chế", "scope": "Xã", "remainder": "kept"}
        code = await paying.refused(
            "officer", deeds.propose_reward_regulation, **told, spans=[rule]
        )
        assert code == "NUMBER_NOT_ACCEPTABLE"
