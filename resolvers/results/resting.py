"""What rests on a result that another edition has taken the place of: see `flags_what_rests`.

A year is classified before December is over (art. 19.2), on a December that may be scored anew, and
a petition may change any month. Nothing changes by itself; whoever decided is told.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from resolvers.core.database import Transaction
from resolvers.core.request import Request


@dataclass(frozen=True, slots=True)
class Superseded:
    """A person's result whose edition counts no longer."""

    person: UUID
    span: str
    period: date
    edition: UUID
    """The result that counts now."""
    level: str | None
    """Its level; None where it is not rated."""


Flagging = Callable[[Transaction, Request, Sequence[Superseded]], Awaitable[None]]

_FLAGGING: list[Flagging] = []


def flags_what_rests(flagging: Flagging) -> Flagging:
    """Declare, beside a table of a slice above, how what rests on results is flagged.

    It runs in the transaction that computed them, once for some hundred persons.
    """
    _FLAGGING.append(flagging)
    return flagging


async def flag_what_rests(
    tx: Transaction, request: Request, superseded: Sequence[Superseded]
) -> None:
    """Let every slice flag what rests on results that count no longer."""
    for flagging in _FLAGGING if superseded else ():
        await flagging(tx, request, superseded)
