"""What was drawn from a classification is flagged when that is replaced (art. 23.3)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import insert

from authz.actions import Action
from authz.facts import RegisterFacts
from resolvers.audit import record
from resolvers.classification.holding import CURRENT
from resolvers.classification.model import reason_in
from resolvers.classification.papers import FLAGS, ITSELF, review_flag
from resolvers.classification.tables import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.finding import hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save

_UUID = UuidType(as_uuid=True)
_FLAG = insert(review_flag).on_conflict_do_nothing(
    index_elements=["classification_id", "kind", "ground_id"]
)
_RESTING = (
    select(*(classification.c[name] for name in ("id", "agency_id", "person_id")))
    .where(
        bindparam("ground", type_=_UUID) == classification.c.grounds.any_(),
        classification.c.decided_at.is_not(None),
        CURRENT,
    )
    .order_by(classification.c.id)
)


async def raise_flags(tx: Transaction, request: Request, found: Row) -> None:
    """Flag whatever may hang on a replaced edition: Party rating, bonus, national database."""
    await flag_case(tx, request, found, FLAGS)


async def flag_classes_of(tx: Transaction, request: Request, ground: Row) -> list[UUID]:
    """Flag the classes that were decided on a ground that is annulled; their cases.

    Wherever they were decided: the head of the managing agency may replace each (art. 21.3).
    """
    async with as_seen_by(tx, ground["person_id"]):
        resting = await tx.rows(_RESTING, ground=ground["id"])
    for found in resting:
        await let_through(tx, found["agency_id"])
        await flag_case(tx, request, found, (ITSELF,), ground=ground["id"])
    return [found["id"] for found in resting]


async def flag_case(
    tx: Transaction,
    request: Request,
    found: Row,
    kinds: Sequence[str],
    *,
    ground: UUID | None = None,
    cite: str | None = None,
) -> None:
    """Flag a case once for each kind, because of a ground where there is one."""
    rows = [
        {
            "id": new_id(),
            "agency_id": found["agency_id"],
            "person_id": found["person_id"],
            "classification_id": found["id"],
            "kind": kind,
            "ground_id": ground,
            "cite": cite,
            "raised_at": request.now,
        }
        for kind in kinds
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
