"""Rows by their key: `node`, `nodes`, and what a deed has touched.

An absent row and a hidden one give the same null.
"""

from collections.abc import Mapping

from gateway.graph.expressions import predicate, table_name
from gateway.graph.json_sql import Json, Raw, concat, listed
from gateway.graph.model import Shape
from gateway.graph.statement import Row, Statement
from gateway.graph.tree import Node

SEPARATOR = "\x03"
"""Stands between the rows that one look-up returns; JSON text never contains it raw."""


def found(into: Statement, shape: Shape, nodes: tuple[Node, ...], keys: Mapping[str, str]) -> Raw:
    """SQL: the text of the row with this key (column: SQL), NULL where it is absent or hidden."""
    row = into.row(shape)
    assert shape.table is not None
    conditions = [f"{row.column(name)} = {value}" for name, value in keys.items()]
    visible = predicate(shape.table)
    if visible is not None:
        conditions.append(into.expression(row, visible))
    return Raw(
        f"(select {concat(into.object(row, nodes))} from {table_name(shape.table)} {row.alias}"
        f" where {' and '.join(conditions)})"
    )


def write_node(into: Statement, row: Row | None, node: Node) -> Json:
    """`node(id)` and `nodes(ids)`: each type in turn; the first that has the row answers.

    The Party's types are looked through for whoever came in by the Party's entrance, and where the
    document names them; so an ordinary look-up touches nothing of the Party's.
    """
    assert node.field is not None
    single = not node.field.is_list
    argument = node.arguments["id" if single else "ids"]
    read = argument.read
    cast = "uuid" if single else "uuid[]"
    given = into.bind(argument.identity, lambda values, _: read(values), cast)
    key = given if single else f"{into.alias()}.id"
    branches = [
        found(into, shape, node.of(shape), {"id": key})
        for shape in into.model.possible(node.field.named)
        if into.looked_up(shape)
    ]
    text = Raw(f"coalesce({','.join(branches)},'null')")
    if single:
        return [text]
    alias = key.partition(".")[0]
    return [listed([text], f"unnest({given}) {alias}(id)")]


def rows_by_id(into: Statement, shape: Shape, nodes: tuple[Node, ...]) -> Raw:
    """SQL: the texts of the rows with the ids of the request, in their order, one text."""
    given = into.bind(("ids",), lambda values, _: values["ids"], "uuid[]")
    text = Raw(f"coalesce({found(into, shape, nodes, {'id': 'wanted.id'})},'null')")
    return Raw(
        f"(select string_agg({text},chr({ord(SEPARATOR)}) order by wanted.place)"
        f" from unnest({given}) with ordinality wanted(id,place))"
    )
