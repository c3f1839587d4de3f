"""One deed decides the whole set of a year; then it is told (art. 5, 8.5 and 9.2b)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import RoundFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.recognition.closed_set import closed_set, level_of
from resolvers.recognition.holding import signature
from resolvers.recognition.model import PaperDecision, ShareDecision
from resolvers.recognition.quota import chosen
from resolvers.recognition.tables import organisation_review, recognition_round

_UUID = UuidType(as_uuid=True)
_RECOGNISE = (
    update(organisation_review)
    .where(organisation_review.c.id == bindparam("by_id", type_=_UUID))
    .values(version=organisation_review.c.version + 1)
)
_TELL = (
    update(organisation_review)
    .where(
        organisation_review.c.recognising_unit_id == bindparam("by_unit", type_=_UUID),
        organisation_review.c.year == bindparam("by_year"),
        organisation_review.c.state == "recognised",
    )
    .values(version=organisation_review.c.version + 1)
)


async def decide_recognition(
    tx: Transaction,
    request: Request,
    *,
    round: UUID,
    version: int,
    decision: PaperDecision,
    excellent: Sequence[UUID] = (),
    reason: str = "",
    share: ShareDecision | None = None,
) -> UUID:
    """Recognise the levels of a whole closed set at once; the round's id.

    `excellent` names the reviews chosen where there are fewer places than candidates, `reason` says
    why these; the others become good. `share` is the decision that grants more than the usual
    share. Raises NotFound, a denial (NOT_RECOGNISING_HEAD, RECOGNITION_DECIDED), StaleVersion and
    what `closed_set` and `chosen` raise.
    """
    found, permitted = await _held(tx, request, Action.DecideRecognition, round, version)
    paper = decision.columns()
    reviews = await closed_set(tx, request, found)
    picked = await chosen(tx, request, found, reviews, excellent, share, reason)
    signed = signature(request, permitted, "recognised")
    rows = [{**_level(row, picked.excellent), **paper, **signed} for row in reviews]
    await tx.run_many(_RECOGNISE, rows)
    told = {**picked.columns, **paper}
    decided = signature(request, permitted, "decided")
    await save(tx, recognition_round, round, version, state="decided", **told, **decided)
    levels = {str(row["by_id"]): row["applied_level"] for row in rows}
    after = {**told, "state": "decided", "levels": levels}
    await _record(tx, request, permitted, found, "decide_recognition", after, told["reason"])
    return round


async def publish_recognition(
    tx: Transaction, request: Request, *, round: UUID, version: int
) -> UUID:
    """Notify the organisations of their levels, and show them to their people; the round's id.

    Raises NotFound, a denial (NOT_RECOGNISING_HEAD, RECOGNITION_NOT_DECIDED), StaleVersion.
    """
    found, permitted = await _held(tx, request, Action.PublishRecognition, round, version)
    told = await tx.run(
        _TELL, by_unit=found["unit_id"], by_year=found["year"], published_at=request.now
    )
    await save(
        tx,
        recognition_round,
        round,
        version,
        state="published",
        published_by=request.reach.person,
        published_at=request.now,
    )
    after = {"state": "published", "organisations": told}
    await _record(tx, request, permitted, found, "publish_recognition", after)
    return round


async def _held(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Decision]:
    found = await hold(tx, request, recognition_round, id)
    permitted = demand(request, action, RoundFacts(found["unit_id"], found["state"]))
    demand_version(found, version)
    return found, permitted


def _level(review: Row, excellent: frozenset[UUID]) -> dict[str, Any]:
    """The level recognised: where the share has no place left, an excellent one becomes good."""
    level = level_of(review)
    without_place = level == "EXCELLENT" and review["id"] not in excellent
    return {
        "by_id": review["id"],
        "state": "recognised",
        "applied_level": "GOOD" if without_place else level,
        "without_place": without_place,
    }


async def _record(
    tx: Transaction,
    request: Request,
    permitted: Decision,
    round: Row,
    deed: str,
    after: Mapping[str, Any],
    reason: str = "",
) -> None:
    await record(
        tx,
        request,
        permitted,
        deed=deed,
        subject=("recognition_round", round["id"]),
        agency=round["agency_id"],
        before={"state": round["state"], "version": round["version"]},
        after=after,
        reason=reason,
    )
