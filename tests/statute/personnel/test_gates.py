"""Each gate on either side of its bound; what is not known closes it and is named."""

from datetime import date
from typing import Any

import pytest

from resolvers.statute.citing import cited
from resolvers.statute.dated import NotInForce
from resolvers.statute.personnel import (
    GATES,
    ActionKind,
    InForce,
    State,
    all_open,
    gates,
)
from tests.statute.personnel.facts import (
    DAY,
    UNBARRED,
    closed,
    facts,
    gate,
    in_state,
    law,
    rated,
    record,
    under_way,
    wish,
)

BARRED_BY_LAW = ("administrative", "party", "investigation", "prosecution", "trial")
MOVES = (ActionKind.TRANSFER, ActionKind.SECONDMENT, ActionKind.PERIODIC_CHANGE)
LAW_38 = "Law 80/2025/QH15, art. 38(2)"


class TestEveryKind:
    @pytest.mark.parametrize(
        "kind",
        [
            ActionKind.APPOINTMENT,
            ActionKind.REAPPOINTMENT,
            ActionKind.TRANSFER,
            ActionKind.ROTATION,
            ActionKind.SECONDMENT,
            ActionKind.HIGHER_POST,
            ActionKind.RESIGNATION,
            ActionKind.DISCIPLINE,
        ],
    )
    def test_lets_somebody_pass_in_whose_way_nothing_stands(self, kind: ActionKind) -> None:
        known = facts(starts_on=date(2026, 12, 1)) if kind is ActionKind.HIGHER_POST else UNBARRED
        assert all_open(gates(kind, known, DAY, law()))

    @pytest.mark.parametrize("kind", list(ActionKind))
    def test_names_its_articles_and_says_why_in_both_languages(self, kind: ActionKind) -> None:
        for each in gates(kind, UNBARRED, DAY, law()):
            assert all("Điều" in cited(cite, "vi") or "377" in cite for cite in each.cites)
            for finding in each.because:
                assert finding.text("vi") != finding.text("en")
                assert finding.cite in each.cites or each.code.startswith("ground")

    @pytest.mark.parametrize("kind", list(ActionKind))
    def test_is_not_law_before_the_decree(self, kind: ActionKind) -> None:
        assert kind in GATES
        with pytest.raises(NotInForce):
            gates(kind, UNBARRED, DAY, law(date(2025, 6, 30)))


class TestProceedings:
    @pytest.mark.parametrize(
        "kind",
        [
            ActionKind.APPOINTMENT,
            ActionKind.ROTATION,
            ActionKind.HIGHER_POST,
            *MOVES,
        ],
    )
    @pytest.mark.parametrize("proceeding", BARRED_BY_LAW)
    def test_bar_what_the_law_names_and_are_named(self, kind: ActionKind, proceeding: str) -> None:
        found = gate(kind, "no_blocking_procedure", **under_way(proceeding))
        assert not found.open
        assert found.evidence == (record("proceeding"),)
        assert found.cites[0] == LAW_38

    def test_bar_from_their_first_day_on(self) -> None:
        assert gate(
            ActionKind.TRANSFER, "no_blocking_procedure", **under_way("trial", date(2026, 11, 24))
        ).open
        assert not gate(
            ActionKind.TRANSFER, "no_blocking_procedure", **under_way("trial", DAY)
        ).open

    def test_an_inspection_bars_a_transfer_and_a_resignation_only(self) -> None:
        inspected = under_way("inspection")
        barred = [
            kind for kind in ActionKind if "no_blocking_procedure" in closed(kind, **inspected)
        ]
        assert barred == [
            ActionKind.TRANSFER,
            ActionKind.SECONDMENT,
            ActionKind.PERIODIC_CHANGE,
            ActionKind.RESIGNATION,
        ]

    def test_put_a_reappointment_off(self) -> None:
        found = gate(
            ActionKind.REAPPOINTMENT, "no_blocking_procedure", **under_way("administrative")
        )
        assert (found.open, found.cites) == (False, ("Decree 170/2025/NĐ-CP, art. 36(5)(a)",))

    def test_of_a_criminal_kind_put_discipline_off_unless_the_authority_says_otherwise(
        self,
    ) -> None:
        found = gate(ActionKind.DISCIPLINE, "no_blocking_procedure", **under_way("prosecution"))
        assert (found.open, found.special_case) == (False, True)

    def test_bar_leaving_by_ones_own_wish_but_not_being_let_go(self) -> None:
        lowest = {"classes": (rated(2025, "NOT_COMPLETED"),), **under_way("administrative")}
        assert closed(ActionKind.TERMINATION, **lowest) == []
        asked = {"wishes": (wish(ActionKind.TERMINATION),), **lowest}
        assert closed(ActionKind.TERMINATION, **asked) == ["no_blocking_procedure"]


