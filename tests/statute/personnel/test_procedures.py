"""The steps of each procedure: in whose hands, by when, with which vote, on whose authority."""

from datetime import date
from fractions import Fraction

import pytest

from resolvers.statute.citing import cited
from resolvers.statute.dated import NotInForce
from resolvers.statute.personnel import (
    PROCEDURES,
    ActionKind,
    Deciding,
    Owner,
    Procedure,
    Source,
    named,
    procedure,
)
from tests.statute.personnel.facts import law

KINDS = list(ActionKind)


def steps(found: Procedure) -> list[str]:
    return [step.code for step in found.steps]


@pytest.mark.parametrize("kind", KINDS)
class TestEveryProcedure:
    def test_is_numbered_from_one_and_ends_with_the_decision_of_a_head(
        self, kind: ActionKind
    ) -> None:
        found = procedure(kind, law())
        assert [step.order for step in found.steps] == list(range(1, len(found.steps) + 1))
        last = found.steps[-1] if kind is not ActionKind.SUSPENSION else found.steps[-2]
        assert (last.code, last.owner) == ("decide", Owner.DECIDING_HEAD)
        assert last.document_needed

    @pytest.mark.parametrize("leader", [True, False])
    @pytest.mark.parametrize("source", list(Source))
    @pytest.mark.parametrize("own_wish", [True, False])
    def test_names_no_step_twice_and_cites_every_one(
        self, kind: ActionKind, leader: bool, source: Source, own_wish: bool
    ) -> None:
        found = procedure(kind, law(), leader=leader, source=source, own_wish=own_wish)
        assert len(set(steps(found))) == len(found.steps)
        for cite in (*found.cites, *(step.cite for step in found.steps)):
            assert "Điều" in cited(cite, "vi"), cite
        for code in (*steps(found), *found.dossier, kind):
            assert named(code, "en") != named(code, "vi")

    def test_is_unknown_before_the_decree(self, kind: ActionKind) -> None:
        assert kind in PROCEDURES
        with pytest.raises(NotInForce):
            procedure(kind, law(date(2025, 6, 30)))
        assert procedure(kind, law(date(2025, 12, 1))).steps


class TestAppointment:
    def test_from_within_takes_five_meetings_and_the_opinion_of_the_party(self) -> None:
        found = procedure(ActionKind.APPOINTMENT, law(), leader=True)
        assert [step.meeting for step in found.steps if step.vote] == [1, 2, 3, 4, 5]
        assert steps(found)[-3:] == ["party_opinion", "leadership_decides", "decide"]

    def test_tells_the_counts_of_the_third_meeting_alone(self) -> None:
        found = procedure(ActionKind.APPOINTMENT, law(), leader=True)
        assert [step.meeting for step in found.steps if step.reveals_result] == [3]

    def test_from_elsewhere_takes_three_steps_and_meets_the_person(self) -> None:
        found = procedure(ActionKind.APPOINTMENT, law(), source=Source.EXTERNAL)
        assert {step.meeting for step in found.steps} == {None, 1, 2, 3}
        assert [step.code for step in found.steps if step.hears_person] == ["hear"]

    def test_is_agreed_to_in_fifteen_working_days_and_gone_through_within_thirty(self) -> None:
        found = procedure(ActionKind.APPOINTMENT, law(), leader=True)
        agreed, complete = found.step("decide_policy").due, found.step("decide").due
        assert agreed is not None
        assert complete is not None
        assert agreed.day(date(2026, 10, 1)) == date(2026, 10, 22)
        assert complete.day(date(2026, 10, 1)) == date(2026, 11, 12)

    def test_is_for_five_years_and_its_dossier_has_ten_papers(self) -> None:
        found = procedure(ActionKind.APPOINTMENT, law(), leader=True)
        assert (found.term_years, len(found.dossier)) == (5, 10)
        assert found.deciding is Deciding.MANAGING


