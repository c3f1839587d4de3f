"""A sheet goes back to its person: the round that was answered stays, a new one begins."""

from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request
from resolvers.evaluations.holding import save_sheet
from resolvers.evaluations.tables import self_assessment

_ANSWER = update(self_assessment).where(
    self_assessment.c.sheet_id == bindparam("sheet", type_=UuidType(as_uuid=True)),
    self_assessment.c.returned_at.is_(None),
)


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
