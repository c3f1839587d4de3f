"""A result told from its stored row alone: its months, the steps to its number, and its inputs."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from resolvers.core.days import MONTH
from resolvers.core.request import Request
from resolvers.results.entries import months_from
from resolvers.statute.evaluation.year import PeriodResult, Span, roll_up, span_law
from resolvers.statute.switches import Switches

Row = tuple[Any, ...]
INPUTS = ("span", "period", "entries", "switches", "known")
"""The columns that a result is recomputed from."""

_LISTS = ("sheets", "absent", "missing")
_OPTIONAL = {
    "sheets": ("provisional",),
    "absent": (),
    "missing": ("sheet", "unit", "unit_name", "head", "head_name"),
}


def recomputed(told: Mapping[str, Any]) -> PeriodResult:
    """The result once more, from what `told_inputs` says and nothing else."""
    span, first = Span(told["span"]), date.fromisoformat(told["period"])
    law = span_law(span, first, known=date.fromisoformat(told["known"]))
    months = months_from(told["entries"])
    return roll_up(span, first, months, Switches.of(told["switches"]), law)


def told_inputs(request: Request, rows: Sequence[Row]) -> list[str]:
    """For the columns `INPUTS` of each row, the JSON that `recomputed` computes from."""
    return [json.dumps(_inputs(row), ensure_ascii=False) for row in rows]


def told_result_steps(request: Request, rows: Sequence[Row]) -> list[list[dict[str, str]]]:
    """The way to each result as sentences, in the caller's language; needs the same columns."""
    language = request.language
    return [[step.told(language) for step in recomputed(_inputs(row)).steps] for row in rows]


def told_months(request: Request, rows: Sequence[Row]) -> list[list[dict[str, Any]]]:
    """The periods of each result; needs its entries and DEBTORS."""
    return [[_month(entry, debtors) for entry in entries] for entries, debtors in rows]


def _inputs(row: Row) -> dict[str, Any]:
    return dict(zip(INPUTS, (_plain(value) for value in row), strict=True))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _month(entry: Mapping[str, Any], debtors: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    told: dict[str, Any] = {name: entry[name] for name in ("period", "days", "standing")}
    told["period"] = date.fromisoformat(told["period"])
    told["months"] = len(entry.get("parts", ())) or MONTH
    for name in _LISTS:
        optional = dict.fromkeys(_OPTIONAL[name])
        told[name] = [{**optional, **each} for each in entry.get(name, ())]
    for owed in told["missing"]:
        # Who heads the unit on the day of the question, not on that of the computing.
        owed.update(debtors.get(owed["unit"] or "", {}))
    return told
