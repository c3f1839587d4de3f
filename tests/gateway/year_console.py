"""A terminal on the server of a town, for the tests of `congtam year`, and ways to kill it."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

import asyncpg
import pytest
from click.testing import CliRunner, Result

from gateway.clock import VIETNAM
from gateway.commands import main
from gateway.postgres.roles import Connection
from tests.databases import ROOT
from tests.resolvers.cast import Cast

OVER = datetime(2026, 7, 11, 9, tzinfo=VIETNAM)
"""The first day on which nothing more of June is entered."""
YEAR_OVER = datetime(2027, 1, 11, 9, tzinfo=VIETNAM)


class Console:
    """A terminal on the server, whose DATABASE_URL names this test's database."""

    def __init__(self, cast: Cast, url: str, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.cast, self._patch = cast, patch
        self.environment = {"DATABASE_URL": url, "CONGTAM_DATA": str(folder / "data")}

    async def __call__(self, *arguments: str, at: datetime = YEAR_OVER) -> Result:
        """What the command says; in a thread, for it opens an event loop of its own."""
        self._patch.setattr("gateway.commands.year.clock", lambda: at)
        told = ["year", *arguments, "--workers", "1"]
        run = partial(CliRunner().invoke, main, told, env=self.environment)
        found = await asyncio.to_thread(run)
        assert isinstance(found.exception, SystemExit | None), found.exception
        return found

    def start(self, *arguments: str, at: datetime = YEAR_OVER) -> subprocess.Popen[str]:
        """The same in a process of its own, which can be killed."""
        code = (
            "import datetime, gateway.commands.year as command; from gateway.commands import main;"
            f" moment = datetime.datetime.fromisoformat({at.isoformat()!r});"
            " command.clock = lambda: moment; main(prog_name='congtam')"
        )
        return subprocess.Popen(
            [sys.executable, "-c", code, "year", *arguments, "--workers", "2"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **self.environment, "PYTHONPATH": str(ROOT)},
        )


async def locked(console: Console, agency: str) -> Connection:
    """A connection that holds an agency, so that nothing of it can be computed."""
    connection: Connection = await asyncpg.connect(console.environment["DATABASE_URL"])
    await connection.execute("begin")
    await connection.execute(
        "select from congtam.agency where id = $1 for update", console.cast.town.agencies[agency]
    )
    return connection


async def some(owner: Connection, table: str) -> bool:
    return bool(await owner.fetchval(f"select count(*) from congtam.{table}"))


async def gone(processes: list[int]) -> bool:
    return not any(Path(f"/proc/{each}").exists() for each in processes)


async def until(holds: Callable[[], Awaitable[bool]], patience: float = 60.0) -> None:
    async with asyncio.timeout(patience):
        while not await holds():
            await asyncio.sleep(0.05)


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    return list(_children(process))


def _children(process: int) -> Iterator[int]:
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            told = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(told[1]) == process:
                yield int(folder.name)
