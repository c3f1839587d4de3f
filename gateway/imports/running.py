"""One import from its file to its verdicts; as a dry run it leaves nothing behind."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import Date, Text, bindparam

from gateway.database import PgDatabase
from gateway.failure import Failure
from gateway.imports import areas, catalogue, positions, salaries, staff
from gateway.imports.file import File, NotThatFile
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request
from resolvers.exchange import (
    Batch,
    Progress,
    Verdict,
    batch_by_id,
    import_areas,
    import_catalogue,
    import_positions,
    import_salaries,
    import_staff,
    shown,
)
from resolvers.organisation import agencies, agency_by_code, agency_by_id
from resolvers.people import Sealer, reach_of_operator

Deed = Callable[..., Awaitable[list[Verdict]]]

MOST_NAMED = 10
_BATCHES = uuid5(NAMESPACE_URL, "urn:congtam:import")
_ALL = agencies()
_BY_ID = agency_by_id(bindparam("id"))
_BY_CODE = agency_by_code(bindparam("code", type_=Text), bindparam("day", type_=Date))


class NoSuchAgency(Failure):
    """The agency was not named, or the name fits none; the message is one line."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Task:
    """A file that was read: the deed that takes its rows, and what there was to read."""

    kind: str
    file: File
    deed: Deed
    read: int
    """Rows that get a verdict."""
    passed_over: Mapping[str, int]
    """Rows of each sheet that say nothing: titles, headings, empty ones."""
    of_agency: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one import."""

    task: Task
    agency: Row | None
    batch: UUID
    dry_run: bool
    applied_before: datetime | None
    """When this very batch was applied: the verdicts are those of that time."""
    verdicts: Sequence[Verdict]


def task_of(
    kind: str, file: File, sealer: Callable[[], Sealer], progress: Progress = lambda _: None
) -> Task:
    """Read a file as one of areas, catalogue, positions, salaries, staff; raises NotThatFile.

    `sealer` is asked only where there may be personal numbers to seal.
    """
    task = _READERS[kind](file, sealer, progress)
    if not task.read:
        raise NotThatFile(f"{file.name}: there is no row in it")
    return task


async def run(
    database: PgDatabase,
    task: Task,
    *,
    now: datetime,
    agency: str | None = None,
    batch: UUID | None = None,
    dry_run: bool = False,
) -> Report:
    """Import as the operator of the server; a dry run undoes its transaction and tells the same.

    `agency` is an id or an electronic code; left out, it is the only one there is. Without `batch`
    the same file for the same agency is the same batch, and so is applied once. Raises
    NoSuchAgency, Unavailable, and the refusals of the deed.
    """
    today = now.date()
    async with database.reading() as tx:
        reach = await reach_of_operator(tx, today)
        owner = await _agency(tx, agency, today) if task.of_agency else None
    request = Request(reach, now, today, channel="import")
    return await apply(database, request, task, owner, batch, dry_run=dry_run)


async def apply(
    database: PgDatabase,
    request: Request,
    task: Task,
    owner: Row | None,
    batch: UUID | None = None,
    *,
    dry_run: bool,
    stamp: str = "",
) -> Report:
    """Import as whoever asks, in one transaction: nothing is left of a dry run, nor of a failure.

    `stamp` is the SQL of the authority stamp, where the reach may be out of date. Raises
    StaleReach, Unavailable, and the refusals of the deed.
    """
    id = batch or batch_of(task, owner)
    of = {} if owner is None else {"agency": owner["id"]}
    told = Batch(id, task.file.name, task.file.sha256)
    try:
        async with database.writing(request.reach, stamp) as tx:
            earlier = await batch_by_id(tx, id)
            verdicts = await task.deed(tx, request, batch=told, **of)
            applied = None if earlier is None else earlier["imported_at"]
            report = Report(task, owner, id, dry_run, applied, verdicts)
            if dry_run:
                raise _Undone
    except _Undone:
        pass
    return report


def batch_of(task: Task, agency: Row | None) -> UUID:
    """The id of a batch that is given none: the same for the same file, kind and agency."""
    owner = "" if agency is None else agency["id"]
    return uuid5(_BATCHES, f"{task.kind} {owner} {task.file.sha256.hex()}")


class _Undone(Exception):
    """Takes a dry run's transaction back; never leaves this module."""


async def _agency(tx: Transaction, named: str | None, today: date) -> Row:
    if named is None:
        found = await tx.rows(_ALL)
    else:
        found = await _named(tx, named, today)
    if len(found) == 1:
        return found[0]
    if named is not None:
        raise NoSuchAgency(f"--agency {shown(named)!r} is no agency; allowed: its id or code")
    if not found:
        raise NoSuchAgency("there is no agency yet: establish one first")
    names = "; ".join(f"{row['id']} {row['name']}" for row in found[:MOST_NAMED])
    raise NoSuchAgency(f"there are {len(found)} agencies; name one with --agency: {names}")


async def _named(tx: Transaction, named: str, today: date) -> Sequence[Row]:
    try:
        return await tx.rows(_BY_ID, id=UUID(named))
    except ValueError:
        return await tx.rows(_BY_CODE, code=shown(named), day=today)


def _areas(file: File, *_: Any) -> Task:
    rows = areas.read(file)
    deed = partial(import_areas, rows=rows)
    return Task("areas", file, deed, len(rows), {}, of_agency=False)


def _catalogue(file: File, *_: Any) -> Task:
    read = catalogue.read(file)
    deed = partial(import_catalogue, file=read)
    return Task("catalogue", file, deed, len(read.products) + len(read.criteria), read.passed_over)


def _positions(file: File, *_: Any) -> Task:
    rows = positions.read(file)
    return Task("positions", file, partial(import_positions, rows=rows), len(rows), {})


def _salaries(file: File, *_: Any) -> Task:
    rows = salaries.read(file)
    return Task("salaries", file, partial(import_salaries, rows=rows), len(rows), {})


def _staff(file: File, sealer: Callable[[], Sealer], progress: Progress) -> Task:
    read = staff.read(file)
    deed = partial(import_staff, rows=read.rows, sealer=sealer(), progress=progress)
    return Task("staff", file, deed, len(read.rows), read.passed_over)


_READERS: Mapping[str, Callable[[File, Callable[[], Sealer], Progress], Task]] = {
    "areas": _areas,
    "catalogue": _catalogue,
    "positions": _positions,
    "salaries": _salaries,
    "staff": _staff,
}
