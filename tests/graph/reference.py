"""The reference executor: graphql-core walks the mapping, one statement for each field.

It shares only the declarations with the compiler. What a person may see it knows from views, one
schema of them for each person, in which every table is narrowed by its `visible`.
"""

from asyncio import Lock
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from graphql import GraphQLResolveInfo, execute, parse
from sqlalchemy import Select, Table, and_, select, true
from sqlalchemy.sql.elements import ClauseElement

from gateway.graph.model import Field, Model, Shape, enum_members
from gateway.postgres.roles import Connection
from resolvers.core.request import Request
from schema.declarations import (
    Column,
    Computed,
    Elements,
    Lookup,
    Many,
    One,
    Ordinal,
    Paged,
    Ref,
    Rows,
)
from tests.graph.fixture_tables import SCHEMA
from tests.graph.reference_values import page, plain_schema, read, shown
from tests.graph.reference_views import DIALECT, seen_by


class Reference:
    """Answers operations as one person."""

    def __init__(self, model: Model, connection: Connection, name: str, request: Request) -> None:
        self._model, self._connection, self._request = model, connection, request
        self._views = seen_by(name)
        self._one_at_a_time = Lock()
        self._schema = plain_schema(model)
        self._given: dict[str, Any] = {
            **request.reach.binds(),
            "today": request.today,
            "now": request.now,
        }

    async def execute(self, document: str, variables: Mapping[str, Any]) -> dict[str, Any]:
        found = execute(
            self._schema,
            parse(document),
            root_value={"__typename": "Query"},
            variable_values=dict(variables),
            field_resolver=self._resolve,
        )
        result = await found if hasattr(found, "__await__") else found
        if result.errors:
            raise AssertionError(result.errors)
        data: dict[str, Any] = result.data
        return data

    async def _resolve(self, source: Any, info: GraphQLResolveInfo, **args: Any) -> Any:
        shape = self._model.shapes[info.parent_type.name]
        field = shape.fields[info.field_name]
        if field.name == "_entities":
            return [await self._entity(each) for each in args["representations"]]
        declaration = field.declaration
        if declaration is None:
            found = source[field.python_name if field.python_name in source else field.name]
            return await found() if callable(found) else found
        given = self._arguments(field, args)
        if isinstance(declaration, Rows):
            return await self._rows(field, declaration, source, given)
        return await {
            Column: self._column,
            Ref: self._ref,
            Elements: self._elements,
            Computed: self._computed,
            Lookup: self._lookup,
        }[type(declaration)](shape, field, declaration, source, given)

    def _arguments(self, field: Field, args: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments by Python name, without nulls."""
        return {
            field.arguments[name]: read(field.graphql.args[name].type, value, self._model)
            for name, value in args.items()
            if value is not None
        }

    async def _fetch(self, statement: Select[Any], *, views: bool) -> list[dict[str, Any]]:
        compiled = statement.compile(
            dialect=DIALECT,
            schema_translate_map={SCHEMA: self._views if views else SCHEMA},
            render_schema_translate=True,
        )
        values = compiled.construct_params(
            {name: value for name, value in self._given.items() if name in compiled.binds}
        )
        order: Sequence[str] = compiled.positiontup or ()
        async with self._one_at_a_time:
            rows = await self._connection.fetch(str(compiled), *(values[name] for name in order))
        return [dict(row) for row in rows]

    async def _column(
        self, shape: Shape, field: Field, column: Column, source: Any, given: Any
    ) -> Any:
        return self._told_column(field, await self._value(shape, column, source))

    async def _value(self, shape: Shape, column: Column, source: Any) -> Any:
        if column.when is not None and not await self._over(shape, column.when, source):
            return None
        if isinstance(column.source, str):
            return source[column.source]
        return await self._over(shape, column.source, source)

    async def _over(self, shape: Shape, expression: Any, source: Any) -> Any:
        """An expression over one row."""
        table = shape.table
        assert table is not None
        key = and_(*(column == source[column.name] for column in table.primary_key.columns))
        rows = await self._fetch(
            select(expression.label("value")).select_from(table).where(key), views=False
        )
        return rows[0]["value"]

    def _told_column(self, field: Field, value: Any) -> Any:
        if isinstance(value, list):
            return [self._told_column(field, item) for item in value]
        names = {}
        if hasattr(field.named, "values"):
            names = {member.value: name for name, member in enum_members(field.named).items()}
        return names.get(value, shown(value)) if not isinstance(value, dict) else value

    async def _ref(self, shape: Shape, field: Field, ref: Ref, source: Any, given: Any) -> Any:
        table = self._model.shape(field.named).table
        assert table is not None
        conditions = [table.c[theirs] == source[own] for own, theirs in ref.on.items()]
        rows = await self._fetch(select(table).where(*conditions), views=not ref.inherited)
        return self._row(field, rows[0]) if rows else None

    def _row(self, field: Field, row: dict[str, Any]) -> dict[str, Any]:
        return row | {"__typename": field.named.name}

    async def _rows(
        self, field: Field, declaration: Rows, source: Any, given: dict[str, Any]
    ) -> Any:
        paging = {name: given.pop(name, None) for name in ("first", "after", "last", "before")}
        target = self._model.shape(field.named)
        if isinstance(declaration, Paged):
            target = self._model.shape(target.fields["nodes"].named)
        rows = await self._all(target, declaration, source, given)
        if isinstance(declaration, One):
            return rows[0] if rows else None
        if isinstance(declaration, Many):
            return rows[: declaration.at_most or paging["first"]]
        return page(field, rows, paging)

    async def _all(
        self, target: Shape, declaration: Rows, source: Any, given: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Every row of a list, in order."""
        where = declaration.where if declaration.where is not None else true()
        if not isinstance(where, ClauseElement):
            where = where(**given)
            given = {}
        question = declaration.question(**given) if declaration.question else None
        if question is None:
            assert target.table is not None
            question = select(target.table)
        inner = question.cte("asked")
        statement = select(inner)
        for child, own in declaration.on.items():
            statement = statement.where(inner.c[child] == source[own])
        if target.table is not None:
            key = [column.name for column in target.table.primary_key.columns]
            kept = select(*(target.table.c[name] for name in key)).where(where)
            narrowed = kept.cte("kept")
            statement = statement.where(
                select(narrowed)
                .where(*(narrowed.c[name] == inner.c[name] for name in key))
                .exists()
            )
        names = [text.partition(" ") for text in declaration.order]
        last = names[-1][2] if names else ""
        names += [
            (column.name, " ", last)
            for column in (target.table.primary_key.columns if target.table is not None else ())
            if column.name not in {name for name, _, _ in names}
        ]
        for name, _, direction in names:
            column = inner.c[name]
            statement = statement.order_by(column.desc() if direction == "desc" else column)
        rows = await self._fetch(statement, views=not declaration.inherited)
        return [row | {"__typename": target.name} for row in rows]

    async def _elements(
        self, shape: Shape, field: Field, elements: Elements, source: Any, given: Any
    ) -> Any:
        columns = {}
        for name, column in elements.columns.items():
            if isinstance(column, Column):
                columns[name] = await self._value(shape, column, source)
        if next(iter(columns.values())) is None:
            return None if field.nullable else []
        length = max(len(column or ()) for column in columns.values())
        found = []
        for place in range(length):
            item: dict[str, Any] = {"__typename": field.named.name}
            for name, column in elements.columns.items():
                if isinstance(column, Ordinal):
                    item[name] = place + 1
                else:
                    values = columns[name] or []
                    item[name] = shown(values[place]) if place < len(values) else None
            found.append(item)
        return found

    async def _computed(
        self, shape: Shape, field: Field, computed: Computed, source: Any, given: Any
    ) -> Any:
        needs = []
        for need in computed.needs:
            guards = [
                other.declaration.when
                for other in shape.fields.values()
                if isinstance(other.declaration, Column) and other.declaration.source is need
            ]
            needs.append(await self._value(shape, Column(need, *guards), source))
        (found,) = computed.function(self._request, [tuple(needs)], **given)
        return self._told(field, found)

    def _told(self, field: Field, value: Any) -> Any:
        """A computed value; objects of plain types become dicts."""
        if isinstance(value, list | tuple):
            return [self._told(field, item) for item in value]
        if hasattr(value, "__dataclass_fields__"):
            shape = self._model.shape(field.named)
            inner = {
                each.python_name: self._told(each, getattr(value, each.python_name))
                for each in shape.fields.values()
            }
            return inner | {"__typename": shape.name}
        return self._told_column(field, value)

    async def _lookup(
        self, shape: Shape, field: Field, lookup: Lookup, source: Any, given: Any
    ) -> Any:
        names = [possible.name for possible in self._model.possible(field.named)]
        if "id" in given:
            return await self._found(names, {"id": given["id"]})
        return [await self._found(names, {"id": id}) for id in given["ids"]]

    async def _found(self, names: list[str], key: Mapping[str, Any]) -> Any:
        for name in names:
            table = self._model.shapes[name].table
            assert isinstance(table, Table)
            conditions = [table.c[column] == value for column, value in key.items()]
            rows = await self._fetch(select(table).where(*conditions), views=True)
            if rows:
                return rows[0] | {"__typename": name}
        return None

    async def _entity(self, representation: Mapping[str, Any]) -> Any:
        key = {name: value for name, value in representation.items() if name in ("id", "code")}
        name, value = next(iter(key.items()))
        return await self._found(
            [representation["__typename"]], {name: UUID(value) if name == "id" else value}
        )
