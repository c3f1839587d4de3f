"""Groups of similar duties, approved by the agency's head (art. 20.5a)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, insert, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.classification.model import MOST_ROWS
from resolvers.classification.registers import duty_group, duty_group_position
from resolvers.core.arguments import line
from resolvers.core.database import Transaction
from resolvers.core.days import days, holds_from
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import end, succeed
from resolvers.organisation import agency as agencies
from resolvers.positions import job_position


class PositionNotOfAgency(Refusal):
    """{count} of these job positions are not positions of the agency."""

    code = "POSITION_NOT_OF_AGENCY"
    vi = "Có {count} vị trí việc làm không thuộc cơ quan."


_IDS = bindparam("ids", type_=ARRAY(UuidType(as_uuid=True)))
_OWN = select(job_position.c.id).where(
    job_position.c.id == _IDS.any_(),
    job_position.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
)
_STANDING = select(duty_group.c.id).where(
    duty_group.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
    duty_group.c.code == bindparam("code"),
    holds_from(duty_group),
)
_ADD = insert(duty_group_position)


async def define_duty_group(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    code: str,
    name: str,
    positions: Sequence[UUID],
    begins: date,
) -> UUID:
    """Approve, as the agency's head, a group of positions with similar duties; the group's id.

    From `begins` on it replaces the group of the same code, and takes these positions out of the
    groups that they were in. Sets prepared before keep the group
    that they were prepared with. Raises NotFound, a denial, PositionNotOfAgency, InvalidInput,
    TextNotAcceptable.
    """
    await hold(tx, request, agencies, agency)
    decision = demand(request, Action.DefineDutyGroup, AgencyFacts(agency))
    told = {"code": line(code, "code", most=40), "name": line(name, "name")}
    of_it = list(dict.fromkeys(positions))
    if len(of_it) > MOST_ROWS:
        raise InvalidInput(what="positions", allowed=f"0–{MOST_ROWS}", field="positions")
    await _demand_own(tx, agency, of_it)
    for earlier in await tx.rows(_STANDING, agency=agency, code=told["code"], day=begins):
        await end(tx, duty_group_position, {"duty_group_id": earlier["id"]}, begins)
    id = await succeed(
        tx,
        duty_group,
        {"agency_id": agency, "code": told["code"]},
        days(begins),
        name=told["name"],
        approved_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        approved_at=request.now,
    )
    for position in of_it:
        await end(tx, duty_group_position, {"position_id": position}, begins)
        row = {"id": new_id(), "agency_id": agency, "duty_group_id": id}
        await tx.run(_ADD, **row, position_id=position, during=days(begins))
    await record(
        tx,
        request,
        decision,
        deed="define_duty_group",
        subject=("duty_group", id),
        agency=agency,
        after={**told, "positions": of_it, "begins": begins},
    )
    return id


async def _demand_own(tx: Transaction, agency: UUID, positions: list[UUID]) -> None:
    found = await tx.rows(_OWN, ids=positions, agency=agency)
    if len(found) != len(positions):
        raise PositionNotOfAgency(count=len(positions) - len(found), field="positions")
