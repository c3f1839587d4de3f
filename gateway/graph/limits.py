"""How much one operation may ask for, and the count of what a document says."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from gateway.graph.errors import OverLimit


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one operation; each refusal names its own and what was found."""

    document_bytes: int = 40_000
    tokens: int = 4_000
    depth: int = 16
    """Room for the introspection query that tools send, and a little more."""
    aliases: int = 60
    directives: int = 60
    fields: int = 2_000
    """Fields after every fragment has been written out where it is spread."""
    root_fields: int = 20
    cost: int = 25_000
    """Rows, computed values and counts that the answer may hold; see `tree.cost`."""
    errors: int = 10
    """How many mistakes of one document are told."""


@dataclass(frozen=True, slots=True)
class _Extent:
    """What one selection set contains, with its fragments written out."""

    fields: int = 0
    depth: int = 0
    aliases: int = 0
    directives: int = 0

    def __add__(self, other: "_Extent") -> "_Extent":
        return _Extent(
            self.fields + other.fields,
            max(self.depth, other.depth),
            self.aliases + other.aliases,
            self.directives + other.directives,
        )


def check_extent(document: DocumentNode, limits: Limits) -> None:
    """Raise OverLimit for what can be counted without the schema.

    Each fragment is measured once, so a document cannot make the count itself expensive.
    """
    measure = _Measure(document)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            extent = measure.of(definition.selection_set)
            roots = len(definition.selection_set.selections)
            _demand("ROOT_FIELDS", roots, limits.root_fields)
            _demand("DEPTH", extent.depth, limits.depth)
            _demand("ALIASES", extent.aliases, limits.aliases)
            _demand("DIRECTIVES", extent.directives, limits.directives)
            _demand("FIELDS", extent.fields, limits.fields)


def _demand(kind: str, found: int, limit: int) -> None:
    if found > limit:
        raise OverLimit(kind, found, limit)


class _Measure:
    def __init__(self, document: DocumentNode) -> None:
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._known: dict[str, _Extent] = {}
        self._open: set[str] = set()

    def of(self, selections: SelectionSetNode) -> _Extent:
        total = _Extent()
        for part in self._parts(selections):
            total += part
        return total

    def _parts(self, selections: SelectionSetNode) -> Iterator[_Extent]:
        for selection in selections.selections:
            yield _Extent(directives=len(selection.directives or ()))
            if isinstance(selection, FieldNode):
                yield self._field(selection)
            elif isinstance(selection, FragmentSpreadNode):
                yield self._fragment(selection.name.value)
            else:
                yield self.of(selection.selection_set)  # type: ignore[attr-defined]

    def _field(self, node: FieldNode) -> _Extent:
        below = self.of(node.selection_set) if node.selection_set else _Extent()
        return _Extent(
            below.fields + 1,
            below.depth + 1,
            below.aliases + (node.alias is not None),
            below.directives,
        )

    def _fragment(self, name: str) -> _Extent:
        if name in self._open or name not in self._fragments:
            return _Extent()  # a circle or an unknown name: validation will say so
        if name not in self._known:
            self._open.add(name)
            self._known[name] = self.of(self._fragments[name].selection_set)
            self._open.remove(name)
        return self._known[name]
