"""The Party's acts: their leaves stand in the common trail, what they changed does not.

Such a leaf says who did what to which row. Of the rest it carries a commitment alone, a hash that
is salted so that nobody can guess what it stands for; the content is kept in the Party's schema,
written by the same transaction. Whoever may read that schema can prove that neither was changed.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Text, bindparam, insert, select

from authz.actions import DESCRIBED, Action
from resolvers.audit.tables import audit_content, audit_leaf
from resolvers.core.database import Row, Transaction
from resolvers.core.deed import canonical

SLICE = "party"
"""Its policies stand in several files, `party_votes` among them; all are the Party's."""
COMMITMENT = "commitment"
SALT_BYTES = 32
DEEDS = frozenset(
    action.value for action in Action if DESCRIBED[action].slice.partition("_")[0] == SLICE
)

KEEP = insert(audit_content)
_COMMITTED = (
    select(
        audit_leaf.c.seq,
        audit_leaf.c.after[COMMITMENT].astext.label(COMMITMENT),
        audit_content,
    )
    .select_from(audit_leaf.outerjoin(audit_content, audit_content.c.leaf_id == audit_leaf.c.id))
    .where(
        audit_leaf.c.seq > bindparam("beyond", type_=BigInteger),
        audit_leaf.c.after.has_key(COMMITMENT),
        audit_leaf.c.deed == bindparam("deeds", type_=ARRAY(Text)).any_(),
    )
    .order_by(audit_leaf.c.seq)
    .limit(1000)
)


def kept_apart(deed: str) -> bool:
    """Whether the deed is the Party's, so that its content is kept in the Party's schema."""
    return deed in DEEDS


def committed(content: Mapping[str, Any], salt: bytes) -> str:
    """The commitment: HMAC-SHA256 of before, after and reason under the salt, in hexadecimal."""
    told = {name: content[name] for name in ("before", "after", "reason")}
    return hmac.digest(salt, canonical(told).encode(), hashlib.sha256).hex()


def apart(leaf: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A leaf's values without its content but with the commitment, and the row of the content."""
    salt = secrets.token_bytes(SALT_BYTES)
    content = {name: leaf[name] for name in ("before", "after", "reason")}
    bare = {
        **leaf,
        "agency_id": None,
        "before": None,
        "after": {COMMITMENT: committed(content, salt)},
        "reason": "",
    }
    return bare, {"leaf_id": leaf["id"], "actor_id": leaf["actor_id"], "salt": salt, **content}


async def broken(tx: Transaction) -> tuple[list[int], list[int]]:
    """The leaves whose content is not what they commit to, and those whose content is gone.

    `tx` must run under the Party's roles.
    """
    edited, removed, beyond = list[int](), list[int](), 0
    while rows := await tx.rows(_COMMITTED, beyond=beyond, deeds=sorted(DEEDS)):
        beyond = rows[-1]["seq"]
        removed += [row["seq"] for row in rows if row["leaf_id"] is None]
        edited += [row["seq"] for row in rows if row["leaf_id"] is not None and not _holds(row)]
    return edited, removed


def _holds(row: Row) -> bool:
    return hmac.compare_digest(committed(row, row["salt"]), str(row[COMMITMENT]))
