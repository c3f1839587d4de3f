"""Results as they were notified: whatever the law says later, these stay what they were."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from resolvers.statute.evaluation import MonthScore, from_json, recompute, to_json

FILES = sorted((Path(__file__).parent / "frozen").glob("*.toml"))
CASES = [case for file in FILES for case in tomllib.loads(file.read_text("utf-8"))["case"]]


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_file_says_what_a_red_case_is(file: Path) -> None:
    assert "legal question" in file.read_text("utf-8").splitlines()[0]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_notified_result_recomputes_to_itself(case: dict[str, Any]) -> None:
    score = recompute(json.loads(case["record"]))
    assert score.to_json() == json.loads(case["score"])


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_stored_record_is_read_and_written_as_it_stands(case: dict[str, Any]) -> None:
    stored = json.loads(case["record"])
    assert to_json(from_json(stored)) == stored


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_stored_explanation_is_still_said_in_both_languages(case: dict[str, Any]) -> None:
    score = MonthScore.from_json(json.loads(case["score"]))
    assert all(step.text(language) for step in score.steps for language in ("en", "vi"))
