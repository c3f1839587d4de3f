"""The table of deadlines, and the days of a head's duties."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from resolvers.statute.calendar import (
    Deadline,
    EntryWindow,
    HolidaysUnknown,
    accept_deadline,
    assign_deadline,
    classification_deadline,
    close_deadline,
    entry_window,
    national_database_deadline,
    petition_deadline,
    petition_filing_deadline,
    public_employee_petition_deadline,
    score_deadline,
)
from resolvers.statute.citing import cited
from resolvers.statute.dated import NotInForce
from resolvers.statute.switches import DEFAULTS, Switches
from tests.statute.cases import cases

CASES = cases("calendar/deadlines")
BY_LAW: dict[str, Callable[[date], Deadline]] = {
    "petition": petition_deadline,
    "public_employee_petition": public_employee_petition_deadline,
    "national_database": national_database_deadline,
}
BY_RULE: dict[str, Callable[[Any, Switches], Deadline]] = {
    "petition_filing": petition_filing_deadline,
    "accept": accept_deadline,
    "classification": classification_deadline,
}


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


def deadline(case: dict[str, Any]) -> Deadline:
    given = case.get("from", case.get("year"))
    if case["what"] in BY_LAW:
        return BY_LAW[case["what"]](given)
    return BY_RULE[case["what"]](given, Switches.of(case.get("switches", {})))


@pytest.mark.parametrize("case", [case for case in CASES if "by" in case], ids=named)
def test_the_deadline_is_the_day_of_the_table(case: dict[str, Any]) -> None:
    found = deadline(case)
    assert found.day == case["by"]
    assert cited(found.cite, "vi") != found.cite


@pytest.mark.parametrize("case", [case for case in CASES if "unknown" in case], ids=named)
def test_a_year_without_holidays_is_named_and_not_guessed(case: dict[str, Any]) -> None:
    with pytest.raises(HolidaysUnknown, match=str(case["unknown"])) as unknown:
        deadline(case)
    assert unknown.value.year == case["unknown"]


@pytest.mark.parametrize("case", [case for case in CASES if "not_in_force" in case], ids=named)
def test_before_a_text_there_is_no_deadline(case: dict[str, Any]) -> None:
    with pytest.raises(NotInForce):
        deadline(case)


@pytest.mark.parametrize("what", [*BY_LAW, *BY_RULE])
def test_every_deadline_has_its_sentence(what: str) -> None:
    assert [case for case in CASES if case["what"] == what and "by" in case]


class TestDutiesOfAMonth:
    DECEMBER, LAST = date(2026, 12, 1), date(2026, 12, 31)

    def test_have_the_recommended_days_by_default(self) -> None:
        assert assign_deadline(self.DECEMBER, DEFAULTS).day == date(2026, 12, 5)
        assert score_deadline(self.LAST, DEFAULTS).day == date(2027, 1, 3)
        assert close_deadline(self.LAST, DEFAULTS).day == date(2027, 1, 5)

    def test_have_the_agency_s_days_where_it_set_them(self) -> None:
        set_ = Switches.of({"duty_assign_day": 1, "duty_score_day": 7, "duty_close_day": 9})
        assert assign_deadline(self.DECEMBER, set_).day == date(2026, 12, 1)
        assert score_deadline(self.LAST, set_).day == date(2027, 1, 7)
        assert close_deadline(self.LAST, set_).day == date(2027, 1, 9)

    def test_cite_the_agency_s_rule(self) -> None:
        for found in (
            assign_deadline(self.DECEMBER, DEFAULTS),
            score_deadline(self.LAST, DEFAULTS),
            close_deadline(self.LAST, DEFAULTS),
        ):
            assert cited(found.cite, "vi").startswith("Quy chế của cơ quan về thời hạn ")

    def test_leave_sheets_open_from_the_first_day_to_the_tenth_of_the_next_month(self) -> None:
        window = entry_window(self.DECEMBER, self.LAST, DEFAULTS)
        assert window == EntryWindow(self.DECEMBER, date(2027, 1, 10))

    def test_open_and_close_them_as_the_agency_says(self) -> None:
        set_ = Switches.of({"entry_opens_day": 25, "entry_closes_day": 5})
        window = entry_window(date(2026, 2, 1), date(2026, 2, 28), set_)
        assert window == EntryWindow(date(2026, 2, 25), date(2026, 3, 5))

    def test_follow_the_end_of_a_quarter_where_the_agency_scores_by_the_quarter(self) -> None:
        window = entry_window(date(2026, 10, 1), self.LAST, DEFAULTS)
        assert window == EntryWindow(date(2026, 10, 1), date(2027, 1, 10))
