"""What was drawn from a classification is flagged when that is replaced (art. 23.3)."""

from uuid import UUID

from sqlalchemy import insert

from authz.actions import Action
from authz.facts import RegisterFacts
from resolvers.audit import record
from resolvers.classification.model import reason_in
from resolvers.classification.papers import FLAGS, review_flag
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save

_FLAG = insert(review_flag)


async def raise_flags(tx: Transaction, request: Request, found: Row) -> None:
    """Flag whatever may hang on a replaced edition: Party rating, bonus, national database."""
    rows = [
        {
            "id": new_id(),
            "agency_id": found["agency_id"],
            "person_id": found["person_id"],
            "classification_id": found["id"],
            "kind": kind,
            "raised_at": request.now,
        }
        for kind in FLAGS
    ]
    await tx.run_many(_FLAG, rows)


async def clear_review_flag(
    tx: Transaction, request: Request, *, flag: UUID, version: int, note: str
) -> UUID:
    """Note what became of what hung on a replaced classification; the flag's id.

    Raises NotFound, a denial (RECORD_ENDED, OWN_RECORD), StaleVersion, TextNotAcceptable.
    """
    held = await hold(tx, request, review_flag, flag)
    ended = held["cleared_at"] is not None
    facts = RegisterFacts(held["person_id"], held["agency_id"], ended)
    decision = demand(request, Action.ClearReviewFlag, facts)
    demand_version(held, version)
    said = reason_in(note, "note")
    await save(
        tx,
        review_flag,
        flag,
        version,
        cleared_by=request.reach.actor,
        cleared_at=request.now,
        note=said,
    )
    await record(
        tx,
        request,
        decision,
        deed="clear_review_flag",
        subject=("review_flag", flag),
        agency=held["agency_id"],
        before={"kind": held["kind"], "raised_at": held["raised_at"]},
        after={"cleared_at": request.now},
        reason=said,
    )
    return flag
