"""A year of everybody added up, and its cases prepared, by the workers of `congtam year`.

December, which the bench keeps open for its other questions, is closed for the measuring; at the
end everything is as it was. If this was stopped in between, `python infra/bench/year.py` with the
same `--people` puts it right.
"""

import argparse
import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import asyncpg

from gateway.bulk.workers import Setup, Workers
from gateway.bulk.year import Adding, Preparing, add_up, prepare
from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from gateway.postgres import prepare as prepared
from infra.bench.cluster import Cluster, cluster
from infra.bench.population import MONTHS, OPEN_MONTH
from resolvers.core.request import Request

PROCESSES = 2
TIMEOUT = 600.0
AFTER = datetime(2027, 1, 11, 9, tzinfo=VIETNAM)
"""The first moment at which nothing more of December is entered."""
YEAR = MONTHS[0]
_DECEMBER = MONTHS[OPEN_MONTH]
_CLOSE = (
    "update congtam.sheet set state = 'closed', released_at = scored_at"
    " where period = $1 and state = 'scored'"
)
_OPEN = (
    "update congtam.sheet set state = 'scored', released_at = null"
    " where period = $1 and state = 'closed'"
)
_FORGET = (
    "truncate congtam.result, congtam.result_run, congtam.classification_round cascade",
    "delete from congtam.audit_leaf where channel = 'command'"
    " and deed in ('compute_results', 'prepare_cases')",
    "vacuum analyze congtam.sheet",
)


@dataclass(frozen=True, slots=True)
class AddedUp:
    """How long the year of some people took: adding it up, and preparing its cases."""

    people: int
    summed: float
    prepared: float

    @property
    def seconds(self) -> float:
        return self.summed + self.prepared


@dataclass(frozen=True, slots=True)
class Year:
    """The same for a third of the agencies, for the other two thirds, and so for all."""

    fewer: AddedUp
    more: AddedUp
    started: float
    """Seconds until the workers had begun."""
    again: float
    """Seconds in which all of it was computed once more, and nothing written."""

    @property
    def people(self) -> int:
        return self.fewer.people + self.more.people

    @property
    def seconds(self) -> float:
        return self.started + self.fewer.seconds + self.more.seconds

    @property
    def doubled(self) -> float:
        """Times as long for twice the people."""
        times = self.more.seconds / self.fewer.seconds
        return 2 * times * self.fewer.people / self.more.people


def added_up(of: Cluster, tell: Callable[[str], None]) -> Year:
    """Add up 2026 for the whole population, with as many workers as the targets name cores."""
    access = asyncio.run(prepared(of.server.url, of.server.passwords))
    with _closed_december(of):
        found = of.rows(
            "select agency_id from congtam.posting where main group by 1 order by random()"
        )
        agencies = [row["agency_id"] for row in found]
        third = len(agencies) // 3
        began = time.monotonic()
        with Workers(Setup(access, AFTER, TIMEOUT), PROCESSES) as workers:
            for _ in workers.each(settled, range(PROCESSES)):
                pass
            started = time.monotonic() - began
            fewer = _measured(workers, agencies[:third])
            tell(f"a year of {fewer.people:,}: {fewer.seconds:.1f} s")
            more = _measured(workers, agencies[third:])
            tell(f"a year of {more.people:,}: {more.seconds:.1f} s")
            began = time.monotonic()
            _sum(workers, agencies)
            return Year(fewer, more, started, time.monotonic() - began)


async def settled(database: PgDatabase, request: Request, _: int) -> None:
    """Long enough for the other processes to take one as well."""
    async with database.writing(request.reach):
        await asyncio.sleep(0.5)


def _measured(workers: Workers, agencies: Sequence[UUID]) -> AddedUp:
    began = time.monotonic()
    people = _sum(workers, agencies)
    summed = time.monotonic()
    for _ in workers.each(prepare, [Preparing(each, YEAR.year) for each in agencies]):
        pass
    return AddedUp(people, summed - began, time.monotonic() - summed)


def _sum(workers: Workers, agencies: Sequence[UUID]) -> int:
    asked = [Adding(each, "year", YEAR) for each in agencies]
    return sum(found.people for _, found in workers.each(add_up, asked))


@contextmanager
def _closed_december(of: Cluster) -> Iterator[None]:
    asyncio.run(_run(of, (_CLOSE, _DECEMBER), "vacuum analyze congtam.sheet"))
    try:
        yield
    finally:
        asyncio.run(_run(of, (_OPEN, _DECEMBER), *_FORGET))


async def _run(of: Cluster, *statements: str | tuple[str, object]) -> None:
    connection = await asyncpg.connect(of.server.url)
    try:
        for each in statements:
            sql, *values = (each,) if isinstance(each, str) else each
            await connection.execute(str(sql), *values)
    finally:
        await connection.close()


def lines(year: Year) -> Iterator[str]:
    """What the page says beside its targets."""
    fewer, more = year.fewer, year.more
    yield (
        f"- The year of {year.people:,} people on {PROCESSES} processes: added up in"
        f" {fewer.summed + more.summed:.0f} s, its cases prepared in"
        f" {fewer.prepared + more.prepared:.0f} s, after {year.started:.0f} s to begin; computed"
        f" again without writing in {year.again:.0f} s."
    )
    yield (
        f"- From {fewer.people:,} to {more.people:,} people: {fewer.seconds:.1f} →"
        f" {more.seconds:.1f} s."
    )


def main() -> None:
    """Measure alone, on data that stands already."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=200_000, help="folder (%(default)s)")
    parser.add_argument("--data", type=Path, default=Path(".congtam/bench"), help="(%(default)s)")
    wanted = parser.parse_args()
    with cluster(wanted.data / str(wanted.people)) as standing:
        year = added_up(standing, print)
    print("\n".join(lines(year)), f"\n- twice the people: {year.doubled:.2f} times as long")


if __name__ == "__main__":
    main()
