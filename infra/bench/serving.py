"""The program's own server in a process of its own, as `congtam serve` runs it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gateway.postgres.cluster import free_port
from gateway.processes import Program, listening, start
from infra.bench.issuer import BenchIssuer

ROOT = Path(__file__).parents[2]
BUDGET = 1_000_000_000
"""Cost that the one client of the load may spend in a minute: as much as the setting takes."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A running server."""

    port: int
    pid: int
    workers: int

    def memory(self) -> list[tuple[int, int]]:
        """For each worker its proportional and its resident set, in MB."""
        pids = [self.pid] if self.workers == 1 else _children(self.pid)
        return [_memory(pid) for pid in pids if _works(pid)]


@contextmanager
def serving(home: Path, issuer: BenchIssuer, workers: int) -> Iterator[Serving]:
    """The server on the database in `home`, until the end of the block."""
    port = free_port(None)
    program = Program(
        name="the server",
        command=(sys.executable, "-m", "gateway.commands", "serve"),
        log=home / "server.log",
        cwd=ROOT,
        env={
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "CONGTAM_DATA": str(home.resolve()),
            "CONGTAM_PORT": str(port),
            "CONGTAM_WORKERS": str(workers),
            "CONGTAM_ISSUERS": issuer.settings(),
            "CONGTAM_CLIENT_COST_PER_MINUTE": str(BUDGET),
            # Requests are measured; whoever has so many people leaves the jobs to `congtam work`.
            "CONGTAM_SERVE_JOBS": "false",
        },
    )
    with start(program, lambda: listening(port), patience=60) as child:
        yield Serving(port, child.pid, workers)


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(each) for each in text.split()]


def _works(pid: int) -> bool:
    """Whether it is a worker, and not what Python starts beside workers."""
    return b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()


def _memory(pid: int) -> tuple[int, int]:
    found = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, _, rest = line.partition(":")
        found[name] = int(rest.split()[0])
    return found["Pss"] // 1024, found["Rss"] // 1024
