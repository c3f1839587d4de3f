"""What an agency chooses where the law leaves a question open, from a day on."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam, case, func, literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Transaction
from resolvers.core.days import DAY, QUARTER, days, holds
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import succeed
from resolvers.organisation.cycles import demand_cycle, months_in
from resolvers.organisation.tables import agency, agency_switch
from resolvers.statute.bounds import Unacceptable
from resolvers.statute.citing import CITATIONS
from resolvers.statute.switches import (
    CYCLE,
    ENTRY_CLOSES_DAY,
    ENTRY_OPENS_DAY,
    REGISTRY,
    Choice,
    Share,
    Switch,
    Switches,
    Whole,
)

_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_CHOSEN = select(agency_switch.c.name, agency_switch.c.value).where(
    agency_switch.c.agency_id == _AGENCY, holds(agency_switch)
)
_BEFORE = _CHOSEN.where(agency_switch.c.name == bindparam("name", type_=Text))
_CYCLE = case((months_in(_AGENCY, DAY) == QUARTER, "quarter"), else_="month")
"""Chosen by the highest agency, so it is looked up there."""
_IN_FORCE = _CHOSEN.where(agency_switch.c.name != CYCLE.name).union_all(
    select(literal(CYCLE.name), func.to_jsonb(_CYCLE, type_=JSONB))
)


class WindowInThePast(Refusal):
    """An entry window is changed for days to come; {begins} is over, and so are its months."""

    code = "WINDOW_IN_THE_PAST"
    vi = "Chỉ được đổi thời hạn nhập liệu từ hôm nay trở đi; ngày {begins} đã qua."


async def set_switch(
    tx: Transaction,
    request: Request,
    *,
    agency_id: UUID,
    name: str,
    value: str,
    begins: date,
    basis: str,
) -> UUID:
    """Choose an answer from a day on, by the regulation `basis`; the choice's id.

    What was chosen before ends on that day. Raises NotFound, a denial, InvalidInput,
    WindowInThePast, CycleFromAbove, CycleInUse, TextNotAcceptable.
    """
    held = await hold(tx, request, agency, agency_id)
    decision = demand(request, Action.SetSwitch, AgencyFacts(agency_id))
    switch = REGISTRY[among(name, "name", tuple(REGISTRY))]
    if switch is CYCLE:
        await demand_cycle(tx, held, begins)
    if switch in (ENTRY_OPENS_DAY, ENTRY_CLOSES_DAY) and begins < request.today:
        raise WindowInThePast(begins=begins, field="begins")
    chosen = _answer(switch, value)
    basis = line(basis, "basis", most=500)
    before = await tx.row(_BEFORE, agency=agency_id, name=name, day=begins)
    of = {"agency_id": agency_id, "name": name}
    id = await succeed(tx, agency_switch, of, days(begins), value=chosen, basis=basis)
    await record(
        tx,
        request,
        decision,
        deed="set_switch",
        subject=("agency", agency_id),
        agency=agency_id,
        before=None if before is None else {"name": name, "value": before["value"]},
        after={"name": name, "value": chosen, "basis": basis, "begins": begins},
    )
    return id


async def switches_of(tx: Transaction, agency: UUID, day: date) -> Switches:
    """The answers that hold for an agency on a day: its own, and the defaults for the rest."""
    rows = await tx.rows(_IN_FORCE, agency=agency, day=day)
    return Switches.of({row["name"]: row["value"] for row in rows})


def _answer(switch: Switch[Any], text: str) -> str | int:
    """The answer as its row keeps it: a share as its text, so that it stays exact."""
    given = int(text) if text.isascii() and text.isdecimal() else text
    try:
        read = switch.read(given)
    except Unacceptable:
        raise InvalidInput(what=switch.name, allowed=_allowed(switch), field="value") from None
    return read if isinstance(read, str | int) else str(read)


def _allowed(switch: Switch[Any]) -> str:
    """The legal range in no language."""
    legal = switch.allowed
    if isinstance(legal, Choice):
        return ", ".join(legal.answers)
    if isinstance(legal, Whole | Share):
        return f"{legal.least}–{legal.most}"
    return legal.words


def told_switches(request: Request, rows: Sequence[Any]) -> list[list[dict[str, Any]]]:
    """Every switch with its question in the reader's language, once for each of `rows`."""
    told = [
        {
            "name": switch.name,
            "asks": switch.asks if request.language == "en" else switch.asks_vi,
            "answers": switch.allowed.answers if isinstance(switch.allowed, Choice) else (),
            "allowed": _allowed(switch),
            "default": str(switch.default),
            "basis": CITATIONS[request.language][switch.basis],
        }
        for switch in REGISTRY.values()
    ]
    return [told for _ in rows]
