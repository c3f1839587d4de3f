"""A wrong class is decided anew: another edition, and the earlier one is kept with its reason."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PartyReviewFacts
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.party.deciding_choosing import MOST_REASON, demand_lawful
from resolvers.party.deciding_share import CURRENT, places_of
from resolvers.party.deciding_telling import published
from resolvers.party.holding import tell
from resolvers.party.review_tables import PARTY_LEVELS, party_campaign, party_review
from resolvers.party.voice_tables import party_published
from resolvers.statute.evaluation import Step


class PartyNoFreePlace(Refusal):
    """No excellent place is free in {group}: {chosen} of {places} are taken with this one."""

    code = "PARTY_NO_FREE_PLACE"
    vi = "Không còn chỉ tiêu xuất sắc ở nhóm {group}: tính cả trường hợp này là {chosen}/{places}."


COPIED = tuple(
    name
    for name in party_review.c.keys()
    if name
    not in {
        *("id", "version", "steps", "cites", "edition", "replaces_id", "replaced_at"),
        *("replaced_reason", "applied_level", "applied_reason", "decided_by", "decided_at"),
        *("decision_no", "decision_day", "decision_sha256", "decision_url"),
        *("notified_at", "published_at"),
    }
)
"""What a new edition takes over from the earlier one."""
CITE = "Regulation 366-QĐ/TW, art. 15"

_UUID = UuidType(as_uuid=True)
_REVIEW = bindparam("review", type_=_UUID)
_SET = (
    select(party_campaign)
    .where(
        party_campaign.c.id.in_(
            select(party_review.c.campaign_id).where(party_review.c.id == _REVIEW)
        )
    )
    .with_for_update(key_share=True)
)
_SAME_GROUP = select(party_review.c.lawful_level, party_review.c.applied_level).where(
    party_review.c.campaign_id == bindparam("campaign", type_=_UUID),
    party_review.c.category == bindparam("category"),
    party_review.c.state == "decided",
    CURRENT,
)
_UNPUBLISH = update(party_published).where(party_published.c.review_id == _REVIEW)


async def replace_party_review(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    version: int,
    level: str,
    reason: str,
    decision: Document,
) -> UUID:
    """Replace a decided class that proved wrong, as the committee that decided; the new edition's
    id. Those who were told of the earlier one are told of this one.

    The level is at most what law gives; a place among the excellent must be free. Raises NotFound,
    a denial (OWN_PARTY_REVIEW, PARTY_REVIEW_REPLACED), StaleVersion, PartyLevelAboveTheLaw,
    PartyNoFreePlace, InvalidInput, TextNotAcceptable.
    """
    # The set before its review, so that places are given one after the other.
    campaign = await tx.row(_SET, review=review)
    found = await hold(tx, request, party_review, review)
    facts = PartyReviewFacts(
        found["deciding_body_id"], found["state"], found["person_id"], found["replaced_at"] is None
    )
    allowed = demand(request, Action.ReplacePartyReview, facts)
    demand_version(found, version)
    if campaign is None:
        raise NotFound(id=review)
    demand_lawful(found, among(level, "level", PARTY_LEVELS))
    why = line(reason, "reason", most=MOST_REASON)
    paper = decision.columns("decision", dated=True)
    await save(tx, party_review, review, version, replaced_at=request.now, replaced_reason=why)
    edition = _edition(request, found, level, why, paper)
    id = await add(tx, party_review, **edition)
    await _publish_anew(tx, request, found, {**edition, "id": id})
    if level == "EXCELLENT":
        await _demand_place(tx, request, campaign, found["category"])
    before = {name: found[name] for name in ("applied_level", "edition", "decision_no")}
    after = {"id": id, "applied_level": level, "decision_no": paper["decision_no"]}
    subject = ("party_review", review)
    action = Action.ReplacePartyReview
    await tell(tx, request, allowed, action, subject, before=before, after=after, reason=why)
    return id


def _edition(
    request: Request, found: Row, level: str, why: str, paper: dict[str, Any]
) -> dict[str, Any]:
    step = Step("party_replaced", (level,), CITE)
    told, shown = found["notified_at"] is not None, found["published_at"] is not None
    return {
        **{name: found[name] for name in COPIED},
        **paper,
        "applied_level": level,
        "applied_reason": why,
        "steps": [*(found["steps"] or ()), step.to_json()],
        "cites": list(dict.fromkeys((*(found["cites"] or ()), CITE))),
        "decided_by": request.reach.actor,
        "decided_at": request.now,
        "notified_at": request.now if told else None,
        "published_at": request.now if shown else None,
        "edition": found["edition"] + 1,
        "replaces_id": found["id"],
    }


async def _publish_anew(tx: Transaction, request: Request, found: Row, edition: Row) -> None:
    """Where the class was published, the new one takes its place."""
    if found["published_at"] is None:
        return
    await tx.run(_UNPUBLISH, review=found["id"], replaced_at=request.now)
    await add(tx, party_published, **published(edition, request))


async def _demand_place(tx: Transaction, request: Request, campaign: Row, category: str) -> None:
    """Those lawfully excellent and not lowered by decision share the places with those good."""
    rows = await tx.rows(_SAME_GROUP, campaign=campaign["id"], category=category)
    rated = [row for row in rows if row["applied_level"] in ("EXCELLENT", "GOOD")]
    above = sum(row["lawful_level"] == "EXCELLENT" for row in rated)
    places = await places_of(tx, request, campaign, above, len(rated) - above)
    chosen = sum(row["applied_level"] == "EXCELLENT" for row in rated)
    if chosen > places.limit:
        raise PartyNoFreePlace(group=category, chosen=chosen, places=places.limit, field="level")
