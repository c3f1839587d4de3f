"""What the deeds on dossiers share: both agencies of one, its facts, and its days."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam

from authz.decide import Decision
from authz.facts import DossierFacts, DossierRequestFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, days
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.dossier.gathering import rule_of
from resolvers.dossier.model import state_of
from resolvers.dossier.tables import dossier
from resolvers.organisation import agency_by_code, root_unit, switches_of
from resolvers.statute.switches import DOSSIER_DAYS


class SameAgency(Refusal):
    """The file is this agency's own; it needs no opening."""

    code = "DOSSIER_SAME_AGENCY"
    vi = "Hồ sơ do chính cơ quan này quản lý, không cần đề nghị mở."


BOTH = ("agency_id", "unit_id", "from_agency_id", "from_unit_id")
"""The columns that name who reads and who keeps."""
_CODED = agency_by_code(bindparam("code", type_=Text), DAY)


async def agency_led(tx: Transaction, code: str, today: date) -> tuple[UUID, UUID]:
    """The agency with a code today, and the unit whose head leads it; raises NotFound."""
    found = await tx.row(_CODED, code=code, day=today)
    head = None if found is None else await root_unit(tx, found["id"], today)
    if found is None or head is None:
        raise NotFound(id=code, field="agencyCode")
    return found["id"], head


def demand_two(reader: UUID, keeper: UUID) -> None:
    """Raises SameAgency."""
    if reader == keeper:
        raise SameAgency(field="agencyCode")


def request_facts(held: Row, person: UUID | None, state: str) -> DossierRequestFacts:
    """What the policies need to know of a request."""
    return DossierRequestFacts(
        agency=held["agency_id"],
        unit=held["unit_id"],
        from_agency=held["from_agency_id"],
        from_unit=held["from_unit_id"],
        person=person,
        state=state,
    )


def dossier_facts(
    held: Row, today: date, *, same_purpose: bool = True, same_person: bool = True
) -> DossierFacts:
    """What the policies need to know of a dossier."""
    return DossierFacts(
        person=held["person_id"],
        agency=held["agency_id"],
        unit=held["unit_id"],
        from_agency=held["from_agency_id"],
        basis=held["basis"],
        state=state_of(held["revoked_at"], held["during"], today),
        same_purpose=same_purpose,
        same_person=same_person,
    )


async def open_until(
    tx: Transaction, request: Request, decision: Decision, values: Row, ends: date
) -> UUID:
    """Add an opening that begins today; its id.

    Raises InvalidInput where it is longer than the agency that keeps the file lets it be.
    """
    switches = await switches_of(tx, values["from_agency_id"], request.today)
    latest = request.today + timedelta(days=switches(DOSSIER_DAYS))
    if not request.today < ends <= latest:
        raise InvalidInput(what="ends", allowed=f"> {request.today}, ≤ {latest}", field="ends")
    return await add(
        tx,
        dossier,
        **values,
        during=days(request.today, ends),
        cites=list(rule_of(values["purpose"], request.today).cites),
        opened_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        opened_at=request.now,
    )


async def tell(
    tx: Transaction,
    request: Request,
    decision: Decision,
    subject: tuple[str, UUID],
    agency: UUID,
    deed: str,
    **told: Any,
) -> None:
    """The audit leaf of a deed, in one agency's trail."""
    await record(tx, request, decision, deed=deed, subject=subject, agency=agency, **told)
