"""What must hold before the first operation: each declaration fits its table, and compiles."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from graphql import GraphQLEnumType, GraphQLObjectType, is_composite_type
from sqlalchemy import ARRAY, ForeignKeyConstraint, Table, UniqueConstraint
from sqlalchemy.types import TypeEngine

from gateway.graph.expressions import mentioned, predicate
from gateway.graph.model import Field, Model, SchemaMistake, Shape, enum_members, scalar_kind
from gateway.graph.questions import Order
from schema.declarations import (
    Column,
    Computed,
    Deed,
    Elements,
    Kind,
    Lookup,
    Many,
    One,
    Ordinal,
    Paged,
    Ref,
    Rows,
)

_FITTING: dict[Kind, tuple[type, ...]] = {
    Kind.ID: (UUID,),
    Kind.TEXT: (str,),
    Kind.INT: (int,),
    Kind.BOOLEAN: (bool,),
    Kind.FLOAT: (float, Decimal, int),
    Kind.DECIMAL: (Decimal, int),
    Kind.DATE: (date,),
    Kind.DATETIME: (datetime,),
}
"""The Python types of the columns that each kind of scalar may show."""
_SERVED = frozenset({"_entities", "_service"})


def check(model: Model) -> None:
    """Raise SchemaMistake (Undeclared for a table without `visible`) at the first mistake."""
    for shape in model.shapes.values():
        if shape.table is not None:
            predicate(shape.table)
        for field in shape.fields.values():
            _check_field(model, shape, field)
            _check_guards(shape, field)
    for name, keys in model.entities().items():
        for key in keys:
            _check_key(model.shapes[name], key)


def _check_field(model: Model, shape: Shape, field: Field) -> None:
    if isinstance(field.named, GraphQLEnumType):
        _check_enum(field.named)
    if shape.graphql is model.graphql.query_type:
        if field.name not in _SERVED:
            _demand(isinstance(field.declaration, One | Many | Paged | Lookup | Computed), field)
            _check_mapped(model, shape, field)
    elif shape.graphql is model.graphql.mutation_type:
        _demand(isinstance(field.declaration, Deed), field)
        _check_result(model, field)
    elif shape.mapped:
        _demand(not isinstance(field.declaration, Deed | Lookup), field)
        _check_mapped(model, shape, field)
    else:
        _demand(field.declaration is None, field, "a plain type holds plain attributes only")


def _check_mapped(model: Model, shape: Shape, field: Field) -> None:
    declaration = field.declaration
    match declaration:
        case Column():
            _check_column(shape, field, declaration)
        case Ref():
            _check_ref(model, shape, field, declaration)
        case Rows():
            _check_rows(model, shape, field, declaration)
        case Elements():
            _check_elements(model, shape, field, declaration)
        case Computed():
            for need in declaration.needs:
                _check_source(shape, field, need)
        case Lookup():
            _check_lookup(model, field)


def _check_guards(shape: Shape, field: Field) -> None:
    """What is guarded in one place must not be shown freely in another."""
    declaration = field.declaration
    shown: list[Column] = []
    if isinstance(declaration, Column):
        shown = [declaration]
    elif isinstance(declaration, Elements):
        shown = [each for each in declaration.columns.values() if isinstance(each, Column)]
    elif isinstance(declaration, Computed):
        shown = [Column(need) for need in declaration.needs if not isinstance(need, str)]
    for column in shown:
        names = {column.source}
        if not isinstance(column.source, str):
            names = set(mentioned(column.source, shape.table)) if shape.table is not None else set()
        for name in names & set(shape.guards):
            same = column.when is not None and column.when.compare(shape.guards[name])
            _demand(
                same, field, f"{name} is guarded elsewhere: guard it here by the same predicate"
            )


def _check_result(model: Model, field: Field) -> None:
    if is_composite_type(field.named):
        tables = [each for each in model.possible(field.named) if each.table is not None]
        _demand(len(tables) <= 1, field, "an id must tell its type: one type with @table at most")


def _check_lookup(model: Model, field: Field) -> None:
    for possible in model.possible(field.named):
        found = possible.table is not None and "id" in possible.table.c
        _demand(found, field, f"{possible.name} has no column id")


def _demand(
    holds: bool, field: Field, why: str = "is declared in a place where it cannot be"
) -> None:
    if not holds:
        raise SchemaMistake(f"{field.place}: {why}")


def _check_source(shape: Shape, field: Field, source: Any) -> TypeEngine[Any] | None:
    """The SQL type of a column or an expression; None where it is not known before."""
    if not isinstance(source, str):
        _demand(shape.table is not None, field, "an expression needs a type with @table")
        found: TypeEngine[Any] = source.type
        return found
    if shape.table is None:
        return None
    _demand(source in shape.table.c, field, f"{shape.table.name} has no column {source}")
    return shape.table.c[source].type


def _check_column(shape: Shape, field: Field, column: Column) -> None:
    kind = _check_source(shape, field, column.source)
    _demand(
        not isinstance(field.named, GraphQLObjectType), field, "an object needs ref, one or many"
    )
    if column.when is not None:
        _demand(field.nullable, field, "a guarded value must be nullable")
    elif shape.table is not None and isinstance(column.source, str) and not field.nullable:
        _demand(not shape.table.c[column.source].nullable, field, "the column may be null")
    if kind is not None:
        _check_type(field, kind, is_list=field.is_list)


def _check_type(field: Field, kind: TypeEngine[Any], *, is_list: bool) -> None:
    if is_list:
        _demand(isinstance(kind, ARRAY), field, "a list of scalars needs an array column")
        kind = kind.item_type  # type: ignore[attr-defined]
    try:
        python_type = kind.python_type
    except NotImplementedError:
        return
    if python_type is object:
        return  # an expression whose type SQLAlchemy does not know
    named = field.named
    fitting = (str,) if isinstance(named, GraphQLEnumType) else _FITTING[_scalar(field)]
    _demand(python_type in fitting, field, f"{named.name} does not show a {python_type.__name__}")


def _scalar(field: Field) -> Kind:
    kind = scalar_kind(field.named)
    if kind is None:
        raise SchemaMistake(f"{field.place}: {field.named.name} is no scalar")
    return kind


def _check_enum(named: GraphQLEnumType) -> None:
    for member in enum_members(named).values():
        if not isinstance(member.value, str):
            raise SchemaMistake(f"{named.name}: the value of {member.name} is no stored text")


def _check_ref(model: Model, shape: Shape, field: Field, ref: Ref) -> None:
    own, target = shape.table, model.shape(field.named).table
    if own is None or target is None or field.is_list:
        raise SchemaMistake(f"{field.place}: a ref leads from @table to one @table")
    for mine, theirs in ref.on.items():
        _demand(mine in own.c, field, f"{own.name} has no column {mine}")
        _demand(theirs in target.c, field, f"{target.name} has no column {theirs}")
    _demand(_is_unique(target, ref.on.values()), field, f"{target.name}: these are not unique")
    if not field.nullable:
        sure = ref.inherited or predicate(target) is None
        _demand(sure, field, f"may be hidden: make it nullable, or inherited if {own.name} tells")
        _demand(not any(own.c[mine].nullable for mine in ref.on), field, "the column may be null")
        _demand(_has_foreign_key(own, target, ref), field, "needs a foreign key to be not null")


def _is_unique(table: Table, names: Any) -> bool:
    wanted = set(names)
    return any(unique <= wanted for unique in _uniques(table))


def _uniques(table: Table) -> Iterator[set[str]]:
    """Sets of columns that find at most one row. A key `(id, …)` of a partitioned table counts
    as `id`, which is unique because ids are."""
    yield {column.name for column in table.primary_key.columns}
    if "id" in table.primary_key.columns:
        yield {"id"}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield {column.name for column in constraint.columns}
    for index in table.indexes:
        if index.unique and not index.dialect_options["postgresql"].get("where"):
            yield {column.name for column in index.columns}


def _has_foreign_key(own: Table, target: Table, ref: Ref) -> bool:
    for constraint in own.constraints:
        if isinstance(constraint, ForeignKeyConstraint):
            pairs = {each.parent.name: each.column for each in constraint.elements}
            if set(pairs) <= set(ref.on) and all(
                column.table is target and column.name == ref.on[name]
                for name, column in pairs.items()
            ):
                return True
    return False


def _check_rows(model: Model, shape: Shape, field: Field, rows: Rows) -> None:
    target = model.shape(field.named)
    if isinstance(rows, Paged):
        target = model.shape(target.fields["nodes"].named)
    _demand(target.mapped, field, f"{target.name} is neither @table nor @row")
    _demand(bool(rows.question) or target.table is not None, field, "@row needs a question")
    for child, own in rows.on.items():
        _check_source(shape, field, own)
        if rows.question is None:
            _check_source(target, field, child)
    for text in rows.order:
        name = Order.read(text).name
        _demand(name not in target.guards, field, f"an order by {name} would tell what is guarded")
        if rows.question is None:
            _check_source(target, field, name)
    _check_form(field, rows, target)


def _check_form(field: Field, rows: Rows, target: Shape) -> None:
    if isinstance(rows, One):
        _demand(not field.is_list, field, "one row is no list")
        _demand(field.nullable or target.is_row, field, "there may be no row: make it nullable")
    elif isinstance(rows, Many):
        _demand(field.is_list, field, "many needs a list")
    else:
        _demand(not field.is_list, field, "annotate it Connection[…]")


def _check_elements(model: Model, shape: Shape, field: Field, elements: Elements) -> None:
    target = model.shape(field.named)
    _demand(field.is_list and not target.mapped, field, "elements are a list of a plain type")
    for each in target.fields.values():
        _demand(each.python_name in elements.columns, field, f"says nothing of {each.name}")
        column = elements.columns[each.python_name]
        if isinstance(column, Ordinal):
            _demand(_scalar(each) is Kind.INT, field, f"{each.name} must be Int")
            continue
        kind = _check_source(shape, field, column.source)
        if kind is not None:
            _check_type(each, kind, is_list=True)
        if column.when is not None:
            _demand(each.nullable, field, f"{each.name} is guarded: make it nullable")


def _check_key(shape: Shape, key: tuple[str, ...]) -> None:
    assert shape.table is not None
    columns = []
    for name in key:
        declaration = shape.fields[name].declaration
        plain = isinstance(declaration, Column) and isinstance(declaration.source, str)
        _demand(plain, shape.fields[name], "a key must be a plain column")
        columns.append(declaration.source)
    if not _is_unique(shape.table, columns):
        raise SchemaMistake(f"{shape.name}: the key {' '.join(key)} is not unique")
