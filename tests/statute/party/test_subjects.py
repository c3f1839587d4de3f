"""Who is reviewed at all."""

from datetime import date

import pytest

from resolvers.statute.dated import Law
from resolvers.statute.party import LeftOut, left_out

LAW = Law(date(2026, 12, 31), known=date(2026, 12, 7))


@pytest.mark.parametrize(
    ("admitted", "day", "because"),
    [
        (date(2026, 6, 7), date(2026, 12, 7), None),
        (date(2026, 6, 8), date(2026, 12, 7), LeftOut.NEWLY_ADMITTED),
        (date(2026, 8, 31), date(2027, 2, 28), None),
        (date(2026, 8, 31), date(2027, 2, 27), LeftOut.NEWLY_ADMITTED),
    ],
)
def test_from_six_months_after_admission_on(
    admitted: date, day: date, because: LeftOut | None
) -> None:
    assert left_out(admitted, day, LAW, exempt=False, suspended=False) is because


def test_neither_who_is_exempt_nor_who_is_suspended() -> None:
    long_ago, day = date(2010, 1, 1), date(2026, 12, 7)
    assert left_out(long_ago, day, LAW, exempt=True, suspended=False) is LeftOut.EXEMPT
    assert left_out(long_ago, day, LAW, exempt=False, suspended=True) is LeftOut.SUSPENDED
