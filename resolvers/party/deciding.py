"""A committee decides its closed set, once and as a whole: the lower first, within the share."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, literal, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.core.writing import adding, save
from resolvers.party.ballots_results import demand_votes
from resolvers.party.deciding_choosing import (
    Group,
    PartyGroupChoice,
    PartyLevelChoice,
    Settled,
    by_category,
    grouped,
    levelled,
)
from resolvers.party.deciding_share import CAMPAIGN, CURRENT, held_campaign, places_of
from resolvers.party.deciding_tables import party_group
from resolvers.party.holding import tell
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.tables import party_body
from resolvers.party.voice_tables import party_voice


class LowerUndecided(Refusal):
    """{count} committees beneath have not decided their reviews of this span yet."""

    code = "PARTY_LOWER_UNDECIDED"
    vi = "Còn {count} cấp ủy cấp dưới chưa quyết định xếp loại của kỳ này; cấp dưới làm trước."


class NothingToDecide(Refusal):
    """There is no review to be rated in this set."""

    code = "PARTY_NOTHING_TO_DECIDE"
    vi = "Danh sách này không có trường hợp nào cần xếp loại."


_UUID = UuidType(as_uuid=True)
_TO_DECIDE = (
    select(party_review)
    .where(party_review.c.campaign_id == CAMPAIGN, CURRENT, party_review.c.state == "open")
    .order_by(party_review.c.id)
    .with_for_update(key_share=True)
)
_DECIDE = (
    update(party_review)
    .where(party_review.c.id == bindparam("by_id", type_=_UUID))
    .values(version=party_review.c.version + 1, state="decided")
)
_SPEAK = (
    update(party_voice)
    .where(
        party_voice.c.review_id == bindparam("by_id", type_=_UUID),
        party_voice.c.kind == "deciding_committee",
        party_voice.c.state == "waiting",
    )
    .values(version=party_voice.c.version + 1, state="signed")
)


def _beneath() -> Any:
    """How many campaigns of the same span beneath a body are not decided."""
    below = (
        select(party_body.c.id)
        .where(party_body.c.parent_id == bindparam("body", type_=_UUID))
        .cte("below", recursive=True)
    )
    lower = party_body.alias("lower")
    below = below.union_all(select(lower.c.id).where(lower.c.parent_id == below.c.id))
    return select(func.count()).where(
        party_campaign.c.body_id.in_(select(below.c.id)),
        party_campaign.c.year == bindparam("year"),
        party_campaign.c.quarter.is_not_distinct_from(
            func.nullif(bindparam("quarter", type_=party_campaign.c.quarter.type), literal(0))
        ),
        party_campaign.c.state.in_(("open", "closed")),
    )


_UNDECIDED = _beneath()


async def decide_party_campaign(
    tx: Transaction,
    request: Request,
    *,
    campaign: UUID,
    version: int,
    decision: Document,
    levels: Sequence[PartyLevelChoice] = (),
    choices: Sequence[PartyGroupChoice] = (),
) -> UUID:
    """Decide the levels of a committee's closed set by one decision; the campaign's id. Once.

    Whoever is excellent by law and not chosen becomes good, and keeps the reason. Raises NotFound,
    a denial (PARTY_CAMPAIGN_NOT_CLOSED for the second attempt, OWN_PARTY_REVIEW), StaleVersion,
    LowerUndecided, NothingToDecide, PartyLevelNeeded, PartyLevelAboveTheLaw, PartyChoiceNeeded,
    PartyQuotaExceeded, PartyNotAboveTheLine, BallotStillOpen, BallotMissing, BallotNotReached,
    BallotChoseOtherwise, InvalidInput, TextNotAcceptable.
    """
    found, allowed = await held_campaign(tx, request, Action.DecidePartyCampaign, campaign, version)
    paper = decision.columns("decision", dated=True)
    await _demand_lower_decided(tx, found)
    reviews = await tx.rows(_TO_DECIDE, campaign=campaign)
    if not reviews:
        raise NothingToDecide(field="campaign")
    settled = levelled(reviews, levels)
    groups = await _groups(tx, request, found, settled, choices)
    verdicts = {each.review["id"]: each.level for each in settled}
    await demand_votes(tx, found["body_id"], verdicts, request.today)
    signed = {"decided_by": request.reach.actor, "decided_at": request.now}
    await tx.run_many(_DECIDE, [{**_decided(each), **paper, **signed} for each in settled])
    said = {"signed_by": request.reach.actor, "signed_at": request.now}
    await tx.run_many(_SPEAK, [{**_spoken(each, paper), **said} for each in settled])
    place = {"campaign_id": campaign, "body_id": found["body_id"]}
    rows = [{"id": new_id(), **place, **group.columns()} for group in groups]
    await tx.run_many(adding(party_group), rows)
    await save(tx, party_campaign, campaign, version, state="decided", **paper, **signed)
    after = _told(settled, groups, paper)
    subject = ("party_campaign", campaign)
    await tell(tx, request, allowed, Action.DecidePartyCampaign, subject, after=after)
    return campaign


async def _demand_lower_decided(tx: Transaction, found: Row) -> None:
    span = {"year": found["year"], "quarter": found["quarter"] or 0}
    count = await tx.value(_UNDECIDED, body=found["body_id"], **span)
    if count:
        raise LowerUndecided(count=count, field="campaign")


async def _groups(
    tx: Transaction,
    request: Request,
    found: Row,
    settled: Sequence[Settled],
    choices: Sequence[PartyGroupChoice],
) -> list[Group]:
    groups = by_category(settled)
    places = {}
    for category, members in groups.items():
        levels = Counter(each.level for each in members)
        counted = (levels["EXCELLENT"], levels["GOOD"])
        places[category] = await places_of(tx, request, found, *counted)
    return grouped(groups, places, choices)


def _decided(each: Settled) -> dict[str, Any]:
    """A decided review's own columns."""
    review = each.review
    steps = [step.to_json() for step in each.steps]
    cites = [*(review["cites"] or ()), *(step.cite for step in each.steps)]
    return {
        "by_id": review["id"],
        "applied_level": each.level,
        "applied_reason": each.reason,
        "steps": [*(review["steps"] or ()), *steps],
        "cites": list(dict.fromkeys(cites)),
    }


def _spoken(each: Settled, paper: Mapping[str, Any]) -> dict[str, Any]:
    """What the committee's own voice says."""
    return {
        "by_id": each.review["id"],
        "level": each.level,
        "reason": each.reason,
        "text": f"Quyết định số {paper['decision_no']} ngày {paper['decision_day']:%d/%m/%Y}",
    }


def _told(
    settled: Sequence[Settled], groups: Sequence[Group], paper: Mapping[str, Any]
) -> dict[str, Any]:
    """For the audit: how many got which level, who had the places, and a hash for them all."""
    lines = sorted(f"{each.review['id']}:{each.level}" for each in settled)
    return {
        "state": "decided",
        "decision_no": paper["decision_no"],
        "levels": dict(Counter(each.level for each in settled)),
        "reviews_sha256": hashlib.sha256(",".join(lines).encode()).hexdigest(),
        "chosen": {
            group.category: {"reviews": sorted(map(str, group.chosen)), "reason": group.reason}
            for group in groups
            if group.chosen or group.reason
        },
    }
