"""Every threshold of a vote, one vote on either side of it."""

from datetime import date

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.dated import NotInForce
from resolvers.statute.personnel import (
    AGREE,
    DISAGREE,
    ActionKind,
    LowConfidence,
    Source,
    VoteRule,
    count_vote,
    low_confidence,
    procedure,
)
from tests.statute.personnel.facts import law


def rule(kind: ActionKind, step: str, source: Source = Source.INTERNAL) -> VoteRule:
    found = procedure(kind, law(), source=source).step(step).vote
    assert found is not None
    return found


EXTENDED = rule(ActionKind.APPOINTMENT, "extended_leadership")
AGAIN = rule(ActionKind.APPOINTMENT, "leadership_again")
KEY_CADRES = rule(ActionKind.APPOINTMENT, "key_cadres")
LAST = rule(ActionKind.APPOINTMENT, "leadership_decides")
SENDING = rule(ActionKind.APPOINTMENT, "sending_opinion", Source.EXTERNAL)
CONFIDENCE = rule(ActionKind.REAPPOINTMENT, "key_cadres_again")
REAPPOINTS = rule(ActionKind.REAPPOINTMENT, "leadership_reappoints")
EXTENDS = rule(ActionKind.EXTENSION, "leadership_extends")
REMOVES = rule(ActionKind.REMOVAL, "leadership_and_committee")
COUNCIL = rule(ActionKind.HIGHER_POST, "council")
DISCIPLINE = rule(ActionKind.DISCIPLINE, "council_of_discipline")


class TestMeetingsOfAnAppointment:
    @pytest.mark.parametrize(
        ("summoned", "present", "quorum"),
        [(40, 27, True), (40, 26, False), (3, 2, True), (3, 1, False), (30, 20, True)],
    )
    def test_need_two_thirds_of_those_summoned(
        self, summoned: int, present: int, quorum: bool
    ) -> None:
        outcome = count_vote(EXTENDED, summoned, present, {"an": present})
        assert outcome.quorum is quorum
        assert (outcome.chosen is None) is not quorum

    def test_nobody_summoned_is_no_meeting(self) -> None:
        assert not count_vote(EXTENDED, 0, 0, {}).quorum

    def test_choose_who_has_more_than_half_of_those_summoned(self) -> None:
        assert count_vote(EXTENDED, 40, 28, {"an": 21, "bình": 7}).chosen == "an"
        assert count_vote(EXTENDED, 40, 28, {"an": 20, "bình": 8}).chosen is None

    def test_otherwise_put_everybody_with_thirty_percent_forward_the_most_first(self) -> None:
        outcome = count_vote(EXTENDED, 40, 40, {"bình": 12, "an": 16, "chi": 11})
        assert outcome.forward == ("an", "bình")
        assert not outcome.stopped

    def test_stop_where_nobody_has_thirty_percent(self) -> None:
        outcome = count_vote(EXTENDED, 40, 40, {"an": 11, "bình": 11, "chi": 11})
        assert outcome.stopped
        assert outcome.forward == ()

    def test_put_only_the_chosen_one_forward(self) -> None:
        assert count_vote(EXTENDED, 40, 40, {"an": 21, "bình": 19}).forward == ("an",)

    def test_a_new_name_needs_two_thirds_of_the_leadership(self) -> None:
        assert count_vote(AGAIN, 9, 9, {"mai": 6, "an": 3}, listed=["an"]).chosen == "mai"
        short = count_vote(AGAIN, 9, 9, {"mai": 5, "an": 2}, listed=["an"])
        assert (short.chosen, short.stopped) == (None, True)

    def test_a_new_name_without_them_is_not_put_forward_either(self) -> None:
        outcome = count_vote(AGAIN, 10, 10, {"mai": 5, "an": 4}, listed=["an"])
        assert outcome.forward == ("an",)

    def test_a_name_put_forward_before_needs_no_more_than_half(self) -> None:
        assert count_vote(AGAIN, 9, 9, {"an": 5}, listed=["an"]).chosen == "an"

    def test_key_cadres_give_an_opinion_that_chooses_nobody(self) -> None:
        outcome = count_vote(KEY_CADRES, 60, 50, {"an": 40, "bình": 10})
        assert (outcome.chosen, outcome.forward) == (None, ("an", "bình"))
        assert not count_vote(KEY_CADRES, 60, 39, {"an": 39}).quorum

    def test_the_last_one_leaves_two_with_half_each_to_the_head(self) -> None:
        assert count_vote(LAST, 6, 6, {"an": 3, "bình": 3}).head_chooses == ("an", "bình")
        assert count_vote(LAST, 6, 6, {"an": 4, "bình": 2}).chosen == "an"

    def test_the_last_one_chooses_nobody_who_alone_has_half(self) -> None:
        outcome = count_vote(LAST, 6, 6, {"an": 3, "bình": 2})
        assert (outcome.chosen, outcome.head_chooses, outcome.stopped) == (None, (), True)


