"""Reading a dossier: a deed, because each reading is recorded before anything is shown."""

from uuid import UUID

from authz.actions import Action
from resolvers.core.arguments import among
from resolvers.core.database import Transaction
from resolvers.core.fence import let_through
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.dossier.gathering import gathered, rule_of
from resolvers.dossier.holding import BOTH, dossier_facts, tell
from resolvers.dossier.tables import PURPOSES, dossier, dossier_read


async def read_dossier(
    tx: Transaction, request: Request, *, dossier_id: UUID, person: UUID, purpose: str
) -> UUID:
    """Read what a dossier shows about a person, for a purpose; the id of the reading's record.

    The record keeps who read, on whose behalf, for what, when, and what was shown; it commits with
    the answer or not at all. Raises NotFound, a denial (DOSSIER_EXPIRED, DOSSIER_REVOKED,
    DOSSIER_OF_ANOTHER_PERSON, DOSSIER_PURPOSE_NOT_ALLOWED, NO_MANDATE), InvalidInput.
    """
    among(purpose, "purpose", PURPOSES)
    held = await hold(tx, request, dossier, dossier_id)
    same = {"same_purpose": held["purpose"] == purpose, "same_person": held["person_id"] == person}
    decision = demand(request, Action.ReadDossier, dossier_facts(held, request.today, **same))
    rule = rule_of(purpose, request.today)
    shown = await gathered(tx, person, held["agency_id"], rule, request.today)
    id = await add(
        tx,
        dossier_read,
        **{name: held[name] for name in (*BOTH, "person_id")},
        dossier_id=dossier_id,
        purpose=purpose,
        read_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        read_at=request.now,
        shown=shown.to_json(),
    )
    # The agency that keeps the file finds the reading in its own trail too.
    await let_through(tx, held["from_agency_id"])
    told = {"person": person, "purpose": purpose, "dossier": dossier_id}
    for agency in (held["agency_id"], held["from_agency_id"]):
        subject = ("dossier_read", id)
        await tell(tx, request, decision, subject, agency, "read_dossier", after=told)
    return id
