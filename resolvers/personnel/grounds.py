"""What a proposal rests on: classes, results and sheets, with the edition that they have now."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_

from resolvers.classification import classification
from resolvers.core.database import Transaction
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import find
from resolvers.core.request import Request
from resolvers.evaluations import sheet
from resolvers.personnel.model import MOST_GROUNDS, Cited
from resolvers.personnel.parts import action_ground
from resolvers.results import result


class GroundOfAnother(Refusal):
    """The {kind} cited is not the person's, is replaced, or is not told to him yet."""

    code = "GROUND_NOT_IN_FORCE"
    vi = "Căn cứ ({kind}) không phải của công chức này, đã bị thay thế hoặc chưa được thông báo."


REPLACED: ColumnElement[bool] = or_(
    exists().where(
        classification.c.id == action_ground.c.classification_id,
        classification.c.replaced_at.is_not(None),
    ),
    exists().where(
        result.c.id == action_ground.c.result_id,
        result.c.replaced_at.is_not(None),
    ),
    exists().where(
        sheet.c.id == action_ground.c.sheet_id,
        sheet.c.period == action_ground.c.period,
        sheet.c.round != action_ground.c.edition,
    ),
)
"""Whether a ground is no longer what it was when it was cited; nothing changes by itself then."""


async def grounds_of(
    tx: Transaction, request: Request, person: UUID, cited: Sequence[Cited]
) -> list[dict[str, Any]]:
    """The rows that a proposal keeps of what it rests on.

    Each must be the person's own, in force, and known to him. Raises NotFound for what the asker
    may not see, GroundOfAnother, InvalidInput.
    """
    named = [each.kind_and_id() for each in cited]
    if not len(set(named)) == len(named) <= MOST_GROUNDS:
        raise InvalidInput(what="grounds", allowed=f"0–{MOST_GROUNDS}, ≠", field="grounds")
    return [await _READ[kind](tx, request, person, id) for kind, id in named]


async def _class(tx: Transaction, request: Request, person: UUID, id: UUID) -> dict[str, Any]:
    found = await find(tx, request, classification, id)
    known = found["notified_at"] is not None and found["replaced_at"] is None
    _demand(known and found["person_id"] == person, "classification")
    return {
        "kind": "classification",
        "classification_id": id,
        "period": date(found["year"], 1, 1),
        "edition": found["edition"],
        "level": found["applied_level"],
    }


async def _result(tx: Transaction, request: Request, person: UUID, id: UUID) -> dict[str, Any]:
    found = await find(tx, request, result, id)
    _demand(found["replaced_at"] is None and found["person_id"] == person, "result")
    return {
        "kind": "result",
        "result_id": id,
        "period": found["period"],
        "edition": found["edition"],
        "level": found["level"],
    }


async def _sheet(tx: Transaction, request: Request, person: UUID, id: UUID) -> dict[str, Any]:
    found = await find(tx, request, sheet, id)
    _demand(found["released_at"] is not None and found["person_id"] == person, "sheet")
    return {
        "kind": "sheet",
        "sheet_id": id,
        "period": found["period"],
        "edition": found["round"],
        "level": found["level"],
    }


_READ = {"classification": _class, "result": _result, "sheet": _sheet}


def _demand(holds: bool, kind: str) -> None:
    """Raises GroundOfAnother."""
    if not holds:
        raise GroundOfAnother(kind=kind, field="grounds")
