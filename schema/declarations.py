"""What the words of `schema.mapping` leave behind on a field, for the compiler to read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from resolvers.core.slices import slice_of

Question = Callable[..., Any]
MAPPING = "mapping"
"""The key of a field's metadata under which its declaration stands."""
MAX_PAGE = 100


class Kind(Enum):
    """How a scalar is written in an answer, read from a request and sent to the database."""

    ID = "uuid"
    TEXT = "text"
    INT = "integer"
    BOOLEAN = "boolean"
    FLOAT = "double precision"
    DECIMAL = "numeric"
    DATE = "date"
    DATETIME = "timestamptz"


KINDS: dict[str, Kind] = {
    "ID": Kind.ID,
    "String": Kind.TEXT,
    "Int": Kind.INT,
    "Boolean": Kind.BOOLEAN,
    "Float": Kind.FLOAT,
    "Decimal": Kind.DECIMAL,
    "Date": Kind.DATE,
    "DateTime": Kind.DATETIME,
    "UUID": Kind.ID,
}
"""Scalars by GraphQL name; a schema with a scalar of its own adds it here beside its definition."""


class Ordinal:
    """Marks the place of an element in its list, counted from one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A value of the row: a column's name or an SQL expression over the row's table."""

    source: Any = None
    when: Any = None
    """A predicate over the row and the reach; where it does not hold the value is null."""


@dataclass(frozen=True, slots=True)
class Ref:
    on: Mapping[str, str]
    """Own column: column of the target, together unique there."""
    inherited: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """What `one`, `many` and `connection` share: which rows, and how they hang on their parent."""

    question: Question | None = None
    on: Mapping[str, str] = field(default_factory=dict)
    """Child column: parent column."""
    order: Sequence[str] = ()
    where: Any = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class One(Rows):
    pass


@dataclass(frozen=True, slots=True)
class Many(Rows):
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Paged(Rows):
    pass


@dataclass(frozen=True, slots=True)
class Elements:
    columns: Mapping[str, Column | Ordinal]


@dataclass(frozen=True, slots=True)
class Computed:
    function: Callable[..., Sequence[Any]]
    needs: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Lookup:
    """A row of any type that implements `Node`, by its id."""


@dataclass(frozen=True, slots=True)
class Deed:
    function: Callable[..., Any]


def asks(declaration: Any, slice: str) -> bool:
    """Whether a field's declaration names a function that lives in a slice."""
    functions = (getattr(declaration, name, None) for name in ("question", "function"))
    return any(slice_of(each) == slice for each in functions if each is not None)
