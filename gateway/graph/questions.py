"""Where the rows of a field come from: a table or a question, narrowed and guarded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLEnumType, GraphQLInputType, GraphQLList, GraphQLNonNull
from sqlalchemy import (
    ARRAY,
    UUID,
    Boolean,
    Date,
    DateTime,
    Double,
    Integer,
    Numeric,
    Select,
    Text,
    bindparam,
)
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.types import TypeEngine

from gateway.graph.expressions import (
    expression,
    guarded,
    mentioned,
    predicate,
    quoted,
    statement,
    table_name,
)
from gateway.graph.json_sql import Raw
from gateway.graph.model import SchemaMistake, scalar_kind
from gateway.graph.statement import Bind, Row, Statement
from gateway.graph.tree import Argument, Node
from schema.declarations import Kind, Rows

PAGING = frozenset({"first", "after", "last", "before"})
SQL_TYPES: Mapping[Kind, TypeEngine[Any]] = {
    Kind.ID: UUID(as_uuid=True),
    Kind.TEXT: Text(),
    Kind.INT: Integer(),
    Kind.BOOLEAN: Boolean(),
    Kind.FLOAT: Double(),
    Kind.DECIMAL: Numeric(),
    Kind.DATE: Date(),
    Kind.DATETIME: DateTime(timezone=True),
}


@dataclass(frozen=True, slots=True)
class Order:
    """One key of a list's order."""

    name: str
    descending: bool

    @classmethod
    def read(cls, text: str) -> "Order":
        """From "column" or "column desc"."""
        name, _, direction = text.partition(" ")
        if direction not in ("", "asc", "desc"):
            raise SchemaMistake(f'{text!r} is no order: write "column" or "column desc"')
        return cls(name, direction == "desc")


def orders(declaration: Rows, key: Sequence[str]) -> tuple[Order, ...]:
    """The declared order, completed by the key in the same direction, so that one index serves."""
    found = [Order.read(text) for text in declaration.order]
    named = {order.name for order in found}
    last = bool(found) and found[-1].descending
    return (*found, *(Order(name, last) for name in key if name not in named))


class Source:
    """The rows of one field: write what is selected of them first, then ask for `page`."""

    def __init__(self, into: Statement, row: Row, node: Node, parent: Row | None) -> None:
        assert node.field is not None
        self._into, self._row, self._parent = into, row, parent
        self._place = node.field.place
        self._declaration: Rows = node.field.declaration
        self._asked = Row(row.alias, row.shape)
        binds = {
            name: _parameter(into, argument)
            for name, argument in node.arguments.items()
            if name not in PAGING
        }
        self._binds: dict[str, Bind] = dict(binds.values())
        self.question = self._called(self._declaration.question, node, binds)
        self._conditions = self._joined() + self._narrowed(node, binds)

    def _called(self, function: Any, node: Node, binds: Any) -> Any:
        """The question, with a bind parameter for each argument that has a value."""
        if function is None:
            return None
        found = function(**_parameters(node, binds))
        if not hasattr(found, "selected_columns"):
            raise SchemaMistake(f"{self._place}: its question answers no Select")
        own = self._row.shape.table if isinstance(found, Select) else None
        return guarded(found, own, inherited=self._declaration.inherited)

    def _joined(self) -> list[str]:
        """How the rows hang on the parent's row."""
        if not self._declaration.on:
            return []
        assert self._parent is not None
        return [
            f"{self._asked.column(child)} = {self._parent.column(own)}"
            for child, own in self._declaration.on.items()
        ]

    def _narrowed(self, node: Node, binds: Any) -> list[str]:
        found = []
        table = self._row.shape.table
        if self.question is None and not self._declaration.inherited:
            assert table is not None
            visible = predicate(table)
            if visible is not None:
                found.append(self._into.expression(self._asked, visible))
        where = self._declaration.where
        if where is not None:
            if not isinstance(where, ClauseElement):
                where = where(**_parameters(node, binds))
            assert table is not None
            self._asked.used |= mentioned(where, table)
            found.append(self._into.sql(expression(where, table, self._row.alias), self._binds))
        return found

    def column(self, name: str) -> str:
        """A column of the rows, for an order or a condition."""
        return self._asked.column(name)

    def kind(self, name: str) -> tuple[TypeEngine[Any], bool]:
        """The SQL type of a column of the rows, and whether it may be NULL."""
        if self.question is None:
            assert self._row.shape.table is not None
            column = self._row.shape.table.c[name]
        else:
            column = {each.name: each for each in self.question.selected_columns}[name]
            column = getattr(column, "element", column)
        return column.type, bool(getattr(column, "nullable", True))

    def page(self, *, order: str = "", limit: str = "", conditions: Sequence[str] = ()) -> Raw:
        """What stands after FROM: the rows, with the columns that were used, under their alias."""
        alias = self._row.alias
        columns = ",".join(f"{alias}.{quoted(name)}" for name in sorted(self._row.used)) or "1"
        where = " and ".join([*self._conditions, *conditions])
        return Raw(
            f"(select {columns} from {self._from()}"
            + (f" where {where}" if where else "")
            + (f" order by {order}" if order else "")
            + (f" limit {limit}" if limit else "")
            + f") {alias}"
        )

    def total(self) -> Raw:
        """How many rows there are in all."""
        where = " and ".join(self._conditions)
        return Raw(
            f"(select count(*) from {self._from()}" + (f" where {where}" if where else "") + ")"
        )

    def _from(self) -> str:
        if self.question is None:
            assert self._row.shape.table is not None
            return f"{table_name(self._row.shape.table)} {self._row.alias}"
        narrowed = _narrow(self.question, self._row.used | self._asked.used, self._place)
        return f"({self._into.sql(statement(narrowed), self._binds)}) {self._row.alias}"


def _narrow(question: Any, used: set[str], place: str) -> Any:
    """The question with only the columns that are used."""
    columns = {column.name: column for column in question.selected_columns}
    missing = used - columns.keys()
    if missing:
        raise SchemaMistake(f"{place}: its question has no column {', '.join(sorted(missing))}")
    if not isinstance(question, Select) or question._distinct or not used:
        return question
    return question.with_only_columns(
        *(columns[name] for name in sorted(used)), maintain_column_froms=True
    )


def _parameter(into: Statement, argument: Argument) -> tuple[str, Bind]:
    read = argument.read
    return into.argument(argument.identity, lambda values, _: read(values))


def _parameters(node: Node, binds: Mapping[str, tuple[str, Bind]]) -> dict[str, Any]:
    return {
        name: bindparam(bound, type_=sql_type(node.arguments[name].kind))
        for name, (bound, _) in binds.items()
    }


def sql_type(kind: GraphQLInputType) -> TypeEngine[Any]:
    """The SQL type of an argument."""
    if isinstance(kind, GraphQLNonNull):
        return sql_type(kind.of_type)
    if isinstance(kind, GraphQLList):
        return ARRAY(sql_type(kind.of_type))
    if isinstance(kind, GraphQLEnumType):
        return Text()
    found = scalar_kind(kind)
    if found is None:
        raise SchemaMistake(f"{kind}: an input object cannot be an argument of a question")
    return SQL_TYPES[found]
