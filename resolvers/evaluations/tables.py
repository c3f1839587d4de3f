"""Monthly sheets: what the person says, what the head scores, and how the number came about."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Index,
    Integer,
    Numeric,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import FENCE, HEADED, PERSON, visible
from resolvers.work import about, concerns

STATES = ("open", "self_assessed", "scored", "released", "closed")
ROLES = ("staff", "leader")
LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED", "INSUFFICIENT_DATA")
MONTH_STATES = ("open", "closed")
OUTCOMES = ("kept", "rescored")
RATIO = Numeric(34, 10)
"""Holds any ratio of work done to work planned: urgent work counts above the line alone (art. 18.1
d), so that a ratio has no most of its own. Its points have: they are capped."""

# One month of one unit whose head scores: opened and closed by that head.
unit_month = Table(
    "unit_month",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("unit_id", "unit.id"),
    Column("period", Date, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    refers("opened_by", "person.id"),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    refers("closed_by", "person.id", null=True),
    refers("closed_on_behalf_of", "person.id", null=True),
    Column("closed_at", DateTime(timezone=True)),
    version(),
    UniqueConstraint("unit_id", "period"),
    one_of("state", *MONTH_STATES),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
)

# The head's columns (`head_marks` to `scored_at`) hold a draft until `released_at`; before that the
# graph shows them to the responsible head alone: see HEAD_STEP_SHOWN below.
sheet = Table(
    "sheet",
    metadata,
    Column("id", UUID(as_uuid=True), nullable=False),
    Column("period", Date, nullable=False),
    *about(),
    refers("unit_id", "unit.id"),
    refers("posting_id", "posting.id"),
    refers("position_id", "job_position.id", null=True),
    Column("role", Text, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    # Raised by a return or a reopening; each round keeps its own self-assessment and score.
    Column("round", SmallInteger, nullable=False, server_default=text("1")),
    # Ten marks in the order of form 01: I.1, I.2, II.1 … II.4, III.1 … III.4.
    Column("self_marks", ARRAY(Numeric(5, 2))),
    Column("self_comment", Text),
    Column("self_assessed_at", DateTime(timezone=True)),
    Column("head_marks", ARRAY(Numeric(5, 2))),
    Column("head_comment", Text),
    Column("general", Numeric(5, 2)),
    Column("quantity", RATIO),
    Column("quality", RATIO),
    Column("progress", RATIO),
    Column("unit_result", Numeric(4, 2)),
    Column("organising", Numeric(4, 2)),
    Column("organising_reason", Text),
    Column("unity", Numeric(4, 2)),
    Column("unity_reason", Text),
    Column("results", Numeric(14, 10)),
    Column("raw_total", Numeric(14, 10)),
    # With as many decimals as the agency's declared rounding gives.
    Column("total", Numeric),
    Column("level", Text),
    refers("scored_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("scored_at", DateTime(timezone=True)),
    Column("released_at", DateTime(timezone=True)),
    version(),
    PrimaryKeyConstraint("id", "period"),
    UniqueConstraint("posting_id", "period"),
    one_of("role", *ROLES),
    one_of("state", *STATES),
    one_of("level", *LEVELS),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    CheckConstraint("scored_by <> person_id", name="nobody_scores_himself"),
    CheckConstraint("on_behalf_of <> person_id", name="nobody_is_scored_for_himself"),
    CheckConstraint("cardinality(self_marks) = 10", name="ten_self_marks"),
    CheckConstraint("cardinality(head_marks) = 10", name="ten_head_marks"),
    CheckConstraint(
        "state not in ('scored', 'released', 'closed')"
        " or (scored_by is not null and level is not null)",
        name="a_score_is_signed",
    ),
    Index("sheet_worklist_idx", "scoring_unit_id", "period", "id"),
    Index("sheet_person_idx", "person_id", "period"),
    Index("sheet_agency_idx", "agency_id", "period"),
    postgresql_partition_by="RANGE (period)",
)

# What the person said of himself, round by round; never changed, only answered.
self_assessment = Table(
    "self_assessment",
    metadata,
    identity(),
    *about(),
    Column("sheet_id", UUID(as_uuid=True), nullable=False),
    Column("period", Date, nullable=False),
    Column("round", SmallInteger, nullable=False),
    Column("marks", ARRAY(Numeric(5, 2)), nullable=False),
    Column("comment", Text, nullable=False, server_default=text("''")),
    Column("submitted_at", DateTime(timezone=True), nullable=False),
    Column("returned_reason", Text),
    Column("returned_at", DateTime(timezone=True)),
    UniqueConstraint("sheet_id", "round"),
)

# How the number of one round came about: all that recomputing needs, and each step that was taken.
score = Table(
    "score",
    metadata,
    Column("sheet_id", UUID(as_uuid=True), nullable=False),
    Column("period", Date, nullable=False),
    Column("round", SmallInteger, nullable=False),
    *about(),
    # The inputs: lines, marks, leadership items, switches; see resolvers.statute.evaluation.
    Column("facts", JSONB, nullable=False),
    Column("steps", JSONB, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    Column("total", Numeric),
    Column("level", Text, nullable=False),
    refers("scored_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("scored_at", DateTime(timezone=True), nullable=False),
    Column("released_at", DateTime(timezone=True)),
    Column("reopened_reason", Text),
    PrimaryKeyConstraint("sheet_id", "period", "round"),
    CheckConstraint("scored_by <> person_id", name="nobody_scores_himself"),
    postgresql_partition_by="RANGE (period)",
)

# Points taken off a general criterion by the agency's scale; part of the draft until released.
deduction = Table(
    "deduction",
    metadata,
    identity(),
    *about(),
    Column("sheet_id", UUID(as_uuid=True), nullable=False, index=True),
    Column("period", Date, nullable=False),
    refers("scale_id", "deduction_scale.id"),
    Column("criterion", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("points", Numeric(5, 2), nullable=False),
    Column("reason", Text, nullable=False),
    refers("noted_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("noted_at", DateTime(timezone=True), nullable=False),
    Column("released_at", DateTime(timezone=True)),
    UniqueConstraint("sheet_id", "scale_id"),
    CheckConstraint("times > 0 and points > 0", name="takes_something"),
    CheckConstraint("noted_by <> person_id", name="nobody_judges_himself"),
)

# The next head up asks the responsible head to reconsider a signed score, which reopens the sheet.
# What stood before, what stands after and who said what is kept, also where nothing changed.
calibration = Table(
    "calibration",
    metadata,
    identity(),
    *about(),
    Column("sheet_id", UUID(as_uuid=True), nullable=False),
    Column("period", Date, nullable=False),
    Column("before_round", SmallInteger, nullable=False),
    Column("before_total", Numeric),
    Column("before_level", Text, nullable=False),
    Column("reason", Text, nullable=False),
    refers("asked_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("outcome", Text),
    Column("after_round", SmallInteger),
    Column("after_total", Numeric),
    Column("after_level", Text),
    Column("answer", Text),
    refers("answered_by", "person.id", null=True),
    refers("answered_on_behalf_of", "person.id", null=True),
    Column("answered_at", DateTime(timezone=True)),
    one_of("before_level", *LEVELS),
    one_of("after_level", *LEVELS),
    one_of("outcome", *OUTCOMES),
    CheckConstraint(
        "num_nonnulls(outcome, after_round, after_level, answer, answered_by, answered_at)"
        " in (0, 6)",
        name="an_answer_is_signed",
    ),
    CheckConstraint(
        "asked_by <> person_id and answered_by <> person_id", name="nobody_judges_himself"
    ),
    Index(
        "calibration_unanswered_idx",
        "sheet_id",
        unique=True,
        postgresql_where=text("answered_at is null"),
    ),
    Index("calibration_unit_idx", "scoring_unit_id", "period"),
)


def _head_step(table: Table) -> ColumnElement[bool]:
    """After release, or by the responsible head; an acting head never reads his own draft."""
    return or_(
        table.c.released_at.is_not(None),
        and_(table.c.scoring_unit_id == HEADED.any_(), table.c.person_id != PERSON),
    )


HEAD_STEP_SHOWN = _head_step(sheet)
"""When the head's columns of a sheet may be read."""

SELF_STEP_SHOWN = or_(sheet.c.self_assessed_at.is_not(None), sheet.c.person_id == PERSON)
"""When the person's own marks and comment may be read: his draft is his until he submits it."""

visible(unit_month, unit_month.c.agency_id == FENCE.any_())
for _table in (sheet, self_assessment, calibration):
    visible(_table, concerns(_table))
for _table in (score, deduction):
    visible(_table, and_(concerns(_table), _head_step(_table)))
