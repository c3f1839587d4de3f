"""Work as it is assigned, delivered and accepted: the facts behind a score (art. 14 and 18).

Every row names the person it is about, the unit whose head answers for it, and the agency: by these
three, and by nothing else, it is decided who may see it.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Computed,
    Date,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import UUID

from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, PERSON, UNITS, visible

ORIGINS = ("planned", "urgent", "taken_over", "handed_over")
ASSIGNMENT_STATES = ("assigned", "finished", "handed_over")
VERDICTS = ("accepted", "returned")
FAULT_KINDS = ("quality", "delay")


def about() -> list[Column[Any]]:
    """Whom the row is about, and who answers for it."""
    return [
        refers("agency_id", "agency.id"),
        refers("scoring_unit_id", "unit.id"),
        refers("person_id", "person.id"),
    ]


def concerns(table: Table) -> ColumnElement[bool]:
    """Rows about oneself, those one answers for, and an agency that one reads as a whole."""
    return or_(
        table.c.person_id == PERSON,
        table.c.scoring_unit_id == UNITS.any_(),
        table.c.agency_id == AGENCIES.any_(),
    )


assignment = Table(
    "assignment",
    metadata,
    identity(),
    *about(),
    refers("unit_id", "unit.id"),
    refers("posting_id", "posting.id", index=True),
    refers("product_id", "product.id"),
    Column("title", Text, nullable=False),
    Column("note", Text, nullable=False, server_default=text("''")),
    # Pieces of the product. Seven decimals hold a hundredth of a per cent of a thousandth exactly,
    # and eleven its converted units, so that nothing is rounded before the month's total.
    Column("quantity", Numeric(12, 7), nullable=False),
    # Copied from the catalogue on the day of assignment: a later edition changes nothing here.
    Column("coefficient", Numeric(10, 4), nullable=False),
    Column("units", Numeric(18, 11), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("origin", Text, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'assigned'")),
    refers("taken_from_id", "assignment.id", null=True),
    refers("assigned_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("assigned_at", DateTime(timezone=True), nullable=False),
    version(),
    one_of("origin", *ORIGINS),
    one_of("state", *ASSIGNMENT_STATES),
    CheckConstraint("quantity > 0 and coefficient > 0", name="counts_something"),
    CheckConstraint("units = quantity * coefficient", name="units_follow_the_coefficient"),
    Index("assignment_unit_idx", "scoring_unit_id", "due_on", "id"),
)

# The part of one assignment that counts in one month: what a sheet adds up. The counters are raised
# by the same deeds that write `fault` and `acceptance`, in the same transaction.
work_line = Table(
    "work_line",
    metadata,
    Column("id", UUID(as_uuid=True), nullable=False),
    Column("period", Date, nullable=False),
    *about(),
    refers("posting_id", "posting.id"),
    refers("assignment_id", "assignment.id", index=True),
    refers("product_id", "product.id"),
    Column("milestone", Text, nullable=False, server_default=text("''")),
    # Per cent of the assignment's units that count in this month; the lines of one sum to 100.
    Column("share", Numeric(5, 2), nullable=False),
    Column("quantity", Numeric(12, 7), nullable=False),
    Column("units", Numeric(18, 11), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("origin", Text, nullable=False),
    # What the head has accepted of `quantity`; `completed` shows it as a share of 0 to 1, and the
    # law takes the exact quotient of the two.
    Column("accepted", Numeric(12, 7), nullable=False, server_default=text("0")),
    Column(
        "completed",
        Numeric(7, 6),
        Computed("round(accepted / quantity, 6)", persisted=True),
        nullable=False,
    ),
    Column("quality_failures", Integer, nullable=False, server_default=text("0")),
    Column("delays", Integer, nullable=False, server_default=text("0")),
    Column("objective_quality_failures", Integer, nullable=False, server_default=text("0")),
    Column("objective_delays", Integer, nullable=False, server_default=text("0")),
    version(),
    PrimaryKeyConstraint("id", "period"),
    one_of("origin", *ORIGINS),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    CheckConstraint(
        "share > 0 and share <= 100 and quantity > 0 and units > 0", name="share_of_something"
    ),
    CheckConstraint("accepted between 0 and quantity", name="accepts_what_was_assigned"),
    CheckConstraint(
        "objective_quality_failures between 0 and quality_failures"
        " and objective_delays between 0 and delays",
        name="objective_causes_are_among_the_faults",
    ),
    Index("work_line_sheet_idx", "posting_id", "period"),
    postgresql_partition_by="RANGE (period)",
)

delivery = Table(
    "delivery",
    metadata,
    identity(),
    *about(),
    refers("assignment_id", "assignment.id", index=True),
    Column("line_id", UUID(as_uuid=True), nullable=False, index=True),
    Column("period", Date, nullable=False),
    Column("quantity", Numeric(12, 7), nullable=False),
    Column("note", Text, nullable=False, server_default=text("''")),
    Column("delivered_on", Date, nullable=False),
    Column("delivered_at", DateTime(timezone=True), nullable=False),
    refers("delivered_by", "person.id"),
    # Null until the head decides.
    Column("verdict", Text),
    Column("verdict_reason", Text),
    Column("accepted_quantity", Numeric(12, 7)),
    refers("decided_by", "person.id", null=True),
    refers("decided_on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    version(),
    one_of("verdict", *VERDICTS),
    CheckConstraint("quantity > 0", name="delivers_something"),
    CheckConstraint(
        "(verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null)",
        name="verdict_is_signed",
    ),
    CheckConstraint("decided_by <> person_id", name="nobody_accepts_his_own"),
    Index("delivery_waiting_idx", "scoring_unit_id", postgresql_where=text("verdict is null")),
)

# A file is kept where the agency keeps its files; here stands its hash, so that it cannot be
# exchanged.
evidence = Table(
    "evidence",
    metadata,
    identity(),
    *about(),
    refers("delivery_id", "delivery.id", index=True),
    Column("name", Text, nullable=False),
    Column("sha256", LargeBinary),
    Column("url", Text),
    refers("uploaded_by", "person.id"),
    Column("uploaded_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("num_nonnulls(sha256, url) >= 1", name="a_hash_or_a_link"),
    CheckConstraint("length(sha256) = 32", name="sha256_length"),
    UniqueConstraint("delivery_id", "sha256", "url", postgresql_nulls_not_distinct=True),
)

# One recorded failure of quality or missed deadline (art. 14.2 b, c), and its objective cause if
# confirmed.
fault = Table(
    "fault",
    metadata,
    identity(),
    *about(),
    refers("assignment_id", "assignment.id", index=True),
    Column("line_id", UUID(as_uuid=True), nullable=False, index=True),
    Column("period", Date, nullable=False),
    refers("delivery_id", "delivery.id", null=True),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    # The deadline that a delay missed: it is missed once, however late the work then comes.
    Column("missed_due_on", Date),
    Column("noted_on", Date, nullable=False),
    refers("noted_by", "person.id"),
    Column("objective", Boolean, nullable=False, server_default=text("false")),
    Column("objective_cause", Text),
    refers("confirmed_by", "person.id", null=True),
    refers("confirmed_on_behalf_of", "person.id", null=True),
    Column("confirmed_at", DateTime(timezone=True)),
    version(),
    one_of("kind", *FAULT_KINDS),
    CheckConstraint(
        "objective = (confirmed_by is not null) and objective = (objective_cause is not null)"
        " and objective = (confirmed_at is not null)",
        name="objective_cause_is_signed",
    ),
    CheckConstraint(
        "noted_by <> person_id and confirmed_by <> person_id", name="nobody_judges_his_own"
    ),
    CheckConstraint(
        "(kind = 'delay') = (missed_due_on is not null)", name="a_delay_missed_a_deadline"
    ),
    UniqueConstraint("line_id", "missed_due_on"),
)

# What the head measured of a process criterion in a month; the last word counts, all are kept.
process_measure = Table(
    "process_measure",
    metadata,
    identity(),
    *about(),
    Column("line_id", UUID(as_uuid=True), nullable=False),
    Column("period", Date, nullable=False),
    # Of 1: the share of the criterion that was reached.
    Column("achieved", Numeric(5, 4), nullable=False),
    Column("reason", Text, nullable=False),
    refers("measured_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("measured_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("achieved between 0 and 1", name="a_share"),
    CheckConstraint("measured_by <> person_id", name="nobody_measures_himself"),
    Index("process_measure_line_idx", "line_id"),
)

for _table in (assignment, work_line, delivery, evidence, fault, process_measure):
    visible(_table, concerns(_table))
