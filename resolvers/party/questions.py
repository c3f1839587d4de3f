"""Questions about the Party's record: what to read; who may see it is applied elsewhere."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    cast,
    exists,
    func,
    null,
    or_,
    select,
)

from resolvers.classification import classification, review_flag
from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import PARTY_BODIES, PARTY_PERSON
from resolvers.party.review_tables import (
    FINDINGS_SHOWN,
    party_campaign,
    party_review,
)
from resolvers.party.tables import party_body, party_member, party_office
from resolvers.party.turns import TURN
from resolvers.party.voice_tables import party_published, party_voice

Value = ColumnElement[Any]

_FLAGGED = (
    select(review_flag.c.raised_at)
    .where(
        review_flag.c.classification_id == party_review.c.classification_id,
        review_flag.c.kind == "party_rating",
    )
    .scalar_subquery()
)
STATE_REPLACED_AT: ColumnElement[Any] = func.coalesce(
    _FLAGGED,
    select(classification.c.replaced_at)
    .where(classification.c.id == party_review.c.classification_id)
    .scalar_subquery(),
)
"""When the state's class that this review read was replaced, so that it has to be looked at."""

REVIEW_FINDINGS: ColumnElement[Any] = cast(party_review.c.facts, Text)
VOICE_FINDINGS: ColumnElement[Any] = cast(party_voice.c.facts, Text)
"""Findings as JSON text."""

STEPS_SHOWN: ColumnElement[Any] = case((FINDINGS_SHOWN, party_review.c.steps), else_=null())
CITES_SHOWN: ColumnElement[Any] = case((FINDINGS_SHOWN, party_review.c.cites), else_=null())


def party_body_by_id(id: Value) -> Select[Any]:
    """One Party organisation or collective."""
    return select(party_body).where(party_body.c.id == id)


def party_bodies(parent: Value | None = None) -> Select[Any]:
    """The bodies that stand today: directly beneath one, or on top of what one sees."""
    found = select(party_body).where(holds(party_body, TODAY))
    if parent is not None:
        return found.where(party_body.c.parent_id == parent)
    return found.where(
        or_(party_body.c.parent_id.is_(None), ~(party_body.c.parent_id == PARTY_BODIES.any_())),
        party_body.c.id == PARTY_BODIES.any_(),
    )


def standing_bodies() -> Select[Any]:
    """The bodies that stand today, hung on the one above."""
    return select(party_body).where(holds(party_body, TODAY))


def standing_members() -> Select[Any]:
    """The memberships of today, hung on their branch."""
    return select(party_member).where(holds(party_member, TODAY))


def standing_offices() -> Select[Any]:
    """The offices of today, hung on their body."""
    return select(party_office).where(holds(party_office, TODAY))


def party_members(body: Value) -> Select[Any]:
    """The members of a branch today."""
    return select(party_member).where(party_member.c.body_id == body, holds(party_member, TODAY))


def my_party_memberships() -> Select[Any]:
    """The memberships of the person who asks, with those that ended."""
    return select(party_member).where(party_member.c.person_id == PARTY_PERSON)


def my_party_offices() -> Select[Any]:
    """The offices that the person who asks holds today."""
    return select(party_office).where(
        party_office.c.person_id == PARTY_PERSON, holds(party_office, TODAY)
    )


def party_campaign_by_id(id: Value) -> Select[Any]:
    """One committee's review of a year or a quarter."""
    return select(party_campaign).where(party_campaign.c.id == id)


def party_campaigns(body: Value) -> Select[Any]:
    """The campaigns of a committee."""
    return select(party_campaign).where(party_campaign.c.body_id == body)


def party_review_by_id(id: Value) -> Select[Any]:
    """One review."""
    return select(party_review).where(party_review.c.id == id)


def my_party_reviews() -> Select[Any]:
    """The reviews of the person who asks."""
    return select(party_review).where(party_review.c.person_id == PARTY_PERSON)


def party_reviews(body: Value, year: Value, quarter: Value | None = None) -> Select[Any]:
    """The reviews of a body's members, and of the body itself, for a year or one quarter."""
    span = (
        party_review.c.quarter.is_(None) if quarter is None else party_review.c.quarter == quarter
    )
    return select(party_review).where(
        party_review.c.body_id == body, party_review.c.year == year, span
    )


def party_voices_to_give() -> Select[Any]:
    """The voices whose turn it is, of the person who asks and of the bodies that he speaks for."""
    open_review = exists().where(
        party_review.c.id == party_voice.c.review_id, party_review.c.state == "open"
    )
    mine = or_(
        and_(party_voice.c.kind == "self", party_voice.c.person_id == PARTY_PERSON),
        party_voice.c.holder_body_id == PARTY_BODIES.any_(),
    )
    return select(party_voice).where(
        party_voice.c.state == "waiting",
        party_voice.c.kind != "deciding_committee",
        mine,
        open_review,
        TURN,
    )


def party_published_of_body(body: Value, year: Value) -> Select[Any]:
    """The classes published in a body for a year and its quarters, those in force."""
    return select(party_published).where(
        party_published.c.body_id == body,
        party_published.c.year == year,
        party_published.c.replaced_at.is_(None),
    )
