"""The bench's own PostgreSQL: how its programs sign in, and how many statements come in."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg

from gateway.database import READING, SESSION, WRITING
from gateway.postgres import Server
from gateway.postgres.binaries import installed

_STATEMENTS = (b"LOG:  execute ", b"LOG:  statement: ")
_OF_REQUESTS = (
    f"{READING['application_name']} ".encode(),
    f"{WRITING['application_name']} ".encode(),
)
"""How a line of the log begins that a request has caused; the queue of jobs asks by itself."""
SETTLE = 1.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server that holds one population."""

    server: Server
    home: Path

    def environment(self, role: str) -> dict[str, str]:
        """For PostgreSQL's own programs, which are to plan as the program's sessions do."""
        return {
            "PGHOST": "127.0.0.1",
            "PGPORT": str(urlsplit(self.server.url).port),
            "PGUSER": role,
            "PGPASSWORD": self.server.passwords[role],
            "PGDATABASE": "congtam",
            "PGSSLMODE": "disable",
            "PGOPTIONS": " ".join(f"-c {name}={value}" for name, value in SESSION.items()),
        }

    def program(self, name: str) -> str:
        return installed().program(name)

    def rows(self, sql: str, *arguments: Any) -> Sequence[Any]:
        """Asked as the administrator."""

        async def asked() -> Sequence[Any]:
            connection = await asyncpg.connect(self.server.url, server_settings=SESSION)
            try:
                found: Sequence[Any] = await connection.fetch(sql, *arguments)
                return found
            finally:
                await connection.close()

        return asyncio.run(asked())

    def plan(self, sql: str, binds: Sequence[str]) -> str:
        """How a prepared statement is run, as the program's sessions plan it."""
        values = ", ".join(f"'{value}'" for value in binds)

        async def explained() -> Sequence[Any]:
            connection = await asyncpg.connect(self.server.url, server_settings=SESSION)
            try:
                await connection.execute(f"prepare one as {sql}")
                asked = f"explain (analyze, buffers) execute one ({values})"
                await connection.fetch(asked)
                found: Sequence[Any] = await connection.fetch(asked)
                return found
            finally:
                await connection.close()

        return "\n".join(row[0] for row in asyncio.run(explained()))

    def statements(self, requests: int, send: Callable[[], object]) -> float:
        """Statements for each request, by the server's own log of every statement."""
        self._log_statements(on=True)
        log = self.home / "postgres" / "log"
        before = log.stat().st_size
        send()
        self._log_statements(on=False)
        with log.open("rb") as lines:
            lines.seek(before)
            told = [
                line
                for line in lines
                if line.startswith(_OF_REQUESTS) and any(mark in line for mark in _STATEMENTS)
            ]
        return len(told) / requests

    def _log_statements(self, *, on: bool) -> None:
        for name, value in (("log_statement", "'all'"), ("log_line_prefix", "'%a '")):
            self.rows(f"alter system set {name} = {value if on else 'default'}")
        self.rows("select pg_reload_conf()")
        time.sleep(SETTLE)  # every session has to hear of it


@contextmanager
def cluster(home: Path) -> Iterator[Cluster]:
    """The server on `home`, with the program's own settings."""
    with Server(home / "postgres") as server:
        yield Cluster(server, home)
