"""What is asked about a committee's decision, its meetings and the points that were put."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, select

from authz.actions import Action
from authz.facts import PartyDecisionFacts, PartyMeetingFacts, PartyTopicFacts
from resolvers.core.documents import hash_of
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.core.visibility import PARTY_PERSON
from resolvers.party.allowed import CAMPAIGN_NEEDS, allowed_on_campaigns
from resolvers.party.deadlines_tables import party_meeting
from resolvers.party.deciding_tables import party_group, party_share_decision
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.topics_tables import party_topic, party_topic_answer
from resolvers.party.voice_tables import party_voice

Value = ColumnElement[Any]
Rows = Sequence[tuple[Any, ...]]

DECISION_ACTIONS = (
    Action.DecidePartyCampaign,
    Action.DecidePartyShare,
    Action.ExtendPartyDeadline,
)
OWN_IN_SET: ColumnElement[bool] = exists().where(
    party_review.c.campaign_id == party_campaign.c.id,
    party_review.c.replaced_at.is_(None),
    party_review.c.state != "withdrawn",
    party_review.c.person_id == PARTY_PERSON,
)
SET_NEEDS = (*CAMPAIGN_NEEDS, OWN_IN_SET)
"""What `allowed_on_sets` needs of each campaign."""

_ABOUT = party_review.alias("about")
_REVIEW = (
    select(
        case(((_ABOUT.c.state == "open") & _ABOUT.c.replaced_at.is_(None), "open"), else_="settled")
    )
    .where(_ABOUT.c.id == party_topic.c.review_id)
    .scalar_subquery()
)
_SPOKEN: ColumnElement[bool] = exists().where(
    party_voice.c.review_id == party_topic.c.review_id,
    party_voice.c.kind == "self",
    party_voice.c.state == "signed",
)
TOPIC_NEEDS = ("author_body_id", "body_id", "person_id", _REVIEW, _SPOKEN)
ANSWERED: ColumnElement[bool] = exists().where(party_topic_answer.c.topic_id == party_topic.c.id)
TOPIC_SHA256 = hash_of(party_topic, "document_sha256")
DRAFT_SHA256 = hash_of(party_meeting, "draft_sha256")
MEETING_MINUTES_SHA256 = hash_of(party_meeting, "minutes_sha256")
SHARE_SHA256 = hash_of(party_share_decision, "document_sha256")
MEETING_NEEDS = ("body_id", "held_at")


def allowed_on_sets(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of SET_NEEDS the names of the deeds that the caller may do now."""
    kept = allowed_on_campaigns(request, [row[:-1] for row in rows])
    decided = allowed(request, DECISION_ACTIONS, (PartyDecisionFacts(*row) for row in rows))
    return [sorted((*one, *other)) for one, other in zip(kept, decided, strict=True)]


def allowed_on_topics(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of TOPIC_NEEDS the names of the deeds that the caller may do now."""
    facts = (
        PartyTopicFacts(author, True, body, review, spoken, person)
        for author, body, person, review, spoken in rows
    )
    return allowed(request, (Action.AnswerPartyTopic,), facts)


def allowed_on_meetings(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of MEETING_NEEDS the names of the deeds that the caller may do now."""
    named = allowed(
        request, (Action.RecordPartyMeeting,), (PartyMeetingFacts(body) for body, _ in rows)
    )
    return [
        [] if held_at is not None else one for one, (_, held_at) in zip(named, rows, strict=True)
    ]


def topics_of_review(review: Value) -> Select[Any]:
    """The points put to a review."""
    return select(party_topic).where(party_topic.c.review_id == review)


def my_party_topics() -> Select[Any]:
    """The points that the asker has to answer in his own review."""
    return select(party_topic).where(party_topic.c.person_id == PARTY_PERSON)


def meetings_of_campaign(campaign: Value) -> Select[Any]:
    """The review meetings of a committee's campaign."""
    return select(party_meeting).where(party_meeting.c.campaign_id == campaign)


def meetings_of_body(body: Value) -> Select[Any]:
    """The review meetings of one collective."""
    return select(party_meeting).where(party_meeting.c.body_id == body)


def groups_of_campaign(campaign: Value) -> Select[Any]:
    """The groups of similar subjects of a decided set."""
    return select(party_group).where(party_group.c.campaign_id == campaign)


def shares_of_campaign(campaign: Value) -> Select[Any]:
    """The larger shares that were decided for a set."""
    return select(party_share_decision).where(party_share_decision.c.campaign_id == campaign)
