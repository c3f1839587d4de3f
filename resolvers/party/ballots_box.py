"""The box of a secret ballot: votes go in under a lock, and only their sums come out.

Additive ElGamal in the prime-order subgroup of RFC 3526, group 14. A vote multiplies an encrypted
one into the sum of its choice and an encrypted nought into every other, so that the whole box looks
new after each vote. Whoever puts votes in needs the public key alone. The private key is derived
from the code that the counting commission sets and keeps: no table, no log and no setting holds it,
and what is in the box never reaches the database in clear (decision 0016).
"""

import hashlib
import secrets
from collections.abc import Sequence
from uuid import UUID

from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.vietnamese import tidy

P = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AACAA68FFFFFFFFFFFFFFFF",
    16,
)
G = 2
"""Generates the subgroup of order (P - 1) / 2, which is prime."""
SIZE = 256
"""Bytes of one number of the group."""
SECRET_BITS = 320
LEAST_CODE, MOST_CODE = 16, 200
_COST = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26}


class WrongCode(Refusal):
    """This is not the code that the box was locked with."""

    code = "BALLOT_CODE_WRONG"
    vi = "Mã khóa hòm phiếu không đúng."


class BoxDisagrees(Refusal):
    """The box does not hold as many votes as people have voted ({voted}); nothing is counted."""

    code = "BALLOT_BOX_DISAGREES"
    vi = "Số phiếu trong hòm không khớp với số người đã bỏ phiếu ({voted}); không kiểm phiếu được."


def public_key(code: str, ballot: UUID) -> bytes:
    """The key under which votes go in. Raises InvalidInput for a code that is soon guessed."""
    return _bytes(pow(G, _private(code, ballot), P))


def empty_box(choices: int) -> bytes:
    """A box without a vote, of as many sums as there are choices."""
    return b"".join(_bytes(1) * 2 for _ in range(choices))


def put(box: bytes, key: bytes, choice: int) -> bytes:
    """The box with one more vote for the choice of that number."""
    public = int.from_bytes(key, "big")
    added = []
    for number, (shared, masked) in enumerate(_pairs(box)):
        once = secrets.randbits(SECRET_BITS)
        vote = G if number == choice else 1
        added.append(_bytes(shared * pow(G, once, P) % P))
        added.append(_bytes(masked * pow(public, once, P) * vote % P))
    return b"".join(added)


def counted(box: bytes, key: bytes, code: str, ballot: UUID, *, voted: int) -> list[int]:
    """The sums of the box, choice by choice. Raises WrongCode, BoxDisagrees, InvalidInput."""
    private = _private(code, ballot)
    if _bytes(pow(G, private, P)) != key:
        raise WrongCode(field="code")
    sums = {pow(G, votes, P): votes for votes in range(voted + 1)}
    found = [
        sums.get(masked * pow(shared, -private, P) % P, voted + 1) for shared, masked in _pairs(box)
    ]
    if sum(found) != voted:
        raise BoxDisagrees(voted=voted, field="ballot")
    return found


def _private(code: str, ballot: UUID) -> int:
    neat = tidy(code)
    if not LEAST_CODE <= len(neat) <= MOST_CODE:
        allowed = f"{LEAST_CODE}–{MOST_CODE} characters"
        raise InvalidInput(what="code", allowed=allowed, field="code")
    derived = hashlib.scrypt(neat.encode(), salt=ballot.bytes, dklen=SECRET_BITS // 8, **_COST)
    return int.from_bytes(derived, "big")


def _pairs(box: bytes) -> Sequence[tuple[int, int]]:
    numbers = [
        int.from_bytes(box[start : start + SIZE], "big") for start in range(0, len(box), SIZE)
    ]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _bytes(number: int) -> bytes:
    return number.to_bytes(SIZE, "big")
