"""Worker processes that do deeds as the operator of the server, each over its own connection.

A process keeps its connection and its prepared statements from one task to the next. It ends with
the program that started it, also where that one is killed; what it had not committed is undone.
"""

import asyncio
import ctypes
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Self, TypeVar

import uvloop

from gateway.database import PgDatabase
from gateway.failure import Failure
from gateway.postgres import Access
from gateway.settling import settle
from resolvers.core.request import Request
from resolvers.people import reach_of_operator

A = TypeVar("A")
R = TypeVar("R")
Task = Callable[[PgDatabase, Request, A], Awaitable[R]]
"""A coroutine function of some module: it travels to the process by its name."""

PR_SET_PDEATHSIG = 1


class WorkerGone(Failure):
    """A worker process was ended from outside; running the command again goes on from there."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker process needs to begin."""

    access: Access
    now: datetime
    """The one reading of the clock, made where the command began."""
    statement_timeout: float


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a worker process keeps."""

    loop: asyncio.AbstractEventLoop
    database: PgDatabase
    request: Request


_standing: _Standing | None = None


class Workers:
    """As many processes as `size` says; use it as a context manager, in the main thread."""

    def __init__(self, setup: Setup, size: int) -> None:
        self._pool = ProcessPoolExecutor(
            size,
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(setup, os.getpid()),
        )

    def each(self, task: Task[A, R], arguments: Iterable[A]) -> Iterator[tuple[A, R]]:
        """Run a task for every argument; each with its result, as they are done.

        Raises WorkerGone, and whatever a task raises; what was done before stands.
        """
        asked: dict[Future[R], A] = {self._pool.submit(_do, task, each): each for each in arguments}
        try:
            for done in as_completed(asked):
                yield asked[done], done.result()
        except BrokenProcessPool:
            raise WorkerGone("a worker process is gone; run the command again") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=kind is not None)


def _begin(setup: Setup, parent: int) -> None:
    """Make this process a worker of `parent`."""
    global _standing
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started it.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    loop = uvloop.new_event_loop()
    database = PgDatabase(
        setup.access, reading=1, writing=1, statement_timeout=setup.statement_timeout
    )
    request = loop.run_until_complete(_request(database, setup.now))
    _standing = _Standing(loop, database, request)
    settle()


async def _request(database: PgDatabase, now: datetime) -> Request:
    async with database.reading() as tx:
        reach = await reach_of_operator(tx, now.date())
    return Request(reach, now, now.date(), channel="command")


def _do(task: Task[Any, Any], argument: Any) -> Any:
    if _standing is None:
        raise RuntimeError("this process is no worker")
    return _standing.loop.run_until_complete(
        _whole(task, _standing.database, _standing.request, argument)
    )


async def _whole(task: Task[A, R], database: PgDatabase, request: Request, argument: A) -> R:
    return await task(database, request, argument)
