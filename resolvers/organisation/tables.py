"""Agencies, their codes, and units as one dated tree (Decree 335/2025, art. 3 and 5)."""

from sqlalchemy import CheckConstraint, Column, Date, DateTime, Index, Table, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID, ExcludeConstraint

from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import PUBLIC, visible

STANDINGS = ("managing", "using", "direct_using", "none")
REORGANISATIONS = ("merge", "split", "rename", "transfer")
AGENCY_KINDS = ("ministry", "province", "department", "commune", "other")

administrative_area = Table(
    "administrative_area",
    metadata,
    Column("code", Text, primary_key=True),
    Column("level", Text, nullable=False),
    Column("parent_code", Text),
    Column("name", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("full_name_en", Text, nullable=False),
    one_of("level", "province", "commune"),
)

agency = Table(
    "agency",
    metadata,
    identity(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("area_code", Text),
    refers("managing_agency_id", "agency.id", null=True, index=True),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date),
    # The agency that keeps the records of a closed one: its readers read them.
    refers("succeeded_by_id", "agency.id", null=True, index=True),
    version(),
    one_of("kind", *AGENCY_KINDS),
    CheckConstraint("closed_on > opened_on", name="closes_after_opening"),
    CheckConstraint("succeeded_by_id <> id", name="not_its_own_successor"),
)

# An agency's electronic code (Decision 20/2020/QĐ-TTg, art. 4) is an attribute with dates: codes
# were issued anew after the mergers, so it is never a key.
agency_code = Table(
    "agency_code",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("code", Text, nullable=False),
    during(),
    CheckConstraint(
        r"code ~ '^[A-Y][0-9]{2}(\.[A-Z0-9]+)*$' and length(code) <= 35", name="code_form"
    ),
    ExcludeConstraint(("code", "="), ("during", "&&"), name="agency_code_one_holder_per_day"),
    ExcludeConstraint(("agency_id", "="), ("during", "&&"), name="agency_code_one_per_day"),
)

unit = Table(
    "unit",
    metadata,
    identity(),
    refers("agency_id", "agency.id", index=True),
    Column("code", Text),
    Column("name", Text, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date),
    # The unit that keeps the records of a closed one: whoever answers for it reads them.
    refers("kept_by_id", "unit.id", null=True, index=True),
    version(),
    CheckConstraint("closed_on > opened_on", name="closes_after_opening"),
    CheckConstraint("kept_by_id <> id", name="not_its_own_keeper"),
)

# Where a unit stands in the tree, and as what. The root unit of a using agency stands beneath the
# root unit of its managing agency, so that "the next head up" is one walk towards the root.
unit_placement = Table(
    "unit_placement",
    metadata,
    identity(),
    refers("unit_id", "unit.id"),
    refers("parent_id", "unit.id", null=True, index=True),
    Column("standing", Text, nullable=False),
    during(),
    one_of("standing", *STANDINGS),
    CheckConstraint("unit_id <> parent_id", name="not_its_own_parent"),
    ExcludeConstraint(("unit_id", "="), ("during", "&&"), name="unit_placement_one_per_day"),
)

# What an agency chose where the law leaves a question open; a later row replaces an earlier one.
agency_switch = Table(
    "agency_switch",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("name", Text, nullable=False),
    Column("value", JSONB, nullable=False),
    Column("basis", Text, nullable=False, server_default=text("''")),
    during(),
    ExcludeConstraint(
        ("agency_id", "="), ("name", "="), ("during", "&&"), name="agency_switch_one_per_day"
    ),
    # Whether anybody has chosen the quarter is asked wherever a period's end is needed.
    Index("agency_switch_cycle_idx", "agency_id", postgresql_where=text("name = 'cycle'")),
)

# One decision on organisation, done in one piece: which units it ended or changed, and which ones
# go on in their place.
reorganisation = Table(
    "reorganisation",
    metadata,
    identity(),
    # Whose decision it was: the agency itself, or the one that manages those concerned.
    refers("agency_id", "agency.id", index=True),
    Column("kind", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("decision_no", Text, nullable=False),
    Column("from_units", ARRAY(UUID(as_uuid=True)), nullable=False),
    Column("to_units", ARRAY(UUID(as_uuid=True)), nullable=False),
    Column("done_at", DateTime(timezone=True), nullable=False),
    one_of("kind", *REORGANISATIONS),
    CheckConstraint(
        "cardinality(from_units) > 0 and cardinality(to_units) > 0", name="from_some_to_some"
    ),
)

# The state's structure is published; nothing here is anybody's secret.
for _table in (
    administrative_area,
    agency,
    agency_code,
    unit,
    unit_placement,
    agency_switch,
    reorganisation,
):
    visible(_table, PUBLIC)
