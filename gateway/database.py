"""The driver: `resolvers.core.database` over raw asyncpg.

Two pools: the reading one signs in as the reader (compiled reads), the writing one as the writer,
who stands behind the row fence. Where the Party module is configured, `party` has two more, under
the Party's roles. SQLAlchemy only makes the statements' text.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Executable

from authz.reach import Reach
from gateway.postgres.failures import OutcomeUnknown, fail, is_answer, translated
from gateway.postgres.fence import NOT_SET, fence_of, fenced
from gateway.postgres.pool import Pool, close
from gateway.postgres.roles import Access, Connection
from gateway.postgres.statements import compiled, together
from resolvers.core.authority import StaleReach
from resolvers.core.database import Database, Row, Unavailable, Write

# Statements are prepared once and run many times, so planning them once is what pays.
SESSION = {
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",
    "idle_in_transaction_session_timeout": "60s",
}
READING = {
    **SESSION,
    "application_name": "congtam reading",
    "default_transaction_read_only": "on",
}
WRITING = {**SESSION, "application_name": "congtam writing", "lock_timeout": "5s"}
SNAPSHOT = "begin isolation level repeatable read, read only"


class Swallowed(RuntimeError):
    """A statement failed, its error was caught outside a savepoint, so nothing could be saved."""


class PgStatements:
    """What runs statements on one connection."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def rows(self, statement: Executable, /, **values: Any) -> Sequence[Row]:
        form = compiled(statement, values)
        try:
            found = await self._connection.fetch(form.text, *form.arguments(values))
        except Exception as problem:
            fail(problem, self._connection)
        return [dict(row) for row in found]

    async def row(self, statement: Executable, /, **values: Any) -> Row | None:
        form = compiled(statement, values)
        try:
            found = await self._connection.fetchrow(form.text, *form.arguments(values))
        except Exception as problem:
            fail(problem, self._connection)
        return None if found is None else dict(found)

    async def value(self, statement: Executable, /, **values: Any) -> Any:
        form = compiled(statement, values)
        return await self.text(form.text, form.arguments(values))

    async def run(self, statement: Executable, /, **values: Any) -> int:
        form = compiled(statement, values)
        status = await self._execute(form.text, *form.arguments(values))
        count = status.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def together(self, *writes: Write) -> Sequence[int]:
        form = together([compiled(statement, values) for statement, values in writes])
        arguments = [
            value
            for part, (_, values) in zip(form.parts, writes, strict=True)
            for value in part.arguments(values)
        ]
        try:
            (found,) = await self._connection.fetch(form.text, *arguments)
        except Exception as problem:
            fail(problem, self._connection)
        return tuple(found)

    async def run_many(self, statement: Executable, values: Sequence[Row], /) -> None:
        """Run a statement once for each mapping; all carry the same names."""
        if not values:
            return
        form = compiled(statement, sorted(values[0]))
        arguments = [form.arguments(row) for row in values]
        try:
            await self._connection.executemany(form.text, arguments)
        except Exception as problem:
            fail(problem, self._connection)

    async def text(self, sql: str, arguments: Sequence[Any]) -> Any:
        """The one value that SQL with $1, $2, … answers; None where there is no row."""
        try:
            return await self._connection.fetchval(sql, *arguments)
        except Exception as problem:
            fail(problem, self._connection)

    async def _execute(self, sql: str, *arguments: Any) -> str:
        try:
            return await self._connection.execute(sql, *arguments)
        except Exception as problem:
            fail(problem, self._connection)


class PgTransaction(PgStatements):
    """One open transaction; see `resolvers.core.database.Transaction`."""

    __slots__ = ("_depth",)

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._depth = 0

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        self._depth += 1
        name = f"level_{self._depth}"
        await self._execute(f"savepoint {name}")
        try:
            yield
        except BaseException:
            if not self._connection.is_closed():
                await self._execute(f"rollback to savepoint {name}; release savepoint {name}")
            raise
        else:
            await self._execute(f"release savepoint {name}")
        finally:
            self._depth -= 1


