"""By when a year's reviews are done; when the draft report goes out; how long a meeting takes."""

from datetime import date

import pytest

from resolvers.statute.calendar import HolidaysUnknown
from resolvers.statute.citing import cited
from resolvers.statute.dated import NotInForce
from resolvers.statute.party.deadlines import draft_deadline, finish_deadline, meeting_days


class TestFinishing:
    def test_is_before_the_last_of_december_and_by_leave_in_the_middle_of_january(self) -> None:
        assert finish_deadline(2026).day == date(2026, 12, 30)
        assert finish_deadline(2026, special=True).day == date(2027, 1, 15)

    def test_is_by_the_regulation_from_its_first_year_on(self) -> None:
        assert finish_deadline(2025).day == date(2025, 12, 30)
        with pytest.raises(NotInForce):
            finish_deadline(2024)


class TestTheDraftReport:
    @pytest.mark.parametrize(
        ("meeting", "latest"),
        [
            (date(2026, 12, 11), date(2026, 12, 8)),
            (date(2026, 12, 7), date(2026, 12, 2)),
            # Before the meeting lie a weekend and the day of Vietnamese culture.
            (date(2026, 11, 26), date(2026, 11, 20)),
            # And here New Year's Day.
            (date(2027, 1, 5), date(2026, 12, 30)),
        ],
    )
    def test_goes_out_three_working_days_before(self, meeting: date, latest: date) -> None:
        found = draft_deadline(meeting)
        assert found.day == latest
        assert "43-HD/BTCTW" in cited(found.cite, "vi")

    def test_is_not_counted_over_days_that_nobody_has_laid_down(self) -> None:
        with pytest.raises(HolidaysUnknown):
            draft_deadline(date(2030, 1, 2))

    def test_is_not_asked_for_before_the_guidance(self) -> None:
        assert draft_deadline(date(2025, 10, 31)).day == date(2025, 10, 28)
        with pytest.raises(NotInForce):
            draft_deadline(date(2025, 10, 30))


def test_a_meeting_takes_a_day_and_of_those_named_two() -> None:
    assert meeting_days(date(2026, 12, 7), named=False) == 1
    assert meeting_days(date(2026, 12, 7), named=True) == 2
    with pytest.raises(NotInForce):
        meeting_days(date(2025, 10, 30), named=False)
