"""How many may be excellent: the example of the law's three readings, and what always holds."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.citing import cited
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import QUOTA_ORGANISATIONS, Places, Span, places, span_law
from resolvers.statute.switches import DEFAULTS, Switches

RAISED = Decimal("0.25")
READINGS = ("strict", "initial", "broad")
COUNTS = st.integers(0, 5_000)
many = settings(max_examples=200, deadline=None, database=None)


def law() -> Law:
    return span_law(Span.YEAR, date(2026, 1, 1), known=date(2026, 12, 10))


def of(candidates: int, good: int, reading: str = "strict", share: Decimal | None = None) -> Places:
    switches = Switches.of({"quota_reading": reading})
    decision = "QĐ 77/QĐ-UBND" if share is not None and share > Decimal("0.20") else ""
    return places(candidates, good, share, switches, law(), decision=decision)


@pytest.mark.parametrize(
    ("reading", "usual", "raised"), [("strict", 1, 2), ("initial", 1, 1), ("broad", 2, 2)]
)
def test_of_twelve_officers_each_reading_gives_the_places_of_the_example(
    reading: str, usual: int, raised: int
) -> None:
    """4 with 90 points or more, 7 with 70 to 90, 1 below."""
    assert of(4, 7, reading).most == usual
    assert of(4, 7, reading, RAISED).most == raised


@pytest.mark.parametrize(
    ("candidates", "good", "most"),
    [(0, 0, 0), (1, 4, 0), (1, 5, 1), (6, 0, 1), (5, 0, 0), (0, 100, 0), (3, 1_000, 3)],
)
def test_whole_places_are_counted_strictly_by_default(
    candidates: int, good: int, most: int
) -> None:
    found = places(candidates, good, None, DEFAULTS, law())
    assert (found.most, found.surplus, found.reading) == (most, candidates - most, "strict")


class TestShare:
    def test_above_the_usual_one_needs_a_decision(self) -> None:
        with pytest.raises(Unacceptable, match=r"^decision: is missing; a share above 0.20"):
            places(4, 7, RAISED, DEFAULTS, law())
        with pytest.raises(Unacceptable, match=r"^decision: is missing"):
            places(4, 7, Decimal("0.21"), DEFAULTS, law(), decision=" ")

    @pytest.mark.parametrize("share", ["0.2501", "1", "-0.01", "NaN"])
    def test_is_never_above_what_the_law_lets_be_decided(self, share: str) -> None:
        with pytest.raises(Unacceptable, match=r"^share: must be a share from 0 to 0.25"):
            places(4, 7, Decimal(share), DEFAULTS, law(), decision="QĐ 77/QĐ-UBND")

    def test_may_be_lower_without_a_decision(self) -> None:
        assert places(20, 100, Decimal("0.10"), DEFAULTS, law()).most == 10
        assert places(20, 100, Decimal(0), DEFAULTS, law()).most == 0

    def test_stands_in_the_explanation_with_its_decision(self) -> None:
        steps = of(4, 7, "strict", RAISED).steps
        assert [step.text("vi") for step in steps] == [
            "Tỷ lệ theo QĐ 77/QĐ-UBND",
            "Từ 90 điểm 4, hoàn thành tốt 7, tỷ lệ 0,25, tính trên số hoàn thành tốt cuối cùng:"
            " số xuất sắc tối đa",
            "Trong 4 đủ điểm, tối đa 2: số được xếp loại xuất sắc",
        ]
        assert [step.value for step in steps] == ["0.25", "2", "2"]
        assert all(cited(step.cite, "vi") != step.cite for step in steps)


@pytest.mark.parametrize("count", [-1, True, 1.0, "1", None])
def test_only_whole_numbers_are_counted(count: object) -> None:
    with pytest.raises(Unacceptable, match=r"^candidates: must be a whole number from 0"):
        places(count, 7, None, DEFAULTS, law())  # type: ignore[arg-type]
    with pytest.raises(Unacceptable, match=r"^good: must be a whole number from 0"):
        places(4, count, None, DEFAULTS, law())  # type: ignore[arg-type]


def test_organisations_have_a_quota_of_their_own_article() -> None:
    found = places(4, 7, None, DEFAULTS, law(), quota=QUOTA_ORGANISATIONS)
    assert found.most == 1
    assert "Decree 335/2025/NĐ-CP, art. 8(5)" in found.cites


def test_there_are_no_places_before_the_decree() -> None:
    before = span_law(Span.YEAR, date(2025, 1, 1), known=date(2026, 12, 10))
    with pytest.raises(NotInForce):
        places(4, 7, None, DEFAULTS, before)


@many
@given(COUNTS, COUNTS, st.sampled_from([None, Decimal("0.05"), RAISED]))
def test_the_strict_reading_never_exceeds_the_law_and_leaves_no_place_free(
    candidates: int, good: int, share: Decimal | None
) -> None:
    found = of(candidates, good, "strict", share)
    part = Fraction(found.share)
    finally_good = good + candidates - found.most
    assert found.most <= part * finally_good
    if found.most < candidates:
        assert found.most + 1 > part * (finally_good - 1)


@many
@given(COUNTS, COUNTS)
def test_the_other_readings_never_exceed_the_share_of_their_own_number(
    candidates: int, good: int
) -> None:
    assert of(candidates, good, "initial").most <= Fraction(1, 5) * good
    assert of(candidates, good, "broad").most <= Fraction(1, 5) * (good + candidates)


@many
@given(COUNTS, COUNTS, st.sampled_from(READINGS))
def test_more_people_never_mean_fewer_places(candidates: int, good: int, reading: str) -> None:
    found = of(candidates, good, reading).most
    assert of(candidates + 1, good, reading).most >= found
    assert of(candidates, good + 1, reading).most >= found
    assert of(candidates, good, reading, RAISED).most >= found


@many
@given(st.lists(st.tuples(COUNTS, COUNTS), max_size=6), st.sampled_from(READINGS))
def test_groups_never_have_more_places_together_than_their_agency(
    groups: list[tuple[int, int]], reading: str
) -> None:
    candidates, good = (sum(group[place] for group in groups) for place in (0, 1))
    together = sum(of(*group, reading).limit for group in groups)
    assert together <= of(candidates, good, reading).limit
