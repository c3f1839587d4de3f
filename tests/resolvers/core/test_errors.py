"""Refusals are read by people: a day is written as the reader's language writes it."""

from datetime import date

import pytest

from resolvers.core.errors import Refusal


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


@pytest.mark.parametrize(
    ("during", "months", "told"),
    [
        ("2026-01-01…2026-06-30", "2026-05", "Đã giữ 01/01/2026 – 30/06/2026, đã ký 05/2026."),
        ("2026-01-01…", "2026-05, 2026-06", "Đã giữ 01/01/2026 trở đi, đã ký 05/2026, 06/2026."),
        ("–", "12-2026-01", "Đã giữ –, đã ký 12-2026-01."),
    ],
)
def test_days_and_months_are_written_as_the_reader_writes_them(
    during: str, months: str, told: str
) -> None:
    """What only looks alike, as the number of a decision does, stays as it is."""
    refusal = Held(during=during, months=months)
    assert refusal.message("vi") == told
    assert refusal.message("en") == f"Held on {during}, signed for {months}."
