"""Days of terms and suspensions, and the allowance of somebody who leaves, to the đồng."""

from datetime import date
from decimal import Decimal

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.calendar import HolidaysUnknown
from resolvers.statute.months import months_after
from resolvers.statute.personnel import (
    ActionKind,
    continuation,
    leaving_allowance,
    reappointment_dates,
    suspension_ends,
    term_end,
    termination_due,
    whole_months,
)
from tests.statute.personnel.facts import law


class TestMonths:
    @pytest.mark.parametrize(
        ("day", "months", "later"),
        [
            (date(2026, 1, 31), 1, date(2026, 2, 28)),
            (date(2024, 2, 29), 12, date(2025, 2, 28)),
            (date(2026, 11, 15), 2, date(2027, 1, 15)),
            (date(2026, 12, 31), 36, date(2029, 12, 31)),
        ],
    )
    def test_end_on_the_same_day_or_the_last_of_the_month(
        self, day: date, months: int, later: date
    ) -> None:
        assert months_after(day, months) == later

    @pytest.mark.parametrize(
        ("since", "until", "months"),
        [
            (date(2026, 1, 15), date(2027, 1, 14), 11),
            (date(2026, 1, 15), date(2027, 1, 15), 12),
            (date(2026, 1, 31), date(2026, 2, 28), 1),
            (date(2026, 5, 1), date(2026, 4, 30), -1),
        ],
    )
    def test_are_counted_whole(self, since: date, until: date, months: int) -> None:
        assert whole_months(since, until) == months


class TestTerms:
    def test_last_five_years(self) -> None:
        assert term_end(date(2026, 6, 1), law()) == date(2031, 5, 31)

    def test_again_end_with_retirement_where_less_than_five_years_are_left(self) -> None:
        start, retires = date(2027, 1, 1), date(2031, 12, 31)
        assert term_end(start, law(), retires_on=retires, again=True) == retires
        later = date(2032, 1, 1)
        assert term_end(start, law(), retires_on=later, again=True) == date(2031, 12, 31)

    def test_the_first_time_never_end_with_retirement(self) -> None:
        assert term_end(date(2027, 1, 1), law(), retires_on=date(2029, 1, 1)) == date(2031, 12, 31)

    @pytest.mark.parametrize(
        ("retires", "kind"),
        [
            (date(2028, 12, 30), ActionKind.EXTENSION),
            (date(2028, 12, 31), ActionKind.REAPPOINTMENT),
        ],
    )
    def test_are_extended_with_less_than_two_years_left(
        self, retires: date, kind: ActionKind
    ) -> None:
        assert continuation(date(2026, 12, 31), retires, law()) is kind

    def test_are_decided_a_working_day_before_their_end(self) -> None:
        monday = date(2026, 10, 19)
        assert reappointment_dates(monday, law()).decision.day == date(2026, 10, 16)

    def test_need_a_calendar_for_their_last_working_day(self) -> None:
        with pytest.raises(HolidaysUnknown):
            reappointment_dates(date(2031, 5, 15), law())


class TestSuspension:
    def test_skips_holidays(self) -> None:
        assert suspension_ends(date(2026, 11, 20), law()).day == date(2026, 12, 14)

    def test_a_result_is_followed_by_thirty_days(self) -> None:
        assert termination_due(date(2026, 12, 11), law()).day == date(2027, 1, 10)


class TestLeavingAllowance:
    SALARY = Decimal(10_000_000)

    @pytest.mark.parametrize(
        ("months", "years_counted"),
        [(0, "12"), (2, "12"), (3, "12.5"), (6, "12.5"), (7, "13"), (11, "13")],
    )
    def test_counts_odd_months_as_none_a_half_or_a_whole_year(
        self, months: int, years_counted: str
    ) -> None:
        paid = leaving_allowance(self.SALARY, 12, months, law())
        assert paid.amount == self.SALARY * 3 + self.SALARY * Decimal("1.5") * Decimal(
            years_counted
        )

    @pytest.mark.parametrize(("months", "paid"), [(5, 0), (6, 10_000_000), (11, 10_000_000)])
    def test_is_one_salary_for_six_months_of_service(self, months: int, paid: int) -> None:
        assert leaving_allowance(self.SALARY, 0, months, law()).amount == paid

    def test_is_rounded_once_to_the_whole_dong_halves_up(self) -> None:
        assert leaving_allowance(Decimal(333_333), 1, 3, law()).amount == 1_750_000 - 2
        assert leaving_allowance(Decimal(1_000_001), 1, 0, law()).amount == 4_500_005

    def test_says_how_it_was_reckoned(self) -> None:
        paid = leaving_allowance(self.SALARY, 12, 4, law())
        assert paid.findings[-1].text("vi") == "10.000.000 × (3 + 1,5 × 12,5) = 217.500.000 đồng"
        assert paid.findings[-1].text("en") == "10,000,000 × (3 + 1.5 × 12.5) = 217,500,000 đồng"
        assert paid.cites == (
            "Decree 170/2025/NĐ-CP, art. 59(2)",
            "Decree 170/2025/NĐ-CP, art. 58",
        )

    @pytest.mark.parametrize(
        ("salary", "years", "months", "field"),
        [
            (Decimal(0), 1, 0, "salary"),
            (Decimal("-1"), 1, 0, "salary"),
            (Decimal(10), -1, 0, "years"),
            (Decimal(10), 81, 0, "years"),
            (Decimal(10), 1, 12, "months"),
            (Decimal("NaN"), 1, 0, "salary"),
        ],
    )
    def test_refuses_what_cannot_be(
        self, salary: Decimal, years: int, months: int, field: str
    ) -> None:
        with pytest.raises(Unacceptable) as refused:
            leaving_allowance(salary, years, months, law())
        assert refused.value.field == field