class PgDatabase:
    """The two pools. Make it once per event loop; it outlives any restart of the server.

    `reading` and `writing` are the most connections of each pool; `statement_timeout` is how many
    seconds the database may work on one statement. `party` is the most connections of each of the
    Party's pools; without any, `party` is None and nothing here reaches the Party's tables.
    """

    def __init__(
        self,
        access: Access,
        *,
        reading: int = 8,
        writing: int = 8,
        party: int = 0,
        statement_timeout: float = 15.0,
    ) -> None:
        self.party: PgDatabase | None = None
        if party:
            of_party = access.of_party()
            self.party = PgDatabase(
                of_party, reading=party, writing=party, statement_timeout=statement_timeout
            )
        limit = {"statement_timeout": f"{int(statement_timeout * 1000)}ms"}
        patience = statement_timeout + 5  # for an answer that never comes, if the network is gone
        self._reading = Pool(access.reader, reading, {**READING, **limit}, timeout=patience)
        self._writing = Pool(access.writer, writing, {**WRITING, **limit}, timeout=patience)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._reading.close()
        await self._writing.close()
        if self.party is not None:
            await self.party.close()

    async def text(self, sql: str, arguments: Sequence[Any]) -> bytes | None:
        """Run one compiled read; its text, or None where it answers no row or NULL.

        Raises Unavailable. One round trip, no transaction around it.
        """
        connection = await self._reading.take()
        try:
            found: bytes | None = await connection.fetchval(sql, *arguments)
        except BaseException as problem:
            if not is_answer(problem):
                connection.terminate()
            fail(problem, connection)
        else:
            return found
        finally:
            self._reading.give(connection)

    def reading(self) -> AbstractAsyncContextManager[PgTransaction]:
        """A read-only transaction whose statements all see the same moment."""
        return _transaction(self._reading, SNAPSHOT)

    def writing(
        self, fence: Reach | None = None, stamp: str = ""
    ) -> AbstractAsyncContextManager[PgTransaction]:
        """A transaction for deeds. The fence lets through what this reach touches, else nothing.

        `stamp` is the SQL of the current authority stamp, for a reach that may be out of date.
        Raises StaleReach where it is, Unavailable, or OutcomeUnknown where the connection breaks
        during the commit.
        """
        return _transaction(self._writing, "begin" if fence is None else fenced(fence, stamp))

    @asynccontextmanager
    async def committing_each(self, fence: Reach) -> AsyncIterator[PgStatements]:
        """A connection of one's own, closed at the end, on which each statement commits by itself.

        For many small steps that each must be saved before the next: one round trip each instead
        of three. Not from the pool, since the fence stays in the session. Raises Unavailable; of a
        statement at which the connection broke nobody knows whether it was saved.
        """
        connection = await self._writing.connect()
        try:
            statements = PgStatements(connection)
            await statements._execute(fence_of(fence, lasting=True))
            yield statements
        finally:
            await close(connection)

    def for_reach(self, reach: Reach) -> Database:
        """The same database, whose deeds stand behind the fence of `reach`."""
        return _Bound(self, reach)

    async def ping(self) -> None:
        """Raises Unavailable unless every pool can answer."""
        for pool in (self._reading, self._writing):
            async with _transaction(pool, "begin"):
                pass
        if self.party is not None:
            await self.party.ping()


@dataclass(frozen=True, slots=True)
class _Bound:
    database: PgDatabase
    reach: Reach

    def reading(self) -> AbstractAsyncContextManager[PgTransaction]:
        return self.database.reading()

    def writing(self) -> AbstractAsyncContextManager[PgTransaction]:
        return self.database.writing(self.reach)


@asynccontextmanager
async def _transaction(pool: Pool, opening: str) -> AsyncIterator[PgTransaction]:
    connection = await pool.take()
    transaction = PgTransaction(connection)
    try:
        if await transaction._execute(opening) == NOT_SET:
            raise StaleReach
        yield transaction
        await _commit(connection)
    except BaseException as problem:
        await _undo(connection, problem)
        raise
    finally:
        pool.give(connection)


async def _commit(connection: Connection) -> None:
    try:
        status = await connection.execute("commit")
    except Exception as problem:
        if isinstance(known := translated(problem, connection), Unavailable):
            raise OutcomeUnknown(str(known)) from problem
        fail(problem, connection)
    if status == "ROLLBACK":
        raise Swallowed("a statement failed inside this transaction; nothing was saved")


async def _undo(connection: Connection, problem: BaseException) -> None:
    """Roll back; where that is in doubt drop the connection, which makes the server roll back."""
    if not isinstance(problem, Exception) or connection.is_closed():
        connection.terminate()
        return
    try:
        await connection.execute("rollback", timeout=5)
    except Exception:
        connection.terminate()
