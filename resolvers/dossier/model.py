"""What a dossier shows, and the words in which its deeds are told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from resolvers.core.database import Row
from resolvers.core.deed import plain
from resolvers.core.request import Request

MOST_TEXT = 2000
CLASSES, MONTHS, DISCIPLINE = "classes", "months", "discipline"
PARTS = (CLASSES, MONTHS, DISCIPLINE)
"""What a reading may show; a part that the purpose does not need is left out."""


@dataclass(frozen=True, slots=True)
class Content:
    """What one reading shows; None for a part that its purpose does not need."""

    classes: Sequence[Row] | None
    months: Sequence[Row] | None
    discipline: Sequence[Row] | None

    def to_json(self) -> dict[str, Any]:
        """As the record of the reading keeps it."""
        parts = ((name, getattr(self, name)) for name in PARTS)
        return {
            name: [plain(dict(row)) for row in rows] for name, rows in parts if rows is not None
        }


def state_of(revoked_at: object, during: Any, today: date) -> str:
    """As the policies know a dossier: open, expired or revoked."""
    if revoked_at is not None:
        return "revoked"
    return "open" if during.lower <= today < during.upper else "expired"


def told(part: str, days: Sequence[str], kept_later: Mapping[str, Any] | None = None) -> Any:
    """The function that tells one part of readings; `days` are its fields that are days.

    `kept_later` has the fields that the first readings did not keep, with what was so then.
    """
    before = kept_later or {}

    def function(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[dict[str, Any]]]:
        return [
            [_read({**before, **row}, days) for row in (shown or {}).get(part, ())]
            for (shown,) in rows
        ]

    return function


def _read(row: dict[str, Any], days: Sequence[str]) -> dict[str, Any]:
    dated = {name: date.fromisoformat(row[name]) for name in days if row[name] is not None}
    return {**row, **dated}
