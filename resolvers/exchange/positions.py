"""Importing descriptions of job positions, as an agency has them (Law 80/2025/QH15, art. 23-24)."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.core.arguments import line, lines
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.exchange.batches import CHANNEL, judged, once, rejected, repetitions
from resolvers.exchange.model import Batch, Outcome, PositionRow, Verdict
from resolvers.organisation import agency as agencies
from resolvers.positions import (
    Competence,
    Requirement,
    Task,
    define_position,
    job_position,
    position_competence,
    position_requirement,
    position_task,
)

_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_KNOWN = select(job_position).where(job_position.c.agency_id == _AGENCY)
_PARTS = {
    table: select(table).where(table.c.agency_id == _AGENCY).order_by(table.c.ordinal)
    for table in (position_task, position_requirement, position_competence)
}
_COLUMNS: Mapping[Table, tuple[str, ...]] = {
    position_task: ("no", "area", "work", "criterion"),
    position_requirement: ("kind", "requirement"),
    position_competence: ("competence_group", "name", "level"),
}


@dataclass(frozen=True, slots=True)
class Description:
    """What one row says of a position, as its deed takes it."""

    code: str
    name: str
    purpose: str
    tasks: tuple[Task, ...]
    requirements: tuple[Requirement, ...]
    competences: tuple[Competence, ...]

    def says(self) -> dict[str, Any]:
        """Everything that is compared with what is kept; raises TextNotAcceptable."""
        return {
            "name": self.name,
            "purpose": self.purpose,
            position_task.name: [part.row() for part in self.tasks],
            position_requirement.name: [part.row() for part in self.requirements],
            position_competence.name: [part.row() for part in self.competences],
        }


async def import_positions(
    tx: Transaction, request: Request, *, batch: Batch, agency: UUID, rows: Sequence[PositionRow]
) -> list[Verdict]:
    """Describe job positions as a file has them: each created, updated, unchanged or rejected.

    A new one is open from today; group and rank, which such files lack, stay as they are. Positions
    that the file does not name stay. Raises NotFound, a denial, BatchReused.
    """
    request = replace(request, channel=CHANNEL)
    if await seen(tx, request.reach, agencies, agency) is None:
        raise NotFound(id=agency)
    decision = demand(request, Action.ImportPositions, AgencyFacts(agency))
    apply = partial(_apply, tx, request, agency, rows)
    return await once(tx, request, decision, batch, kind="positions", agency=agency, apply=apply)


async def _apply(
    tx: Transaction, request: Request, agency: UUID, rows: Sequence[PositionRow]
) -> list[Verdict]:
    known = await _known(tx, agency)
    twice = repetitions(rows)
    verdicts = []
    for row in rows:
        if row.place in twice:
            verdicts.append(rejected(row.place, row.code, twice[row.place]))
            continue
        describe = partial(_describe, tx, request, agency, row, known)
        verdicts.append(await judged(tx, row.place, row.code, row.problems, describe))
    return verdicts


async def _known(tx: Transaction, agency: UUID) -> dict[str, Mapping[str, Any]]:
    """The agency's positions by code, each with its parts under the names of their tables."""
    parts: dict[str, defaultdict[UUID, list[dict[str, str]]]] = {}
    for table, statement in _PARTS.items():
        of = parts[table.name] = defaultdict(list)
        for row in await tx.rows(statement, agency=agency):
            of[row["position_id"]].append({name: row[name] for name in _COLUMNS[table]})
    found: Sequence[Row] = await tx.rows(_KNOWN, agency=agency)
    return {
        row["code"]: {**row, **{name: of[row["id"]] for name, of in parts.items()}} for row in found
    }


async def _describe(
    tx: Transaction,
    request: Request,
    agency: UUID,
    row: PositionRow,
    known: Mapping[str, Mapping[str, Any]],
) -> Outcome:
    told = _description(row)
    before = known.get(told.code)
    if before is not None and all(before[name] == value for name, value in told.says().items()):
        return Outcome.UNCHANGED
    describe: Callable[..., Any] = partial(
        define_position,
        tx,
        request,
        agency=agency,
        code=told.code,
        name=told.name,
        purpose=told.purpose,
        tasks=told.tasks,
        requirements=told.requirements,
        competences=told.competences,
    )
    if before is None:
        await describe(opened_on=request.today)
        return Outcome.CREATED
    await describe(
        opened_on=before["opened_on"],
        group=before["position_group"],
        rank=before["rank"],
        position=before["id"],
        version=before["version"],
    )
    return Outcome.UPDATED


def _description(row: PositionRow) -> Description:
    """What a row says; raises TextNotAcceptable."""
    return Description(
        code=line(row.code, "code", most=50),
        name=line(row.name, "name"),
        purpose=lines(row.purpose, "purpose"),
        # Many descriptions name a task's field alone: it is then the work itself.
        tasks=tuple(
            Task(work=part.work, criterion=part.criterion, no=part.no, area=part.area)
            if part.work
            else Task(work=part.area, criterion=part.criterion, no=part.no)
            for part in row.tasks
        ),
        requirements=tuple(Requirement(part.kind, part.requirement) for part in row.requirements),
        competences=tuple(
            Competence(part.group, part.name, part.level) for part in row.competences
        ),
    )
