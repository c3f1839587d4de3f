"""Review meetings as they were prepared and held, and leave to finish in the next year."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    SmallInteger,
    Table,
    Text,
)

from resolvers.core.documents import columns
from resolvers.core.tables import PARTY_SCHEMA, identity, metadata, refers, version
from resolvers.core.visibility import PARTY_BODIES, visible
from resolvers.party.tables import beside

# A collective's review meeting: when its draft report went out, when it met, and for how long.
party_meeting = Table(
    "party_meeting",
    metadata,
    identity(),
    beside("review_id", "party_review.id", unique=True),
    beside("campaign_id", "party_campaign.id", index=True),
    # Who meets; who decides.
    beside("body_id", "party_body.id", index=True),
    beside("deciding_body_id", "party_body.id"),
    Column("draft_sent_on", Date, nullable=False),
    *columns("draft", check="draft_sha256_length"),
    # One of the standing committees that the guidance names: it meets for longer.
    Column("named", Boolean, nullable=False),
    Column("meets_on", Date, nullable=False),
    # Days that it took; null until it is held.
    Column("days", SmallInteger),
    *columns("minutes", null=True, check="minutes_sha256_length"),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    refers("held_by", "person.id", null=True),
    Column("held_at", DateTime(timezone=True)),
    version(),
    CheckConstraint("draft_sent_on < meets_on", name="draft_goes_out_before"),
    CheckConstraint("days > 0", name="takes_time"),
    CheckConstraint("num_nonnulls(days, minutes_no, held_by, held_at) in (0, 4)", name="held"),
    schema=PARTY_SCHEMA,
)

# That a campaign may be finished by the later day, and on whose leave.
party_deadline_leave = Table(
    "party_deadline_leave",
    metadata,
    identity(),
    beside("campaign_id", "party_campaign.id", unique=True),
    beside("body_id", "party_body.id"),
    *columns("document", dated=True),
    Column("reason", Text, nullable=False),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    schema=PARTY_SCHEMA,
)

visible(party_meeting, party_meeting.c.body_id == PARTY_BODIES.any_())
visible(party_deadline_leave, party_deadline_leave.c.body_id == PARTY_BODIES.any_())
