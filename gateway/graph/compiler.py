"""From an operation and the form of its variables to a plan: one statement for a whole query."""

from collections.abc import Callable, Iterator, Mapping

from graphql import OperationType

from gateway.graph.coercion import Coercion, Values
from gateway.graph.connections import write_connection
from gateway.graph.cost import Price, priced
from gateway.graph.document import Operation
from gateway.graph.errors import NotServed, OverLimit
from gateway.graph.expressions import table_name
from gateway.graph.federation import write_entities
from gateway.graph.fields import (
    write_column,
    write_computed,
    write_elements,
    write_many,
    write_one,
    write_ref,
)
from gateway.graph.json_sql import Json, Raw, concat, object_of
from gateway.graph.limits import Limits
from gateway.graph.lookups import rows_by_id, write_node
from gateway.graph.model import SchemaMistake, Shape
from gateway.graph.plans import DeedStep, MutationPlan, QueryPlan, Reading
from gateway.graph.probes import samples
from gateway.graph.realms import holds_party, names_party
from gateway.graph.render import REFUSED, Renderer, quoted
from gateway.graph.splice import MARK, SEPARATOR
from gateway.graph.statement import Row, Statement
from gateway.graph.tree import Node, Tree
from resolvers.core.fence import PAST_THE_FENCE
from resolvers.core.modules import PARTY
from schema.declarations import (
    Column,
    Computed,
    Deed,
    Elements,
    Lookup,
    Many,
    One,
    Paged,
    Ref,
    asks,
)

Write = Callable[[Statement, Row, Node], Json]
RootWrite = Callable[[Statement, Row | None, Node], Json]

OF_ROOT: Mapping[type, RootWrite] = {
    One: write_one,
    Many: write_many,
    Paged: write_connection,
    Computed: write_computed,
    Lookup: write_node,
}
OF_ROW: Mapping[type, Write] = {
    Column: write_column,
    Ref: write_ref,
    One: write_one,
    Many: write_many,
    Paged: write_connection,
    Elements: write_elements,
    Computed: write_computed,
}
"""How each kind of declared field is written."""


