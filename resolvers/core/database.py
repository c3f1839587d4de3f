"""The transaction as the answers see it; the gateway owns the driver and implements this."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from sqlalchemy import Executable

Row = Mapping[str, Any]
Write = tuple[Executable, Row]
"""An insert or update, and its values by their names."""


class Violated(Exception):
    """A constraint of the database refused a statement; `constraint` is its name."""

    def __init__(self, constraint: str) -> None:
        self.constraint = constraint
        super().__init__(constraint)


class Unavailable(Exception):
    """The database cannot be reached; nothing was done."""


class Transaction(Protocol):
    """One open transaction. Statements carry bind parameters; values are given by their names.

    A statement is compiled to text once and remembered by identity: keep statements as module
    constants (or cache the functions that build them), and pass what varies as named values.
    """

    async def rows(self, statement: Executable, /, **values: Any) -> Sequence[Row]: ...
    async def row(self, statement: Executable, /, **values: Any) -> Row | None: ...
    async def value(self, statement: Executable, /, **values: Any) -> Any: ...
    async def run(self, statement: Executable, /, **values: Any) -> int:
        """Run a statement for its effect; the number of rows it touched."""
        ...

    async def together(self, *writes: Write) -> Sequence[int]:
        """Run inserts and updates that do not need each other, in one round trip; the number of
        rows that each touched. All see the rows as they were before any of them."""
        ...

    async def run_many(self, statement: Executable, values: Sequence[Row], /) -> None: ...
    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """A nested block: an exception inside it undoes the block alone and goes on rising."""
        ...


class Database(Protocol):
    """Opens transactions; `writing` commits when its block ends, and undoes all when it raises."""

    def writing(self) -> AbstractAsyncContextManager[Transaction]: ...
    def reading(self) -> AbstractAsyncContextManager[Transaction]: ...
