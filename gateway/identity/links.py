"""From an issuer's name for somebody to a person of ours. The people slice knows; we only ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Met:
    """A linked person, as his page is told of him."""

    person: UUID
    quarters: Sequence[int]
    """The years in which his agency scores by the quarter, by which a page names periods."""


class Links(Protocol):
    """The links between issuers' subjects and persons."""

    async def find(self, iss: str, sub: str) -> UUID | None:
        """The linked person, or None."""
        ...

    async def met(self, iss: str, sub: str) -> Met | None:
        """The same, with what a page is told of that person."""
        ...

    async def link_by_personal_number(self, iss: str, sub: str, number: str) -> UUID | None:
        """Link the person with this 12-digit number, for good; None if there is nobody, or the
        person is linked to another subject of this issuer."""
        ...


async def person_of(links: Links, iss: str, sub: str, personal_number: str | None) -> UUID | None:
    """The person behind a subject; linked now, if it is new and the issuer gives the number.

    `personal_number` is None unless the operator's mapping trusts the issuer for it.
    """
    person = await links.find(iss, sub)
    if person is None and personal_number is not None:
        person = await links.link_by_personal_number(iss, sub, personal_number)
    return person
