"""The table of organisations, row for row, and what holds for each of them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.citing import cited
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import (
    Condition,
    Level,
    OrganisationClass,
    OrganisationFacts,
    Span,
    organisation_class,
    span_law,
)
from resolvers.statute.evaluation.organisations.parameters import LEVELS
from resolvers.statute.evaluation.wording import NAMES, WORDING
from tests.statute.cases import cases

LATER = date(2100, 1, 1)
CASES = cases("evaluation/organisations/organisations")
CLASSED = [case for case in CASES if "expect" in case]
UNGOVERNED = [case for case in CASES if "not_in_force" in case]
FOUR = [level for level in Level if level is not Level.INSUFFICIENT_DATA]
many = settings(max_examples=150, deadline=None, database=None)


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


def law(year: int = 2026) -> Law:
    return span_law(Span.YEAR, date(year, 1, 1), known=LATER)


def classed(case: dict[str, Any]) -> OrganisationClass:
    return organisation_class(OrganisationFacts(**case["given"]), law(case["on"].year))


def test_every_case_says_what_is_expected_under_a_name_of_its_own() -> None:
    assert len(CLASSED) + len(UNGOVERNED) == len(CASES)
    assert len({named(case) for case in CASES}) == len(CASES)


def test_the_table_has_cases_on_both_sides_of_every_change() -> None:
    days = [case["on"] for case in CASES]
    for version in LEVELS.versions:
        assert min(days) < version.since <= max(days), version.cite


@pytest.mark.parametrize("case", CLASSED, ids=named)
def test_the_class_is_what_the_table_says(case: dict[str, Any]) -> None:
    result, expect = classed(case), case["expect"]
    assert result.level == expect.get("level")
    assert result.recommended == expect.get("recommended")
    assert list(result.unmet) == expect.get("unmet", [])
    if "cite" in expect:
        assert f"Decree 335/2025/NĐ-CP, art. {expect['cite']}" in result.cites


@pytest.mark.parametrize("case", UNGOVERNED, ids=named)
def test_before_the_decree_there_is_an_exception_and_no_class(case: dict[str, Any]) -> None:
    with pytest.raises(NotInForce):
        classed(case)


@pytest.mark.parametrize("case", CLASSED, ids=named)
def test_every_step_is_said_in_both_languages_and_cited(case: dict[str, Any]) -> None:
    result = classed(case)
    assert result.cites == tuple(dict.fromkeys(step.cite for step in result.steps))
    for step in result.steps:
        assert cited(step.cite, "vi") != step.cite
        assert all("{" not in step.text(language) for language in ("en", "vi"))


def test_every_wording_is_used_by_some_case() -> None:
    used = {step.key for case in CLASSED for step in classed(case).steps}
    assert used == {key for key in WORDING if key.startswith("organisation_")}
    assert set(Condition) <= set(NAMES["vi"])


SHARES = st.sampled_from(
    [Decimal(text) for text in ("0", "0.2", "0.21", "0.3", "0.69", "0.7", "1")]
)
POINTS = st.one_of(st.decimals(0, 100, places=2), st.sampled_from([50, 70, 90]))
FACTS = st.builds(
    OrganisationFacts,
    points=POINTS,
    completed=SHARES,
    late=SHARES,
    exceeded=SHARES,
    quality=st.booleans(),
    failed_units=st.integers(0, 2),
    repaired=st.booleans(),
    wrongdoing=st.booleans(),
    force_majeure=st.booleans(),
)


@many
@given(FACTS)
def test_there_is_a_class_or_a_gap_and_a_recommendation_only_for_a_gap(
    facts: OrganisationFacts,
) -> None:
    result = organisation_class(facts, law())
    assert (result.level is None) == result.gap
    assert result.recommended is None or result.gap
    assert result.gap == bool(result.unmet)


@many
@given(FACTS)
def test_neither_class_nor_recommendation_is_above_the_points(facts: OrganisationFacts) -> None:
    result = organisation_class(facts, law())
    reached = next(level for level in FOUR if facts.points >= law()(LEVELS)[level])
    for level in (result.level, result.recommended):
        assert level is None or FOUR.index(level) >= FOUR.index(reached)


@many
@given(FACTS)
def test_wrongdoing_leaves_the_lowest_class_only(facts: OrganisationFacts) -> None:
    result = organisation_class(facts._replace(wrongdoing=True), law())
    assert result.level is Level.NOT_COMPLETED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("points", Decimal("100.01")),
        ("points", -1),
        ("points", 80.0),
        ("completed", Decimal("1.01")),
        ("late", -1),
        ("exceeded", "0.3"),
        ("failed_units", -1),
        ("failed_units", True),
    ],
)
def test_a_year_that_cannot_be_is_refused_by_field(field: str, value: object) -> None:
    facts = OrganisationFacts(80, 1, 0, 0)._replace(**{field: value})  # type: ignore[arg-type]
    with pytest.raises(Unacceptable) as refusal:
        organisation_class(facts, law())
    assert refusal.value.field == field
