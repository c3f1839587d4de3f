"""A statement while it is written: its bind parameters, its aliases, its computed fields."""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, ColumnElement

from gateway.graph.coercion import Values
from gateway.graph.expressions import Constant, Parts, expression, mentioned, quoted
from gateway.graph.json_sql import LITERAL, Json, object_of
from gateway.graph.model import Model, SchemaMistake, Shape
from gateway.graph.splice import Computation
from gateway.graph.tree import Node

_PLACES = re.compile(rf"{LITERAL}|\$(\d+)")
RequestValues = Mapping[str, Any]
Bind = Callable[[Values, RequestValues], Any]


@dataclass(slots=True)
class Row:
    """Rows of one type in a statement, under their alias; remembers which columns were used."""

    alias: str
    shape: Shape
    used: set[str] = field(default_factory=set)

    def column(self, name: str) -> str:
        """A column's SQL."""
        self.used.add(name)
        return f"{self.alias}.{quoted(name)}"


class Statement:
    """Collects what stands behind the placeholders $1, $2, … of one statement."""

    def __init__(
        self,
        model: Model,
        request_names: frozenset[str],
        looked_up: Callable[[Shape], bool] = lambda shape: True,
    ) -> None:
        self.model = model
        self.looked_up = looked_up
        """Whether rows of a type may be found by an id alone, whatever their type."""
        self._binds: list[Bind] = []
        self.computations: list[Computation] = []
        self.party = False
        """Whether a function of the Party's slice was asked."""
        self._request_names = request_names
        self._positions: dict[Hashable, int] = {}
        self._names: dict[Hashable, str] = {}
        self._aliases = 0
        self.write: Callable[[Row, Node], Json] = _unset
        """Writes one selected field of a row; set by the compiler."""

    def row(self, shape: Shape) -> Row:
        self._aliases += 1
        return Row(f"t{self._aliases}", shape)

    def alias(self) -> str:
        self._aliases += 1
        return f"x{self._aliases}"

    def bind(self, identity: Hashable, read: Bind, cast: str) -> str:
        """The placeholder of a value; equal identities share one."""
        return f"${self._position((identity, cast), read)}{f'::{cast}' if cast else ''}"

    def finished(self, text: str) -> tuple[str, tuple[Bind, ...]]:
        """The statement's text with the binds that it came to use, numbered anew.

        What was written for a selection that turned out empty leaves binds behind, and the server
        does not take a parameter that no part of the statement gives a type.
        """
        order: dict[int, int] = {}

        def renumbered(found: re.Match[str]) -> str:
            if found[1] is None:
                return found[0]
            return f"${order.setdefault(int(found[1]), len(order) + 1)}"

        text = _PLACES.sub(renumbered, text)
        return text, tuple(self._binds[position - 1] for position in order)

    def constant(self, value: Any, cast: str) -> str:
        """The placeholder of a value that is the same in every request."""
        return self.bind(("constant", type(value), repr(value)), lambda *_: value, cast)

    def _position(self, identity: Hashable, read: Bind) -> int:
        if identity not in self._positions:
            self._binds.append(read)
            self._positions[identity] = len(self._binds)
        return self._positions[identity]

    def sql(self, parts: Parts, arguments: Mapping[str, Bind] | None = None) -> str:
        """The text of an expression or a question; `arguments` are binds by parameter name."""
        pieces = []
        for part in parts:
            if isinstance(part, str):
                pieces.append(part)
            elif isinstance(part, Constant):
                pieces.append(self.constant(part.value, "") + part.cast)
            else:
                pieces.append(self._parameter(part, arguments or {}))
        return "".join(pieces)

    def _parameter(self, part: BindParameter[Any], arguments: Mapping[str, Bind]) -> str:
        name = part.key
        if name in arguments:
            return f"${self._position(('argument', name), arguments[name])}"
        if name not in self._request_names:
            raise SchemaMistake(f"nothing gives a value to the bind parameter {name!r}")
        return f"${self._position(('request', name), lambda _, request: request[name])}"

    def expression(self, row: Row, source: ColumnElement[Any]) -> str:
        """An expression over the row's table."""
        table = row.shape.table
        if table is None:
            raise SchemaMistake(f"{row.shape.name}: an expression needs a type with @table")
        row.used |= mentioned(source, table)
        return self.sql(expression(source, table, row.alias))

    def argument(self, identity: Hashable, read: Bind) -> tuple[str, Bind]:
        """A name for an argument's bind parameter, the same for equal arguments."""
        name = self._names.setdefault(identity, f"argument_{len(self._names)}")
        return name, read

    def object(self, row: Row, nodes: tuple[Node, ...]) -> Json:
        """The JSON text of one row."""
        return object_of(
            (node.key, self.write(row, node) if node.field else [f'"{row.shape.name}"'])
            for node in nodes
        )


def _unset(row: Row, node: Node) -> Json:
    raise NotImplementedError
