"""A file that somebody signed in hands over: who may, how large, and what it becomes."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import bindparam

from authz.actions import Action
from authz.facts import AgencyFacts, CatalogueFacts, Facts
from gateway.database import PgDatabase
from gateway.imports import positions, staff
from gateway.imports.file import File, NotThatFile
from gateway.imports.running import Report, Task, apply, task_of
from gateway.numbers import NumberSealer
from gateway.telemetry import Telemetry
from gateway.visitors import Visitor, Visitors
from resolvers.core.authority import StaleReach
from resolvers.core.database import Row
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.organisation import agency_by_id

MOST_ROWS = 20_000
"""Of one file at the door: twice the posts of the largest agency. More go by command."""
_OWNER = agency_by_id(bindparam("id"))


class NoSuchImport(Refusal):
    """There is no such import; allowed: {allowed}."""

    code = "NO_SUCH_IMPORT"
    vi = "Không có loại tệp nhập này; cho phép: {allowed}."


class FileNotReadable(Refusal):
    """The file cannot be read as one of this kind; needed: {needed} ({why})."""

    code = "FILE_NOT_READABLE"
    vi = "Tệp không đúng loại đã chọn; cần: {needed} ({why})."


class TooManyRows(Refusal):
    """The file has {rows} rows; at once there may be {most}."""

    code = "TOO_MANY_ROWS"
    vi = "Tệp có {rows} dòng; mỗi lần chỉ được nhập {most} dòng."


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: the action that its deed demands, and what it must look like."""

    action: Action
    needed: str


_STAFF = [label for name, label in staff.LABELS.items() if name in staff.NEEDED]
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "catalogue": Kind(Action.ImportCatalogue, ".xlsx: Mã CV, Nhiệm vụ, Nhóm, Điểm chấm"),
        "positions": Kind(Action.ImportPositions, f".json: {', '.join(positions.ALLOWED)}"),
        "staff": Kind(
            Action.ImportStaff,
            f".xlsx: {', '.join(_STAFF)}",
        ),
    }
)
"""What a person may import; the state's list of areas and the salaries are the operator's."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file with what is to be done with it."""

    kind: str
    agency: UUID
    file: File
    dry_run: bool
    batch: UUID | None = None
    """The batch's id, where it is not that of the file: for a try, or to apply it anew."""


@dataclass(frozen=True, slots=True)
class Door:
    """Imports as the person who asks, with what that person may do and no more."""

    visitors: Visitors
    database: PgDatabase
    telemetry: Telemetry
    sealer: NumberSealer
    stamp: str
    """The SQL of the authority stamp: a reach that is older is computed anew."""

    async def take(self, visitor: Visitor, sent: Sent) -> Report:
        """Raises NotFound, a denial, FileNotReadable, TooManyRows, and what the deed raises."""
        try:
            return await self._take(visitor.request, sent)
        except StaleReach:
            return await self._take(await visitor.renewed(), sent)

    async def _take(self, request: Request, sent: Sent) -> Report:
        # Nobody without the power to import it has the program read a file.
        owner = await self._owner(request, sent)
        task = await asyncio.to_thread(self._read, sent)
        return await apply(
            self.database,
            request,
            task,
            owner,
            sent.batch,
            dry_run=sent.dry_run,
            stamp=self.stamp,
        )

    async def _owner(self, request: Request, sent: Sent) -> Row:
        async with self.database.writing(request.reach, self.stamp) as tx:
            owner = await tx.row(_OWNER, id=sent.agency)
        if owner is None:
            raise NotFound(id=sent.agency)
        demand(request, KINDS[sent.kind].action, _facts(sent.kind, owner))
        return owner

    def _read(self, sent: Sent) -> Task:
        try:
            task = task_of(sent.kind, sent.file, lambda: self.sealer)
        except NotThatFile as problem:
            needed = KINDS[sent.kind].needed
            raise FileNotReadable(needed=needed, why=str(problem), field="file") from problem
        if task.read > MOST_ROWS:
            raise TooManyRows(rows=task.read, most=MOST_ROWS, field="file")
        return task


def _facts(kind: str, owner: Row) -> Facts:
    if kind == "catalogue":
        return CatalogueFacts(owner["id"], owner["managing_agency_id"] or owner["id"])
    return AgencyFacts(owner["id"])
