"""Votes of Party bodies: every threshold tried one vote on either side."""

from typing import Any

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.party.votes import (
    USUAL,
    BallotRule,
    Base,
    Counts,
    CountsDisagree,
    Fault,
    Threshold,
    count_ballot,
    demand_agreement,
    threshold,
)

MORE_THAN_HALF = Threshold(1, 2, True)
AT_LEAST_HALF = Threshold(1, 2, False)
TWO_THIRDS = Threshold(2, 3, False)
ALL = Threshold(1, 1, False)


def counts(summoned: int, present: int, good: int, other: int = 0, blank: int = 0) -> Counts:
    """Everybody present got a ballot; `good`, `other` and blank ones were given back."""
    valid = good + other
    return Counts(
        summoned, present, present, valid + blank, valid, blank, {"GOOD": good, "COMPLETED": other}
    )


class TestQuorum:
    @pytest.mark.parametrize(
        ("quorum", "summoned", "least"),
        [
            (TWO_THIRDS, 9, 6),
            (TWO_THIRDS, 40, 27),
            (TWO_THIRDS, 10, 7),
            (TWO_THIRDS, 3, 2),
            (TWO_THIRDS, 1, 1),
            (Threshold(2, 3, True), 9, 7),
            (MORE_THAN_HALF, 10, 6),
            (MORE_THAN_HALF, 11, 6),
            (AT_LEAST_HALF, 10, 5),
            (AT_LEAST_HALF, 11, 6),
            (Threshold(3, 4, False), 8, 6),
            (ALL, 7, 7),
        ],
    )
    def test_is_there_with_the_least_and_not_with_one_fewer(
        self, quorum: Threshold, summoned: int, least: int
    ) -> None:
        rule = BallotRule(quorum, MORE_THAN_HALF, Base.VALID)
        there = count_ballot(rule, counts(summoned, least, least))
        missing = count_ballot(rule, counts(summoned, least - 1, least - 1))
        assert (there.quorum, there.chosen, there.needed_present) == (True, "GOOD", least)
        assert (missing.quorum, missing.chosen, missing.needed_present) == (False, None, least)

    def test_is_never_there_where_nobody_was_summoned(self) -> None:
        outcome = count_ballot(USUAL, counts(0, 0, 0))
        assert (outcome.quorum, outcome.chosen) == (False, None)


