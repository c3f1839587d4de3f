"""A small selection of each field of a schema, to see before the first request that it compiles."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLInputType,
    GraphQLNonNull,
    get_named_type,
    is_composite_type,
)

from gateway.graph.model import Field, Model, Shape
from gateway.graph.samples import sample
from gateway.graph.tree import Argument, Node

_DEEPEST = 4
_FORWARD, _BACKWARD = frozenset({"last", "before"}), frozenset({"first", "after"})
TYPENAME = Node("__typename", None, {}, frozenset(), {})


def samples(model: Model, field: Field) -> Iterator[Node]:
    """Selections of one field that between them take every form its arguments give it."""
    every = frozenset(field.graphql.args)
    if not every:
        yield _sample(model, field, every)
        return
    paging = "first" in every and "last" in every
    forms = [_FORWARD, _BACKWARD] if paging else [frozenset()]
    for left_out in forms:
        yield _sample(model, field, every - left_out)
    optional = {
        name
        for name, argument in field.graphql.args.items()
        if not isinstance(argument.type, GraphQLNonNull)
    }
    yield _sample(model, field, every - optional | ({"first"} if paging else frozenset()))


def _sample(model: Model, field: Field, given: frozenset[str], depth: int = 0) -> Node:
    arguments = {
        field.arguments.get(name, name): _argument(model, field.place + name, argument.type)
        for name, argument in field.graphql.args.items()
        if name in given
    }
    children = {}
    if is_composite_type(field.named):
        for shape in model.possible(field.named):
            children[shape.name] = tuple(_children(model, shape, depth))
    return Node(field.name, field, arguments, frozenset(), children)


def _children(model: Model, shape: Shape, depth: int) -> Iterator[Node]:
    """Of a row only its type name, since its own fields are tried by themselves."""
    yield TYPENAME
    if shape.mapped or depth == _DEEPEST:
        return
    for field in shape.fields.values():
        yield _sample(model, field, frozenset(), depth + 1)


def _argument(model: Model, identity: str, kind: GraphQLInputType) -> Argument:
    value = _representations(model) if get_named_type(kind).name == "_Any" else sample(kind)
    return Argument(kind, lambda values: value, value, identity, True)


def _representations(model: Model) -> list[dict[str, Any]]:
    return [
        {"__typename": name, **dict.fromkeys(key)}
        for name, keys in model.entities().items()
        for key in keys
    ]
