"""Refusals are read by people: a day is written as the reader's language writes it."""

from datetime import date

from resolvers.core.errors import Refusal


class Closed(Refusal):
    """It is closed on {day}, for {count}."""

    vi = "Đã khóa ngày {day}, {count} lần."


class TestAMessage:
    def test_writes_a_day_in_the_order_of_the_language(self) -> None:
        refusal = Closed(day=date(2026, 6, 15), count=2)
        assert refusal.message("vi") == "Đã khóa ngày 15/06/2026, 2 lần."
        assert refusal.message("en") == "It is closed on 2026-06-15, for 2."
