"""The explanation: that it says every number, in both languages, and is enough to reckon again."""

import tomllib
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import resolvers.statute.rewards
from resolvers.statute.citing import cited
from resolvers.statute.evaluation import MonthScore, Step, from_json
from resolvers.statute.evaluation.wording import WORDING
from tests.statute.cases import TABLES, cases

LATER = date(2100, 1, 1)
MODES = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN}
SCORED = [case for table in TABLES for case in cases(f"evaluation/{table}") if "expect" in case]


def scored(given: dict[str, Any], period: str = "2026-03") -> MonthScore:
    return from_json({"period": period, **given}, known=LATER).score()


@pytest.fixture(params=SCORED, ids=lambda case: case["name"])
def score(request: pytest.FixtureRequest) -> MonthScore:
    return scored(request.param["given"], f"{request.param['on']:%Y-%m}")


def reckoned(steps: tuple[Step, ...]) -> tuple[Decimal, str] | None:
    """Total and level again, from nothing but the steps: a second head for the same sum."""
    said: dict[str, dict[str, str]] = {step.key: step.named for step in steps}
    if "nothing_assigned" in said:
        return None
    abc = _ratios(steps, said)
    if any(step.key == "ratio_cap" for step in steps):
        abc = [min(ratio, Fraction(1)) for ratio in abc]
    led = [Fraction(said[key]["value"]) for key in ("unit_result", "organising", "unity")
           if key in said]  # fmt: skip
    parts = [*abc, *led]
    results = min(
        sum(parts, Fraction()) / len(parts) * Fraction(said["points"]["most"]), Fraction(70)
    )
    wide = Context(prec=80)
    raw = Fraction(said["general"]["value"]) + results
    mode, digits = said["rounding"]["mode"], int(said["rounding"]["digits"])
    total = wide.divide(Decimal(raw.numerator), Decimal(raw.denominator))
    total = total.quantize(Decimal(1).scaleb(-digits), MODES[mode])
    thresholds = {"EXCELLENT": 90, "GOOD": 70, "COMPLETED": 50, "NOT_COMPLETED": 0}
    return total, next(level for level, least in thresholds.items() if total >= least)


def _ratios(steps: tuple[Step, ...], said: dict[str, dict[str, str]]) -> list[Fraction]:
    if "given_quantity" in said:
        keys = ("given_quantity", "given_quality", "given_progress")
        return [Fraction(said[key]["value"]) for key in keys]
    assigned, sums = Fraction(), dict.fromkeys("abc", Fraction())
    for step in steps:
        values = step.named
        if step.key in ("line_planned", "line_handed_over"):
            assigned += Fraction(values["units"])
        if step.key in ("line_planned", "line_urgent", "line_taken_over"):
            earned = Fraction(values["units"]) * Fraction(values["completed"])
            sums = {letter: sums[letter] + earned for letter in sums}
        if step.key in ("quality_deduction", "progress_deduction"):
            letter = "b" if step.key == "quality_deduction" else "c"
            sums[letter] -= Fraction(values["earned"]) - Fraction(values["value"])
    return [max(Fraction(), part) / assigned for part in sums.values()]


def test_the_steps_alone_reproduce_total_and_level(score: MonthScore) -> None:
    again = reckoned(score.steps)
    assert again == (None if score.total is None else (score.total, score.level))


def test_what_the_lines_earn_adds_up_to_the_quantity(score: MonthScore) -> None:
    said = {step.key: step.named for step in score.steps}
    if "quantity" in said:
        lines = [step for step in score.steps if step.key.startswith("line_")]
        earned = [Fraction(step.value) for step in lines if step.key != "line_empty"]
        assert sum(earned, Fraction()) == Fraction(said["quantity"]["part"])


def test_every_step_is_said_in_both_languages(score: MonthScore) -> None:
    for step in score.steps:
        for language in ("en", "vi"):
            text = step.text(language)
            assert text.strip() == text != ""
            assert "{" not in text


