"""The year's classification of people: rounds with their quota, and cases.

A decided case is never changed: a replacing decision or an upheld petition is a new edition, and
the old one is kept with the moment and the reason of its end.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
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

from resolvers.core.days import TODAY, holds
from resolvers.core.documents import columns
from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, HEADED, PERSON, visible
from resolvers.people import posting

LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED")
ROUND_STATES = ("open", "closed", "decided", "notified", "published")
STEPS = ("open", "excused", "self_reviewed", "discussed", "commented", "proposed")
"""How far a case has come before its decision, in the order of article 21."""
DECIDED = ("decided", "notified", "published")
STATES = (*STEPS, "not_rated", *DECIDED, "withdrawn")
SETS = ("staff", "heads")
"""Whose quota: the deciding agency's own people, or the heads of the agencies beneath it."""
READINGS = ("strict", "initial", "broad")


# The people whom one head classifies for one year: decided together, because the quota is.
classification_round = Table(
    "classification_round",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("managing_agency_id", "agency.id"),
    refers("classifying_unit_id", "unit.id"),
    refers("managing_unit_id", "unit.id"),
    Column("year", Integer, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    # Null where the operator prepared it.
    refers("opened_by", "person.id", null=True),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    refers("closed_by", "person.id", null=True),
    Column("closed_at", DateTime(timezone=True)),
    # What the levels were drawn from when it was closed, as one hash: see `gathering.FINGERPRINT`.
    Column("fingerprint", Text),
    refers("decided_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    *columns("decision", null=True),
    Column("notified_at", DateTime(timezone=True)),
    Column("published_at", DateTime(timezone=True)),
    version(),
    UniqueConstraint("classifying_unit_id", "year"),
    one_of("state", *ROUND_STATES),
    CheckConstraint(
        "state in ('open', 'closed') or (decided_by is not null and decision_no is not null)",
        name="a_decision_is_signed",
    ),
)

# One group of similar duties within a round; the row without a group is the whole set.
round_group = Table(
    "round_group",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("round_id", "classification_round.id"),
    Column("quota_set", Text, nullable=False),
    Column("duty_group", Text, nullable=False, server_default=text("''")),
    Column("name", Text, nullable=False),
    Column("rated", Integer, nullable=False),
    Column("above_line", Integer, nullable=False),
    Column("good", Integer, nullable=False),
    Column("share", Numeric(4, 2), nullable=False),
    Column("reading", Text, nullable=False),
    Column("places", Integer, nullable=False),
    Column("places_strict", Integer, nullable=False),
    Column("places_initial", Integer, nullable=False),
    Column("places_broad", Integer, nullable=False),
    Column("steps", JSONB, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    Column("chosen", Integer),
    Column("reason", Text),
    UniqueConstraint("round_id", "quota_set", "duty_group"),
    one_of("quota_set", *SETS),
    one_of("reading", *READINGS),
    CheckConstraint("chosen <= above_line", name="chosen_from_those_above_the_line"),
)

# A larger share of excellent people than a fifth, decided by the competent authority (art. 20.5b).
quota_decision = Table(
    "quota_decision",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("round_id", "classification_round.id", index=True),
    Column("share", Numeric(4, 2), nullable=False),
    *columns("", dated=True),
    Column("reason", Text, nullable=False),
    refers("decided_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("share > 0 and share <= 0.25", name="share_within_the_law"),
)

classification = Table(
    "classification",
    metadata,
    identity(),
    Column("year", Integer, nullable=False),
    refers("round_id", "classification_round.id"),
    # Where the person works; who classifies; who alone replaces.
    refers("agency_id", "agency.id"),
    refers("classifying_agency_id", "agency.id"),
    refers("managing_agency_id", "agency.id"),
    refers("person_id", "person.id"),
    refers("posting_id", "posting.id"),
    refers("unit_id", "unit.id"),
    Column("office", Text, nullable=False),
    refers("classifying_unit_id", "unit.id"),
    refers("managing_unit_id", "unit.id"),
    refers("scoring_unit_id", "unit.id"),
    Column("quota_set", Text, nullable=False),
    # Frozen when the case is made: a later change of the groups does not reach it.
    Column("duty_group", Text, nullable=False),
    Column("duty_group_name", Text, nullable=False),
    refers("result_id", "result.id", null=True),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    # Form 02; every round of it is kept in `year_form`.
    Column("form_round", SmallInteger, nullable=False, server_default=text("1")),
    Column("self_level", Text),
    Column("self_text", Text),
    Column("self_submitted_at", DateTime(timezone=True)),
    Column("excuse", Text),
    refers("excused_by", "person.id", null=True),
    Column("proposed_level", Text),
    Column("proposed_reason", Text),
    refers("proposed_by", "person.id", null=True),
    Column("proposed_at", DateTime(timezone=True)),
    # A suspension is a ground to consider the lowest level: somebody decides, with a reason.
    Column("suspension_counts", Boolean),
    Column("suspension_reason", Text),
    refers("suspension_by", "person.id", null=True),
    Column("suspension_at", DateTime(timezone=True)),
    # By points; after discipline and the organisation's class; after the quota.
    Column("total", Numeric),
    Column("computed_level", Text),
    Column("lawful_level", Text),
    Column("applied_level", Text),
    Column("quota_reason", Text),
    # The records of the register that force the lowest level.
    Column("grounds", ARRAY(UUID(as_uuid=True))),
    Column("steps", JSONB),
    Column("cites", ARRAY(Text)),
    refers("decided_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    Column("decision_no", Text),
    Column("decision_day", Date),
    Column("notified_at", DateTime(timezone=True)),
    Column("published_at", DateTime(timezone=True)),
    Column("edition", Integer, nullable=False, server_default=text("1")),
    refers("replaces_id", "classification.id", null=True, index=True),
    Column("replaced_at", DateTime(timezone=True)),
    Column("replaced_reason", Text),
    version(),
    one_of("office", "head", "deputy", "member"),
    one_of("quota_set", *SETS),
    one_of("state", *STATES),
    one_of("self_level", *LEVELS),
    one_of("proposed_level", *LEVELS),
    one_of("computed_level", *LEVELS),
    one_of("lawful_level", *LEVELS),
    one_of("applied_level", *LEVELS),
    CheckConstraint(
        "decided_by <> person_id and proposed_by <> person_id and suspension_by <> person_id"
        " and excused_by <> person_id",
        name="nobody_classifies_himself",
    ),
    CheckConstraint("on_behalf_of <> person_id", name="nobody_is_classified_for_himself"),
    CheckConstraint(
        "state not in ('decided', 'notified', 'published')"
        " or (decided_by is not null and decision_no is not null)",
        name="a_decision_is_signed",
    ),
    Index("classification_round_idx", "round_id", "quota_set", "duty_group", "id"),
    Index("classification_agency_idx", "agency_id", "year", "id"),
    Index("classification_managing_idx", "managing_unit_id", "year", "id"),
    Index("classification_person_idx", "person_id", "year", "edition"),
)
Index(
    "classification_once_a_year_idx",
    classification.c.person_id,
    classification.c.year,
    unique=True,
    postgresql_where=classification.c.replaced_at.is_(None),
)

_ROUND_SHOWN = or_(
    classification_round.c.classifying_unit_id == HEADED.any_(),
    classification_round.c.managing_unit_id == HEADED.any_(),
    classification_round.c.agency_id == AGENCIES.any_(),
)
_CASE_SHOWN = or_(
    classification.c.person_id == PERSON,
    classification.c.classifying_unit_id == HEADED.any_(),
    classification.c.managing_unit_id == HEADED.any_(),
    classification.c.scoring_unit_id == HEADED.any_(),
    classification.c.agency_id == AGENCIES.any_(),
    classification.c.classifying_agency_id == AGENCIES.any_(),
)


def _head_in_it(round: ColumnElement[Any], unit: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whoever heads a unit today has a case in a set."""
    case, post = classification.alias("case_in_it"), posting.alias("head_in_it")
    return exists().where(
        case.c.round_id == round,
        case.c.replaced_at.is_(None),
        post.c.person_id == case.c.person_id,
        post.c.unit_id == unit,
        post.c.office == "head",
        holds(post, TODAY),
    )


HEAD_IN_IT = _head_in_it(classification_round.c.id, classification_round.c.classifying_unit_id)
"""Of a set: its own head is in it, so that the managing head decides it."""

_DRAFT = and_(
    classification.c.person_id != PERSON,
    or_(
        classification.c.classifying_unit_id == HEADED.any_(),
        classification.c.classifying_agency_id == AGENCIES.any_(),
        and_(
            classification.c.managing_unit_id == HEADED.any_(),
            _head_in_it(classification.c.round_id, classification.c.classifying_unit_id),
        ),
    ),
)
"""Those who prepare and take the decision; nobody reads his own draft."""

DECISION_SHOWN = or_(classification.c.notified_at.is_not(None), _DRAFT)
"""When the proposal and the levels of a case may be read."""

FINDINGS_SHOWN = or_(
    _DRAFT,
    and_(
        classification.c.notified_at.is_not(None),
        or_(classification.c.person_id == PERSON, classification.c.agency_id == AGENCIES.any_()),
    ),
)
"""When the steps may be read: they tell of discipline, which is nobody else's business."""


def with_its_round(table: Table) -> ColumnElement[bool]:
    """Whoever sees the round sees what hangs on it."""
    return exists().where(classification_round.c.id == table.c.round_id, _ROUND_SHOWN)


def with_its_case(table: Table) -> ColumnElement[bool]:
    """Whoever sees the case sees what hangs on it."""
    return exists().where(classification.c.id == table.c.classification_id, _CASE_SHOWN)


visible(classification_round, _ROUND_SHOWN)
visible(classification, _CASE_SHOWN)
for _table in (round_group, quota_decision):
    visible(_table, with_its_round(_table))
