"""What is under way about somebody: opened, extended, put off, closed; each on a document."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import EndsBeforeItBegins, days, until_day
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import add, save
from resolvers.discipline.holding import heads_today, held_procedure, tell, whose
from resolvers.discipline.model import MOST_TEXT, Opening
from resolvers.discipline.tables import (
    OUTCOMES,
    POSTPONED,
    PROCEDURES,
    discipline_postponement,
    discipline_procedure,
)
from resolvers.statute.dated import Law
from resolvers.statute.discipline import Procedure, procedure_due


class AlreadyExtended(Refusal):
    """This procedure has been extended already; it is extended once."""

    code = "PROCEDURE_EXTENDED"
    vi = "Thời hạn xử lý kỷ luật đã được kéo dài; chỉ được kéo dài một lần."


class HasNoLimit(Refusal):
    """The days of discipline are laid down for the agency's own procedure only."""

    code = "PROCEDURE_HAS_NO_LIMIT"
    vi = "Thời hạn xử lý kỷ luật chỉ áp dụng đối với việc xử lý kỷ luật hành chính."


class PostponementOpen(Refusal):
    """The days of this procedure stand still already, since {since}."""

    code = "PROCEDURE_POSTPONED"
    vi = "Việc xem xét, xử lý kỷ luật đang tạm hoãn từ ngày {since}."


class NotPostponed(Refusal):
    """The days of this procedure do not stand still on {day}."""

    code = "PROCEDURE_NOT_POSTPONED"
    vi = "Vào ngày {day}, việc xem xét, xử lý kỷ luật không trong thời gian tạm hoãn."


_UUID = UuidType(as_uuid=True)
_POSTPONED = (
    select(discipline_postponement)
    .where(discipline_postponement.c.procedure_id == bindparam("procedure", type_=_UUID))
    .order_by(func.lower(discipline_postponement.c.during))
)
_RESUME = (
    update(discipline_postponement)
    .where(discipline_postponement.c.id == bindparam("by_id", type_=_UUID))
    .values(during=bindparam("days", type_=discipline_postponement.c.during.type))
)


async def record_procedure(
    tx: Transaction, request: Request, *, person: UUID, opening: Opening
) -> UUID:
    """Record that a procedure, an inspection or a prosecution is under way; its id.

    From now on it stands in the way of what article 38.2 of the Law names. Raises NotFound, a
    denial (OWN_RECORD for one's own), InvalidInput, TextNotAcceptable.
    """
    who, decision = await whose(tx, request, Action.RecordProcedure, person)
    kind = among(opening.kind, "kind", PROCEDURES)
    found = opening.found_on or opening.opened_on
    if not found <= opening.opened_on <= request.today:
        allowed = f"foundOn ≤ openedOn ≤ {request.today}"
        raise InvalidInput(what="openedOn", allowed=allowed, field="openedOn")
    told: dict[str, Any] = {
        "kind": kind,
        "about": line(opening.about, "about", most=MOST_TEXT),
        "found_on": found,
        "opened_on": opening.opened_on,
        **opening.document.columns("opening", dated=True),
    }
    told |= _clock({**told, "complicated": False}, [], request.today)
    row = {"agency_id": who["agency_id"], "person_id": person}
    id = await add(
        tx,
        discipline_procedure,
        **row,
        **await heads_today(tx, request, person),
        **told,
        recorded_by=request.reach.actor,
        recorded_at=request.now,
    )
    at = {**row, "id": id}
    after = {"person": person, **told}
    await tell(tx, request, decision, discipline_procedure, at, "record_procedure", after=after)
    return id


async def extend_procedure(
    tx: Transaction, request: Request, *, procedure: UUID, version: int, document: Document
) -> UUID:
    """Record that the authority has extended a complicated case, once; the procedure's id.

    Raises NotFound, a denial, StaleVersion, HasNoLimit, AlreadyExtended, InvalidInput.
    """
    found, decision = await held_procedure(tx, request, procedure, version)
    if found["kind"] != Procedure.ADMINISTRATIVE:
        raise HasNoLimit()
    if found["complicated"]:
        raise AlreadyExtended()
    paper = document.columns("extension", dated=True)
    postponed = await tx.rows(_POSTPONED, procedure=procedure)
    clock = _clock({**found, "complicated": True}, postponed, request.today)
    values = {"complicated": True, **paper, **clock}
    await save(tx, discipline_procedure, procedure, version, **values)
    before = {"due_on": found["due_on"]}
    await tell(
        tx,
        request,
        decision,
        discipline_procedure,
        found,
        "extend_procedure",
        before=before,
        after=values,
    )
    return procedure


