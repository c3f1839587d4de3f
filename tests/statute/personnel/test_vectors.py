"""The worked examples about personnel that the project was given."""

from datetime import date
from decimal import Decimal

import pytest

from resolvers.statute.calendar import (
    public_employee_petition_deadline,
    public_employee_petition_filing_deadline,
)
from resolvers.statute.personnel import (
    ActionKind,
    LowConfidence,
    count_vote,
    leaving_allowance,
    low_confidence,
    procedure,
    reappointment_dates,
    report_due,
    suspension_ends,
)
from tests.statute.personnel.facts import law


def test_b02_a_public_employees_petition_is_decided_in_ten_working_days() -> None:
    assert public_employee_petition_deadline(date(2026, 12, 14)).day == date(2026, 12, 28)


def test_b02_and_filed_within_five_days_of_the_publication() -> None:
    assert public_employee_petition_filing_deadline(date(2026, 12, 9)).day == date(2026, 12, 14)


def test_b03_a_result_goes_to_the_national_database_by_the_shorter_of_two_terms() -> None:
    assert report_due(date(2026, 6, 30)).day == date(2026, 7, 1)
    assert report_due(date(2026, 6, 25)).day == date(2026, 6, 30)


class TestB04:
    RULE = procedure(ActionKind.APPOINTMENT, law(), leader=True).step("extended_leadership").vote

    def test_twenty_eight_of_forty_are_a_quorum(self) -> None:
        assert self.RULE is not None
        outcome = count_vote(self.RULE, 40, 28, {"an": 21, "bình": 7})
        assert outcome.quorum
        assert outcome.findings[0].values == ("28", "40", "27")

    def test_twenty_one_votes_choose(self) -> None:
        assert self.RULE is not None
        assert count_vote(self.RULE, 40, 28, {"an": 21, "bình": 7}).chosen == "an"

    def test_twenty_do_not_and_everybody_with_twelve_goes_forward(self) -> None:
        assert self.RULE is not None
        outcome = count_vote(self.RULE, 40, 40, {"an": 20, "bình": 12, "chi": 8})
        assert outcome.chosen is None
        assert outcome.forward == ("an", "bình")
        eleven = count_vote(self.RULE, 40, 40, {"an": 20, "bình": 11, "chi": 9})
        assert eleven.forward == ("an",)


@pytest.mark.parametrize(
    ("low", "ground"),
    [(34, LowConfidence.REMOVAL), (33, LowConfidence.RESIGNATION), (25, None)],
)
def test_b05_low_confidence_of_fifty_votes(low: int, ground: LowConfidence | None) -> None:
    assert low_confidence(low, 50, law()) is ground


def test_b06_a_term_that_ends_on_a_saturday() -> None:
    notice, decision = reappointment_dates(date(2027, 5, 15), law())
    assert (notice.day, decision.day) == (date(2027, 2, 14), date(2027, 5, 14))


def test_b07_a_suspension_of_fifteen_working_days_and_one_extension() -> None:
    """The example ignores holidays; the calendar knows none on a weekday in these weeks."""
    start = date(2026, 10, 1)
    assert suspension_ends(start, law()).day == date(2026, 10, 22)
    assert suspension_ends(start, law(), extended=True).day == date(2026, 11, 12)


def test_b08_leaving_after_twelve_years_and_four_months() -> None:
    paid = leaving_allowance(Decimal(10_000_000), 12, 4, law())
    assert paid.amount == Decimal(217_500_000)