class TestVotesOfAgreement:
    @pytest.mark.parametrize("vote", [SENDING, CONFIDENCE, REAPPOINTS, EXTENDS])
    def test_more_than_half_agrees_half_is_the_heads_and_less_is_reported(
        self, vote: VoteRule
    ) -> None:
        agreed = count_vote(vote, 10, 10, {AGREE: 6, DISAGREE: 4})
        half = count_vote(vote, 10, 10, {AGREE: 5, DISAGREE: 5})
        less = count_vote(vote, 10, 10, {AGREE: 4, DISAGREE: 5})
        assert agreed.chosen == AGREE
        assert half.head_chooses == (AGREE, DISAGREE)
        assert (less.chosen, less.head_chooses, less.stopped) == (None, (), True)

    def test_the_absent_count_among_those_summoned(self) -> None:
        assert count_vote(SENDING, 11, 6, {AGREE: 6}).chosen == AGREE
        assert count_vote(SENDING, 12, 6, {AGREE: 6}).head_chooses == (AGREE, DISAGREE)

    def test_a_removal_that_half_or_less_agree_to_is_the_heads(self) -> None:
        assert count_vote(REMOVES, 10, 10, {AGREE: 6}).chosen == AGREE
        for agreeing in (5, 4, 0):
            outcome = count_vote(REMOVES, 10, 10, {AGREE: agreeing})
            assert outcome.head_chooses == (AGREE, DISAGREE)
            assert not outcome.stopped

    def test_more_than_half_against_decides_nothing_by_itself(self) -> None:
        assert count_vote(SENDING, 10, 10, {DISAGREE: 6, AGREE: 4}).chosen == DISAGREE


class TestCouncils:
    def test_one_for_a_higher_post_is_odd_and_two_thirds_of_it_are_there(self) -> None:
        assert count_vote(COUNCIL, 7, 5, {AGREE: 3, DISAGREE: 2}).chosen == AGREE
        assert not count_vote(COUNCIL, 7, 4, {AGREE: 4}).quorum
        with pytest.raises(Unacceptable, match="odd"):
            count_vote(COUNCIL, 6, 6, {AGREE: 4, DISAGREE: 2})

    def test_a_tie_is_decided_by_the_chairs_own_vote(self) -> None:
        tied = {AGREE: 3, DISAGREE: 3}
        assert count_vote(COUNCIL, 7, 6, tied, chair=AGREE).chosen == AGREE
        assert count_vote(COUNCIL, 7, 6, tied, chair=DISAGREE).chosen == DISAGREE
        with pytest.raises(Unacceptable, match="chair"):
            count_vote(COUNCIL, 7, 6, tied)

    def test_one_of_discipline_has_three_members_who_are_all_there(self) -> None:
        assert count_vote(DISCIPLINE, 3, 3, {"warning": 2, "reprimand": 1}).chosen == "warning"
        assert not count_vote(DISCIPLINE, 3, 2, {"warning": 2}).quorum
        with pytest.raises(Unacceptable, match="must be 3"):
            count_vote(DISCIPLINE, 5, 5, {"warning": 3})

    def test_three_different_recommendations_are_none(self) -> None:
        split = {"warning": 1, "reprimand": 1, "demotion": 1}
        assert count_vote(DISCIPLINE, 3, 3, split).stopped


class TestCountsThatCannotBe:
    @pytest.mark.parametrize(
        ("summoned", "present", "votes", "field"),
        [
            (10, 11, {"an": 1}, "present"),
            (10, 8, {"an": 5, "bình": 4}, "votes"),
            (10, 8, {"an": -1}, "an"),
            (-1, 0, {}, "summoned"),
            (10**6, 1, {}, "summoned"),
        ],
    )
    def test_are_refused_by_field(
        self, summoned: int, present: int, votes: dict[str, int], field: str
    ) -> None:
        with pytest.raises(Unacceptable) as refused:
            count_vote(EXTENDED, summoned, present, votes)
        assert refused.value.field == field

    def test_a_vote_of_agreement_knows_two_answers(self) -> None:
        with pytest.raises(Unacceptable, match="agree"):
            count_vote(SENDING, 10, 10, {"perhaps": 1})


class TestLowConfidence:
    @pytest.mark.parametrize(
        ("low", "ballots", "ground"),
        [
            (67, 100, LowConfidence.REMOVAL),
            (66, 100, LowConfidence.RESIGNATION),
            (2, 3, LowConfidence.RESIGNATION),
            (51, 100, LowConfidence.RESIGNATION),
            (50, 100, None),
            (0, 100, None),
        ],
    )
    def test_gives_ground_above_half_and_above_two_thirds(
        self, low: int, ballots: int, ground: LowConfidence | None
    ) -> None:
        assert low_confidence(low, ballots, law()) is ground

    @pytest.mark.parametrize(("low", "ballots"), [(6, 5), (0, 0), (-1, 5)])
    def test_refuses_more_votes_than_ballots(self, low: int, ballots: int) -> None:
        with pytest.raises(Unacceptable):
            low_confidence(low, ballots, law())

    def test_is_no_ground_before_the_decree(self) -> None:
        with pytest.raises(NotInForce):
            low_confidence(3, 3, law(date(2025, 6, 30)))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_outcome_says_why(language: str) -> None:
    outcomes = [
        count_vote(EXTENDED, 40, 28, {"an": 21}),
        count_vote(EXTENDED, 40, 20, {"an": 20}),
        count_vote(EXTENDED, 40, 40, {"an": 16, "bình": 12}),
        count_vote(EXTENDED, 40, 40, {"an": 11}),
        count_vote(AGAIN, 9, 9, {"mai": 5}, listed=["an"]),
        count_vote(LAST, 6, 6, {"an": 3, "bình": 3}),
        count_vote(SENDING, 10, 10, {AGREE: 1}),
        count_vote(REMOVES, 10, 10, {AGREE: 1}),
        count_vote(COUNCIL, 7, 6, {AGREE: 3, DISAGREE: 3}, chair=AGREE),
        count_vote(KEY_CADRES, 60, 50, {"an": 40}),
    ]
    for outcome in outcomes:
        said = [finding.text(language) for finding in outcome.findings]
        assert said
        assert all("{" not in sentence for sentence in said)
        assert outcome.cites
