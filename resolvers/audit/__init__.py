"""The audit of every act. Other slices use only the names exported here."""

from resolvers.audit.leaves import leaf, leaf_hash, record, record_refused
from resolvers.audit.merkle import Proof, proves
from resolvers.audit.questions import (
    AFTER_TEXT,
    BEFORE_TEXT,
    SEALED_AT,
    SEALED_NEEDS,
    attempts_in,
    deeds_in,
    leaves_in,
    leaves_of,
)
from resolvers.audit.seals import MOST_LEAVES, seal, seal_hash
from resolvers.audit.tables import (
    audit_content,
    audit_leaf,
    audit_seal,
    audit_sealed,
)
from resolvers.audit.telling import (
    DEEDS,
    deed_name,
    told_bases,
    told_changes,
    told_deeds,
    told_refusals,
    told_subjects,
)
from resolvers.audit.verifying import (
    Fault,
    Finding,
    Inclusion,
    Standing,
    included,
    told_seals,
    verify,
    verify_contents,
)

__all__ = [
    "AFTER_TEXT",
    "BEFORE_TEXT",
    "DEEDS",
    "MOST_LEAVES",
    "SEALED_AT",
    "SEALED_NEEDS",
    "Fault",
    "Finding",
    "Inclusion",
    "Proof",
    "Standing",
    "attempts_in",
    "audit_content",
    "audit_leaf",
    "audit_seal",
    "audit_sealed",
    "deed_name",
    "deeds_in",
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
    "told_bases",
    "told_changes",
    "told_deeds",
    "told_refusals",
    "told_seals",
    "told_subjects",
    "verify",
    "verify_contents",
]
