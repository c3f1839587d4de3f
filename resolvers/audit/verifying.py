"""Verifying: what was edited, removed or slipped in since it was sealed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.audit.keeping import broken
from resolvers.audit.leaves import HASHED, leaf_hash
from resolvers.audit.merkle import Proof, proof, root
from resolvers.audit.seals import left_nothing_out, seal_hash
from resolvers.audit.tables import audit_leaf, audit_seal, audit_sealed
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request

NOTHING_NOTED: Mapping[int, bytes] = MappingProxyType({})


class Standing(StrEnum):
    """Whether one leaf still is what was sealed."""

    WAITS = "waits"
    """No seal covers it yet; the next one will."""
    SEALED = "sealed"
    ALTERED = "altered"


class Fault(StrEnum):
    """What is wrong with the trail."""

    LEAF_EDITED = "LEAF_EDITED"
    LEAF_REMOVED = "LEAF_REMOVED"
    LEAF_SLIPPED_IN = "LEAF_SLIPPED_IN"
    SEAL_EDITED = "SEAL_EDITED"
    SEAL_REMOVED = "SEAL_REMOVED"
    CONTENT_EDITED = "CONTENT_EDITED"
    CONTENT_REMOVED = "CONTENT_REMOVED"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, and where it is."""

    fault: Fault
    seal: int | None = None
    leaf: int | None = None


@dataclass(frozen=True, slots=True)
class Inclusion:
    """That a leaf was sealed as it stands: `merkle.proves(proof, hash, root)` holds."""

    seal: int
    hash: bytes
    root: bytes
    proof: Proof


_SEALS = select(audit_seal).order_by(audit_seal.c.seq)
_OF_SEAL = (
    select(audit_sealed.c.leaf, audit_sealed.c.hash.label("sealed_hash"), audit_leaf)
    .select_from(audit_sealed.outerjoin(audit_leaf, audit_leaf.c.seq == audit_sealed.c.leaf))
    .where(audit_sealed.c.seal == bindparam("seal", type_=BigInteger))
    .order_by(audit_sealed.c.leaf)
)
_SLIPPED_IN = (
    select(audit_leaf.c.seq)
    .where(
        audit_leaf.c.seq <= bindparam("until", type_=BigInteger),
        ~select(audit_sealed.c.leaf).where(audit_sealed.c.leaf == audit_leaf.c.seq).exists(),
    )
    .order_by(audit_leaf.c.seq)
)
_PLACE = (
    select(audit_sealed, audit_seal.c.root)
    .join(audit_seal, audit_seal.c.seq == audit_sealed.c.seal)
    .join(audit_leaf, audit_leaf.c.seq == audit_sealed.c.leaf)
    .where(audit_leaf.c.id == bindparam("id", type_=UuidType(as_uuid=True)))
)


async def verify(tx: Transaction, *, noted: Mapping[int, bytes] = NOTHING_NOTED) -> list[Finding]:
    """Every fault of the sealed trail, in order; an empty list where it is whole.

    `noted` are hashes of seals (`seal_hash`, by number) that somebody keeps outside the database:
    without any, whoever owns the database could cut off the trail's end or forge it as a whole.
    """
    seals = await tx.rows(_SEALS)
    findings = list(_faults_of_chain(seals, noted))
    for each in seals:
        leaves = await tx.rows(_OF_SEAL, seal=each["seq"])
        findings += _faults_of_seal(each, leaves)
    until = await left_nothing_out(tx, seals[-1] if seals else None)
    slipped = await tx.rows(_SLIPPED_IN, until=until)
    return findings + [Finding(Fault.LEAF_SLIPPED_IN, leaf=row["seq"]) for row in slipped]


async def verify_contents(tx: Transaction) -> list[Finding]:
    """Every Party leaf whose content is gone, or is not what the leaf commits to.

    `tx` must run under the Party's roles; nobody else can read a content, or needs it to `verify`.
    """
    edited, removed = await broken(tx)
    return [
        *(Finding(Fault.CONTENT_EDITED, leaf=leaf) for leaf in edited),
        *(Finding(Fault.CONTENT_REMOVED, leaf=leaf) for leaf in removed),
    ]


async def included(tx: Transaction, leaf: UUID) -> Inclusion | None:
    """The proof that a leaf was sealed; None where it is not sealed yet, or not there."""
    place = await tx.row(_PLACE, id=leaf)
    if place is None:
        return None
    rows = await tx.rows(_OF_SEAL, seal=place["seal"])
    index = [row["leaf"] for row in rows].index(place["leaf"])
    found = proof([row["sealed_hash"] for row in rows], index)
    return Inclusion(place["seal"], place["hash"], place["root"], found)


def told_seals(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For each row of SEALED_NEEDS whether the leaf, hashed anew, is the one that was sealed."""
    return [_standing(dict(zip((*HASHED, "refusal"), row, strict=False)), row[-1]) for row in rows]


def _standing(leaf: Mapping[str, Any], sealed: str | None) -> str:
    if sealed is None:
        return Standing.WAITS
    return Standing.SEALED if leaf_hash(leaf).hex() == sealed else Standing.ALTERED


def _faults_of_chain(seals: Sequence[Row], noted: Mapping[int, bytes]) -> Iterator[Finding]:
    """Seals are numbered from one without a gap, and each carries the hash of the one before."""
    hashes = {each["seq"]: seal_hash(each) for each in seals}
    for number in range(1, max([0, *hashes, *noted]) + 1):
        if number not in hashes:
            yield Finding(Fault.SEAL_REMOVED, seal=number)
        elif number in noted and noted[number] != hashes[number]:
            yield Finding(Fault.SEAL_EDITED, seal=number)
    for earlier, later in pairwise(seals):
        chained = later["seq"] == earlier["seq"] + 1
        if chained and later["previous"] != hashes[earlier["seq"]]:
            yield Finding(Fault.SEAL_EDITED, seal=earlier["seq"])


def _faults_of_seal(seal: Row, leaves: Sequence[Row]) -> Iterator[Finding]:
    if _sealed(leaves) != {name: seal[name] for name in _sealed(leaves)}:
        yield Finding(Fault.SEAL_EDITED, seal=seal["seq"])
    for row in leaves:
        if row["seq"] is None:
            yield Finding(Fault.LEAF_REMOVED, seal["seq"], row["leaf"])
        elif not row["hash"] == row["sealed_hash"] == leaf_hash(row):
            yield Finding(Fault.LEAF_EDITED, seal["seq"], row["leaf"])


def _sealed(leaves: Sequence[Row]) -> dict[str, Any]:
    """What a seal over these leaves says of them."""
    numbers = [row["leaf"] for row in leaves]
    return {
        "leaves": len(numbers),
        "first_leaf": min(numbers, default=None),
        "last_leaf": max(numbers, default=None),
        "root": root([row["sealed_hash"] for row in leaves]) if leaves else None,
    }
