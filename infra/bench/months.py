"""A few hundred different months, each computed by the law itself, as pieces of rows.

A pattern is what a person works on (five products, for the months of one assignment); an outcome
is how one month of it went. A sheet's numbers, its explanation and its work lines all come from one
such month, so that every stored score can be recomputed from its own row.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from infra.bench.copying import NULL
from infra.bench.population import LINES, PRODUCTS
from resolvers.evaluations import CODES
from resolvers.statute.evaluation import MonthScore, from_json
from resolvers.statute.exact import exact_text

PATTERNS = 20
OUTCOMES = 8
COEFFICIENTS = tuple(map(Decimal, ("0.5", "1", "1", "1.5", "2", "3")))
DUE_DAYS = (6, 10, 14, 19, 24)
KNOWN = date(2026, 1, 1)
COUNTS = ("quality_failures", "delays", "objective_quality_failures", "objective_delays")
LINE_PLACE = "%b"
"""Where a line's id belongs in a stored score."""
REASONS = ("Đủ việc, đúng hạn, có sáng kiến.", "Đơn vị đoàn kết, phối hợp tốt.")
SUBORDINATES = ("78.5", "83.25", "90.4", "91.75", "95")
"""Totals under a leader whose d is 1."""
_SHOWN = Decimal("1e-10")


def coefficient(product: int) -> Decimal:
    """Standard units in one piece of an agency's product, by its number in the list."""
    return COEFFICIENTS[product % len(COEFFICIENTS)]


def code(product: int) -> str:
    return f"SP-{product + 1:02d}"


def title(product: int) -> str:
    return f"Tham mưu, xử lý hồ sơ sản phẩm công việc số {product + 1} theo kế hoạch"


