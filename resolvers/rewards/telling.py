"""What is computed in Python when somebody reads a list or a line: sentences."""

from collections.abc import Sequence
from typing import Any

from resolvers.core.request import Request
from resolvers.statute.citing import CITATIONS
from resolvers.statute.evaluation import Step
from resolvers.statute.evaluation.wording import NAMES

Rows = Sequence[tuple[Any, ...]]


def told_reward_steps(request: Request, rows: Rows) -> list[list[dict[str, str]]]:
    """The `steps` of each row as sentences, in the caller's language."""
    return [[Step.from_json(step).told(request.language) for step in steps] for (steps,) in rows]


def told_reward_cites(request: Request, rows: Rows) -> list[list[str]]:
    """The texts that each row cites, in the caller's language."""
    spoken = CITATIONS[request.language]
    return [[spoken[cite] for cite in cites] for (cites,) in rows]


def told_rounding(request: Request, rows: Rows) -> list[str]:
    """How each list is rounded, in the caller's language."""
    return [NAMES[request.language][rule] for (rule,) in rows]
