"""Whose turn it is to speak on a review, in SQL: the same for deeds and for allowed actions."""

from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, exists, func, literal, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.entities import ABSENT
from resolvers.core.days import TODAY, holds
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.tables import SPEAKERS, party_office
from resolvers.party.voice_tables import party_voice

_earlier = party_voice.alias("earlier")
TURN: ColumnElement[bool] = ~exists().where(
    _earlier.c.review_id == party_voice.c.review_id,
    _earlier.c.step < party_voice.c.step,
    _earlier.c.state == "waiting",
)
"""Every voice of an earlier step has spoken."""

CONCERNED: ColumnElement[bool] = exists().where(
    party_office.c.body_id == party_voice.c.holder_body_id,
    party_office.c.person_id == party_voice.c.person_id,
    party_office.c.kind.in_(SPEAKERS),
    holds(party_office, TODAY),
)
"""Whoever speaks for the body is the one whom the review is about."""

_this, _its = party_review.alias("this"), party_review.alias("its")
_said, _heads = party_voice.alias("said"), party_voice.alias("heads_voice")
_head = party_office.alias("head")
_SAME_SPAN = (
    _this.c.id == party_voice.c.review_id,
    _its.c.year == _this.c.year,
    _its.c.quarter.is_not_distinct_from(_this.c.quarter),
    _its.c.replaced_at.is_(None),
    _its.c.state != "withdrawn",
)
COLLECTIVE_REVIEWED: ColumnElement[bool] = exists().where(
    *_SAME_SPAN,
    _its.c.category == "collective",
    _its.c.body_id == party_voice.c.holder_body_id,
    _said.c.review_id == _its.c.id,
    _said.c.kind == "self",
    _said.c.state == "signed",
)
"""The collective has reviewed itself for the same span."""

HEAD_OPEN: ColumnElement[bool] = exists().where(
    *_SAME_SPAN,
    _head.c.body_id == party_voice.c.holder_body_id,
    _head.c.kind == "head",
    holds(_head, TODAY),
    _head.c.person_id != party_voice.c.person_id,
    _its.c.person_id == _head.c.person_id,
    _heads.c.review_id == _its.c.id,
    _heads.c.kind == "leadership",
    _heads.c.holder_body_id == party_voice.c.holder_body_id,
    _heads.c.state == "waiting",
)
"""The collective has not spoken on its head yet, and this review is of another leader."""

WAITS_FOR: ColumnElement[Any] = case(
    (party_voice.c.kind != "leadership", literal(ABSENT)),
    (~COLLECTIVE_REVIEWED, literal("collective")),
    (HEAD_OPEN, literal("head")),
    else_=literal(ABSENT),
)
"""Whose review has to be spoken on first, by the order of the guidance."""

_ITS_CAMPAIGN = (
    select(party_campaign.c.state)
    .where(party_campaign.c.id == party_review.c.campaign_id)
    .scalar_subquery()
)
REVIEW_STATE: ColumnElement[Any] = (
    select(
        case(
            (party_review.c.state != "open", party_review.c.state),
            # Whoever does not see the campaign has spoken before it could be closed.
            (func.coalesce(_ITS_CAMPAIGN, "open") != "open", literal("closed")),
            else_=party_review.c.state,
        )
    )
    .where(party_review.c.id == party_voice.c.review_id)
    .scalar_subquery()
)
"""Whether voices may be heard: the review is open, and so is the set that it belongs to."""

VOICE_STANDING = select(
    TURN.label("turn"),
    CONCERNED.label("concerned"),
    WAITS_FOR.label("waits_for"),
    REVIEW_STATE.label("review"),
).where(party_voice.c.id == bindparam("voice", type_=UuidType(as_uuid=True)))
"""How one voice stands on `:today`."""
