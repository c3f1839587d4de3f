"""The schema as the compiler reads it: each type's table, each field's place, in one lookup."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
)
from sqlalchemy import Table
from strawberry import Schema

from schema.declarations import KINDS, MAPPING, Column, Elements, Kind

DEFINITION = "strawberry-definition"
_UNMAPPED = object()


class SchemaMistake(TypeError):
    """A type says what the tables or the compiler cannot keep; the program must not start."""


@dataclass(frozen=True)
class Field:
    """One field of one object type."""

    owner: str
    name: str
    python_name: str
    graphql: GraphQLField
    declaration: Any
    """One of `schema.declarations`, or None for the attribute of a plain object."""

    @cached_property
    def nullable(self) -> bool:
        return not isinstance(self.graphql.type, GraphQLNonNull)

    @cached_property
    def is_list(self) -> bool:
        return isinstance(bare(self.graphql.type), GraphQLList)

    @cached_property
    def item_nullable(self) -> bool:
        """Whether the items of a list may be null."""
        listed = bare(self.graphql.type)
        return isinstance(listed, GraphQLList) and not isinstance(listed.of_type, GraphQLNonNull)

    @cached_property
    def named(self) -> GraphQLNamedType:
        return get_named_type(self.graphql.type)

    @cached_property
    def arguments(self) -> Mapping[str, str]:
        """Python names of the arguments, by GraphQL name."""
        return {
            name: argument.extensions[DEFINITION].python_name
            for name, argument in self.graphql.args.items()
            if DEFINITION in argument.extensions
        }

    @property
    def place(self) -> str:
        return f"{self.owner}.{self.name}"


@dataclass(frozen=True)
class Shape:
    """One object type: the rows of a table, the rows of an aggregate, or a plain object."""

    name: str
    table: Table | None
    is_row: bool
    """Its values are labelled columns of a question."""
    graphql: GraphQLObjectType
    origin: type | None
    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def mapped(self) -> bool:
        return self.table is not None or self.is_row

    @cached_property
    def guards(self) -> Mapping[str, Any]:
        """The predicates of guarded columns, by the columns' names."""
        found = {}
        for each in self.fields.values():
            for column in _columns(each.declaration):
                if column.when is not None and isinstance(column.source, str):
                    found[column.source] = column.when
        return found

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Names of the primary key's columns."""
        if self.table is None:
            return ()
        return tuple(column.name for column in self.table.primary_key.columns)


def _columns(declaration: Any) -> Iterator[Column]:
    if isinstance(declaration, Column):
        yield declaration
    elif isinstance(declaration, Elements):
        yield from (each for each in declaration.columns.values() if isinstance(each, Column))


class Model:
    """Every object type of a schema, with where its values live."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.graphql: GraphQLSchema = schema._schema
        self.shapes: dict[str, Shape] = {
            name: _shape(kind)
            for name, kind in self.graphql.type_map.items()
            if isinstance(kind, GraphQLObjectType) and not name.startswith("__")
        }

    def shape(self, named: GraphQLNamedType) -> Shape:
        return self.shapes[named.name]

    def possible(self, named: GraphQLNamedType) -> list[Shape]:
        """The object types that a value of this type can have."""
        if isinstance(named, GraphQLInterfaceType | GraphQLUnionType):
            return [self.shapes[kind.name] for kind in self.graphql.get_possible_types(named)]
        return [self.shapes[named.name]]

    def entities(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The keys (tuples of GraphQL field names) of each type that other subgraphs may extend."""
        found = {}
        for shape in self.shapes.values():
            definition = shape.graphql.extensions.get(DEFINITION)
            keys = tuple(_keys(getattr(definition, "directives", None) or ()))
            if keys and shape.table is not None:
                found[shape.name] = keys
        return found


def _keys(directives: Any) -> Iterator[tuple[str, ...]]:
    for directive in directives:
        if type(directive).__name__ == "Key":
            yield tuple(str(directive.fields).split())


def _shape(kind: GraphQLObjectType) -> Shape:
    definition = kind.extensions.get(DEFINITION)
    origin = getattr(definition, "origin", None)
    table: Any = getattr(origin, "__table__", _UNMAPPED)
    mapped = table is not _UNMAPPED
    return Shape(
        kind.name,
        table if mapped else None,
        mapped and table is None,
        kind,
        origin,
        {name: _field(kind.name, name, found, mapped) for name, found in kind.fields.items()},
    )


def _field(owner: str, name: str, found: GraphQLField, mapped: bool) -> Field:
    definition = found.extensions.get(DEFINITION)
    python_name = getattr(definition, "python_name", None) or name
    declaration = (getattr(definition, "metadata", None) or {}).get(MAPPING)
    if mapped:
        declaration = _completed(declaration, python_name)
    return Field(owner, name, python_name, found, declaration)


def _completed(declaration: Any, python_name: str) -> Any:
    """A plain attribute of a mapped type is the column of the same name."""
    if declaration is None:
        return Column(python_name)
    if isinstance(declaration, Column) and declaration.source is None:
        return Column(python_name, declaration.when)
    return declaration


def bare(kind: GraphQLOutputType) -> GraphQLOutputType:
    """The type without its outermost non-null."""
    return kind.of_type if isinstance(kind, GraphQLNonNull) else kind


def scalar_kind(named: GraphQLNamedType) -> Kind | None:
    """How a scalar is written; None for what is no scalar."""
    if not isinstance(named, GraphQLScalarType):
        return None
    try:
        return KINDS[named.name]
    except KeyError:
        raise SchemaMistake(f"scalar {named.name} has no entry in KINDS") from None


def enum_members(named: GraphQLEnumType) -> dict[str, Enum]:
    """The Python member of each GraphQL enum value."""
    definition = named.extensions[DEFINITION]
    return {value.name: definition.wrapped_cls(value.value) for value in definition.values}
