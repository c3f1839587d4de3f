"""Gates from service: years, time in office, age, and length, on either side of each bound."""

from datetime import date

import pytest

from resolvers.statute.personnel import (
    ActionKind,
)
from tests.statute.personnel.facts import (
    DAY,
    closed,
    gate,
    rated,
)


class TestYears:
    def test_three_years_are_known_before_an_appointment(self) -> None:
        found = gate(ActionKind.APPOINTMENT, "three_years_evaluated")
        assert [finding.values[0] for finding in found.because] == ["2023", "2024", "2025"]
        assert [each.kind for each in found.evidence] == ["classification", "result"] * 3

    def test_a_missing_one_closes_the_gate_and_is_named(self) -> None:
        known = tuple(rated(year, "EXCELLENT") for year in (2023, 2025))
        found = gate(ActionKind.APPOINTMENT, "three_years_evaluated", classes=known)
        assert (found.open, found.missing) == (False, True)
        missing = [finding for finding in found.because if finding.key == "gate_class_missing"]
        assert [finding.values for finding in missing] == [("2024",)]

    def test_the_year_that_runs_counts_once_its_class_is_told(self) -> None:
        known = tuple(rated(year, "GOOD") for year in (2024, 2025, 2026))
        assert gate(ActionKind.APPOINTMENT, "three_years_evaluated", classes=known).open
        assert not gate(ActionKind.APPOINTMENT, "three_years_evaluated", classes=known[:2]).open

    def test_they_need_not_be_good(self) -> None:
        known = tuple(rated(year, "COMPLETED") for year in (2023, 2024, 2025))
        assert gate(ActionKind.APPOINTMENT, "three_years_evaluated", classes=known).open

    @pytest.mark.parametrize(
        ("level", "opens"),
        [
            ("EXCELLENT", True),
            ("GOOD", True),
            ("COMPLETED", False),
            ("NOT_COMPLETED", False),
            ("NOT_RATED", False),
        ],
    )
    def test_a_higher_post_asks_for_good_in_the_year_before_the_change(
        self, level: str, opens: bool
    ) -> None:
        known = (rated(2025, "GOOD"), rated(2026, level))
        found = gate(
            ActionKind.HIGHER_POST,
            "good_in_the_preceding_year",
            classes=known,
            starts_on=date(2027, 2, 1),
        )
        assert (found.open, found.missing) == (opens, False)

    def test_a_good_year_long_ago_does_not_do(self) -> None:
        found = gate(
            ActionKind.HIGHER_POST,
            "good_in_the_preceding_year",
            classes=(rated(2024, "EXCELLENT"),),
            starts_on=date(2026, 12, 1),
        )
        assert (found.open, found.missing) == (False, True)

    def test_every_year_of_a_term_is_completed_before_a_reappointment(self) -> None:
        code = "completed_in_the_term"
        assert gate(ActionKind.REAPPOINTMENT, code).open
        lowest = tuple(
            rated(y, "NOT_COMPLETED" if y == 2023 else "GOOD") for y in range(2022, 2026)
        )
        found = gate(ActionKind.REAPPOINTMENT, code, classes=lowest)
        assert (found.open, found.missing) == (False, False)
        short = gate(ActionKind.REAPPOINTMENT, code, classes=lowest[2:])
        assert (short.open, short.missing) == (False, True)

    def test_a_year_before_the_term_does_not_count(self) -> None:
        known = (rated(2021, "NOT_COMPLETED"), *(rated(y, "GOOD") for y in range(2022, 2026)))
        assert gate(ActionKind.REAPPOINTMENT, "completed_in_the_term", classes=known).open


class TestTimeInOffice:
    @pytest.mark.parametrize(
        ("since", "opens"),
        [(date(2026, 1, 1), True), (date(2026, 1, 2), False), (None, False)],
    )
    def test_of_twelve_months_comes_before_a_higher_office(
        self, since: date | None, opens: bool
    ) -> None:
        found = gate(
            ActionKind.APPOINTMENT,
            "twelve_months_in_office",
            office_since=since,
            post_since=since,
            starts_on=date(2027, 1, 1),
        )
        assert (found.open, found.missing) == (opens, since is None)

    def test_is_not_asked_for_an_equal_office(self) -> None:
        assert closed(ActionKind.APPOINTMENT, to_higher=False, office_since=DAY) == []

    @pytest.mark.parametrize(
        ("since", "opens"), [(date(2025, 1, 1), True), (date(2025, 1, 2), False)]
    )
    def test_of_two_years_comes_before_a_periodic_change(self, since: date, opens: bool) -> None:
        found = gate(
            ActionKind.PERIODIC_CHANGE,
            "two_years_in_the_post",
            post_since=since,
            starts_on=date(2027, 1, 1),
        )
        assert found.open is opens


class TestAge:
    CODE = "a_whole_term_before_retirement"

    @pytest.mark.parametrize(
        ("retires", "opens", "special"),
        [
            (date(2032, 1, 1), True, False),
            (date(2031, 12, 31), False, True),
            (date(2031, 1, 1), False, True),
            (date(2030, 12, 31), False, False),
        ],
    )
    def test_leaves_a_whole_term_or_in_a_special_case_forty_eight_months(
        self, retires: date, opens: bool, special: bool
    ) -> None:
        found = gate(ActionKind.APPOINTMENT, self.CODE, retires_on=retires)
        assert (found.open, found.special_case) == (opens, special)

    def test_is_not_counted_for_an_equal_or_lower_office(self) -> None:
        assert gate(
            ActionKind.APPOINTMENT, self.CODE, retires_on=date(2028, 1, 1), to_higher=False
        ).open

    def test_that_nobody_recorded_closes_the_gate(self) -> None:
        found = gate(ActionKind.APPOINTMENT, self.CODE, retires_on=None)
        assert (found.open, found.missing) == (False, True)

    @pytest.mark.parametrize(
        ("retires", "opens"), [(date(2037, 1, 1), True), (date(2036, 12, 31), False)]
    )
    def test_leaves_ten_years_after_a_rotation(self, retires: date, opens: bool) -> None:
        assert gate(ActionKind.ROTATION, "ten_years_left", retires_on=retires).open is opens

    def test_decides_between_reappointment_and_extension(self) -> None:
        code, near = "right_kind_of_continuation", date(2028, 12, 30)
        assert gate(ActionKind.EXTENSION, code, retires_on=near).open
        assert not gate(ActionKind.REAPPOINTMENT, code, retires_on=near).open
        assert gate(ActionKind.REAPPOINTMENT, code, retires_on=date(2028, 12, 31)).open
        assert gate(ActionKind.REAPPOINTMENT, code, term_until=None).missing


class TestLength:
    def test_of_a_secondment_is_three_years_at_most(self) -> None:
        code = "within_three_years"
        assert gate(ActionKind.SECONDMENT, code, ends_on=date(2029, 12, 31)).open
        assert not gate(ActionKind.SECONDMENT, code, ends_on=date(2030, 1, 1)).open
        assert not gate(ActionKind.SECONDMENT, code, ends_on=date(2026, 12, 31)).open
        assert gate(ActionKind.SECONDMENT, code, ends_on=None).missing

    def test_of_a_rotation_is_thirty_six_months_at_least_unless_in_a_special_case(self) -> None:
        code = "at_least_thirty_six_months"
        assert gate(ActionKind.ROTATION, code, ends_on=date(2029, 12, 31)).open
        short = gate(ActionKind.ROTATION, code, ends_on=date(2029, 12, 30))
        assert (short.open, short.special_case) == (False, True)