class TestMoves:
    def test_staff_are_transferred_by_the_using_head_after_they_were_heard(self) -> None:
        found = procedure(ActionKind.TRANSFER, law())
        assert steps(found) == ["plan", "measures", "hear", "decide"]
        assert found.deciding is Deciding.USING

    def test_leaders_are_transferred_in_the_three_steps_of_an_appointment(self) -> None:
        found = procedure(ActionKind.TRANSFER, law(), leader=True)
        assert found.allowance_months == 6
        assert {step.meeting for step in found.steps} == {None, 1, 2, 3}
        assert found.deciding is Deciding.MANAGING

    def test_across_agencies_the_managing_head_decides(self) -> None:
        found = procedure(ActionKind.TRANSFER, law(), source=Source.EXTERNAL)
        assert found.deciding is Deciding.MANAGING

    def test_a_secondment_is_agreed_by_both_and_lasts_three_years_at_most(self) -> None:
        found = procedure(ActionKind.SECONDMENT, law())
        assert {"sending_agrees", "receiving_agrees"} < set(steps(found))
        assert found.most_years == 3

    def test_a_rotation_takes_five_steps_and_thirty_six_months_at_least(self) -> None:
        found = procedure(ActionKind.ROTATION, law(), leader=True)
        assert {step.meeting for step in found.steps} == {1, 2, 3, 4, 5}
        assert found.least_months == 36

    def test_a_higher_post_is_planned_and_assessed_by_a_council(self) -> None:
        found = procedure(ActionKind.HIGHER_POST, law())
        assert steps(found) == ["plan", "decide_plan", "council", "decide"]

    def test_a_lower_post_is_proposed_or_asked_for_and_the_person_heard(self) -> None:
        proposed = procedure(ActionKind.LOWER_POST, law())
        asked = procedure(ActionKind.LOWER_POST, law(), own_wish=True)
        assert steps(proposed) == ["propose", "hear", "decide"]
        assert steps(asked) == ["application", "hear", "decide"]


class TestEnds:
    def test_a_resignation_takes_ten_and_ten_working_days_or_fifteen(self) -> None:
        decide = procedure(ActionKind.RESIGNATION, law(), leader=True).step("decide").due
        talk = procedure(ActionKind.RESIGNATION, law(), leader=True).step("talk_and_propose").due
        assert talk is not None
        assert decide is not None
        assert talk.day(date(2026, 10, 1)) == date(2026, 10, 15)
        assert decide.day(date(2026, 10, 1)) == date(2026, 10, 15)
        assert decide.day(date(2026, 10, 1), longest=True) == date(2026, 10, 22)

    def test_a_removal_is_voted_on_by_leadership_and_committee(self) -> None:
        found = procedure(ActionKind.REMOVAL, law(), leader=True)
        assert steps(found) == ["talk_and_propose", "leadership_and_committee", "decide"]

    def test_a_suspension_is_decided_in_two_and_two_working_days(self) -> None:
        found = procedure(ActionKind.SUSPENSION, law())
        propose, decide = found.step("propose").due, found.step("decide").due
        assert propose is not None
        assert decide is not None
        assert propose.day(date(2026, 10, 1)) == date(2026, 10, 5)
        assert decide.day(date(2026, 10, 1)) == date(2026, 10, 5)
        assert (found.most_working_days, found.extension_working_days) == (15, 15)
        assert (found.cancel_working_days, found.salary_share) == (3, Fraction(1, 2))
        assert found.deciding is Deciding.USING
        assert procedure(ActionKind.SUSPENSION, law(), leader=True).deciding is Deciding.MANAGING

    def test_somebody_is_let_go_within_thirty_days_of_the_result_and_heard_before(self) -> None:
        found = procedure(ActionKind.TERMINATION, law())
        due = found.step("decide").due
        assert due is not None
        assert due.day(date(2026, 12, 11)) == date(2027, 1, 10)
        assert "hear" in steps(found)

    def test_whoever_asks_to_leave_is_answered_within_thirty_days(self) -> None:
        due = procedure(ActionKind.TERMINATION, law(), own_wish=True).step("decide").due
        assert due is not None
        assert due.day(date(2026, 11, 1)) == date(2026, 12, 1)

    def test_discipline_keeps_its_days(self) -> None:
        found = procedure(ActionKind.DISCIPLINE, law())
        days = {step.code: step.due.days for step in found.steps if step.due}
        assert days == {
            "report": 3,
            "set_up_council": 5,
            "summons": 5,
            "recommend": 5,
            "decide": 5,
        }
        assert (found.most_days, found.complex_days) == (90, 150)

    def test_the_summons_goes_out_five_working_days_before_the_council_meets(self) -> None:
        due = procedure(ActionKind.DISCIPLINE, law()).step("summons").due
        assert due is not None
        assert due.day(date(2026, 10, 15)) == date(2026, 10, 8)

    def test_a_step_that_is_not_there_is_not_made_up(self) -> None:
        with pytest.raises(KeyError):
            procedure(ActionKind.DISCIPLINE, law()).step("party_opinion")
