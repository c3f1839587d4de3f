"""Attempts at deeds that were refused: where the slice asks for it, the audit is told of them."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from authz.reach import NOBODY
from gateway.graph.databases import GraphDatabase
from gateway.graph.plans import DeedStep
from gateway.graph.realms import WATCHED, PartyEntranceNeeded
from resolvers.audit import record_refused
from resolvers.core.errors import Refusal
from resolvers.core.modules import PARTY
from resolvers.core.request import Request
from resolvers.core.slices import slice_of


def demand_entrance(step: DeedStep, request: Request) -> None:
    """Raises PartyEntranceNeeded for a Party deed of somebody who came in elsewhere."""
    if step.party and request.reach.party_person == NOBODY:
        raise PartyEntranceNeeded


async def tell_refused(
    database: GraphDatabase,
    request: Request,
    deed: Callable[..., Any],
    arguments: Mapping[str, Any],
    refusal: Refusal,
) -> None:
    """Write the leaf of a refused attempt, after the deed's own transaction was undone.

    Nothing is written for the slices that do not ask for it, nor for a subject of an issuer who is
    nobody here: there is no actor to name. Raises Unavailable: an attempt that cannot be audited
    is not answered either.
    """
    slice = slice_of(deed)
    if slice not in WATCHED or request.reach.actor is None:
        return
    async with database.writing(request.reach) as tx:
        await record_refused(
            tx,
            request,
            refusal,
            deed=_name(deed),
            subject=_subject(arguments),
            agency=None if slice == PARTY else _agency(request),
        )


def _name(deed: Callable[..., Any]) -> str:
    """As actions are named: `propose_action` is `ProposeAction`."""
    return "".join(word.capitalize() for word in deed.__name__.split("_"))


def _subject(arguments: Mapping[str, Any]) -> tuple[str, UUID] | None:
    """What the deed was to be done to: the first id among its arguments, under its name there."""
    for name, value in arguments.items():
        if isinstance(value, UUID):
            return name, value
    return None


def _agency(request: Request) -> UUID | None:
    """The agency whose inspectors read of it: the one that the person serves in, if only one."""
    serving = request.reach.colleagues
    return next(iter(serving)) if len(serving) == 1 else None