class Compiler:
    """Compiles the operations of one schema.

    `request_names` are the bind parameters that each request gives by name. `stamp` is the SQL of
    the current authority stamp, compared with the value named `stamp`; empty to read unguarded.
    """

    def __init__(
        self, coercion: Coercion, limits: Limits, request_names: frozenset[str], stamp: str
    ) -> None:
        self._coercion, self._limits = coercion, limits
        self._model = coercion.model
        self._request_names, self._stamp = request_names, stamp
        self._sdl: str | None = None

    def plan(
        self, operation: Operation, values: Values, *, in_party: bool = False
    ) -> QueryPlan | MutationPlan:
        """The plan of an operation for variables of this form; refuses what costs too much.

        `in_party` is for those who came in by the Party's entrance: look-ups by id then find the
        Party's rows as well.
        """
        tree = Tree(self._coercion, operation, values)
        nodes = tree.roots()
        named = frozenset(tree.named)
        price = priced(nodes)
        self.demand(price.of(values))
        if operation.kind is OperationType.MUTATION:
            return MutationPlan(price, tuple(self._step(node) for node in nodes))
        if operation.kind is OperationType.QUERY:
            return self._query(price, nodes, self._statement(named, in_party))
        raise NotServed("Subscriptions are not served.")

    def _query(self, price: Price, nodes: tuple[Node, ...], into: Statement) -> QueryPlan:
        fields = object_of((node.key, self._root(into, node)) for node in nodes)
        parts: Json = ['{"data":', *fields, "}"]
        if not any(isinstance(part, Raw) for part in parts):
            return QueryPlan(price, None, "".join(parts).encode())
        text = concat(parts)
        if self._stamp:
            held = into.bind(("request", "stamp"), lambda _, request: request["stamp"], "bigint")
            text = Raw(f"case when ({self._stamp}) = {held} then {text} end")
        return QueryPlan(price, self._reading(into, text))

    def probe(self) -> Iterator[tuple[str, Reading]]:
        """Compile each field by itself; each statement with its `Type.field`, and none is kept.

        Raises SchemaMistake where a declaration or a question cannot be compiled.
        """
        for shape in self._model.shapes.values():
            for field in shape.fields.values():
                for node in samples(self._model, field):
                    for reading in self._probed(shape, node):
                        yield field.place, reading

    def _probed(self, shape: Shape, node: Node) -> list[Reading]:
        assert node.field is not None
        if shape.graphql is self._model.graphql.mutation_type:
            step = self._step(node)
            return [] if isinstance(step, str) else [reading for reading, _ in step.readings]
        into = self._statement()
        if shape.graphql is self._model.graphql.query_type:
            return [self._reading(into, concat(self._root(into, node)))]
        if shape.table is None:
            return []  # fields of aggregates and plain types are compiled with what holds them
        row = into.row(shape)
        text = concat(into.object(row, (node,)))
        return [self._reading(into, text, f" from {table_name(shape.table)} {row.alias}")]

    def demand(self, cost: int) -> None:
        """Raises OverLimit."""
        if cost > self._limits.cost:
            raise OverLimit("COST", cost, self._limits.cost)

    def _statement(self, named: frozenset[str] = frozenset(), in_party: bool = True) -> Statement:
        """A statement to write; `named` are the types that the document names by a fragment."""

        def looked_up(shape: Shape) -> bool:
            return in_party or shape.name in named or not holds_party(shape)

        into = Statement(self._model, self._request_names, looked_up)
        into.party = any(holds_party(self._model.shapes[name]) for name in named)

        def write(row: Row, node: Node) -> Json:
            assert node.field is not None
            into.party |= asks(node.field.declaration, PARTY)
            return OF_ROW[type(node.field.declaration)](into, row, node)

        into.write = write
        return into

    def _reading(self, into: Statement, text: Raw, source: str = "") -> Reading:
        """The statement as bytes: what goes out is never decoded and encoded on its way."""
        sql, binds = into.finished(f"select convert_to({text},'UTF8'){source}")
        party = into.party or names_party(sql)
        return Reading(sql, binds, tuple(into.computations), party)

    def _root(self, into: Statement, node: Node) -> Json:
        if node.field is None:
            return ['"Query"']
        if node.field.name == "_entities":
            return write_entities(into, None, node)
        if node.field.name == "_service":
            return [Renderer(self._model).field(node)({"sdl": self.sdl()}, "")]
        try:
            write = OF_ROOT[type(node.field.declaration)]
        except KeyError:
            raise NotServed(f"{node.field.place} is not served here.") from None
        into.party |= asks(node.field.declaration, PARTY)
        return write(into, None, node)

    def sdl(self) -> str:
        """The schema as Federation's routers read it."""
        if self._sdl is None:
            self._sdl = self._model.schema.as_str()
        return self._sdl

    def _step(self, node: Node) -> DeedStep | str:
        if node.field is None:
            return f'{quoted(node.key)}:"Mutation"'
        declaration = node.field.declaration
        if not isinstance(declaration, Deed):
            raise SchemaMistake(f"{node.field.place} names no deed")
        readings: list[tuple[Reading, bool]] = []

        def reading(shape: Shape, at: Node, nullable: bool) -> Callable[[object], str]:
            into = self._statement()
            # A branch is computed after its condition, so the fence is open when it is.
            rows = rows_by_id(into, shape, at.of(shape))
            text = Raw(f"case when {PAST_THE_FENCE} then {rows} end")
            readings.append((self._reading(into, text), nullable))
            mark = f"{MARK}{len(readings) - 1}{SEPARATOR}"
            return lambda found: f"{mark}{found}{MARK}"

        possible = self._model.possible(node.field.named)
        return DeedStep(
            node.key,
            node.field.place,
            node.field.nullable,
            any(shape.name == REFUSED for shape in possible),
            declaration.function,
            node.arguments,
            node.nulls,
            Renderer(self._model, reading).field(node),
            readings,
            asks(declaration, PARTY),
        )
