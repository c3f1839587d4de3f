"""What an operation may cost, from its tree and the page sizes asked for: known before any SQL.

A row costs 1, a computed value 2, a total 10, a deed 10; a list multiplies what is beneath it by
its page size. Plain columns are free: they come with their row.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gateway.graph.coercion import Values
from gateway.graph.errors import OverLimit, PageSize
from gateway.graph.tree import Argument, Node
from schema.declarations import (
    MAX_PAGE,
    Computed,
    Deed,
    Elements,
    Lookup,
    Many,
    One,
    Paged,
    Ref,
)

COMPUTED = 2
TOTAL = 10
DEED = 10
Size = Callable[[Values], int]


@dataclass(frozen=True, slots=True)
class Price:
    """A sum: a fixed part, and lists whose sizes the variables decide."""

    fixed: int = 0
    lists: tuple[tuple[Size, "Price"], ...] = ()

    def __add__(self, other: "Price") -> "Price":
        return Price(self.fixed + other.fixed, self.lists + other.lists)

    def of(self, values: Values) -> int:
        """The cost of a request; raises PageSize and BadUserInput for sizes that are none."""
        return self.fixed + sum(size(values) * each.of(values) for size, each in self.lists)


def priced(nodes: Iterable[Node]) -> Price:
    total = Price()
    for node in nodes:
        total += _price(node)
    return total


def _price(node: Node) -> Price:
    if node.field is None:
        return Price()
    declaration = node.field.declaration
    if node.field.name == "_entities":
        return _repeated(_count(node, "representations", "ENTITIES"), _row(node))
    if isinstance(declaration, Many):
        if declaration.at_most is not None:
            return _repeated(declaration.at_most, _row(node))
        return _repeated(_page(node), _row(node))
    if isinstance(declaration, Paged):
        return _connection(node)
    if isinstance(declaration, Lookup):
        size = _count(node, "ids", "KEYS") if node.field.is_list else 1
        return _repeated(size, _row(node))
    return _single(node)


def _single(node: Node) -> Price:
    assert node.field is not None
    declaration = node.field.declaration
    if isinstance(declaration, One | Ref):
        return _row(node)
    if isinstance(declaration, Computed):
        return Price(COMPUTED)
    if isinstance(declaration, Elements):
        return Price(1)
    if isinstance(declaration, Deed):
        return Price(DEED) + _plain(node)
    return _plain(node) if node.children else Price()


def _plain(node: Node) -> Price:
    """An object of a plain type; how long its lists are only the deed knows."""
    assert node.field is not None
    return _repeated(MAX_PAGE if node.field.is_list else 1, _row(node))


def _row(node: Node) -> Price:
    """One row of whichever type it has: never less than the dearest of them."""
    branches = [priced(nodes) for nodes in node.children.values()]
    if len(branches) <= 1:
        return Price(1) + sum(branches, Price())
    if any(branch.lists for branch in branches):
        return sum(branches, Price(1))
    return Price(1 + max(branch.fixed for branch in branches))


def _repeated(size: int | Size, each: Price) -> Price:
    if isinstance(size, int) and not each.lists:
        return Price(size * each.fixed)
    return Price(0, ((size if callable(size) else lambda values: size, each),))


def _connection(node: Node) -> Price:
    each = Price(1)
    total = Price()
    for child in node.only:
        name = child.field.name if child.field else ""
        if name == "nodes":
            each += priced(child.only)
        elif name == "edges":
            inner = [part for part in child.only if part.field and part.field.name == "node"]
            for part in inner:
                each += priced(part.only)
        elif name == "totalCount":
            total += Price(TOTAL)
    return total + _repeated(_page(node), each)


def _page(node: Node) -> int | Size:
    """The page size that a list asks for, between 1 and MAX_PAGE."""
    asked = [name for name in ("first", "last") if name in node.arguments]
    place = node.field.place if node.field else node.key
    if len(asked) != 1:
        raise PageSize(
            f"{place} needs one of first and last, 1–{MAX_PAGE}.",
            vi=f"{place} cần đúng một trong hai tham số first, last, từ 1 đến {MAX_PAGE}.",
            field=place,
        )
    argument = node.arguments[asked[0]]
    if argument.constant:
        return _checked(argument, place, {})
    return lambda values: _checked(argument, place, values)


def _checked(argument: Argument, place: str, values: Values) -> int:
    size = argument.read(values)
    if not isinstance(size, int) or not 1 <= size <= MAX_PAGE:
        raise PageSize(
            f"{place} needs a page size of 1–{MAX_PAGE}, not {size}.",
            vi=f"{place} cần cỡ trang từ 1 đến {MAX_PAGE}, không phải {size}.",
            field=place,
        )
    return size


def _count(node: Node, name: str, kind: str) -> Size:
    argument = node.arguments[name]

    def count(values: Values) -> int:
        found = len(argument.read(values))
        if found > MAX_PAGE:
            raise OverLimit(kind, found, MAX_PAGE)
        return found

    return count
