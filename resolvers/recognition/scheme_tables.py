"""The criteria that a managing agency lays down for all that it manages (art. 7.2)."""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from resolvers.core.tables import identity, metadata, one_of, refers, version

SCHEME_STATES = ("proposed", "returned", "approved", "closed")
PARTS = ("general", "results")
POINTS = Numeric(5, 2)


def signed(name: str) -> list[Column[Any]]:
    """Who did a step, for whom, and when."""
    return [
        refers(f"{name}_by", "person.id", null=True),
        refers(f"{name}_on_behalf_of", "person.id", null=True),
        Column(f"{name}_at", DateTime(timezone=True)),
    ]


# One edition; it is proposed whole, then decided or returned, and never edited.
organisation_scheme = Table(
    "organisation_scheme",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("edition", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'proposed'")),
    refers("proposed_by", "person.id"),
    Column("proposed_at", DateTime(timezone=True), nullable=False),
    Column("decision_no", Text, nullable=False, server_default=text("''")),
    Column("in_force_from", Date),
    Column("closed_on", Date),
    *signed("decided"),
    Column("return_reason", Text),
    version(),
    UniqueConstraint("agency_id", "edition"),
    one_of("state", *SCHEME_STATES),
    CheckConstraint(
        "state not in ('approved', 'closed')"
        " or (decided_by is not null and in_force_from is not null)",
        name="approval_is_signed",
    ),
    Index(
        "organisation_scheme_open_idx",
        "agency_id",
        unique=True,
        postgresql_where=text("state = 'proposed'"),
    ),
    Index(
        "organisation_scheme_in_force_idx",
        "agency_id",
        unique=True,
        postgresql_where=text("state = 'approved'"),
    ),
)

organisation_criterion = Table(
    "organisation_criterion",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("scheme_id", "organisation_scheme.id"),
    # The place in the scheme, from 1: the order of every review's marks.
    Column("position", SmallInteger, nullable=False),
    Column("part", Text, nullable=False),
    # The group of art. 6 (1 to 3) or the item of art. 7.1 (a to h) that it details.
    Column("item", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("most", POINTS, nullable=False),
    one_of("part", *PARTS),
    UniqueConstraint("scheme_id", "code"),
    UniqueConstraint("scheme_id", "position"),
    CheckConstraint("most > 0", name="worth_something"),
)
