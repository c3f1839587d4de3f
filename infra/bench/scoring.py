"""`congtam score` on a batch of staff sheets, from the file to the printed answer."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from infra.bench.months import COUNTS, DUE_DAYS
from resolvers.evaluations import CODES

SHEETS = 50_000
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Scored:
    """How fast a batch was scored, start-up included; `busy` counts the time on the core alone."""

    per_second: float
    per_busy_second: float


def scored(*, by_criterion: bool) -> Scored:
    """Score a batch, its general criteria marked one by one or given as their total."""
    chance = Random("sheets to score")
    with tempfile.TemporaryDirectory() as folder:
        file, answer = Path(folder) / "sheets.json", Path(folder) / "scores.json"
        file.write_text(json.dumps([_sheet(chance, by_criterion) for _ in range(SHEETS)]))
        before, began = _busy(), time.monotonic()
        with answer.open("wb") as out:
            command = [sys.executable, "-m", "gateway.commands", "score", str(file)]
            subprocess.run(command, stdout=out, check=True, cwd=ROOT)
        seconds, busy = time.monotonic() - began, _busy() - before
        told = json.loads(answer.read_bytes())
    if len(told) != SHEETS or not all(each["total"] for each in told):
        raise AssertionError("not every sheet was scored")
    return Scored(SHEETS / seconds, SHEETS / busy)


def _busy() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _sheet(chance: Random, by_criterion: bool) -> dict[str, Any]:
    """A staff sheet of five lines, now and then with a failure or a delay."""
    marks = {
        code: (5 if code.startswith("I.") else 2.5) - chance.choice((0, 0, 0, 0.25, 0.5))
        for code in CODES
    }
    return {
        "period": f"2026-{chance.randint(1, 12):02d}",
        "role": "staff",
        "general": marks if by_criterion else sum(marks.values()),
        "lines": [_line(chance) for _ in DUE_DAYS],
    }


def _line(chance: Random) -> dict[str, Any]:
    faults = [int(chance.random() < 0.1), int(chance.random() < 0.1), 0, 0]
    return {
        "units": chance.choice((1, 1.5, 2, 3, 4.5, 6, 10, 40)),
        "completed": chance.choice((1, 1, 1, 1, 0.5, 0.75)),
        **dict(zip(COUNTS, faults, strict=True)),
        "origin": chance.choice(("planned",) * 9 + ("urgent",)),
    }
