"""The box of a secret ballot: only sums come out of it, and only by its code."""

from collections import Counter
from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.core.errors import InvalidInput
from resolvers.party.ballots_box import (
    SIZE,
    BoxDisagrees,
    G,
    P,
    WrongCode,
    counted,
    empty_box,
    public_key,
    put,
)

BALLOT, OTHER = UUID(int=1), UUID(int=2)
CODE = "mười sáu ký tự trở lên"
KEY = public_key(CODE, BALLOT)


def filled(*votes: int, choices: int = 5) -> bytes:
    box = empty_box(choices)
    for vote in votes:
        box = put(box, KEY, vote)
    return box


def test_the_group_is_the_one_of_the_standard() -> None:
    """A prime of 2048 bits whose half is prime too, by Fermat for two bases."""
    half = (P - 1) // 2
    assert P.bit_length() == 8 * SIZE
    for base in (3, 5):
        assert pow(base, P - 1, P) == 1
        assert pow(base, half - 1, half) == 1
    assert pow(G, half, P) == 1


class TestCounting:
    @settings(max_examples=8, deadline=None)
    @given(st.lists(st.integers(0, 4), max_size=6))
    def test_gives_the_sums_whatever_was_put_in(self, votes: list[int]) -> None:
        sums = Counter(votes)
        found = counted(filled(*votes), KEY, CODE, BALLOT, voted=len(votes))
        assert found == [sums[choice] for choice in range(5)]

    def test_needs_the_code_that_locked_it(self) -> None:
        with pytest.raises(WrongCode):
            counted(filled(1), KEY, CODE + "!", BALLOT, voted=1)

    def test_takes_the_code_however_it_was_typed(self) -> None:
        assert counted(filled(1), KEY, f"  {CODE}\t", BALLOT, voted=1)[1] == 1

    def test_of_another_ballot_is_refused_though_its_code_is_the_same(self) -> None:
        with pytest.raises(WrongCode):
            counted(filled(1), KEY, CODE, OTHER, voted=1)

    @pytest.mark.parametrize("voted", [0, 1, 3])
    def test_is_refused_where_the_box_holds_more_or_fewer_than_have_voted(self, voted: int) -> None:
        with pytest.raises(BoxDisagrees):
            counted(filled(1, 2), KEY, CODE, BALLOT, voted=voted)

    def test_is_refused_of_a_box_that_somebody_tampered_with(self) -> None:
        box = bytearray(filled(1, 2))
        box[SIZE + 7] ^= 1
        with pytest.raises(BoxDisagrees):
            counted(bytes(box), KEY, CODE, BALLOT, voted=2)

    @pytest.mark.parametrize("code", ["", "ngắn quá", " " * 40, "x" * 201])
    def test_takes_no_code_that_is_soon_guessed(self, code: str) -> None:
        with pytest.raises(InvalidInput):
            public_key(code, BALLOT)


class TestSecrecy:
    def test_every_part_of_the_box_is_new_after_each_vote(self) -> None:
        """Nothing tells which sum a vote was added to, and no two boxes are alike."""
        before = filled(0, 1, 2)
        for choice in range(5):
            after = put(before, KEY, choice)
            parts = [
                (before[start : start + SIZE], after[start : start + SIZE])
                for start in range(0, len(before), SIZE)
            ]
            assert len(before) == len(after)
            assert all(old != new for old, new in parts)
        assert put(before, KEY, 0) != put(before, KEY, 0)

    def test_no_part_of_it_is_a_small_power_that_could_be_looked_up(self) -> None:
        small = {pow(G, votes, P) for votes in range(100)}
        box = filled(0, 0, 0, 1)
        numbers = [
            int.from_bytes(box[start : start + SIZE], "big") for start in range(0, len(box), SIZE)
        ]
        assert small.isdisjoint(numbers)

    def test_every_number_stays_in_the_subgroup_so_that_no_residue_tells_a_vote(self) -> None:
        box = filled(0, 3)
        for start in range(0, len(box), SIZE):
            number = int.from_bytes(box[start : start + SIZE], "big")
            assert pow(number, (P - 1) // 2, P) == 1

    def test_opened_it_is_the_same_in_whatever_order_the_votes_went_in(self) -> None:
        found = {
            tuple(counted(filled(*order), KEY, CODE, BALLOT, voted=3))
            for order in permutations((0, 1, 1))
        }
        assert found == {(1, 2, 0, 0, 0)}
