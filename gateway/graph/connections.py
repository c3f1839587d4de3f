"""Relay connections: a page between cursors, whether there is more, and how many in all."""

from gateway.graph import cursors
from gateway.graph.cursors import Key
from gateway.graph.fields import size
from gateway.graph.json_sql import Json, Raw, concat, object_of, or_null
from gateway.graph.questions import Order, Source, orders
from gateway.graph.statement import Row, Statement
from gateway.graph.tree import Node
from schema.declarations import Paged

PLACE = '"#"'
"""The column of a row's number; no table has one of this name."""


def write_connection(into: Statement, row: Row | None, node: Node) -> Json:
    """A page with cursors, in a sub-select of its own."""
    return [_Page(into, row, node).written()]


class _Page:
    """One connection in one statement.

    Its rows are numbered from the end at which the page begins: number 1 is the first of a
    forward page and the last of a backward one. One row more than asked for tells of a next page.
    """

    def __init__(self, into: Statement, parent: Row | None, node: Node) -> None:
        assert node.field is not None
        declaration: Paged = node.field.declaration
        self._into, self._node = into, node
        page = into.model.shape(node.field.named)
        self._row = into.row(into.model.shape(page.fields["nodes"].named))
        self._source = Source(into, self._row, node, parent)
        self._orders = orders(declaration, self._row.shape.key)
        self._keys = [self._key(order) for order in self._orders]
        self._mark = cursors.tag(node.field.place, self._keys)
        self._backward = "last" in node.arguments
        self._place = f"{self._row.alias}.{PLACE}"
        self._cursored = self._aggregates = False

    def _key(self, order: Order) -> Key:
        kind, nullable = self._source.kind(order.name)
        return cursors.key(
            self._source.column(order.name),
            kind,
            descending=order.descending,
            nullable=nullable,
        )

    @property
    def _size(self) -> str:
        """The page size; asked for only where rows are read, since a bind must be used."""
        return size(self._into, self._node.arguments["last" if self._backward else "first"])

    def _within(self) -> str:
        """What keeps the one row too many out of an aggregate."""
        self._aggregates = True
        return f"{self._place} <= {self._size}"

    def written(self) -> Raw:
        body = concat(object_of((child.key, self._child(child)) for child in self._node.only))
        # Without an aggregate the body would come once for each row.
        return Raw(f"(select {body} from {self._rows()})") if self._aggregates else body

    def _child(self, child: Node) -> Json:
        if child.field is None:
            return [_typename(self._node)]
        match child.field.name:
            case "nodes":
                return self._joined(self._into.object(self._row, child.only))
            case "edges":
                return self._joined(
                    object_of((part.key, self._of_edge(child, part)) for part in child.only)
                )
            case "pageInfo":
                return object_of((part.key, self._of_page(part)) for part in child.only)
        return [Raw(f"{self._source.total()}::text")]

    def _joined(self, item: Json) -> Json:
        order = f" order by {self._place} desc" if self._backward else ""
        joined = f"string_agg({concat(item)},','{order}) filter (where {self._within()})"
        return ["[", Raw(joined), "]"]

    def _of_edge(self, edges: Node, part: Node) -> Json:
        if part.field is None:
            return [_typename(edges)]
        if part.field.name == "cursor":
            return ['"', self._cursor(), '"']
        return self._into.object(self._row, part.only)

    def _cursor(self) -> Raw:
        """The cursor of a row; its keys are taken along in the page."""
        self._cursored = True
        return cursors.written(self._mark, self._keys)

    def _of_page(self, part: Node) -> Json:
        match part.field.name if part.field else "":
            case "":
                return ['"PageInfo"']
            case "hasNextPage":
                return self._more(forward=True)
            case "hasPreviousPage":
                return self._more(forward=False)
            case name:
                return self._end(first=name == "startCursor")

    def _more(self, *, forward: bool) -> Json:
        """Whether rows follow in a direction: known by one row more, or by the cursor given."""
        if forward is not self._backward:
            self._aggregates = True
            return [Raw(f"(count(*) > {self._size})::text")]
        given = "before" if forward else "after"
        return ["true" if given in self._node.arguments else "false"]

    def _end(self, *, first: bool) -> Json:
        """The cursor at one end of the page."""
        direction = "" if first is not self._backward else " desc"
        ordered = f"{self._cursor()} order by {self._place}{direction}"
        found = Raw(f"(array_agg({ordered}) filter (where {self._within()}))[1]")
        return or_null(['"', found, '"'])

    def _rows(self) -> Raw:
        order = ",".join(
            key.column + (" desc" if key.descending is not self._backward else "")
            for key in self._keys
        )
        if self._cursored:
            self._row.used.update(order.name for order in self._orders)
        page = self._source.page(
            order=order, limit=f"{self._size} + 1", conditions=self._conditions()
        )
        alias = self._row.alias
        return Raw(f"(select {alias}.*,row_number() over () {PLACE} from {page}) {alias}")

    def _conditions(self) -> list[str]:
        found = []
        for name in ("after", "before"):
            if name in self._node.arguments:
                bounds = self._bounds(name)
                found.append(cursors.beyond(self._keys, bounds, after=name == "after"))
        return found

    def _bounds(self, name: str) -> list[str]:
        argument, keys, mark = self._node.arguments[name], self._keys, self._mark

        def bound(place: int) -> str:
            return self._into.bind(
                (name, mark, argument.identity, place),
                lambda values, _: cursors.read(argument.read(values), mark, keys, name)[place],
                keys[place].cast,
            )

        return [bound(place) for place in range(len(keys))]


def _typename(node: Node) -> str:
    assert node.field is not None
    return f'"{node.field.named.name}"'
