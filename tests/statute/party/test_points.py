"""The points of a Party review: the regulation's two parts, and the local ways to the second."""

from datetime import date
from decimal import Decimal as D

import pytest

from resolvers.statute.bounds import Exact, Unacceptable
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import Level, Ratios, Role, month_law, month_score
from resolvers.statute.evaluation.facts import Leadership, MonthFacts
from resolvers.statute.party import (
    CENTRAL,
    SCHEMES,
    Assessment,
    Category,
    FourParts,
    PartyFacts,
    PartyScore,
    Results,
    party_class,
    review_score,
)
from resolvers.statute.switches import DEFAULTS

TODAY = date(2026, 11, 20)
THIRD_QUARTER = date(2026, 9, 30)
AXES = {"A1": 15, "A2": 10, "A3": 10, "A4": 15, "A5": 10, "A6": 10}


def law(day: date = THIRD_QUARTER) -> Law:
    return Law(day, known=TODAY)


def scored(
    results: Results,
    general: Exact = 27,
    scheme: str = CENTRAL,
    category: Category = Category.LEADER,
    quarter: bool = True,
    day: date = THIRD_QUARTER,
) -> PartyScore:
    given = Assessment(general, results)
    return review_score(given, SCHEMES[scheme], category, law(day), quarter=quarter)


def parts(*shares: str) -> FourParts:
    return FourParts(*map(D, shares))


class TestFourParts:
    def test_a_leaders_quarter_is_the_mean_of_four_times_seventy(self) -> None:
        """V23, the Party's side: 63.875 and 27 make 90.875."""
        score = scored(parts("1.00", "0.95", "0.90", "0.80"), scheme="dak_lak")
        assert score.points == D("90.875")
        facts = PartyFacts(Category.LEADER, score.points, exceeded=D("0.3"), quarter=True)
        assert party_class(facts, SCHEMES["dak_lak"], law()).lawful is Level.EXCELLENT

    def test_the_states_formula_of_six_gives_the_same_leader_another_level(self) -> None:
        """V23, the state's side: two records, two formulas, two levels."""
        facts = MonthFacts(
            role=Role.LEADER,
            general=27,
            work=Ratios(1, D("0.95"), D("0.90")),
            leadership=Leadership(D("0.50"), 1, 1),
        )
        score = month_score(facts, month_law(date(2026, 9, 1), known=TODAY), DEFAULTS)
        assert (score.total, score.level) == (D("89.42"), Level.GOOD)

    def test_the_published_example_comes_to_what_its_components_make(self) -> None:
        """V24: 84.4, 90.3, 63.3 and 83.3 % are 80.325 % of seventy, not the 82.3 % printed."""
        score = scored(parts("0.844", "0.903", "0.633", "0.833"), general=30, scheme="dak_lak")
        assert score.points == D("86.2275")
        assert score.points != D("80.3")
        facts = PartyFacts(Category.LEADER, score.points, quarter=True)
        assert party_class(facts, SCHEMES["dak_lak"], law()).lawful is Level.GOOD

    def test_the_step_tells_what_it_was_made_of(self) -> None:
        step = scored(parts("1", "0.95", "0.9", "0.8"), scheme="dak_lak").steps[1]
        assert step.text("en") == "Results: (1 + 0.95 + 0.9 + 0.8) / 4 × 70 points"
        assert step.cite == "Guidance 05-HD/TU of Đắk Lắk"

    @pytest.mark.parametrize("scheme", ["dak_lak", "thanh_hoa"])
    def test_a_year_and_a_non_leader_are_given_in_points(self, scheme: str) -> None:
        assert scored(60, scheme=scheme, quarter=False, day=date(2026, 12, 31)).points == 87
        assert scored(60, scheme=scheme, category=Category.MEMBER).points == 87
        with pytest.raises(Unacceptable, match="results"):
            scored(parts("1", "1", "1", "1"), scheme=scheme, category=Category.MEMBER)

    @pytest.mark.parametrize("wrong", [60, {"A1": parts("1", "1", "1", "1")}])
    def test_a_leaders_quarter_is_given_in_nothing_else(self, wrong: Results) -> None:
        with pytest.raises(Unacceptable, match="results"):
            scored(wrong, scheme="dak_lak")

    @pytest.mark.parametrize(("share", "holds"), [("0", True), ("1", True), ("1.0001", False)])
    def test_a_part_is_a_share(self, share: str, holds: bool) -> None:
        if holds:
            assert scored(parts(share, "0", "0", "0"), scheme="dak_lak").points >= 27
        else:
            with pytest.raises(Unacceptable, match=r"results\.quantity"):
                scored(parts(share, "0", "0", "0"), scheme="dak_lak")


class TestAxes:
    def test_six_axes_with_the_same_parts_make_what_one_formula_makes(self) -> None:
        same = {axis: parts("1.00", "0.95", "0.90", "0.80") for axis in AXES}
        assert scored(same, scheme="thanh_hoa").points == D("90.875")

    @pytest.mark.parametrize(("axis", "most"), AXES.items())
    def test_each_axis_is_worth_its_most(self, axis: str, most: int) -> None:
        alone = {each: parts(*["1" if each == axis else "0"] * 4) for each in AXES}
        assert scored(alone, general=0, scheme="thanh_hoa").points == most

    def test_an_axis_left_out_is_refused_and_not_counted_as_nothing(self) -> None:
        five = {axis: parts("1", "1", "1", "1") for axis in list(AXES)[:5]}
        with pytest.raises(Unacceptable, match="A6"):
            scored(five, scheme="thanh_hoa")


class TestBounds:
    @pytest.mark.parametrize(("general", "results"), [(0, 0), (30, 70), (D("29.9999"), D("69.5"))])
    def test_points_are_added_exactly(self, general: Exact, results: Exact) -> None:
        assert scored(results, general, quarter=False).points == general + results  # type: ignore[operator]

    @pytest.mark.parametrize(
        ("general", "results", "field"),
        [(31, 0, "general"), (-1, 0, "general"), (0, 71, "results"), (D("1.00001"), 0, "general")],
    )
    def test_points_beyond_their_part_are_refused(
        self, general: Exact, results: Exact, field: str
    ) -> None:
        with pytest.raises(Unacceptable, match=field):
            scored(results, general)


class TestDays:
    @pytest.mark.parametrize(
        ("scheme", "first", "before"),
        [
            (CENTRAL, date(2025, 8, 30), date(2025, 8, 29)),
            ("dak_lak", date(2026, 6, 16), date(2026, 6, 15)),
            ("thanh_hoa", date(2026, 7, 2), date(2026, 7, 1)),
        ],
    )
    def test_a_scheme_says_nothing_about_the_days_before_its_text(
        self, scheme: str, first: date, before: date
    ) -> None:
        assert law(first)(SCHEMES[scheme])
        with pytest.raises(NotInForce):
            law(before)(SCHEMES[scheme])
