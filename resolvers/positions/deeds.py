"""Job positions: described as a whole, described anew, closed (Law 80/2025/QH15, art. 23-24)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, column, delete, func, select, table
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts, PositionFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line, lines
from resolvers.core.database import Transaction, Violated
from resolvers.core.days import holds_from
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.finding import find, hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.tables import SCHEMA
from resolvers.core.writing import add, adding, save
from resolvers.organisation import agency as agencies
from resolvers.positions.model import MOST_PARTS, Competence, Requirement, Task
from resolvers.positions.tables import (
    GROUPS,
    RANKS,
    job_position,
    position_competence,
    position_requirement,
    position_task,
)


class PositionCodeTaken(Refusal):
    """The agency has another job position with the code {position}."""

    code = "POSITION_CODE_TAKEN"
    vi = "Cơ quan đã có vị trí việc làm mang mã {position}."


class PositionHeld(Refusal):
    """The position cannot close on {day}: {count} civil servants would still hold it."""

    code = "POSITION_HELD"
    vi = "Không thể bãi bỏ vị trí việc làm vào ngày {day}: còn {count} công chức giữ vị trí này."


# Postings stand above positions, so their table is known here by name only.
_POSTING = table("posting", column("position_id"), column("during", DATERANGE), schema=SCHEMA)
_POSITION = bindparam("position", type_=UuidType(as_uuid=True))
_HOLDERS = (
    select(func.count())
    .select_from(_POSTING)
    .where(_POSTING.c.position_id == _POSITION, holds_from(_POSTING))
)


_TABLES = (position_task, position_requirement, position_competence)
_CLEARED = {parts: delete(parts).where(parts.c.position_id == _POSITION) for parts in _TABLES}
_PARTS = {
    parts: select(parts).where(parts.c.position_id == _POSITION).order_by(parts.c.ordinal)
    for parts in _TABLES
}


async def define_position(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    code: str,
    name: str,
    opened_on: date,
    purpose: str = "",
    group: str | None = None,
    rank: str | None = None,
    tasks: Sequence[Task] = (),
    requirements: Sequence[Requirement] = (),
    competences: Sequence[Competence] = (),
    position: UUID | None = None,
    version: int = 0,
) -> UUID:
    """Describe a job position, or with `position` and `version` describe it anew; its id.

    Tasks, requirements and competences are replaced as a whole, in the order given. Raises
    NotFound, a denial, StaleVersion, PositionCodeTaken, TextNotAcceptable, InvalidInput.
    """
    decision = await _demand_describing(tx, request, agency)
    before = None if position is None else await _described(tx, request, agency, position)
    described = {
        "code": line(code, "code", most=50),
        "name": line(name, "name"),
        "purpose": lines(purpose, "purpose"),
        "position_group": None if group is None else among(group, "group", GROUPS),
        "rank": None if rank is None else among(rank, "rank", RANKS),
        "opened_on": opened_on,
    }
    parts = {
        position_task: _rows("tasks", tasks),
        position_requirement: _rows("requirements", requirements),
        position_competence: _rows("competences", competences),
    }
    id = await _describe(tx, agency, described, position, version)
    await _replace_parts(tx, agency, id, parts)
    await record(
        tx,
        request,
        decision,
        deed="define_position",
        subject=("position", id),
        agency=agency,
        before=before,
        after={**described, **{parts.name: rows for parts, rows in parts.items()}},
    )
    return id


async def close_position(
    tx: Transaction, request: Request, *, position: UUID, closed_on: date, version: int
) -> UUID:
    """Close a job position from a day on; its id. Those who held it before keep it in history.

    Raises NotFound, a denial, StaleVersion, PositionHeld.
    """
    found = await hold(tx, request, job_position, position)
    decision = demand(request, Action.DefinePosition, PositionFacts(found["agency_id"]))
    await save(tx, job_position, position, version, closed_on=closed_on)
    count = await tx.value(_HOLDERS, position=position, day=closed_on)
    if count:
        raise PositionHeld(day=closed_on, count=count, field="closedOn")
    await record(
        tx,
        request,
        decision,
        deed="close_position",
        subject=("position", position),
        agency=found["agency_id"],
        before={"closed_on": found["closed_on"]},
        after={"closed_on": closed_on},
    )
    return position


async def _demand_describing(tx: Transaction, request: Request, agency: UUID) -> Decision:
    await find(tx, request, agencies, agency)
    if request.channel == "import":
        return demand(request, Action.ImportPositions, AgencyFacts(agency))
    return demand(request, Action.DefinePosition, PositionFacts(agency))


async def _described(
    tx: Transaction, request: Request, agency: UUID, position: UUID
) -> dict[str, Any]:
    """The description until now, with its parts, for the audit; raises NotFound."""
    found = await hold(tx, request, job_position, position)
    if found["agency_id"] != agency:
        raise NotFound(id=position)
    parts = {
        table.name: [dict(row) for row in await tx.rows(rows, position=position)]
        for table, rows in _PARTS.items()
    }
    return {**found, **parts}


def _rows(
    field: str, parts: Sequence[Task] | Sequence[Requirement] | Sequence[Competence]
) -> list[dict[str, str]]:
    if len(parts) > MOST_PARTS:
        raise InvalidInput(what=field, allowed=f"≤ {MOST_PARTS}", field=field)
    return [part.row() for part in parts]


async def _describe(
    tx: Transaction,
    agency: UUID,
    described: Mapping[str, Any],
    position: UUID | None,
    version: int,
) -> UUID:
    try:
        async with tx.savepoint():
            if position is None:
                return await add(tx, job_position, agency_id=agency, **described)
            await save(tx, job_position, position, version, **described)
            return position
    except Violated:
        raise PositionCodeTaken(position=described["code"], field="code") from None


async def _replace_parts(
    tx: Transaction, agency: UUID, position: UUID, parts: Mapping[Table, list[dict[str, str]]]
) -> None:
    for parts_of, rows in parts.items():
        await tx.run(_CLEARED[parts_of], position=position)
        numbered = [
            {"id": new_id(), "agency_id": agency, "position_id": position, "ordinal": ordinal} | row
            for ordinal, row in enumerate(rows, start=1)
        ]
        await tx.run_many(adding(parts_of), numbered)
