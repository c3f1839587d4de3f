"""Points that a committee above wants answered in a review, and every answer that was given."""

from sqlalchemy import (
    Column,
    DateTime,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    or_,
)

from resolvers.core.documents import columns
from resolvers.core.tables import PARTY_SCHEMA, identity, metadata, refers, version
from resolvers.core.visibility import PARTY_BODIES, PARTY_PERSON, visible
from resolvers.party.review_tables import REVIEW_SHOWN, party_review
from resolvers.party.tables import beside

party_topic = Table(
    "party_topic",
    metadata,
    identity(),
    beside("review_id", "party_review.id"),
    # The committee that writes it; the body of the review; whom the review is about.
    beside("author_body_id", "party_body.id", index=True),
    beside("body_id", "party_body.id", index=True),
    refers("person_id", "person.id", null=True),
    Column("number", SmallInteger, nullable=False),
    Column("text", Text, nullable=False),
    *columns("document", null=True),
    refers("written_by", "person.id"),
    Column("written_at", DateTime(timezone=True), nullable=False),
    version(),
    UniqueConstraint("review_id", "number"),
    schema=PARTY_SCHEMA,
)

# An answer is never changed; a later one stands beside it.
party_topic_answer = Table(
    "party_topic_answer",
    metadata,
    identity(),
    beside("topic_id", "party_topic.id"),
    beside("author_body_id", "party_body.id"),
    beside("body_id", "party_body.id"),
    refers("person_id", "person.id", null=True),
    Column("edition", SmallInteger, nullable=False),
    Column("text", Text, nullable=False),
    refers("answered_by", "person.id"),
    Column("answered_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("topic_id", "edition"),
    schema=PARTY_SCHEMA,
)

TOPIC_SHOWN = or_(
    party_topic.c.person_id == PARTY_PERSON,
    and_(
        party_topic.c.person_id.is_distinct_from(PARTY_PERSON),
        or_(
            party_topic.c.author_body_id == PARTY_BODIES.any_(),
            exists().where(party_review.c.id == party_topic.c.review_id, REVIEW_SHOWN),
        ),
    ),
)
"""Whom it is put to, who wrote it, and whoever sees the review."""

visible(party_topic, TOPIC_SHOWN)
visible(
    party_topic_answer,
    exists().where(party_topic.c.id == party_topic_answer.c.topic_id, TOPIC_SHOWN),
)
