"""`congtam year`: close a province's months, add them up, and prepare its classification."""

import asyncio
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import click
from sqlalchemy import Date, Text, bindparam

from gateway import telemetry
from gateway.bulk.steps import Closed, Progress, Run, StillOpen, Summed, spans_due
from gateway.bulk.workers import Setup, Workers
from gateway.bulk.year import Cases
from gateway.clock import clock
from gateway.database import PgDatabase
from gateway.imports.running import NoSuchAgency
from gateway.opening import opened_server
from gateway.postgres import demand_newest
from gateway.settings import Settings, load
from resolvers.core.database import Transaction
from resolvers.core.deed import plain
from resolvers.organisation import agency_by_code, agency_by_id
from resolvers.statute.evaluation.year import Span

EVERYBODY = "all"
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_BY_ID = agency_by_id(bindparam("id"))
_BY_CODE = agency_by_code(bindparam("code", type_=Text), bindparam("day", type_=Date))


class Month(click.ParamType[date]):
    """A month as people write it to a program: 2026-06."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if not _MONTH.fullmatch(value):
            self.fail(f"{value!r} is no month; allowed: YYYY-MM", param, ctx)
        return date.fromisoformat(f"{value}-01")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was asked to do."""

    agency: str
    year: int
    months: Sequence[date]
    spans: Sequence[Span]
    workers: int


@dataclass(slots=True)
class Report:
    """What one run of the command has done."""

    year: int
    closed: list[Closed] = field(default_factory=list)
    summed: list[Summed] = field(default_factory=list)
    cases: Cases | None = None


@click.command()
@click.argument("agency")
@click.option("--year", type=click.IntRange(2026, 2200), required=True, help="The working year.")
@click.option(
    "--close-month",
    "months",
    type=Month(),
    multiple=True,
    help="Close this month first, wherever it is complete; may be repeated.",
)
@click.option(
    "--span",
    "spans",
    type=click.Choice([span.value for span in Span]),
    multiple=True,
    help="Add up these spans only; may be repeated.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=lambda: os.cpu_count() or 1,
    show_default="the cores",
    help="Worker processes.",
)
@click.option("--as-json", is_flag=True, help="Print everything as one JSON object.")
def year(agency: str, as_json: bool, spans: Sequence[str], **asked: Any) -> int:
    """Close months, add up what is due of a year, and prepare its classification.

    AGENCY is an id or electronic code: it and every agency that it manages; or `all`. A month is
    closed where every score is signed and the days of entry are over; every other month is listed
    with the head who owes it. Spans are added up once their last month has begun, and with the year
    the cases of its classification are prepared. Nobody is judged here.

    It may be stopped, or killed, at any time: run again it goes on, and changes nothing that is
    done. Ends with 1 if months were left open.
    """
    wanted = tuple(Span(each) for each in spans) or tuple(Span)
    with progress_on() as progress:
        report = asyncio.run(_run(load(), Asked(agency=agency, spans=wanted, **asked), progress))
    click.echo(json_of(report) if as_json else text_of(report))
    return 1 if any(closed.open for closed in report.closed) else 0


async def _run(settings: Settings, asked: Asked, progress: Progress) -> Report:
    # The workers keep the cores busy; nothing else waits in this loop.
    now, timeout = clock(), float(settings.statement_timeout)
    started = telemetry.start(settings)
    try:
        async with opened_server(settings) as access:
            database = PgDatabase(access, reading=1, writing=1, statement_timeout=timeout)
            async with database:
                async with database.reading() as tx:
                    await demand_newest(tx)
                    top = await _top(tx, asked.agency, now.date())
                with Workers(Setup(access, now, timeout), asked.workers) as workers:
                    run = Run(database, workers, started, progress, now.date())
                    return await _done(run, top, asked)
    finally:
        started.close()


async def _done(run: Run, top: UUID | None, asked: Asked) -> Report:
    report = Report(asked.year)
    agencies = await run.scope(top, asked.year)
    for month in sorted(set(asked.months)):
        report.closed.append(await run.close(agencies, month))
    due = spans_due(asked.year, run.today, asked.spans)
    report.summed += [run.add_up(agencies, span, first) for span, first in due]
    if any(span is Span.YEAR for span, _ in due):
        report.cases = run.prepare(agencies, asked.year)
    return report


async def _top(tx: Transaction, named: str, today: date) -> UUID | None:
    """The agency named; None for all there are. Raises NoSuchAgency."""
    if named == EVERYBODY:
        return None
    try:
        found = await tx.rows(_BY_ID, id=UUID(named))
    except ValueError:
        found = await tx.rows(_BY_CODE, code=named, day=today)
    if len(found) != 1:
        raise NoSuchAgency(f"{named[:60]!r} is no agency; allowed: its id, its code, or all")
    id: UUID = found[0]["id"]
    return id


def text_of(report: Report) -> str:
    """The report for somebody who reads it."""
    return "\n".join(_lines(report)) or f"Nothing of {report.year} is due yet."


def json_of(report: Report) -> str:
    """The report for programs."""
    return json.dumps(plain(asdict(report)), ensure_ascii=False, indent=2)


def _lines(report: Report) -> Iterator[str]:
    for closed in report.closed:
        left = len(closed.open)
        yield f"{closed.period:%Y-%m}: {closed.closed:,} unit months closed, {left:,} left open."
        yield from (_owed(each) for each in closed.open)
    for each in report.summed:
        yield (
            f"{each.span} from {each.period:%Y-%m}: {each.people:,} people,"
            f" {each.written:,} results written, {each.incomplete:,} incomplete,"
            f" {each.unrated:,} not rated."
        )
    if (cases := report.cases) is not None:
        yield (
            f"Cases of {report.year}: {cases.added:,} added, {cases.moved:,} changed,"
            f" {cases.withdrawn:,} withdrawn."
        )


def _owed(each: StillOpen) -> str:
    month, left = each.month, each.left
    head = month.head or "no head today"
    return f"  {month.name} ({month.agency}), {head}: {left.code}: {left.sentence}"


@contextmanager
def progress_on() -> Iterator[Progress]:
    """Tells how far it has come: in one line at a terminal, at every tenth in a log."""
    told: dict[str, int] = {}
    live = sys.stderr.isatty()

    def tell(step: str, done: int, of: int) -> None:
        tenth = done * 10 // of
        if live:
            click.echo(f"\r\x1b[K{step}: {done:,} of {of:,}", nl=False, err=True)
        elif told.get(step) != tenth:
            click.echo(f"{clock():%H:%M:%S} {step}: {done:,} of {of:,}", err=True)
        told[step] = tenth

    yield tell
    if live:
        click.echo("\r\x1b[K", nl=False, err=True)
