"""The audit of every act. Other slices use only the names exported here."""

from resolvers.audit.leaves import leaf, leaf_hash, record, record_refused
from resolvers.audit.merkle import Proof, proves
from resolvers.audit.questions import AFTER_TEXT, BEFORE_TEXT, leaves_in, leaves_of
from resolvers.audit.seals import MOST_LEAVES, seal, seal_hash
from resolvers.audit.tables import (
    audit_content,
    audit_leaf,
    audit_seal,
    audit_sealed,
)
from resolvers.audit.verifying import (
    Fault,
    Finding,
    Inclusion,
    included,
    verify,
    verify_contents,
)

__all__ = [
    "AFTER_TEXT",
    "BEFORE_TEXT",
    "MOST_LEAVES",
    "Fault",
    "Finding",
    "Inclusion",
    "Proof",
    "audit_content",
    "audit_leaf",
    "audit_seal",
    "audit_sealed",
    "included",
    "leaf",
    "leaf_hash",
    "leaves_in",
    "leaves_of",
    "proves",
    "record",
    "record_refused",
    "seal",
    "seal_hash",
    "verify",
    "verify_contents",
]
