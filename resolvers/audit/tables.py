"""The audit: one leaf per act, written in the act's own transaction, sealed into a hash tree."""

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, UUID

from resolvers.core.tables import PARTY_SCHEMA, SCHEMA, metadata, refers
from resolvers.core.visibility import INSPECTED, visible

audit_leaf = Table(
    "audit_leaf",
    metadata,
    Column("seq", BigInteger, Identity(always=True), primary_key=True),
    Column("id", UUID(as_uuid=True), nullable=False, unique=True),
    # The writing transaction: only leaves older than every running one are sealed.
    Column(
        "xid",
        BigInteger,
        nullable=False,
        server_default=text("(pg_current_xact_id()::text)::bigint"),
    ),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("deed", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("subject_id", UUID(as_uuid=True), nullable=False),
    # Null for an act on what belongs to no agency (the list of administrative areas).
    refers("agency_id", "agency.id", null=True),
    # Null where the operator acts from the command line before anybody is registered.
    refers("actor_id", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    # The @id of the policy that allowed it; of a refused attempt the one that refused, if one did.
    Column("rule", Text, nullable=False),
    # The code of the refusal, where the act was an attempt and nothing came of it.
    Column("refusal", Text),
    Column("channel", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("before", JSONB),
    Column("after", JSONB),
    Column("trace_id", Text, nullable=False, server_default=text("''")),
    # SHA-256 over the canonical text of the columns above, `seq`, `xid` and a null `refusal`
    # excepted.
    Column("hash", LargeBinary, nullable=False),
    Index("audit_leaf_subject_idx", "subject_id", "seq"),
    Index("audit_leaf_agency_idx", "agency_id", "seq"),
)

# One sealed stretch of leaves: the root of their Merkle tree, chained to the seal before.
audit_seal = Table(
    "audit_seal",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("first_leaf", BigInteger, nullable=False),
    Column("last_leaf", BigInteger, nullable=False),
    Column("leaves", BigInteger, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("previous", LargeBinary),
    Column("sealed_at", DateTime(timezone=True), nullable=False),
)

# Which seal covers which leaf, and the leaf's hash as it was sealed: what tells an edited leaf from
# an edited seal, and which leaf is gone. The leaves of a seal stand in the order of `leaf`.
audit_sealed = Table(
    "audit_sealed",
    metadata,
    # No foreign key: a leaf that somebody removes is found missing, not removed from here as well.
    Column("leaf", BigInteger, primary_key=True, autoincrement=False),
    Column("seal", BigInteger, ForeignKey(f"{SCHEMA}.audit_seal.seq"), nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("audit_sealed_seal_idx", "seal", "leaf"),
)

# What a Party deed changed. Its leaf stands in the common trail and carries nothing but the salted
# hash of this row: see `resolvers.audit.keeping`.
audit_content = Table(
    "audit_content",
    metadata,
    refers("leaf_id", "audit_leaf.id", primary_key=True),
    refers("actor_id", "person.id", null=True),
    Column("salt", LargeBinary, nullable=False),
    Column("before", JSONB),
    Column("after", JSONB),
    Column("reason", Text, nullable=False, server_default=text("''")),
    schema=PARTY_SCHEMA,
)

visible(audit_leaf, audit_leaf.c.agency_id == INSPECTED.any_())
