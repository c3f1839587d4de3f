"""Grounds of actions against somebody, and what may be proposed: a person decides."""

from datetime import date
from typing import Any

import pytest

from resolvers.statute.personnel import (
    SUSPENSION_GROUNDS,
    ActionKind,
    Confidence,
    Ground,
    InForce,
    State,
    follow_ups,
)
from tests.statute.personnel.facts import (
    DAY,
    closed,
    facts,
    gate,
    in_state,
    law,
    rated,
    record,
    wish,
)


class TestGrounds:
    def confidence(self, low: int) -> dict[str, Any]:
        return {"confidence": Confidence(low, 50, DAY, record("service_fact"))}

    def test_nobody_is_removed_lowered_let_go_or_suspended_without_one(self) -> None:
        for kind in (
            ActionKind.REMOVAL,
            ActionKind.LOWER_POST,
            ActionKind.TERMINATION,
            ActionKind.SUSPENSION,
        ):
            assert len(closed(kind)) == 1

    @pytest.mark.parametrize(
        "kind", [ActionKind.REMOVAL, ActionKind.LOWER_POST, ActionKind.TERMINATION]
    )
    def test_the_last_class_is_one_where_it_is_the_lowest(self, kind: ActionKind) -> None:
        known = (rated(2024, "GOOD"), rated(2025, "NOT_COMPLETED"))
        assert closed(kind, classes=known) == []
        earlier = (rated(2024, "NOT_COMPLETED"), rated(2025, "COMPLETED"))
        assert len(closed(kind, classes=earlier)) == 1

    @pytest.mark.parametrize(("low", "opens"), [(34, True), (33, False)])
    def test_more_than_two_thirds_low_confidence_are_one_for_removal(
        self, low: int, opens: bool
    ) -> None:
        assert gate(ActionKind.REMOVAL, "ground_for_removal", **self.confidence(low)).open is opens

    @pytest.mark.parametrize(
        ("form", "opens"), [("reprimand", True), ("warning", True), ("expulsion", False)]
    )
    def test_a_reprimand_or_a_warning_in_force_is_one_for_removal(
        self, form: str, opens: bool
    ) -> None:
        entry = InForce(form, date(2026, 1, 1), date(2026, 12, 31), record("discipline"))
        assert gate(ActionKind.REMOVAL, "ground_for_removal", discipline=(entry,)).open is opens

    def test_a_paper_is_one_where_the_article_names_it(self) -> None:
        for code in SUSPENSION_GROUNDS:
            paper = Ground(code, record("document"))
            found = gate(ActionKind.SUSPENSION, "ground_for_suspension", grounds=(paper,))
            assert found.open
            assert found.cites[0].startswith("Decree 170/2025/NĐ-CP, art. 56(1)(")
        stranger = Ground("degradation", record("document"))
        assert closed(ActionKind.SUSPENSION, grounds=(stranger,)) == ["ground_for_suspension"]

    def test_ones_own_wish_is_one_for_a_lower_post_and_for_leaving(self) -> None:
        for kind in (ActionKind.LOWER_POST, ActionKind.TERMINATION):
            assert closed(kind, wishes=(wish(kind),)) == []

    def test_debts_keep_somebody_who_wishes_to_leave(self) -> None:
        known = {
            "wishes": (wish(ActionKind.TERMINATION),),
            **in_state(State.UNSETTLED_DEBTS),
        }
        assert closed(ActionKind.TERMINATION, **known) == ["commitments_fulfilled"]


class TestFollowUps:
    def test_the_lowest_class_lets_a_lower_post_or_a_termination_be_proposed(self) -> None:
        known = facts(office="member", classes=(rated(2025, "NOT_COMPLETED"),))
        found = follow_ups(known, DAY, law())
        assert [each.kind for each in found] == [ActionKind.LOWER_POST, ActionKind.TERMINATION]
        assert [each.due and each.due.day for each in found] == [None, date(2026, 1, 19)]
        assert found[0].evidence[0] == rated(2025, "NOT_COMPLETED").record

    def test_of_a_leader_removal_too(self) -> None:
        known = facts(classes=(rated(2025, "NOT_COMPLETED"),))
        assert follow_ups(known, DAY, law())[0].kind is ActionKind.REMOVAL

    def test_nothing_follows_from_a_better_class(self) -> None:
        assert follow_ups(facts(classes=(rated(2025, "COMPLETED"),)), DAY, law()) == ()

    @pytest.mark.parametrize(
        ("low", "kinds"),
        [
            (34, [ActionKind.REMOVAL]),
            (33, [ActionKind.RESIGNATION]),
            (26, [ActionKind.RESIGNATION]),
            (25, []),
        ],
    )
    def test_low_confidence_lets_removal_or_resignation_be_proposed(
        self, low: int, kinds: list[ActionKind]
    ) -> None:
        known = facts(confidence=Confidence(low, 50, DAY, record("service_fact")))
        assert [each.kind for each in follow_ups(known, DAY, law())] == kinds