def test_every_step_cites_a_text_that_the_score_lists_once(score: MonthScore) -> None:
    assert list(score.cites) == list(dict.fromkeys(step.cite for step in score.steps))
    for cite in score.cites:
        assert cited(cite, "vi") != cite


def test_the_last_step_is_the_level(score: MonthScore) -> None:
    assert score.steps[-1].value == score.level


MONTH = {
    "role": "staff",
    "general": Decimal("26.5"),
    "lines": [
        {"units": Decimal("7.5"), "completed": "1/3", "quality_failures": 2},
        {"units": 10, "completed": 1, "delays": 3, "objective_delays": 1, "origin": "urgent"},
    ],
}


class TestText:
    def test_is_english_with_points(self) -> None:
        texts = [step.text("en") for step in scored(MONTH).steps]
        assert texts[1] == "Line 1, assigned in the plan: 7.5 units × share accepted 1/3"
        assert texts[2] == (
            "Line 1, quality: failures 2, of which for an objective cause 0;"
            " 2 × 0.25 of 2.5 deducted"
        )
        assert texts[-2] == "Rounded once, halves up, to 2 decimals"

    def test_is_vietnamese_with_commas(self) -> None:
        texts = [step.text("vi") for step in scored(MONTH).steps]
        assert texts[1] == ("Dòng 1, giao theo kế hoạch: 7,5 đơn vị × tỷ lệ được nghiệm thu 1/3")
        assert texts[4] == (
            "Dòng 2, tiến độ: số lần chậm 3, do nguyên nhân khách quan 1; trừ 2 × 0,25 của 10"
        )

    def test_names_criteria_and_levels_in_the_language(self) -> None:
        marks = {"I.1": 4, "I.2": 5, "II.1": 2, "II.2": 2, "II.3": 2, "II.4": 2}
        marks |= {"III.1": 1, "III.2": 1, "III.3": 1, "III.4": 1}
        month = {"role": "staff", "general": marks, "ratios": {"a": 1, "b": 1, "c": 1}}
        steps = scored(month).steps
        assert (
            steps[4].text("en") == "General criterion II.3, responsibility, of at most 2.5 points"
        )
        assert steps[4].text("vi") == (
            "Tiêu chí chung II.3, Tinh thần trách nhiệm trong thực thi công vụ, tối đa 2,5 điểm"
        )
        assert steps[-1].text(
            "vi"
        ) == "91.00 điểm, từ 90 điểm: Hoàn thành xuất sắc nhiệm vụ".replace("91.00", "91,00")

    def test_keeps_the_exact_number_and_shows_a_decimal(self) -> None:
        step = next(step for step in scored(MONTH).steps if step.key == "quality")
        assert (step.value, step.shown) == ("1.5", "1.5")
        step = next(step for step in scored(MONTH).steps if step.key == "quantity")
        assert (step.value, step.shown) == ("5/3", "1.666666666666")


def test_every_wording_of_the_month_is_used_by_some_month() -> None:
    used = {step.key for case in SCORED for step in scored(case["given"]).steps}
    others = ("span_", "class_", "quota_", "organisation_", "party_")
    page = Path(resolvers.statute.rewards.__file__).with_name("wording.toml")
    rewarded = tomllib.loads(page.read_text("utf-8"))
    assert used == {k for k in WORDING if not k.startswith(others) and k not in rewarded}


def test_a_step_survives_its_storing() -> None:
    for step in scored(MONTH).steps:
        assert Step.from_json(step.to_json()) == step


def test_a_rule_of_the_agency_is_cited_where_it_decided() -> None:
    once = {"delays_counted": "once_per_product", "cap": "each_ratio"}
    steps = {step.key: step.cite for step in scored({**MONTH, "switches": once}).steps}
    for key, name in (("progress_deduction", "delays_counted"), ("ratio_cap", "cap")):
        assert steps[key].startswith(f"Agency rule {name}, ")
