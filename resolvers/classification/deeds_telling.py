"""Everybody is told his level in writing, and the class is published (art. 21.1 đ and 21.2 đ)."""

from uuid import UUID

from sqlalchemy import select, update

from authz.actions import Action
from resolvers.classification.bulk import add_all
from resolvers.classification.holding import CURRENT, ROUND, held_round, save_round, tell_round
from resolvers.classification.papers import published_class
from resolvers.classification.tables import classification
from resolvers.core.database import Transaction
from resolvers.core.ids import new_id
from resolvers.core.request import Request

_OF = (classification.c.round_id == ROUND, CURRENT)
_TOLD = update(classification).where(*_OF).values(version=classification.c.version + 1)
_LEVELS = select(
    classification.c.id.label("classification_id"),
    classification.c.agency_id,
    classification.c.person_id,
    classification.c.year,
    classification.c.applied_level.label("level"),
).where(*_OF, classification.c.applied_level.is_not(None))


async def notify_classification(
    tx: Transaction, request: Request, *, round: UUID, version: int
) -> UUID:
    """Give everybody of a decided set the written notice; the set's id.

    From now on each reads his own level, its steps and its reasons, and may petition. Raises
    NotFound, a denial (CLASSIFICATION_NOT_DECIDED), StaleVersion.
    """
    found, decision = await held_round(tx, request, Action.NotifyClassification, round, version)
    told = await tx.run(_TOLD, round=round, state="notified", notified_at=request.now)
    await save_round(tx, found, state="notified", notified_at=request.now)
    after = {"state": "notified", "cases": told}
    await tell_round(tx, request, decision, found, "notify_classification", after=after)
    return round


async def publish_classification(
    tx: Transaction, request: Request, *, round: UUID, version: int
) -> UUID:
    """Publish the classes, and nothing else, where each of the set works; the set's id.

    Raises NotFound, a denial (CLASSIFICATION_NOT_DECIDED before the notice), StaleVersion.
    """
    found, decision = await held_round(tx, request, Action.PublishClassification, round, version)
    await tx.run(_TOLD, round=round, state="published", published_at=request.now)
    levels = await tx.rows(_LEVELS, round=round)
    rows = [{"id": new_id(), "published_at": request.now, **row} for row in levels]
    await add_all(tx, published_class, rows)
    await save_round(tx, found, state="published", published_at=request.now)
    after = {"state": "published", "classes": len(rows)}
    await tell_round(tx, request, decision, found, "publish_classification", after=after)
    return round
