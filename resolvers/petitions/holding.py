"""The first step of a deed on a petition: hold it, and say of it what the policies ask."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ABSENT, PetitionFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.petitions.model import MOST_DOCUMENTS
from resolvers.petitions.tables import petition, petition_document

_KEEP = insert(petition_document)
_ABOUT = ("agency_id", "deciding_agency_id", "person_id")


def statement_of(asked_at: datetime | None, stated_at: datetime | None) -> str:
    """Where the statement of the head who scored stands, in the policies' words."""
    if stated_at is not None:
        return "given"
    return ABSENT if asked_at is None else "asked"


def petition_facts(row: Mapping[str, Any]) -> PetitionFacts:
    """What the policies need to know of a petition."""
    return PetitionFacts(
        person=row["person_id"],
        about=row["about"],
        scoring_unit=row["scoring_unit_id"],
        deciding_unit=row["deciding_unit_id"],
        agency=row["agency_id"],
        deciding_agency=row["deciding_agency_id"],
        state=row["state"],
        statement=statement_of(row["statement_asked_at"], row["stated_at"]),
        opinion=row["opinion_at"] is not None,
        scorer=row["scored_by"],
    )


async def demand_petition(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Decision]:
    """The petition, held, and the rule that allows `action` on it.

    Raises NotFound, the refusals of the policies, StaleVersion.
    """
    found = await hold(tx, request, petition, id)
    decision = demand(request, action, petition_facts(found))
    demand_version(found, version)
    return found, decision


async def change(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    deed: str,
    *,
    reason: str = "",
    **values: Any,
) -> None:
    """Save a held petition, and tell the audit what was set."""
    await save(tx, petition, found["id"], found["version"], **values)
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("petition", found["id"]),
        agency=found["agency_id"],
        before={"state": found["state"], "version": found["version"]},
        after=values,
        reason=reason,
    )


async def keep_documents(
    tx: Transaction, request: Request, about: Row, part: str, documents: Sequence[Document]
) -> None:
    """Add papers to a petition's file; raises InvalidInput and TextNotAcceptable.

    `about` is the petition's row, or what it is going to be.
    """
    if len(documents) > MOST_DOCUMENTS:
        allowed = f"0–{MOST_DOCUMENTS}"
        raise InvalidInput(what="documents", allowed=allowed, field="documents")
    rows = [
        {
            "id": new_id(),
            **{name: about[name] for name in _ABOUT},
            "petition_id": about["id"],
            "part": part,
            **document.columns(),
            "added_by": request.reach.actor,
            "added_at": request.now,
        }
        for document in documents
    ]
    await tx.run_many(_KEEP, rows)
