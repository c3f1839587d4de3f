"""The first steps of a deed on an edition: the row, held, and leave to do something to it."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from authz.facts import CatalogueFacts
from resolvers.catalogue.tables import catalogue
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.organisation import agency

_MANAGING = select(agency.c.managing_agency_id).where(
    agency.c.id == bindparam("agency", type_=UuidType(as_uuid=True))
)


async def facts_of(tx: Transaction, agency_id: UUID, state: str) -> CatalogueFacts:
    """What the policies need to know; an agency without a managing one manages itself."""
    managing = await tx.value(_MANAGING, agency=agency_id)
    return CatalogueFacts(agency_id, managing or agency_id, state)


async def held(tx: Transaction, request: Request, action: Action, id: UUID) -> tuple[Row, Decision]:
    """A visible edition, held until the deed ends, and the decision that allows `action`.

    Raises NotFound, a denial.
    """
    found = await hold(tx, request, catalogue, id)
    facts = await facts_of(tx, found["agency_id"], found["state"])
    return found, demand(request, action, facts)


async def held_draft(tx: Transaction, request: Request, id: UUID) -> tuple[Row, Decision]:
    """A visible draft that the caller may change: what was decided stays as it is, for everybody.

    Raises NotFound, a denial (CATALOGUE_NOT_DRAFT once it is proposed or decided).
    """
    found, decision = await held(tx, request, changing(request, Action.EditCatalogue), id)
    if found["state"] != "draft":
        raise DENIALS[Code.CATALOGUE_NOT_DRAFT]()
    return found, decision


def changing(request: Request, action: Action) -> Action:
    """The action itself, or for an import the one that the operator of the server has too."""
    return Action.ImportCatalogue if request.channel == "import" else action
