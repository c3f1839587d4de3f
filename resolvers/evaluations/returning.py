"""A sheet goes back, to its person or to its head: the round that was stays, a new one begins."""

from typing import Any

from sqlalchemy import Date, SmallInteger, bindparam, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request
from resolvers.evaluations.holding import save_sheet
from resolvers.evaluations.tables import deduction, score, self_assessment
from resolvers.people import pass_up

_SHEET = bindparam("sheet", type_=UuidType(as_uuid=True))
OF_ROUND = (
    score.c.sheet_id == _SHEET,
    score.c.period == bindparam("month", type_=Date),
    score.c.round == bindparam("of_round", type_=SmallInteger),
)
RELEASE = update(score).where(*OF_ROUND)
RELEASE_DEDUCTIONS = update(deduction).where(deduction.c.sheet_id == _SHEET)
_ANSWER = update(self_assessment).where(
    self_assessment.c.sheet_id == _SHEET, self_assessment.c.returned_at.is_(None)
)
NO_SCORE: dict[str, Any] = dict.fromkeys(
    (
        "general",
        "quantity",
        "quality",
        "progress",
        "unit_result",
        "organising",
        "unity",
        "results",
        "raw_total",
        "total",
        "level",
        "scored_by",
        "on_behalf_of",
        "scored_at",
        "released_at",
    )
)
"""A sheet without a score; the head's marks and words stay, as the draft of the next one."""


async def back_to_person(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    deed: str,
    reason: str,
    **changes: Any,
) -> None:
    """Open a held sheet again, the person's marks kept as a draft, and answer what he sent."""
    await save_sheet(
        tx, found, **changes, state="open", round=found["round"] + 1, self_assessed_at=None
    )
    await tx.run(_ANSWER, sheet=found["id"], returned_reason=reason, returned_at=request.now)
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("sheet", found["id"]),
        agency=found["agency_id"],
        before={name: found[name] for name in ("state", "round", "version", "total", "level")},
        after={"state": "open", "round": found["round"] + 1},
        reason=reason,
    )


async def begin_again(
    tx: Transaction, request: Request, decision: Decision, found: Row, reason: str
) -> int:
    """Open a held, signed sheet for a new round of its head; the round's number.

    The signed round stays as it was signed and stays readable.
    """
    round: int = found["round"] + 1
    after = {
        "state": "open" if found["self_assessed_at"] is None else "self_assessed",
        "round": round,
    }
    await save_sheet(tx, found, **NO_SCORE, **after)
    await tx.run(RELEASE, **round_key(found), reopened_reason=reason)
    await tx.run(RELEASE_DEDUCTIONS, sheet=found["id"], released_at=None)
    await record(
        tx,
        request,
        decision,
        deed="reopen_sheet",
        subject=("sheet", found["id"]),
        agency=found["agency_id"],
        before={name: found[name] for name in ("state", "round", "total", "level", "released_at")},
        after=after,
        reason=reason,
    )
    # Whoever heads by now the unit in which he was scored then is scored by the next head up.
    await pass_up(tx, request, decision, [found["person_id"]])
    return round


def round_key(found: Row) -> dict[str, Any]:
    """The values of OF_ROUND for a held sheet."""
    return {"sheet": found["id"], "month": found["period"], "of_round": found["round"]}
