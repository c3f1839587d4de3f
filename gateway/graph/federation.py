"""Federation 2: `_entities` compiled like any other field, by type and by key.

Of a representation only `__typename` and the key are believed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from gateway.graph.coercion import Values
from gateway.graph.errors import BadUserInput
from gateway.graph.json_sql import Json, Raw, listed, or_null
from gateway.graph.lookups import found
from gateway.graph.model import Model, SchemaMistake, Shape
from gateway.graph.scalars import READ, WrongValue
from gateway.graph.statement import Bind, Row, Statement
from gateway.graph.tree import Argument, Node
from schema.declarations import KINDS, Column, Kind

Keys = tuple[str, ...]
Wanted = tuple[str, Keys]
"""A type name, and the GraphQL names of the fields of one of its keys."""
Sort = Callable[[Any], Wanted]


def write_entities(into: Statement, row: Row | None, node: Node) -> Json:
    """As many answers as representations, in their order; null for what is absent or hidden."""
    argument = node.arguments["representations"]
    sort = sorting(into.model)
    wanted = sorted({sort(representation) for representation in argument.given})
    if not wanted:
        return ["[]"]
    counted = _counted(argument, sort, frozenset(wanted))
    count = into.bind(("count", argument.identity), counted, "int")
    branches = " union all ".join(_branch(into, node, argument, sort, kind) for kind in wanted)
    places, answers = into.alias(), into.alias()
    ordered = (
        f"(select {answers}.answer from generate_series(1,{count}) {places}(place)"
        f" left join ({branches}) {answers} using (place) order by place) {answers}"
    )
    return [listed(or_null([Raw(f"{answers}.answer")]), ordered)]


def sorting(model: Model) -> Sort:
    """Tells the type and the key of a representation; raises BadUserInput."""
    entities: Mapping[str, Sequence[Keys]] = model.entities()

    def sort(representation: Any) -> Wanted:
        if not isinstance(representation, Mapping):
            raise BadUserInput("A representation is an object with __typename and a key.")
        name = representation.get("__typename")
        if not isinstance(name, str) or name not in entities:
            raise BadUserInput(f"{str(name)[:50]!r} is no entity of this graph.")
        for keys in entities[name]:
            if all(key in representation for key in keys):
                return name, keys
        raise BadUserInput(f"A representation of {name} lacks its key.")

    return sort


def kinds_of(model: Model, representations: Any) -> frozenset[Wanted]:
    """What decides the form of the statement; raises BadUserInput."""
    sort = sorting(model)
    return frozenset(sort(each) for each in representations)


def _counted(argument: Argument, sort: Sort, wanted: frozenset[Wanted]) -> Bind:
    def read(values: Values, _: Any) -> int:
        given = argument.read(values)
        if not all(sort(each) in wanted for each in given):
            raise BadUserInput("Write __typename into the document, or all of it in a variable.")
        return len(given)

    return read


def _branch(into: Statement, node: Node, argument: Argument, sort: Sort, wanted: Wanted) -> str:
    """The rows of one type, looked up by one of its keys."""
    name, keys = wanted
    shape = into.model.shapes[name]
    columns = [_column(shape, key) for key in keys]
    identity = (argument.identity, wanted)
    arrays = [into.bind((*identity, 0), _places(argument, sort, wanted), "int[]")]
    for key, (_, kind) in zip(keys, columns, strict=True):
        read = _keys(argument, sort, wanted, key, kind)
        arrays.append(into.bind((*identity, key), read, f"{kind.value}[]"))
    alias = into.alias()
    names = [f"key_{number}" for number in range(len(columns))]
    by = {column: f"{alias}.{name}" for (column, _), name in zip(columns, names, strict=True)}
    return (
        f"select {alias}.place,{found(into, shape, node.of(shape), by)} answer"
        f" from unnest({','.join(arrays)}) {alias}({','.join(['place', *names])})"
    )


def _column(shape: Shape, key: str) -> tuple[str, Kind]:
    field = shape.fields[key]
    declaration = field.declaration
    if not isinstance(declaration, Column) or not isinstance(declaration.source, str):
        raise SchemaMistake(f"{field.place}: a key must be a plain column")
    return declaration.source, KINDS[field.named.name]


def _sent(value: Any) -> Any:
    """A key as JSON gives it; a variable within a literal has been read already."""
    return str(value) if isinstance(value, UUID) else value


def _places(argument: Argument, sort: Sort, wanted: Wanted) -> Bind:
    def read(values: Values, _: Any) -> list[int]:
        given = argument.read(values)
        return [place for place, each in enumerate(given, 1) if sort(each) == wanted]

    return read


def _keys(argument: Argument, sort: Sort, wanted: Wanted, key: str, kind: Kind) -> Bind:
    def read(values: Values, _: Any) -> list[Any]:
        try:
            return [
                READ[kind](_sent(each[key]))
                for each in argument.read(values)
                if sort(each) == wanted
            ]
        except WrongValue as wrong:
            raise BadUserInput(f"{wanted[0]}.{key}: {wrong.message}") from None

    return read
