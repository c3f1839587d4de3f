"""Votes of Party bodies: the body's own rule, ballots with their roll, and what was counted.

Of a secret ballot the sums are kept and who has voted, never who voted what: no column, order, id
or moment leads from one to the other, and `party_ballot_box` holds nothing that anybody can read
without the code of the counting commission (`ballots_box`, decision 0016). Beside few voters, or
where all voted alike, the sums themselves tell; no table can hide that.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    and_,
    exists,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, ExcludeConstraint

from resolvers.core.documents import columns
from resolvers.core.tables import (
    PARTY_SCHEMA,
    during,
    identity,
    metadata,
    one_of,
    refers,
    version,
)
from resolvers.core.visibility import PARTY_BODIES, PARTY_PERSON, visible
from resolvers.party.review_tables import PARTY_LEVELS
from resolvers.party.tables import beside

BALLOT_KINDS = ("class", "confidence")
"""About the class of a member or collective; about the confidence in a leader."""
CONFIDENCE = ("HIGH", "CONFIDENT", "LOW")
CHOICES = {"class": PARTY_LEVELS, "confidence": CONFIDENCE}
WAYS = ("electronic", "paper")
BALLOT_STATES = ("open", "counted", "annulled")
BASES = ("summoned", "present", "valid")

# How a body votes, as its own regulation lays down; dated, and kept when another one follows.
party_ballot_rule = Table(
    "party_ballot_rule",
    metadata,
    identity(),
    beside("body_id", "party_body.id"),
    Column("secret", Boolean, nullable=False),
    # Shares as fractions, exact: "2/3". Reached, or passed where `…_more`.
    Column("quorum", Text, nullable=False),
    Column("quorum_more", Boolean, nullable=False),
    Column("majority", Text, nullable=False),
    Column("majority_more", Boolean, nullable=False),
    Column("base", Text, nullable=False),
    # Whether the person whom a vote is about takes part in it.
    Column("subject_votes", Boolean, nullable=False),
    # Whether the body's verdict on a review waits for its vote, and is what the vote chose.
    Column("needed", Boolean, nullable=False),
    Column("commission_least", SmallInteger, nullable=False),
    *columns("regulation", dated=True),
    refers("set_by", "person.id"),
    during(),
    version(),
    one_of("base", *BASES),
    CheckConstraint("commission_least between 1 and 9", name="commission_of_few"),
    ExcludeConstraint(("body_id", "="), ("during", "&&"), name="party_ballot_rule_one_per_day"),
    schema=PARTY_SCHEMA,
)

party_ballot = Table(
    "party_ballot",
    metadata,
    identity(),
    beside("review_id", "party_review.id", index=True),
    # The body that votes; whom the review is about, null for a collective.
    beside("body_id", "party_body.id", index=True),
    refers("person_id", "person.id", null=True),
    Column("kind", Text, nullable=False),
    Column("round", SmallInteger, nullable=False),
    Column("way", Text, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    # The rule as it stood when the ballot was opened; without one of the body's own, the usual.
    beside("rule_id", "party_ballot_rule.id", null=True),
    Column("secret", Boolean, nullable=False),
    Column("quorum", Text, nullable=False),
    Column("quorum_more", Boolean, nullable=False),
    Column("majority", Text, nullable=False),
    Column("majority_more", Boolean, nullable=False),
    Column("base", Text, nullable=False),
    Column("subject_votes", Boolean, nullable=False),
    Column("commission_least", SmallInteger, nullable=False),
    # How many may vote: the roll, frozen when the ballot is opened.
    Column("summoned", Integer, nullable=False),
    refers("opened_by", "person.id"),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    # All null until it is counted, and then never changed.
    Column("present", Integer),
    Column("issued", Integer),
    Column("returned", Integer),
    Column("valid", Integer),
    Column("invalid", Integer),
    Column("choices", JSONB),
    Column("needed_present", Integer),
    Column("needed_votes", Integer),
    Column("base_number", Integer),
    Column("chosen", Text),
    Column("short_by", Integer),
    Column("cites", ARRAY(Text)),
    refers("counted_by", "person.id", null=True),
    Column("counted_at", DateTime(timezone=True)),
    *columns("minutes", null=True),
    refers("annulled_by", "person.id", null=True),
    Column("annulled_at", DateTime(timezone=True)),
    Column("annulled_reason", Text),
    version(),
    one_of("kind", *BALLOT_KINDS),
    one_of("way", *WAYS),
    one_of("state", *BALLOT_STATES),
    one_of("base", *BASES),
    one_of("chosen", *PARTY_LEVELS, *CONFIDENCE),
    CheckConstraint(
        "num_nonnulls(present, issued, returned, valid, invalid, choices, needed_present,"
        " needed_votes, base_number, short_by, cites, counted_by, counted_at, minutes_no)"
        " in (0, 14)",
        name="counted_as_a_whole",
    ),
    CheckConstraint(
        "present <= summoned and issued <= present and returned <= issued"
        " and valid + invalid = returned",
        name="the_sums_agree",
    ),
    CheckConstraint("state <> 'counted' or counted_at is not null", name="a_count_is_signed"),
    CheckConstraint("state <> 'open' or counted_at is null", name="open_shows_nothing"),
    CheckConstraint(
        "(state = 'annulled') = (annulled_at is not null)"
        " and num_nonnulls(annulled_by, annulled_at, annulled_reason) in (0, 3)",
        name="annulment_is_signed",
    ),
    CheckConstraint(
        "opened_by <> person_id and counted_by <> person_id and annulled_by <> person_id",
        name="nobody_runs_the_vote_on_himself",
    ),
    Index(
        "party_ballot_one_stands_idx",
        "review_id",
        "body_id",
        "kind",
        unique=True,
        postgresql_where=text("state <> 'annulled' and chosen is not null or state = 'open'"),
    ),
    schema=PARTY_SCHEMA,
)

# Who may vote, and who has: nothing of how, and nothing of when.
party_ballot_voter = Table(
    "party_ballot_voter",
    metadata,
    beside("ballot_id", "party_ballot.id"),
    beside("body_id", "party_body.id"),
    refers("person_id", "person.id"),
    # False for the one whom the vote is about, where the rule keeps him from it.
    Column("may_vote", Boolean, nullable=False),
    Column("voted", Boolean, nullable=False, server_default=text("false")),
    PrimaryKeyConstraint("ballot_id", "person_id"),
    CheckConstraint("may_vote or not voted", name="votes_who_may"),
    schema=PARTY_SCHEMA,
)

# What is in the box of a secret electronic ballot, under a lock; emptied when it is counted.
party_ballot_box = Table(
    "party_ballot_box",
    metadata,
    beside("ballot_id", "party_ballot.id", primary_key=True),
    beside("body_id", "party_body.id"),
    Column("key", LargeBinary, nullable=False),
    Column("box", LargeBinary, nullable=False),
    schema=PARTY_SCHEMA,
)

# A vote by show of hands: who voted what, told once it is counted. Null is a vote for nothing.
party_open_vote = Table(
    "party_open_vote",
    metadata,
    beside("ballot_id", "party_ballot.id"),
    beside("body_id", "party_body.id"),
    refers("person_id", "person.id"),
    Column("choice", Text),
    PrimaryKeyConstraint("ballot_id", "person_id"),
    one_of("choice", *PARTY_LEVELS, *CONFIDENCE),
    schema=PARTY_SCHEMA,
)

# Who counted.
party_commission = Table(
    "party_commission",
    metadata,
    beside("ballot_id", "party_ballot.id"),
    beside("body_id", "party_body.id"),
    refers("person_id", "person.id"),
    PrimaryKeyConstraint("ballot_id", "person_id"),
    schema=PARTY_SCHEMA,
)

_OWN_ROLL = party_ballot_voter.alias("own_roll")
BALLOT_SHOWN = or_(
    party_ballot.c.body_id == PARTY_BODIES.any_(),
    exists().where(
        _OWN_ROLL.c.ballot_id == party_ballot.c.id, _OWN_ROLL.c.person_id == PARTY_PERSON
    ),
)
"""The body and those above it, and everybody on its roll."""

visible(party_ballot_rule, party_ballot_rule.c.body_id == PARTY_BODIES.any_())
visible(party_ballot, BALLOT_SHOWN)
visible(
    party_ballot_voter,
    or_(
        party_ballot_voter.c.person_id == PARTY_PERSON,
        party_ballot_voter.c.body_id == PARTY_BODIES.any_(),
    ),
)
visible(
    party_open_vote,
    exists().where(
        party_ballot.c.id == party_open_vote.c.ballot_id,
        and_(party_ballot.c.state == "counted", BALLOT_SHOWN),
    ),
)
visible(
    party_commission,
    exists().where(party_ballot.c.id == party_commission.c.ballot_id, BALLOT_SHOWN),
)
