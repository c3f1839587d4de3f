"""What goes wrong in PostgreSQL, in the words of `resolvers.core.database`."""

from typing import NoReturn

import asyncpg

from gateway.postgres.roles import Connection
from resolvers.core.database import Unavailable, Violated


class OutcomeUnknown(Unavailable):
    """The connection broke during the commit: the deed is done or not, never half.

    Whoever asked must send it again with the same idempotency key.
    """


TRANSIENT = (
    asyncpg.PostgresConnectionError,  # class 08: the connection is gone
    asyncpg.OperatorInterventionError,  # class 57: shutting down, starting up, statement timeout
    asyncpg.InsufficientResourcesError,  # class 53: too many connections, disk full
    asyncpg.TransactionRollbackError,  # class 40: deadlock, serialisation
    asyncpg.LockNotAvailableError,  # somebody holds the row for longer than we wait
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.PostgresSystemError,  # class 58: the server's disk
    OSError,
    TimeoutError,
)


def is_answer(problem: BaseException) -> bool:
    """Whether the connection is in order: the server answered "no", or nothing was sent."""
    return isinstance(problem, (asyncpg.PostgresError, asyncpg.exceptions.DataError, ValueError))


def translated(problem: BaseException, connection: Connection) -> BaseException:
    """The exception that callers know; what is nobody's expected failure comes back as it is."""
    if isinstance(problem, asyncpg.IntegrityConstraintViolationError):
        return Violated(_constraint(problem))
    if isinstance(problem, TRANSIENT):
        return Unavailable(f"{type(problem).__name__}: {problem}")
    lost = isinstance(problem, (asyncpg.InterfaceError, asyncpg.InternalClientError))
    if lost and connection.is_closed():
        return Unavailable(f"the connection is lost: {problem}")
    return problem


def fail(problem: BaseException, connection: Connection) -> NoReturn:
    """Raise what `translated` makes of the exception that is being handled."""
    known = translated(problem, connection)
    if known is problem:
        raise problem
    raise known from problem


def _constraint(problem: asyncpg.IntegrityConstraintViolationError) -> str:
    if problem.constraint_name:
        return str(problem.constraint_name)
    if isinstance(problem, asyncpg.NotNullViolationError):
        return f"{problem.table_name}_{problem.column_name}_not_null"
    # A row that no partition takes is reported as a nameless check of its table.
    return f"{problem.table_name}_partition"
