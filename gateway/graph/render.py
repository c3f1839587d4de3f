"""Python values as JSON text, as far as they are selected: computed values and deeds' results."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLOutputType,
    GraphQLScalarType,
)

from gateway.graph.errors import BrokenContract
from gateway.graph.model import Model, SchemaMistake, Shape, enum_members, scalar_kind
from gateway.graph.tree import Node
from resolvers.core.errors import Refusal
from schema.declarations import Kind

Render = Callable[[Any, str], str]
"""From a value and the language of its messages to JSON text."""
Reading = Callable[[Shape, Node, bool], Callable[[Any], str]]
"""For an object with `@table` (is null allowed?): what stands for the row with an id."""

VIETNAM = timezone(timedelta(hours=7))
REFUSED = "Refused"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _moment(value: datetime) -> str:
    return f'"{value.astimezone(VIETNAM).isoformat(timespec="microseconds")}"'


SCALARS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.ID: lambda value: f'"{UUID(str(value))}"',
    Kind.TEXT: lambda value: quoted(str(value)),
    Kind.INT: lambda value: str(int(value)),
    Kind.BOOLEAN: lambda value: "true" if value else "false",
    Kind.FLOAT: lambda value: json.dumps(float(value), allow_nan=False),
    Kind.DECIMAL: lambda value: f'"{Decimal(value):f}"',
    Kind.DATE: lambda value: f'"{date.isoformat(value)}"',
    Kind.DATETIME: _moment,
}


class Renderer:
    """Builds the renderers of selected values; without `reading`, only for plain values."""

    def __init__(self, model: Model, reading: Reading | None = None) -> None:
        self._model, self._reading = model, reading

    def field(self, node: Node) -> Render:
        """The renderer of one field's value."""
        assert node.field is not None
        return self._of(node.field.graphql.type, node)

    def _of(self, kind: GraphQLOutputType, node: Node, nullable: bool = True) -> Render:
        if isinstance(kind, GraphQLNonNull):
            return _present(self._of(kind.of_type, node, nullable=False), node)
        if isinstance(kind, GraphQLList):
            return _or_null(_list(self._of(kind.of_type, node)))
        return _or_null(self._named(kind, node, nullable))

    def _named(self, kind: GraphQLNamedType, node: Node, nullable: bool) -> Render:
        if isinstance(kind, GraphQLScalarType):
            write = SCALARS[scalar_kind(kind) or Kind.TEXT]
            return lambda value, _: write(value)
        if isinstance(kind, GraphQLEnumType):
            names = {_stored(member): name for name, member in enum_members(kind).items()}
            return lambda value, _: quoted(names[_stored(value)])
        writers = [
            (shape, self._object(shape, node, nullable)) for shape in self._model.possible(kind)
        ]
        if len(writers) == 1:
            return writers[0][1]
        return lambda value, language: _chosen(writers, value)(value, language)

    def _object(self, shape: Shape, node: Node, nullable: bool) -> Render:
        if shape.is_row:
            raise SchemaMistake(f"{shape.name}: rows of an aggregate come from a question only")
        if shape.table is not None:
            if self._reading is None:
                raise SchemaMistake(f"{node.key}: a computed value cannot hold rows of a table")
            read = self._reading(shape, node, nullable)
            return lambda value, _: read(value)
        children = [(child, self._child(shape, child)) for child in node.of(shape)]

        def write(value: Any, language: str) -> str:
            get = _getter(value, language)
            return "{" + ",".join([write(get) for write in writers]) + "}"

        writers = [_keyed(child, render) for child, render in children]
        return write

    def _child(self, shape: Shape, child: Node) -> Render:
        if child.field is None:
            name = quoted(shape.name)
            return lambda *_: name
        return self.field(child)


Get = Callable[[str], Any]


def _keyed(child: Node, render: Render) -> Callable[[tuple[Get, str]], str]:
    key = f'"{child.key}":'
    name = child.field.python_name if child.field else ""
    if not name:
        return lambda source: key + render(None, "")
    return lambda source: key + render(source[0](name), source[1])


def _getter(value: Any, language: str) -> tuple[Get, str]:
    if isinstance(value, Mapping):
        return value.__getitem__, language
    if isinstance(value, Refusal):
        told = {"message": value.message(language)}
        return lambda name: told.get(name) or getattr(value, name), language
    if isinstance(value, list):
        return lambda name: value, language
    return lambda name: getattr(value, name), language


def _chosen(writers: list[tuple[Shape, Render]], value: Any) -> Render:
    """The member of a union or interface that a value belongs to."""
    for shape, write in writers:
        if isinstance(value, Refusal):
            if shape.name == REFUSED:
                return write
        elif isinstance(value, UUID):
            if shape.table is not None:
                return write
        elif shape.table is None and shape.name != REFUSED and _fits(shape, value):
            return write
    raise BrokenContract(f"no member of the union fits a {type(value).__name__}")


def _fits(shape: Shape, value: Any) -> bool:
    """Whether a value can be an object of a plain type; a list stands for its only field."""
    if isinstance(value, list):
        return len(shape.fields) == 1
    if isinstance(value, Mapping):
        return all(field.python_name in value for field in shape.fields.values())
    return all(hasattr(value, field.python_name) for field in shape.fields.values())


def _present(render: Render, node: Node) -> Render:
    def write(value: Any, language: str) -> str:
        if value is None:
            raise BrokenContract(f"{node.key} must have a value")
        return render(value, language)

    return write


def _or_null(render: Render) -> Render:
    return lambda value, language: "null" if value is None else render(value, language)


def _list(render: Render) -> Render:
    return lambda values, language: (
        "[" + ",".join([render(value, language) for value in values]) + "]"
    )


def _stored(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
