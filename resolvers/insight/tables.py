"""What the numbers tell when they are looked at together: signals, figures, and what comes of them.

Nothing here changes a score. A signal is for an inspector, a figure is a sum at a named moment, a
proposal for a reward is a person's decision.
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
    Table,
    Text,
    UniqueConstraint,
    and_,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import (
    AGENCIES,
    FENCE,
    HEADED,
    INSPECTED,
    PERSON,
    UNITS,
    visible,
)
from resolvers.work import about

KINDS = (
    "identical_scores",
    "everyone_excellent",
    "late_bulk_scoring",
    "bulk_acceptance",
    "outlier_quantity",
    "self_equals_head",
    "heavy_product",
)
FINDINGS = ("explained", "to_be_examined", "confirmed")
SCOPES = ("unit", "agency")
REWARD_STATES = ("proposed", "accepted", "declined")

# Something that an inspector may want to look at, with the rows and numbers that it rests on. Found
# anew with other evidence it is another row; `gone_at` says that the facts no longer show it.
signal = Table(
    "signal",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    # The unit whose head answers for it.
    refers("scoring_unit_id", "unit.id"),
    Column("period", Date, nullable=False),
    Column("kind", Text, nullable=False),
    # Whose work or sheet it is about; null where it is about the whole unit.
    refers("person_id", "person.id", null=True),
    Column("evidence", JSONB, nullable=False),
    # SHA-256 of kind, unit, person and evidence: the same thing is found once.
    Column("fingerprint", Text, nullable=False),
    Column("found_at", DateTime(timezone=True), nullable=False),
    Column("gone_at", DateTime(timezone=True)),
    Column("finding", Text),
    Column("finding_note", Text),
    refers("looked_by", "person.id", null=True),
    Column("looked_at", DateTime(timezone=True)),
    # Until it is shared, the heads concerned do not see it.
    Column("share_note", Text),
    refers("shared_by", "person.id", null=True),
    Column("shared_at", DateTime(timezone=True)),
    version(),
    UniqueConstraint("agency_id", "period", "fingerprint"),
    one_of("kind", *KINDS),
    one_of("finding", *FINDINGS),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    CheckConstraint(
        "(finding is null) = (looked_by is null) and (finding is null) = (looked_at is null)",
        name="a_finding_is_signed",
    ),
    CheckConstraint(
        "(shared_at is null) = (shared_by is null) and (shared_at is null) = (share_note is null)",
        name="sharing_is_signed",
    ),
    CheckConstraint(
        "looked_by <> person_id and shared_by <> person_id", name="nobody_inspects_himself"
    ),
)

# Head count, work and results of one month, as they stood at `taken_at`: for those of an agency who
# are scored in one unit, and for the agency as a whole, which is exactly the sum of its units.
figures = Table(
    "figures",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("scope", Text, nullable=False),
    # The scoring unit; for the whole agency its root.
    refers("unit_id", "unit.id"),
    Column("period", Date, nullable=False),
    Column("taken_at", DateTime(timezone=True), nullable=False),
    # The units whose heads read the row: the unit and those above it on the month's last day.
    Column("line", ARRAY(UUID(as_uuid=True)), nullable=False),
    # Too few people, or one of those that keep such a row from being found by subtraction.
    Column("withheld", Boolean, nullable=False),
    Column("persons", Integer, nullable=False),
    Column("person_days", Integer, nullable=False),
    # Standard units: planned in the month, accepted of these, and accepted beyond the plan.
    Column("assigned", Numeric, nullable=False),
    Column("completed", Numeric, nullable=False),
    Column("urgent", Numeric, nullable=False),
    Column("taken_over", Numeric, nullable=False),
    # Units of the product that weighs most, of all planned units.
    Column("heaviest", Numeric, nullable=False),
    # Fields of work: one for each person and section of the catalogue that he has work in.
    Column("fields", Integer, nullable=False),
    Column("fields_most", Integer, nullable=False),
    Column("sheets", Integer, nullable=False),
    # Sheets whose score is signed; only these are counted below.
    Column("signed", Integer, nullable=False),
    Column("scored", Integer, nullable=False),
    Column("points", Numeric, nullable=False),
    Column("excellent", Integer, nullable=False),
    Column("good", Integer, nullable=False),
    Column("completed_level", Integer, nullable=False),
    Column("not_completed", Integer, nullable=False),
    Column("insufficient", Integer, nullable=False),
    UniqueConstraint("agency_id", "scope", "unit_id", "period"),
    one_of("scope", *SCOPES),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    Index("figures_line_idx", "line", postgresql_using="gin"),
)

# A reward out of turn for urgent and taken-over work: the head proposes, the agency's head decides.
reward_proposal = Table(
    "reward_proposal",
    metadata,
    identity(),
    *about(),
    refers("posting_id", "posting.id"),
    # The agency whose head decides.
    refers("deciding_agency_id", "agency.id"),
    Column("period", Date, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'proposed'")),
    # The work that it rests on, as it stood when it was proposed.
    Column("facts", JSONB, nullable=False),
    Column("reason", Text, nullable=False),
    refers("proposed_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("proposed_at", DateTime(timezone=True), nullable=False),
    Column("decision_reason", Text),
    refers("decided_by", "person.id", null=True),
    refers("decided_on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    version(),
    one_of("state", *REWARD_STATES),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    CheckConstraint("proposed_by <> person_id", name="nobody_proposes_himself"),
    CheckConstraint("decided_by <> person_id", name="nobody_rewards_himself"),
    CheckConstraint(
        "(state = 'proposed') = (decided_by is null)"
        " and (state = 'proposed') = (decided_at is null)"
        " and (state = 'proposed') = (decision_reason is null)",
        name="a_decision_is_signed",
    ),
    Index(
        "reward_proposal_once_idx",
        "posting_id",
        "period",
        unique=True,
        postgresql_where=text("state <> 'declined'"),
    ),
    Index("reward_proposal_agency_idx", "deciding_agency_id", "period"),
)

_NOT_HIS_OWN = and_(
    or_(signal.c.person_id.is_(None), signal.c.person_id != PERSON),
    ~(signal.c.scoring_unit_id == HEADED.any_()),
)
INSPECTING = and_(signal.c.agency_id == INSPECTED.any_(), _NOT_HIS_OWN)
"""An inspector of the agency, who is not himself concerned."""

ENTITLED = or_(
    figures.c.agency_id == AGENCIES.any_(),
    and_(figures.c.scope == "unit", figures.c.unit_id == UNITS.any_()),
    and_(figures.c.scope == "agency", figures.c.unit_id == HEADED.any_()),
)
"""Who reads each person's sheet anyway, and so loses nothing by a small cell."""

CELL_SHOWN = or_(~figures.c.withheld, ENTITLED)
"""When the numbers of a row of figures may be read."""

visible(
    signal,
    or_(
        INSPECTING,
        and_(
            signal.c.shared_at.is_not(None),
            signal.c.scoring_unit_id == HEADED.any_(),
            signal.c.agency_id == FENCE.any_(),
        ),
    ),
)
visible(
    figures,
    and_(
        figures.c.agency_id == FENCE.any_(),
        or_(figures.c.agency_id == AGENCIES.any_(), figures.c.line.overlap(HEADED)),
    ),
)
visible(
    reward_proposal,
    or_(
        and_(reward_proposal.c.state == "accepted", reward_proposal.c.person_id == PERSON),
        and_(
            reward_proposal.c.person_id != PERSON,
            or_(
                reward_proposal.c.scoring_unit_id == UNITS.any_(),
                reward_proposal.c.agency_id == AGENCIES.any_(),
            ),
        ),
    ),
)
