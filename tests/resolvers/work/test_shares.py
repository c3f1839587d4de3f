"""Shares of a part are made shares of the whole: 100 per cent in all, whatever they were."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from resolvers.work.model import MOST_PARTS, made_whole

CENT = Decimal("0.01")
SHARES = st.lists(
    st.integers(1, 10_000).map(lambda cents: cents * CENT), min_size=1, max_size=MOST_PARTS
).filter(lambda shares: sum(shares) <= 100)


@given(shares=SHARES)
def test_they_add_up_and_none_becomes_less_than_it_was(shares: list[Decimal]) -> None:
    found = made_whole(shares)
    assert sum(found) == 100
    assert all(each >= share for each, share in zip(found, shares, strict=True))
    assert all(each == round(each, 2) for each in found)


@given(shares=SHARES)
def test_they_keep_their_proportion_to_a_hundredth(shares: list[Decimal]) -> None:
    total = sum(shares, Decimal())
    for each, share in zip(made_whole(shares), shares, strict=True):
        assert abs(each - 100 * share / total) <= CENT


def test_what_is_whole_already_stays_as_it_is() -> None:
    shares = [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert made_whole(shares) == shares
