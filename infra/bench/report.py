"""The results as a page: tables, targets, and the machine that they were measured on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infra.bench.client import Rate
from infra.bench.escalating import Escalated
from infra.bench.growth import Growth
from infra.bench.loading import Loaded
from infra.bench.machine import Machine
from infra.bench.measuring import Pace, Round
from infra.bench.operations import DEED, LIST, NAMES, READS, RECORD
from infra.bench.population import LINES
from infra.bench.portals import LIMIT, MOST_STROKES, PAINTED, Portals, section
from infra.bench.scoring import Scored
from infra.bench.year import Year, lines

AT = 16
"""The connections at which the targets are set."""


@dataclass(frozen=True, slots=True)
class Results:
    """One run of the bench."""

    machine: Machine
    command: str
    noise: float
    """The machine's load average before the run began."""
    pace: Pace
    whole: Round
    small: Loaded
    grown: Sequence[Growth]
    escalated: Escalated
    year: Year
    scored: dict[str, Scored]
    """By the form in which the general criteria are given."""
    portals: Portals


@dataclass(frozen=True, slots=True)
class Target:
    """What was asked for, and what was found."""

    what: str
    asked: str
    found: str
    reached: bool


def page(results: Results) -> str:
    """The whole page, as Markdown."""
    return "\n".join(_page(results)) + "\n"


def targets(results: Results) -> list[Target]:
    """Every target with what this run found."""
    whole = results.whole
    found = [
        _ratio(whole, LIST, 0.4),
        _ratio(whole, RECORD, 0.15),
        _ratio(whole, DEED, 0.1),
    ]
    for name in (LIST, RECORD):
        times = whole.point(name, AT).served.per_second / whole.reference[name].per_second
        what = f"{NAMES[name]}, beside the reference executor"
        found.append(Target(what, "≥ 15 ×", f"{times:,.0f} ×", times >= 15))
    for name in READS:
        count = whole.statements[name]
        what = f"{NAMES[name]}, SQL statements"
        found.append(Target(what, "1", f"{count:.2f}", count == 1))
    for each in results.grown:
        what = f"{NAMES[each.operation]}, latency with more data, connections: {each.connections}"
        found.append(Target(what, "≤ 1.3 ×", f"{each.times:.2f} ×", each.times <= 1.3))
    most = max(pss for workers in whole.memory.values() for pss, _ in workers)
    found.append(Target("memory of a worker (PSS)", "< 150 MB", f"{most} MB", most < 150))
    for form, scored in results.scored.items():
        rate = scored.per_second
        what = f"`congtam score`, {form}"
        found.append(Target(what, "≥ 10,000 sheets/s", f"{rate:,.0f} sheets/s", rate >= 10_000))
    seconds, doubled = results.year.seconds, results.year.doubled
    what = f"the year of {results.year.people:,} people, added up and prepared"
    found.append(Target(what, "< 180 s", f"{seconds:.0f} s", seconds < 180))
    what = "the year of twice as many people"
    found.append(Target(what, "≤ 2.2 ×", f"{doubled:.2f} ×", doubled <= 2.2))
    return [*found, *_overdue(results.escalated), *_portals(results.portals)]


def _portals(found: Portals) -> Iterator[Target]:
    for name, size in found.sizes.items():
        what = f"first load of `/{name}`, gzipped"
        yield Target(what, f"≤ {LIMIT:g} kB", f"{size:g} kB", size <= LIMIT)
    if found.people is not None and found.strokes is not None:
        each = found.strokes / found.people
        what = "keys and clicks for each person of whom nothing is disputed"
        yield Target(what, f"≤ {MOST_STROKES}", f"{each:.1f}", each <= MOST_STROKES)
    for paint in found.painted:
        for cache, seconds in (("empty", paint.cold), ("full", paint.warm)):
            what = f"the worklist painted, {paint.line}, 4 × CPU, {cache} cache"
            yield Target(what, f"< {PAINTED:g} s", f"{seconds:g} s", seconds < PAINTED)


def _overdue(late: Escalated) -> Iterator[Target]:
    steps = f"{late.steps:,} overdue steps"
    whole = late.telling + late.sending
    yield Target(
        f"{steps} escalated, {late.notices:,} notices", "< 10 s", f"{late.telling:.1f} s",
        late.telling < 10,
    )  # fmt: skip
    yield Target(
        f"{steps}, {late.letters:,} letters sent as well", "< 10 s", f"{whole:.1f} s", whole < 10
    )
    what = f"{steps}, a worker killed in the middle: letters sent twice"
    yield Target(what, "0", f"{late.twice}", late.twice == 0)


