"""Sealing: settled leaves go into a Merkle tree whose root is chained to the seal before.

A leaf is settled when no transaction that runs could still commit one beside it: its own is older
than all of them, or, after the database was moved to another server, newer than any there.
"""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import BigInteger, DateTime, Text, bindparam, cast, func, or_, select

from authz.actions import Action
from authz.facts import PlatformFacts
from resolvers.audit.merkle import root
from resolvers.audit.tables import audit_leaf, audit_seal, audit_sealed
from resolvers.core.database import Row, Transaction
from resolvers.core.deed import canonical
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import adding

MOST_LEAVES = 10_000
"""Of one seal; a longer backlog takes several."""
LONGEST_TRANSACTION = timedelta(days=1)
"""No transaction lasts longer; so a seal that is older than the newest by this left nothing out."""
SEALED_HASH = ("seq", "first_leaf", "last_leaf", "leaves", "root", "previous")

_ALONE = select(func.pg_advisory_xact_lock(bindparam("lock", type_=BigInteger)))
_SEALING = 0x636F6E73
_LAST = select(audit_seal).order_by(audit_seal.c.seq.desc()).limit(1)
_LEFT_NOTHING_OUT = select(func.coalesce(func.max(audit_seal.c.last_leaf), 0)).where(
    audit_seal.c.sealed_at <= bindparam("before", type_=DateTime(timezone=True))
)


def _bound(of_snapshot: Any) -> Any:
    return cast(cast(of_snapshot, Text), BigInteger)


_snapshot = func.pg_current_snapshot()
_SETTLED = (
    select(audit_leaf.c.seq, audit_leaf.c.hash)
    .where(
        audit_leaf.c.seq > bindparam("after", type_=BigInteger),
        or_(
            audit_leaf.c.xid < _bound(func.pg_snapshot_xmin(_snapshot)),
            audit_leaf.c.xid >= _bound(func.pg_snapshot_xmax(_snapshot)),
        ),
        ~select(audit_sealed.c.leaf).where(audit_sealed.c.leaf == audit_leaf.c.seq).exists(),
    )
    .order_by(audit_leaf.c.seq)
    .limit(MOST_LEAVES)
)


async def seal(tx: Transaction, request: Request) -> int:
    """Seal what is settled and not sealed yet, at most MOST_LEAVES; the number of leaves sealed.

    Writes one seal, or none where there is nothing to seal. Raises a denial.
    """
    demand(request, Action.SealAudit, PlatformFacts())
    await tx.value(_ALONE, lock=_SEALING)
    last = await tx.row(_LAST)
    leaves = await tx.rows(_SETTLED, after=await left_nothing_out(tx, last))
    if not leaves:
        return 0
    number = 1 if last is None else last["seq"] + 1
    await tx.run(
        adding(audit_seal),
        seq=number,
        first_leaf=leaves[0]["seq"],
        last_leaf=leaves[-1]["seq"],
        leaves=len(leaves),
        root=root([leaf["hash"] for leaf in leaves]),
        previous=None if last is None else seal_hash(last),
        sealed_at=request.now,
    )
    covered = [{"leaf": leaf["seq"], "seal": number, "hash": leaf["hash"]} for leaf in leaves]
    await tx.run_many(adding(audit_sealed), covered)
    return len(leaves)


async def left_nothing_out(tx: Transaction, last: Row | None) -> int:
    """The leaf up to which every one is sealed, whatever was running when its seal was made."""
    if last is None:
        return 0
    before = last["sealed_at"] - LONGEST_TRANSACTION
    return int(await tx.value(_LEFT_NOTHING_OUT, before=before))


def seal_hash(seal: Mapping[str, Any]) -> bytes:
    """SHA-256 over a seal: what the next one is chained to, and what is worth noting elsewhere."""
    told = {name: seal[name] for name in SEALED_HASH}
    told["sealed_at"] = seal["sealed_at"].timestamp().hex()
    return hashlib.sha256(canonical(told).encode()).digest()
