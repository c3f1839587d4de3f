"""Receipts: a deed sent again under its idempotency key answers as it did and does nothing."""

from sqlalchemy import Column, DateTime, LargeBinary, PrimaryKeyConstraint, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from resolvers.core.tables import metadata, refers

receipt = Table(
    "receipt",
    metadata,
    refers("person_id", "person.id"),
    Column("key", Text, nullable=False),
    Column("deed", Text, nullable=False),
    # SHA-256 of the arguments: the same key with other arguments is a mistake, not a repetition.
    Column("fingerprint", LargeBinary, nullable=False),
    Column("outcome", JSONB),
    Column("at", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("person_id", "key"),
)
