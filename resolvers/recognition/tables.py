"""Organisations' year (Decree 335/2025, art. 4.4 and 5 to 9): schemes, reviews, rounds.

A review is one organisation's year, its round the year of everything that one authority recognises.
A recognised review is never rewritten: a later edition replaces it.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, COLLEAGUES, PUBLIC, UNITS, visible
from resolvers.recognition.scheme_tables import (
    POINTS,
    organisation_criterion,
    organisation_scheme,
    signed,
)

ROUND_STATES = ("open", "decided", "published")
REVIEW_STATES = ("open", "submitted", "marked", "recognised", "replaced", "withdrawn")
LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED")
GROUNDS = ("complaint", "denunciation", "report", "disunity")


def concerned() -> list[Column[Any]]:
    """The organisation, and the authority that recognises it: by these it is decided who sees."""
    return [
        refers("agency_id", "agency.id"),
        refers("unit_id", "unit.id"),
        refers("recognising_agency_id", "agency.id"),
        refers("recognising_unit_id", "unit.id"),
    ]


# The year of everything that the head of one unit recognises: the share of art. 8.5 counts over it.
recognition_round = Table(
    "recognition_round",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("unit_id", "unit.id"),
    Column("year", SmallInteger, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    refers("opened_by", "person.id", null=True),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    Column("organisations", Integer),
    Column("candidates", Integer),
    Column("good", Integer),
    Column("places", Integer),
    Column("share", Numeric(4, 3)),
    # The decision that allows a higher share (art. 8.5b), and why.
    Column("share_decision_no", Text),
    Column("share_decision_day", Date),
    Column("share_reason", Text),
    Column("reason", Text),
    Column("decision_no", Text),
    Column("decision_day", Date),
    Column("steps", JSONB),
    Column("cites", ARRAY(Text)),
    *signed("decided"),
    refers("published_by", "person.id", null=True),
    Column("published_at", DateTime(timezone=True)),
    version(),
    UniqueConstraint("unit_id", "year"),
    one_of("state", *ROUND_STATES),
    CheckConstraint(
        "state = 'open' or (decided_by is not null and decision_no is not null)",
        name="decision_is_signed",
    ),
)

# One organisation's year. Marks stand in the order of the scheme's criteria.
organisation_review = Table(
    "organisation_review",
    metadata,
    identity(),
    *concerned(),
    Column("year", SmallInteger, nullable=False),
    refers("scheme_id", "organisation_scheme.id"),
    Column("criteria", ARRAY(Text), nullable=False),
    Column("edition", SmallInteger, nullable=False, server_default=text("1")),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    # Raised by a return; each round keeps its own assessment.
    Column("round", SmallInteger, nullable=False, server_default=text("1")),
    # What the organisation says of itself.
    Column("self_marks", ARRAY(POINTS)),
    Column("self_reasons", ARRAY(Text)),
    Column("self_statement", JSONB),
    Column("self_level", Text),
    Column("self_comment", Text),
    *signed("assessed"),
    # Counted from the work of the organisation's people; shown beside the statement, never used.
    Column("suggestion", JSONB),
    # What the recognising head confirms, and what the law makes of it.
    Column("marks", ARRAY(POINTS)),
    Column("mark_reasons", ARRAY(Text)),
    Column("comment", Text),
    Column("general", POINTS),
    Column("results", POINTS),
    Column("total", POINTS),
    # All that recomputing the level needs: see resolvers.recognition.judging.
    Column("facts", JSONB),
    Column("steps", JSONB),
    Column("cites", ARRAY(Text)),
    # What the decree gives; null where it gives none, and a person has to choose.
    Column("computed_level", Text),
    Column("recommended_level", Text),
    Column("chosen_level", Text),
    Column("chosen_reason", Text),
    *signed("marked"),
    # What was recognised; below the computed level only where the share had no place left.
    Column("applied_level", Text),
    Column("without_place", Boolean, nullable=False, server_default=text("false")),
    Column("decision_no", Text),
    Column("decision_day", Date),
    *signed("recognised"),
    Column("published_at", DateTime(timezone=True)),
    refers("replaces_id", "organisation_review.id", null=True),
    Column("replaced_at", DateTime(timezone=True)),
    # Why it was replaced, or withdrawn.
    Column("end_reason", Text),
    version(),
    one_of("state", *REVIEW_STATES),
    one_of("self_level", *LEVELS),
    one_of("computed_level", *LEVELS),
    one_of("recommended_level", *LEVELS),
    one_of("chosen_level", *LEVELS),
    one_of("applied_level", *LEVELS),
    CheckConstraint("unit_id <> recognising_unit_id", name="recognised_from_above"),
    CheckConstraint(
        "(chosen_level is null) = (chosen_reason is null)", name="a_choice_has_a_reason"
    ),
    CheckConstraint("chosen_level <> 'EXCELLENT'", name="excellence_is_not_chosen"),
    CheckConstraint(
        "state not in ('recognised', 'replaced') or (applied_level is not null"
        " and recognised_by is not null and decision_no is not null)",
        name="recognition_is_signed",
    ),
    CheckConstraint("(state = 'replaced') = (replaced_at is not null)", name="replaced_at_a_time"),
    Index(
        "organisation_review_in_force_idx",
        "unit_id",
        "year",
        unique=True,
        postgresql_where=text("state not in ('replaced', 'withdrawn')"),
    ),
    Index("organisation_review_round_idx", "recognising_unit_id", "year"),
)

# Each assessment as it was submitted, round by round; never changed, only answered.
organisation_assessment = Table(
    "organisation_assessment",
    metadata,
    identity(),
    *concerned(),
    refers("review_id", "organisation_review.id"),
    Column("round", SmallInteger, nullable=False),
    Column("marks", ARRAY(POINTS), nullable=False),
    Column("reasons", ARRAY(Text), nullable=False),
    Column("statement", JSONB, nullable=False),
    Column("level", Text, nullable=False),
    Column("comment", Text, nullable=False),
    refers("submitted_by", "person.id"),
    refers("submitted_on_behalf_of", "person.id", null=True),
    Column("submitted_at", DateTime(timezone=True), nullable=False),
    Column("returned_reason", Text),
    Column("returned_at", DateTime(timezone=True)),
    one_of("level", *LEVELS),
    UniqueConstraint("review_id", "round"),
)

# A document kept where the agency keeps its documents; here stand its number and its hash or link.
organisation_document = Table(
    "organisation_document",
    metadata,
    identity(),
    *concerned(),
    refers("review_id", "organisation_review.id", index=True),
    Column("name", Text, nullable=False),
    Column("number", Text, nullable=False, server_default=text("''")),
    Column("day", Date),
    Column("sha256", LargeBinary),
    Column("url", Text),
    refers("added_by", "person.id"),
    Column("added_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("num_nonnulls(sha256, url) >= 1", name="a_hash_or_a_link"),
    CheckConstraint("length(sha256) = 32", name="sha256_length"),
    UniqueConstraint("review_id", "sha256", "url", postgresql_nulls_not_distinct=True),
)

# A check ordered because of complaints or signs of disunity (art. 9.2a); the decision waits for it.
organisation_verification = Table(
    "organisation_verification",
    metadata,
    identity(),
    *concerned(),
    refers("review_id", "organisation_review.id", index=True),
    Column("ground", Text, nullable=False),
    Column("about", Text, nullable=False),
    refers("ordered_by", "person.id"),
    refers("ordered_on_behalf_of", "person.id", null=True),
    Column("ordered_at", DateTime(timezone=True), nullable=False),
    Column("founded", Boolean),
    Column("conclusion", Text),
    Column("document_no", Text),
    Column("document_day", Date),
    *signed("concluded"),
    version(),
    one_of("ground", *GROUNDS),
    CheckConstraint(
        "(concluded_at is null) = (conclusion is null) and (concluded_at is null) ="
        " (founded is null) and (concluded_at is null) = (concluded_by is null)",
        name="conclusion_is_signed",
    ),
)


def own_side(table: Table) -> Any:
    """Whoever answers for the organisation, or reads its agency."""
    return or_(table.c.unit_id == UNITS.any_(), table.c.agency_id == AGENCIES.any_())


def recognising_side(table: Table) -> Any:
    """Whoever answers for the authority that recognises it, or reads its agency."""
    return or_(
        table.c.recognising_unit_id == UNITS.any_(),
        table.c.recognising_agency_id == AGENCIES.any_(),
    )


_told = organisation_review.c.published_at.is_not(None)
RESULT_SHOWN = or_(_told, recognising_side(organisation_review))
"""When the recognised level may be read: by the recognising side, then by all who see the row."""

MARKS_SHOWN = or_(recognising_side(organisation_review), and_(_told, own_side(organisation_review)))
"""When marks and points may be read: never by the organisation's people in general."""

SELF_SHOWN = or_(
    organisation_review.c.unit_id == UNITS.any_(),
    and_(
        organisation_review.c.assessed_at.is_not(None),
        or_(own_side(organisation_review), recognising_side(organisation_review)),
    ),
)
"""When the organisation's own assessment may be read: by its head, then by those who judge it."""

# The criteria are a published regulation.
for _table in (organisation_scheme, organisation_criterion):
    visible(_table, PUBLIC)
visible(
    recognition_round,
    or_(
        recognition_round.c.unit_id == UNITS.any_(),
        recognition_round.c.agency_id == AGENCIES.any_(),
    ),
)
visible(
    organisation_review,
    or_(
        own_side(organisation_review),
        recognising_side(organisation_review),
        and_(_told, organisation_review.c.agency_id == COLLEAGUES.any_()),
    ),
)
for _table in (organisation_assessment, organisation_document):
    visible(_table, or_(own_side(_table), recognising_side(_table)))
visible(organisation_verification, recognising_side(organisation_verification))
