"""A head's authority lent to an acting head for some days (Decree 335/2025, art. 10)."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import DESCRIBED, Action
from authz.codes import Code
from authz.facts import DelegationFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Transaction, Violated
from resolvers.core.days import days, until_day
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import HIDDEN, spelt
from resolvers.core.writing import add, save
from resolvers.organisation import unit as units
from resolvers.people.tables import delegation, posting
from resolvers.people.tables import person as people


class ActingHeadExists(Refusal):
    """The unit has an acting head already on some of these days: {during}."""

    code = "ACTING_HEAD_EXISTS"
    vi = "Đơn vị đã có người được ủy quyền trong khoảng thời gian {during}."


class OutlastsHeadship(Refusal):
    """Nobody lends more days than he heads the unit himself."""

    code = "OUTLASTS_HEADSHIP"
    vi = "Thời gian ủy quyền vượt quá thời gian làm người đứng đầu đơn vị của người ủy quyền."


class DelegationInThePast(Refusal):
    """A delegation begins today, {today}, or later."""

    code = "DELEGATION_IN_THE_PAST"
    vi = "Việc ủy quyền phải bắt đầu từ hôm nay, {today}, hoặc muộn hơn."


class DelegationOver(Refusal):
    """The delegation has ended already."""

    code = "DELEGATION_OVER"
    vi = "Việc ủy quyền này đã kết thúc."


_HEADS_ONLY = (
    Code.NOT_AGENCY_HEAD,
    Code.NOT_CLASSIFYING_HEAD,
    Code.NOT_DECIDING_HEAD,
    Code.NOT_MANAGING_HEAD,
    Code.NOT_NEXT_HEAD_UP,
    Code.NOT_ORGANISATION_HEAD,
    Code.NOT_RECOGNISING_HEAD,
    Code.NOT_RESPONSIBLE_HEAD,
)
LENDABLE = frozenset(
    action.value for action in Action if DESCRIBED[action].refusal in _HEADS_ONLY
) - {Action.DelegateHeadship.value, Action.RevokeDelegation.value}
"""The deeds that a head may lend: what is a head's to do, except lending itself."""

_UUID = UuidType(as_uuid=True)
_ASKED = bindparam("asked", type_=DATERANGE)
_HELD = func.range_agg(posting.c.during).op("@>")(_ASKED)
_POSTS = select(_HELD).where(posting.c.person_id == bindparam("person", type_=_UUID))
_IN_AGENCY = _POSTS.where(posting.c.agency_id == bindparam("agency", type_=_UUID))
_AS_HEAD = _POSTS.where(
    posting.c.unit_id == bindparam("unit", type_=_UUID), posting.c.office == "head"
)
_CLASH = (
    select(delegation.c.during)
    .where(
        delegation.c.unit_id == bindparam("unit", type_=_UUID),
        delegation.c.revoked_at.is_(None),
        delegation.c.during.op("&&")(_ASKED),
    )
    .order_by(delegation.c.during)
)


async def delegate_headship(
    tx: Transaction,
    request: Request,
    *,
    unit: UUID,
    to_person: UUID,
    begins: date,
    ends: date,
    reason: str,
    deeds: Collection[str] | None = None,
) -> UUID:
    """Lend one's own authority as head of a unit from `begins` until before `ends`; its id.

    `deeds` are names of actions, or None for all that the head himself may do. It begins and ends
    by its days; nothing runs for it. Raises NotFound, a denial (DELEGATION_CHAIN,
    DELEGATE_NOT_ELIGIBLE, …), OutlastsHeadship, ActingHeadExists, DelegationInThePast,
    EndsBeforeItBegins, TextNotAcceptable, InvalidInput.
    """
    place = await hold(tx, request, units, unit)
    await find(tx, request, people, to_person)
    during = days(begins, ends)
    lender, agency = request.reach.person, place["agency_id"]
    eligible = await tx.value(_IN_AGENCY, person=to_person, agency=agency, asked=during)
    facts = DelegationFacts(to_person, lender, unit, eligible=bool(eligible))
    decision = demand(request, Action.DelegateHeadship, facts)
    if begins < request.today:
        raise DelegationInThePast(today=request.today, field="begins")
    if not await tx.value(_AS_HEAD, person=lender, unit=unit, asked=during):
        raise OutlastsHeadship(field="ends")
    reason = line(reason, "reason", most=500)
    values = {
        "unit_id": unit,
        "from_person_id": lender,
        "to_person_id": to_person,
        "deeds": _lendable(deeds),
        "reason": reason,
    }
    id = await _lend(tx, during, {**values, "agency_id": agency})
    await record(
        tx,
        request,
        decision,
        deed="delegate_headship",
        subject=("delegation", id),
        agency=agency,
        after={**values, "during": spelt(during)},
        reason=reason,
    )
    return id


async def revoke_delegation(
    tx: Transaction, request: Request, *, delegation_id: UUID, version: int, reason: str = ""
) -> UUID:
    """End a delegation today; the very next request does not have it. The delegation's id.

    Raises NotFound, a denial, DelegationOver, StaleVersion.
    """
    lent = await hold(tx, request, delegation, delegation_id)
    facts = DelegationFacts(lent["to_person_id"], lent["from_person_id"], lent["unit_id"])
    decision = demand(request, Action.RevokeDelegation, facts)
    during = lent["during"]
    if lent["revoked_at"] is not None or during.isempty or during.upper <= request.today:
        raise DelegationOver()
    shortened = until_day(during, request.today)
    await save(tx, delegation, delegation_id, version, during=shortened, revoked_at=request.now)
    await record(
        tx,
        request,
        decision,
        deed="revoke_delegation",
        subject=("delegation", delegation_id),
        agency=lent["agency_id"],
        before={"during": spelt(during)},
        after={"ends": request.today},
        reason=reason,
    )
    return delegation_id


async def _lend(tx: Transaction, during: Range[date], values: dict[str, Any]) -> UUID:
    try:
        async with tx.savepoint():
            return await add(tx, delegation, during=during, **values)
    except Violated:
        clash = await tx.row(_CLASH, unit=values["unit_id"], asked=during)
        told = HIDDEN if clash is None else clash["during"]
        raise ActingHeadExists(during=told, field="begins") from None


def _lendable(deeds: Collection[str] | None) -> list[str] | None:
    """The deeds lent, each once; an empty list would lend nothing, so it is refused."""
    if deeds is None:
        return None
    if not deeds or not LENDABLE.issuperset(deeds):
        raise InvalidInput(what="deeds", allowed=", ".join(sorted(LENDABLE)), field="deeds")
    return sorted(set(deeds))
