"""The worked examples of money: a pool by multiples, two cities' additional income, the fund."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.rewards import (
    Award,
    Line,
    Locality,
    Month,
    Person,
    Remainder,
    Rule,
    Scheme,
    Shared,
    award_amount,
    base_salary,
    bonus_fund,
    by_class,
    by_weights,
    demand_lawful,
    month_salary,
    monthly,
    year_pool,
)

KNOWN = date(2027, 1, 10)
LEFT = 900_000_000
CITE = "Decree 161/2026/NĐ-CP, art. 4(4)"
MULTIPLES = {"EXCELLENT": Decimal("3.0"), "GOOD": Decimal("2.4"), "COMPLETED": Decimal("1.0")}
PEOPLE = [
    Person(f"{level} {number:02}", f"{level} {number:02}", level)
    for level, count in (("EXCELLENT", 10), ("GOOD", 60), ("COMPLETED", 10), ("NOT_COMPLETED", 1))
    for number in range(count)
]
CITY = Scheme(
    Locality.HO_CHI_MINH_CITY,
    Decimal("1.8"),
    {"EXCELLENT": Decimal(1), "GOOD": Decimal("0.8"), "COMPLETED": Decimal(0)},
    3_000_000,
)
CAPITAL = Scheme(Locality.HA_NOI, Decimal("0.5"), MULTIPLES, 0)
JULY = Month(date(2026, 7, 31), Decimal("3.33"))


def shared(remainder: Remainder = Remainder.LARGEST) -> tuple[Shared, dict[str, Line]]:
    return by_weights(LEFT, PEOPLE, Rule("786/QĐ-BNV", MULTIPLES, False, remainder, CITE))


class TestPoolByMultiples:
    """B09: what is left at the year's end is shared out by the multiples of the levels."""

    def test_has_the_exact_shares_that_were_worked(self) -> None:
        pool, lines = shared()
        assert pool.weights == 184
        assert round(pool.base, 2) == Fraction("4891304.35")
        assert round(lines["EXCELLENT 00"].exact, 2) == Fraction("14673913.04")
        assert round(lines["GOOD 00"].exact, 2) == Fraction("11739130.43")
        assert round(lines["COMPLETED 00"].exact, 2) == Fraction("4891304.35")
        assert lines["NOT_COMPLETED 00"].amount == 0

    def test_is_given_out_to_the_dong(self) -> None:
        pool, lines = shared()
        assert (pool.total, pool.kept) == (LEFT, 0)
        assert sum(line.amount for line in lines.values()) == LEFT
        assert {line.amount - int(line.exact) for line in lines.values()} == {0, 1}

    def test_keeps_the_rest_where_the_rule_says_so(self) -> None:
        pool, lines = shared(Remainder.KEPT)
        assert sum(line.amount for line in lines.values()) == LEFT - pool.kept
        assert 0 < pool.kept < len(PEOPLE)
        goods = {line.amount for key, line in lines.items() if key.startswith("GOOD")}
        assert goods == {11_739_130}

    def test_can_be_recomputed_from_its_steps(self) -> None:
        _, lines = shared()
        steps = {step.key: step for step in lines["GOOD 00"].steps}
        named = steps["reward_base"].named
        base = Fraction(named["pool"]) / Fraction(named["weights"])
        assert Fraction(steps["reward_base"].value) == base
        weight = Fraction(steps["reward_weight"].value)
        assert Fraction(steps["reward_share"].value) == base * weight == lines["GOOD 00"].exact
        assert int(base * weight) == int(steps["reward_down"].value)
        assert steps["reward_base"].text("vi").startswith("Mức tiền cho hệ số 1: 900.000.000 đồng")

    def test_goes_by_salary_where_the_rule_says_so(self) -> None:
        people = [
            Person("a", "a", "GOOD", Decimal("2.34")),
            Person("b", "b", "GOOD", Decimal("4.68")),
            Person("c", "c", "NOT_COMPLETED"),
        ]
        rule = Rule("12/QĐ", MULTIPLES, True, Remainder.LARGEST, CITE)
        _, lines = by_weights(3_000_000, people, rule)
        assert [lines[key].amount for key in "abc"] == [1_000_000, 2_000_000, 0]

    def test_by_salary_refuses_somebody_without_one(self) -> None:
        rule = Rule("12/QĐ", MULTIPLES, True, Remainder.LARGEST, CITE)
        with pytest.raises(Unacceptable, match="coefficient"):
            by_weights(1, [Person("a", "a", "GOOD")], rule)


