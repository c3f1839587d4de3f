"""Writing a leaf: always inside the transaction of the act that it tells of."""

import hashlib
from collections.abc import Mapping
from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from sqlalchemy import insert

from authz.decide import Decision
from resolvers.audit.tables import audit_leaf
from resolvers.core.database import Transaction, Write
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


class Told(TypedDict, total=False):
    """What a leaf tells besides who, when and by which rule."""

    deed: Required[str]
    subject: Required[tuple[str, UUID]]
    """The kind of row that the deed touched, and its id."""
    agency: Required[UUID | None]
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reason: str


def leaf(request: Request, decision: Decision, **told: Unpack[Told]) -> Write:
    """One leaf, to be written: who did what to which row, on whose behalf, by which rule."""
    kind, id = told["subject"]
    values: dict[str, Any] = {
        "id": new_id(),
        "at": request.now,
        "deed": told["deed"],
        "subject_kind": kind,
        "subject_id": id,
        "agency_id": told["agency"],
        "actor_id": request.reach.actor,
        "on_behalf_of": decision.on_behalf_of,
        "rule": decision.rule,
        "channel": request.channel,
        "reason": told.get("reason", ""),
        "before": plain(told.get("before")),
        "after": plain(told.get("after")),
        "trace_id": request.trace_id,
    }
    return _WRITE, {**values, "hash": leaf_hash(values)}


async def record(
    tx: Transaction, request: Request, decision: Decision, **told: Unpack[Told]
) -> None:
    """Write a leaf by itself; `together` with other writes, give `leaf` to the transaction."""
    statement, values = leaf(request, decision, **told)
    await tx.run(statement, **values)
