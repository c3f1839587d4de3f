"""The level of a Party review: points, conditions, what fails by itself, what a person decides."""

from datetime import date
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import Level, level_of
from resolvers.statute.party import (
    CENTRAL,
    EXCUSABLE,
    SCHEMES,
    Category,
    Failing,
    Gap,
    Ground,
    PartyClass,
    PartyCondition,
    PartyFacts,
    party_class,
)

YEAR = Law(date(2026, 12, 31), known=date(2026, 12, 1))
ANSWERING = (Category.LEADER, Category.COLLECTIVE)
SIMPLE = (Category.MEMBER, Category.OUTSIDE)
BEST: dict[str, Any] = {"points": 95, "exceeded": D("0.30")}


def classed(category: Category, scheme: str = CENTRAL, **facts: Any) -> PartyClass:
    return party_class(PartyFacts(category, **facts), SCHEMES[scheme], YEAR)


def lawful(category: Category, **facts: Any) -> Level | None:
    return classed(category, **facts).lawful


class TestTwoRecords:
    """V22: the same person and span, in the state's record and in the Party's."""

    def test_ninety_one_points_without_enough_beyond_the_plan_are_good(self) -> None:
        assert level_of(D(91), Law(date(2026, 12, 31), known=date(2026, 12, 1))) is Level.EXCELLENT
        party = classed(Category.MEMBER, points=91, exceeded=D("0.25"))
        assert (party.computed, party.lawful) == (Level.EXCELLENT, Level.GOOD)
        assert party.unmet == (PartyCondition.TASKS_EXCEEDED,)

    def test_seventy_five_points_with_most_tasks_failed_are_not_completed(self) -> None:
        assert level_of(D(75), Law(date(2026, 12, 31), known=date(2026, 12, 1))) is Level.GOOD
        party = classed(Category.MEMBER, points=75, completed=D("0.40"), not_completed=D("0.60"))
        assert (party.computed, party.lawful) == (Level.GOOD, Level.NOT_COMPLETED)


@pytest.mark.parametrize("category", Category)
class TestPoints:
    @pytest.mark.parametrize(
        ("points", "level"),
        [
            ("100", Level.EXCELLENT),
            ("90", Level.EXCELLENT),
            ("89.9999", Level.GOOD),
            ("70", Level.GOOD),
            ("69.9999", Level.COMPLETED),
            ("50", Level.COMPLETED),
            ("49.9999", Level.NOT_COMPLETED),
            ("0", Level.NOT_COMPLETED),
        ],
    )
    def test_each_level_begins_at_its_threshold(
        self, category: Category, points: str, level: Level
    ) -> None:
        assert lawful(category, points=D(points), exceeded=D("0.3")) is level

    @pytest.mark.parametrize("points", [-1, D("100.01")])
    def test_points_outside_the_scale_are_refused(self, category: Category, points: Any) -> None:
        with pytest.raises(Unacceptable, match="points"):
            classed(category, points=points)


@pytest.mark.parametrize("category", Category)
class TestConditions:
    @pytest.mark.parametrize(
        ("exceeded", "level"), [("0.30", Level.EXCELLENT), ("0.2999", Level.GOOD)]
    )
    def test_excellent_asks_for_thirty_percent_beyond(
        self, category: Category, exceeded: str, level: Level
    ) -> None:
        assert lawful(category, points=95, exceeded=D(exceeded)) is level

    @pytest.mark.parametrize(
        ("points", "late", "level"),
        [
            (95, "0", Level.EXCELLENT),
            (95, "0.0001", Level.COMPLETED),
            (75, "0.0001", Level.COMPLETED),
            (55, "0.20", Level.COMPLETED),
        ],
    )
    def test_late_tasks_cost_the_upper_levels(
        self, category: Category, points: int, late: str, level: Level
    ) -> None:
        assert lawful(category, points=points, late=D(late), exceeded=D("0.3")) is level

    @pytest.mark.parametrize("facts", [{"late": D("0.2001")}, {"completed": D("0.9999")}])
    def test_where_no_level_fits_a_person_decides(
        self, category: Category, facts: dict[str, Any]
    ) -> None:
        """Late by more than a fifth, or unfinished, and yet no case of the lowest level."""
        found = classed(category, points=80, **facts)
        assert (found.lawful, found.gaps) == (None, (Gap.NO_LEVEL_FITS,))

    @pytest.mark.parametrize("fault", [{"repaired": False}, {"quality": False}])
    def test_a_fault_that_was_not_mended_costs_the_best_level_only(
        self, category: Category, fault: dict[str, Any]
    ) -> None:
        assert lawful(category, **BEST, **fault) is Level.GOOD


def test_a_collective_is_not_excellent_with_somebody_disciplined_and_a_member_is() -> None:
    assert lawful(Category.COLLECTIVE, **BEST, unit_disciplined=True) is Level.GOOD
    assert lawful(Category.MEMBER, **BEST, unit_disciplined=True) is Level.EXCELLENT


