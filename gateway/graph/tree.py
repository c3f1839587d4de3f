"""What an operation selects, written out: fragments, directives and merged fields are gone.

A tree belongs to one operation and one set of values of the variables that decide its form.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLArgument,
    GraphQLInputType,
    GraphQLObjectType,
    InlineFragmentNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    print_ast,
)
from graphql.pyutils import Undefined

from gateway.graph.coercion import ABSENT, Coercion, Getter, Values
from gateway.graph.document import Operation
from gateway.graph.literals import has_variable
from gateway.graph.model import Field, Shape
from gateway.graph.scalars import WrongValue


@dataclass(frozen=True, eq=False)
class Argument:
    """One argument that was given a value, perhaps through variables."""

    kind: GraphQLInputType
    read: Getter
    given: Any
    """Its value in the request for which the tree is built."""
    identity: Hashable
    """Equal for arguments that always have equal values."""
    constant: bool


@dataclass(frozen=True, eq=False)
class Node:
    """One selected field: its response key, its arguments and what is selected beneath."""

    key: str
    field: Field | None
    """None for `__typename`."""
    arguments: Mapping[str, Argument]
    """By Python name; without those that are absent or null."""
    nulls: frozenset[str]
    """Python names of the arguments that are given as null."""
    children: Mapping[str, tuple["Node", ...]]
    """By the name of the object type that the value turns out to have."""

    def of(self, shape: Shape) -> tuple["Node", ...]:
        return self.children.get(shape.name, ())

    @property
    def only(self) -> tuple["Node", ...]:
        """What is selected beneath a field whose type is an object type."""
        return next(iter(self.children.values()), ())


class Tree:
    """Builds the nodes of one operation for one set of coerced variables."""

    def __init__(self, coercion: Coercion, operation: Operation, values: Values) -> None:
        self._coercion, self._model = coercion, coercion.model
        self._operation, self._values = operation, values
        self.named: set[str] = set()
        """The object types that a selected fragment is on."""

    def roots(self) -> tuple[Node, ...]:
        graphql = self._model.graphql
        root: GraphQLObjectType | None = {
            OperationType.QUERY: graphql.query_type,
            OperationType.MUTATION: graphql.mutation_type,
            OperationType.SUBSCRIPTION: graphql.subscription_type,
        }[self._operation.kind]
        assert root is not None, "validation refuses an operation without a root type"
        return self._object(self._model.shape(root), [self._operation.node.selection_set])

    def _object(self, shape: Shape, selected: list[SelectionSetNode]) -> tuple[Node, ...]:
        merged: dict[str, list[FieldNode]] = {}
        for selection in selected:
            self._collect(shape, selection, merged)
        return tuple(self._node(shape, key, nodes) for key, nodes in merged.items())

    def _collect(
        self, shape: Shape, selected: SelectionSetNode, merged: dict[str, list[FieldNode]]
    ) -> None:
        for selection in selected.selections:
            if not self._included(selection):
                continue
            if isinstance(selection, FieldNode):
                key = (selection.alias or selection.name).value
                merged.setdefault(key, []).append(selection)
            elif (inner := self._fragment(shape, selection)) is not None:
                self._collect(shape, inner, merged)

    def _fragment(self, shape: Shape, selection: SelectionNode) -> SelectionSetNode | None:
        """The fragment's selections, if it applies to the type."""
        fragment: Any = selection
        if isinstance(selection, FragmentSpreadNode):
            fragment = self._operation.fragments[selection.name.value]
        condition = fragment.type_condition
        if condition is not None:
            self._name(condition.name.value)
        if condition is not None and condition.name.value != shape.name:
            kind = self._model.graphql.type_map[condition.name.value]
            if isinstance(kind, GraphQLObjectType):
                return None
            if not self._model.graphql.is_sub_type(kind, shape.graphql):  # type: ignore[arg-type]
                return None
        inner: SelectionSetNode = fragment.selection_set
        return inner

    def _name(self, condition: str) -> None:
        if isinstance(self._model.graphql.type_map[condition], GraphQLObjectType):
            self.named.add(condition)

    def _included(self, selection: FieldNode | InlineFragmentNode | SelectionNode) -> bool:
        for directive in selection.directives or ():
            if directive.name.value == "skip" and self._condition(directive):
                return False
            if directive.name.value == "include" and not self._condition(directive):
                return False
        return True

    def _condition(self, directive: DirectiveNode) -> bool:
        condition: Any = directive.arguments[0].value if directive.arguments else None
        if isinstance(condition, VariableNode):
            value = self._values.get(condition.name.value)
            if value is None:
                raise WrongValue(f"${condition.name.value} cannot be null here")
            return bool(value)
        return bool(condition.value)

    def _node(self, shape: Shape, key: str, nodes: list[FieldNode]) -> Node:
        name = nodes[0].name.value
        if name == "__typename":
            return Node(key, None, {}, frozenset(), {})
        field = shape.fields[name]
        arguments, nulls = self._arguments(field, nodes[0])
        below = [node.selection_set for node in nodes if node.selection_set]
        children = {}
        if below:
            for possible in self._model.possible(field.named):
                children[possible.name] = self._object(possible, below)
        return Node(key, field, arguments, nulls, children)

    def _arguments(
        self, field: Field, node: FieldNode
    ) -> tuple[Mapping[str, Argument], frozenset[str]]:
        written = {argument.name.value: argument.value for argument in node.arguments or ()}
        found, nulls = {}, set()
        for name, declared in field.graphql.args.items():
            python_name = field.arguments.get(name, name)
            argument = self._argument(declared, written.get(name))
            if argument.given is None:
                nulls.add(python_name)
            elif argument.given is not ABSENT:
                found[python_name] = argument
        return found, frozenset(nulls)

    def _argument(self, declared: GraphQLArgument, node: Any) -> Argument:
        kind = declared.type
        if node is None:
            default = ABSENT if declared.default_value is Undefined else declared.default_value
            return Argument(kind, lambda values: default, default, ("default", id(declared)), True)
        read = self._coercion.literal(node, kind)
        given = read(self._values)
        if isinstance(node, VariableNode):
            if given is ABSENT and declared.default_value is not Undefined:
                return self._argument(declared, None)
            return Argument(kind, read, given, ("$", node.name.value, str(kind)), False)
        constant = not has_variable(node)
        return Argument(kind, read, given, ("=", print_ast(node), str(kind)), constant)
