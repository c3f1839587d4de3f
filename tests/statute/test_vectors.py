"""The worked examples that the project was given: every one that concerns a month.

Read where they lie beside the repository; skipped with a reason where they do not.
"""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from resolvers.statute.evaluation import MonthScore, from_json

VECTORS = Path(__file__).parents[3] / "shared/law/vectors.json"
LEVELS = {
    "XS": "EXCELLENT",
    "TOT": "GOOD",
    "HT": "COMPLETED",
    "KHT": "NOT_COMPLETED",
    "INSUFFICIENT_DATA": "INSUFFICIENT_DATA",
}
MONTHLY = {"staff", "staff_abc", "leader"}
ELSEWHERE = {"mean", "quota", "party4"}
"""Kinds of other periods and other bodies: the year, the quota, the Party."""

pytestmark = pytest.mark.skipif(
    not VECTORS.is_file(), reason="../shared/law/vectors.json is not beside the repository"
)


def vectors() -> list[dict[str, Any]]:
    if not VECTORS.is_file():
        return []
    found: list[dict[str, Any]] = json.loads(VECTORS.read_text("utf-8"), parse_float=Decimal)
    return found


def monthly() -> list[dict[str, Any]]:
    return [vector for vector in vectors() if vector["kind"] in MONTHLY]


def month(vector: dict[str, Any]) -> dict[str, Any]:
    """A vector as a month to be scored."""
    raw: dict[str, Any] = {
        "period": "2026-03",
        "known": "2026-04-01",
        "role": "leader" if vector["kind"] == "leader" else "staff",
        "general": vector["general"],
    }
    if vector["kind"] == "staff":
        raw["lines"] = [
            {
                "units": item["u"],
                "completed": item["done"],
                "quality_failures": item["qf"],
                "delays": item["late"],
            }
            for item in vector["items"]
        ]
    else:
        raw["ratios"] = {name: vector[name] for name in "abc"}
    if vector["kind"] == "leader":
        given = (vector["d"], vector["dd"], vector["e"])
        raw["leadership"] = dict(zip(("unit_result", "organising", "unity"), given, strict=True))
    return raw


def scored(vector: dict[str, Any]) -> MonthScore:
    return from_json(month(vector)).score()


def test_every_kind_of_example_is_known() -> None:
    assert {vector["kind"] for vector in vectors()} == MONTHLY | ELSEWHERE
    assert len(monthly()) == 10


@pytest.mark.parametrize("vector", monthly(), ids=lambda vector: vector["id"])
def test_the_example_comes_out_as_it_was_worked(vector: dict[str, Any]) -> None:
    score = scored(vector)
    band = vector.get("band_half_up_2", vector.get("band"))
    assert score.level == LEVELS[str(band)]
    if vector["score"] is None:
        assert score.total is None
    else:
        assert score.raw_total is not None
        assert abs(score.raw_total - Fraction(vector["score"])) < Fraction(1, 10**6)


@pytest.mark.parametrize(
    "vector", [v for v in monthly() if v["kind"] == "staff" and "a" in v], ids=lambda v: v["id"]
)
def test_the_example_s_ratios_are_exact(vector: dict[str, Any]) -> None:
    score = scored(vector)
    assert (score.a, score.b, score.c) == tuple(Fraction(vector[name]) for name in "abc")
