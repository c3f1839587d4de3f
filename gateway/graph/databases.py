"""What the graph needs of a database, and under whose roles an operation runs on it."""

from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from authz.reach import Reach
from gateway.graph.realms import PartyModuleNotConfigured
from resolvers.core.database import Transaction


class Writing(Transaction, Protocol):
    """A transaction that also runs compiled reads."""

    async def text(self, sql: str, arguments: Any, /) -> Any: ...


class GraphDatabase(Protocol):
    """What the graph needs of the database; `gateway.database` has it."""

    @property
    def party(self) -> "GraphDatabase | None":
        """The same database under the Party's roles; None where that module is not configured."""
        ...

    async def text(self, sql: str, arguments: Any, /) -> Any: ...
    def writing(
        self, fence: Reach | None = None, stamp: str = "", /
    ) -> AbstractAsyncContextManager[Writing]:
        """A transaction behind the fence of a reach; with `stamp`, the SQL of the authority stamp,
        it raises StaleReach where authority changed since the reach was computed."""
        ...


def under_roles(database: GraphDatabase, *, party: bool) -> GraphDatabase:
    """The database under the roles that may touch what is asked for.

    Raises PartyModuleNotConfigured where that is the Party's own record and nobody may.
    """
    if not party:
        return database
    if database.party is None:
        raise PartyModuleNotConfigured
    return database.party
