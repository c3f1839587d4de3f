"""Recognised results that are to be looked at, because of what they rested on (art. 4.4)."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Index,
    Table,
    Text,
    UniqueConstraint,
    or_,
    text,
)

from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import visible
from resolvers.recognition.scheme_tables import signed
from resolvers.recognition.tables import LEVELS, concerned, own_side, recognising_side

# A recognised result whose ground beneath was replaced since: somebody looks at it (art. 4.4).
recognition_flag = Table(
    "recognition_flag",
    metadata,
    identity(),
    *concerned(),
    refers("review_id", "organisation_review.id", index=True),
    # The edition that took the place of the old one beneath, whose it is, and both levels.
    refers("because_id", "organisation_review.id"),
    refers("because_unit_id", "unit.id"),
    Column("level_before", Text, nullable=False),
    Column("level_after", Text, nullable=False),
    Column("raised_at", DateTime(timezone=True), nullable=False),
    *signed("cleared"),
    Column("note", Text),
    version(),
    UniqueConstraint("review_id", "because_id"),
    one_of("level_before", *LEVELS),
    one_of("level_after", *LEVELS),
    CheckConstraint(
        "num_nonnulls(cleared_at, cleared_by, note) in (0, 3)", name="cleared_by_somebody"
    ),
    Index(
        "recognition_flag_open_idx",
        "recognising_unit_id",
        postgresql_where=text("cleared_at is null"),
    ),
)

visible(recognition_flag, or_(own_side(recognition_flag), recognising_side(recognition_flag)))
