"""Mandates: an office outside the line of heads, always bound to one unit as one pair."""

from datetime import date
from uuid import UUID

from authz.actions import Action
from authz.facts import MandateFacts
from resolvers.audit import record
from resolvers.core.arguments import among
from resolvers.core.database import Transaction, Violated
from resolvers.core.days import days, from_day, until_day
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import add, save
from resolvers.organisation import UnitNotInForce
from resolvers.organisation import agency as agencies
from resolvers.organisation import unit as units
from resolvers.people.losing_roles import tell_role
from resolvers.people.managing import leaves_unmanaged
from resolvers.people.tables import MANDATES, mandate
from resolvers.people.tables import person as people


class MandateExists(Refusal):
    """The person holds this mandate for the unit already on some of these days."""

    code = "MANDATE_EXISTS"
    vi = "Người này đã được giao vai trò đó tại đơn vị trong khoảng thời gian này."


class MandateOver(Refusal):
    """The mandate has ended already."""

    code = "MANDATE_OVER"
    vi = "Vai trò này đã kết thúc."


async def grant_mandate(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    unit: UUID,
    kind: str,
    begins: date,
    ends: date | None = None,
) -> UUID:
    """Give a person a role for one unit from `begins` until before `ends`; the mandate's id.

    Raises NotFound, a denial, UnitNotInForce, MandateExists, EndsBeforeItBegins, InvalidInput.
    """
    place = await find(tx, request, units, unit)
    await find(tx, request, people, person)
    among(kind, "kind", MANDATES)
    decision = demand(request, Action.GrantMandate, MandateFacts(person, unit, kind))
    if begins < place["opened_on"] or place["closed_on"] is not None:
        raise UnitNotInForce(unit=place["name"], day=begins, field="unit")
    during = days(begins, ends)
    try:
        async with tx.savepoint():
            id = await add(
                tx,
                mandate,
                person_id=person,
                agency_id=place["agency_id"],
                unit_id=unit,
                kind=kind,
                granted_by=request.reach.actor,
                during=during,
            )
    except Violated:
        raise MandateExists(field="begins") from None
    await record(
        tx,
        request,
        decision,
        deed="grant_mandate",
        subject=("mandate", id),
        agency=place["agency_id"],
        after={"person": person, "unit": unit, "kind": kind, "during": spelt(during)},
    )
    return id


async def revoke_mandate(
    tx: Transaction, request: Request, *, mandate_id: UUID, version: int, reason: str = ""
) -> UUID:
    """Take a role back from today on; the very next request does not have it. The mandate's id.

    Raises NotFound, a denial (LAST_MANAGER where nobody else administers the unit), MandateOver,
    StaleVersion.
    """
    held = await hold(tx, request, mandate, mandate_id)
    # One at a time in an agency: two administrators could take the last role from each other.
    await hold(tx, request, agencies, held["agency_id"])
    during = held["during"]
    lost = from_day(during, request.today)
    last = (
        held["kind"] == "administrator"
        and not lost.isempty
        and await leaves_unmanaged(
            tx, held["unit_id"], lost, kinds=("administrator",), without=mandate_id
        )
    )
    facts = MandateFacts(held["person_id"], held["unit_id"], held["kind"], last)
    decision = demand(request, Action.RevokeMandate, facts)
    if lost.isempty:
        raise MandateOver()
    await save(tx, mandate, mandate_id, version, during=until_day(during, request.today))
    await tell_role(tx, request, decision, held, {"ends": request.today}, reason=reason)
    return mandate_id
