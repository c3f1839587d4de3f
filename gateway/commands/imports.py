"""`congtam import`: files into the registers, as the operator of the server, dry run first."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import click

from gateway.clock import clock
from gateway.imports.file import File, NotThatFile
from gateway.imports.report import json_of, rejected, text_of
from gateway.imports.running import Report, Task, run, task_of
from gateway.numbers import NumberSealer
from gateway.opening import opened_database
from gateway.postgres import demand_newest
from gateway.secret import secret_of
from gateway.settings import Settings, load
from resolvers.exchange import Progress

MANY = 200
"""Rows from which somebody at a terminal sees how far it has come."""

Command = Callable[..., Any]


@click.group("import")
def imports() -> None:
    """Import a file, each row with a verdict: created, updated, unchanged, rejected.

    A rejected row changes nothing; the others stand. Try with --dry-run first: it gives the same
    verdicts and writes nothing at all. Without --batch, the same file for the same agency is always
    the same batch: run a second time, the command does nothing and repeats the verdicts.

    Ends with 0 if no row was rejected, 1 if some were, 2 if the file is not what it claims to be.
    """


def _options(command: Command) -> Command:
    """The options that every import has."""
    for option in (
        click.option("--verbose", is_flag=True, help="List every row, not the rejected alone."),
        click.option("--as-json", is_flag=True, help="Print everything as one JSON object."),
        click.option("--again", is_flag=True, help="Apply the file anew, as a batch of its own."),
        click.option("--batch", type=click.UUID, help="The batch's id, where you number them."),
        click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing."),
    ):
        command = option(command)
    return command


_agency = click.option(
    "--agency", help="Its id or electronic code; may be left out while there is one agency only."
)
_file = click.argument("file", type=click.Path(path_type=Path))


@imports.command("areas")
@_file
@_options
def import_areas(file: Path, **options: Any) -> int:
    """Administrative areas (CSV).

    The first line is level,code,parent_code,name,full_name,full_name_en.
    """
    return _import("areas", file, agency=None, **options)


@imports.command("catalogue")
@_file
@_agency
@_options
def import_catalogue(file: Path, **options: Any) -> int:
    """A product list (.xlsx) into the agency's draft.

    The managing agency's head decides the draft; an import never does. The file needs the columns
    Mã CV, Nhiệm vụ, Nhóm, Điểm chấm, and the points of the standard unit in a note or in the
    formulas. General criteria in it are compared with the law. In a draft that stands already,
    products that the file does not name stay.
    """
    return _import("catalogue", file, **options)


@imports.command("positions")
@_file
@_agency
@_options
def import_positions(file: Path, **options: Any) -> int:
    """Descriptions of job positions (JSON).

    A list of objects with code, name, purpose, tasks (no, area, work, criterion), education (kind,
    requirement) and competences (group, name, level).
    """
    return _import("positions", file, **options)


@imports.command("salaries")
@_file
@_agency
@_options
def import_salaries(file: Path, **options: Any) -> int:
    """Salary coefficients, without allowances (CSV).

    The first line is staff_code,coefficient,begins,document_no. A coefficient holds from the day
    YYYY-MM-DD on and ends the one before; "-" says that the person has no salary by rank.
    """
    return _import("salaries", file, **options)


@imports.command("staff")
@_file
@_agency
@_options
@click.option("--template", is_flag=True, help="Write the empty list to FILE instead.")
def import_staff(file: Path, template: bool, **options: Any) -> int:
    """Persons and their posts (.xlsx).

    --template writes an empty list that says what each column holds. Units and positions are named
    by our id, the agency's own code, or another system's code for them. A code that names nothing,
    or several things, rejects its row.
    """
    if template:
        return _write_template(file)
    return _import("staff", file, **options)


def _import(
    kind: str,
    file: Path,
    *,
    agency: str | None,
    batch: UUID | None,
    dry_run: bool,
    again: bool,
    as_json: bool,
    verbose: bool,
) -> int:
    if again and batch is not None:
        raise click.UsageError("--again makes a batch of its own; leave --batch out")
    settings = load()
    content = File.at(file)
    with progress_on(content) as progress:
        task = task_of(kind, content, lambda: NumberSealer(secret_of(settings)), progress)
        report = asyncio.run(
            _run(settings, task, agency, uuid4() if again else batch, dry_run=dry_run)
        )
    click.echo(json_of(report) if as_json else text_of(report, verbose=verbose))
    return 1 if rejected(report) else 0


async def _run(
    settings: Settings, task: Task, agency: str | None, batch: UUID | None, *, dry_run: bool
) -> Report:
    async with opened_database(settings) as database:
        async with database.reading() as tx:
            await demand_newest(tx)
        return await run(database, task, now=clock(), agency=agency, batch=batch, dry_run=dry_run)


@contextmanager
def progress_on(file: File) -> Iterator[Progress]:
    """Tells somebody who waits at a terminal how many rows are judged, and nobody else."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return

    def tell(judged: int) -> None:
        if judged % MANY == 0:
            click.echo(f"\r{file.name}: {judged} rows", nl=False, err=True)

    yield tell
    click.echo("\r\x1b[K", nl=False, err=True)


def _write_template(file: Path) -> int:
    from gateway.imports.workbooks import staff_template  # see there why only now

    if file.exists():
        raise NotThatFile(f"{file.name}: exists already; nothing was written")
    try:
        staff_template().save(file)
    except OSError as problem:
        raise NotThatFile(f"{file.name}: {problem.strerror}") from problem
    click.echo(f"{file}: an empty staff list; its second sheet says what the columns hold.")
    return 0
