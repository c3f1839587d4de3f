"""What a decision leaves in other registers: a term, a ground of the year, discipline."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, null, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.classification import Ground, disqualifier, drop_ground, keep_ground
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.request import Request
from resolvers.discipline import Ruling as Discipline
from resolvers.discipline import keep_discipline
from resolvers.people import person as people
from resolvers.personnel.protection_tables import service_fact
from resolvers.personnel.service_facts import ServiceFact, keep_service_fact


class DisciplineRecorded(Refusal):
    """A decision on discipline is in force once it is recorded; it is annulled in its register."""

    code = "DISCIPLINE_RECORDED"
    vi = "Quyết định kỷ luật đã được ghi vào sổ theo dõi; chỉ được hủy bỏ tại sổ theo dõi kỷ luật."


Told = dict[str, Any]
_UUID = UuidType(as_uuid=True)
_DAY = timedelta(days=1)
_WHO = select(people).where(people.c.id == bindparam("person", type_=_UUID)).with_for_update()
_GROUND = (
    select(disqualifier)
    .where(disqualifier.c.id == bindparam("by_id", type_=_UUID))
    .with_for_update(key_share=True)
)
_STANDING = select(service_fact.c.id).where(
    service_fact.c.posting_id == bindparam("posting", type_=_UUID),
    service_fact.c.kind == "term",
    service_fact.c.annulled_at.is_(None),
)
_BY_ID = update(service_fact).where(service_fact.c.id == bindparam("by_id", type_=_UUID))
_ANNUL = _BY_ID.values(
    annulled_reason=bindparam("reason", type_=service_fact.c.annulled_reason.type),
    annulled_by=bindparam("by", type_=_UUID),
    annulled_at=bindparam("at", type_=service_fact.c.annulled_at.type),
    version=service_fact.c.version + 1,
)
_RESTORE = _BY_ID.values(
    annulled_reason=null(),
    annulled_by=null(),
    annulled_at=null(),
    version=service_fact.c.version + 1,
)
NEW_TERM = "Thay bằng nhiệm kỳ mới theo quyết định."
NO_TERM = "Quyết định đã được hủy bỏ trước ngày có hiệu lực."


async def keep_term(
    tx: Transaction,
    request: Request,
    decision: Decision,
    row: Row,
    posting: UUID,
    days: tuple[date, date],
    document: Document,
) -> Told:
    """Put a term of office on record, in place of the one that it continues; what was written.

    `days`: its first day, and the first day without it.
    """
    begins, until = days
    fact = ServiceFact("term", until - _DAY, document, posting=posting, starts_on=begins)
    who = await _who(tx, row)
    async with as_seen_by(tx, row["person_id"]):
        earlier = await tx.value(_STANDING, posting=posting)
        if earlier is not None:
            await _annul(tx, request, earlier, NEW_TERM)
        id = await keep_service_fact(tx, request, decision, who, fact)
    return {"term": str(id), "earlier_term": None if earlier is None else str(earlier)}


async def restore_term(tx: Transaction, request: Request, effect: Mapping[str, Any]) -> None:
    """The term on record as it was before a decision that is cancelled."""
    if "term" not in effect:
        return
    await _annul(tx, request, UUID(effect["term"]), NO_TERM)
    if effect["earlier_term"] is not None:
        await tx.run(_RESTORE, by_id=UUID(effect["earlier_term"]))


async def keep_suspension(
    tx: Transaction,
    request: Request,
    decision: Decision,
    row: Row,
    effective_on: date,
    document: Document,
) -> Told:
    """A suspension is a ground to weigh in its year; somebody decides what it means there."""
    ground = Ground(
        kind="suspension", effective_on=effective_on, note=row["reason"], decision=document
    )
    return {"ground": str(await keep_ground(tx, request, decision, await _who(tx, row), ground))}


async def drop_suspension(
    tx: Transaction, request: Request, decision: Decision, row: Row, reason: str
) -> None:
    """Of a suspension that is cancelled, the ground too; raises DisciplineRecorded for discipline.

    Nothing for other kinds.
    """
    if "discipline" in row["effect"]:
        raise DisciplineRecorded(field="action")
    if "ground" in row["effect"]:
        async with as_seen_by(tx, row["person_id"]):
            held = await tx.row(_GROUND, by_id=UUID(row["effect"]["ground"]))
        if held is not None and held["annulled_at"] is None:
            await drop_ground(tx, request, decision, held, reason)


async def keep_discipline_of(
    tx: Transaction, request: Request, decision: Decision, row: Row, ruling: Discipline
) -> Told:
    """A decision on discipline goes into its own register, with the ground of its year."""
    who = await _who(tx, row)
    return {"discipline": str(await keep_discipline(tx, request, decision, who, ruling))}


async def _who(tx: Transaction, row: Row) -> Row:
    """The person's own row, held: whoever records discipline holds it too."""
    async with as_seen_by(tx, row["person_id"]):
        found = await tx.row(_WHO, person=row["person_id"])
    assert found is not None, "an action is about a person who is there"
    return found


async def _annul(tx: Transaction, request: Request, id: UUID, reason: str) -> None:
    await tx.run(_ANNUL, by_id=id, reason=reason, by=request.reach.actor, at=request.now)