async def postpone_procedure(
    tx: Transaction,
    request: Request,
    *,
    procedure: UUID,
    version: int,
    ground: str,
    begins: date,
    document: Document,
) -> UUID:
    """Record that discipline is not taken up from a day on (art. 3); the procedure's id.

    Its days stand still until it is resumed; what it stands in the way of stays so. Raises
    NotFound, a denial, StaleVersion, PostponementOpen, InvalidInput.
    """
    found, decision = await held_procedure(tx, request, procedure, version)
    among(ground, "ground", POSTPONED)
    earlier = await tx.rows(_POSTPONED, procedure=procedure)
    last = earlier[-1]["during"] if earlier else None
    if last is not None and last.upper is None:
        raise PostponementOpen(since=last.lower)
    first = found["found_on"] if last is None else last.upper
    if not first <= begins <= request.today:
        allowed = f"{first} – {request.today}"
        raise InvalidInput(what="begins", allowed=allowed, field="begins")
    told = {"ground": ground, "during": days(begins), **document.columns(dated=True)}
    await add(
        tx,
        discipline_postponement,
        agency_id=found["agency_id"],
        person_id=found["person_id"],
        procedure_id=procedure,
        **told,
        recorded_by=request.reach.actor,
        recorded_at=request.now,
    )
    await save(tx, discipline_procedure, procedure, version, due_on=None)
    after = {**told, "during": spelt(told["during"])}
    await tell(
        tx, request, decision, discipline_procedure, found, "postpone_procedure", after=after
    )
    return procedure


async def resume_procedure(
    tx: Transaction, request: Request, *, procedure: UUID, version: int, begins: date
) -> UUID:
    """Record that discipline is taken up again from a day on; the procedure's id.

    Raises NotFound, a denial, StaleVersion, NotPostponed, EndsBeforeItBegins.
    """
    found, decision = await held_procedure(tx, request, procedure, version)
    postponed = [dict(row) for row in await tx.rows(_POSTPONED, procedure=procedure)]
    still = postponed[-1] if postponed else None
    if still is None or still["during"].upper is not None or begins > request.today:
        raise NotPostponed(day=begins, field="begins")
    if begins <= still["during"].lower:
        raise EndsBeforeItBegins(begins=still["during"].lower, ends=begins, field="begins")
    still["during"] = until_day(still["during"], begins)
    await tx.run(_RESUME, by_id=still["id"], days=still["during"])
    clock = _clock(found, postponed, request.today)
    await save(tx, discipline_procedure, procedure, version, **clock)
    after = {"during": spelt(still["during"]), **clock}
    await tell(tx, request, decision, discipline_procedure, found, "resume_procedure", after=after)
    return procedure


async def close_procedure(
    tx: Transaction,
    request: Request,
    *,
    procedure: UUID,
    version: int,
    outcome: str,
    closed_on: date,
    note: str,
    document: Document | None = None,
) -> UUID:
    """Record that a procedure is over: `closed_on` is the first day without it; its id.

    A decision on discipline ends its procedure by itself (`record_discipline`). What was recorded
    by mistake is closed as that, and never stood in anybody's way. Raises NotFound, a denial
    (PROCEDURE_CLOSED), StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_procedure(tx, request, procedure, version)
    others = tuple(each for each in OUTCOMES if each != "disciplined")
    among(outcome, "outcome", others)
    if not found["opened_on"] <= closed_on <= request.today:
        allowed = f"{found['opened_on']} – {request.today}"
        raise InvalidInput(what="closedOn", allowed=allowed, field="closedOn")
    if document is None and outcome != "misrecorded":
        raise InvalidInput(what="document", allowed="number, day", field="document")
    values = {
        "outcome": outcome,
        "closed_on": closed_on,
        "closing_note": line(note, "note", most=MOST_TEXT),
        **({} if document is None else document.columns("closing", dated=True)),
    }
    await close(tx, request, found, values)
    await tell(tx, request, decision, discipline_procedure, found, "close_procedure", after=values)
    return procedure


async def close(tx: Transaction, request: Request, found: Row, values: dict[str, Any]) -> None:
    """Close a held procedure."""
    signed = {"closed_by": request.reach.actor, "closed_at": request.now}
    await save(tx, discipline_procedure, found["id"], found["version"], **values, **signed)


def _clock(found: Row, postponed: Any, today: date) -> dict[str, Any]:
    """The last day of a procedure, and the texts that it rests on; none of other bodies'."""
    if found["kind"] != Procedure.ADMINISTRATIVE:
        return {"due_on": None, "cites": []}
    law = Law(found["found_on"], known=today)
    spans = [row["during"] for row in postponed]
    if any(span.upper is None for span in spans):
        return {"due_on": None, "cites": list(found["cites"])}
    stopped = sum((span.upper - span.lower for span in spans), timedelta()).days
    due = procedure_due(found["found_on"], stopped, law, complicated=found["complicated"])
    return {"due_on": due, "cites": list(law.cites)}
