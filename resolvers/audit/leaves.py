"""Writing a leaf: always inside the transaction of the act that it tells of."""

import hashlib
from collections.abc import Mapping
from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from sqlalchemy import insert

from authz.decide import Decision
from authz.reach import NOBODY
from resolvers.audit.keeping import KEEP, apart, kept_apart
from resolvers.audit.tables import audit_leaf
from resolvers.core.database import Transaction, Write
from resolvers.core.deed import canonical, plain
from resolvers.core.errors import Refusal
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
    if leaf.get("refusal") is not None:
        told["refusal"] = leaf["refusal"]
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
    """One leaf, to be written: who did what to which row, on whose behalf, by which rule.

    Not for a Party deed, which has a content to keep besides: give that to `record`.
    """
    if kept_apart(told["deed"]):
        raise ValueError(f"{told['deed']}: a Party deed is recorded by `record`")
    return _written(_values(request, decision, told))


async def record(
    tx: Transaction, request: Request, decision: Decision, **told: Unpack[Told]
) -> None:
    """Write a leaf by itself; `together` with other writes, give `leaf` to the transaction.

    Of a Party deed the leaf carries a commitment, and the content is kept in the Party's schema.
    """
    values = _values(request, decision, told)
    content = None
    if kept_apart(told["deed"]):
        values, content = apart(values)
    statement, leaf = _written(values)
    await tx.run(statement, **leaf)
    if content is not None:
        await tx.run(KEEP, **content)


async def record_refused(
    tx: Transaction,
    request: Request,
    refusal: Refusal,
    *,
    deed: str,
    subject: tuple[str, UUID] | None,
    agency: UUID | None,
) -> None:
    """Write the leaf of an attempt that was refused, in a transaction of its own.

    It says who tried what, on which row where that is known, and the refusal's code; nothing that
    the person wrote.
    """
    decision = Decision(False, refusal.rule)
    told = Told(deed=deed, subject=subject or ("unknown", NOBODY), agency=agency)
    values = {**_values(request, decision, told), "refusal": refusal.code}
    statement, leaf = _written(values)
    await tx.run(statement, **leaf)


def _written(values: dict[str, Any]) -> Write:
    return _WRITE, {**values, "hash": leaf_hash(values)}


def _values(request: Request, decision: Decision, told: Told) -> dict[str, Any]:
    kind, id = told["subject"]
    return {
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
