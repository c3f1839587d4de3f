"""`make bench`: the program's numbers, measured on real data through the real server.

python infra/bench/run.py                       the whole of it; writes RESULTS.md
python infra/bench/run.py --people 2000 --rounds 1 --seconds 1     a smoke run; writes nothing
"""

import argparse
import os
import shlex
import sys
from pathlib import Path

from gateway.clock import clock
from infra.bench.cluster import cluster
from infra.bench.escalating import escalated
from infra.bench.growth import growth
from infra.bench.issuer import bench_issuer
from infra.bench.loading import Loaded, loaded
from infra.bench.machine import machine
from infra.bench.measuring import Measuring, Pace
from infra.bench.population import Population
from infra.bench.portals import portals
from infra.bench.report import Results, page, targets
from infra.bench.scoring import scored
from infra.bench.year import added_up

PEOPLE = 200_000
SMALL = 1_667
"""A year of these is 20,000 sheets."""
PAGE = Path(__file__).parent / "RESULTS.md"


def main() -> None:
    wanted = _arguments()
    noise = os.getloadavg()[0]
    pace = Pace(wanted.rounds, wanted.seconds)
    few, many = _loaded(wanted, SMALL), _loaded(wanted, wanted.people)
    with cluster(few.home) as lesser, cluster(many.home) as database, bench_issuer() as issuer:
        small = Measuring(lesser, issuer, few, pace, _tell)
        whole = Measuring(database, issuer, many, pace, _tell)
        grown = growth(small, whole, pace, _tell)
        whole.whole()
        year = added_up(database, _tell)
        _tell("overdue steps")
        late = escalated(database)
        version = database.rows("show server_version")[0][0]
    _tell("the portals")
    seen = portals()
    _keep(
        wanted,
        Results(
            machine=machine(version, clock().date()),
            command="make bench" if _is_whole(wanted) else shlex.join(["python", *sys.argv]),
            noise=noise,
            pace=pace,
            whole=whole.round,
            small=few,
            grown=grown,
            escalated=late,
            year=year,
            scored={
                "general criteria as a total": scored(by_criterion=False),
                "general criteria mark by mark": scored(by_criterion=True),
            },
            portals=seen,
        ),
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=PEOPLE, help="officials (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="for each point (%(default)s)")
    parser.add_argument("--seconds", type=float, default=2, help="for each round (%(default)s)")
    parser.add_argument(
        "--data", type=Path, default=Path(".congtam/bench"), help="folder (%(default)s)"
    )
    return parser.parse_args()


def _is_whole(wanted: argparse.Namespace) -> bool:
    return bool(wanted.people >= PEOPLE)


def _loaded(wanted: argparse.Namespace, people: int) -> Loaded:
    population = Population.holding(people)
    _tell(f"{population.sheets:,} sheets: made, or found as they were made before")
    return loaded(wanted.data / str(people), population)


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
