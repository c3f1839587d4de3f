"""The voices of a review, which speak in order, and what the members of a body are told of it.

A voice that is returned is kept; another round of it stands beside it.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from resolvers.core.tables import PARTY_SCHEMA, identity, metadata, one_of, refers, version
from resolvers.core.visibility import PARTY_BODIES, PARTY_PERSON, visible
from resolvers.party.review_tables import PARTY_LEVELS, RELEASED, REVIEW_SHOWN, party_review
from resolvers.party.tables import beside, party_member

VOICES = (
    "self",
    "temporary_branch",
    "branch",
    "leadership",
    "mass_organisation",
    "agency_committee",
    "upper",
    "deciding_committee",
)
"""Every voice that a review may need, in the order in which they speak."""
VOICE_STATES = ("waiting", "signed", "returned")

party_voice = Table(
    "party_voice",
    metadata,
    identity(),
    beside("review_id", "party_review.id"),
    Column("kind", Text, nullable=False),
    # Voices of the same step speak in any order; every step waits for those before it.
    Column("step", SmallInteger, nullable=False),
    # Who speaks: null for a member's own voice.
    beside("holder_body_id", "party_body.id", null=True, index=True),
    # Whom the review is about; null for a collective.
    refers("person_id", "person.id", null=True),
    # As its review has them.
    Column("holders", ARRAY(UUID(as_uuid=True)), nullable=False),
    Column("round", SmallInteger, nullable=False, server_default=text("1")),
    Column("state", Text, nullable=False, server_default=text("'waiting'")),
    Column("text", Text),
    # What this voice found, in the terms of the scheme.
    Column("facts", JSONB),
    Column("points", Numeric),
    Column("computed_level", Text),
    # Its verdict, and why, where that is not what the points and conditions give.
    Column("level", Text),
    Column("reason", Text),
    refers("signed_by", "person.id", null=True),
    Column("signed_at", DateTime(timezone=True)),
    refers("returned_by", "person.id", null=True),
    Column("returned_at", DateTime(timezone=True)),
    Column("returned_reason", Text),
    version(),
    one_of("kind", *VOICES),
    one_of("state", *VOICE_STATES),
    one_of("computed_level", *PARTY_LEVELS),
    one_of("level", *PARTY_LEVELS),
    CheckConstraint(
        "(state = 'waiting') = (signed_at is null) and (signed_at is null) = (signed_by is null)"
        " and (signed_at is null) = (text is null)",
        name="a_voice_is_signed",
    ),
    CheckConstraint(
        "(state = 'returned') = (returned_at is not null)"
        " and num_nonnulls(returned_by, returned_at, returned_reason) in (0, 3)",
        name="a_return_has_a_reason",
    ),
    # At the bottom: nobody speaks for another about himself, and nobody speaks in his name.
    CheckConstraint(
        "signed_by is null or person_id is null or (kind = 'self') = (signed_by = person_id)",
        name="a_voice_is_its_holders",
    ),
    CheckConstraint(
        "(holder_body_id is null) = (kind = 'self' and person_id is not null)",
        name="speaks_for_somebody",
    ),
    UniqueConstraint(
        "review_id", "kind", "holder_body_id", "round", postgresql_nulls_not_distinct=True
    ),
    Index(
        "party_voice_one_open_idx",
        "review_id",
        "kind",
        "holder_body_id",
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=text("state <> 'returned'"),
    ),
    schema=PARTY_SCHEMA,
)

# What the members of a body are told of each other: the class, nothing else.
party_published = Table(
    "party_published",
    metadata,
    identity(),
    beside("review_id", "party_review.id", unique=True),
    beside("body_id", "party_body.id"),
    refers("person_id", "person.id", null=True),
    Column("year", Integer, nullable=False),
    Column("quarter", SmallInteger),
    Column("level", Text, nullable=False),
    Column("published_at", DateTime(timezone=True), nullable=False),
    Column("replaced_at", DateTime(timezone=True)),
    one_of("level", *PARTY_LEVELS),
    Index("party_published_body_idx", "body_id", "year", "id"),
    schema=PARTY_SCHEMA,
)

_LATER = party_voice.alias("later")
_SPEAKS_AFTER = exists().where(
    _LATER.c.review_id == party_voice.c.review_id,
    _LATER.c.step > party_voice.c.step,
    _LATER.c.holder_body_id == PARTY_BODIES.any_(),
)
VOICE_SHOWN = or_(
    and_(party_voice.c.person_id == PARTY_PERSON, party_voice.c.kind == "self"),
    exists().where(party_review.c.id == party_voice.c.review_id, REVIEW_SHOWN, RELEASED),
    and_(
        party_voice.c.person_id.is_distinct_from(PARTY_PERSON),
        or_(party_voice.c.holder_body_id == PARTY_BODIES.any_(), _SPEAKS_AFTER),
    ),
)
"""One's own voice, those that speak before one's own, and all once the review is released."""

visible(party_voice, VOICE_SHOWN)
visible(
    party_published,
    or_(
        party_published.c.person_id == PARTY_PERSON,
        party_published.c.body_id == PARTY_BODIES.any_(),
        and_(
            party_published.c.replaced_at.is_(None),
            exists().where(
                party_member.c.body_id == party_published.c.body_id,
                party_member.c.person_id == PARTY_PERSON,
            ),
        ),
    ),
)
