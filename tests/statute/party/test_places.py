"""How many may be excellent: a fifth of those rated good in the end, a quarter with a decision."""

from datetime import date
from decimal import Decimal as D

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.dated import Law
from resolvers.statute.party import party_places

YEAR = Law(date(2026, 12, 31), known=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("candidates", "good", "most"),
    [(4, 7, 1), (4, 8, 2), (1, 4, 0), (1, 5, 1), (0, 50, 0), (9, 0, 1)],
)
def test_a_fifth_of_those_finally_good(candidates: int, good: int, most: int) -> None:
    """x excellent leave (candidates - x) + good rated good, and x is at most a fifth of them."""
    found = party_places(candidates, good, None, YEAR).most
    assert found == most
    assert 5 * found <= candidates - found + good
    assert found == candidates or 5 * (found + 1) > candidates - (found + 1) + good


def test_a_quarter_needs_a_decision() -> None:
    assert party_places(4, 6, D("0.25"), YEAR, decision="12-NQ/ĐU").most == 2
    with pytest.raises(Unacceptable, match="decision"):
        party_places(4, 6, D("0.25"), YEAR)


def test_more_than_a_quarter_cannot_be_decided() -> None:
    with pytest.raises(Unacceptable, match="share"):
        party_places(4, 6, D("0.2501"), YEAR, decision="12-NQ/ĐU")
