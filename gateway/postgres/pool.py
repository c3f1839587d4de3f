"""A small pool of raw connections, last used first.

The driver's own pool wraps each connection and resets it on release, which on short statements
costs half of the throughput. Nothing here leaves state in a session (settings are made local to a
transaction), so there is nothing to reset.
"""

import asyncio
import json
from collections import deque
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from gateway.postgres.failures import TRANSIENT
from gateway.postgres.roles import Connection, Login
from resolvers.core.database import Unavailable

CONNECT_SECONDS = 5.0


class Pool:
    """At most `size` connections under one login, opened when they are first needed.

    `settings` are settings of PostgreSQL for the session; `patience` is how many seconds a caller
    waits for a free connection, `timeout` how many for one answer.
    """

    def __init__(
        self,
        login: Login,
        size: int,
        settings: Mapping[str, str],
        *,
        patience: float = 10.0,
        timeout: float = 30.0,
    ) -> None:
        self._login, self._size, self._settings = login, size, dict(settings)
        self._patience, self._timeout = patience, timeout
        self._idle: list[Connection] = []
        self._waiting: deque[asyncio.Future[Connection | None]] = deque()
        self._open = 0
        self._closed = False

    async def take(self) -> Connection:
        """A working connection, to be given back; raises Unavailable."""
        while not self._closed:
            while self._idle:
                connection = self._idle.pop()
                if not connection.is_closed():
                    return connection
                self._open -= 1
            if self._open < self._size:
                return await self._connect()
            given = await self._wait()
            if given is not None:
                return given
        raise Unavailable("the program is stopping")

    def give(self, connection: Connection) -> None:
        """Give a connection back; one that is closed makes room for another."""
        if self._closed and not connection.is_closed():
            connection.terminate()
        if connection.is_closed():
            self._open -= 1
            self._hand_on(None)
        elif not self._hand_on(connection):
            self._idle.append(connection)

    async def close(self) -> None:
        """Close idle connections in order; those in use close when they are given back."""
        self._closed = True
        while self._hand_on(None):
            pass
        idle, self._idle = self._idle, []
        for connection in idle:
            self._open -= 1
            await close(connection)

    def _hand_on(self, connection: Connection | None) -> bool:
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return True
        return False

    async def _wait(self) -> Connection | None:
        """The next connection given back, or None when there is room for a new one."""
        waiter: asyncio.Future[Connection | None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        try:
            async with asyncio.timeout(self._patience):
                return await waiter
        except BaseException as problem:
            if waiter.done() and not waiter.cancelled():
                self._pass_on(waiter.result())
            if isinstance(problem, TimeoutError):
                raise Unavailable(f"no free connection within {self._patience} s") from None
            raise

    def _pass_on(self, given: Connection | None) -> None:
        if given is None:
            self._hand_on(None)
        else:
            self.give(given)

    async def _connect(self) -> Connection:
        self._open += 1
        try:
            return await self.connect()
        except BaseException:
            self._open -= 1
            self._hand_on(None)
            raise

    async def connect(self) -> Connection:
        """A connection that is none of the pool's, for whoever closes it; raises Unavailable."""
        try:
            connection = await self._login.connect(
                timeout=CONNECT_SECONDS,
                command_timeout=self._timeout,
                statement_cache_size=2000,
                max_cached_statement_lifetime=0,
                max_cacheable_statement_size=0,
                server_settings=self._settings,
            )
            await speak_json(connection)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, *TRANSIENT) as problem:
            raise Unavailable(f"cannot connect: {type(problem).__name__}: {problem}") from None
        return connection


async def close(connection: Connection) -> None:
    """End a connection in order, or at once where the server does not answer."""
    try:
        await connection.close(timeout=CONNECT_SECONDS)
    except (*TRANSIENT, asyncpg.InterfaceError):
        connection.terminate()


async def speak_json(connection: Connection) -> None:
    """Give and take jsonb as Python values: decimals go in as strings, numbers come out exact."""
    await connection.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        encoder=_encode,
        decoder=_decode,
        format="binary",
    )


_EXACT = json.JSONDecoder(parse_float=Decimal)


def _encode(value: Any) -> bytes:
    return b"\x01" + orjson.dumps(value, default=_plain)


def _decode(value: bytes) -> Any:
    return _EXACT.decode(value[1:].decode())


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")
