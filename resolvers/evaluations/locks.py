"""Lock exceptions: who opened a locked month to whom, why, and until when; and the window as told.

An exception takes no lock away: the window's days and the closed month stay as they are, and apply
again when the exception ends.
"""

from sqlalchemy import CheckConstraint, Column, Date, DateTime, Index, Table, Text, and_, func, or_
from sqlalchemy.dialects.postgresql import UUID

from resolvers.core.tables import identity, metadata, refers, version
from resolvers.core.visibility import AGENCIES, PERSON, UNITS, visible
from resolvers.work import NOW

lock_exception = Table(
    "lock_exception",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    # The unit whose head scores in the month that is opened.
    refers("unit_id", "unit.id"),
    # Null: for everybody whom that head scores.
    refers("person_id", "person.id", null=True),
    Column("period", Date, nullable=False),
    Column("reason", Text, nullable=False),
    # The petition whose decision granted it; petitions stand above sheets, so it is known by id.
    Column("petition_id", UUID(as_uuid=True)),
    refers("granted_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("granted_at", DateTime(timezone=True), nullable=False),
    Column("ends_at", DateTime(timezone=True), nullable=False),
    refers("revoked_by", "person.id", null=True),
    Column("revoked_at", DateTime(timezone=True)),
    Column("revoked_reason", Text),
    version(),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    CheckConstraint("ends_at > granted_at", name="ends_after_it_begins"),
    CheckConstraint("granted_by <> person_id", name="granted_to_somebody_else"),
    CheckConstraint(
        "num_nonnulls(revoked_by, revoked_at, revoked_reason) in (0, 3)",
        name="revocation_is_signed",
    ),
    Index("lock_exception_unit_idx", "unit_id", "period"),
    Index("lock_exception_agency_idx", "agency_id", "id"),
)

IN_FORCE = and_(
    lock_exception.c.granted_at <= NOW,
    NOW < func.coalesce(lock_exception.c.revoked_at, lock_exception.c.ends_at),
)
"""Whether an exception opens anything now; the function `lock_lifted` asks the same."""

visible(
    lock_exception,
    or_(
        lock_exception.c.person_id == PERSON,
        lock_exception.c.unit_id == UNITS.any_(),
        lock_exception.c.agency_id == AGENCIES.any_(),
    ),
)
