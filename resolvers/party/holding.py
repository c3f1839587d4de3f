"""The first step of a deed on the Party's tree: hold a body, and know who stands above it."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound
from resolvers.core.finding import hold
from resolvers.core.request import Request
from resolvers.party.tables import party_body

_UUID = UuidType(as_uuid=True)
_BODY = select(party_body).where(party_body.c.id == bindparam("id", type_=_UUID))


async def held_body(tx: Transaction, request: Request, id: UUID) -> Row:
    """A body that the person may see, held. Raises NotFound.

    The operator on the server sees every body: he installs the first offices.
    """
    if not request.reach.operator:
        return await hold(tx, request, party_body, id)
    found = await tx.row(_BODY.with_for_update(of=party_body, key_share=True), id=id)
    if found is None:
        raise NotFound(id=id)
    return found


async def body_of(tx: Transaction, id: UUID) -> Row:
    """A body that something visible rests on; the name of a body is no secret in the Party."""
    found = await tx.row(_BODY, id=id)
    if found is None:
        raise NotFound(id=id)
    return found


def keeper(body: Row) -> UUID:
    """Who keeps a body's roll and grants its offices: the one above, or itself on top."""
    found: UUID = body["id"] if body["parent_id"] is None else body["parent_id"]
    return found


def over(found: Row, today: date) -> bool:
    """Whether a dated row has come to its end by today."""
    during = found["during"]
    return during.isempty or (during.upper is not None and during.upper <= today)


async def tell(
    tx: Transaction,
    request: Request,
    decision: Decision,
    action: Action,
    subject: tuple[str, UUID],
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """The audit leaf of a deed in the Party's record; its content is kept apart."""
    await record(
        tx,
        request,
        decision,
        deed=action.value,
        subject=subject,
        agency=None,
        before=before,
        after=after,
        reason=reason,
    )
