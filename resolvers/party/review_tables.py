"""The Party's reviews of a year or a quarter: one campaign for each deciding committee, one review
for each member and collective.

A decided review is never changed: a replacing decision is another edition, and the old one is kept.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    Table,
    Text,
    and_,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from resolvers.core.documents import columns
from resolvers.core.tables import PARTY_SCHEMA, identity, metadata, one_of, refers, version
from resolvers.core.visibility import PARTY_BODIES, PARTY_PERSON, visible
from resolvers.party.tables import beside

PARTY_LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED")
CAMPAIGN_STATES = ("open", "closed", "decided", "notified", "published")
CATEGORIES = ("leader", "member", "outside", "collective")
"""Forms 2A, 2B, 2C and 01."""
REVIEW_STATES = ("open", "not_rated", "decided", "withdrawn")

# What one committee reviews for one year or quarter: decided together, because the quota is.
party_campaign = Table(
    "party_campaign",
    metadata,
    identity(),
    # The committee that decides.
    beside("body_id", "party_body.id"),
    Column("year", Integer, nullable=False),
    # 1 to 3; the fourth is reviewed together with the year. Null for the year.
    Column("quarter", SmallInteger),
    # The scheme and the version of it that held on `law_day`, which applies to all its reviews.
    Column("scheme", Text, nullable=False),
    Column("scheme_version", Date, nullable=False),
    Column("law_day", Date, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    # Null where the operator prepared it.
    refers("opened_by", "person.id", null=True),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    refers("closed_by", "person.id", null=True),
    Column("closed_at", DateTime(timezone=True)),
    refers("decided_by", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    *columns("decision", null=True),
    Column("notified_at", DateTime(timezone=True)),
    Column("published_at", DateTime(timezone=True)),
    version(),
    one_of("state", *CAMPAIGN_STATES),
    CheckConstraint("quarter between 1 and 3", name="fourth_quarter_is_the_year"),
    CheckConstraint(
        "state in ('open', 'closed') or (decided_by is not null and decision_no is not null)",
        name="a_decision_is_signed",
    ),
    Index(
        "party_campaign_once_idx",
        "body_id",
        "year",
        "quarter",
        unique=True,
        postgresql_nulls_not_distinct=True,
    ),
    schema=PARTY_SCHEMA,
)

party_review = Table(
    "party_review",
    metadata,
    identity(),
    beside("campaign_id", "party_campaign.id", index=True),
    beside("deciding_body_id", "party_body.id", index=True),
    # The member's branch; of a collective, the collective itself.
    beside("body_id", "party_body.id", index=True),
    # Every body with a voice in it: these, and whoever stands above them, see the review.
    Column("holders", ARRAY(UUID(as_uuid=True)), nullable=False),
    Column("year", Integer, nullable=False),
    Column("quarter", SmallInteger),
    # As its campaign has them.
    Column("scheme", Text, nullable=False),
    Column("scheme_version", Date, nullable=False),
    Column("law_day", Date, nullable=False),
    Column("category", Text, nullable=False),
    # A collective has neither person nor membership.
    refers("person_id", "person.id", null=True),
    beside("member_id", "party_member.id", null=True),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    Column("not_rated_reason", Text),
    # From the last voice that spoke: what it found, and what the law makes of it.
    Column("facts", JSONB),
    Column("points", Numeric),
    Column("computed_level", Text),
    # After the conditions of the law; null where it leaves the case open.
    Column("lawful_level", Text),
    Column("gaps", ARRAY(Text)),
    Column("steps", JSONB),
    Column("cites", ARRAY(Text)),
    # Force majeure, or a fault found and mended by oneself: somebody decides, with a reason.
    Column("excused", Boolean),
    Column("excused_reason", Text),
    refers("excused_by", "person.id", null=True),
    Column("excused_at", DateTime(timezone=True)),
    # The state's own result, read when a voice spoke: a base, and another record.
    refers("classification_id", "classification.id", null=True),
    Column("state_edition", Integer),
    Column("state_level", Text),
    Column("state_total", Numeric),
    Column("applied_level", Text),
    Column("applied_reason", Text),
    refers("decided_by", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    *columns("decision", null=True),
    Column("notified_at", DateTime(timezone=True)),
    Column("published_at", DateTime(timezone=True)),
    Column("edition", Integer, nullable=False, server_default=text("1")),
    beside("replaces_id", "party_review.id", null=True, index=True),
    Column("replaced_at", DateTime(timezone=True)),
    Column("replaced_reason", Text),
    version(),
    one_of("category", *CATEGORIES),
    one_of("state", *REVIEW_STATES),
    one_of("computed_level", *PARTY_LEVELS),
    one_of("lawful_level", *PARTY_LEVELS),
    one_of("applied_level", *PARTY_LEVELS),
    CheckConstraint("quarter between 1 and 3", name="fourth_quarter_is_the_year"),
    CheckConstraint(
        "(category = 'collective') = (person_id is null)"
        " and (person_id is null) = (member_id is null)",
        name="is_about_a_member_or_a_collective",
    ),
    CheckConstraint(
        "decided_by <> person_id and excused_by <> person_id", name="nobody_judges_himself"
    ),
    CheckConstraint(
        "(state = 'decided') = (applied_level is not null)"
        " and (state = 'decided') = (decided_by is not null)"
        " and (state = 'decided') = (decision_no is not null)",
        name="a_decision_is_signed",
    ),
    CheckConstraint(
        "(state = 'not_rated') = (not_rated_reason is not null)", name="not_rated_has_a_reason"
    ),
    CheckConstraint(
        "num_nonnulls(excused, excused_reason, excused_by, excused_at) in (0, 4)",
        name="an_excuse_is_signed",
    ),
    Index("party_review_person_idx", "person_id", "year", "id"),
    Index("party_review_holders_idx", "holders", postgresql_using="gin"),
    schema=PARTY_SCHEMA,
)
Index(
    "party_review_once_idx",
    party_review.c.body_id,
    party_review.c.person_id,
    party_review.c.year,
    party_review.c.quarter,
    unique=True,
    postgresql_nulls_not_distinct=True,
    postgresql_where=party_review.c.replaced_at.is_(None) & (party_review.c.state != "withdrawn"),
)

NOT_HIS_OWN = party_review.c.person_id.is_distinct_from(PARTY_PERSON)
RELEASED = party_review.c.notified_at.is_not(None)
REVIEW_SHOWN = or_(
    party_review.c.person_id == PARTY_PERSON,
    and_(NOT_HIS_OWN, party_review.c.holders.overlap(PARTY_BODIES)),
)
"""The person himself, and every body that has a voice in it or stands above one that has."""

FINDINGS_SHOWN = or_(
    RELEASED, and_(NOT_HIS_OWN, party_review.c.deciding_body_id == PARTY_BODIES.any_())
)
"""When points, levels and the way to them may be read: released, or by those who decide."""

visible(party_campaign, party_campaign.c.body_id == PARTY_BODIES.any_())
visible(party_review, REVIEW_SHOWN)
