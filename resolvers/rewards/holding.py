"""The first step of a deed on a list or a line: hold it, and say of it what the policies ask."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import RewardLineFacts, RewardListFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version
from resolvers.rewards.list_tables import reward_line, reward_list

_UUID = UuidType(as_uuid=True)
_OWN = select(
    exists().where(
        reward_line.c.list_id == bindparam("list", type_=_UUID),
        reward_line.c.person_id == bindparam("asker", type_=_UUID),
        reward_line.c.deciding_unit_id == reward_line.c.approving_unit_id,
        reward_line.c.state == "listed",
    )
)


def list_facts(found: Row, *, own: bool = False) -> RewardListFacts:
    """What the policies need to know of a list."""
    return RewardListFacts(
        agency=found["agency_id"],
        state=found["state"],
        corrects=found["corrects_id"] is not None,
        own=own,
    )


def line_facts(line: Row, state: str) -> RewardLineFacts:
    """What the policies need to know of a line; `state` is that of its list."""
    return RewardLineFacts(
        person=line["person_id"],
        agency=line["agency_id"],
        deciding_unit=line["deciding_unit_id"],
        above=line["deciding_unit_id"] != line["approving_unit_id"],
        state=line["state"],
        list_state=state,
    )


async def held_list(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Decision]:
    """A visible list, held, and the rule that allows `action`.

    Raises NotFound, a denial, StaleVersion.
    """
    found = await hold(tx, request, reward_list, id)
    own = bool(await tx.value(_OWN, list=id, asker=request.reach.person))
    decision = demand(request, action, list_facts(found, own=own))
    demand_version(found, version)
    return found, decision


async def tell(
    tx: Transaction, request: Request, decision: Decision, found: Row, deed: str, **told: Any
) -> None:
    """The audit leaf of a deed on a list."""
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("reward_list", found["id"]),
        agency=found["agency_id"],
        before={"state": found["state"], "version": found["version"]},
        **told,
    )
