"""Persons, their dated postings, and every authority that stands beside a posting."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, ExcludeConstraint

from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, FENCE, PERSON, visible

OFFICES = ("head", "deputy", "member")
MODES = ("appointed", "acting", "seconded")
MANDATES = ("personnel_officer", "inspector", "administrator")

person = Table(
    "person",
    metadata,
    identity(),
    # The agency that holds the personnel file; changes with the main posting.
    refers("agency_id", "agency.id", index=True),
    Column("full_name", Text, nullable=False),
    Column("given_name", Text, nullable=False),
    # Vietnamese names sort by given name, then surname; computed in Python, compared as bytes.
    Column("sort_key", Text(collation="C"), nullable=False),
    # The name without diacritics, for search.
    Column("search_key", Text, nullable=False),
    Column("staff_code", Text),
    Column("personal_number_sealed", LargeBinary),
    Column("personal_number_hash", LargeBinary, unique=True),
    version(),
    UniqueConstraint("agency_id", "staff_code"),
    Index("person_directory_idx", "agency_id", "sort_key", "id"),
)

login = Table(
    "login",
    metadata,
    identity(),
    refers("person_id", "person.id", index=True),
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("linked_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("issuer", "subject"),
)

# `main` marks the posting in which the person is evaluated: a secondee is evaluated by the
# receiving agency (Decree 170/2025, art. 26.3), so there the secondment is the main one.
posting = Table(
    "posting",
    metadata,
    identity(),
    refers("person_id", "person.id"),
    refers("agency_id", "agency.id"),
    refers("unit_id", "unit.id", index=True),
    refers("position_id", "job_position.id", null=True),
    Column("office", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("main", Boolean, nullable=False, server_default=text("true")),
    Column("decision_no", Text, nullable=False, server_default=text("''")),
    during(),
    version(),
    one_of("office", *OFFICES),
    one_of("mode", *MODES),
    ExcludeConstraint(
        ("unit_id", "="),
        ("during", "&&"),
        where=text("office = 'head'"),
        name="posting_one_head_per_unit_and_day",
    ),
    # Over an expression that no question uses: posts are looked up by the B-tree below. The planner
    # would take this index, which reads a hundred pages for one person, to be as good.
    ExcludeConstraint(
        (text("(case when main then person_id end)"), "="),
        ("during", "&&"),
        name="posting_one_main_per_person_and_day",
    ),
    Index("posting_agency_id_idx", "agency_id"),
)

# An office outside the line of heads, always bound to its unit as one pair.
mandate = Table(
    "mandate",
    metadata,
    identity(),
    refers("person_id", "person.id"),
    refers("agency_id", "agency.id"),
    refers("unit_id", "unit.id", index=True),
    Column("kind", Text, nullable=False),
    refers("granted_by", "person.id", null=True),
    during(),
    version(),
    one_of("kind", *MANDATES),
    ExcludeConstraint(
        ("person_id", "="),
        ("unit_id", "="),
        ("kind", "="),
        ("during", "&&"),
        name="mandate_once_per_day",
    ),
)

# A head's authority lent for some days. It starts and ends by its dates; revoking it shortens them.
delegation = Table(
    "delegation",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("unit_id", "unit.id"),
    refers("from_person_id", "person.id"),
    refers("to_person_id", "person.id", index=True),
    # The deeds lent; null means all that the head himself may do.
    Column("deeds", ARRAY(Text)),
    Column("reason", Text, nullable=False),
    during(),
    Column("revoked_at", DateTime(timezone=True)),
    version(),
    CheckConstraint("from_person_id <> to_person_id", name="to_somebody_else"),
    ExcludeConstraint(
        ("unit_id", "="),
        ("during", "&&"),
        where=text("revoked_at is null"),
        name="delegation_one_acting_head_per_day",
    ),
)

# A person's agency lets him go to another one on a day; that one appoints him.
transfer = Table(
    "transfer",
    metadata,
    identity(),
    # The agency that he goes to.
    refers("agency_id", "agency.id", index=True),
    refers("from_agency_id", "agency.id", index=True),
    refers("person_id", "person.id"),
    refers("posting_id", "posting.id"),
    # The first day on which he no longer holds the post.
    Column("leaves_on", Date, nullable=False),
    Column("decision_no", Text, nullable=False),
    refers("agreed_by", "person.id", null=True),
    Column("agreed_at", DateTime(timezone=True), nullable=False),
    # Open until he is appointed there, or it is taken back.
    Column("taken_at", DateTime(timezone=True)),
    Column("withdrawn_at", DateTime(timezone=True)),
    version(),
    CheckConstraint("from_agency_id <> agency_id", name="to_another_agency"),
    CheckConstraint("num_nonnulls(taken_at, withdrawn_at) <= 1", name="taken_or_withdrawn"),
    Index(
        "transfer_open_idx",
        "posting_id",
        unique=True,
        postgresql_where=text("taken_at is null and withdrawn_at is null"),
    ),
)

# The field that a deputy is in charge of (Decree 335/2025, art. 15.4): a unit, or one person.
charge = Table(
    "charge",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("posting_id", "posting.id", index=True),
    refers("unit_id", "unit.id", null=True),
    refers("person_id", "person.id", null=True),
    during(),
    CheckConstraint("num_nonnulls(unit_id, person_id) = 1", name="a_unit_or_a_person"),
)

Index("posting_person_idx", posting.c.person_id, literal_column("lower(during)"))

visible(person, or_(person.c.id == PERSON, person.c.agency_id == FENCE.any_()))
visible(posting, or_(posting.c.person_id == PERSON, posting.c.agency_id == FENCE.any_()))
visible(mandate, or_(mandate.c.person_id == PERSON, mandate.c.agency_id == FENCE.any_()))
visible(
    delegation,
    or_(
        delegation.c.from_person_id == PERSON,
        delegation.c.to_person_id == PERSON,
        delegation.c.agency_id == FENCE.any_(),
    ),
)
visible(
    transfer,
    or_(
        transfer.c.person_id == PERSON,
        transfer.c.agency_id == AGENCIES.any_(),
        transfer.c.from_agency_id == AGENCIES.any_(),
    ),
)
visible(charge, or_(charge.c.person_id == PERSON, charge.c.agency_id == FENCE.any_()))
