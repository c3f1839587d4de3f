"""A dossier is asked for by who decides, and granted or declined by the head of who keeps it.

The fence lets the reader's agency through at the end of an answer: it names people of that agency,
who are shown with the row.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ABSENT
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document, names
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.dossier.holding import (
    BOTH,
    agency_led,
    demand_two,
    open_until,
    request_facts,
    tell,
)
from resolvers.dossier.model import MOST_TEXT
from resolvers.dossier.tables import PURPOSES, dossier_request
from resolvers.organisation import unit as units
from resolvers.people import person as people


class NobodyMeant(Refusal):
    """Your agency keeps no file under the staff code {staff_code}."""

    code = "DOSSIER_NOBODY_MEANT"
    vi = "Cơ quan không quản lý hồ sơ nào có mã công chức {staff_code}."


_MEANT = select(people.c.id).where(
    people.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
    people.c.staff_code == bindparam("staff_code", type_=Text),
)


async def ask_dossier(
    tx: Transaction,
    request: Request,
    *,
    unit: UUID,
    agency_code: str,
    staff_code: str,
    purpose: str,
    matter: str,
    document: Document,
) -> UUID:
    """Ask another agency for a person's record, in the name of the unit that decides; the id.

    The person is named as the other agency knows him, and nobody looks before that agency does: a
    wrong name and a right one look alike here. Raises NotFound for the unit or the agency, a
    denial, SameAgency, InvalidInput, TextNotAcceptable.
    """
    place = await find(tx, request, units, unit)
    asked, head = await agency_led(tx, agency_code, request.today)
    row = dict(zip(BOTH, (place["agency_id"], unit, asked, head), strict=True))
    decision = demand(request, Action.AskDossier, request_facts(row, None, ABSENT))
    demand_two(place["agency_id"], asked)
    told: dict[str, Any] = {
        **row,
        "staff_code": line(staff_code, "staffCode", most=50),
        "purpose": among(purpose, "purpose", PURPOSES),
        "matter": line(matter, "matter", most=MOST_TEXT),
        **document.columns(dated=True),
    }
    id = await add(
        tx,
        dossier_request,
        **told,
        asked_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        asked_at=request.now,
    )
    subject = ("dossier_request", id)
    await tell(tx, request, decision, subject, place["agency_id"], "ask_dossier", after=told)
    return id


async def grant_dossier(
    tx: Transaction, request: Request, *, request_id: UUID, version: int, ends: date
) -> UUID:
    """Open a dossier to the agency that asked, until before `ends`, as head of one's own; its id.

    Raises NotFound, a denial (OWN_RECORD for one's own, DOSSIER_ANSWERED), StaleVersion,
    NobodyMeant, InvalidInput where it is longer than the agency's rule lets it.
    """
    held, person, decision = await _asked(tx, request, request_id, version)
    if person is None:
        raise NobodyMeant(staff_code=held["staff_code"])
    same = (*BOTH, "purpose", *names("document"))
    values = {
        **{name: held[name] for name in same},
        "person_id": person,
        "request_id": request_id,
        "basis": "handover",
    }
    id = await open_until(tx, request, decision, values, ends)
    told = {"state": "granted", "person_id": person}
    await _answer(tx, request, decision, held, "grant_dossier", told, {"dossier": id})
    return id


async def decline_dossier(
    tx: Transaction, request: Request, *, request_id: UUID, version: int, reason: str
) -> UUID:
    """Decline a request, with a reason, as head of the agency that is asked; the request's id.

    Raises NotFound, a denial (DOSSIER_ANSWERED), StaleVersion, TextNotAcceptable.
    """
    held, _, decision = await _asked(tx, request, request_id, version)
    told = {"state": "declined", "answer": line(reason, "reason", most=MOST_TEXT)}
    await _answer(tx, request, decision, held, "decline_dossier", told, {})
    return request_id


async def _asked(
    tx: Transaction, request: Request, id: UUID, version: int
) -> tuple[Row, UUID | None, Decision]:
    """A request, held; who is meant by it in one's own agency, if anybody; and the rule."""
    held = await hold(tx, request, dossier_request, id)
    meant: UUID | None = await tx.value(
        _MEANT, agency=held["from_agency_id"], staff_code=held["staff_code"]
    )
    facts = request_facts(held, meant, held["state"])
    decision = demand(request, Action.AnswerDossierRequest, facts)
    demand_version(held, version)
    return held, meant, decision


async def _answer(
    tx: Transaction,
    request: Request,
    decision: Decision,
    held: Row,
    deed: str,
    values: dict[str, Any],
    more: dict[str, Any],
) -> None:
    await save(
        tx,
        dossier_request,
        held["id"],
        held["version"],
        **values,
        answered_by=request.reach.actor,
        answered_on_behalf_of=decision.on_behalf_of,
        answered_at=request.now,
    )
    subject, keeper = ("dossier_request", held["id"]), held["from_agency_id"]
    told = {"before": {"state": held["state"]}, "after": {**values, **more}}
    await tell(tx, request, decision, subject, keeper, deed, **told)