class TestHoChiMinhCity:
    """B10: at most 1.8 of the salary for the excellent, 80 % of that for the good, then nothing."""

    def test_the_salary_is_the_coefficient_times_the_base_salary(self) -> None:
        assert month_salary(Decimal("3.33"), JULY.last, known=KNOWN) == 8_424_900

    @pytest.mark.parametrize(
        ("level", "amount"),
        [
            ("EXCELLENT", 15_164_820),
            ("GOOD", 12_131_856),
            ("COMPLETED", 0),
            ("NOT_COMPLETED", 0),
        ],
    )
    def test_a_month_is_as_it_was_worked(self, level: str, amount: int) -> None:
        assert by_class(CITY, level, [JULY], known=KNOWN).amount == amount

    def test_a_quarter_adds_its_months_up_before_it_is_rounded(self) -> None:
        months = [Month(date(2026, month, 30), Decimal("3.333")) for month in (4, 5, 6)]
        scheme = Scheme(CITY.locality, Decimal("1.7777"), CITY.shares, 0)
        found = by_class(scheme, "GOOD", months, known=KNOWN)
        each = Fraction("3.333") * 2_340_000 * Fraction("1.7777") * Fraction("0.8")
        assert found.exact == 3 * each
        assert found.amount == int(3 * each) != 3 * int(each)

    def test_whoever_has_no_salary_by_rank_gets_a_part_of_a_fixed_amount(self) -> None:
        other = Month(date(2026, 7, 31), None)
        assert by_class(CITY, "EXCELLENT", [other], known=KNOWN).amount == 3_000_000
        assert by_class(CITY, "GOOD", [other], known=KNOWN).amount == 2_400_000

    @pytest.mark.parametrize(
        "beyond",
        [
            Scheme(CITY.locality, Decimal("1.8001"), CITY.shares, 0),
            Scheme(CITY.locality, Decimal("1.8"), CITY.shares, 3_000_001),
            Scheme(CITY.locality, Decimal("1.8"), {"GOOD": Decimal("0.81")}, 0),
            Scheme(CITY.locality, Decimal("1.8"), {"COMPLETED": Decimal("0.0001")}, 0),
        ],
    )
    def test_an_agency_stays_within_the_citys_text(self, beyond: Scheme) -> None:
        assert demand_lawful(CITY, JULY.last, known=KNOWN)
        with pytest.raises(Unacceptable):
            demand_lawful(beyond, JULY.last, known=KNOWN)

    def test_the_text_reaches_back_for_whoever_knows_it(self) -> None:
        july = date(2025, 7, 31)
        assert demand_lawful(CITY, july, known=date(2025, 8, 28))
        with pytest.raises(NotInForce):
            demand_lawful(CITY, july, known=date(2025, 8, 27))


class TestHaNoi:
    """B11: 0.5 of the salary each month for all, 0.3 of it into a pool for the year's end."""

    def test_a_month_is_half_of_the_salary(self) -> None:
        assert monthly(CAPITAL, JULY, known=KNOWN).amount == 4_212_450

    def test_twelve_months_put_three_tenths_of_each_into_the_pool(self) -> None:
        months = [Month(date(2027, month, 28), Decimal("3.33")) for month in range(1, 13)]
        assert year_pool(months, known=date(2027, 12, 31)) == 30_329_640

    def test_the_base_salary_of_each_month_counts(self) -> None:
        months = [Month(date(2026, month, 28), Decimal(1)) for month in (6, 7)]
        assert year_pool(months, known=KNOWN) == Fraction("0.3") * (2_340_000 + 2_530_000)

    def test_the_pool_is_for_those_who_completed_their_tasks(self) -> None:
        assert demand_lawful(CAPITAL, JULY.last, known=KNOWN)
        for shares in ({"NOT_COMPLETED": Decimal(1)}, {"GOOD": Decimal(101)}):
            with pytest.raises(Unacceptable):
                demand_lawful(
                    Scheme(CAPITAL.locality, Decimal("0.5"), shares, 0), JULY.last, known=KNOWN
                )

    def test_nothing_is_paid_before_2026(self) -> None:
        with pytest.raises(NotInForce):
            demand_lawful(CAPITAL, date(2025, 12, 31), known=KNOWN)


class TestBonusFund:
    """B12: ten per cent of the salary fund, before and after the base salary changed."""

    @pytest.mark.parametrize(
        ("day", "cite"),
        [
            (date(2026, 6, 30), "Decree 73/2024/NĐ-CP, art. 4"),
            (date(2026, 7, 1), "Decree 161/2026/NĐ-CP, art. 4(4)"),
        ],
    )
    def test_is_a_tenth(self, day: date, cite: str) -> None:
        fund = bonus_fund(12_000_000_000, Law(day, known=KNOWN))
        assert (fund.amount, fund.cites) == (1_200_000_000, (cite,))

    def test_is_rounded_down_once(self) -> None:
        fund = bonus_fund(12_345_678_999, Law(date(2026, 7, 1), known=KNOWN))
        assert (fund.exact, fund.amount) == (Fraction("1234567899.9"), 1_234_567_899)

    def test_asks_for_a_salary_fund_that_there_can_be(self) -> None:
        with pytest.raises(Unacceptable, match="salary_fund"):
            bonus_fund(-1, Law(date(2026, 7, 1), known=KNOWN))

    def test_was_not_there_before_the_first_text(self) -> None:
        with pytest.raises(NotInForce):
            bonus_fund(1, Law(date(2024, 6, 30), known=KNOWN))


@pytest.mark.parametrize(
    ("day", "amount"), [(date(2026, 6, 30), 2_340_000), (date(2026, 7, 1), 2_530_000)]
)
def test_the_base_salary_changed_on_the_first_of_july(day: date, amount: int) -> None:
    assert base_salary(day, known=KNOWN)[0] == amount


class TestAwards:
    @pytest.mark.parametrize(
        ("times", "amount"), [(Decimal(3), 7_590_000), (Decimal(5), 12_650_000)]
    )
    def test_are_so_many_base_salaries_of_their_day(self, times: Decimal, amount: int) -> None:
        award = Award("Thành tích đột xuất", "12/QĐ", base_salaries=times)
        found = award_amount(award, JULY.last, known=KNOWN)
        assert found.amount == amount
        assert found.steps[0].text("vi") == (
            f"Thành tích đột xuất, theo 12/QĐ: {times} lần mức lương cơ sở 2.530.000 đồng"
        )

    def test_or_an_amount_that_the_regulation_names(self) -> None:
        award = Award("Sáng kiến", "12/QĐ", amount=4_000_000)
        assert award_amount(award, JULY.last, known=KNOWN).amount == 4_000_000
