"""A person opens his own dossier; and what was opened is closed again before its time."""

from datetime import date
from uuid import UUID

from authz.actions import Action
from authz.facts import DossierFacts
from resolvers.core.arguments import among, line
from resolvers.core.database import Transaction
from resolvers.core.errors import NotFound
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.dossier.holding import (
    BOTH,
    agency_led,
    demand_two,
    dossier_facts,
    open_until,
    tell,
)
from resolvers.dossier.model import MOST_TEXT
from resolvers.dossier.tables import PURPOSES, dossier
from resolvers.organisation import root_unit
from resolvers.people import person as people


async def open_dossier(
    tx: Transaction, request: Request, *, agency_code: str, purpose: str, ends: date
) -> UUID:
    """Open one's own dossier to another agency for a purpose, until before `ends`; its id.

    Raises NotFound for the agency, a denial, SameAgency, InvalidInput.
    """
    who = await find(tx, request, people, request.reach.person)
    reader, unit = await agency_led(tx, agency_code, request.today)
    keeper = await root_unit(tx, who["agency_id"], request.today)
    if keeper is None:
        raise NotFound(id=who["agency_id"])
    facts = DossierFacts(who["id"], reader, unit, who["agency_id"], basis="request")
    decision = demand(request, Action.OpenDossier, facts)
    demand_two(reader, who["agency_id"])
    values = {
        **dict(zip(BOTH, (reader, unit, who["agency_id"], keeper), strict=True)),
        "person_id": who["id"],
        "purpose": among(purpose, "purpose", PURPOSES),
        "basis": "request",
    }
    id = await open_until(tx, request, decision, values, ends)
    told = {"after": {**values, "ends": ends}}
    subject = ("dossier", id)
    await tell(tx, request, decision, subject, who["agency_id"], "open_dossier", **told)
    return id


async def revoke_dossier(
    tx: Transaction, request: Request, *, dossier_id: UUID, version: int, reason: str
) -> UUID:
    """Close a dossier before its days are over; the very next reading is refused. Its id.

    By the head of the agency that keeps the file, or by the person what he opened himself. Raises
    NotFound, a denial (DOSSIER_REVOKED, DOSSIER_EXPIRED), StaleVersion, TextNotAcceptable.
    """
    held = await hold(tx, request, dossier, dossier_id)
    decision = demand(request, Action.RevokeDossier, dossier_facts(held, request.today))
    demand_version(held, version)
    said = line(reason, "reason", most=MOST_TEXT)
    await save(
        tx,
        dossier,
        dossier_id,
        version,
        revoked_reason=said,
        revoked_by=request.reach.actor,
        revoked_at=request.now,
    )
    subject, keeper = ("dossier", dossier_id), held["from_agency_id"]
    await tell(tx, request, decision, subject, keeper, "revoke_dossier", reason=said)
    return dossier_id
