"""Facts and gates as a deed of somebody would gather and compute them."""

from datetime import date
from typing import Any

from resolvers.personnel.gathering import Aim, computed_gates, gate_facts
from resolvers.statute.personnel import ActionKind, Gate, GateFacts
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.story import Personnel


async def facts(
    personnel: Personnel, name: str, kind: ActionKind, day: date = DAY, **more: Any
) -> GateFacts:
    """The facts as the chair's deed would gather them."""
    request = await personnel.cast.request("chair", day)
    async with personnel.cast.town.deed(request.reach) as tx:
        person = personnel.cast.town.people[name]
        return await gate_facts(tx, person, Aim(kind, **more), day)


async def gates(
    personnel: Personnel,
    name: str,
    kind: ActionKind,
    day: date = DAY,
    by: str = "chair",
    **more: Any,
) -> dict[str, Gate]:
    """The gates by their codes, as a deed of somebody would compute them."""
    request = await personnel.cast.request(by, day)
    async with personnel.cast.town.deed(request.reach) as tx:
        person = personnel.cast.town.people[name]
        found = await computed_gates(tx, person, Aim(kind, **more), day)
    return {gate.code: gate for gate in found}
