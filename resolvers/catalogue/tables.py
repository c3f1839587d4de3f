"""Product lists with their conversion (Decree 335/2025, art. 13), KPIs, deduction scales."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Integer,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import FENCE, visible

PROCESSES = ("accuracy", "timeliness", "compliance", "satisfaction")
"""What a process criterion measures: right advice, work on time, rules kept, people content."""
STATES = ("draft", "proposed", "approved", "closed")
KPI_KINDS = ("spearhead", "hard", "soft")
MEASURES = ("count", "rate", "rating", "milestone", "deduction")
DIRECTIONS = ("higher_is_better", "lower_is_better")
FEEDS = ("result_units", "criterion")

# One edition of an agency's list. The standard unit is the product worth `standard_points`.
catalogue = Table(
    "catalogue",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("edition", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("decision_no", Text, nullable=False, server_default=text("''")),
    Column("standard_unit", Text, nullable=False),
    Column("standard_points", Numeric(10, 2), nullable=False),
    Column("state", Text, nullable=False, server_default=text("'draft'")),
    Column("in_force_from", Date),
    Column("closed_on", Date),
    refers("proposed_by", "person.id", null=True),
    Column("proposed_at", DateTime(timezone=True)),
    refers("approved_by", "person.id", null=True),
    Column("approved_at", DateTime(timezone=True)),
    Column("return_reason", Text),
    version(),
    UniqueConstraint("agency_id", "edition"),
    one_of("state", *STATES),
    CheckConstraint("standard_points > 0", name="standard_points_positive"),
    CheckConstraint(
        "state not in ('approved', 'closed')"
        " or (approved_by is not null and in_force_from is not null)",
        name="approval_is_signed",
    ),
)

product = Table(
    "product",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("catalogue_id", "catalogue.id"),
    Column("code", Text, nullable=False),
    # The department or part of the list that the row stands under, as the agency wrote it.
    Column("section", Text, nullable=False, server_default=text("''")),
    Column("name", Text, nullable=False),
    Column("details", Text, nullable=False, server_default=text("''")),
    Column("output", Text, nullable=False, server_default=text("''")),
    Column("note", Text, nullable=False, server_default=text("''")),
    Column("search_key", Text, nullable=False),
    # Group of complexity, 1 to at most 5 (art. 13.1a).
    Column("group_no", Integer, nullable=False),
    Column("points", Numeric(10, 2), nullable=False),
    # Standard units in one piece of this product.
    Column("coefficient", Numeric(10, 4), nullable=False),
    # A post without countable products is measured by process criteria: pieces of the list like
    # any other, approved with it, each for the one position whose every month it is a line of.
    Column("process", Text),
    refers("position_id", "job_position.id", null=True),
    version(),
    UniqueConstraint("catalogue_id", "code"),
    CheckConstraint("group_no between 1 and 5", name="at_most_five_groups"),
    CheckConstraint("points > 0 and coefficient > 0", name="worth_something"),
    one_of("process", *PROCESSES),
    CheckConstraint("(process is null) = (position_id is null)", name="process_of_a_position"),
)

kpi = Table(
    "kpi",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("position_id", "job_position.id"),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("target", Numeric, nullable=False),
    Column("unit_of_measure", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("feeds", Text, nullable=False),
    refers("product_id", "product.id", null=True),
    Column("criterion", Text),
    during(),
    version(),
    one_of("kind", *KPI_KINDS),
    one_of("measure", *MEASURES),
    one_of("direction", *DIRECTIONS),
    one_of("feeds", *FEEDS),
    CheckConstraint(
        "(feeds = 'criterion' and criterion is not null and product_id is null)"
        " or (feeds = 'result_units' and criterion is null)",
        name="feeds_one_thing",
    ),
    ExcludeConstraint(
        ("position_id", "="), ("code", "="), ("during", "&&"), name="kpi_one_per_code_and_day"
    ),
)

# "2 points each time, of 15": what an agency takes off a general criterion, and for what.
deduction_scale = Table(
    "deduction_scale",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("criterion", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("points_each", Numeric(5, 2), nullable=False),
    Column("at_most", Numeric(5, 2), nullable=False),
    during(),
    version(),
    CheckConstraint("points_each > 0 and at_most >= points_each", name="takes_something"),
    ExcludeConstraint(
        ("agency_id", "="),
        ("code", "="),
        ("during", "&&"),
        name="deduction_scale_one_per_code_and_day",
    ),
)

for _table in (catalogue, product, kpi, deduction_scale):
    visible(_table, _table.c.agency_id == FENCE.any_())
