"""The deciding committee closes its set, weighs what may excuse, and takes a review out of it."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PartyCampaignFacts, PartyReviewFacts
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.party.holding import tell
from resolvers.party.judging import columns, judged
from resolvers.party.model import MOST_REASON
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.voice_tables import party_voice


class VoicesMissing(Refusal):
    """{count} voices have not spoken yet; the set is decided as a whole."""

    code = "PARTY_VOICES_MISSING"
    vi = "Còn {count} ý kiến chưa được ghi nhận; danh sách chỉ được chốt khi đã đầy đủ."


_CAMPAIGN = bindparam("campaign", type_=UuidType(as_uuid=True))
_WAITING = select(func.count()).where(
    party_review.c.campaign_id == _CAMPAIGN,
    party_review.c.state == "open",
    party_voice.c.review_id == party_review.c.id,
    party_voice.c.state == "waiting",
    party_voice.c.kind != "deciding_committee",
)
_STATE = select(party_campaign.c.state).where(party_campaign.c.id == _CAMPAIGN)
_HOLD = (
    select(party_review.c.id)
    .where(party_review.c.campaign_id == _CAMPAIGN, party_review.c.state == "open")
    .order_by(party_review.c.id)
    .with_for_update(key_share=True)
)


async def close_party_campaign(
    tx: Transaction, request: Request, *, campaign: UUID, version: int
) -> UUID:
    """Close the set of reviews once every voice before the committee's own has spoken; its id.

    Raises NotFound, a denial (NO_PARTY_OFFICE, PARTY_CAMPAIGN_NOT_OPEN), StaleVersion,
    VoicesMissing.
    """
    # The reviews before their campaign, as whoever speaks holds them.
    await tx.rows(_HOLD, campaign=campaign)
    found, decision = await _held(tx, request, Action.ClosePartyCampaign, campaign, version)
    waiting = await tx.value(_WAITING, campaign=campaign)
    if waiting:
        raise VoicesMissing(count=waiting, field="campaign")
    told: dict[str, Any] = {"closed_by": request.reach.actor, "closed_at": request.now}
    return await _change(
        tx, request, decision, Action.ClosePartyCampaign, found, state="closed", **told
    )


async def reopen_party_campaign(
    tx: Transaction, request: Request, *, campaign: UUID, version: int, reason: str
) -> UUID:
    """Open a closed set again before it is decided, with a reason; its id.

    Raises NotFound, a denial (NOT_DECIDING_COMMITTEE, PARTY_CAMPAIGN_NOT_CLOSED), StaleVersion.
    """
    why = line(reason, "reason", most=MOST_REASON)
    found, decision = await _held(tx, request, Action.ReopenPartyCampaign, campaign, version)
    told: dict[str, Any] = {"closed_by": None, "closed_at": None}
    return await _change(
        tx, request, decision, Action.ReopenPartyCampaign, found, reason=why, state="open", **told
    )


async def excuse_party_review(
    tx: Transaction, request: Request, *, review: UUID, version: int, accepted: bool, reason: str
) -> UUID:
    """Decide whether force majeure, or a fault found and mended by oneself, is taken into account;
    the review's id. What it sets aside is told in the steps. A later decision takes its place.

    Raises NotFound, a denial (NOT_DECIDING_COMMITTEE, OWN_PARTY_REVIEW, PARTY_REVIEW_NOT_OPEN),
    StaleVersion.
    """
    why = line(reason, "reason", most=MOST_REASON)
    found, decision = await _demand(tx, request, Action.ExcusePartyReview, review, version)
    how = {
        "excused": accepted,
        "excused_reason": why,
        "excused_by": request.reach.actor,
        "excused_at": request.now,
    }
    if found["facts"] is not None:
        score, classed = await judged(tx, request, {**found, **how}, found["facts"])
        how |= columns(found["facts"], score, classed)
    await save(tx, party_review, review, version, **how)
    subject = ("party_review", review)
    before = {"excused": found["excused"], "lawful_level": found["lawful_level"]}
    after = {"excused": accepted, "lawful_level": how.get("lawful_level")}
    told: dict[str, Any] = {"before": before, "after": after, "reason": why}
    await tell(tx, request, decision, Action.ExcusePartyReview, subject, **told)
    return review


async def withdraw_party_review(
    tx: Transaction, request: Request, *, review: UUID, version: int, reason: str
) -> UUID:
    """Take a review out of its campaign, with a reason; what was said on it is kept. Its id.

    Raises NotFound, a denial (NOT_DECIDING_COMMITTEE, OWN_PARTY_REVIEW, PARTY_REVIEW_NOT_OPEN),
    StaleVersion.
    """
    why = line(reason, "reason", most=MOST_REASON)
    _, decision = await _demand(tx, request, Action.WithdrawPartyReview, review, version)
    await save(tx, party_review, review, version, state="withdrawn")
    subject = ("party_review", review)
    after = {"state": "withdrawn"}
    await tell(tx, request, decision, Action.WithdrawPartyReview, subject, after=after, reason=why)
    return review


async def _demand(
    tx: Transaction, request: Request, action: Action, review: UUID, version: int
) -> tuple[Row, Decision]:
    found = await hold(tx, request, party_review, review)
    state = found["state"]
    if state == "open" and await tx.value(_STATE, campaign=found["campaign_id"]) != "open":
        state = "closed"
    facts = PartyReviewFacts(found["deciding_body_id"], state, found["person_id"])
    decision = demand(request, action, facts)
    demand_version(found, version)
    return found, decision


async def _held(
    tx: Transaction, request: Request, action: Action, campaign: UUID, version: int
) -> tuple[Row, Decision]:
    found = await hold(tx, request, party_campaign, campaign)
    decision = demand(request, action, PartyCampaignFacts(found["body_id"], found["state"]))
    demand_version(found, version)
    return found, decision


async def _change(
    tx: Transaction,
    request: Request,
    decision: Decision,
    action: Action,
    found: Row,
    *,
    reason: str = "",
    **values: Any,
) -> UUID:
    id: UUID = found["id"]
    await save(tx, party_campaign, id, found["version"], **values)
    before, after = {"state": found["state"]}, {"state": values["state"]}
    subject = ("party_campaign", id)
    await tell(tx, request, decision, action, subject, before=before, after=after, reason=reason)
    return id
