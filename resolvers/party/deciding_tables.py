"""What a committee decides its closed set by: the places of each group, and a larger share."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Integer,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from resolvers.core.documents import columns
from resolvers.core.tables import PARTY_SCHEMA, identity, metadata, one_of, refers
from resolvers.core.visibility import PARTY_BODIES, visible
from resolvers.party.review_tables import CATEGORIES
from resolvers.party.tables import beside

# Similar subjects of one set, as they were counted when it was decided.
party_group = Table(
    "party_group",
    metadata,
    identity(),
    beside("campaign_id", "party_campaign.id"),
    beside("body_id", "party_body.id"),
    Column("category", Text, nullable=False),
    Column("rated", Integer, nullable=False),
    Column("above_line", Integer, nullable=False),
    Column("good", Integer, nullable=False),
    Column("share", Numeric(4, 2), nullable=False),
    Column("places", Integer, nullable=False),
    Column("chosen", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("steps", JSONB, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    UniqueConstraint("campaign_id", "category"),
    one_of("category", *CATEGORIES),
    CheckConstraint("chosen <= above_line", name="chosen_from_those_above_the_line"),
    CheckConstraint("chosen <= places", name="chosen_within_the_places"),
    schema=PARTY_SCHEMA,
)

# A larger share of excellent classes than a fifth, for outstanding results.
party_share_decision = Table(
    "party_share_decision",
    metadata,
    identity(),
    beside("campaign_id", "party_campaign.id", index=True),
    beside("body_id", "party_body.id"),
    Column("share", Numeric(4, 2), nullable=False),
    *columns("document", dated=True),
    Column("reason", Text, nullable=False),
    refers("decided_by", "person.id"),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("share > 0 and share <= 0.25", name="share_within_the_law"),
    schema=PARTY_SCHEMA,
)

for _table in (party_group, party_share_decision):
    visible(_table, _table.c.body_id == PARTY_BODIES.any_())
