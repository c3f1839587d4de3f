"""The values of this slice: papers, choices, and what a case still waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from resolvers.classification.tables import LEVELS
from resolvers.core.arguments import among, line
from resolvers.core.errors import InvalidInput
from resolvers.results import Document

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


def kept(document: Document, prefix: str = "") -> dict[str, Any]:
    """A document as columns: number, day, sha256 and url, or with the prefix "decision" its own.

    Raises TextNotAcceptable and InvalidInput; a paper of a classification has a day.
    """
    told = document.columns()
    if document.day is None:
        raise InvalidInput(what="document.day", allowed="YYYY-MM-DD", field="document.day")
    number, start = ("no", f"{prefix}_") if prefix else ("number", "")
    return {
        f"{start}{number}": told["document_no"],
        f"{start}day": document.day,
        f"{start}sha256": told["document_sha256"],
        f"{start}url": told["document_url"],
    }


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
