"""The steps of an evaluation year for one agency or unit, as tasks of worker processes.

Each is one deed in one transaction, and doing it again changes nothing: a command that was killed
goes on where it was by being run again. The machine closes, adds up and prepares; it judges nobody.
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gateway.database import PgDatabase
from resolvers.classification import prepare_cases
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.evaluations import close_month
from resolvers.results import NobodyToCompute, counted_results

WINDOW_OPEN = "ENTRY_WINDOW_OPEN"


@dataclass(frozen=True, slots=True)
class Closing:
    """A unit's month to be closed."""

    unit: UUID
    period: date


@dataclass(frozen=True, slots=True)
class Left:
    """Why a month was left open."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Adding:
    """A span of an agency to be added up."""

    agency: UUID
    span: str
    period: date


@dataclass(frozen=True, slots=True)
class Added:
    """What was found of an agency's people."""

    people: int = 0
    written: int = 0
    incomplete: int = 0
    unrated: int = 0


@dataclass(frozen=True, slots=True)
class Preparing:
    """A year of an agency whose cases are to be prepared."""

    agency: UUID
    year: int


@dataclass(frozen=True, slots=True)
class Cases:
    """What became of an agency's cases."""

    added: int = 0
    moved: int = 0
    withdrawn: int = 0


async def close(database: PgDatabase, request: Request, asked: Closing) -> Left | None:
    """Close a month in which everything is signed and whose entry is over; else, why not."""
    try:
        async with database.writing(request.reach) as tx:
            await close_month(tx, request, unit=asked.unit, period=asked.period)
    except Refusal as refused:
        if refused.code == "NOT_RESPONSIBLE_HEAD":
            # While entries are made, closing is the head's alone.
            return Left(WINDOW_OPEN, "Until its entry window is over, its head alone closes it.")
        return Left(refused.code, refused.message("en"))
    return None


async def add_up(database: PgDatabase, request: Request, asked: Adding) -> Added:
    """Compute the results of an agency's span."""
    # The operator, to whom one agency is named: a list of thousands helps nobody.
    own = replace(request, reach=replace(request.reach, fence=frozenset({asked.agency})))
    try:
        async with database.writing(own.reach) as tx:
            _, found = await counted_results(
                tx, own, agency=asked.agency, span=asked.span, period=asked.period
            )
    except NobodyToCompute:
        return Added()
    return Added(found.people, found.written, found.incomplete, found.unrated)


async def prepare(database: PgDatabase, request: Request, asked: Preparing) -> Cases:
    """Prepare the year's cases of an agency."""
    async with database.writing(request.reach) as tx:
        done = await prepare_cases(tx, request, asked.agency, asked.year)
    return Cases(done.added, done.moved, done.withdrawn)
