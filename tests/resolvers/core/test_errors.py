"""Refusals are read by people: a day is written as the reader's language writes it."""

from datetime import date

import pytest
from sqlalchemy.dialects.postgresql import Range

from resolvers.core.days import days
from resolvers.core.errors import Refusal
from resolvers.core.spelling import HIDDEN, Months


class Closed(Refusal):
    """It is closed on {day}, for {count}."""

    vi = "Đã khóa ngày {day}, {count} lần."


class TestAMessage:
    def test_writes_a_day_in_the_order_of_the_language(self) -> None:
        refusal = Closed(day=date(2026, 6, 15), count=2)
        assert refusal.message("vi") == "Đã khóa ngày 15/06/2026, 2 lần."
        assert refusal.message("en") == "It is closed on 2026-06-15, for 2."


class Held(Refusal):
    """Held on {during}, signed for {months}."""

    code = "HELD"
    vi = "Đã giữ {during}, đã ký {months}."


OPENED = date(2026, 5, 1)
MAY, JUNE = Months((OPENED,)), Months((OPENED, date(2026, 6, 1)))
SECOND = Months.of(
    [{"period": date(2025, 12, 1), "months": 1}, {"period": date(2026, 4, 1), "months": 3}]
)


@pytest.mark.parametrize(
    ("during", "months", "vi", "en"),
    [
        (
            days(OPENED, date(2026, 7, 1)),
            MAY,
            "Đã giữ 01/05/2026 – 30/06/2026, đã ký 05/2026.",
            "Held on 2026-05-01…2026-06-30, signed for 2026-05.",
        ),
        (
            days(OPENED),
            JUNE,
            "Đã giữ 01/05/2026 trở đi, đã ký 05/2026, 06/2026.",
            "Held on 2026-05-01…, signed for 2026-05, 2026-06.",
        ),
        (
            Range(OPENED, date(2026, 6, 30), bounds="[]"),
            MAY,
            "Đã giữ 01/05/2026 – 30/06/2026, đã ký 05/2026.",
            "Held on 2026-05-01…2026-06-30, signed for 2026-05.",
        ),
        (
            days(OPENED),
            SECOND,
            "Đã giữ 01/05/2026 trở đi, đã ký 12/2025, quý II/2026.",
            "Held on 2026-05-01…, signed for 2025-12, 2026-Q2.",
        ),
        (HIDDEN, "12-2026-01", "Đã giữ –, đã ký 12-2026-01.", "Held on –, signed for 12-2026-01."),
    ],
)
def test_days_and_months_are_written_as_the_reader_writes_them(
    during: Range[date], months: object, vi: str, en: str
) -> None:
    """What only looks alike, as the number of a decision does, stays as it is."""
    refusal = Held(during=during, months=months)
    assert refusal.message("vi") == vi
    assert refusal.message("en") == en
