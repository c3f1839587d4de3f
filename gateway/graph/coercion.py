"""Values on their way in: variables and literals, turned into what questions and deeds take.

Nothing is run before every value of a request has passed here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    ListValueNode,
    ObjectValueNode,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    get_named_type,
    type_from_ast,
)
from graphql.pyutils import Undefined

from gateway.graph.errors import BadUserInput
from gateway.graph.literals import has_variable, raw
from gateway.graph.model import DEFINITION, Model, SchemaMistake, enum_members
from gateway.graph.samples import sample
from gateway.graph.scalars import READ, WrongValue
from schema.declarations import KINDS

Values = Mapping[str, Any]
Reader = Callable[[Any], Any]
Getter = Callable[[Values], Any]
"""Reads one value out of the coerced variables of a request."""
MOST_ITEMS = 1000
"""How many items one list in the input may have."""
ABSENT = Undefined


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of an operation: how to read it, and what it is when it is left out."""

    name: str
    read: Reader
    default: Any
    required: bool
    """It must be given: it has no default."""
    optional: bool
    """It may be null, or left out without a default."""
    represents: bool
    """Whether it holds representations of entities (`_Any`)."""
    sample: Any
    """A value of its type, for compiling before the first request."""


class Coercion:
    """Readers for the input types of one schema, each built once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._readers: dict[str, Reader] = {}

    def variable(self, node: VariableDefinitionNode) -> Variable:
        """How a declared variable is read; the document has been validated."""
        name = node.variable.name.value
        kind: Any = type_from_ast(self.model.graphql, node.type)
        default = ABSENT
        if node.default_value is not None:
            default = self.literal(node.default_value, kind)({})
        sure = isinstance(kind, GraphQLNonNull)
        represents = get_named_type(kind).name == "_Any"
        required = sure and default is ABSENT
        return Variable(
            name, self.reader(kind), default, required, not sure, represents, sample(kind)
        )

    def variables(self, declared: tuple[Variable, ...], given: Mapping[str, Any]) -> Values:
        """The coerced variables; those left out without a default are absent.

        Raises BadUserInput, naming the variable and the place within it.
        """
        values = {}
        for variable in declared:
            raw = given.get(variable.name, ABSENT)
            if raw is ABSENT:
                if variable.required:
                    raise BadUserInput(f"${variable.name} is required", variable=variable.name)
                if variable.default is not ABSENT:
                    values[variable.name] = variable.default
                continue
            try:
                values[variable.name] = variable.read(raw)
            except WrongValue as wrong:
                place = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in wrong.path)
                raise BadUserInput(
                    f"${variable.name}{place}: {wrong.message}", variable=variable.name
                ) from None
        return values

    def reader(self, kind: GraphQLInputType) -> Reader:
        """What turns raw JSON values into values of this type; raises WrongValue."""
        if isinstance(kind, GraphQLNonNull):
            return _required(self._inner(kind.of_type))
        return _optional(self._inner(kind))

    def _inner(self, kind: Any) -> Reader:
        if isinstance(kind, GraphQLList):
            return _items(self.reader(kind.of_type))
        if kind.name not in self._readers:
            # An input may hold itself; the name is looked up again when a value comes.
            self._readers[kind.name] = lambda value: self._readers[kind.name](value)
            self._readers[kind.name] = self._named(kind)
        return self._readers[kind.name]

    def _named(self, kind: Any) -> Reader:
        if isinstance(kind, GraphQLEnumType):
            return _stored({name: each.value for name, each in enum_members(kind).items()})
        if isinstance(kind, GraphQLInputObjectType):
            return self._object(kind)
        if kind.name == "_Any":
            return lambda value: value
        try:
            return READ[KINDS[kind.name]]
        except KeyError:
            raise SchemaMistake(f"scalar {kind.name} has no entry in KINDS") from None

    def _object(self, kind: GraphQLInputObjectType) -> Reader:
        readers = {name: self.reader(found.type) for name, found in kind.fields.items()}
        build = _builder(kind)

        def read(value: Any) -> Any:
            if not isinstance(value, Mapping):
                raise WrongValue("expected an object")
            for name in value:
                if name not in readers:
                    raise WrongValue(f"has no field {str(name)[:50]!r}")
            found = {}
            for name, reader in readers.items():
                if name in value:
                    try:
                        found[name] = reader(value[name])
                    except WrongValue as wrong:
                        raise wrong.under(name) from None
            return build(found)

        return read

    def literal(self, node: ValueNode, kind: GraphQLInputType) -> Getter:
        """How a literal, with variables anywhere inside it, is read in each request."""
        if isinstance(node, VariableNode):
            return _variable_getter(node.name.value, required=isinstance(kind, GraphQLNonNull))
        if not has_variable(node):
            value = self._constant(node, kind)
            return lambda values: value
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(node, ListValueNode) and isinstance(inner, GraphQLList):
            items = [self.literal(item, inner.of_type) for item in node.values]
            return lambda values: [_null_for_absent(item(values)) for item in items]
        if isinstance(node, ObjectValueNode) and isinstance(inner, GraphQLInputObjectType):
            return self._object_literal(node, inner)
        if isinstance(inner, GraphQLList):
            single = self.literal(node, inner.of_type)
            return lambda values: [single(values)]
        return lambda values: raw(node, values)  # the scalar `_Any`, read as it stands

    def _constant(self, node: ValueNode, kind: GraphQLInputType) -> Any:
        try:
            return self.reader(kind)(raw(node, {}))
        except WrongValue as wrong:
            raise BadUserInput(wrong.message) from None

    def _object_literal(self, node: ObjectValueNode, kind: GraphQLInputObjectType) -> Getter:
        parts = {
            found.name.value: self.literal(found.value, kind.fields[found.name.value].type)
            for found in node.fields
        }
        build = _builder(kind)

        def read(values: Values) -> Any:
            found = {name: part(values) for name, part in parts.items()}
            return build({name: value for name, value in found.items() if value is not ABSENT})

        return read


def _variable_getter(name: str, *, required: bool) -> Getter:
    if not required:
        return lambda values: values.get(name, ABSENT)

    def read(values: Values) -> Any:
        value = values.get(name)
        if value is None:
            raise WrongValue(f"${name} cannot be null here")
        return value

    return read


def _builder(kind: GraphQLInputObjectType) -> Callable[[dict[str, Any]], Any]:
    """From coerced fields by GraphQL name to the frozen value that the deed takes, or a dict."""
    origin = kind.extensions[DEFINITION].origin
    names = {name: found.extensions[DEFINITION].python_name for name, found in kind.fields.items()}
    defaults = {
        name: getattr(found.default_value, "value", found.default_value)
        for name, found in kind.fields.items()
        if found.default_value is not Undefined
    }
    required = [
        name
        for name, found in kind.fields.items()
        if isinstance(found.type, GraphQLNonNull) and name not in defaults
    ]
    target = getattr(origin, "__becomes__", dict)

    def build(found: dict[str, Any]) -> Any:
        for name in required:
            if name not in found:
                raise WrongValue("is required", name)
        return target(**{names[name]: value for name, value in (defaults | found).items()})

    return build


def _required(reader: Reader) -> Reader:
    def read(value: Any) -> Any:
        if value is None:
            raise WrongValue("cannot be null")
        return reader(value)

    return read


def _optional(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _items(reader: Reader) -> Reader:
    def read(value: Any) -> list[Any]:
        if not isinstance(value, list):
            return [reader(value)]
        if len(value) > MOST_ITEMS:
            raise WrongValue(f"has more than {MOST_ITEMS} items")
        found = []
        for index, item in enumerate(value):
            try:
                found.append(reader(item))
            except WrongValue as wrong:
                raise wrong.under(index) from None
        return found

    return read


def _stored(values: Mapping[str, Any]) -> Reader:
    """From an enum value's name to what is stored for it: nothing below knows the contract."""

    def read(value: Any) -> Any:
        if isinstance(value, str) and value in values:
            return values[value]
        raise WrongValue(f"expected one of {', '.join(values)}")

    return read


def _null_for_absent(value: Any) -> Any:
    return None if value is ABSENT else value
