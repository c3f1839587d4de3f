"""The field that a deputy is in charge of: a unit, or one person (Decree 335/2025, art. 15.4)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PostingFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.days import days, holds
from resolvers.core.errors import Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import end, succeed
from resolvers.organisation import subtree
from resolvers.people.tables import charge, posting


class NotADeputy(Refusal):
    """Only a deputy is put in charge of a field."""

    code = "NOT_A_DEPUTY"
    vi = "Chỉ cấp phó được phân công phụ trách lĩnh vực."


class ChargeOfOneThing(Refusal):
    """A charge is either of a unit or of a person."""

    code = "CHARGE_OF_ONE_THING"
    vi = "Mỗi phân công phụ trách chỉ gồm một đơn vị hoặc một công chức."


class ChargeOutsideTheUnit(Refusal):
    """The unit or the person in charge of does not belong to the deputy's unit on {day}."""

    code = "CHARGE_OUTSIDE_THE_UNIT"
    vi = "Đơn vị hoặc công chức được giao phụ trách không thuộc đơn vị của cấp phó vào ngày {day}."


class ChargeOutlastsThePost(Refusal):
    """The deputy holds his post on {during} only."""

    code = "CHARGE_OUTLASTS_THE_POST"
    vi = "Cấp phó chỉ giữ vị trí trong khoảng thời gian {during}."


_UUID = UuidType(as_uuid=True)
_beneath = subtree().subquery("beneath")
_UNIT = select(_beneath.c.unit_id).where(
    _beneath.c.unit_id == bindparam("target", type_=_UUID),
)
_PERSON = (
    select(posting.c.id)
    .join(_beneath, _beneath.c.unit_id == posting.c.unit_id)
    .where(posting.c.person_id == bindparam("target", type_=_UUID), holds(posting))
)


async def assign_charge(
    tx: Transaction,
    request: Request,
    *,
    deputy: UUID,
    begins: date,
    ends: date | None = None,
    unit: UUID | None = None,
    person: UUID | None = None,
) -> UUID:
    """Put the deputy of a posting in charge of a unit or a person; the charge's id.

    A charge of the same thing that lasts longer ends where this one begins. Raises a
    denial, NotADeputy, ChargeOfOneThing, ChargeOutsideTheUnit, ChargeOutlastsThePost,
    EndsBeforeItBegins.
    """
    held = await hold(tx, request, posting, deputy)
    facts = PostingFacts(held["person_id"], held["unit_id"])
    decision = demand(request, Action.AssignCharge, facts)
    if held["office"] != "deputy":
        raise NotADeputy(field="deputy")
    if (unit is None) == (person is None):
        raise ChargeOfOneThing(field="unit")
    column, target, inside = (
        ("unit_id", unit, _UNIT) if person is None else ("person_id", person, _PERSON)
    )
    during = days(begins, ends)
    _demand_within(held, begins, ends)
    found = await tx.row(inside, unit=held["unit_id"], target=target, day=begins)
    if found is None:
        raise ChargeOutsideTheUnit(day=begins, field=column.removesuffix("_id"))
    field: dict[str, Any] = {"posting_id": deputy, column: target}
    id = await succeed(tx, charge, field, during, agency_id=held["agency_id"])
    await record(
        tx,
        request,
        decision,
        deed="assign_charge",
        subject=("posting", deputy),
        agency=held["agency_id"],
        after={**field, "during": spelt(during)},
    )
    return id


async def end_charge(tx: Transaction, request: Request, *, charge_id: UUID, ends: date) -> UUID:
    """Take a field from a deputy: `ends` is the first day without it; the charge's id.

    Raises NotFound, a denial.
    """
    given = await hold(tx, request, charge, charge_id)
    held = await hold(tx, request, posting, given["posting_id"])
    facts = PostingFacts(held["person_id"], held["unit_id"])
    decision = demand(request, Action.AssignCharge, facts)
    await end(tx, charge, {"id": charge_id}, ends)
    await record(
        tx,
        request,
        decision,
        deed="end_charge",
        subject=("posting", held["id"]),
        agency=held["agency_id"],
        before={"charge": charge_id, "during": spelt(given["during"])},
        after={"ends": ends},
    )
    return charge_id


def _demand_within(held: Row, begins: date, ends: date | None) -> None:
    lower, upper = held["during"].lower, held["during"].upper
    outlasts = upper is not None and (ends is None or ends > upper)
    if held["during"].isempty or begins < lower or outlasts:
        raise ChargeOutlastsThePost(during=held["during"], field="ends")
