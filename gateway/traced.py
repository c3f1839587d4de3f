"""The database as a traced request sees it: each read and each deed a span of its own."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from authz.reach import Reach
from gateway.database import PgDatabase, PgTransaction
from gateway.telemetry import Telemetry, names


@dataclass(frozen=True, slots=True)
class TracedDatabase:
    """Passes everything on, inside a span (`gateway.graph.databases.GraphDatabase`)."""

    database: PgDatabase
    telemetry: Telemetry

    @property
    def party(self) -> "TracedDatabase | None":
        """The same under the Party's roles; None where that module is not configured."""
        of_party = self.database.party
        return None if of_party is None else TracedDatabase(of_party, self.telemetry)

    async def text(self, sql: str, arguments: Sequence[Any]) -> bytes | None:
        """The one statement that answers a query."""
        with self.telemetry.step(names.READ):
            return await self.database.text(sql, arguments)

    def writing(
        self, fence: Reach | None = None, stamp: str = ""
    ) -> AbstractAsyncContextManager[PgTransaction]:
        """The transaction of one deed."""
        return self._writing(fence, stamp)

    @asynccontextmanager
    async def _writing(self, fence: Reach | None, stamp: str) -> AsyncIterator[PgTransaction]:
        with self.telemetry.step(names.DEED):
            async with self.database.writing(fence, stamp) as tx:
                yield tx