def _ratio(whole: Round, name: str, asked: float) -> Target:
    ratio = whole.point(name, AT).ratio or 0.0
    beside = "a bare update and insert in pgbench" if name == DEED else "its statement in pgbench"
    what = f"{NAMES[name]}, beside {beside}"
    return Target(what, f"≥ {asked}", f"{ratio:.2f}", ratio >= asked)


def _page(results: Results) -> Iterator[str]:
    yield from (
        "# Results of the bench",
        "",
        f"Written by `{results.command}` on {results.machine.day}: one run,"
        f" {results.pace.rounds} rounds of {results.pace.seconds:g} seconds for each point. What is"
        " measured, and how, is told in",
        "[README.md](README.md).",
        "",
        *(f"- {fact}" for fact in results.machine.facts),
        f"- load average before the run {results.noise:.1f}",
        "",
    )
    yield from _data(results)
    yield from (
        "## Targets",
        "",
        f"One worker and {AT} connections where nothing else is said.",
        "",
    )
    yield from _table(
        ("what", "target", "found", ""),
        [
            (t.what, t.asked, t.found, "reached" if t.reached else "**missed**")
            for t in targets(results)
        ],
    )
    yield from _loads(results.whole)
    yield from _rest(results)
    yield from section(results.portals)


def _data(results: Results) -> Iterator[str]:
    loaded = results.whole.loaded
    people = loaded.people
    yield "## Data"
    yield ""
    yield (
        f"{people.officials:,} officials in {people.communes:,} communes; for each of 12 months"
        f" their sheets ({people.sheets:,}, all with score and explanation) and work lines"
        f" ({people.sheets * LINES:,}): {loaded.megabytes / 1024:,.1f} GB, generated, copied in,"
        f" indexed and analysed in {loaded.seconds / 60:.1f} minutes. The small population has"
        f" {results.small.people.sheets:,} sheets."
    )
    yield ""


def _loads(whole: Round) -> Iterator[str]:
    yield from ("", "## Under load", "")
    rows = []
    for point in whole.points:
        ratio = "" if point.ratio is None else f"{point.ratio:.2f}"
        rows.append(
            (
                NAMES[point.operation],
                str(point.workers),
                str(point.connections),
                *_cells(point.served),
                *(_cells(point.bare) if point.bare else ("", "", "")),
                ratio,
                f"{point.served.client_share:.0%}",
            )
        )
    yield from _table(
        (
            "operation",
            "workers",
            "connections",
            "requests/s",
            "p50 ms",
            "p99 ms",
            "pgbench/s",
            "p50 ms",
            "p99 ms",
            "ratio",
            "client",
        ),
        rows,
    )


def _cells(rate: Rate) -> tuple[str, str, str]:
    return (
        f"{rate.per_second:,.0f}",
        f"{rate.quantile(0.5):.1f}",
        f"{rate.quantile(0.99):.1f}",
    )


def _rest(results: Results) -> Iterator[str]:
    whole = results.whole
    yield from ("", "## Beside", "")
    counts = ", ".join(f"{NAMES[name]} {count:g}" for name, count in whole.statements.items())
    yield f"- SQL statements for each request: {counts}."
    for workers, sizes in whole.memory.items():
        told = ", ".join(f"{pss} MB ({rss} MB resident)" for pss, rss in sizes)
        yield f"- Memory after the load, workers: {workers}: {told}, proportional set each."
    if whole.first is not None:
        yield (
            "- The first worklist of a head, his token checked and his reach computed: p50"
            f" {whole.first.quantile(0.5):.1f} ms, p99 {whole.first.quantile(0.99):.1f} ms."
        )
    for name, rate in whole.reference.items():
        yield (
            f"- Reference executor, {NAMES[name]}: {rate.per_second:,.1f} requests/s,"
            f" p50 {rate.quantile(0.5):.0f} ms."
        )
    yield from lines(results.year)
    for form, scored in results.scored.items():
        yield (
            f"- `congtam score`, {form}: {scored.per_second:,.0f} sheets/s by the clock,"
            f" {scored.per_busy_second:,.0f} by the time on its core."
        )
    late = results.escalated
    yield (
        f"- Duties: the first sweep of a month opens {late.opened:,} in {late.opening:.1f} s. A"
        " worker that is killed and one that ends its work take"
        f" {late.killed:.1f} s together, start included; nobody knows of {late.unknown} letters"
        " whether they left."
    )
    fewer, more = results.small.people.sheets, whole.loaded.people.sheets
    for each in results.grown:
        yield (
            f"- {NAMES[each.operation]}, from {fewer:,} to {more:,} sheets, connections:"
            f" {each.connections}: p50 {each.small.quantile(0.5):.2f} → "
            f"{each.whole.quantile(0.5):.2f} ms."
        )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "| " + " | ".join("---" for _ in heads) + " |"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