@dataclass(frozen=True, slots=True)
class Task:
    """One product of a pattern, the same in each month of its assignment."""

    product: int
    quantity: int
    origin: str
    due_day: int

    @property
    def units(self) -> Decimal:
        return self.quantity * coefficient(self.product)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was accepted of one task in one month, and what went wrong; `counts` as in COUNTS."""

    accepted: int
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Month:
    """One month as pieces of COPY text."""

    lines: Sequence[tuple[int, str]]
    """For each line its product, and the columns `quantity` to `objective_delays`."""
    self_marks: str
    result: str
    """The columns `head_marks` to `level` of a sheet."""
    score: bytes
    """The columns `facts` to `level` of a score, with places for the ids of the lines."""


def patterns(role: str) -> list[list[Task]]:
    """What people of a role work on; always the same."""
    chance = Random(f"patterns of {role}")
    origins = ("planned",) * 9 + ("urgent",)
    return [
        [
            Task(product, chance.randint(1, 6), chance.choice(origins), day)
            for product, day in zip(chance.sample(range(PRODUCTS), LINES), DUE_DAYS, strict=True)
        ]
        for _ in range(PATTERNS)
    ]


@cache
def months(role: str, period: date) -> list[list[Month]]:
    """The months of a role as they are stored for a period: by pattern, then by outcome."""
    chance = Random(f"months of {role}")
    return [
        [_month(role, period, tasks, chance) for _ in range(OUTCOMES)] for tasks in patterns(role)
    ]


def _month(role: str, period: date, tasks: Sequence[Task], chance: Random) -> Month:
    outcomes = [_outcome(task, chance) for task in tasks]
    own, head = _marks(chance), _marks(chance)
    facts: dict[str, Any] = {
        "period": f"{period:%Y-%m}",
        "known": KNOWN.isoformat(),
        "role": role,
        "general": head,
        "lines": [_law_line(*both) for both in zip(tasks, outcomes, strict=True)],
    }
    if role == "leader":
        organising = chance.choice(("1", "1", "0.5"))
        facts["leadership"] = {"unit_result": "1", "organising": organising, "unity": "1"}
    record = from_json(facts)
    score = record.score()
    told = [_told_line(period, *both) for both in zip(tasks, outcomes, strict=True)]
    month = {**facts, "switches": record.switches.to_json()}
    lines = [
        (each.product, _columns(period, each, went))
        for each, went in zip(tasks, outcomes, strict=True)
    ]
    return Month(lines, _array(own.values()), _result(head, score), _score(month, told, score))


def _outcome(task: Task, chance: Random) -> Outcome:
    """Most work is done, in order and in time."""
    accepted = task.quantity - (chance.random() < 0.08)
    failures = int(chance.random() < 0.06)
    delays = chance.choice((1, 1, 2)) if chance.random() < 0.1 else 0
    objective = int(delays > 0 and chance.random() < 0.3)
    return Outcome(accepted, (failures, delays, 0, objective))


def _marks(chance: Random) -> dict[str, str]:
    marks = {}
    for criterion in CODES:
        most = Decimal(5) if criterion.startswith("I.") else Decimal("2.5")
        less = chance.choice((0, 0, 0, 0, 1, 2)) * Decimal("0.25")
        marks[criterion] = exact_text(most - less)
    return marks


def _law_line(task: Task, outcome: Outcome) -> dict[str, Any]:
    """One line as the law counts it."""
    return {
        "units": exact_text(task.units),
        "completed": exact_text(Fraction(outcome.accepted, task.quantity)),
        **dict(zip(COUNTS, outcome.counts, strict=True)),
        "origin": task.origin,
    }


def _told_line(period: date, task: Task, outcome: Outcome) -> dict[str, Any]:
    """One line as it is kept beside a score, to tell where its numbers come from."""
    return {
        "id": LINE_PLACE,
        "product": code(task.product),
        "title": title(task.product),
        "milestone": "",
        "due_on": period.replace(day=task.due_day).isoformat(),
        "origin": task.origin,
        **dict(zip(COUNTS, outcome.counts, strict=True)),
        "quantity": str(task.quantity),
        "coefficient": exact_text(coefficient(task.product)),
        "units": exact_text(task.units),
        "accepted": str(outcome.accepted),
    }


def _columns(period: date, task: Task, outcome: Outcome) -> str:
    """One line as its table keeps it."""
    due_on = period.replace(day=task.due_day)
    told = (task.quantity, task.units, due_on, task.origin, outcome.accepted, *outcome.counts)
    return "\t".join(map(str, told))


def _result(marks: dict[str, str], score: MonthScore) -> str:
    leader = score.organising is not None
    reasons = REASONS if leader else (NULL, NULL)
    columns = [
        _array(marks.values()),
        "",
        str(sum(map(Decimal, marks.values()))),
        *map(_cut, (score.a, score.b, score.c, score.unit_result, score.organising)),
        reasons[0],
        _cut(score.unity),
        reasons[1],
        _cut(score.results),
        _cut(score.raw_total),
        str(score.total),
        score.level.value,
    ]
    return "\t".join(columns)


def _score(month: dict[str, Any], told: list[dict[str, Any]], score: MonthScore) -> bytes:
    led = month.get("leadership")
    judged = led and {
        "organising": led["organising"],
        "organising_reason": REASONS[0],
        "unity": led["unity"],
        "unity_reason": REASONS[1],
        "unit_result": None,
        "unit_result_reason": "",
    }
    below = led and {"totals": SUBORDINATES, "unscored": 0, "insufficient": 0}
    facts = {
        "month": month,
        "judged": {"marks": month["general"], "leadership": judged, "absence": ""},
        "lines": told,
        "deductions": [],
        "subordinates": below,
    }
    columns = [
        _json(facts).replace("%", "%%").replace("%" + LINE_PLACE, LINE_PLACE),
        _json([step.to_json() for step in score.steps]).replace("%", "%%"),
        _array(score.cites).replace("%", "%%"),
        str(score.total),
        score.level.value,
    ]
    return "\t".join(columns).encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\\", "\\\\")


def _array(values: Any) -> str:
    return "{" + ",".join(f'"{value}"' for value in values) + "}"


def _cut(value: Fraction | None) -> str:
    """A ratio as its column keeps it: cut, never rounded up."""
    if value is None:
        return NULL
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(_SHOWN, rounding=ROUND_DOWN))
