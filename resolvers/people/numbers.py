"""Personal identification numbers: kept sealed, found again by a keyed hash."""

import re
from dataclasses import dataclass
from typing import Protocol

from resolvers.core.errors import Refusal

_FORM = re.compile(r"[0-9]{12}")


class PersonalNumberForm(Refusal):
    """A personal identification number has exactly 12 digits."""

    code = "PERSONAL_NUMBER_FORM"
    vi = "Số định danh cá nhân phải gồm đúng 12 chữ số."


class Sealer(Protocol):
    """Keeps what is nobody's to read; the gateway holds the keys and implements this."""

    def seal(self, clear: bytes) -> bytes:
        """The text encrypted and authenticated; differs each time."""
        ...

    def hash(self, clear: bytes) -> bytes:
        """A keyed hash, the same each time: to find a number without knowing the others."""
        ...


@dataclass(frozen=True, slots=True)
class SealedNumber:
    """One number as its row keeps it."""

    sealed: bytes
    hash: bytes


def sealed_number(number: str, sealer: Sealer) -> SealedNumber:
    """The number sealed and hashed; raises PersonalNumberForm."""
    clear = _checked(number)
    return SealedNumber(sealer.seal(clear), sealer.hash(clear))


def number_hash(number: str, sealer: Sealer) -> bytes:
    """The hash under which a person with this number is kept; raises PersonalNumberForm."""
    return sealer.hash(_checked(number))


def _checked(number: str) -> bytes:
    """The digits; an error never repeats them."""
    if not _FORM.fullmatch(number):
        raise PersonalNumberForm(field="personalNumber")
    return number.encode()
