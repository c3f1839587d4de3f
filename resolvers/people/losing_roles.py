"""Somebody loses his roles, for some days or for good: also those that other agencies gave him.

Each of them is told to the agency that gave it, which sees nothing of the decision itself.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import Range

from authz.codes import Code
from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds, holds_from, until_day
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.permission import DENIALS
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import add, save
from resolvers.organisation import agency as agencies
from resolvers.people.managing import last_administrator
from resolvers.people.tables import mandate, posting

_UUID = UuidType(as_uuid=True)
_PERSON = bindparam("person", type_=_UUID)
_SERVES_ANYWHERE = select(exists().where(posting.c.person_id == _PERSON, holds(posting)))
_HOLD_AGENCY = (
    select(agencies.c.id)
    .where(agencies.c.id == bindparam("agency", type_=_UUID))
    .with_for_update(key_share=True)
)
ROLES = select(mandate).where(mandate.c.person_id == _PERSON, holds_from(mandate))
"""The roles that a person holds on `:day` or later."""


async def leave_service(
    tx: Transaction, request: Request, decision: Decision, person: UUID, ends: date
) -> None:
    """End every role of somebody who has no post left, of whichever agency; else nothing.

    Raises LAST_MANAGER where such a role may not end.
    """
    async with as_seen_by(tx, person):
        serves = await tx.value(_SERVES_ANYWHERE, person=person, day=ends)
        roles = () if serves else await tx.rows(ROLES, person=person, day=ends)
    for agency in sorted({role["agency_id"] for role in roles}):
        await let_through(tx, agency)
        await tx.row(_HOLD_AGENCY, agency=agency)
        if await last_administrator(tx, person, agency, Range(ends)):
            raise DENIALS[Code.LAST_MANAGER]()
    for role in roles:
        during = until_day(role["during"], ends)
        await save(tx, mandate, role["id"], role["version"], during=during)
        await tell_role(tx, request, decision, role, {"ends": ends})


async def pause_role(
    tx: Transaction, request: Request, decision: Decision, role: Row, begins: date, ends: date
) -> None:
    """Take a role for some days; it is back on `ends`, if it lasts as long."""
    upper, lower = role["during"].upper, role["during"].lower
    if upper is not None and upper <= begins:
        return
    await save(tx, mandate, role["id"], role["version"], during=until_day(role["during"], begins))
    again = max(lower, ends)
    lasts = upper is None or upper > again
    if lasts:
        same = {name: role[name] for name in ("person_id", "agency_id", "unit_id", "kind")}
        during = Range(again, upper, bounds="[)")
        await add(tx, mandate, **same, granted_by=role["granted_by"], during=during)
    told = {"ends": begins, **({"again": again} if lasts else {})}
    await tell_role(tx, request, decision, role, told)


async def tell_role(
    tx: Transaction,
    request: Request,
    decision: Decision,
    role: Row,
    after: Mapping[str, Any],
    *,
    deed: str = "revoke_mandate",
    reason: str = "",
) -> None:
    """Record, for the agency that gave a role, what became of it; `role` as it was before."""
    before = {"kind": role["kind"], "unit": role["unit_id"], "during": spelt(role["during"])}
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("mandate", role["id"]),
        agency=role["agency_id"],
        before=before,
        after=dict(after),
        reason=reason,
    )
