"""Party organisations, their members, and the offices that are the only Party mandates.

All tables stand in a schema of their own, which only the Party's roles reach. Who sees a row is
said by the two values that a request has when it came in by the Party's entrance: the person, and
the bodies of his offices with those beneath.
"""

from functools import partial

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Table,
    Text,
    and_,
    exists,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from resolvers.core.tables import (
    PARTY_SCHEMA,
    during,
    identity,
    metadata,
    one_of,
    refers,
    version,
)
from resolvers.core.visibility import PARTY_BODIES, PARTY_PERSON, visible

COMMITTEES = ("committee", "grassroots_committee")
"""Party organisations with a committee above branches: they decide about those beneath."""
BRANCHES = ("grassroots_branch", "branch")
PARTY_BODIES_PROPER = (*COMMITTEES, *BRANCHES)
COLLECTIVES = ("leadership", "mass_organisation")
"""What is no Party organisation and has a voice all the same: the leadership of an agency, and its
mass organisations."""
BODY_KINDS = (*PARTY_BODIES_PROPER, *COLLECTIVES)

SPEAKERS = ("secretary", "head", "representative")
"""The office that speaks for a body, by what kind of body it is."""
COMMITTEE_OFFICES = ("secretary", "deputy_secretary", "standing_member", "committee_member")
READS_BENEATH = (*COMMITTEE_OFFICES, "personnel_officer")
"""Offices that read their body and everything beneath it."""
READS_OWN = ("head", "leader", "representative")
"""Offices that read what their own body has a voice in. Head and leaders are the members of a
leadership collective: a review of theirs is that of a leader."""
PARTY_OFFICES = (*READS_BENEATH, *READS_OWN)


beside = partial(refers, schema=PARTY_SCHEMA)
"""A foreign key to a table of the Party's schema ("party_body.id")."""

# One node of the Party's own tree. A body that moves is closed, and founded anew in its new place.
party_body = Table(
    "party_body",
    metadata,
    identity(),
    beside("parent_id", "party_body.id", null=True, index=True),
    Column("kind", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    # What it corresponds to in the state's organisation, where it does.
    refers("agency_id", "agency.id", null=True),
    refers("unit_id", "unit.id", null=True),
    during(),
    version(),
    one_of("kind", *BODY_KINDS),
    CheckConstraint("parent_id <> id", name="not_its_own_parent"),
    CheckConstraint(
        "kind in ('committee', 'grassroots_committee', 'grassroots_branch')"
        " or parent_id is not null",
        name="stands_beneath_a_committee",
    ),
    CheckConstraint("kind <> 'leadership' or agency_id is not null", name="leads_an_agency"),
    ExcludeConstraint(("code", "="), ("during", "&&"), name="party_body_code_once_per_day"),
    schema=PARTY_SCHEMA,
)

# One spell of membership in a branch, with the same standing throughout; a change begins another.
party_member = Table(
    "party_member",
    metadata,
    identity(),
    refers("person_id", "person.id"),
    beside("body_id", "party_body.id", index=True),
    Column("standing", Text, nullable=False),
    # A temporary one stands beside the official one, in another branch.
    Column("activity", Text, nullable=False, server_default=text("'official'")),
    Column("exempt", Boolean, nullable=False, server_default=text("false")),
    Column("suspended", Boolean, nullable=False, server_default=text("false")),
    # Works outside the political system (form 2C).
    Column("outside", Boolean, nullable=False, server_default=text("false")),
    # The committee that manages him as a cadre, where it is not the one directly above his branch.
    beside("managed_by_id", "party_body.id", null=True),
    Column("admitted_on", Date, nullable=False),
    Column("decision_no", Text, nullable=False),
    during(),
    version(),
    one_of("standing", "official", "probationary"),
    one_of("activity", "official", "temporary"),
    CheckConstraint(
        "activity = 'official' or managed_by_id is null", name="managed_where_he_belongs"
    ),
    ExcludeConstraint(
        ("person_id", "="),
        ("during", "&&"),
        where=text("activity = 'official'"),
        name="party_member_one_branch_per_day",
    ),
    ExcludeConstraint(
        ("person_id", "="),
        ("body_id", "="),
        ("during", "&&"),
        name="party_member_once_per_branch_and_day",
    ),
    Index("party_member_person_idx", "person_id", "id"),
    schema=PARTY_SCHEMA,
)

# The only Party mandates: who may do what in the Party's record, and read which part of it.
party_office = Table(
    "party_office",
    metadata,
    identity(),
    refers("person_id", "person.id"),
    beside("body_id", "party_body.id", index=True),
    Column("kind", Text, nullable=False),
    Column("decision_no", Text, nullable=False),
    # Null where the operator installed the first one.
    refers("appointed_by", "person.id", null=True),
    during(),
    version(),
    one_of("kind", *PARTY_OFFICES),
    CheckConstraint("appointed_by <> person_id", name="nobody_appoints_himself"),
    ExcludeConstraint(
        ("body_id", "="),
        ("during", "&&"),
        where=text("kind in ('secretary', 'head', 'representative')"),
        name="party_office_one_speaks_per_day",
    ),
    ExcludeConstraint(
        ("person_id", "="),
        ("body_id", "="),
        ("kind", "="),
        ("during", "&&"),
        name="party_office_once_per_day",
    ),
    Index("party_office_person_idx", "person_id", "id"),
    schema=PARTY_SCHEMA,
)

visible(
    party_body,
    or_(
        party_body.c.id == PARTY_BODIES.any_(),
        party_body.c.parent_id == PARTY_BODIES.any_(),
        exists().where(
            and_(
                party_member.c.body_id == party_body.c.id,
                party_member.c.person_id == PARTY_PERSON,
            )
        ),
        exists().where(
            and_(
                party_office.c.body_id == party_body.c.id,
                party_office.c.person_id == PARTY_PERSON,
            )
        ),
    ),
)
visible(
    party_member,
    or_(party_member.c.person_id == PARTY_PERSON, party_member.c.body_id == PARTY_BODIES.any_()),
)
visible(
    party_office,
    or_(party_office.c.person_id == PARTY_PERSON, party_office.c.body_id == PARTY_BODIES.any_()),
)
