"""A Merkle tree as RFC 6962, section 2.1, has it: leaves and nodes under different prefixes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

_LEAF, _NODE = b"\x00", b"\x01"


@dataclass(frozen=True, slots=True)
class Proof:
    """That an entry stands in a tree: its place, the tree's size, the hashes beside the way."""

    index: int
    size: int
    path: tuple[bytes, ...]


def root(entries: Sequence[bytes]) -> bytes:
    """The root hash over at least one entry."""
    return _over([hashlib.sha256(_LEAF + entry).digest() for entry in entries])


def proof(entries: Sequence[bytes], index: int) -> Proof:
    """The proof that entry `index` is among `entries`."""
    return Proof(index, len(entries), tuple(_path(list(entries), index)))


def proves(proof: Proof, entry: bytes, root: bytes) -> bool:
    """Whether the proof leads from the entry to the root (RFC 9162, section 2.1.3.2)."""
    if not 0 <= proof.index < proof.size:
        return False
    place, last = proof.index, proof.size - 1
    found = hashlib.sha256(_LEAF + entry).digest()
    for beside in proof.path:
        if last == 0:
            return False
        if place % 2 or place == last:
            found = _node(beside, found)
            while place % 2 == 0 and place:
                place, last = place // 2, last // 2
        else:
            found = _node(found, beside)
        place, last = place // 2, last // 2
    return last == 0 and found == root


def _over(level: list[bytes]) -> bytes:
    if len(level) == 1:
        return level[0]
    split = _split(len(level))
    return _node(_over(level[:split]), _over(level[split:]))


def _path(entries: list[bytes], index: int) -> list[bytes]:
    if len(entries) == 1:
        return []
    split = _split(len(entries))
    if index < split:
        return [*_path(entries[:split], index), root(entries[split:])]
    return [*_path(entries[split:], index - split), root(entries[:split])]


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return int(1 << (size - 1).bit_length() - 1)


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()
