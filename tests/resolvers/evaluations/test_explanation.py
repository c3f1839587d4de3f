"""From a stored score alone: the same number, and every step of it in words."""

import json
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import evaluations, work
from resolvers.evaluations import explain, recompute, sourced, told_facts, told_steps
from resolvers.statute.evaluation import from_json
from tests.resolvers.cast import FULL, Cast


@pytest.fixture
async def scores(cast: Cast) -> list[Any]:
    """Scores of every shape: a leader, urgent work, faults, an excused one, a deduction."""
    for unit in ("office", "commune"):
        await cast.open(unit)
    for name in ("assistant", "clerk", "leader", "typist"):
        await cast.assign(name, "7", product="report")
        await cast.worked(name, "2.5", product="project")
        await cast.assess(name)
    await cast.worked("clerk", "1", origin="urgent")
    line: UUID = (await cast.rows("work_line", "accepted > 0"))[0]["id"]
    for cause in (None, "Mất điện"):
        told = {"line": line, "kind": "quality", "reason": "Sai số liệu"}
        fault = await cast.do("chief", work.record_fault, **told)
        if cause:
            told = {"fault": fault, "version": 1, "cause": cause}
            await cast.do("chief", work.confirm_objective_cause, **told)
    scale = await cast.scale("MUON", "I.2", "2", "5")
    applied = {"scale": scale, "times": 2, "reason": "Đi muộn"}
    await cast.step("typist", "chief", evaluations.apply_deduction, **applied)
    # From below upwards: the typist works in the leader's team.
    for name in ("assistant", "clerk", "typist", "leader"):
        await cast.score(name, marks={**FULL, "III.1": Decimal("1.25")})
    await cast.score("chief", absence="Đi học tập trung")
    return await cast.rows("score")


async def test_recomputes_every_stored_score_from_its_row_alone(scores: list[Any]) -> None:
    assert len(scores) == 5
    for score in scores:
        again = recompute(score["facts"])
        assert (again.total, again.level.value) == (score["total"], score["level"])


async def test_tells_what_congtam_score_accepts(cast: Cast, scores: list[Any]) -> None:
    told = told_facts(await cast.request("chief"), [(score["facts"],) for score in scores])
    for text, score in zip(told, scores, strict=True):
        read = json.loads(text, parse_float=Decimal)
        assert from_json(read).score().total == score["total"]


async def test_names_line_coefficient_and_product(scores: list[Any]) -> None:
    for line in (line for score in scores for line in score["facts"]["lines"]):
        assert line["product"] in ("report", "project", "paper")
        assert Decimal(line["units"]) == Decimal(line["quantity"]) * Decimal(line["coefficient"])


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_says_every_step_with_its_source(
    cast: Cast, scores: list[Any], language: str
) -> None:
    for score in scores:
        steps = explain(score["steps"], language)
        assert all(step["text"] and step["value"] and step["cite"] for step in steps)
        told = {sourced(cite, language) for cite in score["cites"]}
        assert {step["cite"] for step in steps} <= told
        if score["level"] != "INSUFFICIENT_DATA":
            assert steps[-1]["value"] == score["level"]
    (deducted,) = [score for score in scores if score["facts"]["deductions"]]
    words = explain(deducted["steps"], language)[0]["text"]
    assert words.startswith("Tiêu chí chung I.2" if language == "vi" else "General criterion I.2")
    assert "4" in words
    assert "Đi muộn" in words


async def test_speaks_the_callers_language(cast: Cast, scores: list[Any]) -> None:
    request = await cast.request("chief")
    (steps,) = told_steps(request, [(scores[0]["steps"],)])
    assert steps == explain(scores[0]["steps"], "vi")


async def test_a_review_with_no_change_changes_nothing(cast: Cast, scores: list[Any]) -> None:
    """Scoring again with the same marks gives the same facts, steps, and number."""
    before = await cast.sheet("clerk")
    await cast.score("clerk", marks={**FULL, "III.1": Decimal("1.25")})
    after = await cast.sheet("clerk")
    moved = {"version", "scored_at"}
    assert {k: v for k, v in before.items() if k not in moved} == {
        k: v for k, v in after.items() if k not in moved
    }
    kept = {score["sheet_id"]: score for score in scores}[before["id"]]
    (now,) = await cast.rows("score", "sheet_id = $1", before["id"])
    assert (now["facts"], now["steps"], now["cites"]) == (
        kept["facts"],
        kept["steps"],
        kept["cites"],
    )
