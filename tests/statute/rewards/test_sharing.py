"""A pool shared out: never more than there is, to the đồng, in whatever order people are told."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.rewards import Claim, Remainder, share_out

WEIGHTS = st.lists(
    st.one_of(
        st.just(Fraction(0)),
        st.fractions(min_value=0, max_value=1000, max_denominator=10_000),
        st.sampled_from([Fraction(3), Fraction(12, 5), Fraction(1)]),
    ),
    max_size=40,
)
POOLS = st.integers(min_value=0, max_value=10**13)
RULES = st.sampled_from(list(Remainder))


def claims(weights: list[Fraction]) -> list[Claim]:
    return [Claim(str(n), weight, f"{n:03}") for n, weight in enumerate(weights)]


@given(pool=POOLS, weights=WEIGHTS, rule=RULES)
def test_never_gives_more_than_there_is_nor_less_than_nothing(
    pool: int, weights: list[Fraction], rule: Remainder
) -> None:
    shared = share_out(pool, claims(weights), rule)
    amounts = [share.amount for share in shared.shares.values()]
    assert all(amount >= 0 for amount in amounts)
    assert sum(amounts) == shared.total <= pool
    assert shared.kept == pool - sum(amounts)


@given(pool=POOLS, weights=WEIGHTS)
def test_by_largest_remainders_all_of_it_is_given_out(pool: int, weights: list[Fraction]) -> None:
    shared = share_out(pool, claims(weights), Remainder.LARGEST)
    assert shared.kept == (0 if any(weights) else pool)


@given(pool=POOLS, weights=WEIGHTS, rule=RULES)
def test_every_amount_is_the_exact_share_rounded_once(
    pool: int, weights: list[Fraction], rule: Remainder
) -> None:
    for number, share in enumerate(share_out(pool, claims(weights), rule).shares.values()):
        whole = sum(weights)
        assert share.exact == (pool * weights[number] / whole if whole else 0)
        assert share.amount - (share.exact.numerator // share.exact.denominator) == share.raised
        assert not (share.raised and share.exact.denominator == 1)


@given(data=st.data(), pool=POOLS, weights=WEIGHTS, rule=RULES)
def test_nobodys_amount_depends_on_the_order_of_the_others(
    data: st.DataObject, pool: int, weights: list[Fraction], rule: Remainder
) -> None:
    told = claims(weights)
    turned = data.draw(st.permutations(told))
    one, other = share_out(pool, told, rule), share_out(pool, turned, rule)
    assert dict(one.shares) == dict(other.shares)


@given(pool=POOLS, weights=WEIGHTS)
def test_kept_remainders_give_equal_weights_equal_amounts(
    pool: int, weights: list[Fraction]
) -> None:
    shares = share_out(pool, claims(weights), Remainder.KEPT).shares
    amounts: dict[Fraction, set[int]] = {}
    for number, weight in enumerate(weights):
        amounts.setdefault(weight, set()).add(shares[str(number)].amount)
    assert all(len(each) == 1 for each in amounts.values())


@given(pool=POOLS, weights=WEIGHTS, rule=RULES)
def test_a_greater_weight_never_gets_less(
    pool: int, weights: list[Fraction], rule: Remainder
) -> None:
    shares = share_out(pool, claims(weights), rule).shares
    ordered = sorted(range(len(weights)), key=lambda n: weights[n])
    amounts = [shares[str(n)].amount for n in ordered]
    for (n, less), more in zip(enumerate(amounts), amounts[1:], strict=False):
        assert less <= more or weights[ordered[n]] == weights[ordered[n + 1]]


class TestTies:
    def test_the_greater_weight_comes_first(self) -> None:
        told = [Claim("x", Fraction(1), "1"), Claim("y", Fraction(9), "2")]
        halves = share_out(5, told, Remainder.LARGEST).shares
        assert (halves["x"].exact, halves["y"].exact) == (Fraction(1, 2), Fraction(9, 2))
        assert (halves["x"].amount, halves["y"].amount) == (0, 5)

    def test_then_the_declared_order(self) -> None:
        told = [Claim("b", Fraction(1), "2"), Claim("a", Fraction(1), "1")]
        shares = share_out(3, told, Remainder.LARGEST).shares
        assert (shares["a"].amount, shares["b"].amount) == (2, 1)


class TestRefuses:
    def test_a_pool_below_zero(self) -> None:
        with pytest.raises(Unacceptable, match="pool"):
            share_out(-1, [], Remainder.KEPT)

    def test_a_weight_below_zero(self) -> None:
        with pytest.raises(Unacceptable, match=r"claims\[0\]\.weight"):
            share_out(1, [Claim("a", Fraction(-1), "a")], Remainder.KEPT)

    @pytest.mark.parametrize(("key", "order"), [("a", "2"), ("b", "1")])
    def test_two_claims_that_cannot_be_told_apart(self, key: str, order: str) -> None:
        told = [Claim("a", Fraction(1), "1"), Claim(key, Fraction(1), order)]
        with pytest.raises(Unacceptable, match="must differ"):
            share_out(1, told, Remainder.KEPT)
