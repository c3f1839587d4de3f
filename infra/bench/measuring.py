"""One round over one population: the server under load, and beside it what it stands on."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial

from infra.bench import pgbench
from infra.bench.binding import Bound, bound
from infra.bench.client import Rate, load
from infra.bench.cluster import Cluster
from infra.bench.executor import executed
from infra.bench.issuer import BenchIssuer
from infra.bench.loading import Loaded
from infra.bench.operations import ASKING, DEED, LIST, READS, RECORD, Operations
from infra.bench.population import MONTHS, OPEN_MONTH
from infra.bench.rounds import Paired, in_turn, joined
from infra.bench.serving import Serving, serving

OPERATIONS = (*READS, DEED)
CONNECTIONS = (1, 16, 64)
COUNTED = 100
"""Requests over which statements are counted."""
BARE = 16
"""How many requests pgbench takes its binds from: each connection prepares a statement for each."""
LONG = 600.0
"""Seconds that a load may take which is bounded by its requests."""

_VERSIONS = "select id::text, version from congtam.sheet where period = $1 and id = any($2::uuid[])"


@dataclass(frozen=True, slots=True)
class Pace:
    """How long is measured: so many rounds for each point, each of so many seconds."""

    rounds: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Point:
    """One load of the server, and the bare statement under the same load in turn with it."""

    operation: str
    workers: int
    connections: int
    served: Rate
    beside: Paired | None = None

    @property
    def bare(self) -> Rate | None:
        return joined(self.beside.others) if self.beside else None

    @property
    def ratio(self) -> float | None:
        return self.beside.times(lambda rate: rate.per_second) if self.beside else None


@dataclass(slots=True)
class Round:
    """What was measured on one population."""

    loaded: Loaded
    points: list[Point] = field(default_factory=list)
    first: Rate | None = None
    """The first request of each person: token checked, reach computed."""
    statements: dict[str, float] = field(default_factory=dict)
    memory: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """By the number of workers: each one's proportional and resident set after the load, in MB."""
    reference: dict[str, Rate] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)

    def point(self, operation: str, connections: int) -> Point:
        """The point of one worker."""
        wanted = (operation, connections, 1)
        found = {(each.operation, each.connections, each.workers): each for each in self.points}
        return found[wanted]


class Measuring:
    """Measures one population; `tell` is called with a line for each point."""

    def __init__(
        self,
        database: Cluster,
        issuer: BenchIssuer,
        loaded: Loaded,
        pace: Pace,
        tell: Callable[[str], None],
    ) -> None:
        self._database, self._issuer = database, issuer
        self._pace, self._tell = pace, tell
        self._operations = operations = Operations(loaded.people, issuer)
        self._requests = {name: operations.rendered(name, operations.asked(name)) for name in READS}
        self.round = Round(loaded)

    def whole(self) -> None:
        """One worker with pgbench beside it, two workers, and the reference executor."""
        bounds = {
            name: asyncio.run(bound(self._database, self._operations, name, BARE)) for name in READS
        }
        with self.serving(1) as server:
            self.served(server, LIST, 1, LONG, most=1)  # compiles the operation
            self.round.first = self.served(server, LIST, 1, LONG, most=ASKING - 1)
            self.warm(server)
            self._count(server)
            self._points(server, bounds)
        with self.serving(2) as server:
            self.warm(server)
            self._points(server, None)
        for name in (LIST, RECORD):
            found = asyncio.run(executed(self._database, name, bounds[name], self._pace.seconds))
            self.round.reference[name] = found
            self._tell(f"{name}, reference executor: {found.per_second:,.1f} requests/s")
        for name in READS:
            one = bounds[name][0]
            self.round.plans[name] = self._database.plan(
                one.sql, [pgbench.text(value) for value in one.binds]
            )

    def serving(self, workers: int) -> AbstractContextManager[Serving]:
        return serving(self._database.home, self._issuer, workers)

    def warm(self, server: Serving) -> None:
        """Until nobody and nothing is new to any worker."""
        for name in READS:
            self.served(server, name, 16, LONG, most=ASKING * 2 * server.workers)
        self.served(server, DEED, 16, LONG, most=COUNTED * server.workers)

    def _count(self, server: Serving) -> None:
        for name in OPERATIONS:
            send = partial(load, server.port, self._asking(name), 1, LONG, most=COUNTED)
            self.round.statements[name] = self._database.statements(COUNTED, send)

    def _points(self, server: Serving, bounds: dict[str, Sequence[Bound]] | None) -> None:
        for name in OPERATIONS:
            for number in CONNECTIONS:
                point = self._point(server, name, number, bounds)
                self.round.points.append(point)
                self._tell(_line(point))
        self.round.memory[server.workers] = server.memory()

    def _point(
        self,
        server: Serving,
        name: str,
        connections: int,
        bounds: dict[str, Sequence[Bound]] | None,
    ) -> Point:
        load = partial(self.served, server, name, connections, self._pace.seconds)
        if bounds is None:
            served = joined([load() for _ in range(self._pace.rounds)])
            return Point(name, server.workers, connections, served)
        bare = partial(self._bare, name, connections, bounds)
        beside = in_turn(load, bare, self._pace.rounds)
        return Point(name, server.workers, connections, joined(beside.ones), beside)

    def served(
        self, server: Serving, name: str, connections: int, seconds: float, *, most: int = 0
    ) -> Rate:
        return load(server.port, self._asking(name), connections, seconds, most=most)

    def _bare(self, name: str, connections: int, bounds: dict[str, Sequence[Bound]]) -> Rate:
        if name == DEED:
            people = self.round.loaded.people
            return pgbench.writing(self._database, people, connections, self._pace.seconds)
        binds = [each.binds for each in bounds[name]]
        return pgbench.reading(
            self._database, bounds[name][0].sql, binds, connections, self._pace.seconds
        )

    def _asking(self, name: str) -> Iterator[bytes]:
        """Requests for an operation; for the deed they begin with the versions that stand."""
        if name != DEED:
            return self._requests[name]
        wanted = [sheet for _, sheet in self._operations.sheets_to_score()]
        rows = self._database.rows(_VERSIONS, MONTHS[OPEN_MONTH], wanted)
        versions = {row["id"]: row["version"] for row in rows}
        return self._operations.rendered(DEED, self._operations.deeds(versions))


def _line(point: Point) -> str:
    served, bare = point.served, point.bare
    told = (
        f"{point.operation}, workers {point.workers}, connections {point.connections}:"
        f" {served.per_second:,.0f} requests/s, p50 {served.quantile(0.5):.1f} ms,"
        f" p99 {served.quantile(0.99):.1f} ms, client {served.client_share:.0%} of a core"
    )
    if bare is None:
        return told
    return f"{told}; pgbench {bare.per_second:,.0f}/s, ratio {point.ratio:.2f}"
