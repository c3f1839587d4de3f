"""d of article 15(3)(a): from the subordinates' scores, or not decided yet."""

from datetime import date
from decimal import Decimal

import pytest

from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import (
    Cause,
    Subordinates,
    UnitResult,
    level_of,
    month_law,
    unit_result,
)
from resolvers.statute.switches import DEFAULTS, NO_SUBORDINATES, Switches

ARTICLE = "Decree 335/2025/NĐ-CP, art. 15(3)(a)"


def law() -> Law:
    return month_law(date(2026, 3, 1), known=date(2026, 4, 2))


def totals(*points: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(point) for point in points)


class TestUnitResult:
    def test_is_met_where_the_weakest_subordinate_stands_exactly_at_50(self) -> None:
        result = unit_result(Subordinates(totals("50.00", "71.2", "88.0")), law())
        assert result == UnitResult(Decimal(1), Cause.ALL_COMPLETED, ARTICLE)

    def test_is_halved_by_one_subordinate_a_hundredth_below(self) -> None:
        result = unit_result(Subordinates(totals("49.99", "71.2", "88.0")), law())
        assert (result.value, result.cause) == (Decimal("0.50"), Cause.ONE_NOT_COMPLETED)

    def test_waits_for_those_not_scored_yet(self) -> None:
        result = unit_result(Subordinates(totals("71.2"), unscored=1), law())
        assert (result.value, result.cause) == (None, Cause.NOT_ALL_SCORED)

    def test_need_not_wait_once_one_has_failed(self) -> None:
        result = unit_result(Subordinates(totals("48.0"), unscored=3), law())
        assert (result.value, result.cause) == (Decimal("0.50"), Cause.ONE_NOT_COMPLETED)

    def test_leaves_out_those_to_whom_nothing_was_assigned(self) -> None:
        result = unit_result(Subordinates(totals("71.2"), insufficient=2), law())
        assert result == UnitResult(Decimal(1), Cause.ALL_COMPLETED, ARTICLE)

    @pytest.mark.parametrize("nobody", [Subordinates(), Subordinates(insufficient=2)])
    def test_is_for_the_head_to_choose_where_nobody_has_a_score(self, nobody: Subordinates) -> None:
        result = unit_result(nobody, law(), DEFAULTS)
        assert (result.value, result.cause) == (None, Cause.NOBODY_SCORED)
        assert result.cite == NO_SUBORDINATES.cite

    def test_is_met_there_where_the_agency_says_so(self) -> None:
        result = unit_result(Subordinates(), law(), Switches.of({"no_subordinates": "met"}))
        assert result == UnitResult(Decimal(1), Cause.NOBODY_SCORED, NO_SUBORDINATES.cite)

    def test_remembers_the_texts_it_read(self) -> None:
        read = law()
        unit_result(Subordinates(totals("71.2")), read)
        assert ARTICLE in read.cites

    def test_is_nothing_before_the_decree(self) -> None:
        before = month_law(date(2025, 12, 1), known=date(2026, 4, 2))
        with pytest.raises(NotInForce):
            unit_result(Subordinates(totals("71.2")), before)


@pytest.mark.parametrize(
    ("total", "level"),
    [
        ("100", "EXCELLENT"),
        ("90.00", "EXCELLENT"),
        ("89.99", "GOOD"),
        ("70", "GOOD"),
        ("69.9999", "COMPLETED"),
        ("50", "COMPLETED"),
        ("49.99", "NOT_COMPLETED"),
        ("0", "NOT_COMPLETED"),
    ],
)
def test_a_level_begins_at_its_threshold(total: str, level: str) -> None:
    assert level_of(Decimal(total), law()) == level


def test_the_law_of_a_month_is_that_of_its_last_day() -> None:
    assert month_law(date(2028, 2, 1), known=date(2028, 3, 1)).day == date(2028, 2, 29)
    assert month_law(date(2026, 12, 1), known=date(2027, 1, 5)).day == date(2026, 12, 31)
