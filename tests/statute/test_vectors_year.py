"""The worked examples of the year: roll-up, months of service, quota."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from resolvers.statute.evaluation import (
    MonthOfYear,
    PeriodResult,
    SheetOfMonth,
    Span,
    months_of,
    periods_of,
    places,
    roll_up,
    span_law,
)
from resolvers.statute.switches import DEFAULTS, Switches
from tests.statute.test_vectors import LEVELS, VECTORS, vectors

FIRST, KNOWN = date(2026, 1, 1), date(2027, 1, 10)

pytestmark = pytest.mark.skipif(
    not VECTORS.is_file(), reason="../shared/law/vectors.json is not beside the repository"
)


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [vector for vector in vectors() if vector["kind"] == kind]


def result(span: Span, first: date, totals: list[Decimal]) -> PeriodResult:
    """The result of the span that begins on `first`, in the year of the twelve totals."""
    months = [
        MonthOfYear(period.first, (SheetOfMonth("one", total, period.days),), period.days)
        for period, total in zip(periods_of(Span.YEAR, FIRST), totals, strict=True)
        if period.first in months_of(span, first)
    ]
    return roll_up(span, first, months, DEFAULTS, span_law(span, first, known=KNOWN))


@pytest.mark.parametrize("vector", of_kind("mean"), ids=lambda vector: vector["id"])
class TestMean:
    @pytest.mark.parametrize(
        ("span", "name", "begin"),
        [
            (Span.QUARTER, "Q", (1, 4, 7, 10)),
            (Span.HALF_YEAR, "H", (1, 7)),
            (Span.YEAR, "year", (1,)),
        ],
    )
    def test_comes_out_as_it_was_worked(
        self, vector: dict[str, Any], span: Span, name: str, begin: tuple[int, ...]
    ) -> None:
        worked = vector[name] if isinstance(vector[name], list) else [vector[name]]
        assert len(worked) == len(begin)
        for month, mean in zip(begin, worked, strict=True):
            found = result(span, date(2026, month, 1), vector["months"])
            assert found.raw is not None
            assert abs(Fraction(found.raw) - Fraction(mean)) < Fraction(1, 10**6)
            assert found.months_worked == span.months

    def test_has_the_level_that_was_worked(self, vector: dict[str, Any]) -> None:
        assert result(Span.YEAR, FIRST, vector["months"]).level == LEVELS[vector["band"]]


@pytest.mark.parametrize("vector", of_kind("quota"), ids=lambda vector: vector["id"])
@pytest.mark.parametrize("reading", ["strict", "broad"])
def test_the_quota_comes_out_as_it_was_worked(vector: dict[str, Any], reading: str) -> None:
    law = span_law(Span.YEAR, FIRST, known=KNOWN)
    switches = Switches.of({"quota_reading": reading})
    for share, name, decision in (
        (vector["p"], reading, ""),
        (Decimal("0.25"), f"p25_{reading}", "QĐ 77/QĐ-UBND"),
    ):
        found = places(4, vector["N"] - 4, share, switches, law, decision=decision)
        assert found.most == vector[name]
