"""A document, read once: parsed, measured, validated, its operations found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    parse,
    validate,
    visit,
)

from gateway.graph.coercion import Coercion, Variable
from gateway.graph.errors import (
    OverLimit,
    ParseFailed,
    UnknownOperation,
    ValidationFailed,
)
from gateway.graph.limits import Limits, check_extent

INTROSPECTION = frozenset({"__schema", "__type"})


@dataclass(frozen=True, eq=False)
class Operation:
    """One operation of a valid document."""

    node: OperationDefinitionNode
    document: DocumentNode
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: tuple[Variable, ...]
    switches: tuple[str, ...]
    """Variables that decide what @include and @skip leave of the document."""
    optional: tuple[str, ...]
    """Variables that may be null or left out, which decides what questions are called with."""
    representing: tuple[str, ...]
    """Variables that hold representations of entities, whose types decide what is looked up."""
    introspects: bool

    @property
    def kind(self) -> OperationType:
        return self.node.operation

    @property
    def name(self) -> str:
        return self.node.name.value if self.node.name else ""


@dataclass(frozen=True, eq=False)
class Document:
    """A valid document and its operations, by name."""

    text: str
    operations: Mapping[str, Operation] = field(default_factory=dict)

    def operation(self, name: str | None) -> Operation:
        """The operation of that name, or the only one; raises UnknownOperation."""
        if name:
            found = self.operations.get(name)
        else:
            found = next(iter(self.operations.values())) if len(self.operations) == 1 else None
        if found is None:
            raise UnknownOperation(
                "The document has no operation of that name."
                if name
                else "The document has several operations: say which (operationName)."
            )
        return found


def read(text: str, coercion: Coercion, limits: Limits) -> Document:
    """Parse and validate; raises ParseFailed, ValidationFailed or OverLimit."""
    size = len(text.encode(errors="replace"))
    if size > limits.document_bytes:
        raise OverLimit("DOCUMENT_BYTES", size, limits.document_bytes)
    # Where each part stands takes most of a parsed document's memory, and only mistakes tell it.
    document = _parsed(text, limits, no_location=True)
    check_extent(document, limits)
    if _problems(document, coercion, limits):
        problems = _problems(_parsed(text, limits), coercion, limits)
        raise ValidationFailed([_told(problem) for problem in problems])
    fragments = {
        part.name.value: part
        for part in document.definitions
        if isinstance(part, FragmentDefinitionNode)
    }
    operations = {
        node.name.value if node.name else "": _operation(node, document, fragments, coercion)
        for node in document.definitions
        if isinstance(node, OperationDefinitionNode)
    }
    return Document(text, operations)


def _problems(document: DocumentNode, coercion: Coercion, limits: Limits) -> list[GraphQLError]:
    return validate(coercion.model.graphql, document, max_errors=limits.errors)


def _parsed(text: str, limits: Limits, *, no_location: bool = False) -> DocumentNode:
    try:
        return parse(text, no_location=no_location, max_tokens=limits.tokens)
    except GraphQLSyntaxError as problem:
        if "tokens. Parsing aborted" in problem.message:
            raise OverLimit("TOKENS", limits.tokens + 1, limits.tokens) from None
        if "nested too deeply" in problem.message:
            raise OverLimit("DEPTH", limits.depth + 1, limits.depth) from None
        raise ParseFailed(problem.message) from None


def _told(problem: GraphQLError) -> dict[str, Any]:
    places = [{"line": place.line, "column": place.column} for place in problem.locations or ()]
    return {"message": problem.message, "locations": places}


def _operation(
    node: OperationDefinitionNode,
    document: DocumentNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    coercion: Coercion,
) -> Operation:
    finder = _Switches()
    visit(node, finder)
    for fragment in fragments.values():
        visit(fragment, finder)
    declared = tuple(coercion.variable(each) for each in node.variable_definitions or ())
    names = {variable.name for variable in declared}
    return Operation(
        node,
        document,
        fragments,
        declared,
        tuple(sorted(finder.found & names)),
        tuple(variable.name for variable in declared if variable.optional),
        tuple(variable.name for variable in declared if variable.represents),
        any(
            isinstance(part, FieldNode) and part.name.value in INTROSPECTION
            for part in node.selection_set.selections
        ),
    )


class _Switches(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        if node.name.value in ("include", "skip"):
            self.found.update(
                argument.value.name.value
                for argument in node.arguments or ()
                if isinstance(argument.value, VariableNode)
            )