class TestFailing:
    @pytest.mark.parametrize("category", ANSWERING)
    @pytest.mark.parametrize(("plan", "fails"), [("0.70", False), ("0.6999", True)])
    def test_leaders_and_collectives_need_seventy_percent_of_the_plan(
        self, category: Category, plan: str, fails: bool
    ) -> None:
        found = lawful(category, **BEST, plan=D(plan))
        assert (found is Level.NOT_COMPLETED) is fails

    @pytest.mark.parametrize(("failed", "fails"), [(2, False), (3, True)])
    def test_a_leader_answers_for_more_than_half_of_his_units(
        self, failed: int, fails: bool
    ) -> None:
        found = lawful(Category.LEADER, **BEST, failed_units=failed, units=4)
        assert (found is Level.NOT_COMPLETED) is fails

    @pytest.mark.parametrize(("low", "fails"), [(25, False), (26, True)])
    def test_more_than_half_of_the_confidence_votes_low_fail_a_leader(
        self, low: int, fails: bool
    ) -> None:
        found = lawful(Category.LEADER, **BEST, low_confidence=low, ballots=50)
        assert (found is Level.NOT_COMPLETED) is fails

    @pytest.mark.parametrize("category", SIMPLE)
    @pytest.mark.parametrize(("share", "fails"), [("0.50", False), ("0.5001", True)])
    def test_a_member_fails_with_more_than_half_of_his_tasks(
        self, category: Category, share: str, fails: bool
    ) -> None:
        found = lawful(category, **BEST, not_completed=D(share))
        assert (found is Level.NOT_COMPLETED) is fails

    @pytest.mark.parametrize("category", SIMPLE)
    def test_what_concerns_leaders_touches_nobody_else(self, category: Category) -> None:
        leaders = {"plan": D(0), "targets_missed": True, "failed_units": 1, "units": 1}
        assert lawful(category, **BEST, **leaders) is Level.EXCELLENT
        assert lawful(category, **BEST, low_confidence=1, ballots=1) is Level.EXCELLENT
        assert lawful(Category.LEADER, **BEST, not_completed=D(1)) is Level.EXCELLENT

    @pytest.mark.parametrize("ground", Ground)
    @pytest.mark.parametrize("category", Category)
    def test_each_concluded_ground_is_enough_whatever_the_points(
        self, category: Category, ground: Ground
    ) -> None:
        found = classed(category, **BEST, grounds=frozenset({ground}))
        assert (found.computed, found.lawful) == (Level.EXCELLENT, Level.NOT_COMPLETED)

    def test_targets_missed_fail_a_leader(self) -> None:
        assert lawful(Category.LEADER, **BEST, targets_missed=True) is Level.NOT_COMPLETED


class TestDiscretion:
    def test_what_may_be_set_aside_is_named_until_somebody_decides(self) -> None:
        found = classed(Category.LEADER, **BEST, plan=D("0.5"))
        assert found.consider == (Failing.PLAN_MISSED.value,)
        declined = classed(Category.LEADER, **BEST, plan=D("0.5"), excused=False)
        assert (declined.lawful, declined.consider) == (Level.NOT_COMPLETED, ())

    @pytest.mark.parametrize("ground", [each for each in Ground if each.value in EXCUSABLE])
    def test_an_accepted_cause_leaves_points_and_conditions_to_decide(self, ground: Ground) -> None:
        found = classed(Category.LEADER, **BEST, grounds=frozenset({ground}), excused=True)
        assert found.lawful is Level.EXCELLENT
        assert "Set aside" in " ".join(step.text("en") for step in found.steps)

    @pytest.mark.parametrize(
        "facts",
        [
            {"points": 40},
            {"points": 95, "low_confidence": 3, "ballots": 4},
            {"points": 95, "grounds": frozenset({Ground.DEGRADATION})},
            {"points": 95, "grounds": frozenset({Ground.DUTY_DISCIPLINE})},
        ],
    )
    def test_nothing_else_can_be_set_aside(self, facts: dict[str, Any]) -> None:
        assert lawful(Category.LEADER, **facts, excused=True) is Level.NOT_COMPLETED


class TestQuarters:
    @pytest.mark.parametrize("scheme", ["dak_lak", "thanh_hoa"])
    def test_an_unfinished_quarter_fails_a_leader_where_the_guide_says_so(
        self, scheme: str
    ) -> None:
        unfinished = {"points": 95, "completed": D("0.99"), "quarter": True}
        assert classed(Category.LEADER, scheme, **unfinished).lawful is Level.NOT_COMPLETED
        assert classed(Category.LEADER, scheme, **unfinished, objective=True).lawful is None
        assert classed(Category.MEMBER, scheme, **unfinished).lawful is None
        assert classed(Category.LEADER, CENTRAL, **unfinished).lawful is None

    @pytest.mark.parametrize("scheme", ["dak_lak", "thanh_hoa"])
    def test_a_year_does_not(self, scheme: str) -> None:
        assert classed(Category.LEADER, scheme, points=95, completed=D("0.99")).lawful is None


@given(
    category=st.sampled_from(list(Category)),
    points=st.decimals(0, 100, places=2),
    shares=st.tuples(*[st.decimals(0, 1, places=2)] * 5),
    flags=st.tuples(*[st.booleans()] * 4),
)
def test_no_condition_ever_raises_a_level_above_its_points(
    category: Category, points: D, shares: tuple[D, ...], flags: tuple[bool, ...]
) -> None:
    order = list(Level)
    facts = PartyFacts(category, points, *shares, *flags)
    found = party_class(facts, SCHEMES[CENTRAL], YEAR)
    assert (found.lawful is None) == bool(found.gaps)
    if found.lawful is not None:
        assert order.index(found.lawful) >= order.index(found.computed)
    assert found.steps[-1].key == "party_level"
