"""Writing a leaf: always inside the transaction of the act that it tells of."""

import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from authz.decide import Decision
from resolvers.audit.tables import audit_leaf
from resolvers.core.database import Transaction
from resolvers.core.deed import canonical, plain
from resolvers.core.ids import new_id
from resolvers.core.request import Request

_WRITE = insert(audit_leaf)
HASHED = (
    "id",
    "at",
    "deed",
    "subject_kind",
    "subject_id",
    "agency_id",
    "actor_id",
    "on_behalf_of",
    "rule",
    "channel",
    "reason",
    "before",
    "after",
    "trace_id",
)
"""The columns that the leaf's hash covers, in canonical text."""


def leaf_hash(leaf: Mapping[str, Any]) -> bytes:
    """SHA-256 over a leaf as it is stored; times count in UTC."""
    told = {name: leaf[name] for name in HASHED}
    told["at"] = told["at"].timestamp().hex()
    return hashlib.sha256(canonical(told).encode()).digest()


async def record(
    tx: Transaction,
    request: Request,
    decision: Decision,
    *,
    deed: str,
    subject: tuple[str, UUID],
    agency: UUID | None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Write one leaf: who did what to which row, on whose behalf, by which rule."""
    leaf: dict[str, Any] = {
        "id": new_id(),
        "at": request.now,
        "deed": deed,
        "subject_kind": subject[0],
        "subject_id": subject[1],
        "agency_id": agency,
        "actor_id": request.reach.actor,
        "on_behalf_of": decision.on_behalf_of,
        "rule": decision.rule,
        "channel": request.channel,
        "reason": reason,
        "before": plain(before),
        "after": plain(after),
        "trace_id": request.trace_id,
    }
    await tx.run(_WRITE, **leaf, hash=leaf_hash(leaf))
