"""What waits for the person who asks: of himself, and of the bodies in which he holds an office."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select

from authz.entities import ABSENT
from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import PARTY_PERSON
from resolvers.party.deadlines_tables import party_meeting
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.tables import party_office
from resolvers.party.turns import TURN, WAITS_FOR
from resolvers.party.voice_tables import party_voice
from resolvers.party.voices import COMMENTS

Value = ColumnElement[Any]

VOICE_WAITS_FOR: Value = func.nullif(WAITS_FOR, literal(ABSENT))
"""collective or head: whose review has to be spoken on first; null where none has."""
VOICE_COMMENTS: ColumnElement[bool] = party_voice.c.kind.in_(COMMENTS)
"""The voice has its text alone."""


def _in_office(body: Value) -> ColumnElement[bool]:
    """The asker holds an office in this body today; one above it is not enough."""
    mine = party_office.alias()
    return exists().where(
        mine.c.body_id == body, mine.c.person_id == PARTY_PERSON, holds(mine, TODAY)
    )


def my_party_voices(turn: Value) -> Select[Any]:
    """The voices that the asker and the bodies of his offices still owe: those whose turn it is,
    or those that wait for others."""
    open_review = exists().where(
        party_review.c.id == party_voice.c.review_id, party_review.c.state == "open"
    )
    own = and_(party_voice.c.kind == "self", party_voice.c.person_id == PARTY_PERSON)
    return select(party_voice).where(
        party_voice.c.state == "waiting",
        party_voice.c.kind != "deciding_committee",
        or_(own, _in_office(party_voice.c.holder_body_id)),
        open_review,
        TURN == turn,
    )


def my_party_campaigns() -> Select[Any]:
    """The campaigns of the committees in which the asker holds an office."""
    return select(party_campaign).where(_in_office(party_campaign.c.body_id))


def my_party_meetings() -> Select[Any]:
    """The review meetings to come of the collectives in which the asker holds an office."""
    return select(party_meeting).where(
        party_meeting.c.held_at.is_(None), _in_office(party_meeting.c.body_id)
    )
