"""Personnel actions: what is proposed about whom, how far it has come, and who decides.

Every row names the person, the agency where he works, the one that decides and the one that he is
to go to: by these it is decided who may see it. What was decided is never changed; it is cancelled
before its day, or followed by another decision.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    Table,
    Text,
    and_,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, JSONB, ExcludeConstraint

from resolvers.core.documents import columns as document
from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, HEADED, PERSON, visible
from resolvers.statute.personnel import ActionKind, Source

KINDS = tuple(kind.value for kind in ActionKind)
SOURCES = tuple(source.value for source in Source)
STATES = ("proposed", "in_procedure", "decided", "refused", "withdrawn", "cancelled")
OPEN = ("proposed", "in_procedure")
OFFICES = ("head", "deputy", "member")


def concerned() -> list[Column[object]]:
    """Whom a row is about, where he works, who decides, and where he is to go, if elsewhere."""
    return [
        refers("person_id", "person.id"),
        refers("agency_id", "agency.id"),
        refers("deciding_agency_id", "agency.id"),
        refers("receiving_agency_id", "agency.id", null=True),
    ]


personnel_action = Table(
    "personnel_action",
    metadata,
    identity(),
    *concerned(),
    Column("kind", Text, nullable=False),
    # The post that it is about, as it was held when it was proposed.
    refers("posting_id", "posting.id"),
    # The units whose heads have a part in it: of the agency that uses him and of the one that he
    # goes to; the unit whose head decides; the one whose head scores him.
    refers("using_unit_id", "unit.id"),
    refers("receiving_unit_id", "unit.id", null=True),
    refers("deciding_unit_id", "unit.id"),
    refers("scoring_unit_id", "unit.id", null=True),
    # Where he is to go; null where he goes nowhere.
    refers("target_unit_id", "unit.id", null=True),
    refers("target_position_id", "job_position.id", null=True),
    Column("target_office", Text),
    # Whether he comes from the agency itself or from another one (Decree 170/2025, art. 33).
    Column("source", Text, nullable=False),
    # Whether it is about a leadership office, and whether he has asked for it himself, in writing.
    Column("leader", Boolean, nullable=False),
    Column("own_wish", Boolean, nullable=False),
    # The day whose law lays down its procedure.
    Column("law_day", Date, nullable=False),
    Column("reason", Text, nullable=False),
    # The articles that it rests on, in the order in which they were read.
    Column("cites", ARRAY(Text), nullable=False),
    Column("state", Text, nullable=False, server_default=text("'proposed'")),
    # A ground that no record shows, by its name in the decree, and the paper that it stands on.
    Column("paper_ground", Text),
    *document("paper", null=True, check="paper_sha256_length"),
    # Why a gate is passed that the law leaves to the authority in a special case.
    Column("special_case", Text),
    # First day of effect, and the first day on which it holds no more: wished for, then decided.
    Column("effective_on", Date),
    Column("until", Date),
    # The first day on which it held no more, where it was ended before its last one.
    Column("ended_on", Date),
    # The day on which its ground was established or the result told: deadlines run from it.
    Column("ground_on", Date, nullable=False),
    refers("proposed_by", "person.id"),
    refers("proposed_on_behalf_of", "person.id", null=True),
    # The unit as whose head it was proposed; null for the personnel body and the person himself.
    refers("proposing_unit_id", "unit.id", null=True),
    Column("proposed_at", DateTime(timezone=True), nullable=False),
    # Since when the person reads it: the law has him heard or told, or he asked for it himself.
    Column("told_at", DateTime(timezone=True)),
    *document("decision", null=True, check="decision_sha256_length"),
    Column("decision_note", Text),
    refers("decided_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    # From the decision to its day: nobody decides another one on the same person meanwhile.
    Column("waiting", DATERANGE),
    # The days of a measure that ends by itself: two of them never overlap.
    Column("lasting", DATERANGE),
    # What it wrote, so that it can be taken back before its day.
    Column("effect", JSONB),
    Column("closed_reason", Text),
    refers("closed_by", "person.id", null=True),
    Column("closed_at", DateTime(timezone=True)),
    version(),
    one_of("kind", *KINDS),
    one_of("state", *STATES),
    one_of("source", *SOURCES),
    one_of("target_office", *OFFICES),
    CheckConstraint("until > effective_on", name="ends_after_it_begins"),
    CheckConstraint(
        "ended_on is null or (ended_on > effective_on and ended_on < until and state = 'decided')",
        name="ends_within",
    ),
    CheckConstraint("(paper_ground is null) = (paper_no is null)", name="a_ground_has_its_paper"),
    CheckConstraint(
        "(decided_by is not null) = (state in ('decided', 'cancelled'))"
        " and num_nonnulls(decided_by, decided_at, decision_no, effect, waiting) in (0, 5)"
        " and (decided_by is null or effective_on is not null)",
        name="a_decision_is_signed",
    ),
    CheckConstraint(
        "(state in ('refused', 'withdrawn', 'cancelled')) = (closed_reason is not null)"
        " and num_nonnulls(closed_reason, closed_by, closed_at) in (0, 3)",
        name="an_end_is_signed",
    ),
    CheckConstraint(
        "decided_by <> person_id and on_behalf_of <> person_id", name="nobody_decides_on_himself"
    ),
    ExcludeConstraint(
        ("person_id", "="),
        ("waiting", "&&"),
        where=text("state = 'decided'"),
        name="personnel_action_one_decision_at_a_time",
    ),
    ExcludeConstraint(
        ("person_id", "="),
        ("lasting", "&&"),
        where=text("state = 'decided'"),
        name="personnel_action_one_measure_per_day",
    ),
    Index("personnel_action_person_idx", "person_id", "id"),
    Index("personnel_action_agency_idx", "agency_id", "id"),
    Index("personnel_action_deciding_idx", "deciding_unit_id", "state", "id"),
    Index("personnel_action_receiving_idx", "receiving_agency_id", "id"),
)

FROM_OUTSIDE = or_(
    personnel_action.c.agency_id == AGENCIES.any_(),
    personnel_action.c.deciding_agency_id == AGENCIES.any_(),
    personnel_action.c.receiving_agency_id == AGENCIES.any_(),
    personnel_action.c.using_unit_id == HEADED.any_(),
    personnel_action.c.receiving_unit_id == HEADED.any_(),
    personnel_action.c.deciding_unit_id == HEADED.any_(),
    personnel_action.c.proposing_unit_id == HEADED.any_(),
)
"""Personnel bodies, inspectors and heads of the agencies concerned, and the head who proposed."""

PREPARED_SHOWN = and_(personnel_action.c.person_id != PERSON, FROM_OUTSIDE)
"""Those who prepare and decide; nobody reads what is being prepared about himself."""

HIS_OWN = and_(personnel_action.c.person_id == PERSON, personnel_action.c.told_at.is_not(None))
"""The person himself, from the moment at which the law has him heard or told."""

ACTION_SHOWN = or_(HIS_OWN, PREPARED_SHOWN)

visible(personnel_action, ACTION_SHOWN)
