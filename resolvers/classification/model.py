"""The values of this slice: papers, choices, and what a case still waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from resolvers.classification.tables import LEVELS
from resolvers.core.arguments import among, line

MOST_REASON = 2000
MOST_TEXT = 10_000
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """Whom the classifying head chose as excellent in one group of similar duties, and why."""

    duty_group: str
    """The group's key in the set, as the quota board tells it."""
    chosen: Sequence[UUID]
    """The cases; everybody else of the group above the line becomes good."""
    reason: str
    quota_set: str = "staff"


def level_in(level: str, field: str) -> str:
    """One of the four levels; raises InvalidInput."""
    return among(level, field, LEVELS)


def reason_in(reason: str, field: str = "reason") -> str:
    """A reason in words; raises TextNotAcceptable."""
    return line(reason, field, most=MOST_REASON)


def last_step(office: str) -> str:
    """The step that a case must have come to before it can be decided (art. 21).

    A head's case waits for the personnel body's proposal (21.1d), a deputy's for the Party
    committee's comment (21.2c), a member's for the meeting (21.2b).
    """
    return {"head": "proposed", "deputy": "commented"}.get(office, "discussed")
