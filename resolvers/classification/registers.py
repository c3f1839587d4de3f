"""What stands beside the cases: the register of what forces a level, and groups of like duties."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    Table,
    Text,
    exists,
    extract,
    or_,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from resolvers.classification.tables import classification
from resolvers.core.documents import columns
from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, FENCE, HEADED, PERSON, visible
from resolvers.statute.evaluation.classes.facts import DisqualifierKind

KINDS = tuple(kind.value for kind in DisqualifierKind)
SOURCES = ("party", "administrative")
FORMS = ("reprimand", "warning", "demotion", "dismissal", "expulsion")

# Decisions and conclusions that count in a year's classification (art. 11.3 and 20.4).
disqualifier = Table(
    "disqualifier",
    metadata,
    identity(),
    # The agency that recorded it, and the unit whose head classifies the person now.
    refers("agency_id", "agency.id"),
    refers("classifying_unit_id", "unit.id", null=True),
    refers("person_id", "person.id"),
    Column("kind", Text, nullable=False),
    Column("source", Text),
    Column("form", Text),
    # Without a number: an act that no decision has followed yet.
    *columns("decision", null=True),
    Column("effective_on", Date, nullable=False),
    Column("act_on", Date),
    # Another record about the same act: a Party decision and an administrative one.
    refers("same_act_as", "disqualifier.id", null=True),
    # Where the act was done, and where it was disciplined and served (art. 11.3 c, d).
    refers("fault_agency_id", "agency.id", null=True),
    refers("discipline_agency_id", "agency.id", null=True),
    # The year that it was the ground of: it counts once.
    Column("used_in", Integer),
    Column("note", Text, nullable=False),
    # The decision in the register of discipline that it comes from, where it comes from one.
    refers("discipline_id", "discipline_decision.id", null=True, unique=True),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    refers("annulled_by", "person.id", null=True),
    Column("annulled_at", DateTime(timezone=True)),
    Column("annulled_reason", Text),
    version(),
    one_of("kind", *KINDS),
    one_of("source", *SOURCES),
    one_of("form", *FORMS),
    CheckConstraint(
        "(decision_no is null) = (decision_day is null)", name="a_decision_has_its_day"
    ),
    CheckConstraint(
        "recorded_by <> person_id and annulled_by <> person_id", name="nobody_records_his_own"
    ),
    CheckConstraint(
        "num_nonnulls(annulled_by, annulled_at, annulled_reason) in (0, 3)",
        name="annulment_is_signed",
    ),
    Index("disqualifier_person_idx", "person_id", "effective_on"),
    Index("disqualifier_agency_idx", "agency_id", "id"),
)

# People with similar duties, among whom the quota is counted too (art. 20.5 a).
duty_group = Table(
    "duty_group",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    refers("approved_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("approved_at", DateTime(timezone=True), nullable=False),
    during(),
    version(),
    ExcludeConstraint(
        ("agency_id", "="), ("code", "="), ("during", "&&"), name="duty_group_one_per_code_and_day"
    ),
)

duty_group_position = Table(
    "duty_group_position",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("duty_group_id", "duty_group.id", index=True),
    refers("position_id", "job_position.id"),
    during(),
    ExcludeConstraint(
        ("position_id", "="), ("during", "&&"), name="duty_group_position_one_per_day"
    ),
)

_HIS_CASE = exists().where(
    classification.c.person_id == disqualifier.c.person_id,
    classification.c.replaced_at.is_(None),
    classification.c.year >= extract("year", disqualifier.c.effective_on),
    or_(
        classification.c.classifying_unit_id == HEADED.any_(),
        classification.c.classifying_agency_id == AGENCIES.any_(),
    ),
)
"""Whoever classifies a year sees what took effect until then, wherever it was recorded."""

visible(
    disqualifier,
    or_(
        disqualifier.c.person_id == PERSON,
        disqualifier.c.classifying_unit_id == HEADED.any_(),
        disqualifier.c.agency_id == AGENCIES.any_(),
        _HIS_CASE,
    ),
)
for _table in (duty_group, duty_group_position):
    visible(_table, _table.c.agency_id == FENCE.any_())