class TestDisciplineInForce:
    def entry(self, until: date | None) -> dict[str, Any]:
        return {"discipline": (InForce("warning", date(2026, 1, 1), until, record("discipline")),)}

    @pytest.mark.parametrize(
        "kind", [ActionKind.APPOINTMENT, ActionKind.ROTATION, ActionKind.HIGHER_POST]
    )
    def test_bars_up_to_and_with_its_last_day(self, kind: ActionKind) -> None:
        assert "no_discipline_in_force" in closed(kind, **self.entry(DAY))
        assert "no_discipline_in_force" not in closed(kind, **self.entry(date(2026, 11, 22)))
        assert "no_discipline_in_force" in closed(kind, **self.entry(None))

    def test_does_not_bar_a_transfer(self) -> None:
        assert closed(ActionKind.TRANSFER, **self.entry(DAY)) == []


class TestProtection:
    @pytest.mark.parametrize("kind", MOVES)
    @pytest.mark.parametrize("state", [State.PREGNANCY, State.MATERNITY, State.HARDSHIP])
    def test_holds_until_the_person_wishes_it_himself(self, kind: ActionKind, state: State) -> None:
        known = {**in_state(state), "office": "member"}
        assert len(closed(kind, **known)) == 1
        assert closed(kind, **known, wishes=(wish(kind),)) == []

    def test_is_not_waived_by_a_wish_for_something_else(self) -> None:
        known = {**in_state(State.PREGNANCY), "wishes": (wish(ActionKind.SECONDMENT),)}
        assert closed(ActionKind.TRANSFER, **known) == ["no_pregnancy_or_small_child"]

    @pytest.mark.parametrize(
        ("born", "barred"), [(date(2023, 11, 23), False), (date(2023, 11, 24), True)]
    )
    def test_of_a_child_ends_at_thirty_six_months(self, born: date, barred: bool) -> None:
        found = closed(ActionKind.TRANSFER, **in_state(State.SMALL_CHILD, born))
        assert bool(found) is barred

    @pytest.mark.parametrize(
        ("born", "barred"), [(date(2025, 11, 23), False), (date(2025, 11, 24), True)]
    )
    def test_from_discipline_ends_when_the_child_is_one(self, born: date, barred: bool) -> None:
        found = closed(ActionKind.DISCIPLINE, **in_state(State.SMALL_CHILD, born))
        assert bool(found) is barred

    @pytest.mark.parametrize("state", [State.SERIOUS_ILLNESS, State.LONG_STUDY])
    def test_of_illness_and_study_cannot_be_waived(self, state: State) -> None:
        known = {**in_state(state), "wishes": (wish(ActionKind.TRANSFER),)}
        assert len(closed(ActionKind.TRANSFER, **known)) == 1

    def test_ends_with_its_last_day(self) -> None:
        assert closed(ActionKind.TRANSFER, **in_state(State.LONG_STUDY, until=DAY))
        ended = in_state(State.LONG_STUDY, until=date(2026, 11, 22))
        assert closed(ActionKind.TRANSFER, **ended) == []

    def test_a_secondment_under_way_bars_another_move(self) -> None:
        known = {"seconded": record("posting")}
        assert closed(ActionKind.TRANSFER, **known) == ["no_secondment_under_way"]

    @pytest.mark.parametrize("state", [State.STUDY_ABROAD, State.INPATIENT, State.MATERNITY])
    def test_puts_a_reappointment_off(self, state: State) -> None:
        assert len(closed(ActionKind.REAPPOINTMENT, **in_state(state))) == 1

    @pytest.mark.parametrize(
        "state", [State.PREGNANCY, State.SMALL_CHILD, State.HARDSHIP, State.SERIOUS_ILLNESS]
    )
    def test_is_not_told_by_name(self, state: State) -> None:
        known = in_state(state)
        for each in gates(ActionKind.TRANSFER, facts(**known), DAY, law()):
            for finding in each.because:
                assert state not in finding.values
                assert "2026-01-01" not in finding.values

    def test_does_not_stand_in_the_way_of_an_appointment(self) -> None:
        assert closed(ActionKind.APPOINTMENT, **in_state(State.PREGNANCY)) == []


class TestOffices:
    def test_leaders_are_reappointed_rotated_removed_and_resign(self) -> None:
        for kind in (
            ActionKind.REAPPOINTMENT,
            ActionKind.ROTATION,
            ActionKind.REMOVAL,
            ActionKind.RESIGNATION,
        ):
            assert "holds_a_leadership_office" in closed(kind, office="member")
            assert "holds_a_leadership_office" not in closed(kind, office="head")

    def test_only_others_are_changed_periodically(self) -> None:
        code = "holds_no_leadership_office"
        assert gate(ActionKind.PERIODIC_CHANGE, code, office="member").open
        assert not gate(ActionKind.PERIODIC_CHANGE, code, office="deputy").open

    def test_sensitive_duty_keeps_somebody_in_office(self) -> None:
        known = in_state(State.SENSITIVE_DUTY)
        assert closed(ActionKind.RESIGNATION, **known) == ["no_sensitive_duty"]
