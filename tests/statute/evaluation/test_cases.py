"""The tables of months: what each is worth, to the last digit, under the law of its day."""

from datetime import date
from typing import Any

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.dated import NotInForce
from resolvers.statute.evaluation import MonthScore, from_json, recompute, to_json
from resolvers.statute.evaluation.parameters import LEVELS
from tests.statute.cases import TABLES, cases, exact

LATER = date(2100, 1, 1)
MONTHS = [case for table in TABLES for case in cases(f"evaluation/{table}")]
SCORED = [case for case in MONTHS if "expect" in case]
UNGOVERNED = [case for case in MONTHS if "not_in_force" in case]


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


def scored(case: dict[str, Any]) -> MonthScore:
    return from_json({"period": f"{case['on']:%Y-%m}", **case["given"]}, known=LATER).score()


def test_every_case_says_what_is_expected() -> None:
    assert len(SCORED) + len(UNGOVERNED) == len(MONTHS)


def test_no_two_cases_have_one_name() -> None:
    assert len({case["name"] for case in MONTHS}) == len(MONTHS)


@pytest.mark.parametrize("case", SCORED, ids=named)
def test_the_month_is_worth_what_the_table_says(case: dict[str, Any]) -> None:
    score, expect = scored(case), case["expect"]
    assert score.level == expect["level"]
    assert (None if score.total is None else str(score.total)) == expect.get("total")
    for name in ("a", "b", "c", "results", "raw_total"):
        if name in expect:
            assert getattr(score, name) == exact(expect[name]), name


@pytest.mark.parametrize("case", SCORED, ids=named)
def test_without_data_there_is_no_number_at_all(case: dict[str, Any]) -> None:
    score = scored(case)
    numbers = (score.a, score.b, score.c, score.results, score.raw_total, score.total)
    without = score.level == "INSUFFICIENT_DATA"
    assert [number is None for number in numbers] == [without] * len(numbers)


@pytest.mark.parametrize("case", UNGOVERNED, ids=named)
def test_before_the_decree_there_is_an_exception_and_no_zero(case: dict[str, Any]) -> None:
    with pytest.raises(NotInForce):
        scored(case)


@pytest.mark.parametrize("table", TABLES)
def test_each_table_has_cases_on_both_sides_of_every_change(table: str) -> None:
    days = [case["on"] for case in cases(f"evaluation/{table}")]
    for version in LEVELS.versions:
        assert min(days) < version.since <= max(days), version.cite


@pytest.mark.parametrize("case", cases("evaluation/refusals"), ids=named)
def test_what_is_no_month_is_refused_by_field(case: dict[str, Any]) -> None:
    with pytest.raises(Unacceptable) as refusal:
        from_json({"period": "2026-03", **case["given"]}, known=LATER).score()
    assert str(refusal.value) == case["refuse"]


@pytest.mark.parametrize("case", SCORED, ids=named)
def test_what_is_stored_recomputes_to_the_same_score(case: dict[str, Any]) -> None:
    record = from_json({"period": f"{case['on']:%Y-%m}", **case["given"]}, known=LATER)
    score = record.score()
    assert recompute(to_json(record)) == score
    assert MonthScore.from_json(score.to_json()) == score
