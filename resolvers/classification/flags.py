"""What is to be looked at: what hung on a replaced class (art. 23.3), and classes themselves."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import insert

from authz.actions import Action
from authz.facts import ClassFlagFacts
from resolvers.audit import record
from resolvers.classification.holding import CURRENT
from resolvers.classification.model import reason_in
from resolvers.classification.papers import FLAGS, HEADED_RESULT, ITSELF, YEAR_RESULT, review_flag
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
    index_elements=["classification_id", "kind", "ground_id", "review_id", "result_id"]
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


def _of_class(name: str) -> ColumnElement[Any]:
    found = select(classification.c[name])
    return found.where(classification.c.id == review_flag.c.classification_id).scalar_subquery()


FLAG_NEEDS: tuple[ColumnElement[Any], ...] = (
    review_flag.c.kind,
    review_flag.c.person_id,
    review_flag.c.agency_id,
    _of_class("classifying_agency_id"),
    _of_class("classifying_unit_id"),
    _of_class("managing_unit_id"),
    review_flag.c.cleared_at.is_not(None),
)
"""What the policies need to know of a flag, in the order of `flag_facts`."""
_ASKED = select(*(need.label(f"need_{at}") for at, need in enumerate(FLAG_NEEDS))).where(
    review_flag.c.id == bindparam("flag", type_=_UUID)
)


def flag_facts(kind: str, *told: Any) -> ClassFlagFacts:
    """What `FLAG_NEEDS` tells, as the policies take it."""
    person, agency, by_agency, by_unit, managing, ended = told
    by_deciders = (HEADED_RESULT, YEAR_RESULT)
    about = "hanging" if kind in FLAGS else "organisation" if kind in by_deciders else "ground"
    return ClassFlagFacts(person, agency, by_agency, by_unit, managing, about, ended)


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
    review: UUID | None = None,
    result: UUID | None = None,
    cite: str | None = None,
) -> None:
    """Flag a case once for each kind, because of a ground, or of a new result."""
    rows = [
        {
            "id": new_id(),
            "agency_id": found["agency_id"],
            "person_id": found["person_id"],
            "classification_id": found["id"],
            "kind": kind,
            "ground_id": ground,
            "review_id": review,
            "result_id": result,
            "cite": cite,
            "raised_at": request.now,
        }
        for kind in kinds
    ]
    await tx.run_many(_FLAG, rows)


async def clear_review_flag(
    tx: Transaction, request: Request, *, flag: UUID, version: int, note: str
) -> UUID:
    """Note what became of a flagged class, or of what hung on a replaced one; the flag's id.

    Raises NotFound, a denial (NO_MANDATE, RECORD_ENDED, OWN_RECORD, ACTING_FOR_APPOINTER),
    StaleVersion, TextNotAcceptable.
    """
    held = await hold(tx, request, review_flag, flag)
    asked = await tx.row(_ASKED, flag=flag)
    assert asked is not None  # Its class is there as long as the flag.
    decision = demand(request, Action.ClearReviewFlag, flag_facts(*asked.values()))
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
