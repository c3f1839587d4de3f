"""Whose set it is that a committee decides, and the share of it that may be excellent."""

from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PartyDecisionFacts
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.party.deciding_choosing import MOST_REASON
from resolvers.party.deciding_tables import party_share_decision
from resolvers.party.holding import tell
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.statute.dated import Law
from resolvers.statute.evaluation.classes import Places
from resolvers.statute.party.parameters import QUOTA
from resolvers.statute.party.quota import party_places


class Share(NamedTuple):
    """The share that holds: the usual one, or a larger one by decision."""

    value: Decimal | None
    decision: str


_UUID = UuidType(as_uuid=True)
CAMPAIGN = bindparam("campaign", type_=_UUID)
CURRENT = party_review.c.replaced_at.is_(None)
_OWN = select(
    exists().where(
        party_review.c.campaign_id == CAMPAIGN,
        CURRENT,
        party_review.c.state != "withdrawn",
        party_review.c.person_id == bindparam("asker", type_=_UUID),
    )
)
_SHARE = (
    select(party_share_decision)
    .where(party_share_decision.c.campaign_id == CAMPAIGN)
    .order_by(party_share_decision.c.decided_at.desc(), party_share_decision.c.id.desc())
    .limit(1)
)


async def decide_party_share(
    tx: Transaction,
    request: Request,
    *,
    campaign: UUID,
    version: int,
    share: Decimal,
    document: Document,
    reason: str,
) -> UUID:
    """Decide a share above the usual fifth, for outstanding results; the campaign's id.

    Raises NotFound, a denial, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found, allowed = await held_campaign(tx, request, Action.DecidePartyShare, campaign, version)
    shares = Law(found["law_day"], known=request.today)(QUOTA)
    if not (share.is_finite() and shares["usual"] < share <= shares["raised"]):
        bounds = f"> {shares['usual']}, ≤ {shares['raised']}"
        raise InvalidInput(what="share", allowed=bounds, field="share")
    values: dict[str, Any] = {
        "share": share,
        "reason": line(reason, "reason", most=MOST_REASON),
        **document.columns("document", dated=True),
    }
    await add(
        tx,
        party_share_decision,
        campaign_id=campaign,
        body_id=found["body_id"],
        decided_by=request.reach.actor,
        decided_at=request.now,
        **values,
    )
    await save(tx, party_campaign, campaign, version)
    subject = ("party_campaign", campaign)
    told: dict[str, Any] = {"after": values, "reason": values["reason"]}
    await tell(tx, request, allowed, Action.DecidePartyShare, subject, **told)
    return campaign


async def held_campaign(
    tx: Transaction, request: Request, action: Action, campaign: UUID, version: int
) -> tuple[Row, Decision]:
    """A committee's set, held until the deed ends, and the rule that allows `action`.

    Raises NotFound, a denial, StaleVersion.
    """
    found = await hold(tx, request, party_campaign, campaign)
    own = await tx.value(_OWN, campaign=campaign, asker=request.reach.person)
    facts = PartyDecisionFacts(found["body_id"], found["state"], own=own)
    decision = demand(request, action, facts)
    demand_version(found, version)
    return found, decision


async def places_of(
    tx: Transaction, request: Request, found: Row, candidates: int, good: int
) -> Places:
    """The excellent places of a group of a set, by the share that holds for it."""
    row = await tx.row(_SHARE, campaign=found["id"])
    share = Share(None, "")
    if row is not None:
        share = Share(row["share"], f"{row['document_no']} ({row['document_day']:%d/%m/%Y})")
    law = Law(found["law_day"], known=request.today)
    return party_places(candidates, good, share.value, law, decision=share.decision)
