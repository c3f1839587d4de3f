"""What was decided is told to those concerned, then published: the class and nothing else."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PartyCampaignFacts
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import adding, demand_version, save
from resolvers.party.deciding_share import CAMPAIGN, CURRENT
from resolvers.party.holding import tell
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.voice_tables import party_published

_OF = (party_review.c.campaign_id == CAMPAIGN, CURRENT)
_NOTIFY = (
    update(party_review)
    .where(*_OF, party_review.c.state.in_(("decided", "not_rated")))
    .values(version=party_review.c.version + 1)
)
_DECIDED = (
    select(party_review)
    .where(*_OF, party_review.c.state == "decided")
    .order_by(party_review.c.id)
    .with_for_update(key_share=True)
)
_PUBLISHED = (
    update(party_review)
    .where(party_review.c.id == bindparam("by_id", type_=UuidType(as_uuid=True)))
    .values(version=party_review.c.version + 1)
)


async def notify_party_campaign(
    tx: Transaction, request: Request, *, campaign: UUID, version: int
) -> UUID:
    """Notify everybody of a decided set; the campaign's id. From now on they read their own.

    Raises NotFound, a denial (PARTY_CAMPAIGN_NOT_DECIDED), StaleVersion.
    """
    decision = await _held(tx, request, Action.NotifyPartyCampaign, campaign, version)
    told = await tx.run(_NOTIFY, campaign=campaign, notified_at=request.now)
    await save(tx, party_campaign, campaign, version, state="notified", notified_at=request.now)
    after = {"state": "notified", "reviews": told}
    subject = ("party_campaign", campaign)
    await tell(tx, request, decision, Action.NotifyPartyCampaign, subject, after=after)
    return campaign


async def publish_party_campaign(
    tx: Transaction, request: Request, *, campaign: UUID, version: int
) -> UUID:
    """Publish the classes of a notified set inside each body; the campaign's id.

    Raises NotFound, a denial (PARTY_CAMPAIGN_NOT_NOTIFIED), StaleVersion.
    """
    decision = await _held(tx, request, Action.PublishPartyCampaign, campaign, version)
    reviews = await tx.rows(_DECIDED, campaign=campaign)
    rows = [{"id": new_id(), **published(row, request)} for row in reviews]
    await tx.run_many(adding(party_published), rows)
    at = {"published_at": request.now}
    await tx.run_many(_PUBLISHED, [{"by_id": row["id"], **at} for row in reviews])
    await save(tx, party_campaign, campaign, version, state="published", **at)
    after = {"state": "published", "reviews": len(reviews)}
    subject = ("party_campaign", campaign)
    await tell(tx, request, decision, Action.PublishPartyCampaign, subject, after=after)
    return campaign


def published(review: Row, request: Request) -> dict[str, Any]:
    """What is told of a decided review."""
    about = {name: review[name] for name in ("body_id", "person_id", "year", "quarter")}
    return {
        **about,
        "review_id": review["id"],
        "level": review["applied_level"],
        "published_at": request.now,
    }


async def _held(
    tx: Transaction, request: Request, action: Action, campaign: UUID, version: int
) -> Decision:
    found = await hold(tx, request, party_campaign, campaign)
    decision = demand(request, action, PartyCampaignFacts(found["body_id"], found["state"]))
    demand_version(found, version)
    return decision
