"""A score explained from its stored row alone, and recomputed from it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from resolvers.core.request import Request
from resolvers.evaluations.scoring import DEDUCTION, SCALE
from resolvers.statute.citing import CITATIONS
from resolvers.statute.evaluation import CRITERION_NAMES, MonthScore, Step
from resolvers.statute.evaluation import recompute as recomputed

_DEDUCTION = {
    "en": "General criterion {code}, {name}: {mark} less {points} points ({reason}; times: {times})"
    " leaves {value}",
    "vi": "Tiêu chí chung {code}, {name}: {mark} trừ {points} điểm ({reason}; số lần: {times}),"
    " còn {value}",
}
_SCALE = {"en": SCALE + "{scale}", "vi": "Thang điểm trừ của cơ quan ({scale})"}


def explain(steps: Sequence[Mapping[str, Any]], language: str) -> list[dict[str, str]]:
    """The stored steps of a score as sentences: `text`, `value` and `cite` of each, in order."""
    return [_told(step, language) for step in steps]


def recompute(facts: Mapping[str, Any]) -> MonthScore:
    """The score once more, from the stored facts of a score row and nothing else."""
    return recomputed(facts["month"])


def told_steps(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[dict[str, str]]]:
    """`explain` for the `steps` of each row, in the caller's language."""
    return [explain(steps, request.language) for (steps,) in rows]


def told_cites(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """The texts that each row cites, in the caller's language."""
    return [[sourced(cite, request.language) for cite in cites] for (cites,) in rows]


def sourced(cite: str, language: str) -> str:
    """One source of a step: a text of the law, a rule of the agency, or a scale of its."""
    scale = cite.removeprefix(SCALE)
    if scale != cite:
        return _SCALE[language].format(scale=scale)
    return CITATIONS[language][cite]


def told_facts(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For the `facts` of each row the JSON that the command `congtam score` computes from."""
    return [json.dumps(facts["month"], ensure_ascii=False) for (facts,) in rows]


def _told(stored: Mapping[str, Any], language: str) -> dict[str, str]:
    if stored["key"] == DEDUCTION:
        text, value = _deduction(stored["values"], language), stored["values"]["value"]
    else:
        step = Step.from_json(stored)
        text, value = step.text(language), step.value
    return {"text": text, "value": value, "cite": sourced(stored["cite"], language)}


def _deduction(values: Mapping[str, str], language: str) -> str:
    name = CRITERION_NAMES[language][values["code"]]
    if language == "vi":
        numbers = {each: values[each].replace(".", ",") for each in ("mark", "points", "value")}
        values = {**values, **numbers}
    return _DEDUCTION[language].format(**values, name=name)
