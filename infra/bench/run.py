"""`make bench`: the program's numbers, measured on real data through the real server.

python infra/bench/run.py                       the whole of it; writes RESULTS.md
python infra/bench/run.py --people 2000 --seconds 1     a smoke run; writes nothing
"""

import argparse
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from gateway.clock import clock
from infra.bench.cluster import cluster
from infra.bench.issuer import bench_issuer
from infra.bench.loading import loaded
from infra.bench.machine import machine
from infra.bench.measuring import Measuring, Round
from infra.bench.population import Population
from infra.bench.report import Results, page, targets
from infra.bench.scoring import scored

PEOPLE = 200_000
SMALL = 1_667
"""A year of these is 20,000 sheets."""
PAGE = Path(__file__).parent / "RESULTS.md"


def main() -> None:
    wanted = _arguments()
    noise = os.getloadavg()[0]
    small = _round(wanted, SMALL, Measuring.light)
    whole = _round(wanted, wanted.people, Measuring.whole)
    with cluster(whole.loaded.home) as database:
        version = database.rows("show server_version")[0][0]
    results = Results(
        machine=machine(version, clock().date()),
        command=shlex.join(["make", "bench"] if _is_whole(wanted) else ["python", *sys.argv]),
        noise=noise,
        seconds=wanted.seconds,
        whole=whole,
        small=small,
        scored={
            "general criteria as a total": scored(by_criterion=False),
            "general criteria mark by mark": scored(by_criterion=True),
        },
    )
    _keep(wanted, results)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=PEOPLE, help="officials (%(default)s)")
    parser.add_argument("--seconds", type=float, default=5, help="for each point (%(default)s)")
    parser.add_argument(
        "--data", type=Path, default=Path(".congtam/bench"), help="folder (%(default)s)"
    )
    return parser.parse_args()


def _is_whole(wanted: argparse.Namespace) -> bool:
    return bool(wanted.people >= PEOPLE)


def _round(wanted: argparse.Namespace, people: int, measure: Callable[[Measuring], None]) -> Round:
    population = Population.holding(people)
    _tell(f"{population.sheets:,} sheets: made, or found as they were made before")
    found = loaded(wanted.data / str(people), population)
    with cluster(found.home) as database, bench_issuer() as issuer:
        measuring = Measuring(database, issuer, found, wanted.seconds, _tell)
        measure(measuring)
        return measuring.round


def _keep(wanted: argparse.Namespace, results: Results) -> None:
    text = page(results)
    print(text)
    for name, plan in results.whole.plans.items():
        (results.whole.loaded.home / f"{name}.plan").write_text(plan + "\n")
    if _is_whole(wanted):
        PAGE.write_text(text)
        _tell(f"written: {PAGE.name}; plans lie in {results.whole.loaded.home}")
    missed = [target.what for target in targets(results) if not target.reached]
    _tell("missed: " + "; ".join(missed) if missed else "every target reached")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
