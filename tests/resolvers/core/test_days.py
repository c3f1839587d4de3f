"""Days that rows hold: the last is excluded inside, and told included."""

from datetime import date

import pytest
from sqlalchemy.dialects.postgresql import Range

from resolvers.core.days import EndsBeforeItBegins, days, until_day
from resolvers.core.spelling import spelt

FIRST, LAST = date(2026, 1, 1), date(2026, 7, 1)


class TestDays:
    def test_include_the_first_and_exclude_the_end(self) -> None:
        assert days(FIRST, LAST) == Range(FIRST, LAST, bounds="[)")
        assert days(FIRST).upper is None

    @pytest.mark.parametrize("ends", [FIRST, date(2025, 1, 1)])
    def test_refuse_to_end_before_they_begin(self, ends: date) -> None:
        with pytest.raises(EndsBeforeItBegins) as refused:
            days(FIRST, ends)
        assert refused.value.code == "ENDS_BEFORE_IT_BEGINS"


class TestUntilDay:
    def test_keeps_the_days_before(self) -> None:
        assert until_day(days(FIRST), LAST) == days(FIRST, LAST)

    def test_leaves_none_of_what_would_begin_then(self) -> None:
        assert until_day(days(LAST), LAST).isempty


class TestSpelt:
    def test_tells_the_last_day_itself(self) -> None:
        assert spelt(days(FIRST, LAST)) == "2026-01-01…2026-06-30"
        assert spelt(days(FIRST)) == "2026-01-01…"
        assert spelt(Range(empty=True)) == "–"
