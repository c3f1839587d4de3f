"""Days and moments on their way in: only those from which everything can be reckoned."""

import pytest

from gateway.graph.scalars import READ, WrongValue
from schema.declarations import Kind


@pytest.mark.parametrize("value", ["1900-01-01", "2026-02-28", "2028-02-29", "2999-12-31"])
def test_a_day_is_read_as_it_is_written(value: str) -> None:
    assert READ[Kind.DATE](value).isoformat() == value


@pytest.mark.parametrize(
    "value",
    [
        *("0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"),
        *("2026-02-29", "2026-13-01", "2026-W01-1", "20260615", "2026-6-15", " 2026-06-15"),
        *("٢٠٢٦-٠٦-١٥", "", None, 20260615, True),
    ],
)
def test_what_is_no_day_or_too_far_away_is_refused(value: object) -> None:
    with pytest.raises(WrongValue):
        READ[Kind.DATE](value)


@pytest.mark.parametrize(
    "value",
    [
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-06-15T09:00:00"),
        *("2026-06-15", "", None),
    ],
)
def test_what_is_no_moment_or_too_far_away_is_refused(value: object) -> None:
    with pytest.raises(WrongValue):
        READ[Kind.DATETIME](value)