class TestMajority:
    """Ten summoned, nine present, eight valid and one blank, unless a case says otherwise."""

    @pytest.mark.parametrize(
        ("majority", "base", "people", "least"),
        [
            (MORE_THAN_HALF, Base.SUMMONED, (10, 9, 8), 6),
            (MORE_THAN_HALF, Base.PRESENT, (10, 9, 8), 5),
            (MORE_THAN_HALF, Base.VALID, (10, 9, 8), 5),
            (AT_LEAST_HALF, Base.SUMMONED, (10, 9, 8), 5),
            (AT_LEAST_HALF, Base.PRESENT, (10, 9, 8), 5),
            (Threshold(2, 3, False), Base.SUMMONED, (10, 9, 8), 7),
            (Threshold(2, 3, False), Base.PRESENT, (10, 9, 8), 6),
            (Threshold(2, 3, False), Base.VALID, (10, 9, 8), 6),
            (Threshold(2, 3, True), Base.SUMMONED, (9, 9, 9), 7),
            (Threshold(2, 3, True), Base.PRESENT, (10, 9, 8), 7),
            (Threshold(3, 4, False), Base.VALID, (10, 9, 8), 6),
            (Threshold(3, 4, True), Base.VALID, (10, 9, 8), 7),
            (ALL, Base.VALID, (10, 9, 8), 8),
            (MORE_THAN_HALF, Base.SUMMONED, (11, 11, 11), 6),
            (MORE_THAN_HALF, Base.SUMMONED, (40, 28, 28), 21),
        ],
    )
    def test_is_reached_by_the_least_and_missed_by_one_vote(
        self, majority: Threshold, base: Base, people: tuple[int, int, int], least: int
    ) -> None:
        summoned, present, valid = people
        rule = BallotRule(AT_LEAST_HALF, majority, base)

        def voted(good: int) -> Any:
            """The others are of two minds, so that neither of these reaches anything."""
            others, blank = valid - good, present - valid
            choices = {"GOOD": good, "EXCELLENT": others // 2, "COMPLETED": others - others // 2}
            given = (present, present, present, valid, blank)
            return count_ballot(rule, Counts(summoned, *given, choices))

        reached, missed = voted(least), voted(least - 1)
        assert (reached.chosen, reached.short_by, reached.needed) == ("GOOD", 0, least)
        assert (missed.chosen, missed.leading, missed.short_by) == (None, "GOOD", 1)

    def test_of_the_summoned_is_the_hardest_to_reach(self) -> None:
        voted = counts(10, 8, 5, 1, 1)
        found = {
            base: count_ballot(BallotRule(AT_LEAST_HALF, MORE_THAN_HALF, base), voted).chosen
            for base in Base
        }
        assert found == {Base.SUMMONED: None, Base.PRESENT: "GOOD", Base.VALID: "GOOD"}

    def test_is_nobodys_where_two_have_the_same(self) -> None:
        outcome = count_ballot(
            BallotRule(AT_LEAST_HALF, AT_LEAST_HALF, Base.VALID), counts(8, 8, 4, 4)
        )
        assert (outcome.chosen, outcome.leading) == (None, None)

    def test_is_not_reached_by_blank_ballots_alone(self) -> None:
        outcome = count_ballot(
            BallotRule(AT_LEAST_HALF, AT_LEAST_HALF, Base.VALID), counts(5, 5, 0, 0, 5)
        )
        assert (outcome.chosen, outcome.needed, outcome.short_by) == (None, 1, 1)


class TestTheUsualRule:
    @pytest.mark.parametrize(
        ("present", "good", "chosen"), [(6, 5, "GOOD"), (6, 4, None), (5, 5, None)]
    )
    def test_asks_for_two_thirds_present_and_half_of_the_members(
        self, present: int, good: int, chosen: str | None
    ) -> None:
        outcome = count_ballot(USUAL, counts(9, present, good, present - good))
        assert outcome.chosen == chosen

    def test_says_that_the_regulation_leaves_it_to_the_body(self) -> None:
        outcome = count_ballot(USUAL, counts(9, 9, 9))
        assert len(outcome.cites) == 2
        assert all("left open by Regulation 366-QĐ/TW" in cite for cite in outcome.cites)


class TestCounts:
    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"present": 10}, Fault.MORE_BALLOTS_THAN_PEOPLE),
            ({"issued": 9}, Fault.MORE_BALLOTS_THAN_PEOPLE),
            ({"returned": 9, "invalid": 3}, Fault.MORE_BALLOTS_THAN_PEOPLE),
            ({"returned": 6}, Fault.SUMS_DISAGREE),
            ({"invalid": 2}, Fault.SUMS_DISAGREE),
            ({"choices": {"GOOD": 5}}, Fault.SUMS_DISAGREE),
            ({"choices": {"GOOD": 5, "COMPLETED": 2}}, Fault.SUMS_DISAGREE),
        ],
    )
    def test_of_more_ballots_than_people_are_none(self, change: Any, fault: Fault) -> None:
        agreed = Counts(9, 8, 8, 7, 6, 1, {"GOOD": 5, "COMPLETED": 1})
        demand_agreement(agreed)
        with pytest.raises(CountsDisagree) as found:
            count_ballot(USUAL, agreed._replace(**change))
        assert found.value.fault is fault

    @pytest.mark.parametrize("number", [-1, 100_001, True, 2.0])
    def test_are_whole_numbers_of_people(self, number: Any) -> None:
        with pytest.raises(Unacceptable):
            demand_agreement(Counts(9, 8, 8, number, 6, 1, {"GOOD": 5}))
        with pytest.raises(Unacceptable):
            demand_agreement(Counts(9, 8, 8, 7, 6, 1, {"GOOD": number}))


class TestThresholds:
    @pytest.mark.parametrize("text", ["1/2", "2/3", "3/4", "50/100", "1/1"])
    def test_are_fractions_from_a_half_on(self, text: str) -> None:
        part, whole = map(int, text.split("/"))
        assert threshold(text, more=False, field="majority") == Threshold(part, whole, False)

    @pytest.mark.parametrize(
        "text", ["", "2", "0/1", "1/0", "1/3", "49/100", "3/2", "-1/2", "1 /2", "²/3", "1000/1001"]
    )
    def test_below_a_half_or_misspelt_are_refused(self, text: str) -> None:
        with pytest.raises(Unacceptable) as refused:
            threshold(text, more=False, field="majority")
        assert refused.value.field == "majority"

    def test_more_than_everybody_is_refused(self) -> None:
        with pytest.raises(Unacceptable):
            threshold("1/1", more=True, field="quorum")
