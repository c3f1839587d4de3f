"""Fields of one row, as JSON text: columns, references, lists, elements, computed values."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.types import TypeEngine

from gateway.graph.coercion import Values
from gateway.graph.expressions import predicate, quoted, table_name
from gateway.graph.json_sql import Json, Raw, array, concat, listed, object_of, or_null, scalar
from gateway.graph.model import Field, Shape
from gateway.graph.questions import Source, orders
from gateway.graph.render import Renderer
from gateway.graph.splice import RESTORED, Computation, Restore, marked
from gateway.graph.statement import Row, Statement
from gateway.graph.tree import Argument, Node
from schema.declarations import Column, Computed, Elements, Many, Ordinal, Ref

_CASTS = {"Int": "bigint", "Decimal": "numeric", "Boolean": "boolean", "Date": "date"}
"""What the labelled columns of an aggregate are cast to, whatever type the sum or count has."""


def value(into: Statement, row: Row, column: Column) -> str:
    """The SQL value of a column, an expression or a guarded one of them."""
    if isinstance(column.source, str):
        found = row.column(column.source)
    else:
        found = into.expression(row, column.source)
    if column.when is not None:
        found = f"case when {into.expression(row, column.when)} then {found} end"
        return f"({found})"
    return found


def write_column(into: Statement, row: Row, node: Node) -> Json:
    """A scalar, an enum value, or a list of them."""
    field = node.field
    assert field is not None
    sql = value(into, row, field.declaration)
    if row.shape.is_row and field.named.name in _CASTS and not field.is_list:
        sql = f"{sql}::{_CASTS[field.named.name]}"
    if field.is_list:
        return array(sql, field.named, nullable=field.nullable, item_nullable=field.item_nullable)
    return scalar(sql, field.named, nullable=field.nullable or not _sure(row.shape, field))


def _sure(shape: Shape, field: Field) -> bool:
    """Whether the value cannot be NULL: a NULL would leave a hole in the JSON text."""
    source = field.declaration.source
    return shape.table is not None and isinstance(source, str)


def write_ref(into: Statement, row: Row, node: Node) -> Json:
    """The row that this one points at: a sub-select by key, so that its plan never changes."""
    field = node.field
    assert field is not None
    declaration: Ref = field.declaration
    target = into.row(into.model.shape(field.named))
    assert target.shape.table is not None
    conditions = [
        f"{target.column(theirs)} = {row.column(own)}" for own, theirs in declaration.on.items()
    ]
    if not declaration.inherited:
        visible = predicate(target.shape.table)
        if visible is not None:
            conditions.append(into.expression(target, visible))
    found = Raw(
        f"(select {concat(into.object(target, node.only))}"
        f" from {table_name(target.shape.table)} {target.alias}"
        f" where {' and '.join(conditions)})"
    )
    return or_null([found]) if field.nullable else [found]


def write_one(into: Statement, row: Row | None, node: Node) -> Json:
    """The one row of a question, or null."""
    assert node.field is not None
    found = into.row(into.model.shape(node.field.named))
    source = Source(into, found, node, row)
    body = concat(into.object(found, node.only))
    rows = source.page(limit="1")
    return or_null([Raw(f"(select {body} from {rows})")])


def write_many(into: Statement, row: Row | None, node: Node) -> Json:
    """A page of rows in their order, without cursors."""
    assert node.field is not None
    declaration: Many = node.field.declaration
    found = into.row(into.model.shape(node.field.named))
    source = Source(into, found, node, row)
    body = into.object(found, node.only)
    order = ",".join(
        source.column(each.name) + (" desc" if each.descending else "")
        for each in orders(declaration, found.shape.key)
    )
    if declaration.at_most is None:
        limit = size(into, node.arguments["first"])
    else:
        limit = str(declaration.at_most)
    return [listed(body, source.page(order=order, limit=limit))]


def size(into: Statement, argument: Argument) -> str:
    """A page size: written out where the document writes it, otherwise a bind parameter."""
    if argument.constant:
        return str(int(argument.given))
    read = argument.read
    return into.bind(argument.identity, lambda values, _: read(values), "int")


def write_elements(into: Statement, row: Row, node: Node) -> Json:
    """Objects from parallel arrays."""
    field = node.field
    assert field is not None
    declaration: Elements = field.declaration
    alias = into.alias()
    arrays = {
        name: value(into, row, source)
        for name, source in declaration.columns.items()
        if isinstance(source, Column)
    }

    def of_element(child: Node) -> Json:
        if child.field is None:
            return [f'"{field.named.name}"']
        name = child.field.python_name
        ordinal = isinstance(declaration.columns[name], Ordinal)
        sql = f"{alias}.{quoted('ordinality' if ordinal else name)}"
        # Arrays of unequal length leave NULLs, and a NULL must not leave a hole in the text.
        return scalar(sql, child.field.named, nullable=True)

    item = object_of((child.key, of_element(child)) for child in node.only)
    names, counted = list(arrays), ""
    if any(isinstance(declaration.columns[name], Ordinal) for name in _names(node)):
        names, counted = [*names, "ordinality"], " with ordinality"
    columns = ",".join(quoted(name) for name in names)
    source = f"unnest({','.join(arrays.values())}){counted} {alias}({columns})"
    found: Json = [listed(item, source)]
    first = next(iter(arrays.values()))
    return or_null(found, f"{first} is null") if field.nullable else found


def _names(node: Node) -> set[str]:
    return {child.field.python_name for child in node.only if child.field is not None}


def write_computed(into: Statement, row: Row | None, node: Node) -> Json:
    """A mark that Python replaces; see `splice`."""
    assert node.field is not None
    declaration: Computed = node.field.declaration
    needed: list[str] = []
    restores: list[Restore | None] = []
    for need in declaration.needs:
        assert row is not None
        guard = row.shape.guards.get(need) if isinstance(need, str) else None
        needed.append(value(into, row, Column(need, guard)))
        restores.append(_restore(row.shape, need))
    before, after = marked(len(into.computations))
    into.computations.append(
        Computation(
            declaration.function,
            tuple(restores),
            _arguments(node),
            Renderer(into.model).field(node),
        )
    )
    return [before, Raw(f"json_build_array({','.join(needed)})"), after]


def _restore(shape: Shape, need: str | ColumnElement[Any]) -> Restore | None:
    kind: TypeEngine[Any] | None
    if isinstance(need, str):
        kind = shape.table.c[need].type if shape.table is not None else None
    else:
        kind = need.type
    try:
        return RESTORED.get(kind.python_type) if kind is not None else None
    except NotImplementedError:
        return None


def _arguments(node: Node) -> Any:
    arguments = dict(node.arguments)

    def read(values: Values) -> Mapping[str, Any]:
        return {name: argument.read(values) for name, argument in arguments.items()}

    return read
