"""Absences are recorded on a document, ended or annulled with a reason, and never deleted."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AbsenceFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import DAY, days, holds
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import HIDDEN, spelt
from resolvers.core.writing import add, demand_version, save
from resolvers.people import person as people
from resolvers.people import posting, scoring_unit_of
from resolvers.results.tables import KINDS, absence

MOST_REASON = 2000


class NoMainPost(Refusal):
    """The person holds no main post that you may see on {day}."""

    code = "NO_MAIN_POST"
    vi = "Vào ngày {day}, công chức không giữ vị trí chính nào trong phạm vi được xem của ông/bà."


class AbsenceOverlaps(Refusal):
    """The person is recorded absent already on some of these days: {during}."""

    code = "ABSENCE_OVERLAPS"
    vi = "Công chức đã được ghi nhận vắng mặt trong khoảng thời gian {during}."


class AbsenceOver(Refusal):
    """The absence does not last until {day}; it holds on {during}."""

    code = "ABSENCE_OVER"
    vi = "Thời gian vắng mặt không kéo dài đến ngày {day}; thời gian đã ghi nhận: {during}."


_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_POST = select(posting.c.id, posting.c.agency_id, posting.c.unit_id).where(
    posting.c.person_id == _PERSON, posting.c.main, holds(posting)
)
_CLASH = (
    select(absence.c.during)
    .where(
        absence.c.person_id == _PERSON,
        absence.c.annulled_at.is_(None),
        absence.c.during.op("&&")(bindparam("asked", type_=DATERANGE)),
    )
    .order_by(absence.c.during)
)
_LASTING = (
    select(absence)
    .where(
        absence.c.person_id == _PERSON,
        absence.c.kind == bindparam("kind", type_=absence.c.kind.type),
        absence.c.annulled_at.is_(None),
        func.lower(absence.c.during) < DAY,
        or_(func.upper_inf(absence.c.during), func.upper(absence.c.during) > DAY),
    )
    .with_for_update(key_share=True)
)


async def record_absence(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    kind: str,
    begins: date,
    document: Document,
    ends: date | None = None,
) -> UUID:
    """Record that a person does not serve from `begins` until before `ends`; the absence's id.

    It counts from now on, also in months that are closed: results that rest on them become stale.
    Raises NotFound, NoMainPost, a denial (OWN_ABSENCE for one's own), AbsenceOverlaps,
    EndsBeforeItBegins, InvalidInput, TextNotAcceptable.
    """
    await find(tx, request, people, person)
    post = await tx.row(_POST, person=person, day=begins)
    if post is None:
        raise NoMainPost(day=begins, field="begins")
    agency = post["agency_id"]
    decision = demand(request, Action.RecordAbsence, AbsenceFacts(person, agency))
    told = {"kind": among(kind, "kind", KINDS), **document.columns()}
    during = days(begins, ends)
    unit = await scoring_unit_of(tx, post["id"], begins)
    of = {"person_id": person, "agency_id": agency, "scoring_unit_id": unit or post["unit_id"]}
    id = await _add(tx, request, {**of, **told}, during)
    await record(
        tx,
        request,
        decision,
        deed="record_absence",
        subject=("absence", id),
        agency=agency,
        after={"person": person, **told, "during": spelt(during)},
    )
    return id


async def end_absence(
    tx: Transaction, request: Request, *, absence_id: UUID, ends: date, version: int, reason: str
) -> UUID:
    """Record that an absence ends earlier: `ends` is the first day of service; the absence's id.

    Raises NotFound, a denial, AbsenceOver, EndsBeforeItBegins, StaleVersion, TextNotAcceptable.
    """
    held, decision = await _held(tx, request, Action.EndAbsence, absence_id)
    said = line(reason, "reason", most=MOST_REASON)
    before = held["during"]
    if before.upper is not None and before.upper <= ends:
        raise AbsenceOver(day=ends, during=before, field="ends")
    demand_version(held, version)
    await _shorten(tx, request, decision, held, ends, said)
    return absence_id


async def end_absences_by_decision(
    tx: Transaction,
    request: Request,
    decision: Decision,
    *,
    person: UUID,
    kind: str,
    ends: date,
    reason: str,
) -> None:
    """End on a day whatever absence of a kind lasts over it: a decision brought the person back.

    The policies have allowed that decision; wherever the absence was recorded.
    """
    async with as_seen_by(tx, person):
        lasting = await tx.rows(_LASTING, person=person, kind=kind, day=ends)
    for held in lasting:
        await let_through(tx, held["agency_id"])
        await _shorten(tx, request, decision, held, ends, reason)


async def annul_absence(
    tx: Transaction, request: Request, *, absence_id: UUID, version: int, reason: str
) -> UUID:
    """Take an absence back that should not have been recorded; the row stays. The absence's id.

    Raises NotFound, a denial (ABSENCE_ANNULLED where it is), StaleVersion, TextNotAcceptable.
    """
    held, decision = await _held(tx, request, Action.AnnulAbsence, absence_id)
    said = line(reason, "reason", most=MOST_REASON)
    await save(
        tx,
        absence,
        absence_id,
        version,
        annulled_reason=said,
        annulled_by=request.reach.actor,
        annulled_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="annul_absence",
        subject=("absence", absence_id),
        agency=held["agency_id"],
        before={"kind": held["kind"], "during": spelt(held["during"])},
        after={"annulled": True},
        reason=said,
    )
    return absence_id


async def _held(
    tx: Transaction, request: Request, action: Action, id: UUID
) -> tuple[Row, Decision]:
    held = await hold(tx, request, absence, id)
    state = "recorded" if held["annulled_at"] is None else "annulled"
    facts = AbsenceFacts(held["person_id"], held["agency_id"], state)
    return held, demand(request, action, facts)


async def _shorten(
    tx: Transaction, request: Request, decision: Decision, held: Row, ends: date, said: str
) -> None:
    before = held["during"]
    during = days(before.lower, ends)
    await save(tx, absence, held["id"], held["version"], during=during, ended_reason=said)
    await record(
        tx,
        request,
        decision,
        deed="end_absence",
        subject=("absence", held["id"]),
        agency=held["agency_id"],
        before={"during": spelt(before)},
        after={"during": spelt(during)},
        reason=said,
    )


async def _add(
    tx: Transaction, request: Request, row: Mapping[str, Any], during: Range[date]
) -> UUID:
    try:
        async with tx.savepoint():
            return await add(
                tx,
                absence,
                **row,
                during=during,
                recorded_by=request.reach.actor,
                recorded_at=request.now,
            )
    except Violated:
        clash = await tx.row(_CLASH, person=row["person_id"], asked=during)
        told = HIDDEN if clash is None else clash["during"]
        raise AbsenceOverlaps(during=told, field="begins") from None
